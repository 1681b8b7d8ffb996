package org.backfile.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * What a segment gives to the index, as {@link SegmentWriter} wrote it: read from its start to its end through a window, so
 * that the parts of a large archive need not be in memory together.
 */
final class SegmentPart {
    private static final int WINDOW = 1 << 16;

    private final IndexShelf.Part part;
    private final long size;
    private final int segment;
    private byte[] window = new byte[WINDOW];
    private long windowStart;
    private int filled;
    private int at;

    private final Head head;
    private char[] term = new char[Tokenizer.WORD_LIMIT + 1];
    private int termLength;

    /** The first eight bytes of the current term, compared as a signed number. */
    private long termStart;

    /** Whether the term is all in its start. */
    private boolean startIsAll;

    private int holding;
    private int documentBits;
    private int documentsAt;
    private int positionBits;

    /**
     * What is known of a segment beside its terms.
     *
     * @param blocks files of headlines
     * @param texts names of files of texts
     * @param days the documents' dates as day numbers, 0 for none
     * @param sectionNames in order; the empty one stands for none
     * @param sections for each document the number of its section
     */
    record Head(
            int documents,
            List<Block> blocks,
            List<String> texts,
            int[] days,
            List<String> sectionNames,
            int[] sections) {}

    /** A file of headlines: its name, and how many documents it has. */
    record Block(String name, int documents) {}

    SegmentPart(IndexShelf.Part part, int segment) {
        this.part = part;
        this.size = part.size();
        this.segment = segment;
        int documents = number();
        List<String> names = names();
        int[] blockSizes = numbers(names.size());
        List<Block> blocks = new ArrayList<>();
        for (String name : names) {
            blocks.add(new Block(name, blockSizes[blocks.size()]));
        }
        List<String> texts = names();
        int[] days = numbers(documents);
        int count = number();
        List<String> sections = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sections.add(text());
        }
        head = new Head(documents, blocks, texts, days, sections, numbers(documents));
    }

    Head head() {
        return head;
    }

    /** The number of the segment in its layer. */
    int segment() {
        return segment;
    }

    private List<String> names() {
        int count = number();
        List<String> names = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            require(ScriptFile.NAME_BYTES);
            names.add(HexFormat.of().formatHex(window, at, at + ScriptFile.NAME_BYTES));
            at += ScriptFile.NAME_BYTES;
        }
        return names;
    }

    private int[] numbers(int count) {
        int[] numbers = new int[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = number();
        }
        return numbers;
    }

    /** Goes to the next term; false where there is none. */
    boolean next() {
        if (windowStart + at >= size) {
            return false;
        }
        readTerm();
        holding = number();
        documentBits = number();
        positionBits = number();
        require(bytes(documentBits) + bytes(positionBits));
        documentsAt = at;
        at += bytes(documentBits) + bytes(positionBits);
        return true;
    }

    private void readTerm() {
        int shared = number();
        int more = number();
        termLength = shared + more;
        if (termLength > term.length) {
            term = Arrays.copyOf(term, termLength * 2);
        }
        for (int i = shared; i < termLength; i++) {
            term[i] = (char) number();
        }
        long start = 0;
        int room = Long.SIZE;
        int taken = 0;
        for (; taken < termLength && room > 0; taken++) {
            char c = term[taken];
            if (c < 0x80) {
                room -= 8;
                start |= (long) c << room;
            } else {
                room -= 24;
                long bytes = 0xE00000L | c; // behind all of ASCII, and in the order of the characters
                start |= room >= 0 ? bytes << room : bytes >>> -room;
            }
        }
        termStart = start ^ Long.MIN_VALUE; // so that its order as a signed number is that of its bytes
        startIsAll = room >= 0 && taken == termLength;
    }

    private static int bytes(int bits) {
        return (bits + 7) >>> 3;
    }

    String term() {
        return new String(term, 0, termLength);
    }

    /**
     * The current term's beginning, eight bytes of it: in the order of terms, so that most comparisons end here. Characters
     * beyond ASCII take three.
     */
    long termStart() {
        return termStart;
    }

    /** How the current terms of two parts are ordered. */
    int compareTerms(SegmentPart other) {
        if (termStart != other.termStart) {
            return Long.compare(termStart, other.termStart);
        }
        if (startIsAll && other.startIsAll) {
            return 0;
        }
        return Arrays.compare(term, 0, termLength, other.term, 0, other.termLength);
    }

    /** The number of documents that hold the current term. */
    int holding() {
        return holding;
    }

    int positionBits() {
        return positionBits;
    }

    /** Appends the current term's documents. */
    void appendDocuments(BitWriter to) {
        to.append(window, documentsAt, documentBits);
    }

    /** Appends the current term's positions. */
    void appendPositions(BitWriter to) {
        to.append(window, documentsAt + bytes(documentBits), positionBits);
    }

    private int number() {
        int value = 0;
        int shift = 0;
        while (true) {
            if (at == filled) {
                require(1);
            }
            int next = window[at++];
            value |= (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
            shift += 7;
        }
    }

    private String text() {
        int length = number();
        char[] chars = new char[length];
        for (int i = 0; i < length; i++) {
            chars[i] = (char) number();
        }
        return new String(chars);
    }

    /** Makes sure that {@code count} bytes from {@link #at} on are in the window. */
    private void require(int count) {
        if (at + count <= filled) {
            return;
        }
        windowStart += at;
        byte[] into = count > window.length ? new byte[count + WINDOW] : window;
        int length = (int) Math.min(into.length, size - windowStart);
        if (length < count) {
            throw new IllegalStateException("a part of the index ends too early, at byte " + size);
        }
        part.read(windowStart, into, length);
        window = into;
        filled = length;
        at = 0;
    }
}
