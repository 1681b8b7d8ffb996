package org.backfile.story;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntFunction;

/**
 * Which texts hold which shingle; only shingles of two texts or more are kept. Eight bytes a posting while it is built,
 * sorted in place in {@value #BUCKETS} parts. Complete and unchangeable once built.
 */
final class ShingleIndex {
    private static final int BUCKET_BITS = 10;
    static final int BUCKETS = 1 << BUCKET_BITS;

    /** By the top bits of the hash: postings, hash above, text below, sorted. */
    private final long[][] postings;

    private ShingleIndex(long[][] postings) {
        this.postings = postings;
    }

    static ShingleIndex of(int texts, IntFunction<Fingerprint> fingerprint, Workers workers) {
        AtomicIntegerArray counts = new AtomicIntegerArray(BUCKETS);
        workers.forRanges(texts, (from, to) -> {
            int[] local = new int[BUCKETS];
            for (int text = from; text < to; text++) {
                Shingles.forEach(fingerprint.apply(text), (hash, at) -> local[bucketOf(hash)]++);
            }
            for (int bucket = 0; bucket < BUCKETS; bucket++) {
                counts.addAndGet(bucket, local[bucket]);
            }
        });
        long[][] postings = new long[BUCKETS][];
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            postings[bucket] = new long[counts.get(bucket)];
        }
        AtomicIntegerArray filled = new AtomicIntegerArray(BUCKETS);
        workers.forRanges(texts, (from, to) -> {
            for (int t = from; t < to; t++) {
                int text = t;
                Shingles.forEach(fingerprint.apply(text), (hash, at) -> {
                    int bucket = bucketOf(hash);
                    postings[bucket][filled.getAndIncrement(bucket)] = (long) hash << 32 | text;
                });
            }
        });
        workers.forRanges(BUCKETS, (from, to) -> {
            for (int bucket = from; bucket < to; bucket++) {
                Arrays.sort(postings[bucket]);
                postings[bucket] = sharedOnly(postings[bucket]);
            }
        });
        return new ShingleIndex(postings);
    }

    static int bucketOf(int hash) {
        return hash >>> 32 - BUCKET_BITS;
    }

    /** Drops what a text repeats, and shingles of one text. */
    private static long[] sharedOnly(long[] sorted) {
        int kept = 0;
        int i = 0;
        while (i < sorted.length) {
            int start = kept;
            int hash = (int) (sorted[i] >>> 32);
            for (; i < sorted.length && (int) (sorted[i] >>> 32) == hash; i++) {
                if (kept == start || sorted[kept - 1] != sorted[i]) {
                    sorted[kept++] = sorted[i];
                }
            }
            if (kept == start + 1) {
                kept = start;
            }
        }
        return Arrays.copyOf(sorted, kept);
    }

    /** The postings of one part, those of a hash together. */
    long[] bucket(int number) {
        return postings[number];
    }

    /** The postings in which those of {@code hash} stand together. */
    long[] postings(int hash) {
        return postings[bucketOf(hash)];
    }

    /** Where the postings of {@code hash} begin in {@link #postings}, or -1 where only one text has it. */
    int start(int hash) {
        long[] bucket = postings[bucketOf(hash)];
        long key = (long) hash << 32;
        int low = 0;
        int high = bucket.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (bucket[middle] < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < bucket.length && (int) (bucket[low] >>> 32) == hash ? low : -1;
    }

    /** Where the postings that begin at {@code start} end. */
    static int end(long[] postings, int start) {
        int hash = (int) (postings[start] >>> 32);
        int step = 1;
        int low = start;
        while (low + step < postings.length && (int) (postings[low + step] >>> 32) == hash) {
            low += step;
            step <<= 1;
        }
        int high = Math.min(low + step, postings.length);
        while (low + 1 < high) {
            int middle = (low + high) >>> 1;
            if ((int) (postings[middle] >>> 32) == hash) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low + 1;
    }
}
