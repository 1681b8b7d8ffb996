package org.backfile.search;

import java.util.Arrays;

/**
 * Makes texts shorter: each bit is foretold from the last byte and from the last two, the two forecasts are mixed by
 * a small network that learns as it goes, and an arithmetic coder writes what was not foretold (the PAQ family's method; see
 * Mahoney, "Adaptive Weighing of Context Models for Lossless Data Compression", 2005). Headlines with their addresses come
 * to about 35 % of their bytes in blocks of some 200, four articles of 450 words to some 38 %. Whole numbers of 32 bits only,
 * so that {@code search.js} arrives at the same forecasts. Some 800 KB of tables an instance. Not thread-safe.
 */
final class ContextCoder {
    /** The bits of a slot's number in the table of two bytes: 16 slots for each half of a byte after each two. */
    private static final int PAIR_BITS = 17;

    /** A forecast of one half, asked never: 22 bits of chance, five that are not used, and five that count. */
    private static final int UNKNOWN = 1 << 31;

    private static final int EVEN_WEIGHT = 26_000;
    private static final int MOST_TIMES = 20;

    /** The logistic function, 4096 / (1 + exp(-x / 256)) at x = -2048, -1920, … 2048. */
    private static final int[] LOGISTIC = {
        1, 2, 4, 6, 10, 17, 27, 45, 74, 120, 194, 311, 488, 747, 1102, 1546, 2048, 2550, 2994, 3349, 3608, 3785, 3902,
        3976, 4022, 4051, 4069, 4079, 4086, 4090, 4092, 4094, 4094
    };

    private static final int[] STRETCH = new int[4096];

    static {
        int from = 0;
        for (int x = -2047; x <= 2047; x++) {
            int p = squash(x);
            for (int i = from; i <= p; i++) {
                STRETCH[i] = x;
            }
            from = Math.max(from, p + 1);
        }
        Arrays.fill(STRETCH, from, 4096, 2047);
    }

    /** How far a forecast moves towards what came, in 4096ths, by how often it was asked. */
    private static final int[] RATE = new int[MOST_TIMES + 1];

    static {
        for (int i = 0; i < RATE.length; i++) {
            RATE[i] = 8192 / (2 * i + 3);
        }
    }

    private final int[] afterOne = new int[1 << 16];
    private final int[] afterTwo = new int[1 << PAIR_BITS];
    private final int[] weights = new int[2 * 256];

    private byte[] out = new byte[0];
    private int length;
    private int low;
    private int high;

    private static int squash(int x) {
        int bounded = Math.max(-2047, Math.min(2047, x));
        int part = bounded & 127;
        int at = (bounded >> 7) + 16;
        return (LOGISTIC[at] * (128 - part) + LOGISTIC[at + 1] * part + 64) >> 7;
    }

    /** The bytes, coded; their number is not part of it. */
    byte[] encode(byte[] bytes) {
        start(bytes.length);
        int history = 0;
        for (byte value : bytes) {
            encode(value, history);
            history = (history << 8 | (value & 0xFF)) & 0xFFFF;
        }
        for (int shift = 24; shift >= 0; shift -= 8) {
            put(low >>> shift);
        }
        return Arrays.copyOf(out, length);
    }

    private void start(int size) {
        Arrays.fill(afterOne, UNKNOWN);
        Arrays.fill(afterTwo, UNKNOWN);
        Arrays.fill(weights, EVEN_WEIGHT);
        out = new byte[size + 64];
        length = 0;
        low = 0;
        high = -1;
    }

    private void encode(int value, int history) {
        int one = (history & 0xFF) << 8;
        int node = 1;
        for (int half = 4; half >= 0; half -= 4) {
            int two = slot(history, node);
            int place = 1;
            for (int bit = half + 3; bit >= half; bit--) {
                int y = value >> bit & 1;
                code(y, one + node, two + place, node * 2);
                node = node << 1 | y;
                place = place << 1 | y;
            }
        }
    }

    /** The first of the slots for half a byte after two bytes; {@code node} is 1, or the other half below a one. */
    private static int slot(int history, int node) {
        int hash = history * 0x2F0B4C47 + node * 0x1E35A7BD;
        hash ^= hash >>> 15;
        return (hash * 0x2C1B3C6D) >>> (36 - PAIR_BITS) << 4;
    }

    /** Foretells a bit, writes it, and learns from it. */
    private void code(int y, int one, int two, int weight) {
        int first = STRETCH[afterOne[one] >>> 20];
        int second = STRETCH[afterTwo[two] >>> 20];
        int sum = ((first * weights[weight]) >> 8) + ((second * weights[weight + 1]) >> 8);
        int forecast = Math.max(1, Math.min(4095, squash(sum >> 8)));
        int error = ((y << 12) - forecast) * 10;
        weights[weight] += (first * error + 0x2000) >> 14;
        weights[weight + 1] += (second * error + 0x2000) >> 14;
        afterOne[one] = learned(afterOne[one], y);
        afterTwo[two] = learned(afterTwo[two], y);
        int middle = low + ((high - low) >>> 12) * forecast;
        write(y, middle);
    }

    private static int learned(int known, int y) {
        int times = known & 31;
        int chance = known >>> 10;
        chance += ((((y == 1 ? 0x3FFFFF : 0) - chance) >> 6) * RATE[times]) >> 6;
        return chance << 10 | Math.min(times + 1, MOST_TIMES);
    }

    private void write(int y, int middle) {
        if (y == 1) {
            high = middle;
        } else {
            low = middle + 1;
        }
        while (((low ^ high) & 0xFF000000) == 0) {
            put(high >>> 24);
            low <<= 8;
            high = high << 8 | 0xFF;
        }
    }

    private void put(int value) {
        if (length == out.length) {
            out = Arrays.copyOf(out, length * 2);
        }
        out[length++] = (byte) value;
    }
}
