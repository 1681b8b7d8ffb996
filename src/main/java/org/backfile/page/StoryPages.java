package org.backfile.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.backfile.article.ArticleCard;
import org.backfile.article.ArticleDate;
import org.backfile.article.ArticleId;
import org.backfile.page.Content.Part;
import org.backfile.page.Content.Printing;
import org.backfile.page.Content.Row;
import org.backfile.page.Content.Step;
import org.backfile.story.Stories;
import org.backfile.story.Stories.Member;
import org.jspecify.annotations.Nullable;

/** The pages of stories: their leads', and a page for every copy and version. */
final class StoryPages {
    /** So many printings stand on the story's page; more of them on pages of their own. */
    static final int MOST_PRINTINGS = 200;

    private static final int MOST_LOOK_ALIKES = 20;
    private static final int MOST_HEADINGS = 12;

    private static final Comparator<Printing> BY_DATE = Comparator.<Printing, @Nullable ArticleDate>comparing(
                    Printing::date, Comparator.nullsLast(Comparator.<ArticleDate>naturalOrder()))
            .thenComparing(Printing::article);

    private final Catalog catalog;
    private final TimeShelf time;
    private final Map<Shelf, Map<String, Heading>> headings;
    private final Function<String, Content.@Nullable SourceNote> notes;

    /** The headings of what articles say, by shelf, since many say the same. */
    private final Map<Shelf, Map<String, Named>> known = new EnumMap<>(Shelf.class);

    /** The ways to the stories of a month or year. */
    private final Map<ArticleDate, List<Step>> ways = new ConcurrentHashMap<>();

    /**
     * The headings that an article's words name.
     *
     * @param steps to them, each once
     */
    private record Named(List<Heading> headings, List<Step> steps) {
        static final Named NONE = new Named(List.of(), List.of());

        static Named of(List<Heading> headings) {
            return new Named(
                    headings, headings.stream().distinct().map(Heading::step).toList());
        }
    }

    StoryPages(
            Catalog catalog,
            TimeShelf time,
            Map<Shelf, Map<String, Heading>> headings,
            Function<String, Content.@Nullable SourceNote> notes) {
        this.catalog = catalog;
        this.time = time;
        this.headings = headings;
        this.notes = notes;
        headings.keySet().forEach(shelf -> known.put(shelf, new ConcurrentHashMap<>()));
    }

    /** Adds the pages of a story's articles. */
    void add(int story, List<Page> pages) {
        Stories.Story value = catalog.story(story);
        List<Part> parts = new ArrayList<>();
        if (value.members().size() > MOST_PRINTINGS) {
            addPrintings(story, parts, pages);
        }
        if (!catalog.isOnDayPage(story)) {
            pages.add(new Page(catalog.page(story), () -> story(story, parts)));
        }
        for (int i = 0; i < value.members().size(); i++) {
            int place = i;
            SitePath path = catalog.address(catalog.member(story, place));
            switch (value.members().get(place).role()) {
                case LEAD -> {}
                case COPY -> pages.add(new Page(path, () -> copy(story, place)));
                case VERSION -> pages.add(new Page(path, () -> version(story, place)));
            }
        }
    }

    /**
     * Adds the pages of the days where short stories stand together.
     *
     * @param former articles that have no page, among them those that the owner withdrew
     * @param reasons the owner's reason to withdraw an article, null where it is not withdrawn
     */
    void addDays(List<Published.Row> former, Function<ArticleId, @Nullable String> reasons, List<Page> pages) {
        List<DayPages.Day> days = catalog.days().days();
        Map<String, List<Content.Withdrawn>> withdrawn = withdrawn(former, reasons);
        for (int i = 0; i < days.size(); i++) {
            DayPages.Day day = days.get(i);
            Step earlier = i == 0 ? null : step(days.get(i - 1));
            Step later = i == days.size() - 1 ? null : step(days.get(i + 1));
            List<Step> way = time.way(day.date());
            List<Content.Withdrawn> gone = withdrawn.getOrDefault(Address.folder(day.date()), List.of());
            if (!day.divided()) {
                DayPages.Leaf whole = day.leaves().get(0);
                pages.add(new Page(whole.path(), () -> day(day, whole, way, gone, earlier, later)));
                continue;
            }
            addDoors(day, way, earlier, later, pages);
            List<Step> further = new ArrayList<>(way);
            further.add(step(day));
            for (DayPages.Leaf leaf : day.leaves()) {
                pages.add(new Page(leaf.path(), () -> day(day, leaf, further, gone, null, null)));
            }
        }
    }

