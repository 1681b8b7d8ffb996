package org.backfile.story;

import java.util.Arrays;

/** All pairs of texts worth comparing: those of which one is a candidate of the other. */
final class CandidatePairs {
    private long[] pairs = new long[1024];
    private int count;

    private CandidatePairs() {}

    /** The pairs in order, the smaller number of each above the larger, of the candidates of each text. */
    static long[] of(int[][] candidatesOf) {
        CandidatePairs all = new CandidatePairs();
        for (int text = 0; text < candidatesOf.length; text++) {
            for (int other : candidatesOf[text]) {
                all.add(Comparisons.pair(text, other));
            }
        }
        return all.distinct();
    }

    private void add(long pair) {
        if (count == pairs.length) {
            pairs = Arrays.copyOf(pairs, count * 2);
        }
        pairs[count++] = pair;
    }

    private long[] distinct() {
        Arrays.sort(pairs, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || pairs[i] != pairs[i - 1]) {
                pairs[kept++] = pairs[i];
            }
        }
        return Arrays.copyOf(pairs, kept);
    }
}
