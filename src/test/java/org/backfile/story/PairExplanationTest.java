package org.backfile.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.backfile.article.Article;
import org.backfile.article.ArticleCard;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PairExplanationTest {
    private static final String REPORT = """
            The ferry Aurora ran aground off Holm on Tuesday with 40 passengers, said harbour master Ellen Brandt.
            Nobody was hurt, and the boat was towed in before midnight by two tugs that had come from the mainland.
            """;

    static DecidingRule rule(String one, String other) {
        return explain(one, null, other, null).rule();
    }

    private static PairExplanation explain(
            String one, @Nullable LocalDate oneDate, String other, @Nullable LocalDate otherDate) {
        Article a = Archive.article("a.txt", "One", oneDate, one);
        Article b = Archive.article("b.txt", "One", otherDate, other);
        return new StoryGrouper(StorySettings.DEFAULTS)
                .explain(ArticleCard.of(a), Fingerprint.of(a), ArticleCard.of(b), Fingerprint.of(b));
    }

    @Test
    void namesAndNumbersThatDifferAreShownByTheirPlaces() {
        String other = REPORT.replace("Aurora", "Borealis").replace("40", "55").replace("Holm", "Skerry");
        PairExplanation explanation = explain(REPORT, null, other, null);
        List<String> words = Fingerprint.words(Archive.article("a.txt", "One", null, REPORT));

        assertThat(explanation.rule().sameStory()).isFalse();
        assertThat(explanation.differences().stream()
                        .map(d -> words.get(d.atA()))
                        .toList())
                .containsExactly("Aurora", "Holm", "40");
        assertThat(explanation.ownNamesA().stream().map(words::get).toList()).containsExactly("Aurora", "Holm", "40");
        assertThat(explanation.shared().get(0)).isEqualTo(new PairExplanation.Run(0, 0, 3));
    }

    @Test
    void whichArticleComesFirstDoesNotMatter() {
        MadeNews news = new MadeNews(6);
        for (int i = 0; i < 40; i++) {
            String one = news.story(40 + news.upTo(200));
            String other = MadeNews.cut(news.edited(one, 2 + news.upTo(10)), 20 + news.upTo(200));
            PairExplanation ab = explain(one, null, other, null);
            PairExplanation ba = explain(other, null, one, null);

            assertThat(ba.turned()).isEqualTo(ab);
        }
    }

    @Test
    void theSameWordsDecideBeforeEverythingElse() {
        assertThat(explain(REPORT, LocalDate.of(1990, 1, 1), REPORT, LocalDate.of(1999, 1, 1)))
                .satisfies(e -> assertThat(e.rule()).isEqualTo(DecidingRule.SAME_WORDS))
                .satisfies(e -> assertThat(e.daysApart()).isEqualTo(3287));
    }

    @Test
    void aPartOfALongTextIsTooSmallAPart() {
        MadeNews news = new MadeNews(7);
        String story = news.story(400);

        assertThat(rule(story, MadeNews.cut(story, 50))).isEqualTo(DecidingRule.TOO_SMALL_A_PART);
        assertThat(rule(story, MadeNews.cut(story, 150))).isEqualTo(DecidingRule.ONE_HOLDS_THE_OTHER);
        assertThat(rule(story, news.story(400))).isEqualTo(DecidingRule.TOO_LITTLE_SHARED);
    }

    @ParameterizedTest
    @EnumSource(DecidingRule.class)
    void noRuleSaysBothSameStoryAndOtherNewsOfTheSameForm(DecidingRule rule) {
        assertThat(rule.sameStory() && rule.sameForm()).isFalse();
        assertThat(rule.id()).matches("[a-z-]+");
    }
}
