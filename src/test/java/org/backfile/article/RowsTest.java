package org.backfile.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.backfile.source.Lines;
import org.backfile.source.Problem;
import org.backfile.source.SourceForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowsTest {
    @Test
    void anArticleStandsInEachJsonLine() {
        Read rows = json("""
                {"title": "Storm", "maintext": "One.\\nTwo.", "date_publish": "2014-12-30 10:00:00", "authors": ["Ada Quill", "Tom Brandt"], "source_domain": null}

                {"headline": "Calm", "body": ["One.", "Two."], "byline": "By Ada Quill", "category": ["local", "sea"], "language": "en"}
                """);

        assertThat(shown(rows)).isEqualTo("""
                        1-1 One./Two.
                        headline=Storm @1:11-17
                        byline=Ada Quill, Tom Brandt @1:96-122
                        date=2014-12-30 @1:62-82
                        3-3 One.//Two.
                        headline=Calm @3:14-19
                        section=local @3:86-101
                        byline=Ada Quill @3:58-71
                        language=en @3:116-119
                        """);
    }

    @Test
    void objectsInsideAreLookedIntoAfterTheOuterKeys() {
        Read rows = json("""
                {"meta": {"title": "Inner", "date": "2014-12-30", "deep": {"lang": "fr"}}, "title": "Outer",\
                 "author": {"name": "Ada Quill"}, "publisher": {"name": "The Lantern", "url": "https://example.org"},\
                 "authors": [{"name": "Tom"}, {"x": 1}, [2]], "text": "Body", "n": 5, "empty": []}
                """);

        assertThat(rows.articles().get(0).fields())
                .extracting(
                        f -> f.headline().value(),
                        f -> f.date().value().iso(),
                        f -> f.byline().value())
                .containsExactly("Outer", "2014-12-30", "Tom");
        assertThat(rows.articles().get(0).fields().publication().value()).isEqualTo("The Lantern");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no json", "[1, 2]", "{\"title\": \"x\"", "\"text\"", "{", "{\"a\":[{\"b\":"})
    void aBrokenLineIsToldAndTheOthersAreRead(String broken) {
        Read rows = json("{\"title\":\"One\"}\n" + broken + "\n{\"title\":\"Two\"}\n");

        assertThat(rows.articles()).extracting(Row::fromLine).containsExactly(1, 3);
        assertThat(rows.problems())
                .extracting(Problem::line, Problem::message)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(2, "the line is no JSON object"));
    }

    @Test
    void aRowThatSaysNothingIsTold() {
        assertThat(json("{\"id\": 5}\n").problems())
                .extracting(Problem::message)
                .containsExactly("no headline and no text in the row");
    }

    @Test
    void deepNestingEndsWell() {
        String deep = "{\"a\":".repeat(400) + "1" + "}".repeat(400);
        String tooDeep = "{\"a\":".repeat(100_000);
        assertThat(json("{\"title\":\"x\",\"b\":" + deep + "}\n" + tooDeep).articles())
                .hasSize(1);
    }

    @Test
    void aTableHasAnArticleInEachRow() {
        Read rows = csv("""
                id,Title,Author,Text,Date
                1,"Storm, ""big\""",Ada Quill,"One.
                Two, and more.",2014-12-30

                2,Calm, ,Body,soon
                3,Short
                """);

        assertThat(shown(rows)).isEqualTo("""
                        2-3 One./Two, and more.
                        headline=Storm, "big" @2:3-18
                        byline=Ada Quill @2:20-28
                        date=2014-12-30 @3:17-26
                        5-5 Body
                        headline=Calm @5:3-6
                        6-6\s
                        headline=Short @6:3-7
                        """);
        assertThat(rows.articles().get(1).problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "rows.csv:5:15: the date \"soon\" is not understood (column \"Date\") – write it there as"
                                + " 2014-12-30, or set it in overrides.csv");
    }

    @ParameterizedTest
    @CsvSource({"';'", "'\t'", "'|'"})
    void valuesMayBePartedByOtherSigns(String sign) {
        Read rows = csv("headline,content\nStorm,Body\n".replace(",", sign));
        assertThat(rows.articles().get(0).fields().headline().value()).isEqualTo("Storm");
        assertThat(rows.articles().get(0).text()).isEqualTo("Body");
    }

    @Test
    void theOwnersNamesOfColumnsComeFirst() {
        Read rows = read(
                SourceForm.CSV,
                "Zeile1,Haupt,title\nStorm,Body,other\n",
                Map.of("zeile1", "headline", "haupt", "body", "title", "kicker"));

        assertThat(rows.articles().get(0).fields().headline().value()).isEqualTo("Storm");
        assertThat(rows.articles().get(0).fields().kicker().value()).isEqualTo("other");
        assertThat(rows.articles().get(0).text()).isEqualTo("Body");
    }

    @Test
    void aTableWithoutKnownColumnsIsTold() {
        Read rows = csv("a,b\n1,2\n");
        assertThat(rows.articles()).isEmpty();
        assertThat(rows.problems())
                .extracting(Problem::message)
                .containsExactly(
                        "no column is named as a headline or text; name them under \"fields\" in backfile.yaml");
        assertThat(csv("").problems()).isEmpty();
        assertThat(csv("title,text\n,\n").problems()).hasSize(1);
    }

    @Test
    void aQuoteThatNothingClosesEndsWithItsLine() {
        Read rows = csv("title,text\n\"A\",\"open\nB,\"x\" y\nC,\"never\nD,last\n");

        assertThat(rows.articles()).extracting(Row::toLine).contains(5);
        assertThat(rows.problems())
                .extracting(Problem::message)
                .contains("a quote is opened in this row and never closed");
    }

    @Test
    void aHugeLineOfCellsTakesTimeInProportion() {
        assertThat(csv("title,text\n" + "\"a\"\"b\",".repeat(300_000)).articles())
                .hasSize(1);
    }

    @Test
    void formsOfRowsAreKnown() {
        assertThat(Rows.isFor(SourceForm.CSV)).isTrue();
        assertThat(Rows.isFor(SourceForm.JSON_LINES)).isTrue();
        assertThat(Rows.isFor(SourceForm.TEXT)).isFalse();
    }

    private record Read(List<Row> articles, List<Problem> problems) {}

    private static Read read(SourceForm form, String text, Map<String, String> ownNames) {
        List<Row> articles = new ArrayList<>();
        String path = form == SourceForm.CSV ? "rows.csv" : "rows.jsonl";
        return new Read(articles, Rows.read(form, new Lines(text), path, ownNames, DateOrder.UNKNOWN, articles::add));
    }

    private static Read json(String text) {
        return read(SourceForm.JSON_LINES, text, Map.of());
    }

    private static Read csv(String text) {
        return read(SourceForm.CSV, text, Map.of());
    }

    private static String shown(Read rows) {
        StringBuilder out = new StringBuilder();
        for (Row row : rows.articles()) {
            out.append(row.fromLine()).append('-').append(row.toLine()).append(' ');
            out.append(row.text().replace('\n', '/')).append('\n').append(Shown.fields(row.fields()));
        }
        return out.toString();
    }
}
