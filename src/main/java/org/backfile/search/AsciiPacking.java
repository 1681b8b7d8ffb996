package org.backfile.search;

/**
 * Bytes as printable ASCII that may stand in a script's string as it is: 13 bits in two of the 93 characters that are
 * neither {@code "} nor {@code \}, so that 16 characters carry 13 bytes. A script file is the only one that a page opened
 * from a disk may read, and text the only thing it can hold.
 */
final class AsciiPacking {
    private static final byte[] FIRST = new byte[1 << 13];
    private static final byte[] SECOND = new byte[1 << 13];

    static {
        for (int value = 0; value < 1 << 13; value++) {
            FIRST[value] = symbol(value / 93);
            SECOND[value] = symbol(value % 93);
        }
    }

    private AsciiPacking() {}

    private static byte symbol(int value) {
        int c = value + 32;
        if (c >= '"') {
            c++;
        }
        return (byte) (c >= '\\' ? c + 1 : c);
    }

    /** The number of characters for so many bytes. */
    static int packedLength(int bytes) {
        return (int) ((bytes * 8L + 12) / 13 * 2);
    }

    /** Packs the first {@code length} bytes into {@code out} from {@code at} on. */
    static void pack(byte[] bytes, int length, byte[] out, int at) {
        int held = 0;
        int bits = 0;
        int to = at;
        for (int i = 0; i < length; i++) {
            held = held << 8 | (bytes[i] & 0xFF);
            bits += 8;
            if (bits >= 13) {
                bits -= 13;
                int value = held >>> bits & 0x1FFF;
                out[to++] = FIRST[value];
                out[to++] = SECOND[value];
            }
        }
        if (bits > 0) {
            int value = held << (13 - bits) & 0x1FFF;
            out[to++] = FIRST[value];
            out[to] = SECOND[value];
        }
    }
}
