package org.backfile.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.backfile.source.Problem;
import org.backfile.source.SourceFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Small texts in, and what is said of them: fields, paragraphs and problems. */
final class WhatTextSaysTest {
    private static final String BODY = """

            The harbour master said that nobody had been hurt, but that the mole was damaged over twenty yards.

            The council will meet on Thursday to talk about the repairs and who is to pay for them.
            """;

    @Test
    void piecesThatDifferInFiguresOnlyBothStay() {
        assertThat(body("""
                        Results of the day

                        Harbour League
                        Millfield beat Oldhaven 3-1 at the Quay Ground before 1,204 people who had paid.
                        Eastport drew with Westport 2-2 at the Mole Ground before 904 people who had paid.

                        Harbour League
                        Millfield beat Oldhaven 2-0 at the Quay Ground before 1,104 people who had paid.
                        Eastport drew with Westport 1-1 at the Mole Ground before 804 people who had paid.
                        """)).contains("3-1", "2-2", "2-0", "1-1");
        assertThat(body("""
                        Fish prices

                        Monday's prices at the market, as the auctioneer read them out to the buyers on the quay that morning.
                        Herring 3.20 a kilo
                        Cod 7.10 a kilo
                        Plaice 5.40 a kilo

                        Tuesday's prices at the market, as the auctioneer read them out to the buyers on the quay that morning.
                        Herring 3.40 a kilo
                        Cod 7.30 a kilo
                        Plaice 5.10 a kilo
                        """)).contains("3.20", "7.10", "3.40", "7.30", "5.10");
    }

    @Test
    void aCopyOfTheBodyWithAFigureMisreadIsARepeat() {
        String text = """
                The harbour was closed on Tuesday after a storm tore 12 boats from their moorings at the quay.
                Nobody was hurt, but the ferry will not run again before Friday, the harbour master said.
                The lower town was flooded, and 31 houses stood in water until the tide went out again.
                """;

        assertThat(body("Storm closes the harbour\n\n" + text + "\n" + text.replace("12", "72")))
                .contains("12 boats")
                .doesNotContain("72 boats");
    }

