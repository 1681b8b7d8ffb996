package org.backfile.search;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/** Goes through the terms of several parts in order, all parts that have a term together. */
final class TermMerge {
    private final PriorityQueue<SegmentPart> waiting = new PriorityQueue<>();
    private final List<SegmentPart> holding;

    TermMerge(List<SegmentPart> parts) {
        holding = new ArrayList<>(parts);
    }

    /** Goes on; gives the parts that have the next term, in order of their segments, none at the end. Valid until the next call. */
    List<SegmentPart> next() {
        for (SegmentPart part : holding) {
            if (part.next()) {
                waiting.add(part);
            }
        }
        holding.clear();
        SegmentPart first = waiting.peek();
        while (!waiting.isEmpty() && waiting.element().isAtTermOf(first)) {
            holding.add(waiting.remove());
        }
        return holding;
    }
}
