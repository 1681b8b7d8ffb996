package org.backfile.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.backfile.article.Paragraph;
import org.backfile.article.Words;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class DiffHtmlTest {
    private static final DiffHtml DIFF = new DiffHtml(MessagesTest.messages("en"));

    private static List<Paragraph> body(String... paragraphs) {
        return Arrays.stream(paragraphs)
                .map(p -> new Paragraph(Paragraph.Kind.TEXT, p, 1, 1))
                .toList();
    }

    /** The difference with marks as {+added+} and {-removed-}, folds as [n]. */
    private static String marked(Difference difference) {
        Document page = Jsoup.parseBodyFragment(difference.html().value());
        page.select(".visually-hidden").remove();
        page.select("summary").forEach(s -> s.text("[" + s.text().replaceAll("\\D", "") + "]"));
        page.select("ins").forEach(e -> e.prependText("{+").appendText("+}"));
        page.select("del").forEach(e -> e.prependText("{-").appendText("-}"));
        return page.select("p, summary").eachText().stream().collect(Collectors.joining(" / "));
    }

    private static String words(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
    }

    @Test
    void changedWordsAreMarkedInTheVersionsText() {
        Difference difference = DIFF.compare(
                body("The storm closed the harbour on Monday.", "Nobody was hurt."),
                body("The gale closed the harbour on Monday.", "Two people were hurt."));
        assertThat(marked(difference))
                .isEqualTo(
                        "The {-storm-} {+gale+} closed the harbour on Monday. / {-Nobody was-} {+Two people were+} hurt.");
        assertThat(difference.added()).isEqualTo(4);
        assertThat(difference.removed()).isEqualTo(3);
        assertThat(difference.unchanged()).isEqualTo(7);
        assertThat(difference.sameWords()).isFalse();
    }

    @Test
    void marksHaveWordsForThoseWhoDoNotSeeThem() {
        assertThat(DIFF.compare(body("old pier"), body("new pier")).html().value())
                .isEqualTo(
                        "<p><del><span class=\"visually-hidden\">[removed </span>old<span class=\"visually-hidden\"> end]</span></del>"
                                + " <ins><span class=\"visually-hidden\">[added </span>new<span class=\"visually-hidden\"> end]</span></ins>"
                                + " pier</p>\n");
    }

    @Test
    void aWordSharedByChanceDoesNotSplitAChange() {
        assertThat(marked(DIFF.compare(body("He spoke of ships and left."), body("She wrote of trains and left."))))
                .isEqualTo("{-He spoke of ships-} {+She wrote of trains+} and left.");
    }

    @Test
    void otherQuotationMarksAndParagraphsAreTheSameWords() {
        Difference difference = DIFF.compare(
                body("“It’s over” – she said.", "Then she left."), body("\"It's over\" - she said. Then she left."));
        assertThat(difference.sameWords()).isTrue();
        assertThat(marked(difference)).isEqualTo("\"It's over\" - she said. {-¶-} Then she left.");
    }

    @Test
    void aParagraphThatOnlyTheVersionHasIsAParagraph() {
        assertThat(marked(DIFF.compare(body("One fine day.", "Two."), body("One fine day.", "An extra one.", "Two."))))
                .isEqualTo("One fine day. / {+An extra one.+} / Two.");
    }

    @Test
    void longUnchangedRunsAreFoldedButForTheWordsAround() {
        String html = marked(DIFF.compare(
                body(words(0, 100) + " old " + words(100, 300) + " old " + words(300, 390)),
                body(words(0, 100) + " new " + words(100, 300) + " new " + words(300, 390))));
        assertThat(html)
                .isEqualTo(
                        "[75] / " + words(0, 75) + " / …" + " " + words(75, 100) + " {-old-} {+new+} " + words(100, 125)
                                + " … / [150] / " + words(125, 275) + " / … " + words(275, 300) + " {-old-} {+new+} "
                                + words(300, 325) + " … / [65] / " + words(325, 390));
    }

    @Test
    void aFoldBeginsAndEndsWithAParagraphWhereOneIsNear() {
        String html = marked(DIFF.compare(
                body("old " + words(0, 15), words(20, 140), words(200, 215) + " old"),
                body("new " + words(0, 15), words(20, 140), words(200, 215) + " new")));
        assertThat(html)
                .isEqualTo("{-old-} {+new+} " + words(0, 15) + " / [120] / " + words(20, 140) + " / " + words(200, 215)
                        + " {-old-} {+new+}");
    }

    @Test
    void scriptsWithoutSpacesAreComparedByCharacter() {
        assertThat(marked(DIFF.compare(body("台風で港が閉鎖された。"), body("台風で駅が閉鎖された。"))))
                .isEqualTo("台風で{-港-}{+駅+}が閉鎖された。");
    }

    @Test
    void linesOfVerseAndMarkdownParagraphsAreParagraphs() {
        List<Paragraph> verse = List.of(
                new Paragraph(Paragraph.Kind.VERSE, "The sea\nthe sea", 1, 2),
                new Paragraph(Paragraph.Kind.IMAGE, "img/sea.jpg", 3, 3),
                new Paragraph(Paragraph.Kind.MARKDOWN, "one\ntwo\n\nthree", 4, 7));
        assertThat(marked(DIFF.compare(verse, verse))).isEqualTo("The sea / the sea / one two / three");
    }

    @Test
    void hostileTextIsEscaped() {
        String html = DIFF.compare(body("safe"), body("<script>alert(1)</script>\u0000 & \"x\""))
                .html()
                .value();
        assertThat(Jsoup.parseBodyFragment(html).select("script")).isEmpty();
        assertThat(html).contains("&lt;script&gt;", "\uFFFD", "&amp;");
    }

    @Test
    void emptyTextsHaveNoDifference() {
        assertThat(DIFF.compare(body(), body())).isEqualTo(new Difference(Html.NONE, 0, 0, 0, false));
        assertThat(marked(DIFF.compare(body("gone"), body()))).isEqualTo("{-gone ¶-}");
    }

    @Test
    void everyWordOfBothTextsIsShownInOrder() {
        Random random = new Random(5);
        for (int round = 0; round < 80; round++) {
            int vocabulary = 1 + random.nextInt(200);
            List<String> lead = randomWords(random, vocabulary, random.nextInt(1500));
            List<String> version =
                    round % 2 == 0 ? edited(random, lead) : randomWords(random, vocabulary, random.nextInt(1500));
            Difference difference = DIFF.compare(body(String.join(" ", lead)), body(String.join(" ", version)));
            assertThat(without(difference, "del")).isEqualTo(version);
            assertThat(without(difference, "ins")).isEqualTo(lead);
            assertThat(difference.added() + difference.unchanged()).isEqualTo(version.size());
            assertThat(difference.removed() + difference.unchanged()).isEqualTo(lead.size());
        }
    }

    private static List<String> randomWords(Random random, int vocabulary, int count) {
        return random.ints(count, 0, vocabulary).mapToObj(i -> "w" + i).toList();
    }

    private static List<String> edited(Random random, List<String> words) {
        List<String> edited = new ArrayList<>();
        for (String word : words) {
            int dice = random.nextInt(30);
            if (dice == 0) {
                edited.add("new" + random.nextInt(5));
            }
            if (dice != 1) {
                edited.add(word);
            }
        }
        return edited;
    }

    private static List<String> without(Difference difference, String mark) {
        Document page = Jsoup.parseBodyFragment(difference.html().value());
        page.select(".visually-hidden, summary, " + mark).remove();
        List<String> words = new ArrayList<>();
        Words.forEach(page.text(), words::add);
        return words;
    }

    @Test
    void longUnrelatedOrMonotonousTextsEnd() {
        Random random = new Random(3);
        String one = String.join(" ", randomWords(random, 2_000, 40_000));
        String other = String.join(" ", randomWords(random, 2_000, 40_000));
        assertThat(DIFF.compare(body(one), body(other)).cut()).isFalse();
        assertThat(DIFF.compare(body("a ".repeat(40_000)), body("a b ".repeat(20_000)))
                        .unchanged())
                .isNotNegative();
        assertThat(DIFF.compare(body("a b c ".repeat(10_000)), body("c b a ".repeat(10_000)))
                        .unchanged())
                .isNotNegative();
    }

    @Test
    void aTextBeyondTheLimitIsShownButNotCompared() {
        String version = words(0, 50_010);
        Difference difference = DIFF.compare(body("other"), body(version));
        assertThat(difference.cut()).isTrue();
        assertThat(difference.added()).isEqualTo(50_000);
        assertThat(difference.html().value()).contains("<p class=\"notice\">The texts are too long");
        assertThat(without(difference, "del, .notice")).hasSize(50_010);
        assertThat(DIFF.compare(body(words(0, 100_010)), body("w0 w1")).cut()).isTrue();
    }
}
