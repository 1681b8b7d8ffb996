package org.backfile.story;

/** A set of hashes that also lets through one in some hundred others; two megabytes. Filled by one thread at a time. */
final class HashSieve {
    private static final int BITS = 24;

    private final long[] bits = new long[1 << (BITS - 6)];

    /** Adds a hash. */
    void add(int hash) {
        int bit = hash >>> (Integer.SIZE - BITS);
        bits[bit >>> 6] |= 1L << bit;
    }

    /** Whether the hash was added, or one that begins like it. */
    boolean passes(int hash) {
        return pass(hash) != 0;
    }

    /** 1 if the hash {@link #passes}, else 0. */
    int pass(int hash) {
        int bit = hash >>> (Integer.SIZE - BITS);
        return (int) (bits[bit >>> 6] >>> bit) & 1;
    }
}
