package org.backfile.search;

import java.util.Arrays;

/**
 * Makes short texts shorter: each bit is foretold from the last one, two and three bytes and from the word so far,
 * the forecasts are mixed by a small network that learns as it goes, and an arithmetic coder writes what was not
 * foretold (the PAQ family's method; see Mahoney, "Adaptive Weighing of Context Models for Lossless Data
 * Compression", 2005). Headlines with their addresses come to about 30 % of their bytes in blocks of 256. Whole numbers of 32 bits
 * only, so that {@code search.js} arrives at the same forecasts. Some 800 KB of tables an instance; about 4 MB a second. Not thread-safe.
 */
final class ContextCoder {
    private static final int MODELS = 4;
    private static final int TABLE_BITS = 16;

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

    private final short[] chance = new short[MODELS << TABLE_BITS];
    private final byte[] seen = new byte[MODELS << TABLE_BITS];
    private final int[] weights = new int[MODELS * 256];
    private final int[] context = new int[MODELS];
    private final int[] slot = new int[MODELS];
    private final int[] input = new int[MODELS];
    private int node;
    private int history;
    private int word;
    private int forecast;

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
        for (byte value : bytes) {
            for (int bit = 7; bit >= 0; bit--) {
                int y = value >> bit & 1;
                foretell();
                write(y);
                learn(y);
            }
            endByte(value & 0xFF);
        }
        write32(low);
        return Arrays.copyOf(out, length);
    }

    private void start(int size) {
        Arrays.fill(chance, (short) 0x8000);
        Arrays.fill(seen, (byte) 0);
        Arrays.fill(weights, 1 << 14);
        node = 1;
        history = 0;
        word = 0;
        chooseContexts();
        out = new byte[size + 64];
        length = 0;
        low = 0;
        high = -1;
    }

    private void chooseContexts() {
        context[0] = (history & 0xFF) + 1;
        context[1] = (history & 0xFFFF) * 0x2F0B4C47 + 2;
        context[2] = (history & 0xFFFFFF) * 0x3C6EF372 + 3;
        context[3] = word + 5;
    }

    /** Sets {@link #forecast}: the chance of a one, from 1 to 4095 in 4096. */
    private void foretell() {
        int sum = 0;
        for (int i = 0; i < MODELS; i++) {
            int hash = (context[i] + node * 0x1E35A7BD) * 0x2C1B3C6D;
            slot[i] = (i << TABLE_BITS) | (hash >>> (32 - TABLE_BITS));
            input[i] = STRETCH[(chance[slot[i]] & 0xFFFF) >> 4];
            sum += (input[i] * weights[node * MODELS + i]) >> 8;
        }
        forecast = Math.max(1, Math.min(4095, squash(sum >> 8)));
    }

    private void learn(int y) {
        int error = ((y << 12) - forecast) * 10;
        for (int i = 0; i < MODELS; i++) {
            int weight = node * MODELS + i;
            weights[weight] += (input[i] * error + 0x2000) >> 14;
            int at = slot[i];
            int known = chance[at] & 0xFFFF;
            int times = seen[at];
            chance[at] = (short) (known + ((((y == 1 ? 0xFFFF : 0) - known) * RATE[times]) >> 12));
            if (times < RATE.length - 1) {
                seen[at]++;
            }
        }
        node = node << 1 | y;
    }

    /** How far a forecast moves towards what came, in 4096ths, by how often it was asked. */
    private static final int[] RATE = new int[28];

    static {
        for (int i = 0; i < RATE.length; i++) {
            RATE[i] = 8192 / (2 * i + 3);
        }
    }

    private void endByte(int value) {
        node = 1;
        history = history << 8 | value;
        boolean letter = (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z') || value >= 128;
        word = letter ? (word + (value | 0x20)) * 0x2F0B4C47 : 0;
        chooseContexts();
    }

    private void write(int y) {
        int middle = low + ((high - low) >>> 12) * forecast;
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

    private void write32(int value) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            put(value >>> shift);
        }
    }

    private void put(int value) {
        if (length == out.length) {
            out = Arrays.copyOf(out, length * 2);
        }
        out[length++] = (byte) value;
    }
}
