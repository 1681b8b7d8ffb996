package org.backfile.story;

import java.util.Arrays;

/**
 * Lays two texts side by side: which word of one stands for which of the other, the same or misread, and which differ
 * at the same place. Passages may stand in another order. Each run of shared words is a seed; seeds in step with each
 * other make a chain; the gaps of a chain are aligned word by word. Linear in the longer text, as a word pair that
 * stands in it more than {@value #OFTEN} times seeds nothing. Reused from pair to pair, by one thread.
 */
final class PairAligner {
    private static final int OFTEN = 10;
    /** The most words between two seeds of a chain. */
    private static final int GAP = 40;
    /** How many seeds back a chain looks for one to continue. */
    private static final int LOOK_BACK = 50;
    /** The most words before two bodies come into step. */
    private static final int OPENING = 12;
    /** A chain of fewer words says nothing. */
    private static final int CHAIN_WORDS = 6;
    /** Of a hundred words of the shorter text, those that must stand in seeds. */
    private static final int SEEDED_PER_HUNDRED = 12;

    private final WordPositions inA = new WordPositions();
    private final WordPositions inB = new WordPositions();
    private final GapAligner gaps = new GapAligner();
    private int[] a = {};
    private int[] b = {};
    private int[] partnerOfA = {};
    private int[] partnerOfB = {};
    private boolean[] spanA = {};
    private boolean[] spanB = {};

    private boolean found;
    private int seeds;
    private int[] seedA = new int[256];
    private int[] seedB = new int[256];
    private int[] length = new int[256];
    private int[] score = new int[256];
    private int[] before = new int[256];
    /** Of the chain that ends with a seed, the words of its seeds. */
    private int[] chained = new int[256];

    private boolean[] used = new boolean[256];
    private final int[] places = new int[OFTEN];
    private int[] chain = new int[256];
    private int gapCount;
    private int[] gap = new int[256];

    /** Aligns; what was found can be asked until the next call. */
    void align(Fingerprint textA, Fingerprint textB) {
        a = textA.tokens();
        b = textB.tokens();
        inA.read(a, true);
        inB.read(b, false);
        partnerOfA = cleared(partnerOfA, a.length);
        partnerOfB = cleared(partnerOfB, b.length);
        spanA = cleared(spanA, a.length);
        spanB = cleared(spanB, b.length);
        findSeeds();
        found = seeded();
        if (found) {
            scoreChains();
            takeChains();
            noteOpening(textA.headlineLength(), textB.headlineLength());
            alignGaps();
        }
    }

    /** Whether the texts share enough to be aligned; if not, no word has a partner. */
    boolean found() {
        return found;
    }

    /** The place in the second text of the word that stands for this one of the first, or -1. */
    int partnerOfA(int at) {
        return partnerOfA[at];
    }

    /** Whether the place of the first text is inside an aligned passage. */
    boolean inPassageOfA(int at) {
        return spanA[at];
    }

    boolean inPassageOfB(int at) {
        return spanB[at];
    }

    int partnerOfB(int at) {
        return partnerOfB[at];
    }

    WordPositions inA() {
        return inA;
    }

    WordPositions inB() {
        return inB;
    }

    private static int[] cleared(int[] array, int size) {
        int[] clear = array.length >= size ? array : new int[size + (size >> 1)];
        Arrays.fill(clear, 0, size, -1);
        return clear;
    }

    private static boolean[] cleared(boolean[] array, int size) {
        boolean[] clear = array.length >= size ? array : new boolean[size + (size >> 1)];
        Arrays.fill(clear, 0, size, false);
        return clear;
    }

    private void findSeeds() {
        seeds = 0;
        for (int j = 0; j < b.length; j++) {
            int found = j + 1 < b.length ? inA.pairs(b[j], b[j + 1], places) : 0;
            if (found > OFTEN) {
                continue;
            }
            for (int k = 0; k < found; k++) {
                if (!continuesSeed(places[k], j)) {
                    addRun(places[k], j);
                }
            }
            if (found == 0) {
                addSingle(j);
            }
        }
    }

    /** Whether the seeds have words enough to be worth the rest; texts of two stories share a phrase here and there. */
    private boolean seeded() {
        long words = 0;
        for (int k = 0; k < seeds; k++) {
            words += length[k];
        }
        return words * 100 >= (long) SEEDED_PER_HUNDRED * Math.min(a.length, b.length);
    }

    /** Whether the run through these places was found one word earlier. */
    private boolean continuesSeed(int i, int j) {
        for (int s = seeds - 1; s >= 0 && s >= seeds - 2 * OFTEN; s--) {
            if (seedA[s] - seedB[s] == i - j && seedB[s] + length[s] > j) {
                return true;
            }
        }
        return false;
    }

    private void addRun(int i, int j) {
        int startA = i;
        int startB = j;
        while (startA > 0 && startB > 0 && Token.sameWord(a[startA - 1], b[startB - 1])) {
            startA--;
            startB--;
        }
        int end = j + 2;
        for (int k = i + 2; k < a.length && end < b.length && Token.sameWord(a[k], b[end]); k++) {
            end++;
        }
        add(startA, startB, end - startB);
    }

