package org.backfile.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.backfile.article.ArticleCard;
import org.backfile.article.ArticleDate;
import org.backfile.article.ArticleId;
import org.backfile.page.Archive.Draft;
import org.backfile.render.Renderer;
import org.backfile.render.SitePictures;
import org.backfile.source.Sha256;
import org.backfile.story.Stories;
import org.backfile.story.Stories.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SitePlanTest {
    private static final PageSettings SETTINGS = PageSettings.titled("The Lantern");

    private static Content content(SitePlan plan, String path) {
        return plan.pages().stream()
                .filter(page -> page.path().value().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no page " + path + " among " + plan.pages()))
                .content();
    }

    private static List<String> headlines(List<Content.Group> groups) {
        return groups.stream()
                .flatMap(group -> group.rows().stream())
                .map(Content.Row::headline)
                .toList();
    }

    @Test
    void aMonthKnowsItsDaysAndLeadsToTheMonthsWithStoriesBeforeAndAfterItWhateverTheirYear() {
        SitePlan plan = new Archive()
                .add(Draft.of("a.txt", "Frost", "2013-11-02"))
                .add(Draft.of("b.txt", "Storm", "2014-02-05"))
                .add(Draft.of("c.txt", "Flood", "2014-02-05"))
                .add(Draft.of("d.txt", "A month's rain", "2014-02"))
                .add(Draft.of("e.txt", "A year's rain", "2014"))
                .add(Draft.of("f.txt", "Thaw", "2016-03-01"))
                .plan(SETTINGS);

        Content.Listing month = (Content.Listing) content(plan, "2014/02/index.html");

        assertThat(month.days())
                .containsExactly(new Content.Day(Archive.date("2014-02-05"), 2, new SitePath("2014/02/index.html#d5")));
        assertThat(month.earlier()).isEqualTo(step("2013-11"));
        assertThat(month.later()).isEqualTo(step("2016-03"));
    }

    @Test
    void twoShortArticlesOfADayWhoseHashesBeginAlikeHaveEachAPlaceOfTheirOwn() {
        Map<Long, String> pathOfPlace = new HashMap<>();
        String first = null;
        String second = null;
        for (int i = 0; second == null; i++) {
            String path = i + ".txt";
            first = pathOfPlace.put(ArticleCard.idHash(new ArticleId(path, 1)) >>> (64 - 5 * 5), path);
            second = first == null ? null : path;
        }

        SitePlan plan = new Archive()
                .add(Draft.of(first, "Frost", "2014-02-05"))
                .add(Draft.of(second, "Storm", "2014-02-05"))
                .plan(new PageSettings("The Lantern", "", "en", null, null, null, SiteLayout.DAY, false));

        SitePath one = plan.address(new ArticleId(first, 1));
        SitePath other = plan.address(new ArticleId(second, 1));
        assertThat(one.page()).isEqualTo(other.page()).isEqualTo(new SitePath("2014/02/05/index.html"));
        assertThat(List.of(one.anchor().length(), other.anchor().length())).containsExactlyInAnyOrder(5, 12);
    }

    private static Content.Step step(String month) {
        return new Content.Step(Label.of(Archive.date(month)), new SitePath(month.replace('-', '/') + "/index.html"));
    }

    @Test
    void aStoryStandsUnderItsYearItsMonthItsDayOfTheYearAndItsHeadings() {
        SitePlan plan = new Archive()
                .add(Draft.of("a.txt", "Storm", "2014-12-30").in("News", "WELLHAVEN", "Ada Pell", "The Lantern"))
                .plan(SETTINGS);
        Content.Year year = (Content.Year) content(plan, "2014/index.html");
        assertThat(year.months()).hasSize(1);
        assertThat(year.days())
                .containsExactly(
                        new Content.Day(Archive.date("2014-12-30"), 1, new SitePath("2014/12/index.html#d30")));
        for (String page : List.of(
                "2014/12/index.html",
                "on-this-day/12-30.html",
                "sections/news/index.html",
                "places/wellhaven/index.html",
                "authors/ada-pell/index.html",
                "publications/the-lantern/index.html",
                "headlines/s.html")) {
            assertThat(headlines(((Content.Listing) content(plan, page)).groups()))
                    .as(page)
                    .containsExactly("Storm");
        }
    }

    @Test
    void aStoryWithoutADateOfItsOwnStandsUnderTheEarliestOfItsCopies() {
        Archive archive = new Archive()
                .add(Draft.of("a.txt", "Storm", null))
                .also(Draft.of("b.txt", "Storm", "2015-01-02"), Role.COPY)
                .also(Draft.of("c.txt", "Storm", "2014-12-31"), Role.COPY);
        SitePlan plan = archive.plan(SETTINGS);
        assertThat(headlines(((Content.Listing) content(plan, "2014/12/index.html")).groups()))
                .containsExactly("Storm");
        SitePath page = storyPage(plan, "c.txt");
        assertThat(page.value()).startsWith("undated/storm-");
        Content.Story story = (Content.Story) content(plan, page.value());
        assertThat(story.datedBy()).isEqualTo(new ArticleId("c.txt", 1));
        assertThat(story.printings()).extracting(p -> p.article().path()).containsExactly("c.txt", "b.txt", "a.txt");
        assertThat(story.firstPrinted()).isEqualTo(Archive.date("2014-12-31"));
        assertThat(plan.catalog().leadCard(0).id().path()).isEqualTo("a.txt");
    }

    @Test
    void headingsThatFoldToOneNameShareAListingUnderTheCommonestSpelling() {
        SitePlan plan = new Archive()
                .add(Draft.of("a.txt", "One", null).in("SPORT", "", "", ""))
                .add(Draft.of("b.txt", "Two", null).in("Sport", "", "", ""))
                .add(Draft.of("c.txt", "Three", null).in("Sport", "?", "", ""))
                .plan(SETTINGS);
        Content.Listing sections = (Content.Listing) content(plan, "sections/index.html");
        assertThat(sections.parts()).hasSize(1);
        assertThat(sections.parts().get(0).label().text()).isEqualTo("Sport");
        assertThat(sections.parts().get(0).count()).isEqualTo(3);
        assertThat(((Content.Listing) content(plan, "places/index.html")).parts())
                .hasSize(1);
    }

    @Test
    void neighboursAreThoseInTimeAndInTheSection() {
        Archive archive = new Archive()
                .add(Draft.of("a.txt", "First", "2001").in("News", "", "", ""))
                .add(Draft.of("b.txt", "Second", "2002").in("Sport", "", "", ""))
                .add(Draft.of("c.txt", "Third", "2003").in("News", "", "", ""))
                .add(Draft.of("d.txt", "Undated", null));
        SitePlan plan = archive.plan(SETTINGS);
        Content.Story third = (Content.Story)
                content(plan, plan.address(new ArticleId("c.txt", 1)).value());
        assertThat(third.earlier()).extracting(Content.Row::headline).isEqualTo("Second");
        assertThat(third.earlierInSection()).extracting(Content.Row::headline).isEqualTo("First");
        assertThat(third.later())
                .as("an undated story is nobody's neighbour in time")
                .isNull();
        assertThat(third.laterInSection()).isNull();
    }

    @Test
    void anEmptyArchiveHasAFrontPageAndNoShelves() {
        SitePlan plan = new Archive().plan(SETTINGS);
        assertThat(plan.shelves()).isEmpty();
        assertThat(((Content.Front) content(plan, "index.html")).newest()).isEmpty();
    }

    @Test
    void duplicatesAreCountedByYearAndFolder() {
        Archive archive = new Archive()
                .add(Draft.of("a/a.txt", "Storm", "2014").saying("one two three"))
                .also(Draft.of("b/a.txt", "Storm", null).saying("one two three"), Role.COPY)
                .also(Draft.of("c.txt", "Gale", null).saying("one two four five"), Role.VERSION)
                .add(Draft.of("d.txt", "Alone", null));
        Extras extras = new Extras(
                path -> null,
                4,
                0,
                0,
                List.of(),
                List.of(
                        new Content.SourceNote("a/a.txt", 10, Sha256.of("a"), 15),
                        new Content.SourceNote("z.txt", 10, Sha256.of("z"), 2)),
                List.of(),
                List::of,
                Published.NOTHING,
                id -> null);
        SitePlan plan = SitePlan.of(
                new Catalog(archive.cards(), Addresses.of(archive.cards()), archive.stories(), SETTINGS),
                SETTINGS,
                extras);
        Content.Duplicates found = (Content.Duplicates) content(plan, "duplicates.html");
        assertThat(found.copies()).isEqualTo(1);
        assertThat(found.versions()).isEqualTo(1);
        assertThat(found.wordsSpared()).isEqualTo(7);
        assertThat(found.repeatedLines()).isEqualTo(17);
        assertThat(found.mostPrinted()).hasSize(1);
        assertThat(found.mostRepeated()).extracting(Content.Tally::source).containsExactly("a/a.txt");
        assertThat(found.byFolder()).extracting(Content.FolderTally::folder).containsExactly("", "b");
        assertThat(found.byYear()).hasSize(1);
        Content.Figures figures = ((Content.About) content(plan, "about.html")).figures();
        assertThat(figures.stories()).isEqualTo(2);
        assertThat(figures.withDate()).isEqualTo(1);
    }

    // ---- Large archives ----

    private static ArticleCard card(
            int number,
            @Nullable String headline,
            @Nullable String date,
            @Nullable String section,
            @Nullable String place,
            @Nullable String byline) {
        ArticleId id = new ArticleId("%07d.txt".formatted(number), 1);
        return new ArticleCard(
                id,
                ArticleCard.idHash(id),
                headline,
                null,
                null,
                section,
                byline,
                null,
                place,
                date == null ? null : Archive.date(date),
                null,
                "The Lantern",
                "en",
                "Something happened.",
                100,
                1_000,
                "");
    }

    private static SitePlan plan(List<ArticleCard> cards) {
        List<Stories.Story> stories = new ArrayList<>();
        for (ArticleCard card : cards) {
            stories.add(new Stories.Story(List.of(new Stories.Member(card.id(), Role.LEAD, 1, 1)), List.of()));
        }
        return SitePlan.of(
                new Catalog(cards, Addresses.of(cards), new Stories(stories), SETTINGS),
                SETTINGS,
                Extras.ofFiles(cards.size()));
    }

    private static final String[] WORDS =
            "storm harbour council bridge herring choir ferry market snow school light tide wool fire vote".split(" ");

    private static String headline(Random random) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            words.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return words.toString();
    }

    private static SitePath storyPage(SitePlan plan, String path) {
        Catalog catalog = plan.catalog();
        return catalog.page(catalog.storyOf(catalog.article(new ArticleId(path, 1))));
    }

    private static void assertThatListingsStaySmallAndStoriesNear(SitePlan plan) {
        Renderer renderer = new Renderer(SETTINGS, plan.shelves(), name -> null, SitePictures.NONE);
        Map<SitePath, Content> contents = new HashMap<>();
        Set<SitePath> stories = new HashSet<>();
        for (int story : plan.catalog().inTime()) {
            stories.add(plan.catalog().page(story));
        }
        for (Page page : plan.pages()) {
            if (stories.contains(page.path())) {
                continue;
            }
            Content content = page.content();
            assertThat(contents.put(page.path(), content))
                    .as(page.path().value())
                    .isNull();
            byte[] html = renderer.render(page, id -> {
                throw new AssertionError(page + " shows a text");
            });
            assertThat(html.length).as(page.path().value()).isLessThanOrEqualTo(300_000);
            if (content instanceof Content.Listing listing) {
                int rows = listing.groups().stream()
                        .mapToInt(group -> group.rows().size())
                        .sum();
                assertThat(rows).as(page.path().value()).isLessThanOrEqualTo(Division.MOST_ROWS);
                assertThat(listing.parts()).as(page.path().value()).hasSizeLessThanOrEqualTo(Division.MOST_ROWS);
            }
        }
        Map<SitePath, Integer> clicks = new HashMap<>();
        List<SitePath> reached = new ArrayList<>(List.of(new SitePath("index.html")));
        clicks.put(reached.get(0), 0);
        for (int i = 0; i < reached.size(); i++) {
            int next = clicks.get(reached.get(i)) + 1;
            for (SitePath target : links(contents.get(reached.get(i)))) {
                if (clicks.putIfAbsent(target, next) == null && contents.containsKey(target)) {
                    reached.add(target);
                }
            }
        }
        for (SitePath story : stories) {
            assertThat(clicks.getOrDefault(story, 99)).as("clicks to %s", story).isLessThanOrEqualTo(4);
        }
    }

    private static List<SitePath> links(Content content) {
        List<SitePath> links = new ArrayList<>();
        if (content instanceof Content.Front front) {
            front.timeline().stream()
                    .filter(bar -> bar.link() != null)
                    .forEach(bar -> links.add(bar.link().page()));
            front.shelves().forEach(shelf -> links.add(shelf.door()));
        } else if (content instanceof Content.Year year) {
            year.months().forEach(part -> links.add(part.link().page()));
            year.parts().forEach(part -> links.add(part.link().page()));
            year.days().forEach(day -> links.add(day.link().page()));
            year.rows().forEach(row -> links.add(row.path()));
        } else if (content instanceof Content.Listing listing) {
            listing.parts().forEach(part -> links.add(part.link().page()));
            listing.groups().forEach(group -> group.rows().forEach(row -> links.add(row.path())));
        }
        return links;
    }

    @Test
    void aHundredThousandStoriesOfOneDayAndSectionAndLetterStayUsable() {
        Random random = new Random(1);
        List<ArticleCard> cards = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            cards.add(card(i, "Storm " + headline(random), "1999-05-05", "News", "HERE", null));
        }
        assertThatListingsStaySmallAndStoriesNear(plan(cards));
    }

    @Test
    void aHundredThousandUndatedStoriesOfOneHeadlineStayUsable() {
        List<ArticleCard> cards = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            cards.add(card(i, "Weather", null, null, null, null));
        }
        assertThatListingsStaySmallAndStoriesNear(plan(cards));
    }

    @Test
    void coarseDatesAndManyAuthorsStayUsable() {
        Random random = new Random(2);
        List<ArticleCard> cards = new ArrayList<>();
        for (int i = 0; i < 9_000; i++) {
            String date = i % 3 == 0 ? "1999" : i % 3 == 1 ? "1999-05" : "1999-05-0" + (1 + i % 2);
            cards.add(card(i, headline(random), date, "News", null, "Author N" + i));
        }
        assertThatListingsStaySmallAndStoriesNear(plan(cards));
    }

    @Test
    void oneArticleMoreChangesFewPages() {
        Random random = new Random(3);
        List<ArticleCard> cards = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            cards.add(randomCard(i, random));
        }
        Map<SitePath, String> before = inputs(plan(cards));
        for (int round = 0; round < 6; round++) {
            List<ArticleCard> more = new ArrayList<>(cards);
            more.add(randomCard(10_000 + round, random));
            Map<SitePath, String> after = inputs(plan(more));
            List<SitePath> changed = new ArrayList<>();
            after.forEach((path, inputs) -> {
                if (!inputs.equals(before.get(path))) {
                    changed.add(path);
                }
            });
            // data.html may change too: it shows the data files' sizes, rounded
            assertThat(changed).hasSizeLessThanOrEqualTo(24);
            assertThat(after.keySet()).containsAll(before.keySet());
        }
    }

    @Test
    void theNavigationOfALargeArchiveDoesNotChangeWithItsFirstUndatedArticleOrItsFirstAuthor() {
        List<ArticleCard> cards = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            cards.add(card(i, "Story " + i, "1999-05-01", null, null, null));
        }
        SitePlan before = plan(cards);
        cards.add(card(5_000, "Story without a date", null, "News", "P", "Ada Pell"));
        SitePlan after = plan(cards);

        assertThat(before.shelves()).isEqualTo(after.shelves()).contains(Shelf.UNDATED, Shelf.AUTHORS, Shelf.SECTIONS);
        for (Shelf shelf : before.shelves()) {
            assertThat(content(before, shelf.door().value())).as(shelf.id()).isNotNull();
        }
    }

    private static ArticleCard randomCard(int number, Random random) {
        ArticleDate date = new ArticleDate(1985 + random.nextInt(35), 1 + random.nextInt(12), 1 + random.nextInt(28));
        return card(
                number,
                headline(random) + " " + number,
                date.iso(),
                WORDS[random.nextInt(8)],
                "P" + random.nextInt(60),
                "Author " + WORDS[random.nextInt(15)] + " and Author " + WORDS[random.nextInt(15)]);
    }

    private static Map<SitePath, String> inputs(SitePlan plan) {
        Map<SitePath, String> inputs = new HashMap<>();
        plan.pages().forEach(page -> inputs.put(page.path(), page.content().toString()));
        return inputs;
    }

    @Test
    void aStoryPrintedAThousandTimesListsItsPrintingsOnPagesOfTheirOwn() {
        Archive archive = new Archive().add(Draft.of("lead.txt", "Storm", "2014"));
        for (int i = 0; i < 1200; i++) {
            archive.also(Draft.of("copies/" + i + ".txt", "Storm", "2014"), Role.COPY);
        }
        SitePlan plan = archive.plan(SETTINGS);
        Content.Story story =
                (Content.Story) content(plan, storyPage(plan, "copies/7.txt").value());
        assertThat(story.printingCount()).isEqualTo(1201);
        assertThat(story.printings()).isEmpty();
        int listed = 0;
        for (Content.Part part : story.printingParts()) {
            listed += headlines(
                            ((Content.Listing) content(plan, part.link().page().value())).groups())
                    .size();
        }
        assertThat(listed).isEqualTo(1201);
    }

    @Test
    void thePageOfDoubtfulReadingsIsMadeOnRequest() {
        PageSettings asked =
                new PageSettings("T", "", "en", "https://example.org/", null, null, SiteLayout.STORY, true);
        assertThat(content(new Archive().plan(asked), "doubtful.html")).isInstanceOf(Content.Doubtful.class);
        assertThat(new Archive().plan(SETTINGS).pages())
                .noneMatch(page -> page.path().value().equals("doubtful.html"));
    }
}
