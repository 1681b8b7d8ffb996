package org.backfile.article;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The date in a file's folders or name: {@code 2014/12/30/storm.txt}, {@code 2014-12-30-storm.txt},
 * {@code 20141230.txt}, {@code 30Dec2014Storm.txt}, {@code storm_30-12-2014.txt}, {@code Dec-1998/storm.txt}. Folders
 * give a month or a year where they say no more; a file's name only gives a whole day. Whether the day or the month
 * comes first in {@code 3-4-2014} the folder decides, if anything does. Stateless.
 */
final class PathDate {
    private static final int FIRST_YEAR = 1600;
    private static final int LAST_YEAR = 2199;

    private PathDate() {}

    /** The path's date, or null where it tells none. */
    static @Nullable Stated<ArticleDate> of(String path, DateOrder order) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        ArticleDate date = inName(name, order);
        if (date == null) {
            date = inFolders(path);
        }
        return date == null ? null : new Stated<>(date, new Evidence(null, Rule.PATH_DATE, Confidence.INFERRED));
    }

    /** What the path tells about how the dates of its folder are written, and their years. */
    static DateHabits habits(String path) {
        Stated<ArticleDate> found = of(path, DateOrder.UNKNOWN);
        int year = found == null ? 0 : found.value().year();
        @Nullable DateOrder order = null;
        String name = path.substring(path.lastIndexOf('/') + 1);
        for (int at = 0; order == null && at < name.length(); at++) {
            Figures figures = isDigit(name, at) && !isDigit(name, at - 1) ? Figures.at(name, at) : null;
            order = figures == null || figures.dotted ? null : figures.order();
        }
        return new DateHabits(
                order == DateOrder.DAY_FIRST ? 1 : 0,
                order == DateOrder.MONTH_FIRST ? 1 : 0,
                order == DateOrder.UNKNOWN ? 1 : 0,
                year,
                year,
                0);
    }

    private static @Nullable ArticleDate inName(String name, DateOrder order) {
        for (int at = 0; at < name.length(); at++) {
            if (isDigit(name, at) && !isDigit(name, at - 1)) {
                ArticleDate date = at(name, at, order);
                if (date != null) {
                    return date;
                }
            }
        }
        return null;
    }

    private static @Nullable ArticleDate at(String name, int at, DateOrder order) {
        int digits = digits(name, at);
        if (digits == 8) {
            return day(number(name, at, 4), number(name, at + 4, 2), number(name, at + 6, 2));
        }
        if (digits == 4) {
            return yearFirst(name, at);
        }
        if (digits > 2) {
            return null;
        }
        Figures figures = Figures.at(name, at);
        return figures == null ? dayFirst(name, at, digits) : figures.meant(order);
    }

    /** {@code 30-12-2014}, {@code 30.12.2014}: two figures of a day and a month, and a year. */
    private record Figures(int first, int second, int year, boolean dotted) {
        static @Nullable Figures at(String name, int at) {
            int firstDigits = digits(name, at);
            int second = at + firstDigits + 1;
            int secondDigits = digits(name, second);
            int year = second + secondDigits + 1;
            boolean form = firstDigits >= 1
                    && firstDigits <= 2
                    && secondDigits >= 1
                    && secondDigits <= 2
                    && digits(name, year) == 4
                    && isParting(name.charAt(second - 1))
                    && name.charAt(year - 1) == name.charAt(second - 1);
            return form
                    ? new Figures(
                            number(name, at, firstDigits),
                            number(name, second, secondDigits),
                            number(name, year, 4),
                            name.charAt(second - 1) == '.')
                    : null;
        }

        /** The order that the figures themselves leave no doubt about; between dots the day is first where it can be. */
        DateOrder order() {
            if (first > 12 || (dotted && second <= 12)) {
                return DateOrder.DAY_FIRST;
            }
            return second > 12 ? DateOrder.MONTH_FIRST : DateOrder.UNKNOWN;
        }

        @Nullable
        ArticleDate meant(DateOrder ofFolder) {
            DateOrder known = order() == DateOrder.UNKNOWN ? ofFolder : order();
            return switch (known) {
                case DAY_FIRST -> day(year, second, first);
                case MONTH_FIRST -> day(year, first, second);
                case UNKNOWN -> first == second ? day(year, first, second) : null;
            };
        }
    }

    private static @Nullable ArticleDate yearFirst(String name, int at) {
        int month = at + 5;
        int monthDigits = digits(name, month);
        int day = month + monthDigits + 1;
        int dayDigits = digits(name, day);
        boolean parted = month < name.length()
                && isParting(name.charAt(month - 1))
                && monthDigits >= 1
                && monthDigits <= 2
                && day < name.length()
                && name.charAt(day - 1) == name.charAt(month - 1)
                && dayDigits >= 1
                && dayDigits <= 2;
        return parted ? day(number(name, at, 4), number(name, month, monthDigits), number(name, day, dayDigits)) : null;
    }

    /** {@code 30Dec2014} or {@code 30-dec-2014}. */
    private static @Nullable ArticleDate dayFirst(String name, int at, int digits) {
        int month = at + digits;
        if (month < name.length() && isParting(name.charAt(month))) {
            month++;
        }
        int end = month;
        while (end < name.length() && Character.isLetter(name.charAt(end))) {
            end++;
        }
        int year = end < name.length() && isParting(name.charAt(end)) ? end + 1 : end;
        if (end - month < 3 || end - month > 12 || digits(name, year) != 4) {
            return null;
        }
        int named = MonthNames.month(name.substring(month, end));
        return named == 0 ? null : day(number(name, year, 4), named, number(name, at, digits));
    }

    private static @Nullable ArticleDate inFolders(String path) {
        if (!hasYear(path)) {
            return null;
        }
        String[] steps = path.split("/", -1);
        for (int i = 0; i < steps.length - 1; i++) {
            ArticleDate ofStep = monthOfYear(steps[i]);
            if (ofStep != null) {
                return ArticleDate.ifValid(ofStep.year(), ofStep.month(), numberOf(steps, i + 1))
                        .orElse(ofStep);
            }
            if (steps[i].length() != 4 || digits(steps[i], 0) != 4) {
                continue;
            }
            int year = number(steps[i], 0, 4);
            int month = monthOf(steps, i + 1);
            int day = numberOf(steps, i + 2);
            if (year < FIRST_YEAR || year > LAST_YEAR) {
                continue;
            }
            return ArticleDate.ifValid(year, month, month == 0 ? 0 : day)
                    .or(() -> ArticleDate.ifValid(year, month, 0))
                    .or(() -> ArticleDate.ifValid(year, 0, 0))
                    .orElse(null);
        }
        return null;
    }

    /** A quick look: four figures before a slash. */
    private static boolean hasYear(String path) {
        int digits = 0;
        for (int at = path.lastIndexOf('/') - 1; at >= 0 && digits < 4; at--) {
            digits = isDigit(path, at) ? digits + 1 : 0;
        }
        return digits == 4;
    }

    /** A folder {@code Dec-1998}, {@code December 1998}, {@code 1998-12} or {@code 1998_Dec}; null for others. */
    private static @Nullable ArticleDate monthOfYear(String step) {
        boolean yearFirst = digits(step, 0) == 4;
        int year = yearFirst ? 0 : step.length() - 4;
        if (step.length() < 6 || digits(step, year) != 4 || isDigit(step, year - 1)) {
            return null;
        }
        String rest = yearFirst ? step.substring(4) : step.substring(0, year);
        int from = yearFirst && isParting(rest.charAt(0)) ? 1 : 0;
        int to = !yearFirst && isParting(rest.charAt(rest.length() - 1)) ? rest.length() - 1 : rest.length();
        String named = rest.substring(from, to);
        boolean figures = named.length() <= 2
                && !named.isEmpty()
                && digits(named, 0) == named.length()
                && to - from < rest.length();
        int month = figures ? number(named, 0, named.length()) : named.length() < 3 ? 0 : MonthNames.month(named);
        int number = number(step, year, 4);
        return month == 0 || number < FIRST_YEAR || number > LAST_YEAR
                ? null
                : ArticleDate.ifValid(number, month, 0).orElse(null);
    }

    private static int monthOf(String[] steps, int i) {
        int month = numberOf(steps, i);
        return month == 0 && i < steps.length - 1 && steps[i].length() >= 3 ? MonthNames.month(steps[i]) : month;
    }

    private static int numberOf(String[] steps, int i) {
        boolean isFolder = i < steps.length - 1;
        return isFolder && digits(steps[i], 0) == steps[i].length() && !steps[i].isEmpty() && steps[i].length() <= 2
                ? number(steps[i], 0, steps[i].length())
                : 0;
    }

    private static @Nullable ArticleDate day(int year, int month, int day) {
        if (year < FIRST_YEAR || year > LAST_YEAR || month == 0 || day == 0) {
            return null;
        }
        Optional<ArticleDate> date = ArticleDate.ifValid(year, month, day);
        return date.orElse(null);
    }

    private static boolean isParting(char c) {
        return c == '-' || c == '_' || c == '.' || c == ' ';
    }

    private static boolean isDigit(String name, int at) {
        return at >= 0 && at < name.length() && name.charAt(at) >= '0' && name.charAt(at) <= '9';
    }

    private static int digits(String name, int at) {
        int end = at;
        while (isDigit(name, end)) {
            end++;
        }
        return end - at;
    }

    private static int number(String name, int at, int digits) {
        int number = 0;
        for (int i = at; i < at + digits; i++) {
            number = number * 10 + name.charAt(i) - '0';
        }
        return number;
    }
}
