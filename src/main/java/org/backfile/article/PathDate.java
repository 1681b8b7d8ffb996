package org.backfile.article;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The date in a file's folders or name: {@code 2014/12/30/storm.txt}, {@code 2014-12-30-storm.txt},
 * {@code 20141230.txt}, {@code 30Dec2014Storm.txt}. Folders give a month or a year where they say no more; a file's
 * name only gives a whole day. Stateless.
 */
final class PathDate {
    private static final int FIRST_YEAR = 1600;
    private static final int LAST_YEAR = 2199;

    private PathDate() {}

    /** The path's date, or null where it tells none. */
    static @Nullable Stated<ArticleDate> of(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        ArticleDate date = inName(name);
        if (date == null) {
            date = inFolders(path);
        }
        return date == null ? null : new Stated<>(date, new Evidence(null, Rule.PATH_DATE, Confidence.INFERRED));
    }

    private static @Nullable ArticleDate inName(String name) {
        for (int at = 0; at < name.length(); at++) {
            if (isDigit(name, at) && !isDigit(name, at - 1)) {
                ArticleDate date = at(name, at);
                if (date != null) {
                    return date;
                }
            }
        }
        return null;
    }

    private static @Nullable ArticleDate at(String name, int at) {
        int digits = digits(name, at);
        if (digits == 8) {
            return day(number(name, at, 4), number(name, at + 4, 2), number(name, at + 6, 2));
        }
        if (digits == 4) {
            return yearFirst(name, at);
        }
        return digits <= 2 ? dayFirst(name, at, digits) : null;
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
            if (steps[i].length() != 4 || digits(steps[i], 0) != 4) {
                continue;
            }
            int year = number(steps[i], 0, 4);
            int month = numberOf(steps, i + 1);
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
        for (int slash = path.indexOf('/', 4); slash > 0; slash = path.indexOf('/', slash + 1)) {
            if (digits(path, slash - 4) == 4) {
                return true;
            }
        }
        return false;
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
