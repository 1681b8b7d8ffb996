package org.backfile.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.backfile.article.ArticleCard;
import org.backfile.article.ArticleDate;
import org.backfile.article.ArticleId;
import org.backfile.page.Content.Link;
import org.backfile.page.Content.Part;
import org.backfile.page.Content.Printing;
import org.backfile.page.Content.Row;
import org.backfile.page.Content.Step;
import org.backfile.story.Stories;
import org.backfile.story.Stories.Member;
import org.backfile.story.Stories.Role;
import org.jspecify.annotations.Nullable;

/** The pages of stories: their leads', and a page for every copy and version. */
final class StoryPages {
    /** So many printings stand on the story's page; more of them on pages of their own. */
    private static final int MOST_PRINTINGS = 200;

    private static final int MOST_LOOK_ALIKES = 20;
    private static final int MOST_HEADINGS = 12;

    private static final Comparator<Printing> BY_DATE = Comparator.<Printing, @Nullable ArticleDate>comparing(
                    Printing::date, Comparator.nullsLast(Comparator.<ArticleDate>naturalOrder()))
            .thenComparing(Printing::article);

    private final Catalog catalog;
    private final TimeShelf time;
    private final Map<Shelf, Map<String, Heading>> headings;
    private final Function<String, Content.@Nullable SourceNote> notes;

    StoryPages(
            Catalog catalog,
            TimeShelf time,
            Map<Shelf, Map<String, Heading>> headings,
            Function<String, Content.@Nullable SourceNote> notes) {
        this.catalog = catalog;
        this.time = time;
        this.headings = headings;
        this.notes = notes;
    }

    /** Adds the pages of a story's articles. */
    void add(int story, List<Page> pages) {
        Stories.Story value = catalog.story(story);
        List<Part> parts = new ArrayList<>();
        if (value.members().size() > MOST_PRINTINGS) {
            addPrintings(story, parts, pages);
        }
        pages.add(new Page(catalog.page(story), () -> story(story, parts)));
        for (Member member : value.members()) {
            SitePath path = catalog.address(catalog.article(member.article()));
            switch (member.role()) {
                case LEAD -> {}
                case COPY -> pages.add(new Page(path, () -> copy(story, member)));
                case VERSION -> pages.add(new Page(path, () -> version(story, member)));
            }
        }
    }

    private void addPrintings(int story, List<Part> parts, List<Page> pages) {
        String page = catalog.page(story).value();
        String folder = page.substring(0, page.length() - ".html".length());
        List<Integer> articles = new ArrayList<>();
        catalog.story(story).members().forEach(member -> articles.add(catalog.article(member.article())));
        articles.sort(Comparator.comparing(this::printingKey, HeadlineShelf::byCodePoint));
        List<String> keys = articles.stream().map(this::printingKey).toList();
        List<Step> way = new ArrayList<>(way(story));
        way.add(new Step(Label.named(Headline.of(catalog.leadCard(story))), catalog.page(story)));
        for (Division.Leaf leaf : Division.divide(keys, i -> 300)) {
            SitePath path = HeadlineShelf.leafPath(folder, leaf);
            List<Integer> inside = List.copyOf(articles.subList(leaf.from(), leaf.to()));
            parts.add(new Part(HeadlineShelf.label(leaf), Link.to(path), inside.size()));
            pages.add(new Page(
                    path,
                    () -> new Content.Listing(
                            Shelf.HEADLINES,
                            HeadlineShelf.label(leaf),
                            way,
                            List.of(),
                            List.of(),
                            List.of(new Content.Group(
                                    null, inside.stream().map(this::row).toList())),
                            null,
                            null)));
        }
    }

