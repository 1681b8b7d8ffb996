package org.backfile.story;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import org.backfile.article.ArticleCard;
import org.backfile.article.ArticleId;

/** Groups the articles of an archive into stories. */
public final class StoryGrouper {
    private final StorySettings settings;

    public StoryGrouper(StorySettings settings) {
        this.settings = settings;
    }

    /** How this grouper tells stories apart. */
    public StorySettings settings() {
        return settings;
    }

    /**
     * Groups articles into stories.
     *
     * @param cards in the order of their ids, no id twice
     * @throws IllegalArgumentException where the cards are in another order
     */
    public Stories group(List<ArticleCard> cards, Fingerprints fingerprints, Verdicts forced) {
        return group(cards, fingerprints, forced, Alignments.NONE).stories();
    }

    /** As {@link #group(List, Fingerprints, Verdicts)}, sparing pairs that were aligned before. */
    public Grouping group(List<ArticleCard> cards, Fingerprints fingerprints, Verdicts forced, Alignments known) {
        for (int i = 1; i < cards.size(); i++) {
            if (cards.get(i - 1).id().compareTo(cards.get(i).id()) >= 0) {
                throw new IllegalArgumentException(
                        cards.get(i).id() + " stands after " + cards.get(i - 1).id());
            }
        }
        DistinctTexts texts = DistinctTexts.of(cards, forced);
        Clusters clusters = new Clusters(texts.count());
        joinByVerdict(cards, texts, forced, clusters);
        joinExactCopies(cards, texts, clusters);
        IntFunction<Fingerprint> fingerprint = text -> fingerprints.get(texts.firstCard(text));
        try (Workers workers = new Workers(settings.threads())) {
            ShingleIndex index = ShingleIndex.of(texts.count(), fingerprint, workers);
            long[] pairs = CandidatePairs.of(texts.count(), fingerprint, index, workers);
            Comparisons comparisons = new Comparisons(texts.count(), fingerprint, known, workers);
            Joiner joiner =
                    new Joiner(clusters, comparisons, new Judge(settings.dateWindowDays()), TextDates.of(cards, texts));
            joiner.joinNear(pairs, comparisons.whole(pairs, workers));
            comparisons.leaveOut(Boilerplate.of(index, clusters::find, workers), textsOf(pairs), workers);
            long[] open = apart(pairs, clusters);
            joiner.joinAll(open, comparisons.news(open, workers));
            Stories stories =
                    new StoryBuilder(cards, texts, fingerprint, comparisons).stories(clusters, joiner.lookAlikes());
            return new Grouping(stories, comparisons.alignments());
        }
    }

    private static int[] textsOf(long[] pairs) {
        return Arrays.stream(pairs)
                .flatMap(pair -> LongStream.of(Comparisons.first(pair), Comparisons.second(pair)))
                .mapToInt(text -> (int) text)
                .sorted()
                .distinct()
                .toArray();
    }

    private static long[] apart(long[] pairs, Clusters clusters) {
        return Arrays.stream(pairs)
                .filter(pair -> !clusters.together(Comparisons.first(pair), Comparisons.second(pair)))
                .toArray();
    }

    private static void joinByVerdict(
            List<ArticleCard> cards, DistinctTexts texts, Verdicts forced, Clusters clusters) {
        for (Verdicts.Pair pair : forced.different()) {
            int one = indexOf(cards, pair.one());
            int other = indexOf(cards, pair.other());
            if (one >= 0 && other >= 0 && one != other) {
                clusters.tellApart(texts.textOf(one), texts.textOf(other));
            }
        }
        for (Verdicts.Pair pair : forced.same()) {
            int one = indexOf(cards, pair.one());
            int other = indexOf(cards, pair.other());
            if (one >= 0 && other >= 0) {
                clusters.join(texts.textOf(one), texts.textOf(other));
            }
        }
    }

    /** Copies are texts of their own only where somebody told them apart: each still belongs to the other copies. */
    private static void joinExactCopies(List<ArticleCard> cards, DistinctTexts texts, Clusters clusters) {
        for (int text = 1; text < texts.count(); text++) {
            ArticleCard one = cards.get(texts.firstCard(text - 1));
            ArticleCard other = cards.get(texts.firstCard(text));
            if (other.words() >= DistinctTexts.TELLING_WORDS && one.bodySha1().equals(other.bodySha1())) {
                clusters.join(text - 1, text);
            }
        }
    }

    private static int indexOf(List<ArticleCard> cards, ArticleId id) {
        int low = 0;
        int high = cards.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = cards.get(middle).id().compareTo(id);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }
}
