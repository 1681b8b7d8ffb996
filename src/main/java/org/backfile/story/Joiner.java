package org.backfile.story;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Makes stories of texts, the surest pairs first. Each story is spoken for by the text that most others are like. A pair
 * joins two stories only if those that speak for them are one story too, or a second pair says the same, and never if
 * they are the same form with other news. A digest joins no two stories, however many pairs it makes.
 */
final class Joiner {
    private final Clusters clusters;
    private final Comparisons comparisons;
    private final Judge judge;
    private final TextDates dates;
    private final Map<Long, Long> links = new HashMap<>();
    private final Set<Long> lookAlikes = new HashSet<>();
    /** By text: how many others are nearly the same. */
    private final int[] likes;
    /** By story, which is known by its smallest text: the text that speaks for it. */
    private final int[] speaker;
    /** By text: the first one that it was joined with, or -1. */
    private final int[] fellow;

    Joiner(Clusters clusters, Comparisons comparisons, Judge judge, TextDates dates) {
        this.clusters = clusters;
        this.comparisons = comparisons;
        this.judge = judge;
        this.dates = dates;
        this.likes = new int[clusters.count()];
        this.speaker = new int[clusters.count()];
        Arrays.setAll(speaker, text -> text);
        this.fellow = new int[clusters.count()];
        Arrays.fill(fellow, -1);
    }

    private record Edge(long pair, DecidingRule rule) {}

    private static final int STRENGTH_BITS = 11;
    private static final DecidingRule[] RULES = DecidingRule.values();

    /** Joins texts that are nearly the same; contained ones wait until boilerplate is known. */
    void joinNear(long[] pairs, Likeness[] found) {
        joinAll(pairs, found, true);
    }

    /** Joins what else is one story; leaving boilerplate out does not make one of texts that were told apart with it. */
    void joinAll(long[] pairs, Likeness[] found) {
        joinAll(pairs, found, false);
    }

    private void joinAll(long[] pairs, Likeness[] found, boolean nearOnly) {
        long[] edges = new long[pairs.length];
        int count = 0;
        for (int i = 0; i < pairs.length; i++) {
            if (lookAlikes.contains(pairs[i])) {
                continue;
            }
            DecidingRule rule = judge.decide(found[i], daysApart(pairs[i]));
            if (rule == DecidingRule.NEARLY_THE_SAME || (rule.sameStory() && !nearOnly)) {
                edges[count++] = (long) (rule.ordinal() << STRENGTH_BITS | weakness(found[i])) << Integer.SIZE | i;
                likes[Comparisons.first(pairs[i])]++;
                likes[Comparisons.second(pairs[i])]++;
            } else if (rule.sameForm()) {
                lookAlikes.add(pairs[i]);
            }
        }
        Arrays.sort(edges, 0, count);
        for (int i = 0; i < count; i++) {
            DecidingRule rule = RULES[(int) (edges[i] >>> (Integer.SIZE + STRENGTH_BITS))];
            join(new Edge(pairs[(int) edges[i]], rule));
        }
    }

    /** From 0, where each word of both stands in the other, to 2000. */
    private static int weakness(Likeness c) {
        return 2000 - (int) (1000 * c.shareOfA() + 1000 * c.shareOfB());
    }

    private int daysApart(long pair) {
        return dates.daysApart(Comparisons.first(pair), Comparisons.second(pair));
    }

    private void join(Edge edge) {
        int a = Comparisons.first(edge.pair);
        int b = Comparisons.second(edge.pair);
        int one = clusters.find(a);
        int other = clusters.find(b);
        if (one == other || !clusters.mayJoin(a, b) || (edge.rule != DecidingRule.NEARLY_THE_SAME && isDigest(a, b))) {
            return;
        }
        int speakerOne = speaker[one];
        int speakerOther = speaker[other];
        long speakers = Comparisons.pair(speakerOne, speakerOther);
        if (speakers == edge.pair || agrees(edge, speakers, one, other)) {
            clusters.join(a, b);
            boolean first = likes[speakerOne] > likes[speakerOther]
                    || (likes[speakerOne] == likes[speakerOther] && speakerOne < speakerOther);
            speaker[clusters.find(a)] = first ? speakerOne : speakerOther;
            fellow[a] = fellow[a] < 0 ? b : fellow[a];
            fellow[b] = fellow[b] < 0 ? a : fellow[b];
        }
    }

    /**
     * Whether a text that holds another is known to hold a second one that has nothing to do with it: the week in review.
     * The beginning and the end of one long article have nothing in common either, but for its headline.
     */
    private boolean isDigest(int whole, int part) {
        int second = fellow[whole];
        if (second < 0 || second == part) {
            return false;
        }
        long parts = Comparisons.pair(second, part);
        DecidingRule rule =
                judge.decide(comparisons.news(Comparisons.first(parts), Comparisons.second(parts)), daysApart(parts));
        return !rule.sameStory() && !comparisons.sameHeadline(whole, part) && !comparisons.sameHeadline(second, part);
    }

    private boolean agrees(Edge edge, long speakers, int one, int other) {
        Likeness likeness = comparisons.news(Comparisons.first(speakers), Comparisons.second(speakers));
        DecidingRule rule = judge.decide(likeness, daysApart(speakers));
        if (rule.sameStory()) {
            return true;
        }
        if (rule.sameForm()) {
            lookAlikes.add(speakers);
            return false;
        }
        boolean single = clusters.size(one) == 1 || clusters.size(other) == 1;
        if (single && edge.rule == DecidingRule.NEARLY_THE_SAME) {
            return true;
        }
        Long earlier = links.putIfAbsent(speakers, edge.pair);
        return earlier != null && earlier != edge.pair;
    }

    /** Pairs of texts of the same form in different stories, in order. */
    long[] lookAlikes() {
        return lookAlikes.stream()
                .mapToLong(Long::longValue)
                .filter(pair -> !clusters.together(Comparisons.first(pair), Comparisons.second(pair)))
                .sorted()
                .toArray();
    }
}
