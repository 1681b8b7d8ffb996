package org.backfile.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.backfile.article.ArticleCard;
import org.backfile.article.ArticleDate;
import org.backfile.article.ArticleId;

/** Turns sets of texts into stories: chooses leads, gives roles and likenesses. */
final class StoryBuilder {
    private final List<ArticleCard> cards;

    StoryBuilder(List<ArticleCard> cards) {
        this.cards = cards;
    }

    static Stories stories(List<ArticleCard> cards, DistinctTexts texts, Clusters clusters) {
        List<List<Integer>> groups = new ArrayList<>();
        int[] groupOf = new int[texts.count()];
        for (int card = 0; card < cards.size(); card++) {
            int root = clusters.find(texts.textOf(card));
            if (groupOf[root] == 0) {
                groups.add(new ArrayList<>());
                groupOf[root] = groups.size();
            }
            groups.get(groupOf[root] - 1).add(card);
        }
        StoryBuilder builder = new StoryBuilder(cards);
        return new Stories(groups.stream().map(builder::story).toList());
    }

    private Stories.Story story(List<Integer> group) {
        int lead = group.stream().min(byMerit()).orElseThrow();
        List<Stories.Member> members = group.stream()
                .map(card -> new Stories.Member(
                        cards.get(card).id(),
                        card == lead
                                ? Stories.Role.LEAD
                                : cards.get(card)
                                                .bodySha1()
                                                .equals(cards.get(lead).bodySha1())
                                        ? Stories.Role.COPY
                                        : Stories.Role.VERSION,
                        1,
                        1))
                .toList();
        return new Stories.Story(members, List.<ArticleId>of());
    }

    private Comparator<Integer> byMerit() {
        Comparator<Integer> fullest =
                Comparator.comparing(card -> -cards.get(card).words());
        Comparator<ArticleDate> oldest = Comparator.nullsLast(Comparator.naturalOrder());
        return fullest.thenComparing(card -> cards.get(card).date(), oldest).thenComparing(Comparator.naturalOrder());
    }
}
