package org.backfile.story;

import java.util.Comparator;
import java.util.List;

/**
 * Why two articles are, or are not, one story, judged by the two alone; in a whole archive other articles and what is
 * boilerplate there have a say too. Places are numbers of words from 0, the headline's first, as {@link
 * Fingerprint#words} lists them.
 *
 * @param rule the rule that decided
 * @param shareOfA the share of the words of the first article that stand in the second, 0 to 1
 * @param shareOfB the share of the words of the second that stand in the first
 * @param shared runs of words that stand in both, in the order of the first article
 * @param differences names and numbers that stand at the same place and differ, in the order of the first article
 * @param ownNamesA places of names and numbers of the first article that the second never says, each once
 * @param ownNamesB likewise of the second
 * @param daysApart the days between the two dates, or -1 where one is unknown
 */
public record PairExplanation(
        DecidingRule rule,
        double shareOfA,
        double shareOfB,
        List<Run> shared,
        List<Difference> differences,
        List<Integer> ownNamesA,
        List<Integer> ownNamesB,
        int daysApart) {
    public PairExplanation {
        shared = List.copyOf(shared);
        differences = List.copyOf(differences);
        ownNamesA = List.copyOf(ownNamesA);
        ownNamesB = List.copyOf(ownNamesB);
    }

    /** The same, with the articles in the other order. */
    PairExplanation turned() {
        return new PairExplanation(
                rule,
                shareOfB,
                shareOfA,
                shared.stream()
                        .map(run -> new Run(run.fromB, run.fromA, run.length))
                        .sorted(Comparator.comparing(Run::fromA))
                        .toList(),
                differences.stream()
                        .map(difference -> new Difference(difference.atB, difference.atA))
                        .sorted(Comparator.comparing(Difference::atA))
                        .toList(),
                ownNamesB,
                ownNamesA,
                daysApart);
    }

    /**
     * Words that stand in both articles, one after another.
     *
     * @param fromA the place of the first of them in the first article
     * @param fromB in the second
     * @param length how many
     */
    public record Run(int fromA, int fromB, int length) {}

    /** Two different names or numbers at the same place of the text. */
    public record Difference(int atA, int atB) {}
}
