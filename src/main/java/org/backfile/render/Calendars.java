package org.backfile.render;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.backfile.article.ArticleDate;
import org.backfile.page.Content;

/** Lays out months as weeks of days. Stateless. */
final class Calendars {
    private static final int WARMEST = 4;

    private Calendars() {}

    /**
     * The twelve months.
     *
     * @param months links to the months, by their number from 1; may be empty
     * @param weekdays whether the days stand under their days of the week; otherwise rows of seven from the 1st
     */
    static List<View.Month> months(
            int year, List<Content.Day> days, Map<Integer, Content.Part> months, boolean weekdays, PageWords words) {
        Map<ArticleDate, Content.Day> byDate = byDate(days);
        int most = most(days);
        List<View.Month> all = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            Content.Part part = months.get(month);
            all.add(new View.Month(
                    words.messages().month(month),
                    part == null ? null : words.href(part.link()),
                    part == null ? null : words.stories(part.count()),
                    weekdays ? weekdays(words.messages()) : List.of(),
                    weeks(YearMonth.of(year, month), byDate, most, weekdays, words)));
        }
        return all;
    }

    /** One month of a year, the more printed on a day than on the month's others the darker. */
    static View.Month month(ArticleDate month, List<Content.Day> days, PageWords words) {
        return new View.Month(
                words.messages().month(month.month()),
                null,
                null,
                weekdays(words.messages()),
                weeks(YearMonth.of(month.year(), month.month()), byDate(days), most(days), true, words));
    }

    private static Map<ArticleDate, Content.Day> byDate(List<Content.Day> days) {
        Map<ArticleDate, Content.Day> byDate = new HashMap<>();
        days.forEach(day -> byDate.put(day.date(), day));
        return byDate;
    }

    private static int most(List<Content.Day> days) {
        return days.stream().mapToInt(Content.Day::count).max().orElse(1);
    }

    private static List<View.Weekday> weekdays(Messages messages) {
        List<View.Weekday> names = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            int day = (messages.firstWeekday() - 1 + i) % 7 + 1;
            names.add(new View.Weekday(messages.weekday(day), messages.shortWeekday(day)));
        }
        return names;
    }

    private static List<List<View.Cell>> weeks(
            YearMonth month, Map<ArticleDate, Content.Day> byDate, int most, boolean weekdays, PageWords words) {
        List<View.Cell> cells = new ArrayList<>();
        int firstWeekday = month.atDay(1).getDayOfWeek().getValue();
        int blanks = weekdays ? Math.floorMod(firstWeekday - words.messages().firstWeekday(), 7) : 0;
        for (int i = 0; i < blanks; i++) {
            cells.add(new View.Cell(null, null, 0, null));
        }
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            LocalDate date = month.atDay(day);
            cells.add(cell(ArticleDate.of(date), byDate.get(ArticleDate.of(date)), most, words));
        }
        while (cells.size() % 7 != 0) {
            cells.add(new View.Cell(null, null, 0, null));
        }
        List<List<View.Cell>> weeks = new ArrayList<>();
        for (int i = 0; i < cells.size(); i += 7) {
            weeks.add(List.copyOf(cells.subList(i, i + 7)));
        }
        return weeks;
    }

    private static View.Cell cell(
            ArticleDate date, Content.@org.jspecify.annotations.Nullable Day day, int most, PageWords words) {
        String number = Integer.toString(date.day());
        if (day == null) {
            return new View.Cell(number, null, 0, null);
        }
        String name = words.messages().monthDay(date.month(), date.day());
        if (day.count() == 0) {
            return new View.Cell(number, words.href(day.link()), 1, name);
        }
        int heat = 1 + Math.min(WARMEST - 1, (int) ((long) WARMEST * (day.count() - 1) / most));
        return new View.Cell(number, words.href(day.link()), heat, name + ": " + words.stories(day.count()));
    }
}
