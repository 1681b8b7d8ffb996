package org.backfile.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.backfile.page.SitePath;

/**
 * Joins the segments' parts to shards of terms and to the root. Every list of documents is copied as it is, segment
 * after segment, so the cost is that of copying and hashing the index once.
 *
 * <p>A shard: the number of its terms, the bytes of its dictionary, the dictionary, the entries. In the dictionary, for
 * each term: {@link TermWriter}'s code, one bit that is set where the positions stand in other files, and the bits of the
 * entry (gamma). An entry: the number of segments (gamma), for each the gap from the one before (gamma) and its
 * documents; then, unless they stand elsewhere, the positions of each segment. A file of positions is laid out alike, its
 * dictionary giving a term, a segment and the bits.
 */
final class IndexComposer {
    /** Where the root stands. */
    static final SitePath ROOT = new SitePath("search/root.js");

    private static final int VERSION = 1;

    /** Positions that come to more than this share of a shard are read only where a phrase asks for them. */
    private static final double INLINE_SHARE = 0.3;

    private final IndexSizes sizes;
    private final IndexSink sink;
    private final List<SegmentPart> parts;
    private final ByteWriter shardList = new ByteWriter(1 << 14);
    private final ByteWriter positionList = new ByteWriter(1 << 12);
    private final ShardCutter<Entry> shards;
    private final ShardCutter<Positions> positionShards;
    private int shardCount;
    private int positionCount;
    private String lastShard = "";
    private String lastPositions = "";
    private final BitWriter bits = new BitWriter();
    private final SpellingList spelling = new SpellingList();

    IndexComposer(IndexSizes sizes, IndexSink sink, List<SegmentPart> parts) {
        this.sizes = sizes;
        this.sink = sink;
        this.parts = parts;
        this.shards = new ShardCutter<>(sizes.shardBytes(), this::writeShard);
        this.positionShards = new ShardCutter<>(sizes.shardBytes() * 4, this::writePositions);
    }

    private record Cursor(SegmentPart part, int segment) {}

    private record Entry(String term, boolean apart, byte[] content, long contentBits) implements ShardCutter.Item {
        @Override
        public long bytes() {
            // a byte comes to 16/13 characters, a dictionary's line to about seven
            return contentBits * 2 / 13 + 7;
        }

        @Override
        public int hash() {
            return TermTable.hash(term.toCharArray(), 0, term.length()) & Integer.MAX_VALUE;
        }
    }

    private record Positions(String term, int segment, byte[] content, long contentBits) implements ShardCutter.Item {
        @Override
        public long bytes() {
            return contentBits * 2 / 13 + 8;
        }

        @Override
        public int hash() {
            return (TermTable.hash(term.toCharArray(), 0, term.length()) ^ segment * 0x1E35A7BD) & Integer.MAX_VALUE;
        }
    }

    /** Writes all files, the root last. */
    void compose() {
        PriorityQueue<Cursor> queue = new PriorityQueue<>(
                Comparator.<Cursor, String>comparing(c -> c.part().term()).thenComparingInt(Cursor::segment));
        for (int segment = 0; segment < parts.size(); segment++) {
            if (parts.get(segment).next()) {
                queue.add(new Cursor(parts.get(segment), segment));
            }
        }
        List<Cursor> holding = new ArrayList<>();
        while (!queue.isEmpty()) {
            holding.clear();
            String term = queue.element().part().term();
            while (!queue.isEmpty() && queue.element().part().term().equals(term)) {
                holding.add(queue.remove());
            }
            join(term, holding);
            for (Cursor cursor : holding) {
                if (cursor.part().next()) {
                    queue.add(cursor);
                }
            }
        }
        shards.finish();
        positionShards.finish();
        sink.put(ROOT, ScriptFile.root(root()));
    }

    private void join(String term, List<Cursor> holding) {
        long positionBits = 0;
        int documents = 0;
        for (Cursor cursor : holding) {
            documents += cursor.part().holding();
            positionBits += cursor.part().positionBits();
        }
        spelling.add(term, documents);
        boolean apart = positionBits * 2.0 / 13 > sizes.shardBytes() * INLINE_SHARE;
        bits.clear();
        bits.gamma(holding.size());
        int last = -1;
        for (Cursor cursor : holding) {
            bits.gamma(cursor.segment() - last);
            last = cursor.segment();
            cursor.part().appendDocuments(bits);
        }
        if (!apart) {
            holding.forEach(cursor -> cursor.part().appendPositions(bits));
        }
        shards.add(new Entry(term, apart, bits.toBytes(), bits.length()));
        if (apart) {
            holding.forEach(cursor -> positionShards.add(positions(term, cursor)));
        }
    }

    private Positions positions(String term, Cursor cursor) {
        bits.clear();
        cursor.part().appendPositions(bits);
        return new Positions(term, cursor.segment(), bits.toBytes(), bits.length());
    }

    private void writeShard(List<Entry> entries) {
        BitWriter dictionary = new BitWriter();
        BitWriter content = new BitWriter();
        TermWriter terms = new TermWriter(dictionary);
        for (Entry entry : entries) {
            terms.write(entry.term());
            dictionary.write(entry.apart() ? 1 : 0, 1);
            dictionary.gamma((int) entry.contentBits());
            content.append(entry.content(), 0, entry.contentBits());
        }
        lastShard = list(shardList, entries.get(0).term(), lastShard);
        shardList.write(ScriptFile.nameBytes(put(entries.size(), dictionary, content)));
        shardCount++;
    }

    private void writePositions(List<Positions> items) {
        BitWriter dictionary = new BitWriter();
        BitWriter content = new BitWriter();
        TermWriter terms = new TermWriter(dictionary);
        for (Positions item : items) {
            terms.write(item.term());
            dictionary.gamma(item.segment() + 1);
            dictionary.gamma((int) item.contentBits());
            content.append(item.content(), 0, item.contentBits());
        }
        lastPositions = list(positionList, items.get(0).term(), lastPositions);
        positionList.number(items.get(0).segment());
        positionList.write(ScriptFile.nameBytes(put(items.size(), dictionary, content)));
        positionCount++;
    }

    private static String list(ByteWriter list, String term, String last) {
        int shared = TermWriter.shared(last, term);
        list.number(shared).text(term.substring(shared));
        return term;
    }

    private String put(int count, BitWriter dictionary, BitWriter content) {
        ByteWriter file = new ByteWriter(dictionary.byteLength() + content.byteLength() + 16);
        file.number(count).number(dictionary.byteLength());
        file.write(dictionary.buffer(), 0, dictionary.byteLength());
        file.write(content.buffer(), 0, content.byteLength());
        return put(file);
    }

    private String put(ByteWriter content) {
        ScriptFile file = ScriptFile.packed(content.toBytes());
        sink.put(ScriptFile.pathOf(file.name()), file.bytes());
        return file.name();
    }

    private byte[] root() {
        ByteWriter root = new ByteWriter(1 << 15);
        root.number(VERSION)
                .number(sizes.documentsInBlock())
                .number(sizes.documentsInText())
                .number(parts.size());
        for (SegmentPart part : parts) {
            writeSegment(root, part.head());
        }
        writeYears(root);
        List<String> facets = new SectionFacets(parts, this::put).write();
        root.number(facets.size());
        facets.forEach(name -> root.write(ScriptFile.nameBytes(name)));
        root.number(shardCount).write(shardList.toBytes());
        root.number(positionCount).write(positionList.toBytes());
        root.write(ScriptFile.nameBytes(put(spelling.write())));
        return root.toBytes();
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
