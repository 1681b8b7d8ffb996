package org.backfile.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ForkJoinTask;
import org.backfile.article.ArticleDate;
import org.backfile.article.ArticleDate.Precision;
import org.backfile.article.ArticleId;
import org.backfile.page.Content.Bar;
import org.backfile.page.Content.Group;
import org.backfile.page.Content.Listing;
import org.backfile.page.Content.Part;
import org.backfile.page.Content.Step;
import org.jspecify.annotations.Nullable;

/**
 * Every page of a site, in an order that depends on nothing but the archive. The plan holds, beside the cards, some
 * numbers a story and shelf; what a page shows is put together when it is asked for. O(n log n) in the number of
 * articles; safe to use from several threads once made.
 */
public final class SitePlan {
    private static final int NEWEST = 11;
    private static final int DOORS = 12;

    /** With so many stories every shelf is there, even if empty: the first undated article changes no page's navigation. */
    private static final int SETTLED = 5_000;

    private static final Shelf[] NAMED = {Shelf.SECTIONS, Shelf.PLACES, Shelf.AUTHORS, Shelf.PUBLICATIONS};
    static final Step HOME = new Step(Label.HOME, Shelf.YEARS.door());

    private final Catalog catalog;
    private final PageSettings settings;
    private final Extras extras;
    private final Map<Shelf, Map<String, Heading>> headings = new EnumMap<>(Shelf.class);
    private final TimeShelf time;
    private final List<Page> pages = new ArrayList<>();
    private FormerAddresses former = FormerAddresses.NONE;
    private List<Bar> timeline = List.of();
    private boolean hasDays;

    /** The months that do not go on one page. */
    private final Set<ArticleDate> divided = new HashSet<>();

    private SitePlan(Catalog catalog, PageSettings settings, Extras extras) {
        this.catalog = catalog;
        this.settings = settings;
        this.extras = extras;
        this.time = new TimeShelf(catalog, Shelf.YEARS, null, pages);
    }

    /**
     * The plan of a site.
     *
     * @param settings those of the catalog
     */
    public static SitePlan of(Catalog catalog, PageSettings settings, Extras extras) {
        SitePlan plan = new SitePlan(catalog, settings, extras);
        ForkJoinTask<List<Page>> headlines =
                ForkJoinTask.adapt(() -> HeadlineShelf.pages(plan.catalog)).fork();
        plan.addTimes();
        plan.addDaysOfYear();
        List<Map<String, Heading>> named = Arrays.stream(NAMED)
                .parallel()
                .map(shelf -> Heading.collect(shelf, plan.catalog))
                .toList();
        for (int i = 0; i < NAMED.length; i++) {
            plan.headings.put(NAMED[i], named.get(i));
            plan.addHeadings(NAMED[i]);
        }
        plan.pages.addAll(headlines.join());
        plan.addArticles();
        plan.addSingles();
        plan.addFormer();
        return plan;
    }

    /** All pages; no two have one path. */
    public List<Page> pages() {
        return List.copyOf(pages);
    }

    /** The articles and stories that are planned for. */
    public Catalog catalog() {
        return catalog;
    }

    /** The address of an article: for a lead its story's page. */
    public SitePath address(ArticleId id) {
        return catalog.address(catalog.article(id));
    }

    /** The addresses that earlier builds published and that show no page of their own. */
    public FormerAddresses former() {
        return former;
    }