    @Test
    void aParagraphBrokenByWidthGoesOnAfterACommaWhereTheNextLineBeginsSmall() {
        assertThat(read("""
                        Storm closes harbour

                        The harbour was closed on Tuesday after a storm tore boats from
                        their moorings and flooded the lower town, officials said. The
                        ferry will not run again before Friday, said the harbour master,
                        Mr. Bo Marsh,
                        who had been up all night with his men to hold the boats fast at
                        the quay. He said that the mole had been damaged over a length of
                        twenty yards.

                        Nobody was hurt, but the houses at the quay stood in water until
                        the tide went out again, and the people there had to be fed in
                        the school.
                        """).body())
                .hasSize(2)
                .first()
                .matches(paragraph -> paragraph.text().contains("Mr. Bo Marsh, who had been up"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tower leaks         | Photo by Ann Lee",
                "Fair opens          | Story and photos by Ann Lee",
                "Mill burns          | Click to enlarge",
                "Mill burns          | http://www.ledger.example/mill",
                "Fair opens          | Copyright 1999 Valley Ledger",
                "Fair opens          | Printed from www.ledger.example on 10/14/2008",
            })
    void aShortHeadlineStandsOverLinesThatAreNone(String headline, String below) {
        Fields fields = read(headline + "\n\n" + below + "\n" + BODY).fields();

        assertThat(Fields.value(fields.headline())).isEqualTo(headline);
        assertThat(fields.masthead()).isNull();
        assertThat(body(headline + "\n\n" + below + "\n" + BODY)).contains(below);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5 die in mill fire\n3 May 2011",
                "3 hurt in crash on the coast road\n2 cars leave the road at the same bend\n3 May 2011",
                "Copyright bill passes the Senate after long debate\n3 May 2011",
                "Drawings by Rembrandt stolen from the museum\n3 May 2011",
                "Council opens its web page at www.holm.example\n3 May 2011",
                "First baby of the year born Jan. 1\n3 May 2011",
                "Mort de Jacques Chirac le 26 septembre 2009\n3 May 2011",
            })
    void aHeadlineMayBeginWithAFigureOrSpeakOfRightsPicturesAndDeaths(String head) {
        Fields fields = read("The Oak Islander\n" + head + "\n" + BODY).fields();

        assertThat(Fields.value(fields.headline())).isEqualTo(head.substring(0, head.indexOf('\n')));
        assertThat(Fields.value(fields.date())).hasToString("2011-05-03");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "May 3, 2011 - May 9, 2011",
                "3 mei 2011 - 4 mei 2011",
                "3.5.2011 - 10.15.30",
                "NATO, 3 May 2011",
                "Posted 3 May 2011 - Updated 5 May 2011",
                "d. 3. maj 2011"
            })
    void theFirstDayOfASpanIsTheDateOfTheText(String line) {
        assertThat(Fields.value(read("Elm bridge shut for a week\n" + line + "\n" + BODY)
                        .fields()
                        .date()))
                .hasToString("2011-05-03");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Born March 3, 1916\nDied January 5, 1998",
                "Geboren am 3. März 1916",
                "March 3, 1916 - Jan. 5, 1998",
                "3 mars 1916 – 5 janvier 1998"
            })
    void theDatesOfALifeAreNotThatOfTheText(String life) {
        Fields fields = read("Jane Cole\n" + life + "\n" + BODY).fields();

        assertThat(Fields.value(fields.headline())).isEqualTo("Jane Cole");
        assertThat(fields.date()).isNull();
        assertThat(body("Jane Cole\n" + life + "\n" + BODY)).contains("1916");
    }

    @Test
    void theLinesOfARecipeAreItsOwn() {
        String recipe = "Apple cake\n\n2 cups flour\n1 cup sugar\n3 apples\n1/2 tsp. salt\n" + BODY;

        assertThat(Fields.value(read(recipe).fields().headline())).isEqualTo("Apple cake");
        assertThat(body(recipe)).contains("2 cups flour", "1/2 tsp. salt");
    }

    @Test
    void bylineAndDateBelowAFirstLineOfAnyLengthAreFound() {
        String long1 = "The harbour of Oldhaven was closed after the worst storm in forty years tore "
                + "boats from their moorings and flooded the lower town, ".repeat(5) + "officials said";

        Fields fields = read(long1 + "\n\nBy Ann Lee\n\n3 May 2011\n" + BODY).fields();

        assertThat(Fields.value(fields.byline())).isEqualTo("Ann Lee");
        assertThat(Fields.value(fields.date())).hasToString("2011-05-03");
        assertThat(Fields.value(fields.headline())).isNull();
        assertThat(body(long1 + "\n\nBy Ann Lee\n\n3 May 2011\n" + BODY)).startsWith("The harbour of Oldhaven");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Door Jan Jansen op 3 maart 2014 | Jan Jansen",
                "Von Eva Kern am Dienstag, 3. März 2014 | Eva Kern",
                "By Ann Lee on March 3, 2014 | Ann Lee",
                "Par Luc Petit le 3 mars 2014 | Luc Petit",
                "Por Ana Silva em 3 de março de 2014 | Ana Silva",
                "Av Kari Nordmann den 3. mars 2014 | Kari Nordmann",
                "Di Anna Rossi il 3 marzo 2014 | Anna Rossi",
                "Autor: Jan Novák, 3. března 2014 | Jan Novák",
                "Автор: Анна Петрова 3 марта 2014 | Анна Петрова",
            })
    void aDateMayFollowTheNameOnItsLine(String line, String name) {
        Fields fields =
                read("Storm closes the harbour for days\n" + line + "\n" + BODY).fields();

        assertThat(Fields.value(fields.byline())).isEqualTo(name);
        assertThat(Fields.value(fields.date())).hasToString("2014-03-03");
    }

    @ParameterizedTest
    @ValueSource(strings = {"By Max <b>Lee</b>", "<b>By Max Lee</b>", "By Max Lee <max@lantern.example>"})
    void markupAndAddressesAreNoPartOfAName(String line) {
        Fields fields =
                read("Storm closes harbour\n" + line + "\n3 May 2011\n" + BODY).fields();

        assertThat(Fields.value(fields.byline())).isEqualTo("Max Lee");
    }

    @Test
    void aDateThatNothingDecidesIsAProblemThatSaysWhy() {
        assertThat(problems("Storm closes the harbour\nBy Ann Lee\n3/4/2014\n" + BODY))
                .containsExactly("a.txt:3:1: the date \"3/4/2014\" may have the day or the month first"
                        + " – write it there as 2014-12-30, or set it in overrides.csv");
        assertThat(problems("Storm closes the harbour\n30/4/14\n" + BODY))
                .containsExactly("a.txt:2:1: the date \"30/4/14\" has no century"
                        + " – write it there as 2014-12-30, or set it in overrides.csv");
        assertThat(problems("Storm closes the harbour\n30/4/2014\n" + BODY)).isEmpty();
    }

    @Test
    void aDateAfterTheLatestHasASentenceOfItsOwn() {
        ReadingSettings settings =
                new ReadingSettings(null, new ArticleDate(2010, 12, 31), Map.of(), Map.of(), Map.of());
        FileReading reading = new ArticleReader(settings)
                .read(TextFiles.file("a.txt", "Storm\n\n3 May 2011\n" + BODY), FolderDecisions.NONE);

        assertThat(reading.account().problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "a.txt:3:1: the date 2011-05-03 is after the latest that an article can have, 2010-12-31"
                                + " – set the right date in overrides.csv, or a later \"latest-date\" in backfile.yaml");
    }

    @Test
    void aBareNameUnderTheHeadlineStaysTheBylineWhereAllFilesHaveIt() {
        List<SourceFile> files = new ArrayList<>();
        List<String> topics = List.of("Storm", "Choir", "Fire", "Ball", "Cats", "Dogs", "Ships", "Cod", "Fog", "Rain");
        for (int i = 0; i < topics.size(); i++) {
            String text =
                    "%s at the harbour on Monday\nAnn Lee\n%d May 2011\n\nPeople spoke of nothing but the %s%s, it is said.\n"
                            .formatted(topics.get(i), i + 1, topics.get(i), " and of day".repeat(i) + " in the town");
            files.add(TextFiles.file("news/" + i + ".txt", text));
        }

        assertThat(ExampleReading.of(files))
                .extracting(reading ->
                        Fields.value(reading.articles().get(0).fields().byline()))
                .containsOnly("Ann Lee");
    }

    @ParameterizedTest
    @CsvSource({
        "30.12.2014.txt, 2014-12-30",
        "12.30.2014.txt, 2014-12-30",
        "storm_30-12-2014.txt, 2014-12-30",
        "30-12-2014-storm.txt, 2014-12-30",
        "12-30-2014-storm.txt, 2014-12-30",
        "3.4.2014 storm.txt, 2014-04-03",
        "4-4-2014.txt, 2014-04-04",
        "Dec-1998/storm.txt, 1998-12",
        "December 1998/storm.txt, 1998-12",
        "1998_dec/storm.txt, 1998-12",
        "1998-12/storm.txt, 1998-12",
        "1998/December/storm.txt, 1998-12",
        "3-4-2014.txt,",
        "31-31-2014.txt,",
        "item-1-2-2014567.txt,",
    })
    void namesOfFilesAndFoldersHaveDates(String path, @Nullable String date) {
        Stated<ArticleDate> found = PathDate.of(path, DateOrder.UNKNOWN);

        assertThat(found == null ? null : found.value().iso()).isEqualTo(date);
    }

    @Test
    void whetherTheDayIsFirstInANameTheOtherNamesDecide() {
        List<SourceFile> days = IntStream.of(3, 17, 25)
                .mapToObj(
                        day -> TextFiles.file(day + "-4-2014.txt", "Storm " + day + BODY.replace("twenty", "t" + day)))
                .toList();

        assertThat(dates(days)).containsExactly("2014-04-03", "2014-04-17", "2014-04-25");
        assertThat(dates(days.subList(0, 1))).containsExactly("none");
    }

    private static List<String> dates(List<SourceFile> files) {
        return ExampleReading.of(files).stream()
                .map(reading -> reading.articles().get(0).fields().date())
                .map(date -> date == null ? "none" : date.value().iso())
                .toList();
    }

    private static FileReading file(String text) {
        return ExampleReading.of(List.of(TextFiles.file("a.txt", text))).get(0);
    }

    private static Article read(String text) {
        return file(text).articles().get(0);
    }

    private static String body(String text) {
        return String.join("\n", read(text).body().stream().map(Paragraph::text).toList());
    }

    private static List<String> problems(String text) {
        return file(text).account().problems().stream().map(Problem::toString).toList();
    }
}
