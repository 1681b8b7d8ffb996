package org.backfile.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.backfile.article.ArticleId;
import org.junit.jupiter.api.Test;

class VersionsTest {
    private final MadeNews news = new MadeNews(4);
    private final String original = news.story(300);

    @Test
    void anEditedVersionBelongsToItsStory() {
        assertThat(together(original, news.edited(original, 8))).isTrue();
    }

    @Test
    void aMisreadVersionBelongsToItsStoryAndTheCleanOneLeads() {
        Archive archive =
                new Archive().with("a.txt", "Scan", news.misread(original, 6)).with("b.txt", "Print", original);

        assertThat(Archive.shown(archive.stories())).containsExactly("a.txt b.txt*");
    }

    @Test
    void aShortenedVersionBelongsToItsStoryAndTheFullOneLeads() {
        Archive archive =
                new Archive().with("a.txt", "Short", MadeNews.cut(original, 90)).with("b.txt", "Full", original);

        Stories stories = archive.stories();

        assertThat(Archive.shown(stories)).containsExactly("a.txt b.txt*");
        Stories.Member version = stories.stories().get(0).members().get(0);
        assertThat(version.role()).isEqualTo(Stories.Role.VERSION);
        assertThat(version.ofLead()).isCloseTo(0.98, within(0.03));
        assertThat(version.inLead()).isCloseTo(0.3, within(0.03));
    }

    @Test
    void paragraphsInAnotherOrderAreTheSameStory() {
        assertThat(together(original, String.join("\n", news.shuffledLines(original))))
                .isTrue();
    }

    @Test
    void aDigestThatQuotesLeadsJoinsNoStory() {
        Archive archive = new Archive();
        StringBuilder digest = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            String story = news.story(250);
            archive.with("story" + i + ".txt", "Story " + i, story);
            digest.append(MadeNews.cut(story, 45)).append("\n");
        }
        archive.with("zdigest.txt", "In brief", digest.toString());

        assertThat(archive.stories().stories()).hasSize(7);
    }

    @Test
    void textsOfScriptsWithoutSpacesAreCompared() {
        String text = """
                台風十五号は九日朝、千葉県に上陸し、県内の広い範囲で停電が続いている。
                県によると、午後六時までに四十二万戸が停電し、復旧の見通しは立っていない。
                市役所は体育館を避難所として開き、住民およそ三百人が夜を過ごした。
                """;

        assertThat(together(text, text.replace("広い範囲", "各地").replace("およそ", "約")))
                .isTrue();
        assertThat(together(text, "首相は十日、北京で開かれた会議に出席し、貿易と環境について各国の代表と意見を交わした。"))
                .isFalse();
    }

    @Test
    void versionsWithinTheDateWindowAreOneStoryAndOutsideItTwo() {
        String edited = news.edited(original, 8);

        assertThat(datedTogether(edited, LocalDate.of(2001, 5, 3))).isTrue();
        assertThat(datedTogether(edited, LocalDate.of(2001, 5, 20))).isFalse();
    }

    @Test
    void peopleHaveTheLastWordOnVersionsToo() {
        Archive archive = new Archive().with("a.txt", "One", original).with("b.txt", "Two", news.edited(original, 20));
        Verdicts apart = new Verdicts(
                List.of(), List.of(new Verdicts.Pair(new ArticleId("a.txt", 1), new ArticleId("b.txt", 1))));

        assertThat(archive.stories(Verdicts.NONE).stories()).hasSize(1);
        assertThat(archive.stories(apart).stories()).hasSize(2);
    }

    private boolean datedTogether(String edited, LocalDate date) {
        return new Archive()
                        .with("a.txt", "One", LocalDate.of(2001, 5, 1), original)
                        .with("b.txt", "Two", date, edited)
                        .stories()
                        .stories()
                        .size()
                == 1;
    }

    private static boolean together(String one, String other) {
        return new Archive()
                        .with("a.txt", "One", one)
                        .with("b.txt", "Two", other)
                        .stories()
                        .stories()
                        .size()
                == 1;
    }
}
