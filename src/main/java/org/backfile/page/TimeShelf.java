package org.backfile.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.backfile.article.ArticleDate;
import org.backfile.article.ArticleDate.Precision;
import org.backfile.page.Content.Group;
import org.backfile.page.Content.Listing;
import org.backfile.page.Content.Part;
import org.backfile.page.Content.Step;
import org.jspecify.annotations.Nullable;

/**
 * Cuts stories into listings by time: a year, where it outgrows a page its months, then days, then the headlines'
 * beginnings. Which stories stand on which page depends only on how many there are of that time.
 */
final class TimeShelf {
    private final Catalog catalog;
    private final Shelf shelf;
    private final @Nullable Heading heading;
    private final List<Page> pages;

    /** The shelf of a heading; of the archive as a whole where it is null. Pages are added to {@code pages}. */
    TimeShelf(Catalog catalog, Shelf shelf, @Nullable Heading heading, List<Page> pages) {
        this.catalog = catalog;
        this.shelf = shelf;
        this.heading = heading;
        this.pages = pages;
    }

    /** The page of a time; null is that of the undated. */
    SitePath path(@Nullable ArticleDate date) {
        if (heading == null) {
            return new SitePath(Address.folder(date) + "/index.html");
        }
        String name = date == null ? "undated" : date.iso();
        return new SitePath(shelf.id() + "/" + heading.slug() + "/" + name + ".html");
    }

    private String folder(@Nullable ArticleDate date) {
        return heading == null
                ? Address.folder(date)
                : shelf.id() + "/" + heading.slug() + "/" + (date == null ? "undated" : date.iso());
    }

    static Label label(@Nullable ArticleDate date) {
        return date == null ? Label.UNDATED : Label.of(date);
    }

    /** The way to the page of a time, its own step left out. */
    List<Step> way(@Nullable ArticleDate date) {
        List<Step> way = new ArrayList<>();
        way.add(new Step(Label.HOME, Shelf.YEARS.door()));
        if (heading != null) {
            way.add(new Step(Label.of(shelf), shelf.door()));
            way.add(heading.step());
        }
        if (date != null && date.month() != 0) {
            addStep(way, new ArticleDate(date.year(), 0, 0));
        }
        if (date != null && date.day() != 0) {
            addStep(way, new ArticleDate(date.year(), date.month(), 0));
        }
        return way;
    }

    private void addStep(List<Step> way, ArticleDate date) {
        way.add(new Step(Label.of(date), path(date)));
    }

    /** {@code date} cut to a precision; itself where it is coarser. */
    static ArticleDate cut(ArticleDate date, Precision precision) {
        return switch (precision) {
            case YEAR -> new ArticleDate(date.year(), 0, 0);
            case MONTH -> new ArticleDate(date.year(), date.month(), 0);
            case DAY -> date;
        };
    }

    /** The stories by the year, null for the undated (last). */
    List<Cut> years(int[] stories) {
        return cuts(stories, Precision.YEAR);
    }

    /** Stories of one time. */
    static final class Cut {
        private final @Nullable ArticleDate date;
        private final int[] stories;

        Cut(@Nullable ArticleDate date, int[] stories) {
            this.date = date;
            this.stories = stories;
        }

        /** The time; null for the undated. */
        @Nullable
        ArticleDate date() {
            return date;
        }

        /** Their numbers, by date; not to be changed. */
        int[] stories() {
            return stories;
        }
    }