    private void addTimes() {
        List<TimeShelf.Cut> years = time.years(catalog.inTime());
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < years.size(); i++) {
            TimeShelf.Cut year = years.get(i);
            ArticleDate date = year.date();
            if (date == null) {
                time.add(year, null, null);
            } else {
                addYear(year, date, step(years, i - 1), step(years, i + 1));
                bars.add(new Bar(date.year(), year.stories().length, time.path(date)));
            }
        }
        timeline = withGaps(bars);
        addMonths();
    }

    private void addMonths() {
        List<TimeShelf.Cut> months = time.cuts(catalog.inTime(), Precision.MONTH).stream()
                .filter(month -> month.date() != null && month.date().month() != 0)
                .toList();
        for (int i = 0; i < months.size(); i++) {
            TimeShelf.Cut month = months.get(i);
            if (month.date() != null && !Division.fits(month.stories().length, catalog.weight(month.stories()))) {
                divided.add(month.date());
            }
            time.add(month, step(months, i - 1), step(months, i + 1));
        }
    }

    private @Nullable Step step(List<TimeShelf.Cut> cuts, int index) {
        if (index < 0 || index >= cuts.size() || cuts.get(index).date() == null) {
            return null;
        }
        ArticleDate date = cuts.get(index).date();
        return new Step(TimeShelf.label(date), time.path(date));
    }

    private void addYear(TimeShelf.Cut year, ArticleDate date, @Nullable Step earlier, @Nullable Step later) {
        List<TimeShelf.Cut> months = time.cuts(year.stories(), Precision.MONTH);
        List<Part> doors = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        List<TimeShelf.Cut> rows = new ArrayList<>();
        for (TimeShelf.Cut month : months) {
            if (date.equals(month.date())) {
                time.spread(month, parts, rows);
            } else {
                doors.add(time.part(month));
            }
        }
        int[] coarse = rows.isEmpty() ? new int[0] : rows.get(0).stories();
        pages.add(new Page(
                time.path(date),
                () -> new Content.Year(
                        date,
                        List.of(HOME),
                        doors,
                        time.days(year),
                        parts,
                        TimeShelf.rows(catalog, coarse),
                        earlier,
                        later)));
    }

    /** The most years that are drawn one by one, so that one wrong date does not make a timeline of centuries. */
    private static final int LONGEST_TIMELINE = 400;

    /** The bars with empty ones for the years between them, where they are not too far apart. */
    private static List<Bar> withGaps(List<Bar> bars) {
        if (bars.isEmpty() || bars.get(bars.size() - 1).year() - bars.get(0).year() >= LONGEST_TIMELINE) {
            return bars;
        }
        List<Bar> all = new ArrayList<>();
        for (Bar bar : bars) {
            while (!all.isEmpty() && all.get(all.size() - 1).year() + 1 < bar.year()) {
                all.add(new Bar(all.get(all.size() - 1).year() + 1, 0, null));
            }
            all.add(bar);
        }
        return all;
    }

    private void addDaysOfYear() {
        List<Content.Day> days = new ArrayList<>();
        Map<Integer, IntList> byDay = time.byDayOfYear(catalog.inTime());
        hasDays = !byDay.isEmpty();
        byDay.forEach((monthAndDay, list) -> {
            ArticleDate day = new ArticleDate(2000, monthAndDay / 100, monthAndDay % 100);
            SitePath path =
                    new SitePath(Shelf.ON_THIS_DAY.id() + "/" + day.iso().substring(5) + ".html");
            days.add(new Content.Day(day, 0, path));
            addDayOfYear(day, path, list.toArray());
        });
        if (hasDays || isSettled()) {
            pages.add(new Page(Shelf.ON_THIS_DAY.door(), () -> new Content.Calendar(List.of(HOME), days)));
        }
    }

    private void addDayOfYear(ArticleDate day, SitePath path, int[] stories) {
        List<TimeShelf.Cut> days = time.cuts(stories, Precision.DAY);
        List<Step> way = List.of(HOME, new Step(Label.of(Shelf.ON_THIS_DAY), Shelf.ON_THIS_DAY.door()));
        boolean fits = Division.fits(stories.length, catalog.weight(stories));
        Label title = new Label(Label.Kind.DAY_OF_ANY_YEAR, "", day);
        pages.add(new Page(path, () -> {
            List<Group> groups = new ArrayList<>();
            List<Part> parts = new ArrayList<>();
            for (TimeShelf.Cut cut : days) {
                Label label = TimeShelf.label(cut.date());
                if (fits) {
                    groups.add(new Group(label, TimeShelf.rows(catalog, cut.stories())));
                } else {
                    parts.add(new Part(label, dayOrMonth(cut), cut.stories().length));
                }
            }
            return new Listing(Shelf.ON_THIS_DAY, title, way, parts, groups);
        }));
    }

    /** Where a day's stories are listed: on a page of its own if its month is divided, else on its month's. */
    private SitePath dayOrMonth(TimeShelf.Cut day) {
        ArticleDate date = day.date();
        if (date == null) {
            throw new IllegalArgumentException("an undated day");
        }
        return time.dayLink(date, !divided.contains(TimeShelf.cut(date, Precision.MONTH)));
    }

    private Set<SitePath> ownPages() {
        Set<SitePath> paths = new HashSet<>();
        pages.forEach(page -> paths.add(page.path()));
        return paths;
    }

    private void addHeadings(Shelf shelf) {
        Map<String, Heading> bySlug = headings.getOrDefault(shelf, Map.of());
        if (bySlug.isEmpty() && !isSettled()) {
            return;
        }
        List<Heading> sorted = Heading.sorted(bySlug);
        List<Part> parts = new ArrayList<>();
        if (sorted.size() <= Division.MOST_ROWS) {
            sorted.forEach(heading -> parts.add(part(heading)));
        } else {
            divideHeadings(shelf, sorted, parts);
        }
        pages.add(new Page(shelf.door(), () -> new Listing(shelf, Label.of(shelf), List.of(HOME), parts, List.of())));
        for (Heading heading : sorted) {
            HeadingShelf.add(catalog, heading, pages);
        }
    }

    private static Part part(Heading heading) {
        return Part.rounded(Label.named(heading.name()), heading.page(), heading.stories().length);
    }

    private void divideHeadings(Shelf shelf, List<Heading> sorted, List<Part> parts) {
        List<String> keys = sorted.stream().map(Heading::key).toList();
        List<Step> way = List.of(HOME, new Step(Label.of(shelf), shelf.door()));
        for (Division.Leaf leaf :
                Division.divide(keys, i -> 80 + 4L * Slug.bytes(sorted.get(i).name()))) {
            SitePath path = HeadlineShelf.leafPath(shelf.id(), leaf);
            Label label = HeadlineShelf.label(leaf);
            List<Heading> inside = sorted.subList(leaf.from(), leaf.to());
            parts.add(new Part(label, path, 0));
            pages.add(new Page(
                    path,
                    () -> new Listing(
                            shelf,
                            label,
                            way,
                            inside.stream().map(SitePlan::part).toList(),
                            List.of())));
        }
    }

    private void addArticles() {
        StoryPages stories = new StoryPages(catalog, time, headings, extras.notes());
        for (int story = 0; story < catalog.stories(); story++) {
            stories.add(story, pages);
        }
        stories.addDays(extras.published().remembered(), extras.withdrawn(), pages);
    }

    /** To be called when all other pages are there. */
    private void addFormer() {
        former = FormerAddresses.of(extras.published(), extras.withdrawn(), catalog, ownPages());
        former.gone().forEach((path, gone) -> pages.add(new Page(path, () -> gone)));
    }

    private void addSingles() {
        pages.add(new Page(Shelf.YEARS.door(), this::front));
        if (isSettled() && !hasUndated()) {
            pages.add(new Page(
                    Shelf.UNDATED.door(),
                    () -> new Listing(Shelf.UNDATED, Label.UNDATED, List.of(HOME), List.of(), List.of())));
        }
        pages.add(new Page(new SitePath("duplicates.html"), () -> Tallies.duplicates(catalog, time, extras)));
        if (settings.report()) {
            pages.add(new Page(new SitePath("doubtful.html"), () -> Tallies.doubtful(catalog, extras.doubts())));
        }
        pages.add(new Page(
                new SitePath("about.html"),
                () -> new Content.About(Tallies.figures(catalog, extras), settings.about(), settings.report())));
        pages.add(new Page(
                new SitePath("data.html"),
                () -> new Content.Downloads(extras.downloads().get())));
        pages.add(new Page(new SitePath("search.html"), () -> new Content.Search(dateAt(0), dateAt(dated() - 1))));
        pages.add(new Page(new SitePath("404.html"), Content.NotFound::new));
    }

    private Content.Front front() {
        int dated = dated();
        return new Content.Front(
                newest(dated),
                timeline,
                catalog.stories(),
                extras.files(),
                catalog.inTime().length - dated,
                dateAt(0),
                dateAt(dated - 1),
                shelves(),
                largest(Shelf.SECTIONS),
                largest(Shelf.PLACES));
    }

    /** How many stories have a date. */
    private int dated() {
        int[] inTime = catalog.inTime();
        int dated = inTime.length;
        while (dated > 0 && catalog.date(inTime[dated - 1]) == null) {
            dated--;
        }
        return dated;
    }

    /** The date of a story by its place in time; null where it has none. */
    private @Nullable ArticleDate dateAt(int place) {
        int[] inTime = catalog.inTime();
        return place < 0 || place >= inTime.length ? null : catalog.date(inTime[place]);
    }

    /** The last of the dated stories, newest first; where none is dated, the first of the undated. */
    private List<Content.Row> newest(int dated) {
        int[] inTime = catalog.inTime();
        List<Content.Row> rows = new ArrayList<>();
        for (int i = 0; i < Math.min(NEWEST, dated == 0 ? inTime.length : dated); i++) {
            rows.add(catalog.rowWithOpening(inTime[dated == 0 ? i : dated - 1 - i]));
        }
        return rows;
    }

    private boolean isSettled() {
        return catalog.stories() >= SETTLED;
    }

    private boolean hasUndated() {
        int[] inTime = catalog.inTime();
        return inTime.length > 0 && catalog.date(inTime[inTime.length - 1]) == null;
    }

    /** The shelves that hold something, in their order; in a large archive all of them. */
    public List<Shelf> shelves() {
        if (isSettled()) {
            return List.of(Shelf.values());
        }
        List<Shelf> shelves = new ArrayList<>();
        for (Shelf shelf : Shelf.values()) {
            boolean filled = switch (shelf) {
                case YEARS -> !timeline.isEmpty();
                case UNDATED -> hasUndated();
                case SECTIONS, PLACES, AUTHORS, PUBLICATIONS ->
                    !headings.getOrDefault(shelf, Map.of()).isEmpty();
                case HEADLINES -> catalog.stories() > 0;
                case ON_THIS_DAY -> hasDays;
            };
            if (filled) {
                shelves.add(shelf);
            }
        }
        return shelves;
    }

    private List<Part> largest(Shelf shelf) {
        return headings.getOrDefault(shelf, Map.of()).values().stream()
                .sorted(Comparator.<Heading>comparingInt(heading -> -heading.stories().length)
                        .thenComparing(Heading::slug))
                .limit(DOORS)
                .map(SitePlan::part)
                .toList();
    }

    /** The pages of one heading. */
    private static final class HeadingShelf {
        /** Up to so many stories stand on the heading's own page. */
        private static final int FEW = 40;

        private HeadingShelf() {}

        static void add(Catalog catalog, Heading heading, List<Page> pages) {
            TimeShelf shelf = new TimeShelf(catalog, heading.shelf(), heading, pages);
            boolean few = heading.stories().length <= FEW;
            List<TimeShelf.Cut> years = shelf.years(heading.stories());
            List<Part> parts = new ArrayList<>();
            if (!few) {
                // no count: the page would change with each addition
                years.forEach(year -> parts.add(new Part(TimeShelf.label(year.date()), shelf.path(year.date()), 0)));
                years.forEach(year -> shelf.add(year, null, null));
            }
            int most =
                    years.stream().mapToInt(year -> year.stories().length).max().orElse(1);
            List<Step> way = List.of(
                    HOME, new Step(Label.of(heading.shelf()), heading.shelf().door()));
            pages.add(new Page(heading.page(), () -> {
                List<Group> groups = new ArrayList<>();
                List<Bar> bars = new ArrayList<>();
                for (TimeShelf.Cut year : years) {
                    if (few) {
                        groups.add(new Group(TimeShelf.label(year.date()), TimeShelf.rows(catalog, year.stories())));
                    }
                    if (year.date() != null) {
                        int number = year.date().year();
                        SitePath link = few ? heading.page().at("y" + number) : shelf.path(year.date());
                        int steps = (Bar.STEPS * year.stories().length + most - 1) / most;
                        bars.add(new Bar(number, steps, link));
                    }
                }
                return new Listing(
                        heading.shelf(),
                        Label.named(heading.name()),
                        way,
                        bars.size() < 2 ? List.of() : withGaps(bars),
                        List.of(),
                        parts,
                        groups,
                        null,
                        null);
            }));
        }
    }
}
