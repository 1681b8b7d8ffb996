package org.backfile.search;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Makes texts shorter: of each byte is foretold whether it is the one that came after the last four bytes before; if not, it is
 * written as its path in a tree, where frequent characters have short ones, each step of it foretold from the last byte and from the
 * last two. Two forecasts are made one, and an arithmetic coder writes what was not foretold (the PAQ family's method; see
 * Mahoney, "Adaptive Weighing of Context Models for Lossless Data Compression", 2005). Four articles of 600 words come to some 36 to
 * 42 %. Whole numbers of 32 bits only, so that {@code search.js} arrives at the same forecasts. Some 900 KB of tables an instance.
 * Not thread-safe.
 */
final class ContextCoder {
    /**
     * The characters with paths of so many steps as is their line's number; {@code ~} stands for the start of all other bytes' paths,
     * whose eight bits follow, and control characters are written as {@code <}, {@code >} and {@code ^}.
     */
    private static final String[] BY_STEPS = {
        "",
        "",
        "",
        " ",
        "etaoin~",
        "srlhd",
        "cmupfg",
        ".,ybwv-k02",
        "TSA1ICMEj<",
        "NROBDPHWFGL3>5946x8",
        "7'UzqJ\")VK(^/:?YZ;Q_!X&$%*#+=@[]|{"
    };

    private static final char OTHERS = '~';

    /** For each byte the steps of its path, below a one. */
    private static final int[] PATHS = paths();

    /** Of a path so many steps have their chances in one row of 16 slots. */
    private static final int STEPS_IN_ROW = 4;

    /** Where in the table of chances each kind of them begins. */
    private static final int AFTER_TWO = 0;

    private static final int AFTER_TWO_BITS = 17;
    private static final int AFTER_ONE = 1 << AFTER_TWO_BITS;
    private static final int AFTER_ONE_BITS = 16;
    private static final int OF_TRUST = AFTER_ONE + (1 << AFTER_ONE_BITS);
    private static final int TRUST_BITS = 12;
    private static final int OF_PAIR = OF_TRUST + (1 << TRUST_BITS);
    private static final int PAIR_BITS = 12;
    private static final int SLOTS = OF_PAIR + (1 << PAIR_BITS);

    /** A forecast of one half, asked never: 22 bits of chance, five that are not used, and five that count. */
    private static final int UNKNOWN = 1 << 31;

    private static final int MOST_TIMES = 20;
    private static final int FORETOLD_BITS = 15;
    private static final int MOST_TRUST = 15;

    /** The logistic function, 4096 / (1 + exp(-x / 256)) at x = -2048, -1920, … 2048. */
    private static final int[] LOGISTIC = {
        1, 2, 4, 6, 10, 17, 27, 45, 74, 120, 194, 311, 488, 747, 1102, 1546, 2048, 2550, 2994, 3349, 3608, 3785, 3902,
        3976, 4022, 4051, 4069, 4079, 4086, 4090, 4092, 4094, 4094
    };

    /** The logistic function from -4096 on, within 1 to 4095, and its inverse. */
    private static final short[] SQUASHED = new short[8192];

    private static final short[] STRETCHED = new short[4096];

    static {
        for (int x = -4096; x < 4096; x++) {
            SQUASHED[x + 4096] = (short) squash(x);
        }
        int from = 0;
        for (int x = -2047; x <= 2047; x++) {
            int p = squash(x);
            Arrays.fill(STRETCHED, from, Math.max(from, p + 1), (short) x);
            from = Math.max(from, p + 1);
        }
        Arrays.fill(STRETCHED, from, 4096, (short) 2047);
    }

    /**
     * By how often it was asked: how far a forecast moves towards what came, in 4096ths; and what the broader and the closer of two forecasts
     * count for where the closer one was asked so often, in 256ths.
     */
    private static final int[] RATE = new int[MOST_TIMES + 1];

    private static final int[] BROADER = new int[MOST_TIMES + 1];
    private static final int[] CLOSER = new int[MOST_TIMES + 1];

    static {
        for (int i = 0; i < RATE.length; i++) {
            RATE[i] = 8192 / (2 * i + 3);
            BROADER[i] = 256 - 128 * i / (i + 2);
            CLOSER[i] = 180 * i / (i + 2);
        }
    }

    private final int[] chances = new int[SLOTS];

    /** By a hash of four bytes the byte that came after them, below a number for how often it did so: 0 for none. */
    private final short[] foretold = new short[1 << FORETOLD_BITS];

    private final ByteWriter out = new ByteWriter(1 << 14);
    private int low;
    private int high;

