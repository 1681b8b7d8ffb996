package org.backfile.story;

import java.util.Arrays;

/** All pairs of texts worth comparing: those of which one is a candidate of the other. */
final class CandidatePairs {
    private long[] pairs = new long[1024];
    private int count;

    private CandidatePairs() {}

    /** The pairs in order, the smaller number of each above the larger. */
    static long[] of(ShingleIndex index, Workers workers) {
        CandidatePairs all = new CandidatePairs();
        workers.forRanges(index.words().length, (from, to) -> {
            CandidatePairs own = new CandidatePairs();
            Candidates candidates = new Candidates(index);
            for (int text = from; text < to; text++) {
                for (int other : candidates.of(text)) {
                    own.add(Comparisons.pair(text, other));
                }
            }
            all.addAll(own);
        });
        return all.distinct();
    }

    private void add(long pair) {
        if (count == pairs.length) {
            pairs = Arrays.copyOf(pairs, count * 2);
        }
        pairs[count++] = pair;
    }

    private synchronized void addAll(CandidatePairs other) {
        for (int i = 0; i < other.count; i++) {
            add(other.pairs[i]);
        }
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
