package org.backfile.article;

import java.nio.ByteBuffer;

/**
 * How dates are written in a file, or in all files of a folder, and which years its articles are from.
 *
 * @param dayFirst how many dates in figures can only be day before month (30/12/2014)
 * @param monthFirst how many can only be month before day
 * @param undecided how many can be both
 * @param firstYear the earliest year of an article's own date, or 0 where there is none
 * @param lastYear the latest
 * @param yearless how many articles have a dateline with a day and no year
 */
record DateHabits(int dayFirst, int monthFirst, int undecided, int firstYear, int lastYear, int yearless) {
    static final DateHabits NONE = new DateHabits(0, 0, 0, 0, 0, 0);
    /** The size that {@link #write} writes. */
    static final int BYTES = 24;

    DateHabits plus(DateHabits other) {
        return new DateHabits(
                dayFirst + other.dayFirst,
                monthFirst + other.monthFirst,
                undecided + other.undecided,
                firstYear == 0 || other.firstYear == 0
                        ? firstYear + other.firstYear
                        : Math.min(firstYear, other.firstYear),
                Math.max(lastYear, other.lastYear),
                yearless + other.yearless);
    }

    void write(ByteBuffer bytes) {
        bytes.putInt(dayFirst).putInt(monthFirst).putInt(undecided);
        bytes.putInt(firstYear).putInt(lastYear).putInt(yearless);
    }

    static DateHabits read(ByteBuffer bytes) {
        return new DateHabits(
                bytes.getInt(), bytes.getInt(), bytes.getInt(), bytes.getInt(), bytes.getInt(), bytes.getInt());
    }
}
