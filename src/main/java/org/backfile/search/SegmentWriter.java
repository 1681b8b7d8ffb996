package org.backfile.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.backfile.article.ArticleDate;

/**
 * Turns the documents of a segment into its files of headlines and texts, and into a {@link SegmentPart}: the segment's
 * terms in order, each with the documents and positions where it stands. Document numbers count from the segment's
 * start, so that a segment's part stays valid whatever happens in another.
 *
 * <p>A term's documents: their number (gamma), the commonest {@link Ranking} level (three bits, where there are
 * several documents); for each the gap from the one before (Rice, by {@link #gapBits}) and a one, or a zero and its own
 * level. A term's positions: three bits for the Rice code's k, 2 to 9; for each document the
 * number of positions (gamma), the first position and the gaps between them, less one.
 */
final class SegmentWriter {
    private static final int LEVEL = 32;
    private static final int DOCUMENT = 36;

    private final List<PreparedDocument> documents;
    private final TermTable terms = new TermTable();

    /** For each posting, a document that holds a term: the term; and document, level and where the document has it. */
    private int[] termOf = new int[1 << 16];

    private long[] places = new long[1 << 16];
    private int used;

    private final BitWriter entry = new BitWriter();
    private final BitWriter positions = new BitWriter();
    private String lastTerm = "";

    private SegmentWriter(List<PreparedDocument> documents) {
        this.documents = documents;
    }

    /** The parameter of the gaps' Rice code, known to a reader who knows both numbers. */
    static int gapBits(int documents, int holding) {
        return 31 - Integer.numberOfLeadingZeros(Math.max(1, documents * 11 / (16 * holding)));
    }

    static byte[] write(List<PreparedDocument> documents, IndexSizes sizes, IndexSink sink) {
        BlockWriter blocks = new BlockWriter(sizes, sink);
        blocks.write(documents);
        SegmentWriter writer = new SegmentWriter(documents);
        return writer.part(blocks, writer.postingsByTerm());
    }

    /** Sorts the postings by the number of their term, in order of documents; gives where each term's begin. */
    private int[] postingsByTerm() {
        for (int i = 0; i < documents.size(); i++) {
            takeTerms(i, documents.get(i));
        }
        int[] starts = new int[terms.size() + 1];
        for (int i = 0; i < used; i++) {
            starts[termOf[i] + 1]++;
        }
        for (int term = 0; term < terms.size(); term++) {
            starts[term + 1] += starts[term];
        }
        int[] next = starts.clone();
        long[] sorted = new long[used];
        for (int i = 0; i < used; i++) {
            sorted[next[termOf[i]]++] = places[i];
        }
        places = sorted;
        return starts;
    }

    private void takeTerms(int number, PreparedDocument document) {
        char[] characters = document.characters();
        int[] packed = document.terms();
        int character = 0;
        for (int at = 0; at < packed.length; at += 4 + packed[at + 3]) {
            if (used == termOf.length) {
                termOf = Arrays.copyOf(termOf, used * 2);
                places = Arrays.copyOf(places, used * 2);
            }
            termOf[used] = terms.number(characters, character, packed[at + 1], packed[at]);
            places[used++] = (long) number << DOCUMENT | (long) packed[at + 2] << LEVEL | at;
            character += packed[at + 1];
        }
    }

    private byte[] part(BlockWriter blocks, int[] starts) {
        ByteWriter part = new ByteWriter(used * 4 + 1024);
        writeHead(part, blocks);
        for (int term : terms.sorted()) {
            writeTerm(part, term);
            part.number(starts[term + 1] - starts[term]);
            encode(starts[term], starts[term + 1]);
            part.number((int) entry.length())
                    .number((int) positions.length())
                    .write(entry.buffer(), 0, entry.byteLength())
                    .write(positions.buffer(), 0, positions.byteLength());
        }
        return part.toBytes();
    }

    private void writeTerm(ByteWriter part, int number) {
        int start = terms.start(number);
        String term = new String(terms.characters(), start, terms.start(number + 1) - start);
        int shared = TermWriter.shared(lastTerm, term);
        part.number(shared).text(term, shared);
        lastTerm = term;
    }

