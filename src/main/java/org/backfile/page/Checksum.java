package org.backfile.page;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * Sixty-four bits that tell inputs from others which came about by chance, made of two cyclic codes of different
 * polynomials. A build that has little to do computes these over many megabytes and is over before Java has made SHA-256
 * fast; cyclic codes are fast from the first byte on. Not thread-safe.
 */
public final class Checksum {
    private static final int BUFFER = 256;

    /** The most bytes that a character of a text takes here. */
    private static final int WIDEST = 3;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final CRC32C high = new CRC32C();
    private final CRC32 low = new CRC32();
    private final byte[] buffer = new byte[BUFFER];
    private int length;

    /** The checksum of {@code bytes}. */
    public static long of(byte[] bytes) {
        return new Checksum().add(bytes).value();
    }

    /** Adds bytes to those before; how they are parted does not matter. */
    public Checksum add(byte[] bytes) {
        return add(bytes, bytes.length);
    }

    /** The same for the first {@code count} of these bytes. */
    public Checksum add(byte[] bytes, int count) {
        flush();
        high.update(bytes, 0, count);
        low.update(bytes, 0, count);
        return this;
    }

    /** Adds the eight bytes of a number. */
    public Checksum add(long number) {
        reserve(Long.BYTES);
        LONG.set(buffer, length, number);
        length += Long.BYTES;
        return this;
    }

    /** Adds a text and its length, so that it can't be parted otherwise; halves of surrogate pairs count too. */
    public Checksum add(String text) {
        add(text.length());
        for (int from = 0; from < text.length(); from += BUFFER / WIDEST) {
            int to = Math.min(from + BUFFER / WIDEST, text.length());
            reserve(WIDEST * (to - from));
            int at = length;
            for (int i = from; i < to; i++) {
                char c = text.charAt(i);
                if (c < 0x80) {
                    buffer[at++] = (byte) c;
                } else {
                    buffer[at++] = (byte) (0x80 | c >>> 14);
                    buffer[at++] = (byte) (c >>> 7 & 0x7F);
                    buffer[at++] = (byte) (c & 0x7F);
                }
            }
            length = at;
        }
        return this;
    }

    private void reserve(int bytes) {
        if (buffer.length - length < bytes) {
            flush();
        }
    }

    private void flush() {
        high.update(buffer, 0, length);
        low.update(buffer, 0, length);
        length = 0;
    }

    /** The checksum of all bytes so far. */
    public long value() {
        flush();
        return high.getValue() << Integer.SIZE | low.getValue();
    }
}
