package org.backfile.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.backfile.article.ArticleCard;
import org.backfile.article.ArticleId;
import org.junit.jupiter.api.Test;

class ExactCopiesTest {
    private static final String FERRY = """
            The ferry to Holm ran aground off the north pier on Tuesday evening with forty passengers aboard.
            Nobody was hurt, said the harbour master, and the boat was towed in before midnight.
            """;
    private static final String QUARRY = """
            Work at the old quarry ended this week after ninety years, and the last eleven men went home.
            The owners plan a lake for bathers where the granite was cut.
            """;

    @Test
    void sameWordsAreOneStoryWhateverTheirCasePunctuationAndHeadline() {
        Archive archive = new Archive()
                .with("a.txt", "Ferry aground", FERRY)
                .with(
                        "b.txt",
                        "FERRY RUNS AGROUND",
                        FERRY.toUpperCase(java.util.Locale.ROOT).replace(",", " -"))
                .with("c.txt", "Quarry closes", QUARRY);

        assertThat(Archive.shown(archive.stories())).containsExactly("a.txt* b.txt", "c.txt*");
        assertThat(archive.stories().stories().get(0).members().get(1).role()).isEqualTo(Stories.Role.COPY);
    }

    @Test
    void sameWordsAreOneStoryWhateverTheDate() {
        Archive archive = new Archive()
                .with("a.txt", "Ferry aground", LocalDate.of(1990, 3, 1), FERRY)
                .with("b.txt", "Ferry aground", LocalDate.of(1989, 3, 1), FERRY);

        assertThat(Archive.shown(archive.stories())).containsExactly("a.txt b.txt*");
    }

    @Test
    void ofTwoCopiesTheDatedOneLeads() {
        Archive archive = new Archive()
                .with("a.txt", "Ferry aground", FERRY)
                .with("b.txt", "Ferry aground", LocalDate.of(1990, 3, 1), FERRY);

        assertThat(Archive.shown(archive.stories())).containsExactly("a.txt b.txt*");
    }

    @Test
    void aBodyOfAFewWordsIsOneStoryOnlyUnderOneHeadline() {
        Archive archive = new Archive()
                .with("a.txt", "Ferry aground", "See page four.")
                .with("b.txt", "Quarry closes", "See page four.")
                .with("c.txt", "Quarry closes", "See page four.");

        assertThat(Archive.shown(archive.stories())).containsExactly("a.txt*", "b.txt* c.txt");
    }

    @Test
    void copiesThatSomebodyToldApartStayApart() {
        Archive archive = new Archive()
                .with("a.txt", "Ferry aground", FERRY)
                .with("b.txt", "Ferry aground", FERRY)
                .with("c.txt", "Ferry aground", FERRY);
        Verdicts apart = new Verdicts(
                List.of(), List.of(new Verdicts.Pair(new ArticleId("c.txt", 1), new ArticleId("a.txt", 1))));

        assertThat(Archive.shown(archive.stories(apart))).containsExactly("a.txt* b.txt", "c.txt*");
    }

    @Test
    void articlesThatSomebodyPutTogetherAreOneStory() {
        Archive archive = new Archive().with("a.txt", "Ferry aground", FERRY).with("c.txt", "Quarry closes", QUARRY);
        Verdicts together = new Verdicts(
                List.of(new Verdicts.Pair(new ArticleId("c.txt", 1), new ArticleId("a.txt", 1))), List.of());

        assertThat(Archive.shown(archive.stories(together))).containsExactly("a.txt* c.txt");
    }

    @Test
    void cardsOutOfOrderAreRefused() {
        List<ArticleCard> cards = List.of(
                ArticleCard.of(Archive.article("b.txt", "Ferry aground", null, FERRY)),
                ArticleCard.of(Archive.article("a.txt", "Ferry aground", null, FERRY)));

        assertThatThrownBy(() -> new StoryGrouper(StorySettings.DEFAULTS)
                        .group(cards, i -> Fingerprint.of(Archive.article("a.txt", "x", null, FERRY)), Verdicts.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a.txt stands after b.txt");
    }
}