    /** Sets {@link #entry} and {@link #positions} to those of the postings of a term. */
    private void encode(int from, int to) {
        int holding = to - from;
        int usual = usualLevel(from, to);
        int gapBits = gapBits(documents.size(), holding);
        int positionBits = positionBits(from, to);
        entry.clear();
        entry.gamma(holding);
        if (holding > 1) {
            entry.write(usual, 3);
        }
        positions.clear();
        positions.write(positionBits - 2, 3);
        int last = -1;
        for (int i = from; i < to; i++) {
            int document = (int) (places[i] >>> DOCUMENT);
            int[] packed = documents.get(document).terms();
            int at = (int) places[i];
            entry.rice(document - last - 1, gapBits);
            last = document;
            writeLevel(packed[at + 2], usual, holding == 1);
            writePositions(packed, at + 4, packed[at + 3], positionBits);
        }
    }

    private int usualLevel(int from, int to) {
        int[] times = new int[Ranking.LEVELS];
        for (int i = from; i < to; i++) {
            times[(int) (places[i] >>> LEVEL) & 7]++;
        }
        int usual = 0;
        for (int level = 1; level < times.length; level++) {
            usual = times[level] > times[usual] ? level : usual;
        }
        return usual;
    }

    /** The parameter of the positions' Rice code: what suits their average gap. */
    private int positionBits(int from, int to) {
        long sum = 0;
        long count = 0;
        for (int i = from; i < to; i++) {
            int[] packed = documents.get((int) (places[i] >>> DOCUMENT)).terms();
            int at = (int) places[i];
            int number = packed[at + 3];
            count += number;
            sum += packed[at + 3 + number];
        }
        int average = (int) (sum * 2 / 3 / count);
        return Math.max(2, Math.min(9, 31 - Integer.numberOfLeadingZeros(Math.max(1, average))));
    }

    private void writeLevel(int level, int usual, boolean alone) {
        if (alone) {
            entry.write(level, 3);
        } else if (level == usual) {
            entry.write(1, 1);
        } else {
            entry.write(level, 4);
        }
    }

    private void writePositions(int[] packed, int from, int count, int bits) {
        positions.gamma(count);
        int last = -1;
        for (int i = from; i < from + count; i++) {
            positions.boundedRice(packed[i] - last - 1, bits);
            last = packed[i];
        }
    }

    /** What is known of the segment beside its terms. */
    private void writeHead(ByteWriter head, BlockWriter blocks) {
        head.number(documents.size());
        writeNames(head, blocks.blocks().stream().map(SegmentPart.Block::name).toList());
        blocks.blocks().forEach(block -> head.number(block.documents()));
        writeNames(head, blocks.texts());
        writeDates(head);
        writeSections(head);
    }

    private static void writeNames(ByteWriter out, List<String> names) {
        out.number(names.size());
        names.forEach(name -> out.write(ScriptFile.nameBytes(name)));
    }

    private void writeDates(ByteWriter out) {
        for (PreparedDocument document : documents) {
            ArticleDate date = document.display().date();
            out.number(date == null ? 0 : dayNumber(date));
        }
    }

    /** A date in order, as a number: its first day; months of 31 days, years of 12 months. */
    static int dayNumber(ArticleDate date) {
        return (date.year() * 12 + Math.max(0, date.month() - 1)) * 31 + Math.max(0, date.day() - 1);
    }

    private void writeSections(ByteWriter out) {
        TreeMap<String, Integer> numbers = new TreeMap<>();
        for (PreparedDocument document : documents) {
            numbers.put(sectionOf(document), 0);
        }
        List<String> names = new ArrayList<>(numbers.keySet());
        out.number(names.size());
        for (int i = 0; i < names.size(); i++) {
            out.text(names.get(i), 0);
            numbers.put(names.get(i), i);
        }
        for (PreparedDocument document : documents) {
            out.number(numbers.getOrDefault(sectionOf(document), 0));
        }
    }

    private static String sectionOf(PreparedDocument document) {
        String section = document.display().section();
        return section == null ? "" : section;
    }
}
