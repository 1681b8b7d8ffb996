package org.backfile.search;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Joins the segments' parts to shards of terms and to the root. Every list of documents is copied as it is, segment
 * after segment, so the cost is that of copying and hashing the index once.
 *
 * <p>A shard is a file of {@link TermFiles}, its mark 1 where the positions stand elsewhere, else 0. An entry: the number of
 * segments (gamma), for each the gap from the one before (gamma) and its documents; then, unless they stand elsewhere, the
 * positions of each segment. Positions that stand elsewhere have files of the same kind, one entry for a term and a segment, its
 * mark the segment. These files are cut by eras of {@value #ERA} segments first, so that an article changes those of its era alone.
 */
final class IndexComposer {
    static final int ERA = 8;

    private static final int VERSION = 2;

    private final IndexSizes sizes;
    private final IndexSink sink;
    private final List<SegmentPart> parts;
    private final TermFiles shards;
    private final List<TermFiles> positionEras = new ArrayList<>();
    private final BitWriter bits = new BitWriter();
    private final SpellingList spelling = new SpellingList();

    private IndexComposer(IndexSizes sizes, IndexSink sink, List<SegmentPart> parts) {
        this.sizes = sizes;
        this.sink = sink;
        this.parts = parts;
        this.shards = new TermFiles(sizes.shardBytes(), sink);
        for (int segment = 0; segment < parts.size(); segment += ERA) {
            positionEras.add(new TermFiles(sizes.positionBytes(), sink));
        }
    }

    /** Puts all files but the root into the sink; gives the root's script. */
    static byte[] compose(IndexSizes sizes, IndexSink sink, List<SegmentPart> parts) {
        IndexComposer composer = new IndexComposer(sizes, sink, parts);
        TermMerge terms = new TermMerge(parts);
        for (List<SegmentPart> holding = terms.next(); !holding.isEmpty(); holding = terms.next()) {
            composer.join(holding);
        }
        composer.shards.finish();
        composer.positionEras.forEach(TermFiles::finish);
        return ScriptFile.root(composer.root());
    }

    private void join(List<SegmentPart> holding) {
        String term = holding.get(0).term();
        long positionBits = 0;
        int documents = 0;
        for (SegmentPart part : holding) {
            documents += part.holding();
            positionBits += part.positionBits();
        }
        spelling.add(term, documents);
        boolean apart = positionBits > sizes.inlinePositions() * 8L;
        bits.clear();
        bits.gamma(holding.size());
        int last = -1;
        for (SegmentPart part : holding) {
            bits.gamma(part.segment() - last);
            last = part.segment();
            part.appendDocuments(bits);
        }
        if (!apart) {
            holding.forEach(part -> part.appendPositions(bits));
        }
        shards.add(term, apart ? 1 : 0, bits);
        if (apart) {
            for (SegmentPart part : holding) {
                bits.clear();
                part.appendPositions(bits);
                positionEras.get(part.segment() / ERA).add(term, part.segment(), bits);
            }
        }
    }

    private ByteWriter root() {
        ByteWriter root = new ByteWriter(1 << 15);
        root.number(VERSION)
                .number(sizes.documentsInBlock())
                .number(sizes.documentsInText())
                .number(parts.size());
        for (SegmentPart part : parts) {
            writeSegment(root, part.head());
        }
        writeYears(root);
        List<String> facets = new SectionFacets(parts, content -> ScriptFile.put(sink, content)).write();
        root.number(facets.size());
        facets.forEach(name -> root.write(ScriptFile.nameBytes(name)));
        shards.list(root);
        root.number(positionEras.size());
        positionEras.forEach(era -> era.list(root));
        return root.write(ScriptFile.nameBytes(ScriptFile.put(sink, spelling.write())));
    }

    private void writeSegment(ByteWriter root, SegmentPart.Head head) {
        root.number(head.documents());
        for (int block = 0; block < head.blocks().size(); block++) {
            root.write(ScriptFile.nameBytes(head.blocks().get(block)));
            root.number(head.days()[block * sizes.documentsInBlock()]);
        }
    }

    private void writeYears(ByteWriter root) {
        TreeMap<Integer, Integer> years = new TreeMap<>();
        for (SegmentPart part : parts) {
            for (int day : part.head().days()) {
                if (day != 0) {
                    years.merge(day / 372, 1, Integer::sum);
                }
            }
        }
        root.number(years.size());
        years.forEach((year, count) -> root.number(year).number(count));
    }
}
