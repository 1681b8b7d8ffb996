package org.backfile.page;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * Sixty-four bits that tell inputs from others which came about by chance, made of two cyclic codes of different
 * polynomials. A build that has little to do computes these over many megabytes and is over before Java has made SHA-256
 * fast; cyclic codes are fast from the first byte on. Not thread-safe.
 */
public final class Checksum {
    private static final int BUFFER = 256;

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
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        // UTF-8 has no bytes for halves of surrogate pairs; the hash tells them
        add((long) text.hashCode() << Integer.SIZE | bytes.length);
        if (bytes.length > buffer.length) {
            return add(bytes);
        }
        reserve(bytes.length);
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
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
