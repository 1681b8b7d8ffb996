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

    void clear() {
        length = 0;
    }

    /** The bytes without a copy: valid up to {@link #length()} until the next write. */
    byte[] buffer() {
        return bytes;
    }

    /** Takes away the first bytes. */
    void drop(int count) {
        System.arraycopy(bytes, count, bytes, 0, length - count);
        length -= count;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** Makes room for so many further bytes; gives the buffer, to be filled from {@link #length()} on. */
    byte[] room(int count) {
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
        }
        return bytes;
    }

    /** Says up to where the buffer was filled. */
    void filled(int end) {
        length = end;
    }

    ByteWriter write(byte[] from, int offset, int count) {
        room(count);
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

    /** The number of a text's code units from {@code from} on, and these code units as numbers. */
    ByteWriter text(String text, int from) {
        number(text.length() - from);
        for (int i = from; i < text.length(); i++) {
            number(text.charAt(i));
        }
        return this;
    }

    ByteWriter ascii(String text) {
        return write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
