package org.backfile.site;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.backfile.source.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Writes numbers and strings compactly into a growing array; {@link RecordReader} reads them in the same order. Numbers
 * take seven bits a byte, low bits first. Not thread-safe; meant to be used again after {@link #reset}.
 */
final class RecordWriter {
    private byte[] bytes = new byte[1 << 13];
    private int size;

    /** Forgets what was written and keeps the room for it. */
    void reset() {
        size = 0;
    }

    int size() {
        return size;
    }

    /** A copy of what was written. */
    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, more), (int)
                    Math.min(Integer.MAX_VALUE - 8L, 2L * size)));
        }
    }

    /** A number that is usually small and not negative; any long comes back. */
    RecordWriter number(long value) {
        reserve(10);
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
        return this;
    }

    /** Eight bytes, for numbers that are rarely small. */
    RecordWriter fixed(long value) {
        reserve(8);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (value >>> shift);
        }
        return this;
    }

    RecordWriter digest(Sha256 digest) {
        return fixed(digest.a()).fixed(digest.b()).fixed(digest.c()).fixed(digest.d());
    }

    /** A constant by its number: the reader must know the same constants in the same order. */
    @SuppressWarnings("EnumOrdinal") // the store's version has the names in it
    RecordWriter constant(Enum<?> constant) {
        return number(constant.ordinal());
    }

    RecordWriter raw(byte[] more) {
        number(more.length);
        return append(more);
    }

    /** What was written, from 0 to {@link #size}; not a copy. */
    byte[] array() {
        return bytes;
    }

    /** Bytes without their number. */
    RecordWriter append(byte[] more) {
        reserve(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
        return this;
    }

    /** A string or null; any sequence of UTF-16 units comes back as it is, lone surrogates included. */
    RecordWriter string(@Nullable String text) {
        if (text == null) {
            return number(0);
        }
        if (hasLoneSurrogate(text)) {
            byte[] utf16 = text.getBytes(StandardCharsets.UTF_16BE);
            for (int i = 0; i < text.length(); i++) { // the encoder puts a replacement for a lone surrogate
                utf16[2 * i] = (byte) (text.charAt(i) >>> 8);
                utf16[2 * i + 1] = (byte) text.charAt(i);
            }
            return number(2L * utf16.length + 2).append(utf16);
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return number(2L * utf8.length + 1).append(utf8);
    }

    private static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (Character.isLowSurrogate(text.charAt(i))
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    /** A string that is probably hexadecimal digits, in half the room. */
    RecordWriter hex(String digits) {
        if (digits.length() % 2 != 0 || !isLowerHex(digits)) {
            return number(0).string(digits);
        }
        number(digits.length() / 2 + 1L);
        reserve(digits.length() / 2);
        for (int i = 0; i < digits.length(); i += 2) {
            bytes[size++] =
                    (byte) (Character.digit(digits.charAt(i), 16) << 4 | Character.digit(digits.charAt(i + 1), 16));
        }
        return this;
    }

    private static boolean isLowerHex(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }
}
