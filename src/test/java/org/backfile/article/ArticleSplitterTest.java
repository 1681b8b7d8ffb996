package org.backfile.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.backfile.source.Lines;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleSplitterTest {
    private static final String TEXT =
            "The ferry company and the lighthouse keepers have signed an agreement on which lamp to show in fog.\n";

    private static final String NEXIS = """
                                           1 of 2 DOCUMENTS

                                          The Oldhaven Lantern

                                       March 3, 2014 Monday
                                           Late Edition

            Storm closes the harbour for a third day

            BYLINE: By ADA QUILL

            SECTION: Local; Pg. 1

            LENGTH: 30 words

            DATELINE: OLDHAVEN

            BODY:

               The ferry stayed in port on Sunday, and so did the pilots.

               WIND: it blew at 11, the keeper said.

            LOAD-DATE: March 4, 2014

            LANGUAGE: ENGLISH

                           Copyright 2014 The Oldhaven Lantern
                                     All Rights Reserved


                                           2 of 2 DOCUMENTS

                                          The Oldhaven Lantern

                                       March 5, 2014 Wednesday

            Harbour opens again

            LENGTH: 12 words

            BODY:

               The first ferry left at dawn.
            """;

    private static final String FACTIVA = """
            HD Storm closes harbour
            for a third day
            BY By Ada Quill
            WC 30 words
            PD 3 March 2014
            SN The Oldhaven Lantern
            LA English
            LP
            The ferry stayed in port on Sunday.
            TD
            So did the pilots, who play cards.
            Document LANT000020140303ea3300001

            HD Harbour opens
            PD 5 March 2014
            LP
            The first ferry left at dawn.
            Document LANT000020140305ea3300002
            """;

    @Test
    void nexisDocumentsAreArticles() {
        assertThat(split(NEXIS)).isEqualTo("1-31 export, 32-44 export");
    }

    @Test
    void theHeadOfANexisDocumentIsItsLabelsAndCentredLines() {
        assertThat(head(NEXIS, 1, 31)).isEqualTo("""
                        section=Local @12:10-14
                        byline=ADA QUILL @10:9-20
                        place=OLDHAVEN @16:11-18
                        date=2014-03-03 @5:28-47
                        publication=The Oldhaven Lantern @3:31-50
                        language=en @26:11-17
                        front-matter ? front-matter ? front-matter front-matter ? ? ? front-matter ? front-matter ?\
                         front-matter ? front-matter ? front-matter ? ? ? ? ? front-matter ? front-matter ?\
                         front-matter front-matter ? ?\s
                        """);
    }

    @Test
    void factivaDocumentsAreArticles() {
        assertThat(split(FACTIVA)).isEqualTo("1-12 export, 13-18 export");
        assertThat(head(FACTIVA, 1, 12)).isEqualTo("""
                        headline=Storm closes harbour for a third day @1:4-2:15
                        byline=Ada Quill @3:4-15
                        date=2014-03-03 @5:4-15
                        publication=The Oldhaven Lantern @6:4-23
                        language=en @7:4-10
                        front-matter front-matter front-matter front-matter front-matter front-matter front-matter\
                         front-matter ? front-matter ? front-matter\s
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"  ", "\t"})
    void factivasLabelsMayHaveTheirValuesOnTheirLines(String gap) {
        String file = """
                HD~Storm closes harbour
                BY~By Ada Quill
                WC~345 words
                PD~30 December 2014
                SN~The Lantern
                LP~The storm came at night and took the roof of the school.
                TD~Nobody slept.
                AN~Document LANT000020141230eacu00001
                HD~Bridge to open
                WC~120 words
                PD~31 December 2014
                LP~The bridge will be open in spring.
                Document LANT000020141231eacv00002
                """.replace("~", gap);

        assertThat(split(file)).isEqualTo("1-8 export, 9-13 export");
        assertThat(head(file, 1, 8))
                .startsWith("headline=Storm closes harbour")
                .contains("byline=Ada Quill", "date=2014-12-30", "publication=The Lantern")
                .contains("front-matter front-matter front-matter front-matter front-matter ? ? front-matter");
        assertThat(texts(file))
                .containsExactly(
                        "The storm came at night and took the roof of the school.",
                        "Nobody slept.",
                        "The bridge will be open in spring.");
    }

    @Test
    void factivasDocumentsMayHaveNoLabels() {
        String file = """
                Storm closes harbour

                By Ada Quill
                345 words
                30 December 2014
                The Lantern
                LANT
                English
                (c) 2014 The Lantern

                The storm came at night and took the roof of the school.

                Document LANT000020141230eacu00001

                Bridge to open

                120 words
                31 December 2014
                The Lantern
                English

                The bridge will be open in spring.

                Document LANT000020141231eacv00002

                Search Summary
                Text storm
                """;

        assertThat(split(file)).isEqualTo("1-13 export, 14-24 export, 25-27 separator");
        assertThat(head(file, 1, 13)).startsWith("date=2014-12-30").contains("publication=The Lantern", "language=en");
        assertThat(texts(file))
                .containsExactly(
                        "The storm came at night and took the roof of the school.",
                        "The bridge will be open in spring.");
    }

    @Test
    void theLastDocumentOfAFactivaExportMayBeCutOff() {
        String complete = """
                HD  Choir sings again
                WC  40 words
                PD  30 December 2014
                SN  The Lantern
                LA  English
                LP  The choir sang for the first time in a year.
                AN  Document LANT000020141230eacu00001

                """;
        String cutOff = """
                HD  Choir in the truncated last one
                WC  41 words
                PD  31 December 2014
                SN  The Lantern
                LA  English
                LP  The choir sang,
                 and the roof was paid for.
                """;

        assertThat(split(complete + cutOff)).isEqualTo("1-7 export, 8-15 export");
        assertThat(head(complete + cutOff, 8, 15))
                .startsWith("headline=Choir in the truncated last one")
                .contains("date=2014-12-31", "publication=The Lantern", "language=en");
        assertThat(String.join(" ", texts(complete + cutOff)))
                .isEqualTo("The choir sang for the first time in a year. The choir sang, and the roof was paid for.");
        assertThat(split(complete + cutOff.substring(0, cutOff.indexOf("LP"))))
                .as("cut off above its text")
                .isEqualTo("1-7 export, 8-13 export");
        assertThat(split(complete + "Search Summary\nText choir\nDate All Dates\n"))
                .isEqualTo("1-7 export, 8-11 separator");
    }

    @Test
    void theLastDocumentWithoutLabelsMayBeCutOff() {
        String file = """
                Choir sings again

                40 words
                30 December 2014
                The Lantern
                English

                The choir sang for the first time in a year.

                Document LANT000020141230eacu00001

                Roof is paid for

                41 words
                31 December 2014
                The Lantern
                English

                The roof was paid for,
                """;

        assertThat(split(file)).isEqualTo("1-10 export, 11-19 export");
        assertThat(head(file, 11, 19)).startsWith("date=2014-12-31").contains("publication=The Lantern");
        assertThat(texts(file))
                .containsExactly("The choir sang for the first time in a year.", "The roof was paid for,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"  ", "    ", "\t"})
    void factivasCodesMayBeIndented(String margin) {
        String file = """
                HD  Keeper leaves the light
                BY  By Ada Quill
                PD  30 December 2014
                SN  The Lantern
                LP  The keeper went down the stairs for the last time.
                TD  Nobody will follow him.
                AN  Document LANT000020141230eacu00001

                HD  Light goes out
                PD  31 December 2014
                LP  The lamp was put out at noon.
                AN  Document LANT000020141231eacv00002
                """.replaceAll("(?m)^(?=.)", margin);

        assertThat(split(file)).isEqualTo("1-7 export, 8-12 export");
        assertThat(head(file, 1, 7))
                .startsWith("headline=Keeper leaves the light @1:" + (margin.length() + 5))
                .contains("byline=Ada Quill", "date=2014-12-30", "publication=The Lantern");
        assertThat(texts(file))
                .containsExactly(
                        "The keeper went down the stairs for the last time.",
                        "Nobody will follow him.",
                        "The lamp was put out at noon.");
    }

    @Test
    void aNameAboveTheNumberOfWordsIsTheByline() {
        String file = """
                Choir sings again

                Moira Tulloch
                40 words
                30 December 2014
                The Lantern
                English

                The choir sang for the first time in a year.

                Document LANT000020141230eacu00001
                """;

        assertThat(head(file, 1, 11)).startsWith("byline=Moira Tulloch @3:1-13").contains("date=2014-12-30");
        assertThat(headlines(file)).containsExactly("Choir sings again");
        assertThat(texts(file)).containsExactly("The choir sang for the first time in a year.");
        assertThat(head(file.replaceFirst("Choir sings again\n\n", ""), 1, 9))
                .as("a headline of two words")
                .doesNotContain("byline");
    }

    @Test
    void theDayThatNexisLoadedAnArticleCountsOnlyWhereNoOtherIsPrinted() {
        String file = """
                1 of 1 DOCUMENTS

                Drumsand Courier

                March 3, 2009 Tuesday

                Choir sings again in the old chapel

                BYLINE: By MOIRA TULLOCH

                LENGTH: 40 words

                DATELINE: DRUMSAND, March 4

                BODY:

                The choir sang for the first time in a year.

                LOAD-DATE: March 4, 2009
                """;

        assertThat(dates(file)).containsExactly("2009-03-03");
        assertThat(dates(file.replace("March 3, 2009 Tuesday\n\n", ""))).containsExactly("2009-03-04");
        assertThat(headlines(file)).containsExactly("Choir sings again in the old chapel");
        assertThat(texts(file)).containsExactly("The choir sang for the first time in a year.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DRUMSAND",
                "DRUMSAND, March 4",
                "DRUMSAND, 4 March",
                "DRUMSAND March 4, 2009",
                "DRUMSAND, March 4 "
            })
    void thePlaceOfADatelineOfNexisIsWithoutItsDay(String dateline) {
        assertThat(head(NEXIS.replace("DATELINE: OLDHAVEN", "DATELINE: " + dateline), 1, 31))
                .contains("place=DRUMSAND @16:11-18\n");
    }

    @Test
    void aSectionOfNexisIsWithoutItsPage() {
        assertThat(section("NEWS; Pg. 3")).contains("section=NEWS @12:10-13");
        assertThat(section("Section A; Column 3; Foreign Desk; Pg. 1")).contains("section=Foreign Desk @12:31-42");
        assertThat(section("Pg. A12")).doesNotContain("section");
    }

    private static String section(String value) {
        return head(NEXIS.replace("Local; Pg. 1", value), 1, 31);
    }

    private static List<@Nullable String> headlines(String file) {
        return articles(file)
                .map(article -> Fields.value(article.fields().headline()))
                .toList();
    }

    private static List<String> dates(String file) {
        return articles(file)
                .map(article -> String.valueOf(Fields.value(article.fields().date())))
                .toList();
    }

    private static Stream<Article> articles(String file) {
        return ExampleReading.of(List.of(TextFiles.file("a.txt", file))).get(0).articles().stream();
    }

    private static List<String> texts(String file) {
        return articles(file)
                .flatMap(article -> article.body().stream())
                .map(Paragraph::text)
                .toList();
    }

    @Test
    void mailBlocksAreArticles() {
        String mail =
                "From ada@example.org Mon Mar  3 10:00:00 2014\nFrom: Ada\nSubject: Storm\nDate: 3 Mar 2014\n\n" + TEXT
                        + "\nFrom tom@example.org Tue Mar  4\nDate: 4 Mar 2014\nSubject: Calm\n\nFrom here on it was calm.\n";
        assertThat(split(mail)).isEqualTo("1-7 text, 8-12 text");
    }

    @Test
    void formFeedsPartArticlesThatLookAlike() {
        String two = "Storm\nBy Ada Quill\n\n" + TEXT + "\f\nCalm\nBy Tom Brandt\n\n" + TEXT;
        assertThat(split(two)).isEqualTo("1-4 text, 5-5 separator, 6-9 text");
        assertThat(split(two.replace("\f\n", "\f"))).isEqualTo("1-4 text, 5-8 text");
        assertThat(split("Storm\n\n" + TEXT + "\f\nCalm\n\n" + TEXT + "\f\nFog\n\n" + TEXT))
                .isEqualTo("1-3 text, 4-4 separator, 5-7 text, 8-8 separator, 9-11 text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-----", "==========", "* * * * *", "######", "_____", "~~~~~~~"})
    void linesOfSignsPartArticlesWithAHead(String rule) {
        String three = "Storm\n3 March 2014\n" + TEXT + rule + "\n\nCalm\n4 March 2014\n" + TEXT + rule + "\n" + rule
                + "\nFog\n5 March 2014\n" + TEXT;
        assertThat(split(three)).isEqualTo("1-3 text, 4-4 separator, 5-8 text, 9-10 separator, 11-13 text");
    }

    @Test
    void headerBlocksMakeTwoArticlesEnough() {
        assertThat(split("Title: Storm\nDate: 2014-03-03\n\n" + TEXT + "-----\nTitle: Calm\nDate: 2014-03-04\n\n"
                        + TEXT))
                .isEqualTo("1-4 text, 5-5 separator, 6-9 text");
    }

    @Test
    void aSingleArticleWithADividerStaysOne() {
        assertThat(split("Storm\n\n" + TEXT + "-----\n" + TEXT)).isEqualTo("1-5 text");
        assertThat(split("Storm\n\n" + TEXT + "*****\nThe Pilots\n\n" + TEXT + "*****\nThe Keepers\n\n" + TEXT))
                .isEqualTo("1-11 text");
        assertThat(split("Storm\nBy Ada Quill\n\n" + TEXT + "=====\nAda Quill is a pilot.\n"))
                .isEqualTo("1-6 text");
        assertThat(split("Storm\n=====\n\n" + TEXT)).isEqualTo("1-4 text");
        assertThat(split("Storm\n\n" + TEXT + "\fgoes on after the page's end\n" + TEXT))
                .isEqualTo("1-5 text");
        assertThat(split("-----\n-----\n")).isEqualTo("1-2 text");
    }

    @Test
    void anArticleAboutDocumentsIsNoExport() {
        assertThat(split("Storm\n\nBODY: it was found.\n\nLENGTH: two miles.\n"))
                .isEqualTo("1-5 text");
        assertThat(split("Leak\n\n3 of 250 documents\n\nwere read.\n")).isEqualTo("1-5 text");
        assertThat(split("Document A1\nDocument 12345678901234567890\n")).isEqualTo("1-2 text");
    }

    @Test
    void anEmptyFileHasNoParts() {
        assertThat(ArticleSplitter.split(new Lines(""))).isEmpty();
    }

    @Test
    void aMillionShortLinesTakeTimeInProportion() {
        assertThat(split("-----\n".repeat(500_000))).startsWith("1-500000");
        assertThat(split("\f\n".repeat(500_000))).startsWith("1-500000");
        assertThat(split("From x\n".repeat(200_000))).startsWith("1-200000");
        assertThat(split("x".repeat(10_000_000))).isEqualTo("1-1 text");
    }

    private static String split(String text) {
        StringBuilder out = new StringBuilder();
        for (ArticleSplitter.Part part : ArticleSplitter.split(new Lines(text))) {
            out.append(out.length() == 0 ? "" : ", ")
                    .append(part.from())
                    .append('-')
                    .append(part.to());
            out.append(' ').append(part.kind().name().toLowerCase(java.util.Locale.ROOT));
        }
        return out.toString();
    }

    private static String head(String text, int from, int to) {
        return Shown.head(ExportHead.read(new Lines(text), from, to, "a.txt", DateOrder.UNKNOWN));
    }
}
