package org.backfile.search;

import java.util.ArrayList;
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
    private static final Field[] FIELDS = Field.values();

    private final List<PreparedDocument> documents;
    private final TermTable terms = new TermTable();
    private int[] termOf = new int[1 << 16];
    private int[] positionOf = new int[1 << 16];
    private final int[] ends;
    private int used;

    /** For each document and field the position after it, and what a word in it is worth. */
    private final int[] fieldEnds;

    private final double[] shares;

    private byte[] levels = new byte[1 << 12];
    private final BitWriter entry = new BitWriter();
    private final BitWriter positions = new BitWriter();

    private SegmentWriter(List<PreparedDocument> documents) {
        this.documents = documents;
        this.ends = new int[documents.size()];
        this.fieldEnds = new int[documents.size() * FIELDS.length];
        this.shares = new double[documents.size() * FIELDS.length];
        measureFields();
    }

    /** The parameter of the gaps' Rice code, known to a reader who knows both numbers. */
    static int gapBits(int documents, int holding) {
        return 31 - Integer.numberOfLeadingZeros(Math.max(1, documents * 11 / (16 * holding)));
    }

    static byte[] write(List<PreparedDocument> documents, IndexSizes sizes, IndexSink sink) {
        BlockWriter blocks = new BlockWriter(sizes, sink);
        blocks.write(documents);
        SegmentWriter writer = new SegmentWriter(documents);
        writer.numberTerms();
        return writer.part(blocks);
    }

    private void numberTerms() {
        for (int i = 0; i < documents.size(); i++) {
            int at = used;
            char[] tokens = documents.get(i).tokens();
            ensureRoom(tokens.length);
            int position = -1;
            int next = 0;
            while (next < tokens.length) {
                int head = tokens[next++];
                int length = head & PreparedDocument.LENGTH_MASK;
                position += (head & PreparedDocument.ADVANCES) != 0 ? 1 : 0;
                if (length > 0) {
                    termOf[at] = terms.number(tokens, next, length, TermTable.hash(tokens, next, length));
                    positionOf[at++] = position;
                    next += length;
                }
            }
            used = at;
            ends[i] = at;
        }
    }

    private void ensureRoom(int more) {
        if (used + more > termOf.length) {
            int length = Math.max(termOf.length * 2, used + more);
            termOf = java.util.Arrays.copyOf(termOf, length);
            positionOf = java.util.Arrays.copyOf(positionOf, length);
        }
    }

    private byte[] part(BlockWriter blocks) {
        ByteWriter part = new ByteWriter(used * 2 + 1024);
        byte[] head = head(blocks);
        part.number(head.length).write(head);
        int[] starts = starts();
        int[] occurrences = new int[used];
        int[] holders = new int[used];
        sortByTerm(starts, occurrences, holders);
        for (int term : terms.sorted()) {
            int from = starts[term];
            int holding = writeTerm(occurrences, holders, from, starts[term + 1]);
            part.text(terms.term(term))
                    .number(holding)
                    .number((int) entry.length())
                    .number((int) positions.length())
                    .write(entry.buffer(), 0, entry.byteLength())
                    .write(positions.buffer(), 0, positions.byteLength());
        }
        return part.toBytes();
    }

    private int[] starts() {
        int[] starts = new int[terms.size() + 1];
        for (int i = 0; i < used; i++) {
            starts[termOf[i] + 1]++;
        }
        for (int term = 0; term < terms.size(); term++) {
            starts[term + 1] += starts[term];
        }
        return starts;
    }

    /** A counting sort: stable, so that each term's documents and positions stay in order. */
    private void sortByTerm(int[] starts, int[] occurrences, int[] holders) {
        int[] next = starts.clone();
        int at = 0;
        for (int document = 0; document < ends.length; document++) {
            for (; at < ends[document]; at++) {
                int to = next[termOf[at]]++;
                occurrences[to] = positionOf[at];
                holders[to] = document;
            }
        }
    }

    /** Sets {@link #entry} and {@link #positions}; gives the number of documents. */
    private int writeTerm(int[] occurrences, int[] holders, int from, int to) {
        entry.clear();
        positions.clear();
        int holding = 0;
        long sum = 0;
        for (int i = from; i < to; i++) {
            boolean first = i == from || holders[i] != holders[i - 1];
            holding += first ? 1 : 0;
            sum += first ? occurrences[i] : occurrences[i] - occurrences[i - 1];
        }
        int gapBits = gapBits(documents.size(), holding);
        int average = (int) (sum * 2 / 3 / (to - from));
        int positionBits = Math.max(2, Math.min(9, 31 - Integer.numberOfLeadingZeros(Math.max(1, average))));
        entry.gamma(holding);
        int usual = rank(occurrences, holders, from, to);
        if (holding > 1) {
            entry.write(usual, 3);
        }
        positions.write(positionBits - 2, 3);
        int last = -1;
        int end;
        for (int i = from; i < to; i = end) {
            end = i + 1;
            while (end < to && holders[end] == holders[i]) {
                end++;
            }
            entry.rice(holders[i] - last - 1, gapBits);
            last = holders[i];
            writeLevel(levels[i - from], usual, holding == 1);
            writePositions(occurrences, i, end, positionBits);
        }
        return holding;
    }

    /** Sets {@link #levels} at the first occurrence in each document; gives the commonest level. */
    private int rank(int[] occurrences, int[] holders, int from, int to) {
        if (levels.length < to - from) {
            levels = new byte[2 * (to - from)];
        }
        int[] times = new int[Ranking.LEVELS];
        int end;
        for (int i = from; i < to; i = end) {
            end = i + 1;
            while (end < to && holders[end] == holders[i]) {
                end++;
            }
            int level = level(holders[i], occurrences, i, end);
            levels[i - from] = (byte) level;
            times[level]++;
        }
        int usual = 0;
        for (int level = 1; level < times.length; level++) {
            usual = times[level] > times[usual] ? level : usual;
        }
        return usual;
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

    private void writePositions(int[] occurrences, int from, int to, int bits) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += i == from || occurrences[i] != occurrences[i - 1] ? 1 : 0;
        }
        positions.gamma(count);
        int last = -1;
        for (int i = from; i < to; i++) {
            if (i == from || occurrences[i] != occurrences[i - 1]) {
                positions.boundedRice(occurrences[i] - last - 1, bits);
                last = occurrences[i];
            }
        }
    }

    private int level(int document, int[] occurrences, int from, int to) {
        int row = document * FIELDS.length;
        double sum = 0;
        int field = 0;
        for (int i = from; i < to; i++) {
            while (occurrences[i] >= fieldEnds[row + field]) {
                field++;
            }
            sum += shares[row + field];
        }
        return Ranking.level(sum);
    }

    private void measureFields() {
        for (int i = 0; i < documents.size(); i++) {
            int[] starts = documents.get(i).fieldStarts();
            for (Field field : FIELDS) {
                int at = i * FIELDS.length + field.ordinal();
                fieldEnds[at] = starts[field.ordinal() + 1];
                shares[at] = Ranking.share(field, fieldEnds[at] - starts[field.ordinal()]);
            }
        }
    }

    /** What is known of the segment beside its terms. */
    private byte[] head(BlockWriter blocks) {
        ByteWriter head = new ByteWriter(1024);
        head.number(documents.size());
        writeNames(head, blocks.blocks());
        writeNames(head, blocks.texts());
        writeDates(head);
        writeSections(head);
        return head.toBytes();
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
            String section = document.display().section();
            numbers.put(section == null ? "" : section, 0);
        }
        List<String> names = new ArrayList<>(numbers.keySet());
        out.number(names.size());
        for (int i = 0; i < names.size(); i++) {
            out.text(names.get(i));
            numbers.put(names.get(i), i);
        }
        for (PreparedDocument document : documents) {
            String section = document.display().section();
            out.number(numbers.getOrDefault(section == null ? "" : section, 0));
        }
    }
}
