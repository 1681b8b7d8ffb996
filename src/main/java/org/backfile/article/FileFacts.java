package org.backfile.article;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What one file adds to the knowledge about its folder: hashes of its lines, and what its dates tell about the
 * folder's habits. Eight bytes a distinct line; equal bytes of a file give equal facts. Immutable.
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

    private final long[] lines;
    private final DateHabits dates;

    /** @param lines hashes of the file's distinct lines, the low three bits being flags, in any order */
    FileFacts(long[] lines, DateHabits dates) {
        this.lines = lines;
        this.dates = dates;
        Arrays.sort(this.lines);
    }

    /** The key under which a line is counted: its hash without the bits that hold flags. */
    static long key(long hash) {
        return hash & ~(FLAGS | TAIL_KEY | LABEL_KEY);
    }

    /** The key under which the tail of a title is counted. */
    static long tailKey(long hash) {
        return key(hash) | TAIL_KEY;
    }

    /** The key under which the archive counts a label. */
    static long labelKey(long hash) {
        return key(hash) | LABEL_KEY;
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
        ByteBuffer bytes = ByteBuffer.allocate(DateHabits.BYTES + 8 * lines.length);
        dates.write(bytes);
        for (long line : lines) {
            bytes.putLong(line);
        }
        return bytes.array();
    }

    /** The facts that {@link #toBytes} wrote. */
    public static FileFacts fromBytes(byte[] stored) {
        ByteBuffer bytes = ByteBuffer.wrap(stored);
        DateHabits dates = DateHabits.read(bytes);
        long[] lines = new long[bytes.remaining() / 8];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = bytes.getLong();
        }
        return new FileFacts(lines, dates);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FileFacts facts && Arrays.equals(lines, facts.lines) && dates.equals(facts.dates);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(lines);
    }
}
