package org.backfile.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.backfile.article.ArticleCard;
import org.backfile.article.ArticleDate;
import org.backfile.article.ArticleDate.Precision;
import org.backfile.story.Stories.Role;
import org.jspecify.annotations.Nullable;

/**
 * Which stories stand whole on the page of their day, and on which page, where the site is laid out by days. A day with
 * such a story has a page {@code 2014/12/30/index.html}; one that outgrows a page is divided by the beginnings of the
 * headlines, as listings are, and that page holds the doors. The other stories of the day stand there as rows. Immutable.
 */
final class DayPages {
    /** The layout of one page an article. */
    static final DayPages NONE = new DayPages();

    /** So many words are read without turning a page: two screens of a telephone. */
    private static final int MOST_WORDS = 300;

    /** What as many words come to that are words; keeps one text without spaces from filling the page. */
    private static final int MOST_BODY_BYTES = 12_000;

    /** Of a story beside its text and names: marks, evidence of ten fields, three citations, metadata. */
    private static final int FRAME = 6_000;

    /** How often a name is told: as text, evidence, metadata, link and in three citations. */
    private static final int TELLINGS = 8;

    private static final int PRINTING = 600;
    private static final int LOOK_ALIKE = 600;

    /**
     * A page.
     *
     * @param label what of the day it shows; null for the whole
     * @param stories in their order
     */
    record Leaf(SitePath path, @Nullable Label label, int[] stories) {}

    /** The pages of a day; more than one where {@code path}, the page of the day, holds doors. */
    record Day(ArticleDate date, SitePath path, List<Leaf> leaves) {
        boolean divided() {
            return leaves.get(0).label() != null;
        }
    }

    private final SortedMap<ArticleDate, Day> days = new TreeMap<>();

    private DayPages() {}

    /** The pages of all days that have a short story. */
    static DayPages of(Catalog catalog) {
        DayPages pages = new DayPages();
        TimeShelf time = new TimeShelf(catalog, Shelf.YEARS, null, new ArrayList<>());
        for (TimeShelf.Cut cut : time.cuts(catalog.inTime(), Precision.DAY)) {
            ArticleDate date = cut.date();
            boolean any = Arrays.stream(cut.stories()).anyMatch(story -> isShort(catalog, story));
            if (date != null && any) {
                pages.days.put(date, day(catalog, date, time.path(date), cut.stories()));
            }
        }
        return pages;
    }

    private static Day day(Catalog catalog, ArticleDate date, SitePath path, int[] stories) {
        long bytes = Arrays.stream(stories)
                .mapToLong(story -> weight(catalog, story))
                .sum();
        if (Division.fits(stories.length, bytes)) {
            return new Day(date, path, List.of(new Leaf(path, null, stories)));
        }
        List<HeadlineShelf.Keyed> keyed = HeadlineShelf.byKey(catalog, stories);
        List<String> keys = keyed.stream().map(HeadlineShelf.Keyed::key).toList();
        List<Leaf> leaves = new ArrayList<>();
        for (Division.Leaf leaf :
                Division.divide(keys, i -> weight(catalog, keyed.get(i).story()))) {
            leaves.add(new Leaf(
                    HeadlineShelf.leafPath(Address.folder(date), leaf),
                    HeadlineShelf.label(leaf),
                    HeadlineShelf.stories(keyed.subList(leaf.from(), leaf.to()))));
        }
        return new Day(date, path, leaves);
    }

    /** Whether a story stands on the page of its day: few plain words, a day of its own, and no versions to compare. */
    static boolean isShort(Catalog catalog, int story) {
        ArticleCard lead = catalog.leadCard(story);
        ArticleDate date = lead.date();
        return date != null
                && date.day() != 0
                && lead.words() <= MOST_WORDS
                && lead.bodyBytes() <= MOST_BODY_BYTES
                && catalog.story(story).members().size() <= StoryPages.MOST_PRINTINGS
                && catalog.story(story).members().stream().noneMatch(member -> member.role() == Role.VERSION);
    }

    /** About the most bytes that a story comes to on the page of its day. */
    private static long weight(Catalog catalog, int story) {
        if (!isShort(catalog, story)) {
            return catalog.weight(story);
        }
        ArticleCard lead = catalog.leadCard(story);
        long bytes = (long) FRAME + lead.bodyBytes();
        String[] names = {
            lead.headline(),
            lead.kicker(),
            lead.masthead(),
            lead.section(),
            lead.byline(),
            lead.agency(),
            lead.place(),
            lead.publication(),
            lead.id().path()
        };
        for (String name : names) {
            bytes += name == null ? 0 : TELLINGS * Catalog.weight(name);
        }
        for (int place = 0; place < catalog.story(story).members().size(); place++) {
            ArticleCard card = catalog.card(catalog.member(story, place));
            bytes += PRINTING + Catalog.weight(card.id().path());
        }
        return bytes + (long) LOOK_ALIKE * catalog.story(story).lookAlikes().size();
    }

    /** All days that have a page, by date. */
    List<Day> days() {
        return List.copyOf(days.values());
    }

    /** Whether the page of a day is one of these. */
    boolean has(@Nullable ArticleDate date) {
        return date != null && days.containsKey(date);
    }
}
