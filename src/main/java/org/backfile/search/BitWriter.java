package org.backfile.search;

import java.util.Arrays;

/** A growing sequence of bits, the highest of each byte first, with the codes that the index is written in. */
final class BitWriter {
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

    /** Exponential Golomb: {@code value} from 0, the part above the lowest {@code k} bits in gamma code. */
    void exponential(int value, int k) {
        gamma((value >>> k) + 1);
        write(value & ((1 << k) - 1), k);
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
            for (int i = 0; i < whole; i++) {
                int value = from[offset + i] & 0xFF;
                bytes[at + i] |= (byte) (value >>> used);
                bytes[at + i + 1] = (byte) (value << (8 - used));
            }
        }
        bits += (long) whole << 3;
        int rest = (int) (count & 7);
        if (rest > 0) {
            write((from[offset + whole] & 0xFF) >>> (8 - rest), rest);
        }
    }
}