    /** The stories, sorted by date, by their dates cut to a precision. */
    List<Cut> cuts(int[] stories, Precision precision) {
        List<Cut> cuts = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= stories.length; i++) {
            ArticleDate date = catalog.date(stories[start]);
            if (i == stories.length || !alike(date, catalog.date(stories[i]), precision)) {
                ArticleDate here = date == null ? null : cut(date, precision);
                cuts.add(new Cut(here, Arrays.copyOfRange(stories, start, i)));
                start = i;
            }
        }
        return cuts;
    }

    /** Whether both are one time when {@linkplain #cut cut} to a precision. */
    private static boolean alike(@Nullable ArticleDate a, @Nullable ArticleDate b, Precision precision) {
        if (a == null || b == null) {
            return a == null && b == null;
        }
        return a.year() == b.year()
                && (precision == Precision.YEAR || a.month() == b.month())
                && (precision != Precision.DAY || a.day() == b.day());
    }

    /** Adds the pages of the stories of one time; {@code earlier} and {@code later} are its neighbours on the shelf. */
    void add(Cut cut, @Nullable Step earlier, @Nullable Step later) {
        if (heading == null && catalog.days().has(cut.date())) {
            return; // its stories have a page already
        }
        List<Part> parts = new ArrayList<>();
        List<Cut> rows = new ArrayList<>();
        spread(cut, parts, rows);
        ArticleDate date = cut.date();
        boolean isMonth = heading == null && date != null && date.precision() == Precision.MONTH;
        pages.add(new Page(
                path(date),
                () -> new Listing(
                        date == null && heading == null ? Shelf.UNDATED : shelf,
                        label(date),
                        way(date),
                        List.of(),
                        isMonth ? days(cut) : List.of(),
                        parts,
                        groups(date, rows),
                        earlier,
                        later)));
    }

    /** Decides what of a time stands on its page as rows and what behind doors, whose pages are added. */
    void spread(Cut cut, List<Part> parts, List<Cut> rows) {
        ArticleDate date = cut.date();
        boolean fits = Division.fits(cut.stories().length, catalog.weight(cut.stories()));
        if (date == null || date.day() != 0) {
            if (fits) {
                rows.add(cut);
            } else {
                divide(date, cut.stories(), parts);
            }
            return;
        }
        Precision finer = date.month() == 0 ? Precision.MONTH : Precision.DAY;
        for (Cut part : cuts(cut.stories(), finer)) {
            boolean coarse = date.equals(part.date());
            if (fits || (coarse && Division.fits(part.stories().length, catalog.weight(part.stories())))) {
                rows.add(part);
            } else if (coarse) {
                divide(date, part.stories(), parts);
            } else {
                parts.add(part(part));
                add(part, null, null);
            }
        }
    }

    Part part(Cut cut) {
        return new Part(label(cut.date()), path(cut.date()), cut.stories().length);
    }

    private List<Group> groups(@Nullable ArticleDate date, List<Cut> cuts) {
        List<Group> groups = new ArrayList<>();
        for (Cut cut : cuts) {
            boolean labelled = cut.date() != null && !cut.date().equals(date);
            groups.add(new Group(labelled ? label(cut.date()) : null, rows(catalog, cut.stories())));
        }
        return groups;
    }

    static List<Content.Row> rows(Catalog catalog, int[] stories) {
        List<Content.Row> rows = new ArrayList<>(stories.length);
        for (int story : stories) {
            rows.add(catalog.row(story));
        }
        return rows;
    }

    /** Divides stories that no date tells apart by the beginnings of their headlines. */
    private void divide(@Nullable ArticleDate date, int[] stories, List<Part> parts) {
        List<Step> way = new ArrayList<>(way(date));
        way.add(new Step(label(date), path(date)));
        HeadlineShelf.divide(catalog, shelf, folder(date), way, HeadlineShelf.byKey(catalog, stories), parts, pages);
    }

    /** For each day with stories, in order, their number and the place where they are listed. */
    List<Content.Day> days(Cut time) {
        List<Content.Day> days = new ArrayList<>();
        for (Cut month : cuts(time.stories(), Precision.MONTH)) {
            boolean fits = Division.fits(month.stories().length, catalog.weight(month.stories()));
            for (Cut day : cuts(month.stories(), Precision.DAY)) {
                ArticleDate date = day.date();
                if (date != null && date.day() != 0) {
                    days.add(new Content.Day(date, day.stories().length, dayLink(date, fits)));
                }
            }
        }
        return days;
    }

    /** Where a day's stories are listed. */
    SitePath dayLink(ArticleDate date, boolean onMonthPage) {
        return onMonthPage ? path(cut(date, Precision.MONTH)).at("d" + date.day()) : path(date);
    }

    /** The stories of each day of any year, by month and day. */
    Map<Integer, IntList> byDayOfYear(int[] stories) {
        Map<Integer, IntList> days = new TreeMap<>();
        for (int story : stories) {
            ArticleDate date = catalog.date(story);
            if (date != null && date.day() != 0) {
                days.computeIfAbsent(date.month() * 100 + date.day(), d -> new IntList())
                        .add(story);
            }
        }
        return days;
    }
}
