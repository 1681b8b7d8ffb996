package org.backfile.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.backfile.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Byline and date line say the same above a page's text and above Markdown as above plain text. */
class LinesAroundATextTest {
    private static final String TEXT = "A calf was lifted out of the ditch by two farmers on Friday morning.";

    @TempDir
    Path folder;

    private Archive built(String name, String text) {
        Archive archive = new Archive(folder).with(name, text);
        archive.build();
        return archive;
    }

    @Test
    void inPlainText() {
        assertSaid(built("calf.txt", "Calf rescued near mill\n\n6 April 2012\n\nBy Anna Kessler\n\n" + TEXT + "\n"));
    }

    @Test
    void inMarkdown() {
        assertSaid(built("calf.md", "# Calf rescued near mill\n\n6 April 2012\n\nBy Anna Kessler\n\n" + TEXT + "\n"));
    }

    @Test
    void inMarkdownWithEmphasis() {
        assertSaid(built(
                "calf.md", "# Calf rescued near mill\n\n_6 April 2012_\n\n**By Anna Kessler**\n\n" + TEXT + "\n"));
    }

    @Test
    void inAPageWithoutClasses() {
        assertSaid(built(
                "calf.html",
                "<h1>Calf rescued near mill</h1>\n<p>6 April 2012</p>\n<p>By Anna Kessler</p>\n<p>" + TEXT + "</p>\n"));
    }

    private static void assertSaid(Archive archive) {
        String rows = archive.page("data/articles/2012.jsonl");
        assertThat(rows).contains("\"byline\":\"Anna Kessler\"", "\"date\":\"2012-04-06\"");
        assertThat(archive.files().keySet().stream()
                        .filter(path -> path.startsWith("2012/04/06/calf-rescued-near-mill"))
                        .map(archive::page))
                .hasSize(1)
                .allMatch(page -> page.contains(TEXT))
                .noneMatch(page -> page.contains("<p>By Anna Kessler") || page.contains("<p>6 April 2012"));
    }

    @Test
    void aSecondBylineRightBelowTheFirstJoinsIt() {
        assertThat(built(
                                "calf.txt",
                                "Calf rescued near mill\n\n6 April 2012\n\nBy Anna Kessler\nBy Tom Last\n\n" + TEXT
                                        + "\n")
                        .page("data/articles/2012.jsonl"))
                .contains("\"byline\":\"Anna Kessler, Tom Last\"");
    }

    @Test
    void aBylineOfSomebodyElseStaysInTheText() {
        Archive archive = built(
                "calf.html",
                "<meta name=author content='Ann Lee'><h1>Calf rescued near mill</h1>\n<p>6 April 2012</p>\n<p>By Bob Stringer</p>\n<p>"
                        + TEXT + "</p>\n");

        assertThat(archive.page("data/articles/2012.jsonl")).contains("\"byline\":\"Ann Lee\"");
        assertThat(archive.files().keySet().stream()
                        .filter(path -> path.startsWith("2012/04/06/"))
                        .map(archive::page))
                .anyMatch(page -> page.contains("By Bob Stringer"));
    }

    @Test
    void codeInMarkdownIsNoByline() {
        Archive archive = built("calf.md", "# Calf rescued near mill\n\n```\nBy John Smith\n```\n\n" + TEXT + "\n");

        assertThat(archive.page("data/articles/undated.jsonl")).contains("\"byline\":null");
    }

    @Test
    void theArchivesLanguageIsForTextsWhoseOwnIsNotClear() {
        Archive archive = new Archive(folder)
                .file("backfile.yaml", "language: en\n")
                .with(
                        "ar.txt",
                        "افتتاح الجسر القديم في المدينة\n\nقالت البلدية يوم الجمعة إن الجسر القديم سيفتح من جديد بعد عام من العمل.\n")
                .with("short.txt", "Lamp out\n\nLamp out again.\n");
        archive.build();

        assertThat(archive.page("data/articles/undated.jsonl").lines())
                .anyMatch(row -> row.contains("ar.txt") && row.contains("\"language\":\"ar\""))
                .anyMatch(row -> row.contains("short.txt") && row.contains("\"language\":\"en\""));
    }

    @Test
    void aBylineAboveADatelineIsNoPlace() {
        Archive archive = built(
                "calf.md", "# Calf rescued near mill\n\nBy Anna Kessler\n\nSTONEWELL, 6 April 2012 - " + TEXT + "\n");

        assertThat(archive.page("data/articles/2012.jsonl"))
                .contains("\"place\":\"STONEWELL\"", "\"byline\":\"Anna Kessler\"");
    }
}
