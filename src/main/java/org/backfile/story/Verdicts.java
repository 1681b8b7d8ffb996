package org.backfile.story;

import java.util.List;
import org.backfile.article.ArticleId;

/**
 * What people said about pairs of articles; it counts more than what the texts say. Where the two lists contradict each
 * other, {@code different} holds. Articles that are not in the archive are passed over.
 *
 * @param same pairs that are one story
 * @param different pairs that never are, exact copies among them
 */
public record Verdicts(List<Pair> same, List<Pair> different) {
    /** Nobody said anything. */
    public static final Verdicts NONE = new Verdicts(List.of(), List.of());

    public Verdicts {
        same = List.copyOf(same);
        different = List.copyOf(different);
    }

    /** Two articles, in any order. */
    public record Pair(ArticleId one, ArticleId other) {}
}
