package org.backfile.story;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeSet;
import org.backfile.article.ArticleCard;
import org.backfile.article.ArticleDate;
import org.jspecify.annotations.Nullable;

/** When the texts were printed, as far as it is known; worked out for those that are asked for. For one thread. */
final class TextDates {
    /** More printings than this add nothing. */
    private static final int MOST = 64;

    private static final long[] NONE = {};

    private final List<ArticleCard> cards;
    private final DistinctTexts texts;
    /** By text: the first and the last day of each date, as two halves of a number; none where no date is known. */
    private final long[] @Nullable [] spans;

    TextDates(List<ArticleCard> cards, DistinctTexts texts) {
        this.cards = cards;
        this.texts = texts;
        this.spans = new long[texts.count()][];
    }

    private long[] spans(int text) {
        long[] known = spans[text];
        if (known == null) {
            long[][] found = {NONE};
            texts.forEachCard(text, card -> {
                ArticleDate date = cards.get(card).date();
                found[0] = date == null ? found[0] : with(found[0], span(date));
            });
            known = found[0];
            spans[text] = known;
        }
        return known;
    }

    private static long[] with(long[] spans, long span) {
        if (spans.length == 0) {
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
        long[] ofOne = spans(one);
        long[] ofOther = spans(other);
        if (ofOne.length == 0 || ofOther.length == 0) {
            return Judge.NO_DATES;
        }
        int nearest = Integer.MAX_VALUE;
        for (long a : ofOne) {
            for (long b : ofOther) {
                nearest = Math.min(nearest, daysApart(a, b));
            }
        }
        return nearest;
    }
}
