package org.backfile.story;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.backfile.article.ArticleCard;
import org.backfile.article.ArticleDate;
import org.jspecify.annotations.Nullable;

/** When the texts were printed, as far as it is known. */
final class TextDates {
    /** More printings than this add nothing. */
    private static final int MOST = 64;

    private static final long[] NONE = {};

    /** By text: the first and the last day of each date, as two halves of a number; none where no date is known. */
    private final long[][] spans;

    private TextDates(long[][] spans) {
        this.spans = spans;
    }

    static TextDates of(List<ArticleCard> cards, DistinctTexts texts) {
        long[][] spans = new long[texts.count()][];
        Arrays.fill(spans, NONE);
        for (int card = 0; card < cards.size(); card++) {
            ArticleDate date = cards.get(card).date();
            if (date != null) {
                int text = texts.textOf(card);
                spans[text] = with(spans[text], span(date));
            }
        }
        return new TextDates(spans);
    }

    private static long[] with(long[] spans, long span) {
        TreeSet<Long> all = new TreeSet<>();
        for (long one : spans) {
            all.add(one);
        }
        all.add(span);
        return all.stream().limit(MOST).mapToLong(Long::longValue).toArray();
    }

    private static long span(ArticleDate date) {
        long first = switch (date.precision()) {
            case DAY -> LocalDate.of(date.year(), date.month(), date.day()).toEpochDay();
            case MONTH -> LocalDate.of(date.year(), date.month(), 1).toEpochDay();
            case YEAR -> LocalDate.of(date.year(), 1, 1).toEpochDay();
        };
        int days = switch (date.precision()) {
            case DAY -> 1;
            case MONTH -> YearMonth.of(date.year(), date.month()).lengthOfMonth();
            case YEAR -> 366;
        };
        return (first << 32) | ((first + days - 1) & 0xFFFFFFFFL);
    }

    /** The days between two dates as far as they are known, or {@link Judge#NO_DATES}. */
    static int daysApart(@Nullable ArticleDate one, @Nullable ArticleDate other) {
        return one == null || other == null ? Judge.NO_DATES : daysApart(span(one), span(other));
    }

    private static int daysApart(long one, long other) {
        return (int) Math.max(0, Math.max((one >> 32) - (int) other, (other >> 32) - (int) one));
    }

    /** The days between the nearest printings of two texts, or {@link Judge#NO_DATES}. */
    int daysApart(int one, int other) {
        if (spans[one].length == 0 || spans[other].length == 0) {
            return Judge.NO_DATES;
        }
        int nearest = Integer.MAX_VALUE;
        for (long a : spans[one]) {
            for (long b : spans[other]) {
                nearest = Math.min(nearest, daysApart(a, b));
            }
        }
        return nearest;
    }
}
