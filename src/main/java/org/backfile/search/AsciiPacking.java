package org.backfile.search;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Bytes as ASCII that may stand in a script's string as it is: 27 bits in four of the 123 characters from 1 to 127 that
 * are neither {@code "} nor {@code \} nor a line's end, so that 32 characters carry 27 bytes. A script file is the only one
 * that a page opened from a disk may read, and text the only thing it can hold.
 */
final class AsciiPacking {
    private static final int SYMBOLS = 123;
    private static final int PAIRS = SYMBOLS * SYMBOLS;
    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final short[] PAIR = new short[PAIRS];

    static {
        byte[] symbols = new byte[SYMBOLS];
        int count = 0;
        for (int c = 1; c < 128; c++) {
            if (c != '\n' && c != '\r' && c != '"' && c != '\\') {
                symbols[count++] = (byte) c;
            }
        }
        for (int i = 0; i < PAIRS; i++) {
            PAIR[i] = (short) (symbols[i / SYMBOLS] << 8 | symbols[i % SYMBOLS]);
        }
    }

    private AsciiPacking() {}

    /** The number of characters for so many bytes. */
    static int packedLength(int bytes) {
        return (int) ((bytes * 8L + 26) / 27 * 4);
    }

    /** Packs the first {@code length} bytes into {@code out} from {@code at} on; missing bits are zeros. */
    static void pack(byte[] bytes, int length, byte[] out, int at) {
        long held = 0;
        int bits = 0;
        int to = at;
        for (int i = 0; i < length; i++) {
            held = held << 8 | (bytes[i] & 0xFF);
            bits += 8;
            if (bits >= 27) {
                bits -= 27;
                write((int) (held >>> bits) & 0x7FFFFFF, out, to);
                to += 4;
            }
        }
        if (bits > 0) {
            write((int) (held << (27 - bits)) & 0x7FFFFFF, out, to);
        }
    }

    private static void write(int value, byte[] out, int at) {
        int upper = value / PAIRS;
        SHORTS.set(out, at, PAIR[upper]);
        SHORTS.set(out, at + 2, PAIR[value - upper * PAIRS]);
    }
}
