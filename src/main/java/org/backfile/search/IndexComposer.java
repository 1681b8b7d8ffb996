package org.backfile.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Joins the parts of a layer's segments to shards of terms. Every list of documents is copied as it is, segment
 * after segment, so the cost is that of copying and hashing the index once.
 *
 * <p>A shard is a file of {@link TermFiles}, an entry marked where its positions stand elsewhere. An entry: the number of
 * segments (gamma), for each the gap from the one before (gamma) and its documents; then, unless they stand elsewhere, the
 * positions of each segment. Those that are long stand elsewhere, but not in the layer of the newest documents: in files of
 * the same kind, an entry for a term. Every group of segments ({@link #groupOf}) has such files of its own, since positions
 * are most of an index and an added document as a rule changes no other group's. Segments are numbered in their layer.
 */
final class IndexComposer {
    private static final int SMALLEST_GROUP = 16;

    private final IndexSizes sizes;
    private final boolean recent;
    private final IndexSink sink;
    private final List<SegmentPart> parts;
    private final TermFiles shards;
    private final int groupSize;

    /** The files of positions of each group. */
    private final List<TermFiles> positions = new ArrayList<>();

    private final BitWriter bits = new BitWriter();
    private final SpellingList spelling = new SpellingList();

    private IndexComposer(IndexSizes sizes, boolean recent, IndexSink sink, List<SegmentPart> parts) {
        this.sizes = sizes;
        this.recent = recent;
        this.sink = sink;
        this.parts = parts;
        this.shards = new TermFiles(recent ? sizes.recentBytes() : sizes.shardBytes(), sink);
        this.groupSize = groupSize(parts.size());
        for (int first = 0; first < parts.size() && !recent; first += groupSize) {
            positions.add(new TermFiles(sizes.positionBytes(), sink));
        }
    }

    /** The segments of a group: so many that more than one group is two to four, and a further segment hardly ever changes it. */
    private static int groupSize(int segments) {
        return Math.max(SMALLEST_GROUP, Integer.highestOneBit(Math.max(1, segments - 1)) / 2);
    }

    private int groupOf(SegmentPart part) {
        return part.segment() / groupSize;
    }

    /** Puts the layer's files into the sink; gives its part of the root. */
    static byte[] compose(IndexSizes sizes, boolean recent, IndexSink sink, List<SegmentPart> parts) {
        IndexComposer composer = new IndexComposer(sizes, recent, sink, parts);
        try {
            TermMerge terms = new TermMerge(parts);
            for (List<SegmentPart> holding = terms.next(); !holding.isEmpty(); holding = terms.next()) {
                composer.join(holding);
            }
            composer.files().forEach(TermFiles::finish);
            return composer.listing();
        } finally {
            composer.files().forEach(TermFiles::settle);
        }
    }

    private Stream<TermFiles> files() {
        return Stream.concat(Stream.of(shards), positions.stream());
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
        boolean apart = !recent && positionBits > sizes.inlinePositions() * 8L;
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
        shards.add(term, apart, bits);
        if (apart) {
            addPositions(term, holding);
        }
    }

    private void addPositions(String term, List<SegmentPart> holding) {
        bits.clear();
        for (int i = 0; i < holding.size(); i++) {
            int group = groupOf(holding.get(i));
            holding.get(i).appendPositions(bits);
            if (i + 1 == holding.size() || groupOf(holding.get(i + 1)) != group) {
                positions.get(group).add(term, false, bits);
                bits.clear();
            }
        }
    }

    /** What the root tells of the layer: its files of sections, of terms and of each group's positions, and the one of spellings. */
    private byte[] listing() {
        ByteWriter listing = new ByteWriter(1 << 14);
        List<ByteWriter> facets = SectionFacets.of(parts);
        listing.number(facets.size());
        facets.forEach(content -> ScriptFile.refer(listing, sink, content));
        shards.list(listing);
        listing.number(groupSize).number(positions.size());
        positions.forEach(group -> group.list(listing));
        ScriptFile.refer(listing, sink, spelling.write());
        return listing.toBytes();
    }
}
