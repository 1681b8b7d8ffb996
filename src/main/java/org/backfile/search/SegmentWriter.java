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
    /** A posting, a document that holds a term: the document above its level, the number of positions, and the positions. */
    private static final int LEVEL_BITS = 3;

    private final List<PreparedDocument> documents;
    private final TermTable terms = new TermTable();

    /** The term of each posting, in order of documents. */
    private int[] termOf = new int[1 << 16];

    private int used;

    /** For each term the number of its postings, and what they take. */
    private int[] holding = new int[1 << 12];

    private int[] sizes = new int[1 << 12];

    /** The postings of all terms, term after term, each term's in order of documents. */
    private int[] postings = new int[0];

    /** Of the postings that are being written: how often they have each level, the commonest, the parameter for positions. */
    private final int[] times = new int[Ranking.LEVELS];

    private int usualLevel;
    private int positionBits;

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
        return writer.part(blocks, writer.sortPostings());
    }

    /** Sorts the postings by the number of their term; gives where each term's end. */
    private int[] sortPostings() {
        documents.forEach(this::numberTerms);
        int[] next = new int[terms.size()];
        int all = 0;
        for (int term = 0; term < next.length; term++) {
            next[term] = all;
            all = Math.addExact(all, sizes[term]);
        }
        postings = new int[all];
        int posting = 0;
        for (int i = 0; i < documents.size(); i++) {
            int[] packed = documents.get(i).terms();
            for (int at = 0; at < packed.length; at += 4 + packed[at + 3]) {
                int term = termOf[posting++];
                int to = next[term];
                int size = sizeOf(packed, at);
                postings[to] = i << LEVEL_BITS | packed[at + 2];
                System.arraycopy(packed, at + 3, postings, to + 1, size - 1);
                next[term] = to + size;
            }
        }
        return next;
    }

    private static int sizeOf(int[] packed, int at) {
        return packed[at + 3] + 2;
    }

    private void numberTerms(PreparedDocument document) {
        char[] characters = document.characters();
        int[] packed = document.terms();
        int character = 0;
        for (int at = 0; at < packed.length; at += 4 + packed[at + 3]) {
            int term = terms.number(characters, character, packed[at + 1], packed[at]);
            character += packed[at + 1];
            if (used == termOf.length) {
                termOf = Arrays.copyOf(termOf, used * 2);
            }
            termOf[used++] = term;
            if (term >= holding.length) {
                holding = Arrays.copyOf(holding, term * 2);
                sizes = Arrays.copyOf(sizes, term * 2);
            }
            holding[term]++;
            sizes[term] += sizeOf(packed, at);
        }
    }

    private byte[] part(BlockWriter blocks, int[] ends) {
        ByteWriter part = new ByteWriter(used * 4 + 1024);
        writeHead(part, blocks);
        for (int term : terms.sorted()) {
            writeTerm(part, term);
            part.number(holding[term]);
            encode(holding[term], ends[term] - sizes[term], ends[term]);
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

    /** Sets {@link #entry} and {@link #positions} to those of so many postings. */
    private void encode(int holding, int from, int to) {
        int gapBits = gapBits(documents.size(), holding);
        look(from, to);
        entry.clear();
        entry.gamma(holding);
        if (holding > 1) {
            entry.write(usualLevel, 3);
        }
        positions.clear();
        positions.write(positionBits - 2, 3);
        int last = -1;
        int count;
        for (int at = from; at < to; at += 2 + count) {
            int document = postings[at] >> LEVEL_BITS;
            count = postings[at + 1];
            entry.rice(document - last - 1, gapBits);
            last = document;
            writeLevel(levelAt(at), holding == 1);
            writePositions(at + 2, count);
        }
    }

    private int levelAt(int at) {
        return postings[at] & (1 << LEVEL_BITS) - 1;
    }

    /** Sets {@link #usualLevel}, and {@link #positionBits} to the parameter of the Rice code that suits the average gap of positions. */
    private void look(int from, int to) {
        Arrays.fill(times, 0);
        long sum = 0;
        long count = 0;
        int number;
        for (int at = from; at < to; at += 2 + number) {
            number = postings[at + 1];
            times[levelAt(at)]++;
            count += number;
            sum += postings[at + 1 + number];
        }
        usualLevel = 0;
        for (int level = 1; level < times.length; level++) {
            usualLevel = times[level] > times[usualLevel] ? level : usualLevel;
        }
        int average = (int) (sum * 2 / 3 / count);
        positionBits = Math.max(2, Math.min(9, 31 - Integer.numberOfLeadingZeros(Math.max(1, average))));
    }

    private void writeLevel(int level, boolean alone) {
        if (alone) {
            entry.write(level, 3);
        } else if (level == usualLevel) {
            entry.write(1, 1);
        } else {
            entry.write(level, 4);
        }
    }

    private void writePositions(int from, int count) {
        positions.gamma(count);
        int last = -1;
        for (int i = from; i < from + count; i++) {
            positions.boundedRice(postings[i] - last - 1, positionBits);
            last = postings[i];
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
