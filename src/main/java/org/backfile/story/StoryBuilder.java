package org.backfile.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.backfile.article.ArticleCard;
import org.backfile.article.ArticleDate;
import org.backfile.article.ArticleId;

/** Turns sets of texts into stories: chooses leads, gives roles and likenesses. */
final class StoryBuilder {
    /** The most look-alikes shown of one story. */
    private static final int LOOK_ALIKES = 12;
    /** How much sooner a misread word spoils a text than a missing one. */
    private static final double ODD_WEIGHT = 5;

    private static final TreeSet<ArticleId> NOBODY = new TreeSet<>();

    private final List<ArticleCard> cards;
    private final DistinctTexts texts;
    private final ShinglePages pages;
    private final Comparisons comparisons;

    StoryBuilder(List<ArticleCard> cards, DistinctTexts texts, ShinglePages pages, Comparisons comparisons) {
        this.cards = cards;
        this.texts = texts;
        this.pages = pages;
        this.comparisons = comparisons;
    }

    Stories stories(Clusters clusters, long[] lookAlikes) {
        int[] storyOf = new int[texts.count()];
        List<List<Integer>> groups = new ArrayList<>();
        for (int card = 0; card < cards.size(); card++) {
            int root = clusters.find(texts.textOf(card));
            if (storyOf[root] == 0) {
                groups.add(new ArrayList<>());
                storyOf[root] = groups.size();
            }
            groups.get(storyOf[root] - 1).add(card);
        }
        Map<Integer, TreeSet<ArticleId>> alike = new HashMap<>();
        for (long pair : lookAlikes) {
            int one = storyOf[clusters.find(Comparisons.first(pair))] - 1;
            int other = storyOf[clusters.find(Comparisons.second(pair))] - 1;
            alike.computeIfAbsent(one, i -> new TreeSet<>())
                    .add(cards.get(groups.get(other).get(0)).id());
            alike.computeIfAbsent(other, i -> new TreeSet<>())
                    .add(cards.get(groups.get(one).get(0)).id());
        }
        List<Stories.Story> stories = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            stories.add(new Stories.Story(
                    members(groups.get(i)),
                    alike.getOrDefault(i, NOBODY).stream().limit(LOOK_ALIKES).toList()));
        }
        return new Stories(stories);
    }

    private List<Stories.Member> members(List<Integer> group) {
        if (group.size() == 1) {
            return List.of(member(group.get(0), group.get(0)));
        }
        int lead = lead(group);
        return group.stream().map(card -> member(card, lead)).toList();
    }

    private Stories.Member member(int card, int lead) {
        ArticleId id = cards.get(card).id();
        if (card == lead) {
            return new Stories.Member(id, Stories.Role.LEAD, 1, 1);
        }
        if (cards.get(card).bodySha1().equals(cards.get(lead).bodySha1())) {
            return new Stories.Member(id, Stories.Role.COPY, 1, 1);
        }
        int text = texts.textOf(card);
        int leadText = texts.textOf(lead);
        Likeness c = comparisons.whole(text, leadText);
        return text < leadText
                ? new Stories.Member(id, Stories.Role.VERSION, c.shareOfA(), c.shareOfB())
                : new Stories.Member(id, Stories.Role.VERSION, c.shareOfB(), c.shareOfA());
    }

    private int lead(List<Integer> group) {
        int lead = group.get(0);
        double fullest = -1;
        int text = -1;
        double fullness = -1;
        for (int card : group) {
            if (texts.textOf(card) != text) {
                text = texts.textOf(card);
                fullness = cleanFullness(text);
            }
            if (fullness > fullest || (fullness == fullest && earlier(card, lead))) {
                lead = card;
                fullest = fullness;
            }
        }
        return lead;
    }

    /** The number of words that are neither boilerplate nor made doubtful by misread ones. */
    private double cleanFullness(int text) {
        double clean = Math.max(0, 1 - ODD_WEIGHT * pages.oddWords(text) / Math.max(1, pages.words(text)));
        int words = cards.get(texts.firstCard(text)).words();
        return Math.max(0, words - comparisons.boilerplateWords(text)) * clean;
    }

    /** Whether the article has the earlier date, none being the latest; of one date the first by id. */
    private boolean earlier(int one, int other) {
        ArticleDate date = cards.get(one).date();
        ArticleDate than = cards.get(other).date();
        if (date == null || than == null) {
            return date != null || (than == null && one < other);
        }
        int order = date.compareTo(than);
        return order != 0 ? order < 0 : one < other;
    }
}
