package org.backfile.render;

import java.io.Writer;
import java.util.Arrays;

/**
 * Text on its way to UTF-8; half a surrogate pair becomes U+FFFD. The buffer stays from text to text. Not for several
 * threads.
 */
final class Utf8 extends Writer {
    private byte[] bytes = new byte[32_768];
    private int length;
    private char high;

    /** Writes a character that is ASCII. */
    void ascii(char c) {
        reserve(1);
        put(c);
    }

    /** The bytes written since the last call. */
    byte[] take() {
        reserve(0);
        endHalf();
        byte[] taken = Arrays.copyOf(bytes, length);
        length = 0;
        return taken;
    }

    /** Forgets what was written. */
    void reset() {
        high = 0;
        length = 0;
    }

    @Override
    public void write(int c) {
        reserve(4);
        put((char) c);
    }

    @Override
    public void write(char[] text, int from, int count) {
        reserve(3 * count);
        for (int i = from; i < from + count; i++) {
            char c = text[i];
            if (c < 0x80 && high == 0) {
                bytes[length++] = (byte) c;
            } else {
                put(c);
            }
        }
    }

    @Override
    public void write(String text, int from, int count) {
        reserve(3 * count);
        for (int i = from; i < from + count; i++) {
            char c = text.charAt(i);
            if (c < 0x80 && high == 0) {
                bytes[length++] = (byte) c;
            } else {
                put(c);
            }
        }
    }

    private void put(char c) {
        if (high != 0 && Character.isLowSurrogate(c)) {
            int point = Character.toCodePoint(high, c);
            high = 0;
            bytes[length++] = (byte) (0xF0 | point >> 18);
            bytes[length++] = (byte) (0x80 | point >> 12 & 0x3F);
            bytes[length++] = (byte) (0x80 | point >> 6 & 0x3F);
            bytes[length++] = (byte) (0x80 | point & 0x3F);
            return;
        }
        endHalf();
        if (c < 0x80) {
            bytes[length++] = (byte) c;
        } else if (c < 0x800) {
            bytes[length++] = (byte) (0xC0 | c >> 6);
            bytes[length++] = (byte) (0x80 | c & 0x3F);
        } else if (Character.isHighSurrogate(c)) {
            high = c;
        } else if (Character.isLowSurrogate(c)) {
            unknown();
        } else {
            bytes[length++] = (byte) (0xE0 | c >> 12);
            bytes[length++] = (byte) (0x80 | c >> 6 & 0x3F);
            bytes[length++] = (byte) (0x80 | c & 0x3F);
        }
    }

    private void endHalf() {
        if (high != 0) {
            high = 0;
            unknown();
        }
    }

    private void unknown() {
        bytes[length++] = (byte) 0xEF;
        bytes[length++] = (byte) 0xBF;
        bytes[length++] = (byte) 0xBD;
    }

    /** Makes room for so many bytes and those that half a pair before them may become. */
    private void reserve(int count) {
        if (length + count + 3 > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count + 3));
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
