package org.backfile.search;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** A growing sequence of bits, the highest of each byte first, with the codes that the index is written in. */
final class BitWriter {
    private static final int MOST_ONES = 16;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private byte[] bytes = new byte[256];
    private int full;

    /** The bits after those of the full bytes, from the highest on; fewer than 64. */
    private long held;

    private int heldBits;

    /** The number of bits written. */
    long length() {
        return full * 8L + heldBits;
    }

    int byteLength() {
        return full + ((heldBits + 7) >>> 3);
    }

    /** The bytes without a copy, the last one filled up with zeros: valid up to {@link #byteLength()} until the next write. */
    byte[] buffer() {
        LONGS.set(bytes, full, held);
        return bytes;
    }

    void clear() {
        full = 0;
        held = 0;
        heldBits = 0;
    }

    /** The lowest {@code count} bits of {@code value}, at most 32. */
    void write(int value, int count) {
        long bits = value & ((1L << count) - 1);
        int room = 64 - heldBits;
        if (count < room) {
            held |= bits << (room - count);
            heldBits += count;
        } else {
            flush(held | bits >>> (count - room));
            heldBits = count - room;
            held = heldBits == 0 ? 0 : bits << (64 - heldBits);
        }
    }

    private void flush(long eight) {
        LONGS.set(bytes, full, eight);
        full += 8;
        if (full + 8 > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8L, bytes.length * 2L));
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
        int ones = value >>> k;
        for (; ones > 31; ones -= 31) {
            write(-1, 31);
        }
        write(-2, ones + 1);
        write(value, k);
    }

    /** As {@link #rice}, but from {@value #MOST_ONES} ones on the rest of the upper part in gamma code: long gaps stay short. */
    void boundedRice(int value, int k) {
        int above = value >>> k;
        if (above < MOST_ONES) {
            rice(value, k);
        } else {
            write(-1, MOST_ONES);
            gamma(above - MOST_ONES + 1);
            write(value, k);
        }
    }

    /** Copies {@code count} bits from the start of {@code from}, {@code offset} bytes on. */
    void append(byte[] from, int offset, long count) {
        int at = offset;
        long rest = count;
        for (; rest >= 64; rest -= 64) {
            long bits = (long) LONGS.get(from, at);
            flush(held | bits >>> heldBits);
            held = heldBits == 0 ? 0 : bits << (64 - heldBits);
            at += 8;
        }
        for (; rest >= 8; rest -= 8) { // at most seven times
            write(from[at++], 8);
        }
        if (rest > 0) {
            write((from[at] & 0xFF) >>> (8 - rest), (int) rest);
        }
    }
}
