package org.backfile.render;

import java.io.Writer;
import java.util.Arrays;

/**
 * What a template writes, as UTF-8. FreeMarker writes a page in a thousand pieces; the writers of the JDK lock for each
 * of them, and a page with one dash or curly quote would be held in two bytes a character and encoded as a whole
 * afterwards. For one thread.
 */
final class PageText extends Writer {
    private static final int PIECE = 1024;

    private final char[] piece = new char[PIECE];
    private byte[] bytes = new byte[16_384];
    private int length;

    /** The first half of a character whose second half is still to come; 0 where there is none. */
    private char high;

    @Override
    public void write(int c) {
        piece[0] = (char) c;
        encode(piece, 0, 1);
    }

    @Override
    public void write(char[] from, int offset, int count) {
        encode(from, offset, offset + count);
    }

    @Override
    public void write(String from, int offset, int count) {
        for (int done = 0; done < count; done += PIECE) {
            int part = Math.min(PIECE, count - done);
            from.getChars(offset + done, offset + done + part, piece, 0);
            encode(piece, 0, part);
        }
    }

    private void encode(char[] from, int start, int end) {
        reserve(3 * (end - start) + 3);
        int i = start;
        int to = length;
        while (i < end) {
            while (high == 0 && i < end && from[i] < 0x80) {
                bytes[to++] = (byte) from[i++];
            }
            if (i < end) {
                length = to;
                encode(from[i++]);
                to = length;
            }
        }
        length = to;
    }

    /** A character or half of one that is not simply its own byte; half a character alone becomes a question mark. */
    private void encode(char c) {
        if (high != 0) {
            char first = high;
            high = 0;
            if (Character.isLowSurrogate(c)) {
                int point = Character.toCodePoint(first, c);
                put(0xF0 | (point >> 18), next(point >> 12), next(point >> 6), next(point));
                return;
            }
            put('?');
        }
        if (c < 0x80) {
            put(c);
        } else if (c < 0x800) {
            put(0xC0 | (c >> 6), next(c));
        } else if (Character.isHighSurrogate(c)) {
            high = c;
        } else if (Character.isLowSurrogate(c)) {
            put('?');
        } else {
            put(0xE0 | (c >> 12), next(c >> 6), next(c));
        }
    }

    /** A byte after the first of a character, with six bits of it. */
    private static int next(int bits) {
        return 0x80 | (bits & 0x3F);
    }

    private void put(int... some) {
        for (int each : some) {
            bytes[length++] = (byte) each;
        }
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    @Override
    public void flush() {
        // all is where it belongs
    }

    @Override
    public void close() {
        // holds nothing to let go of
    }

    /** All that was written. */
    byte[] toBytes() {
        if (high != 0) {
            high = 0;
            reserve(1);
            put('?');
        }
        return Arrays.copyOf(bytes, length);
    }
}
