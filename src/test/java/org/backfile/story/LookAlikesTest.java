package org.backfile.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.backfile.article.ArticleId;
import org.junit.jupiter.api.Test;

class LookAlikesTest {
    private static String grant(String town, String dollars) {
        return """
                The senator announced today that the fire department of %1$s will receive %2$s dollars for new hoses and
                breathing equipment. The grant is one of many that the government gives to small towns each year.
                "This money will help the volunteers of %1$s to do their work in safety," the senator said. "They come
                when they are called, by day and by night, and they deserve the best tools that we can give them."
                Applications for the next round must be sent before the end of the year to the office in the capital.
                """.formatted(town, dollars);
    }

    @Test
    void theSameFormWithOtherNamesAndNumbersIsAnotherStoryAndALookAlike() {
        Stories stories = new Archive()
                .with("a.txt", "Grant for fire department", grant("Milbridge", "42,500"))
                .with("b.txt", "Grant for fire department", grant("Oxenholm", "9,800"))
                .stories();

        assertThat(Archive.shown(stories)).containsExactly("a.txt*", "b.txt*");
        assertThat(stories.stories().get(0).lookAlikes()).containsExactly(new ArticleId("b.txt", 1));
        assertThat(stories.stories().get(1).lookAlikes()).containsExactly(new ArticleId("a.txt", 1));
    }

    @Test
    void whoeverIsNamedInsteadOfAnotherMayHaveALongerName() {
        assertThat(PairExplanationTest.rule(
                        grant("Milbridge", "42,500"),
                        grant("Lower Oxenholm and the Parish of Saint Winifred by the Water", "9,800")))
                .isEqualTo(DecidingRule.OTHER_NAMES);
    }

    @Test
    void aFormInWhichAnOldNameWasLeftStandingIsAnotherStory() {
        assertThat(PairExplanationTest.rule(
                        award("Terrel County", "Terrel County", "428,120"),
                        award("Terrel County", "Hamil Volunteers", "213,750")))
                .isEqualTo(DecidingRule.OTHER_NAMES);
    }

    @Test
    void ofAFewWordsADatelineAndAFormAreNotYetAStory() {
        assertThat(PairExplanationTest.rule(
                        "STONEWELL, 6 April 2012 - A calf was lifted out of the ditch by two farmers this morning.",
                        "STONEWELL, 6 April 2012 - A foal was lifted out of the quarry by two masons this noon."))
                .isEqualTo(DecidingRule.TOO_LITTLE_SHARED);
    }

    private static String award(String first, String later, String dollars) {
        return """
                We told the press today that the %s Fire Department will receive %s dollars from the Homeland Safety
                Fund, which Senators Ann Miller, Bob Stone, Carl Winter and Dora Field founded with Governor Eva Brook of
                South Mariland and Mayor Finn Archer of Port Saint Helen.
                "This money fills a need for firefighters in %s," said Miller at the Harold Building in Capital Heights.
                "I thank Governor Brook, Mayor Archer and the Union of Port Workers, whose president Greta Shaw asked for
                it," said Stone. Chairman Hugo Lane of the Public Works Committee praised Winter and Field for their work.
                The %s Fire Department may spend it on pumps, ladders, boats and radios until the end of next year.
                """.formatted(first, dollars, later, later);
    }

    @Test
    void anEditedPrintOfOneOfThemFindsItsStory() {
        Stories stories = new Archive()
                .with("a.txt", "Grant", grant("Milbridge", "42,500"))
                .with("b.txt", "Grant", grant("Oxenholm", "9,800"))
                .with("c.txt", "Grant", grant("Oxenholm", "9,800").replace("new hoses", "hoses"))
                .stories();

        assertThat(Archive.shown(stories)).containsExactly("a.txt*", "b.txt* c.txt");
    }

    @Test
    void aTableWithOtherNumbersIsAnotherStory() {
        assertThat(PairExplanationTest.rule(rainfall(1), rainfall(2)))
                .isIn(DecidingRule.OTHER_NUMBERS, DecidingRule.OTHER_NAMES_AND_NUMBERS);
    }

