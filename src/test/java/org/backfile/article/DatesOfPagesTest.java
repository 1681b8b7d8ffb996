package org.backfile.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.backfile.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same words give the same date in a page and in Markdown as in plain text. */
class DatesOfPagesTest {
    private static final String CALF = "STONEWELL, 6 April 2012 - A calf was lifted out of the ditch by two farmers.";

    @TempDir
    Path folder;

    private String articlesOf2012(String name, String text) {
        Archive archive = new Archive(folder).with(name, text);
        archive.build();
        return archive.page("data/articles/2012.jsonl");
    }

    @Test
    void aDatelineInMarkdown() {
        assertThat(articlesOf2012("calf.md", "# Calf rescued\n\n" + CALF + "\n"))
                .contains("\"date\":\"2012-04-06\"");
    }

    @Test
    void aDatelineInAPage() {
        assertThat(articlesOf2012("calf.html", "<h1>Calf rescued</h1>\n<p>" + CALF + "</p>\n"))
                .contains("\"date\":\"2012-04-06\"", "\"place\":\"STONEWELL\"");
    }

    @Test
    void aLineOfAPageThatIsADate() {
        assertThat(
                        articlesOf2012(
                                "cat.html",
                                "<h1>Cat rescued</h1>\n<p>Posted on 6 April 2012</p>\n<p>A ginger tom was brought down by ladder.</p>\n"))
                .contains("\"date\":\"2012-04-06\"", "\"rule\":\"date-line\"", "\"confidence\":\"inferred\"");
    }

    @Test
    void aDateBelowTheTextIsACommentsAndStays() {
        Archive archive = new Archive(folder)
                .with(
                        "cat.html",
                        "<h1>Cat rescued</h1>\n<p>A ginger tom was brought down by ladder.</p>\n<p>7 May 2015</p>\n<p>Well done.</p>\n");
        archive.build();

        assertThat(archive.page("data/articles/undated.jsonl")).contains("Cat rescued");
        assertThat(archive.files().keySet().stream()
                        .filter(path -> path.startsWith("undated/cat-rescued"))
                        .map(archive::page))
                .hasSize(1)
                .allMatch(page -> page.contains("7 May 2015"));
    }
}