    private static int squash(int x) {
        int bounded = Math.max(-2047, Math.min(2047, x));
        int part = bounded & 127;
        int at = (bounded >> 7) + 16;
        return Math.max(1, Math.min(4095, (LOGISTIC[at] * (128 - part) + LOGISTIC[at + 1] * part + 64) >> 7));
    }

    private static int[] paths() {
        int[] paths = new int[256];
        int path = 1;
        int others = 0;
        for (String characters : BY_STEPS) {
            for (byte c : characters.getBytes(StandardCharsets.US_ASCII)) {
                if (c == OTHERS) {
                    others = path;
                } else {
                    paths[c == '<' ? '\t' : c == '>' ? '\n' : c == '^' ? PreparedDocument.PARAGRAPH : c] = path;
                }
                path++;
            }
            path <<= 1;
        }
        for (int c = 0; c < 256; c++) {
            paths[c] = paths[c] == 0 ? others << 8 | c : paths[c];
        }
        return paths;
    }

    /** The number of the bytes, and they, coded. Valid until the next call. */
    ByteWriter encode(ByteWriter bytes) {
        Arrays.fill(chances, UNKNOWN);
        Arrays.fill(foretold, (short) 0);
        low = 0;
        high = -1;
        out.clear();
        out.number(bytes.length());
        int history = 0;
        for (int i = 0; i < bytes.length(); i++) {
            byte value = bytes.buffer()[i];
            if (!writeForetold(value, history)) {
                writePath(value & 0xFF, history);
            }
            history = history << 8 | (value & 0xFF);
        }
        for (int shift = 24; shift >= 0; shift -= 8) {
            out.write(low >>> shift);
        }
        return out;
    }

    /** Writes whether a byte is the one that is foretold, if one is; says whether that was enough. */
    private boolean writeForetold(byte value, int history) {
        int slot = hash(history * 0x2F0B4C47) >>> (32 - FORETOLD_BITS);
        int known = foretold[slot];
        int trust = known >> 8;
        boolean right = trust > 0 && (byte) known == value;
        if (trust > 0) {
            int pair = hash((history & 0xFF) << 8 | (known & 0xFF)) >>> (32 - PAIR_BITS);
            code(right ? -1 : 0, OF_TRUST + known, OF_PAIR + pair);
        }
        if (right) {
            trust = Math.min(MOST_TRUST, trust + 1);
        } else {
            trust = trust > 3 ? trust / 2 - 1 : trust - 1;
        }
        foretold[slot] = (short) (trust > 0 ? trust << 8 | (known & 0xFF) : 1 << 8 | (value & 0xFF));
        return right;
    }

    private void writePath(int value, int history) {
        int path = PATHS[value];
        int left = 31 - Integer.numberOfLeadingZeros(path);
        while (left > 0) {
            int taken = path >>> left;
            int two = AFTER_TWO + row(history & 0xFFFF, taken, AFTER_TWO_BITS);
            int one = AFTER_ONE + row(history & 0xFF, taken, AFTER_ONE_BITS);
            int place = 1;
            int end = Math.max(0, left - STEPS_IN_ROW);
            while (left > end) {
                int y = -(path >>> --left & 1);
                code(y, one + place, two + place);
                place = place << 1 | (y & 1);
            }
        }
    }

    /** The first slot for the next steps after some were taken, after these bytes. */
    private static int row(int context, int taken, int bits) {
        return hash(context * 0x2F0B4C47 + taken * 0x1E35A7BD) >>> (36 - bits) << 4;
    }

    private static int hash(int value) {
        return (value ^ value >>> 15) * 0x2C1B3C6D;
    }

    /** Foretells a yes (-1) or no (0) from two slots, the second being that of the closer circumstances, writes it, and learns from it. */
    private void code(int y, int broader, int closer) {
        int first = chances[broader];
        int second = chances[closer];
        int times = second & 31;
        int sum = STRETCHED[first >>> 20] * BROADER[times] + STRETCHED[second >>> 20] * CLOSER[times];
        int forecast = SQUASHED[(sum >> 8) + 4096];
        chances[broader] = learned(first, y);
        chances[closer] = learned(second, y);
        int middle = low + ((high - low) >>> 12) * forecast;
        high = (middle & y) | (high & ~y);
        low = (low & y) | (middle + 1 & ~y);
        while (((low ^ high) & 0xFF000000) == 0) {
            out.write(high >>> 24);
            low <<= 8;
            high = high << 8 | 0xFF;
        }
    }

    private static int learned(int known, int y) {
        int times = known & 31;
        int chance = known >>> 10;
        chance += ((((y >>> 10) - chance) >> 6) * RATE[times]) >> 6;
        return chance << 10 | Math.min(times + 1, MOST_TIMES);
    }
}
