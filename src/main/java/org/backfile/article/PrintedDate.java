package org.backfile.article;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A date as printed in a text, before it is known what its figures mean.
 *
 * @param year as printed; below 100 where two digits were; 0 where none was
 * @param month 1 to 12 where it is known to be the month, else what was printed first
 * @param day 0 where none was printed
 * @param order whether {@code month} and {@code day} may have to change places
 * @param from where the date starts in the text, from 0
 * @param to where it ends, exclusive
 */
record PrintedDate(int year, int month, int day, Order order, int from, int to) {
    /** How far the order of the figures is known. */
    enum Order {
        /** The month is named, the year stands first, or one figure is too large for a month. */
        CERTAIN,
        /** Day before month, because the form is written so only. */
        DAY_THEN_MONTH,
        /** Both figures may be the month. */
        EITHER
    }

    private static final int FIRST_YEAR = 1600;
    private static final int LAST_YEAR = 2199;
    /** Dates stand near the start of what is searched for them. */
    private static final int SEARCHED = 240;

    /** The first date in {@code text}, one with a year if there is any; null where there is none. */
    static @Nullable PrintedDate find(String text) {
        DateTokens tokens = new DateTokens(text.length() > SEARCHED ? text.substring(0, SEARCHED) : text);
        PrintedDate yearless = null;
        for (int i = 0; i < tokens.count(); i++) {
            PrintedDate date = at(tokens, i);
            if (date != null && date.year != 0) {
                return date;
            }
            yearless = yearless == null ? date : yearless;
        }
        return yearless;
    }

    private static @Nullable PrintedDate at(DateTokens tokens, int i) {
        if (tokens.isBeforeNumber(i) && tokens.isMonth(i)) {
            return monthFirst(tokens, i);
        }
        if (!tokens.isNumber(i) || tokens.isPartOfNumber(i)) {
            return null;
        }
        if (tokens.digits(i) == 4) {
            return yearFirst(tokens, i);
        }
        if (tokens.digits(i) > 2) {
            return null;
        }
        PrintedDate named = dayFirst(tokens, i);
        if (named == null) {
            named = figures(tokens, i);
        }
        return named != null ? named : easternMonthDay(tokens, i);
    }

    /** {@code January 4, 2019}, {@code January 2019}, {@code Jan. 4}. */
    private static @Nullable PrintedDate monthFirst(DateTokens tokens, int i) {
        int month = tokens.month(i);
        int next = tokens.skip(i + 1, ".");
        int afterLink = tokens.skipLink(tokens.skip(next, ","));
        if (tokens.isYear(afterLink)) {
            return certain(tokens, tokens.number(afterLink), month, 0, i, afterLink);
        }
        if (!tokens.isNumber(next) || tokens.digits(next) > 2 || tokens.number(next) > 31) {
            return null;
        }
        int last = tokens.skipOrdinal(next + 1);
        int year = tokens.skipLink(tokens.skip(last, ",."));
        return tokens.isYear(year)
                ? certain(tokens, tokens.number(year), month, tokens.number(next), i, year)
                : certain(tokens, 0, month, tokens.number(next), i, last - 1);
    }

    /** {@code 4 January 2019}, {@code 4. Januar 2019}, {@code 4 de enero de 2019}, {@code la 4-an de januaro 2019}. */
    private static @Nullable PrintedDate dayFirst(DateTokens tokens, int i) {
        int month = tokens.skip(tokens.skipLink(tokens.skip(tokens.skipOrdinal(i + 1), ".")), "-/");
        if (!tokens.isMonth(month) || tokens.number(i) > 31) {
            return null;
        }
        int year = tokens.skip(tokens.skipLink(tokens.skip(month + 1, ".,-/")), "'’");
        if (tokens.isYear(year)) {
            return certain(tokens, tokens.number(year), tokens.month(month), tokens.number(i), i, year);
        }
        return certain(tokens, 0, tokens.month(month), tokens.number(i), i, month);
    }

    /** {@code 2019-01-04}, {@code 2019/1/4}, {@code 2019年1月4日}, {@code 2019. január 4.}. */
    private static @Nullable PrintedDate yearFirst(DateTokens tokens, int i) {
        if (!tokens.isYear(i)) {
            return null;
        }
        int month = tokens.skip(i + 1, ".");
        if (tokens.isMonth(month) && tokens.isNumber(month + 1) && tokens.digits(month + 1) <= 2) {
            return certain(tokens, tokens.number(i), tokens.month(month), tokens.number(month + 1), i, month + 1);
        }
        String first = tokens.between(i + 1, "-/.年년");
        int monthAt = i + 2;
        if (first.isEmpty() || !tokens.isNumber(monthAt) || tokens.digits(monthAt) > 2) {
            return null;
        }
        String second = tokens.between(monthAt + 1, "-/.月월");
        int day = monthAt + 2;
        boolean hasDay = !second.isEmpty() && tokens.isNumber(day) && tokens.digits(day) <= 2;
        if (!hasDay) {
            boolean isMonth = second.equals("月") || second.equals("월");
            return isMonth ? certain(tokens, tokens.number(i), tokens.number(monthAt), 0, i, monthAt + 1) : null;
        }
        int last = tokens.between(day + 1, "日일").isEmpty() ? day : day + 1;
        return certain(tokens, tokens.number(i), tokens.number(monthAt), tokens.number(day), i, last);
    }