    /** What was said of withdrawn articles, by the folder of their day, in the order of their addresses. */
    private static Map<String, List<Content.Withdrawn>> withdrawn(
            List<Published.Row> former, Function<ArticleId, @Nullable String> reasons) {
        Map<SitePath, Content.Withdrawn> byAddress = new TreeMap<>();
        for (Published.Row row : former) {
            String reason = row.article() == null ? null : reasons.apply(row.article());
            if (reason != null && !Address.place(row.url()).isEmpty()) {
                byAddress.put(row.url(), new Content.Withdrawn(Address.place(row.url()), reason.strip()));
            }
        }
        Map<String, List<Content.Withdrawn>> byFolder = new HashMap<>();
        byAddress.forEach((address, article) -> byFolder.computeIfAbsent(
                        address.value().substring(0, address.value().lastIndexOf('/')), f -> new ArrayList<>())
                .add(article));
        return byFolder;
    }

    private static Step step(DayPages.Day day) {
        return new Step(Label.of(day.date()), day.path());
    }

    private static void addDoors(
            DayPages.Day day, List<Step> way, @Nullable Step earlier, @Nullable Step later, List<Page> pages) {
        List<Part> parts = new ArrayList<>();
        for (DayPages.Leaf leaf : day.leaves()) {
            parts.add(new Part(Objects.requireNonNull(leaf.label()), leaf.path(), 0));
        }
        pages.add(new Page(
                day.path(),
                () -> new Content.Listing(
                        Shelf.YEARS,
                        Label.of(day.date()),
                        way,
                        List.of(),
                        List.of(),
                        parts,
                        List.of(),
                        earlier,
                        later)));
    }

    private Content.DayPage day(
            DayPages.Day day,
            DayPages.Leaf leaf,
            List<Step> way,
            List<Content.Withdrawn> withdrawn,
            @Nullable Step earlier,
            @Nullable Step later) {
        List<Content.Story> whole = new ArrayList<>();
        List<Row> others = new ArrayList<>();
        for (int story : leaf.stories()) {
            if (catalog.isOnDayPage(story)) {
                whole.add(story(story, List.of()));
            } else {
                others.add(catalog.row(story));
            }
        }
        Label title = leaf.label() == null ? Label.of(day.date()) : leaf.label();
        return new Content.DayPage(title, day.date(), way, whole, others, withdrawn, earlier, later);
    }

    private void addPrintings(int story, List<Part> parts, List<Page> pages) {
        String page = catalog.page(story).value();
        String folder = page.substring(0, page.length() - ".html".length());
        List<Integer> articles = new ArrayList<>();
        for (int place = 0; place < catalog.story(story).members().size(); place++) {
            articles.add(catalog.member(story, place));
        }
        articles.sort(Comparator.comparing(this::printingKey, HeadlineShelf::byCodePoint));
        List<String> keys = articles.stream().map(this::printingKey).toList();
        List<Step> way = wayThrough(story);
        for (Division.Leaf leaf : Division.divide(keys, i -> 300)) {
            SitePath path = HeadlineShelf.leafPath(folder, leaf);
            List<Integer> inside = List.copyOf(articles.subList(leaf.from(), leaf.to()));
            parts.add(new Part(HeadlineShelf.label(leaf), path, inside.size()));
            pages.add(new Page(
                    path,
                    () -> new Content.Listing(
                            Shelf.HEADLINES,
                            HeadlineShelf.label(leaf),
                            way,
                            List.of(),
                            List.of(new Content.Group(
                                    null, inside.stream().map(this::row).toList())))));
        }
    }

    /** Printings are divided by their files' paths. */
    private String printingKey(int article) {
        String name = Address.name(catalog.address(article));
        String hash = name.substring(name.lastIndexOf('-') + 1);
        return Slug.of(catalog.card(article).id().path()) + "-" + hash;
    }

    private Row row(int article) {
        ArticleCard card = catalog.card(article);
        return new Row(
                catalog.address(article),
                Headline.of(card),
                card.headline() == null,
                null,
                null,
                card.date(),
                card.publication(),
                card.language(),
                "");
    }

    private Content.Story story(int story, List<Part> parts) {
        List<Printing> printings = printings(story);
        ArticleDate first = printings.get(0).date();
        ArticleDate last = first;
        Set<String> publications = new HashSet<>();
        for (Printing printing : printings) {
            last = printing.date() == null ? last : printing.date();
            if (printing.publication() != null) {
                publications.add(printing.publication());
            }
        }
        ArticleCard lead = catalog.leadCard(story);
        int place = catalog.placeInTime(story);
        boolean alone = !catalog.isOnDayPage(story);
        return new Content.Story(
                lead,
                catalog.page(story),
                catalog.date(story),
                catalog.datedBy(story),
                notes.apply(lead.id().path()),
                headings(story),
                way(story),
                printings.size(),
                publications.size(),
                first,
                last,
                printings.size() > MOST_PRINTINGS ? List.of() : printings,
                parts,
                lookAlikes(story),
                alone ? neighbour(catalog.inTime(), place - 1, story) : null,
                alone ? neighbour(catalog.inTime(), place + 1, story) : null,
                alone ? inSection(story, -1) : null,
                alone ? inSection(story, 1) : null);
    }

