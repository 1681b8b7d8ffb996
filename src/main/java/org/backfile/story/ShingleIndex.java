package org.backfile.story;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntFunction;

/**
 * Which texts hold which shingle; only shingles of two texts or more are kept. Eight bytes a posting while it is built,
 * four after, in {@value #PARTS} parts by the hash's top bits. Complete and unchangeable once built. A shingle is known by
 * a number, its place among those that are kept.
 */
final class ShingleIndex {
    private static final int PART_BITS = 10;
    private static final int PARTS = 1 << PART_BITS;

    /** By part: the hashes in order. */
    private final int[][] hashes;
    /** By part: where the texts of each hash begin, and at the end where the last ones end. */
    private final int[][] starts;
    /** By part: the texts, those of a hash together and in order. */
    private final int[][] texts;
    /** The number of the first shingle of each part, and at the end how many there are. */
    private final int[] firstNumber;

    private ShingleIndex(int[][] hashes, int[][] starts, int[][] texts) {
        this.hashes = hashes;
        this.starts = starts;
        this.texts = texts;
        this.firstNumber = new int[PARTS + 1];
        for (int part = 0; part < PARTS; part++) {
            firstNumber[part + 1] = firstNumber[part] + hashes[part].length;
        }
    }

    static ShingleIndex of(int texts, IntFunction<Fingerprint> fingerprint, Workers workers) {
        long[][] postings = postings(texts, fingerprint, workers);
        int[][] hashes = new int[PARTS][];
        int[][] starts = new int[PARTS][];
        int[][] kept = new int[PARTS][];
        workers.forRanges(PARTS, (from, to) -> {
            for (int part = from; part < to; part++) {
                long[] sorted = postings[part];
                Arrays.sort(sorted);
                int[] sizes = keepShared(sorted);
                hashes[part] = new int[sizes[0]];
                starts[part] = new int[sizes[0] + 1];
                kept[part] = new int[sizes[1]];
                unpack(sorted, sizes[1], hashes[part], starts[part], kept[part]);
                postings[part] = NONE;
            }
        });
        return new ShingleIndex(hashes, starts, kept);
    }

    private static final long[] NONE = {};

    /** By part: hash above, text below, not sorted. */
    private static long[][] postings(int texts, IntFunction<Fingerprint> fingerprint, Workers workers) {
        AtomicIntegerArray counts = new AtomicIntegerArray(PARTS);
        workers.forRanges(texts, (from, to) -> {
            int[] own = new int[PARTS];
            for (int text = from; text < to; text++) {
                Shingles.forEach(fingerprint.apply(text), (hash, at) -> own[part(hash)]++);
            }
            for (int part = 0; part < PARTS; part++) {
                counts.addAndGet(part, own[part]);
            }
        });
        long[][] postings = new long[PARTS][];
        for (int part = 0; part < PARTS; part++) {
            postings[part] = new long[counts.get(part)];
        }
        AtomicIntegerArray filled = new AtomicIntegerArray(PARTS);
        workers.forRanges(texts, (from, to) -> {
            for (int t = from; t < to; t++) {
                int text = t;
                Shingles.forEach(fingerprint.apply(text), (hash, at) -> {
                    int part = part(hash);
                    postings[part][filled.getAndIncrement(part)] = (long) hash << 32 | text;
                });
            }
        });
        return postings;
    }

    private static int part(int hash) {
        return hash >>> (32 - PART_BITS);
    }

    private static int hash(long posting) {
        return (int) (posting >>> 32);
    }

    /** Drops what a text repeats, and shingles of one text; gives the number of hashes and of postings left. */
    private static int[] keepShared(long[] sorted) {
        int kept = 0;
        int distinct = 0;
        int i = 0;
        while (i < sorted.length) {
            int start = kept;
            int hash = hash(sorted[i]);
            for (; i < sorted.length && hash(sorted[i]) == hash; i++) {
                if (kept == start || sorted[kept - 1] != sorted[i]) {
                    sorted[kept++] = sorted[i];
                }
            }
            if (kept == start + 1) {
                kept = start;
            } else {
                distinct++;
            }
        }
        return new int[] {distinct, kept};
    }

    private static void unpack(long[] sorted, int count, int[] hashes, int[] starts, int[] texts) {
        int distinct = 0;
        for (int i = 0; i < count; i++) {
            int hash = hash(sorted[i]);
            if (distinct == 0 || hashes[distinct - 1] != hash) {
                hashes[distinct] = hash;
                starts[distinct++] = i;
            }
            texts[i] = (int) sorted[i];
        }
        starts[distinct] = count;
    }

    /** How many shingles are kept. */
    int count() {
        return firstNumber[PARTS];
    }

    /** The number of the shingle, or -1 where only one text has it. Hashes are spread evenly: the place is guessed. */
    int number(int hash) {
        int part = part(hash);
        int[] sorted = hashes[part];
        if (sorted.length == 0) {
            return -1;
        }
        int at = (int) ((((hash << PART_BITS) >>> 1) * (long) sorted.length) >>> 31);
        while (at > 0 && sorted[at] > hash) {
            at--;
        }
        while (at + 1 < sorted.length && sorted[at] < hash) {
            at++;
        }
        return sorted[at] == hash ? firstNumber[part] + at : -1;
    }

    /** A stretch of texts that hold a shingle, in order. */
    interface Texts {
        /** Takes the stretch from {@code start} to below {@code end}. */
        void accept(int[] texts, int start, int end);
    }

    /** Hands the texts of the shingle with this hash and number to {@code out}. */
    void texts(int hash, int number, Texts out) {
        int part = part(hash);
        int at = number - firstNumber[part];
        out.accept(texts[part], starts[part][at], starts[part][at + 1]);
    }

    /** Hands the texts of every shingle to {@code out}, in the order of their numbers, for a range of parts. */
    void forEach(int fromPart, int toPart, Numbered out) {
        for (int part = fromPart; part < toPart; part++) {
            for (int at = 0; at < hashes[part].length; at++) {
                out.accept(firstNumber[part] + at, texts[part], starts[part][at], starts[part][at + 1]);
            }
        }
    }

    /** The texts of a shingle. */
    interface Numbered {
        /** Takes the stretch from {@code start} to below {@code end}. */
        void accept(int number, int[] texts, int start, int end);
    }

    /** The number of parts. */
    static int parts() {
        return PARTS;
    }
}
