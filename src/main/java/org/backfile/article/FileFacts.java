package org.backfile.article;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What one file adds to the knowledge about its folder: hashes of its lines and long words, and what its dates tell about the
 * folder's habits. Eight bytes a distinct line, four a distinct long word; equal bytes of a file give equal facts. Immutable.
 */
public final class FileFacts {
    /** The first line of the file that is not blank. */
    static final int FIRST = 1;
    /** Reads like a sentence or a paragraph, and not like a label. */
    static final int PROSE = 2;
    /** Stands above the first paragraph of the text. */
    static final int ABOVE = 4;

    private static final int FLAGS = 7;
    /** Marks the key of a title's tail, which is no line of its own. */
    private static final long TAIL_KEY = 8;
    /** Marks the key of a label, which the archive counts and not the folder. */
    private static final long LABEL_KEY = 16;
    /** Marks the key of two lines of a file together ({@link Reprints}). */
    private static final long PAIR_KEY = 32;
    /** The bits of such a key that are the one line's. */
    private static final long PAIR_OF = -1L << 24;

    private final int texts;
    private final long[] lines;
    private final int[] words;
    private final int[] cutWords;
    private final DateHabits dates;

    /**
     * @param texts how many texts the file holds as such: rows of a table, else one
     * @param lines hashes of each text's distinct lines, the low three bits being flags, in any order
     * @param words hashes of the distinct long words
     * @param cutWords hashes of the words that would arise from those cut at a line's end
     */
    FileFacts(int texts, long[] lines, int[] words, int[] cutWords, DateHabits dates) {
        this.texts = texts;
        this.lines = lines;
        this.words = words;
        this.cutWords = cutWords;
        this.dates = dates;
        Arrays.sort(this.lines);
    }

    static boolean isSameKey(long one, long other) {
        return (one & ~(long) FLAGS) == (other & ~(long) FLAGS);
    }

    int texts() {
        return texts;
    }

    int[] cutWords() {
        return cutWords;
    }

    /** Adds those of the file's long words to {@code found} that are {@code sought}. */
    void addWords(WordSet sought, WordSet found) {
        for (int word : words) {
            if (sought.contains(word)) {
                found.add(word);
            }
        }
    }

    /** The key under which a line is counted: its hash without the bits that hold flags. */
    static long key(long hash) {
        return hash & ~(FLAGS | TAIL_KEY | LABEL_KEY | PAIR_KEY);
    }

    /** The key under which the tail of a title is counted. */
    static long tailKey(long hash) {
        return key(hash) | TAIL_KEY;
    }

    /** The key under which the archive counts a label. */
    static long labelKey(long hash) {
        return key(hash) | LABEL_KEY;
    }

    /** The key under which two lines are counted together: the keys of all pairs of one differ in their lowest bits only. */
    static long pairKey(long one, long other) {
        return (one & PAIR_OF) | (key(other >>> 40) & ~PAIR_OF) | PAIR_KEY;
    }

    static boolean isPairKey(long key) {
        return (key & PAIR_KEY) != 0;
    }

    /** What the key of a line and those of its pairs have in common; ascending as they are. */
    static long pairOf(long key) {
        return key & PAIR_OF;
    }

    static boolean isLabelKey(long key) {
        return (key & LABEL_KEY) != 0;
    }

    static boolean isTailKey(long key) {
        return (key & TAIL_KEY) != 0;
    }

    int lineCount() {
        return lines.length;
    }

    long key(int i) {
        return lines[i] & ~(long) FLAGS;
    }

    int flags(int i) {
        return (int) lines[i] & FLAGS;
    }

    DateHabits dates() {
        return dates;
    }

    /** The facts as bytes, for the store. */
    public byte[] toBytes() {
        int size = DateHabits.BYTES + 3 * Integer.BYTES + 4 * (words.length + cutWords.length) + 8 * lines.length;
        ByteBuffer bytes = ByteBuffer.allocate(size);
        dates.write(bytes);
        bytes.putInt(texts).putInt(words.length).putInt(cutWords.length);
        for (int word : words) {
            bytes.putInt(word);
        }
        for (int word : cutWords) {
            bytes.putInt(word);
        }
        for (long line : lines) {
            bytes.putLong(line);
        }
        return bytes.array();
    }

    /** The facts that {@link #toBytes} wrote. */
    public static FileFacts fromBytes(byte[] stored) {
        ByteBuffer bytes = ByteBuffer.wrap(stored);
        DateHabits dates = DateHabits.read(bytes);
        int texts = bytes.getInt();
        int[] words = new int[bytes.getInt()];
        int[] cutWords = new int[bytes.getInt()];
        Arrays.setAll(words, i -> bytes.getInt());
        Arrays.setAll(cutWords, i -> bytes.getInt());
        long[] lines = new long[bytes.remaining() / 8];
        Arrays.setAll(lines, i -> bytes.getLong());
        return new FileFacts(texts, lines, words, cutWords, dates);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FileFacts facts && Arrays.equals(toBytes(), facts.toBytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(lines);
    }
}
