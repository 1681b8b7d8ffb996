package org.backfile.story;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.backfile.article.ArticleCard;
import org.backfile.article.ArticleDate;

/** Turns sets of texts into stories: chooses leads, gives roles and likenesses. */
final class StoryBuilder {
    /** The most look-alikes shown of one story. */
    private static final int LOOK_ALIKES = 12;
    /** How much sooner a misread word spoils a text than a missing one. */
    private static final double ODD_WEIGHT = 5;

    private static final TreeSet<Integer> NOBODY = new TreeSet<>();

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

    /** The stories, in the order of their first articles. */
    KnownStories stories(Clusters clusters, long[] lookAlikes, byte[] inputs) {
        int[] storyOf = new int[texts.count()];
        int[] storyOfCard = new int[cards.size()];
        int[] starts = new int[cards.size() + 1];
        int count = 0;
        for (int card = 0; card < storyOfCard.length; card++) {
            int root = clusters.find(texts.textOf(card));
            if (storyOf[root] == 0) {
                storyOf[root] = ++count;
            }
            storyOfCard[card] = storyOf[root] - 1;
            starts[storyOf[root]]++;
        }
        for (int story = 0; story < count; story++) {
            starts[story + 1] += starts[story];
        }
        int[] members = new int[storyOfCard.length];
        int[] ends = starts.clone();
        for (int card = 0; card < storyOfCard.length; card++) {
            members[ends[storyOfCard[card]]++] = card;
        }
        Map<Integer, TreeSet<Integer>> alike = new HashMap<>();
        for (long pair : lookAlikes) {
            int one = storyOf[clusters.find(Comparisons.first(pair))] - 1;
            int other = storyOf[clusters.find(Comparisons.second(pair))] - 1;
            alike.computeIfAbsent(one, i -> new TreeSet<>()).add(members[starts[other]]);
            alike.computeIfAbsent(other, i -> new TreeSet<>()).add(members[starts[one]]);
        }
        KnownStories.Builder stories = new KnownStories.Builder(inputs);
        for (int story = 0; story < count; story++) {
            TreeSet<Integer> others = alike.getOrDefault(story, NOBODY);
            int shown = Math.min(LOOK_ALIKES, others.size());
            stories.story(starts[story + 1] - starts[story], shown);
            addMembers(Arrays.copyOfRange(members, starts[story], starts[story + 1]), stories);
            others.stream().limit(shown).forEach(stories::lookAlike);
        }
        return stories.all();
    }

    private void addMembers(int[] group, KnownStories.Builder stories) {
        int lead = group.length == 1 ? group[0] : lead(group);
        for (int card : group) {
            if (card == lead) {
                stories.member(card, Stories.Role.LEAD);
            } else if (cards.get(card).bodySha1().equals(cards.get(lead).bodySha1())) {
                stories.member(card, Stories.Role.COPY);
            } else {
                int text = texts.textOf(card);
                int leadText = texts.textOf(lead);
                Likeness c = comparisons.whole(text, leadText);
                boolean first = text < leadText;
                stories.version(card, first ? c.shareOfA() : c.shareOfB(), first ? c.shareOfB() : c.shareOfA());
            }
        }
    }

    private int lead(int[] group) {
        int lead = group[0];
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
        double clean = Math.max(0, 1 - ODD_WEIGHT * pages.oddWords()[text] / Math.max(1, pages.words()[text]));
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
