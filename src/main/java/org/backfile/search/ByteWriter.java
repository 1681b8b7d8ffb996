package org.backfile.search;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing sequence of bytes. */
final class ByteWriter {
    private byte[] bytes;
    private int length;

    ByteWriter(int expected) {
        bytes = new byte[Math.max(16, expected)];
    }

    int length() {
        return length;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    ByteWriter write(byte[] from, int offset, int count) {
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
        }
        System.arraycopy(from, offset, bytes, length, count);
        length += count;
        return this;
    }

    ByteWriter write(byte[] from) {
        return write(from, 0, from.length);
    }

    ByteWriter write(int value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        bytes[length++] = (byte) value;
        return this;
    }

    /** A number from 0, seven bits a byte, the lowest first, each byte but the last with its highest bit set. */
    ByteWriter number(int value) {
        int rest = value;
        while (rest >>> 7 != 0) {
            write((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        return write(rest);
    }

    /** A text's length in code units and its code units, as numbers. */
    ByteWriter text(CharSequence text) {
        number(text.length());
        for (int i = 0; i < text.length(); i++) {
            number(text.charAt(i));
        }
        return this;
    }

    ByteWriter ascii(String text) {
        return write(text.getBytes(StandardCharsets.US_ASCII));
    }

    ByteWriter utf8(String text) {
        return write(text.getBytes(StandardCharsets.UTF_8));
    }
}
