package org.backfile.article;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A date given as metadata: the whole value means a date, so that only its form is in question. Understood are ISO 8601
 * with or without a time, RFC 2822, dates with a named month in the languages of {@link MonthNames}, dates of East
 * Asia, figures where their order is clear, and seconds or milliseconds since 1970 (their day in UTC). Of a time with an
 * offset the day counts that was written.
 *
 * @param date null where the value is not understood
 * @param complaint why, as a clause; null where there is a date
 */
record WrittenDate(@Nullable ArticleDate date, @Nullable String complaint) {
    private static final int LONGEST = 120;

    /** Reads a value; figures like 3/4/2014 mean what {@code order} says. */
    static WrittenDate of(String value, DateOrder order) {
        String text = value.strip();
        if (text.length() > LONGEST || text.chars().noneMatch(c -> Character.isDigit((char) c))) {
            return failed(text, "is not understood");
        }
        List<String> tokens = tokens(text);
        Optional<WrittenDate> figures = figures(text, tokens, order);
        if (figures.isPresent()) {
            return figures.get();
        }
        return yearFirst(tokens)
                .or(() -> withMonthName(tokens))
                .or(() -> sinceEpoch(text))
                .map(date -> new WrittenDate(date, null))
                .orElseGet(() -> failed(text, "is not understood"));
    }

    private static WrittenDate failed(String text, String why) {
        String shown = text.length() <= 30 ? text : text.substring(0, text.offsetByCodePoints(0, 27)) + "…";
        return new WrittenDate(null, "the date \"" + shown.replace('\n', ' ') + "\" " + why);
    }