    private void addSingle(int j) {
        if (Integer.bitCount(Token.letterBag(b[j])) < 3 || inB.only(b[j]) < 0) {
            return;
        }
        int i = inA.only(b[j]);
        if (i >= 0 && !continuesSeed(i, j)) {
            add(i, j, 1);
        }
    }

    private void add(int i, int j, int words) {
        if (seeds == seedA.length) {
            int size = seeds * 2;
            seedA = Arrays.copyOf(seedA, size);
            seedB = Arrays.copyOf(seedB, size);
            length = Arrays.copyOf(length, size);
            score = new int[size];
            before = new int[size];
            chained = new int[size];
            chain = new int[size];
            used = new boolean[size];
        }
        seedA[seeds] = i;
        seedB[seeds] = j;
        length[seeds++] = words;
    }

    private void scoreChains() {
        for (int k = 0; k < seeds; k++) {
            score[k] = length[k] * 10;
            before[k] = -1;
            for (int p = k - 1; p >= 0 && p >= k - LOOK_BACK; p--) {
                int joined = joined(p, k);
                if (joined > score[k]) {
                    score[k] = joined;
                    before[k] = p;
                }
            }
            chained[k] = length[k] + (before[k] < 0 ? 0 : chained[before[k]]);
        }
    }

    /** The score of seed {@code k} after seed {@code p}, or 0 where the two are not in step. */
    private int joined(int p, int k) {
        int gapA = seedA[k] - seedA[p] - length[p];
        int gapB = seedB[k] - seedB[p] - length[p];
        if (seedA[k] <= seedA[p] || seedB[k] <= seedB[p] || Math.max(gapA, gapB) > GAP) {
            return 0;
        }
        int overlap = Math.max(0, -Math.min(gapA, gapB));
        int drift = Math.abs(gapA - gapB);
        if (overlap >= length[k] || drift > 2 + Math.max(gapA, gapB) / 4) {
            return 0;
        }
        return score[p] + (length[k] - overlap) * 10 - drift * 2 - Math.max(0, Math.min(gapA, gapB));
    }

    private void takeChains() {
        long[] ends = new long[seeds];
        int count = 0;
        for (int k = 0; k < seeds; k++) {
            used[k] = false;
            if (chained[k] >= CHAIN_WORDS) {
                ends[count++] = (long) -score[k] << 32 | k;
            }
        }
        Arrays.sort(ends, 0, count);
        gapCount = 0;
        for (int i = 0; i < count; i++) {
            int size = 0;
            int words = 0;
            for (int k = (int) ends[i]; k >= 0 && !used[k]; k = before[k]) {
                chain[size++] = k;
                words += length[k];
            }
            if (words >= CHAIN_WORDS) {
                take(size);
            }
        }
    }

    private void alignGaps() {
        for (int g = 0; g < gapCount; g += 4) {
            gaps.align(a, gap[g], gap[g + 1], b, gap[g + 2], gap[g + 3], this::pair);
        }
    }

    /** Two bodies that come into step after a few words of their own each begin with a gap: whom a form is about. */
    private void noteOpening(int startA, int startB) {
        int endA = startA;
        while (endA < a.length && endA - startA <= OPENING && !spanA[endA]) {
            endA++;
        }
        int endB = startB;
        while (endB < b.length && endB - startB <= OPENING && !spanB[endB]) {
            endB++;
        }
        boolean inStep = endA < a.length
                && partnerOfA[endA] == endB
                && endA - startA <= OPENING
                && endB - startB <= OPENING
                && Math.abs((endA - startA) - (endB - startB)) <= 2;
        if (inStep) {
            noteGap(startA, endA, startB, endB);
        }
    }

    /** Marks the words of the chain's seeds, which stand last first in {@link #chain}, and notes what is between. */
    private void take(int size) {
        int endA = -1;
        int endB = -1;
        for (int c = size - 1; c >= 0; c--) {
            int k = chain[c];
            used[k] = true;
            int skip = endA < 0 ? 0 : Math.max(0, Math.max(endA - seedA[k], endB - seedB[k]));
            int taken = 0;
            for (int i = skip; i < length[k]; i++) {
                taken += pair(seedA[k] + i, seedB[k] + i) ? 1 : 0;
            }
            if (taken == 0) {
                continue;
            }
            if (endA >= 0) {
                noteGap(endA, seedA[k] + skip, endB, seedB[k] + skip);
            }
            endA = seedA[k] + length[k];
            endB = seedB[k] + length[k];
            Arrays.fill(spanA, seedA[k] + skip, endA, true);
            Arrays.fill(spanB, seedB[k] + skip, endB, true);
        }
    }

    /** Remembers a gap: words shared elsewhere are paired first. */
    private void noteGap(int fromA, int toA, int fromB, int toB) {
        Arrays.fill(spanA, fromA, toA, true);
        Arrays.fill(spanB, fromB, toB, true);
        if (fromA < toA && fromB < toB) {
            if (gapCount + 4 > gap.length) {
                gap = Arrays.copyOf(gap, gap.length * 2);
            }
            gap[gapCount++] = fromA;
            gap[gapCount++] = toA;
            gap[gapCount++] = fromB;
            gap[gapCount++] = toB;
        }
    }

    private boolean pair(int i, int j) {
        if (partnerOfA[i] >= 0 || partnerOfB[j] >= 0) {
            return false;
        }
        partnerOfA[i] = j;
        partnerOfB[j] = i;
        return true;
    }
}
