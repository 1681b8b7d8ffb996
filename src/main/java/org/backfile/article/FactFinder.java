package org.backfile.article;

import java.util.Arrays;

/** Finds a file's facts. Stateless. */
final class FactFinder {
    /** Dates of an article stand among so many lines at the top and at the end. */
    private static final int DATED_LINES = 30;

    private static final int DATED_END = 6;
    private static final int TITLE_LINES = 3;

    private FactFinder() {}

    static FileFacts facts(TextLines text, String path) {
        long[] lines = new long[3 * text.count() + TITLE_LINES + SectionLabel.MOST_ITEMS];
        int size = 0;
        int seen = 0;
        boolean above = true;
        for (int i = 0; i < text.count(); i++) {
            if (!text.isBlank(i)) {
                boolean prose = isProse(text, i);
                above &= !prose || text.weight(i) < Boilerplate.TEXT;
                int flags = (seen == 0 ? FileFacts.FIRST : 0)
                        | (prose ? FileFacts.PROSE : 0)
                        | (above ? FileFacts.ABOVE : 0);
                lines[size++] = FileFacts.key(text.hash(i)) | flags;
                long counter = CounterLine.key(text, i);
                if (counter != 0) {
                    lines[size++] = counter | flags;
                }
                if (seen < TITLE_LINES) {
                    size = addTail(text, i, lines, size);
                }
                seen++;
            }
        }
        size = SectionLabel.addKeys(text, lines, size);
        return new FileFacts(distinct(lines, size), dates(text, path));
    }

    private static boolean isProse(TextLines text, int i) {
        int weight = text.weight(i);
        return weight >= 6 && (weight >= 20 || Block.isStop(text.lastChar(i))) && text.isProse(i);
    }

    private static int addTail(TextLines text, int i, long[] lines, int size) {
        if (text.length(i) > 240) {
            return size;
        }
        String line = text.text(i);
        int divider = TitleTail.divider(line);
        if (divider < 0) {
            return size;
        }
        lines[size] = TitleTail.key(TitleTail.tail(line, divider));
        return size + 1;
    }

    private static long[] distinct(long[] lines, int size) {
        long[] sorted = Arrays.copyOf(lines, size);
        Arrays.sort(sorted);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (kept > 0 && (sorted[kept - 1] & ~7L) == (sorted[i] & ~7L)) {
                sorted[kept - 1] |= sorted[i];
            } else {
                sorted[kept++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, kept);
    }

    private static DateHabits dates(TextLines text, String path) {
        Stated<ArticleDate> ofPath = PathDate.of(path);
        int year = ofPath == null ? 0 : ofPath.value().year();
        DateHabits habits = new DateHabits(0, 0, 0, year, year, 0);
        int seen = 0;
        for (int i = 0; i < text.count() && seen < DATED_LINES; i++) {
            if (!text.isBlank(i)) {
                seen++;
                habits = habits.plus(ofLine(text, i));
            }
        }
        for (int i = Math.max(DATED_LINES, text.count() - DATED_END); i < text.count(); i++) {
            habits = habits.plus(ofLine(text, i));
        }
        return habits;
    }

    private static DateHabits ofLine(TextLines text, int i) {
        int length = text.length(i);
        if (length < 5) {
            return DateHabits.NONE;
        }
        if (length > 200 || (length > DateLine.LONGEST && !hasFigures(text, i, length))) {
            return ofDateline(text, i);
        }
        if (!hasDigit(text, i, length)) {
            return DateHabits.NONE;
        }
        String line = text.text(i);
        PrintedDate date = PrintedDate.find(line);
        if (date == null || date.day() == 0) {
            return DateHabits.NONE;
        }
        boolean own = DateLine.of(line) != null;
        Dateline dateline = own ? null : Dateline.of(line);
        return habits(line, date, own || (dateline != null && dateline.date() != null));
    }

    private static DateHabits ofDateline(TextLines text, int i) {
        if (!hasDigit(text, i, 60)) {
            return DateHabits.NONE;
        }
        String line = text.text(i);
        Dateline dateline = Dateline.of(line);
        PrintedDate date = dateline == null ? null : dateline.date();
        return date == null ? DateHabits.NONE : habits(line, date, true);
    }

    private static DateHabits habits(String line, PrintedDate date, boolean own) {
        int year = own && PrintedDate.isYear(date.year()) ? date.year() : 0;
        int undecided = date.isUndecided() || (date.year() > 0 && date.year() < 100) ? 1 : 0;
        return new DateHabits(
                date.showsOrder(line, DateOrder.DAY_FIRST) ? 1 : 0,
                date.showsOrder(line, DateOrder.MONTH_FIRST) ? 1 : 0,
                undecided,
                year,
                year,
                own && date.year() == 0 ? 1 : 0);
    }

    /** Two figures with a sign between, as {@code 3/4} has. */
    private static boolean hasFigures(TextLines text, int i, int length) {
        for (int at = 1; at + 1 < length; at++) {
            char c = text.charAt(i, at);
            if ((c == '/' || c == '-' || c == '.')
                    && Character.isDigit(text.charAt(i, at - 1))
                    && Character.isDigit(text.charAt(i, at + 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasDigit(TextLines text, int i, int limit) {
        for (int at = 0; at < Math.min(limit, text.length(i)); at++) {
            char c = text.charAt(i, at);
            if ((c <= '9' && c >= '0') || (c > 128 && Character.isDigit(c))) {
                return true;
            }
        }
        return false;
    }
}
