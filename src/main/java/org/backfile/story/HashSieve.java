package org.backfile.story;

/**
 * A set of hashes that also lets others through: in a set of a thousand one in some ten thousand, in one of a million one in
 * seventeen; two megabytes. Where it is of few hashes, a coarse set of 32 kilobytes, which stays in a core's nearest memory, stops
 * nearly all others. Filled by one thread at a time.
 */
final class HashSieve {
    private static final int BITS = 24;
    private static final int COARSE_BITS = 18;

    private final long[] bits = new long[1 << (BITS - 6)];
    private final long[] coarse = new long[1 << (COARSE_BITS - 6)];

    /** Adds a hash. */
    void add(int hash) {
        add(hash >>> (Integer.SIZE - BITS), bits);
        add(hash >>> (Integer.SIZE - COARSE_BITS), coarse);
    }

    private static void add(int bit, long[] set) {
        set[bit >>> 6] |= 1L << bit;
    }

    /** Whether the hash was added, or one that begins like it. */
    boolean passes(int hash) {
        return has(hash >>> (Integer.SIZE - COARSE_BITS), coarse) && has(hash >>> (Integer.SIZE - BITS), bits);
    }

    private static boolean has(int bit, long[] set) {
        return (set[bit >>> 6] >>> bit & 1) != 0;
    }
}
