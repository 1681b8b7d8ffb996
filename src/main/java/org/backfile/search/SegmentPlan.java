package org.backfile.search;

import java.util.ArrayList;
import java.util.List;
import org.backfile.article.ArticleDate;
import org.jspecify.annotations.Nullable;

/**
 * Divides the documents by time into segments of at most {@value #LIMIT}: a century, else its decades, else their
 * years, months, days, else equal parts of a day. The borders are the calendar's, so an added document changes its own
 * segment and no other, but for the rare one that makes its period too large.
 */
final class SegmentPlan {
    static final int LIMIT = 2048;

    private final List<@Nullable ArticleDate> dates;
    private final List<Range> ranges = new ArrayList<>();

    private SegmentPlan(List<@Nullable ArticleDate> dates) {
        this.dates = dates;
    }

    /** Documents {@code from} (included) to {@code to} (excluded), of one period. */
    record Range(int from, int to) {
        int size() {
            return to - from;
        }
    }

    /** The ranges in order; together they are all documents. */
    static List<Range> of(List<@Nullable ArticleDate> datesInOrder) {
        SegmentPlan plan = new SegmentPlan(datesInOrder);
        plan.divide(0, datesInOrder.size(), 0);
        return plan.ranges;
    }

    private void divide(int from, int to, int level) {
        int at = from;
        while (at < to) {
            int key = key(dates.get(at), level);
            int end = at + 1;
            while (end < to && key(dates.get(end), level) == key) {
                end++;
            }
            if (end - at <= LIMIT) {
                ranges.add(new Range(at, end));
            } else if (level == LEVELS || dates.get(at) == null) {
                cut(at, end);
            } else {
                divide(at, end, level + 1);
            }
            at = end;
        }
    }

    private void cut(int from, int to) {
        for (int at = from; at < to; at += LIMIT) {
            ranges.add(new Range(at, Math.min(to, at + LIMIT)));
        }
    }

    private static final int LEVELS = 4;

    private static int key(@Nullable ArticleDate date, int level) {
        if (date == null) {
            return Integer.MAX_VALUE;
        }
        return switch (level) {
            case 0 -> date.year() / 100;
            case 1 -> date.year() / 10;
            case 2 -> date.year();
            case 3 -> date.month();
            default -> date.day();
        };
    }
}