    /** Runs of digits, runs of letters, and single other signs, without spaces. */
    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = at + 1;
            char c = text.charAt(at);
            if (isDigit(c)) {
                while (end < text.length() && isDigit(text.charAt(end))) {
                    end++;
                }
            } else if (isAlphabetic(c)) {
                while (end < text.length() && isAlphabetic(text.charAt(end))) {
                    end++;
                }
            }
            if (!Character.isWhitespace(c) && c != '\u00a0' && c != '\u202f') {
                tokens.add(text.substring(at, end));
            }
            at = end;
        }
        return tokens;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isAlphabetic(char c) {
        int type = Character.getType(c);
        return (Character.isLetter(c) || type == Character.NON_SPACING_MARK) && !TextLines.isUnspaced(c);
    }

    /** {@code 2014-12-30}, with or without a time; {@code 2014-12}, {@code 2014}, {@code 20141230}, {@code 2014年12月30日}. */
    private static Optional<ArticleDate> yearFirst(List<String> tokens) {
        int digits = tokens.isEmpty() ? 0 : digits(tokens, 0);
        if (digits == 8 || digits == 14) {
            String all = tokens.get(0);
            return isYear(number(all.substring(0, 4)))
                    ? ArticleDate.ifValid(
                            number(all.substring(0, 4)), number(all.substring(4, 6)), number(all.substring(6, 8)))
                    : Optional.empty();
        }
        if (digits != 4 || !isYear(number(tokens.get(0)))) {
            return Optional.empty();
        }
        int year = number(tokens.get(0));
        if (tokens.size() == 1) {
            return ArticleDate.ifValid(year, 0, 0);
        }
        if (!isOneOf(tokens, 1, "-/.年년") || digits(tokens, 2) == 0 || digits(tokens, 2) > 2) {
            return Optional.empty();
        }
        int month = number(tokens.get(2));
        boolean ends = tokens.size() == 3 || (tokens.size() == 4 && isOneOf(tokens, 3, "月월"));
        if (ends) {
            return month == 0 ? Optional.empty() : ArticleDate.ifValid(year, month, 0);
        }
        boolean hasDay = isOneOf(tokens, 3, "-/.月월") && digits(tokens, 4) > 0 && digits(tokens, 4) <= 2;
        return hasDay && month > 0 && number(tokens.get(4)) > 0
                ? ArticleDate.ifValid(year, month, number(tokens.get(4)))
                : Optional.empty();
    }

    /** {@code 30 December 2014}, {@code Dec. 30, 2014}, {@code 2014. december 30.}, {@code December 2014}. */
    private static Optional<ArticleDate> withMonthName(List<String> tokens) {
        int month = -1;
        int year = -1;
        for (int i = 0; i < tokens.size(); i++) {
            if (month < 0 && digits(tokens, i) == 0 && monthAt(tokens, i) != 0) {
                month = i;
            }
            if (year < 0 && digits(tokens, i) == 4 && isYear(number(tokens.get(i)))) {
                year = i;
            }
        }
        if (month < 0 || year < 0) {
            return Optional.empty();
        }
        int day = dayBeside(tokens, month);
        return day < 0 ? Optional.empty() : ArticleDate.ifValid(number(tokens.get(year)), monthAt(tokens, month), day);
    }

    private static int monthAt(List<String> tokens, int i) {
        int one = tokens.get(i).length() < 3 ? 0 : MonthNames.month(tokens.get(i));
        return one == 0 && i + 1 < tokens.size() ? MonthNames.month(tokens.get(i) + " " + tokens.get(i + 1)) : one;
    }

    /** The day beside the month's name: 0 where none stands there, -1 where the number is none. */
    private static int dayBeside(List<String> tokens, int month) {
        int before = month - 1;
        while (before >= 0 && digits(tokens, before) == 0) {
            before--;
        }
        int after = month + 1;
        while (after < tokens.size() && digits(tokens, after) == 0) {
            after++;
        }
        boolean isHour = isOneOf(tokens, before - 1, ":") || isOneOf(tokens, before + 1, ":");
        boolean hasBefore = before >= 0 && digits(tokens, before) <= 2 && month - before <= 4 && !isHour;
        boolean hasAfter = after < tokens.size() && digits(tokens, after) <= 2 && !isOneOf(tokens, after + 1, ":");
        int day = hasBefore ? number(tokens.get(before)) : hasAfter ? number(tokens.get(after)) : 0;
        return day == 0 && (hasBefore || hasAfter) ? -1 : day;
    }

    /** {@code 30/12/2014} and its like; empty where the value has another form. */
    private static Optional<WrittenDate> figures(String text, List<String> tokens, DateOrder order) {
        boolean form = tokens.size() >= 5
                && digits(tokens, 0) > 0
                && digits(tokens, 0) <= 2
                && isOneOf(tokens, 1, "-/.")
                && digits(tokens, 2) > 0
                && digits(tokens, 2) <= 2
                && tokens.get(3).equals(tokens.get(1));
        if (!form) {
            return Optional.empty();
        }
        if (digits(tokens, 4) != 4) {
            return Optional.of(failed(text, "has no century"));
        }
        int first = number(tokens.get(0));
        int second = number(tokens.get(2));
        boolean dayFirst = first > 12 || first == second || tokens.get(1).equals(".") || order == DateOrder.DAY_FIRST;
        boolean monthFirst = second > 12 || order == DateOrder.MONTH_FIRST;
        if (!dayFirst && !monthFirst) {
            return Optional.of(failed(text, "may have the day or the month first"));
        }
        boolean useDayFirst = first > 12 || (dayFirst && second <= 12);
        int month = useDayFirst ? second : first;
        int day = useDayFirst ? first : second;
        Optional<ArticleDate> date =
                month == 0 || day == 0 ? Optional.empty() : ArticleDate.ifValid(number(tokens.get(4)), month, day);
        return Optional.of(
                date.map(valid -> new WrittenDate(valid, null)).orElseGet(() -> failed(text, "is in no calendar")));
    }

    private static Optional<ArticleDate> sinceEpoch(String text) {
        boolean isNumber =
                (text.length() == 10 || text.length() == 13) && text.chars().allMatch(c -> isDigit((char) c));
        if (!isNumber) {
            return Optional.empty();
        }
        long seconds = Long.parseLong(text.substring(0, 10));
        return Optional.of(ArticleDate.of(
                Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC).toLocalDate()));
    }

    private static int digits(List<String> tokens, int i) {
        return i < tokens.size() && isDigit(tokens.get(i).charAt(0))
                ? tokens.get(i).length()
                : 0;
    }

    private static boolean isOneOf(List<String> tokens, int i, String signs) {
        return i >= 0
                && i < tokens.size()
                && tokens.get(i).length() == 1
                && signs.indexOf(tokens.get(i).charAt(0)) >= 0;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static boolean isYear(int year) {
        return year >= 1600 && year <= 2199;
    }
}