    /** {@code 30/12/2014}, {@code 30.12.14}. */
    private static @Nullable PrintedDate figures(DateTokens tokens, int i) {
        String parting = tokens.between(i + 1, "-/.");
        boolean three = !parting.isEmpty()
                && tokens.isNumber(i + 2)
                && tokens.digits(i + 2) <= 2
                && tokens.between(i + 3, "-/.").equals(parting)
                && tokens.isNumber(i + 4);
        if (!three) {
            return null;
        }
        int year = tokens.number(i + 4);
        boolean whole = tokens.isYear(i + 4);
        boolean short2 = tokens.digits(i + 4) == 2 && year > 0;
        int first = tokens.number(i);
        int second = tokens.number(i + 2);
        if ((!whole && !short2) || first == 0 || second == 0 || first > 31 || second > 31) {
            return null;
        }
        int from = tokens.from(i);
        int to = tokens.to(i + 4);
        if (second > 12) {
            return new PrintedDate(year, first, second, Order.CERTAIN, from, to);
        }
        if (first > 12) {
            return new PrintedDate(year, second, first, Order.CERTAIN, from, to);
        }
        return new PrintedDate(
                year, second, first, parting.equals(".") ? Order.DAY_THEN_MONTH : Order.EITHER, from, to);
    }

    /** {@code 1月4日} without a year. */
    private static @Nullable PrintedDate easternMonthDay(DateTokens tokens, int i) {
        boolean day = !tokens.between(i + 1, "月월").isEmpty()
                && tokens.isNumber(i + 2)
                && !tokens.between(i + 3, "日일").isEmpty();
        return day ? certain(tokens, 0, tokens.number(i), tokens.number(i + 2), i, i + 3) : null;
    }

    private static PrintedDate certain(DateTokens tokens, int year, int month, int day, int first, int last) {
        return new PrintedDate(year, month, day, Order.CERTAIN, tokens.from(first), tokens.to(last));
    }

    /** The number of characters. */
    int length() {
        return to - from;
    }

    static boolean isYear(int number) {
        return number >= FIRST_YEAR && number <= LAST_YEAR;
    }

    /** True where the date has four digits for its year, two figures that can only be meant one way. */
    boolean isWhole() {
        return isYear(year) && order != Order.EITHER;
    }

    /** True where the figures are undecided between day and month; equal ones are not. */
    boolean isUndecided() {
        return order == Order.EITHER && month != day;
    }

    /** True for figures that show which comes first in this file. */
    boolean showsOrder(String text, DateOrder asked) {
        if (from >= text.length() || !Character.isDigit(text.charAt(from)) || order == Order.DAY_THEN_MONTH) {
            return false;
        }
        int first = leadingNumber(text);
        boolean inFigures = order == Order.CERTAIN && to - from <= 10 && first <= 31 && hasOnlyFigures(text);
        return inFigures && (asked == DateOrder.DAY_FIRST ? first == day && day > 12 : first == month && day > 12);
    }

    private int leadingNumber(String text) {
        int number = 0;
        for (int i = from; i < to && Character.isDigit(text.charAt(i)) && number < 10_000; i++) {
            number = number * 10 + Character.digit(text.charAt(i), 10);
        }
        return number;
    }

    private boolean hasOnlyFigures(String text) {
        for (int i = from; i < to; i++) {
            if (Character.isLetter(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The date that is meant, as far as the folder's habits tell; null where they don't, or there is no such day. */
    @Nullable
    ArticleDate meant(FolderJudgement folder) {
        int meantYear = folder.yearMeant(year);
        if (meantYear == 0) {
            return null;
        }
        Optional<ArticleDate> date = switch (order) {
            case CERTAIN, DAY_THEN_MONTH -> ArticleDate.ifValid(meantYear, month, day);
            case EITHER ->
                month == day
                        ? ArticleDate.ifValid(meantYear, month, day)
                        : switch (folder.dateOrder()) {
                            case DAY_FIRST -> ArticleDate.ifValid(meantYear, month, day);
                            case MONTH_FIRST -> ArticleDate.ifValid(meantYear, day, month);
                            case UNKNOWN -> Optional.empty();
                        };
        };
        return date.orElse(null);
    }

    /** The same date in a text that begins {@code by} characters earlier. */
    PrintedDate shifted(int by) {
        return new PrintedDate(year, month, day, order, from + by, to + by);
    }

    /** True where no calendar has such a day, whatever the figures mean. */
    boolean isImpossible() {
        int someYear = year == 0 ? 2000 : year < 100 ? 1900 + year : year;
        return ArticleDate.ifValid(someYear, month, day).isEmpty()
                && (order != Order.EITHER
                        || ArticleDate.ifValid(someYear, day, month).isEmpty());
    }
}