    private List<Printing> printings(int story) {
        int count = catalog.story(story).members().size();
        List<Printing> printings = new ArrayList<>(count);
        for (int place = 0; place < count; place++) {
            printings.add(printing(story, place));
        }
        printings.sort(BY_DATE);
        return printings;
    }

    private Printing printing(int story, int place) {
        Member member = catalog.story(story).members().get(place);
        int article = catalog.member(story, place);
        ArticleCard card = catalog.card(article);
        return new Printing(
                member.article(),
                catalog.address(article),
                member.role(),
                card.date(),
                card.publication() != null ? card.publication() : card.masthead(),
                card.headline() == null ? null : Headline.of(card),
                card.words(),
                member.ofLead(),
                member.inLead());
    }

    private List<Row> lookAlikes(int story) {
        List<Row> rows = new ArrayList<>();
        for (ArticleId other : catalog.story(story).lookAlikes()) {
            if (rows.size() < MOST_LOOK_ALIKES) {
                rows.add(catalog.row(catalog.storyOf(catalog.article(other))));
            }
        }
        return rows;
    }

    /** The neighbour on a shelf sorted by time, if there is one and both are dated or both not. */
    private @Nullable Row neighbour(int[] shelf, int place, int story) {
        if (place < 0 || place >= shelf.length) {
            return null;
        }
        boolean alike = (catalog.date(shelf[place]) == null) == (catalog.date(story) == null);
        return alike ? catalog.row(shelf[place]) : null;
    }

    private @Nullable Row inSection(int story, int direction) {
        List<Heading> sections = named(Shelf.SECTIONS, catalog.leadCard(story)).headings();
        if (sections.isEmpty()) {
            return null;
        }
        Heading section = sections.get(0);
        int[] stories = section.stories();
        int low = 0;
        int high = stories.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (catalog.placeInTime(stories[middle]) < catalog.placeInTime(story)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return neighbour(stories, low + direction, story);
    }

    /** The headings under which an article stands on a shelf. */
    private Named named(Shelf shelf, ArticleCard card) {
        String value = Heading.value(shelf, card);
        if (value == null) {
            return Named.NONE;
        }
        Map<String, Named> ofShelf = known.getOrDefault(shelf, Map.of());
        Named found = ofShelf.get(value);
        if (found == null) {
            Map<String, Heading> bySlug = headings.getOrDefault(shelf, Map.of());
            found = Named.of(Heading.names(shelf, value).stream()
                    .map(name -> Objects.requireNonNull(bySlug.get(Heading.slug(name)), name))
                    .toList());
            ofShelf.put(value, found);
        }
        return found;
    }

    private Content.Headings headings(int story) {
        return new Content.Headings(
                steps(story, Shelf.SECTIONS),
                steps(story, Shelf.PLACES),
                steps(story, Shelf.AUTHORS),
                steps(story, Shelf.PUBLICATIONS));
    }

    /** The story's headings of a shelf, the lead's first and all of them, those of others up to twelve. */
    private List<Step> steps(int story, Shelf shelf) {
        List<Step> ofLead = named(shelf, catalog.leadCard(story)).steps();
        int count = catalog.story(story).members().size();
        if (count == 1) {
            return ofLead;
        }
        Set<Step> steps = new LinkedHashSet<>(ofLead);
        for (int place = 0; place < count && steps.size() < MOST_HEADINGS; place++) {
            steps.addAll(
                    named(shelf, catalog.card(catalog.member(story, place))).steps());
        }
        return List.copyOf(steps);
    }

    /** The way to the story: by the year and month of its date. */
    private List<Step> way(int story) {
        ArticleDate date = catalog.date(story);
        return date == null
                ? List.of(SitePlan.HOME, new Step(Label.UNDATED, time.path(null)))
                : ways.computeIfAbsent(TimeShelf.cut(date, ArticleDate.Precision.MONTH), this::way);
    }

    private List<Step> way(ArticleDate date) {
        List<Step> way = new ArrayList<>();
        way.add(SitePlan.HOME);
        ArticleDate year = TimeShelf.cut(date, ArticleDate.Precision.YEAR);
        way.add(new Step(Label.of(year), time.path(year)));
        if (date.month() != 0) {
            way.add(new Step(Label.of(date), time.path(date)));
        }
        return List.copyOf(way);
    }

    /** The way to what stands below the story's page. */
    private List<Step> wayThrough(int story) {
        List<Step> way = new ArrayList<>(way(story));
        way.add(new Step(Label.named(Headline.of(catalog.leadCard(story))), catalog.page(story)));
        return way;
    }

    private Content.Copy copy(int story, int place) {
        Printing printing = printing(story, place);
        return new Content.Copy(printing, notes.apply(printing.article().path()), catalog.row(story));
    }

    private Content.Version version(int story, int place) {
        Printing printing = printing(story, place);
        return new Content.Version(
                wayThrough(story),
                printing,
                catalog.card(catalog.member(story, place)),
                notes.apply(printing.article().path()),
                catalog.row(story),
                catalog.leadCard(story).id());
    }
}
