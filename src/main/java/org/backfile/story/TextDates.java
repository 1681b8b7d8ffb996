package org.backfile.story;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeSet;
import org.backfile.article.ArticleCard;
import org.backfile.article.ArticleDate;

/** When the texts were printed, as far as it is known. */
final class TextDates {
    /** More printings than this add nothing. */
    private static final int MOST = 64;

    /** By text: the first and the last day of each date, as two halves of a number; null where no date is known. */
    private final long[][] spans;

    private TextDates(long[][] spans) {
        this.spans = spans;
    }

    static TextDates of(List<ArticleCard> cards, DistinctTexts texts) {
        long[][] spans = new long[texts.count()][];
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
        if (spans == null) {
            return new long[] {span};
        }
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
        return first << 32 | first + days - 1 & 0xFFFFFFFFL;
    }

    /** The days between the nearest printings of two texts, or {@link Judge#NO_DATES}. */
    int daysApart(int one, int other) {
        if (spans[one] == null || spans[other] == null) {
            return Judge.NO_DATES;
        }
        long nearest = Integer.MAX_VALUE;
        for (long a : spans[one]) {
            for (long b : spans[other]) {
                long apart = Math.max((a >> 32) - (int) b, (b >> 32) - (int) a);
                nearest = Math.min(nearest, Math.max(0, apart));
            }
        }
        return (int) nearest;
    }
}
