package org.backfile.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.backfile.article.ArticleDate;
import org.jspecify.annotations.Nullable;

/**
 * Divides the documents into segments of at most {@value #LIMIT}: a century, else its decades, else their years, half-years,
 * months, days, else equal parts of a day. The borders are the calendar's, so an added document changes its own segment and no
 * other, but for the rare one that makes its period too large.
 *
 * <p>The newest documents are a layer of their own, so that what comes in at an archive's end changes no file of the rest. They
 * begin with the day on which the last full batch of documents ends, a batch being a 512th of the archive, but {@value #BATCH} or more.
 */
final class SegmentPlan {
    static final int LIMIT = 2048;
    private static final int BATCH = 32;
    private static final int LEVELS = 5;

    private final List<@Nullable ArticleDate> dates;
    private final List<Range> ranges = new ArrayList<>();

    private SegmentPlan(List<@Nullable ArticleDate> dates) {
        this.dates = dates;
    }

    /** Documents {@code from} (included) to {@code to} (excluded), of one period; whether they are the newest. */
    record Range(int from, int to, boolean recent) {
        int size() {
            return to - from;
        }
    }

    /** The ranges in order; together they are all documents. */
    static List<Range> of(List<@Nullable ArticleDate> datesInOrder) {
        SegmentPlan plan = new SegmentPlan(datesInOrder);
        int all = datesInOrder.size();
        int dated = all;
        while (dated > 0 && datesInOrder.get(dated - 1) == null) {
            dated--;
        }
        int recent = plan.firstRecent(dated);
        plan.divide(0, recent, 0, false);
        plan.divide(recent, dated, 0, true);
        plan.divide(dated, all, 0, false);
        return plan.ranges;
    }

    private int firstRecent(int dated) {
        int batch = Math.max(BATCH, Integer.highestOneBit(dated) / 512);
        int first = dated / batch * batch - 1;
        while (first > 0 && Objects.equals(dates.get(first - 1), dates.get(first))) {
            first--;
        }
        return first < 0 ? dated : first;
    }

    private void divide(int from, int to, int level, boolean recent) {
        int at = from;
        while (at < to) {
            int key = key(dates.get(at), level);
            int end = at + 1;
            while (end < to && key(dates.get(end), level) == key) {
                end++;
            }
            if (end - at <= LIMIT) {
                ranges.add(new Range(at, end, recent));
            } else if (level == LEVELS || dates.get(at) == null) {
                cut(at, end, recent);
            } else {
                divide(at, end, level + 1, recent);
            }
            at = end;
        }
    }

    private void cut(int from, int to, boolean recent) {
        for (int at = from; at < to; at += LIMIT) {
            ranges.add(new Range(at, Math.min(to, at + LIMIT), recent));
        }
    }

    private static int key(@Nullable ArticleDate date, int level) {
        if (date == null) {
            return Integer.MAX_VALUE;
        }
        return switch (level) {
            case 0 -> date.year() / 100;
            case 1 -> date.year() / 10;
            case 2 -> date.year();
            case 3 -> (date.month() + 5) / 6;
            case 4 -> date.month();
            default -> date.day();
        };
    }
}
