package org.backfile.search;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** A growing sequence of bits, the highest of each byte first, with the codes that the index is written in. */
final class BitWriter {
    private static final int MOST_ONES = 16;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private byte[] bytes = new byte[64];
    private long bits;

    /** The number of bits written. */
    long length() {
        return bits;
    }

    /** The bytes; their last one filled up with zeros. */
    byte[] toBytes() {
        return Arrays.copyOf(bytes, byteLength());
    }

    int byteLength() {
        return (int) ((bits + 7) >>> 3);
    }

    /** The bytes without a copy: valid up to {@link #byteLength()} until the next write. */
    byte[] buffer() {
        return bytes;
    }

    void clear() {
        Arrays.fill(bytes, 0, byteLength(), (byte) 0);
        bits = 0;
    }

    private void room(long more) {
        long needed = ((bits + more + 7) >>> 3) + 8;
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(needed, bytes.length * 2L)));
        }
    }

    /** The lowest {@code count} bits of {@code value}, at most 32. */
    void write(int value, int count) {
        room(count);
        int at = (int) (bits >>> 3);
        int used = (int) (bits & 7);
        long moved = (value & ((1L << count) - 1)) << (40 - used - count);
        bits += count;
        for (int shift = 32; shift >= 0 && moved != 0; shift -= 8) {
            bytes[at++] |= (byte) (moved >>> shift);
            moved &= (1L << shift) - 1;
        }
    }

    /** Elias gamma: {@code value} from 1, in 2⌊log₂ value⌋ + 1 bits. */
    void gamma(int value) {
        int width = 31 - Integer.numberOfLeadingZeros(value);
        write(0, width);
        write(value, width + 1);
    }

    /** Golomb-Rice: {@code value} from 0, its part above the lowest {@code k} bits as that many ones and a zero. */
    void rice(int value, int k) {
        for (int ones = value >>> k; ones > 0; ones -= 31) {
            write(-1, Math.min(ones, 31));
        }
        write(value & ((1 << k) - 1), k + 1);
    }

    /** As {@link #rice}, but from {@value #MOST_ONES} ones on the rest of the upper part in gamma code: long gaps stay short. */
    void boundedRice(int value, int k) {
        int above = value >>> k;
        if (above < MOST_ONES) {
            rice(value, k);
        } else {
            write(-1, MOST_ONES);
            gamma(above - MOST_ONES + 1);
            write(value & ((1 << k) - 1), k);
        }
    }

    /** Copies {@code count} bits from the start of {@code from}, {@code offset} bytes on. */
    void append(byte[] from, int offset, long count) {
        room(count);
        int used = (int) (bits & 7);
        int at = (int) (bits >>> 3);
        int whole = (int) (count >>> 3);
        if (used == 0) {
            System.arraycopy(from, offset, bytes, at, whole);
        } else {
            shiftInto(from, offset, at, whole, used);
        }
        bits += (long) whole << 3;
        int rest = (int) (count & 7);
        if (rest > 0) {
            write((from[offset + whole] & 0xFF) >>> (8 - rest), rest);
        }
    }

    /** Appends whole bytes where some bits of the byte at {@code at} are taken: eight at a time, seven of them kept. */
    private void shiftInto(byte[] from, int offset, int at, int count, int used) {
        int i = 0;
        for (; i + 8 <= count && i + 8 <= from.length - offset; i += 7) {
            long held = (long) LONGS.get(bytes, at + i) & (-1L << (64 - used));
            long next = (long) LONGS.get(from, offset + i);
            LONGS.set(bytes, at + i, held | next >>> used);
        }
        for (; i < count; i++) {
            int value = from[offset + i] & 0xFF;
            bytes[at + i] = (byte) ((bytes[at + i] & (0xFF << (8 - used))) | (value >>> used));
            bytes[at + i + 1] = (byte) (value << (8 - used));
        }
        bytes[at + count] &= (byte) (0xFF << (8 - used));
        Arrays.fill(bytes, at + count + 1, Math.min(bytes.length, at + count + 9), (byte) 0);
    }
}
