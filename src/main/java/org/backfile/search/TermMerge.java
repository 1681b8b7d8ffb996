package org.backfile.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Goes through the terms of several parts in order, all parts that have a term together. For each term it looks at the
 * beginning of every part's term, one number: that costs less than a queue of parts, since what common words save, which
 * stand in nearly all parts, is more than what rare ones cost. The cost is that of terms times parts.
 */
final class TermMerge {
    /** Behind every term: none begins with a byte of ones. */
    private static final long ENDED = Long.MAX_VALUE;

    private final List<SegmentPart> parts;
    /** For each part the beginning of its term. */
    private final long[] starts;

    /** The places of the parts that have the term, in order. */
    private final int[] holding;

    private int held;

    TermMerge(List<SegmentPart> parts) {
        this.parts = parts;
        this.starts = new long[parts.size()];
        this.holding = new int[parts.size()];
        Arrays.setAll(holding, i -> i);
        this.held = holding.length;
    }

    /** Goes on; gives the parts that have the next term, in order of their segments, none at the end. Valid until the next call. */
    List<SegmentPart> next() {
        for (int i = 0; i < held; i++) {
            SegmentPart part = parts.get(holding[i]);
            starts[holding[i]] = part.next() ? part.termStart() : ENDED;
        }
        held = 0;
        long least = ENDED;
        for (long start : starts) {
            least = Math.min(least, start);
        }
        List<SegmentPart> next = new ArrayList<>();
        for (int i = 0; i < starts.length && least < ENDED; i++) {
            int order = starts[i] > least ? 1 : held == 0 ? 0 : parts.get(i).compareTerms(next.get(0));
            if (order < 0) {
                next.clear();
                held = 0;
            }
            if (order <= 0) {
                next.add(parts.get(i));
                holding[held++] = i;
            }
        }
        return next;
    }
}
