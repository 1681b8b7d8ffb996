package org.backfile.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.backfile.article.ArticleCard;
import org.backfile.article.ArticleDate;
import org.backfile.article.ArticleId;
import org.backfile.article.Doubt;
import org.backfile.story.Stories.Member;
import org.backfile.story.Stories.Role;
import org.jspecify.annotations.Nullable;

/** Counts the archive for the pages that show totals. One pass over the articles a call. */
final class Tallies {
    private static final int MOST_DOUBTS = 500;
    private static final int MOST = 100;

    private Tallies() {}

    /** Copies, versions and their words. */
    private static final class Spared {
        int copies;
        int versions;
        long words;
        int example = -1;

        void add(Member member, ArticleCard card, int article) {
            if (member.role() == Role.COPY) {
                copies++;
            } else {
                versions++;
            }
            words += card.words();
            example = example < 0 ? article : example;
        }

        int articles() {
            return copies + versions;
        }
    }

    static Content.Duplicates duplicates(Catalog catalog, TimeShelf time, Extras extras) {
        Spared all = new Spared();
        int storiesWithMore = 0;
        Map<Integer, Spared> byYear = new TreeMap<>();
        Map<String, Spared> byFolder = new TreeMap<>();
        List<Content.Tally> most = new ArrayList<>();
        for (int story : catalog.inTime()) {
            Spared here = new Spared();
            ArticleDate date = catalog.date(story);
            List<Member> members = catalog.story(story).members();
            for (int place = 0; place < members.size(); place++) {
                Member member = members.get(place);
                if (member.role() == Role.LEAD) {
                    continue;
                }
                int article = catalog.member(story, place);
                ArticleCard card = catalog.card(article);
                here.add(member, card, article);
                all.add(member, card, article);
                byYear.computeIfAbsent(date == null ? Integer.MAX_VALUE : date.year(), y -> new Spared())
                        .add(member, card, article);
                byFolder.computeIfAbsent(folder(card.id().path()), f -> new Spared())
                        .add(member, card, article);
            }
            if (here.articles() > 0) {
                storiesWithMore++;
                most.add(tally(catalog, story, here, 0, ""));
            }
        }
        return new Content.Duplicates(
                all.copies,
                all.versions,
                storiesWithMore,
                all.words,
                extras.repeating().stream()
                        .mapToInt(Content.SourceNote::repeatedLines)
                        .sum(),
                extras.repeating().size(),
                largest(most, Comparator.comparingInt(tally -> -(tally.copies() + tally.versions()))),
                mostRepeated(catalog, extras),
                years(byYear, time),
                folders(byFolder, catalog));
    }

    /** The worst of the doubts, each with the first article of its file. */
    static Content.Doubtful doubtful(Catalog catalog, List<Doubt> doubts) {
        List<Content.Doubt> worst = new ArrayList<>();
        for (Doubt doubt : doubts.subList(0, Math.min(doubts.size(), MOST_DOUBTS))) {
            int article = catalog.articleOrNone(new ArticleId(doubt.path(), 1));
            worst.add(new Content.Doubt(doubt.path(), article < 0 ? null : catalog.address(article), doubt.reasons()));
        }
        return new Content.Doubtful(doubts.size(), worst);
    }

    private static Content.Tally tally(Catalog catalog, int story, Spared spared, int repeated, String source) {
        return new Content.Tally(catalog.row(story), spared.copies, spared.versions, repeated, source);
    }

    /** The first of the list in an order; those that it does not tell apart stay as they were. */
    private static List<Content.Tally> largest(List<Content.Tally> tallies, Comparator<Content.Tally> order) {
        return tallies.stream().sorted(order).limit(MOST).toList();
    }

    private static List<Content.Tally> mostRepeated(Catalog catalog, Extras extras) {
        List<Content.SourceNote> notes = extras.repeating().stream()
                .sorted(Comparator.<Content.SourceNote>comparingInt(note -> -note.repeatedLines())
                        .thenComparing(Content.SourceNote::path))
                .toList();
        List<Content.Tally> tallies = new ArrayList<>();
        for (Content.SourceNote note : notes) {
            int article = tallies.size() < MOST ? catalog.articleOrNone(new ArticleId(note.path(), 1)) : -1;
            if (article >= 0) {
                int story = catalog.storyOf(article);
                tallies.add(tally(catalog, story, new Spared(), note.repeatedLines(), note.path()));
            }
        }
        return tallies;
    }

    private static List<Content.YearTally> years(Map<Integer, Spared> byYear, TimeShelf time) {
        List<Content.YearTally> years = new ArrayList<>();
        byYear.forEach((year, spared) -> {
            @Nullable ArticleDate date = year == Integer.MAX_VALUE ? null : new ArticleDate(year, 0, 0);
            years.add(new Content.YearTally(date, spared.copies, spared.versions, spared.words, time.path(date)));
        });
        return years;
    }

    private static List<Content.FolderTally> folders(Map<String, Spared> byFolder, Catalog catalog) {
        return byFolder.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> -entry.getValue().articles()))
                .limit(MOST)
                .map(entry -> {
                    Spared spared = entry.getValue();
                    return new Content.FolderTally(
                            entry.getKey(),
                            spared.copies,
                            spared.versions,
                            spared.words,
                            catalog.address(spared.example));
                })
                .toList();
    }

    private static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    static Content.Figures figures(Catalog catalog, Extras extras) {
        int copies = 0;
        int versions = 0;
        long words = 0;
        int[] known = new int[4];
        for (int story = 0; story < catalog.stories(); story++) {
            ArticleCard card = catalog.leadCard(story);
            words += card.words();
            known[0] += card.headline() == null ? 0 : 1;
            known[1] += catalog.date(story) == null ? 0 : 1;
            known[2] += card.place() == null ? 0 : 1;
            known[3] += card.byline() == null ? 0 : 1;
            for (Member member : catalog.story(story).members()) {
                copies += member.role() == Role.COPY ? 1 : 0;
                versions += member.role() == Role.VERSION ? 1 : 0;
            }
        }
        return new Content.Figures(
                extras.files(),
                extras.notRead(),
                catalog.articles(),
                catalog.stories(),
                copies,
                versions,
                words,
                known[0],
                known[1],
                known[2],
                known[3],
                extras.repeating().stream()
                        .mapToInt(Content.SourceNote::repeatedLines)
                        .sum(),
                extras.boilerplateLines(),
                extras.problems());
    }
}
