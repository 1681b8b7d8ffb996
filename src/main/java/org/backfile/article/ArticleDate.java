package org.backfile.article;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A date as far as it is known: a year, a month of a year, or a day (proleptic Gregorian, years 1 to 9999). Ordered by
 * time, a coarser date before the finer ones inside it.
 *
 * @param month 1 to 12, or 0 where only the year is known
 * @param day 1 to 31, or 0 where no day is known
 */
public record ArticleDate(int year, int month, int day) implements Comparable<ArticleDate> {
    /** How much of a date is known. */
    public enum Precision {
        DAY,
        MONTH,
        YEAR
    }

    /**
     * Checks that there is such a date.
     *
     * @throws DateTimeException where there is none, as 30 February
     */
    public ArticleDate {
        if (year < 1 || year > 9999 || (month == 0 && day != 0)) {
            throw new DateTimeException("no date: " + year + "-" + month + "-" + day);
        }
        if (day != 0) {
            LocalDate.of(year, month, day);
        } else if (month != 0) {
            YearMonth.of(year, month);
        }
    }

    /** The date of that day. */
    public static ArticleDate of(LocalDate day) {
        return new ArticleDate(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    /** The date where there is one; a month or day of 0 is unknown. Empty where the calendar has no such date. */
    public static Optional<ArticleDate> ifValid(int year, int month, int day) {
        boolean valid = year >= 1
                && year <= 9999
                && month >= 0
                && month <= 12
                && day >= 0
                && (month != 0 || day == 0)
                && (day == 0 || day <= YearMonth.of(year, month).lengthOfMonth());
        return valid ? Optional.of(new ArticleDate(year, month, day)) : Optional.empty();
    }

    public Precision precision() {
        return day != 0 ? Precision.DAY : month != 0 ? Precision.MONTH : Precision.YEAR;
    }

    /** ISO 8601 cut to the precision: {@code 2014-12-30}, {@code 2014-12} or {@code 2014}. */
    public String iso() {
        StringBuilder iso = new StringBuilder(10);
        padded(iso, year, 4);
        if (month != 0) {
            padded(iso.append('-'), month, 2);
        }
        if (day != 0) {
            padded(iso.append('-'), day, 2);
        }
        return iso.toString();
    }

    private static void padded(StringBuilder out, int number, int digits) {
        String shown = Integer.toString(number);
        out.append("0".repeat(digits - shown.length())).append(shown);
    }

    @Override
    public int compareTo(ArticleDate other) {
        int byYear = Integer.compare(year, other.year);
        if (byYear != 0) {
            return byYear;
        }
        int byMonth = Integer.compare(month, other.month);
        return byMonth != 0 ? byMonth : Integer.compare(day, other.day);
    }

    @Override
    public String toString() {
        return iso();
    }
}