    /** Printings are divided by their files' paths. */
    private String printingKey(int article) {
        String address = catalog.address(article).value();
        String hash = address.substring(address.lastIndexOf('-') + 1, address.length() - ".html".length());
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
        List<ArticleDate> dates = printings.stream()
                .map(Printing::date)
                .<ArticleDate>mapMulti((date, sink) -> {
                    if (date != null) {
                        sink.accept(date);
                    }
                })
                .toList();
        ArticleCard lead = catalog.leadCard(story);
        Set<String> publications = new HashSet<>();
        for (Printing printing : printings) {
            publications.addAll(Heading.names(Shelf.PUBLICATIONS, card(printing.article())));
        }
        int place = catalog.placeInTime(story);
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
                dates.isEmpty() ? null : dates.get(0),
                dates.isEmpty() ? null : dates.get(dates.size() - 1),
                printings.size() > MOST_PRINTINGS ? List.of() : printings,
                parts,
                lookAlikes(story),
                neighbour(catalog.inTime(), place - 1, story),
                neighbour(catalog.inTime(), place + 1, story),
                inSection(story, -1),
                inSection(story, 1));
    }

    private ArticleCard card(ArticleId id) {
        return catalog.card(catalog.article(id));
    }

    private List<Printing> printings(int story) {
        List<Printing> printings = new ArrayList<>();
        for (Member member : catalog.story(story).members()) {
            printings.add(printing(member));
        }
        printings.sort(BY_DATE);
        return printings;
    }

    private Printing printing(Member member) {
        int article = catalog.article(member.article());
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
        List<String> names = Heading.names(Shelf.SECTIONS, catalog.leadCard(story));
        if (names.isEmpty()) {
            return null;
        }
        Heading section = heading(Shelf.SECTIONS, names.get(0));
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

    private Heading heading(Shelf shelf, String name) {
        Heading heading = headings.getOrDefault(shelf, Map.of()).get(Heading.slug(name));
        if (heading == null) {
            throw new IllegalStateException("no heading for " + name);
        }
        return heading;
    }

    private Content.Headings headings(int story) {
        return new Content.Headings(
                steps(story, Shelf.SECTIONS),
                steps(story, Shelf.PLACES),
                steps(story, Shelf.AUTHORS),
                steps(story, Shelf.PUBLICATIONS));
    }

    /** The story's headings of a shelf, the lead's first, at most twelve. */
    private List<Step> steps(int story, Shelf shelf) {
        Set<String> slugs = new LinkedHashSet<>();
        List<Step> steps = new ArrayList<>();
        addSteps(shelf, catalog.leadCard(story), slugs, steps);
        for (Member member : catalog.story(story).members()) {
            if (steps.size() < MOST_HEADINGS && member.role() != Role.LEAD) {
                addSteps(shelf, card(member.article()), slugs, steps);
            }
        }
        return steps;
    }

    private void addSteps(Shelf shelf, ArticleCard card, Set<String> slugs, List<Step> steps) {
        for (String name : Heading.names(shelf, card)) {
            Heading heading = heading(shelf, name);
            if (slugs.add(heading.slug())) {
                steps.add(heading.step());
            }
        }
    }

    /** The way to the story: by the year and month of its date. */
    private List<Step> way(int story) {
        ArticleDate date = catalog.date(story);
        List<Step> way = new ArrayList<>();
        way.add(SitePlan.HOME);
        if (date == null) {
            way.add(new Step(Label.UNDATED, time.path(null)));
            return way;
        }
        ArticleDate year = TimeShelf.cut(date, ArticleDate.Precision.YEAR);
        way.add(new Step(Label.of(year), time.path(year)));
        if (date.month() != 0) {
            ArticleDate month = TimeShelf.cut(date, ArticleDate.Precision.MONTH);
            way.add(new Step(Label.of(month), time.path(month)));
        }
        return way;
    }

    private Content.Copy copy(int story, Member member) {
        return new Content.Copy(printing(member), notes.apply(member.article().path()), catalog.row(story));
    }

    private Content.Version version(int story, Member member) {
        return new Content.Version(
                printing(member),
                card(member.article()),
                notes.apply(member.article().path()),
                catalog.row(story),
                catalog.leadCard(story).id());
    }
}