    private static String rainfall(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder("the rainfall of the week in millimetres was as follows.\n");
        for (String gauge : List.of("harbour", "station", "upper mill", "lighthouse", "old quarry", "school")) {
            text.append("the gauge at the ")
                    .append(gauge)
                    .append(" showed ")
                    .append(random.nextInt(10, 99))
                    .append("\n");
        }
        return text.toString();
    }

    @Test
    void aStatementBroughtUpToDateIsAnotherStoryWhereNoDateSaysOtherwise() {
        String may = """
                the board decided today to keep the price of water unchanged for the coming quarter.
                the reservoirs are nearly full after a wet spring and demand has been growing slowly in recent months.
                the board expects that supply will be sufficient over the summer, and sees the risks as balanced.
                it will watch the weather closely and stands ready to act if the balance of risks should change.
                """;
        String august = """
                the board decided today to raise by a tenth the price of water for the coming quarter.
                the reservoirs have fallen sharply since the middle of june and demand has been growing slowly in recent months.
                the board expects that some towns will have to be served by lorry, and sees the risks as balanced.
                it will watch the weather closely and stands ready to act if the balance of risks should change.
                """;

        assertThat(PairExplanationTest.rule(may, august)).isEqualTo(DecidingRule.OTHER_WORDS);
    }

    @Test
    void whatStandsInManyStoriesIsNotTakenForNews() {
        MadeNews news = new MadeNews(9);
        String notice = news.story(120);
        Archive archive = new Archive();
        for (int i = 0; i < 30; i++) {
            archive.with("n%02d.txt".formatted(i), "Story " + i, news.story(60) + "\n" + notice);
        }

        assertThat(archive.stories().stories()).hasSize(30);
    }

    @Test
    void boilerplateAroundAShortenedVersionDoesNotHideItsStory() {
        MadeNews news = new MadeNews(10);
        String notice = news.story(150);
        Archive archive = new Archive();
        for (int i = 0; i < 20; i++) {
            archive.with("n%02d.txt".formatted(i), "Story " + i, news.story(200) + "\n" + notice);
        }
        String original = news.story(200);
        archive.with("full.txt", "Full", original);
        archive.with("page.txt", "Page", MadeNews.cut(original, 85) + "\n" + notice);

        assertThat(Archive.shown(archive.stories())).contains("full.txt* page.txt");
    }

    @Test
    void aFormIsToldApartByTheNamesThatItsBodyBeginsWith() {
        String form = """
                %s, %s, of %s, pleaded guilty to driving without due care and was fined %s pounds with costs of 12 pounds.
                The chairman said the court took into account an early plea and a clean record. The licence was endorsed with 12 points.
                """;

        Stories stories = new Archive()
                .with("a.txt", "", form.formatted("Ida Dunmore", "87", "Wick", "46"))
                .with("b.txt", "", form.formatted("Tessa Sorley", "67", "Fenwick", "35"))
                .stories();

        assertThat(Archive.shown(stories)).containsExactly("a.txt*", "b.txt*");
    }

    @Test
    void aDigestOfTwoWholeStoriesMakesThemNotOne() {
        MadeNews news = new MadeNews(11);
        String ferry = news.story(150);
        String mill = news.story(140);
        Archive archive = new Archive().with("digest.txt", "The week", ferry + "\n" + mill);
        for (int i = 0; i < 4; i++) {
            archive.with("ferry%d.txt".formatted(i), "Ferry aground", news.edited(ferry, 40));
            archive.with("mill%d.txt".formatted(i), "Mill burns", news.edited(mill, 40));
        }

        assertThat(archive.stories().stories())
                .noneMatch(story -> story.members().toString().contains("ferry")
                        && story.members().toString().contains("mill"));
    }

    @Test
    void theBeginningAndTheEndOfOneArticleMeetByItsHeadline() {
        MadeNews news = new MadeNews(12);
        String begin = news.story(150);
        String end = news.story(150);
        Archive archive = new Archive()
                .with("begin.txt", "Ferry runs aground off Wick", begin)
                .with("end.txt", "Ferry runs aground off Wick", end)
                .with("whole.txt", "Ferry runs aground off Wick", begin + "\n" + end);

        assertThat(Archive.shown(archive.stories())).containsExactly("begin.txt end.txt whole.txt*");
    }
}
