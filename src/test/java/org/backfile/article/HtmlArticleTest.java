package org.backfile.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.backfile.source.Lines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlArticleTest {
    @Test
    void aPageOfToday() {
        assertThat(shown("""
                        <!DOCTYPE html>
                        <html lang="en-GB">
                        <head>
                        <title>Storm shuts port - The Lantern</title>
                        <meta property="og:site_name" content="The Lantern">
                        <meta property="article:section" content="Local">
                        <script type="application/ld+json">
                        {"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": ["NewsArticle"],
                         "datePublished": "2014-12-30T23:30:00-05:00", "author": [{"name": "Ada Quill"}, {"name": "Tom Brandt"}],
                         "publisher": {"@type": "Organization", "name": "Lantern Press"}}]}
                        </script>
                        </head>
                        <body>
                        <nav><a href="/">Home</a> <a href="/sea">Sea</a></nav>
                        <article>
                        <h1>Storm closes the harbour</h1>

                        <p class="byline">By Ada Quill</p>
                        <time datetime="2014-12-30">30 December 2014</time>
                        <p>The <b>ferry</b> stayed
                        in port on Sunday.</p>
                        <h2>The pilots</h2>
                        <p>So did the pilots.</p>
                        <ul><li>one</li><li><a href="/x">linked</a></li></ul>
                        <blockquote><p>We wait.</p></blockquote>
                        <figure><img src="a.jpg" alt="Waves"><figcaption>The mole</figcaption></figure>
                        <pre>
                        A  1
                        B  2</pre>
                        <div class="social-share"><p>Share this</p></div>
                        </article>
                        <footer><p>All rights reserved by the people of the press.</p></footer>
                        </body>
                        </html>
                        """)).isEqualTo("""
                        headline=Storm closes the harbour @16:1-33
                        masthead=The Lantern @5:1-52
                        section=Local @6:1-49
                        byline=Ada Quill, Tom Brandt @7:1-11:9
                        date=2014-12-30 @7:1-11:9
                        publication=Lantern Press @7:1-11:9
                        language=en-GB @2:1-34:7
                        20-21 text The ferry stayed in port on Sunday.
                        22-22 subheading The pilots
                        23-23 text So did the pilots.
                        24-24 list_item one
                        25-25 quote We wait.
                        26-26 image a.jpg/Waves
                        26-26 caption The mole
                        28-29 preformatted A  1/B  2
                        1-15 markup, 16 headline, 17 blank, 18 byline, 19 date, 20-21 body, 22 subheading, 23-25 body,\
                         26 caption, 27 markup, 28-29 body, 30 boilerplate, 31-34 markup
                        """);
    }

    @Test
    void anotherHeadingThanTheTitleInTheFrontMatterStaysInTheText() {
        String page = """
                ---
                title: Storm
                ---
                <h1>All about the great storm</h1>
                <p>The ferry stayed in port on Sunday, and so did the pilots of the harbour.</p>
                """;
        FileReading read =
                ExampleReading.of(List.of(TextFiles.file("storm.html", page))).get(0);

        assertThat(Fields.value(read.articles().get(0).fields().headline())).isEqualTo("Storm");
        assertThat(read.articles().get(0).body()).extracting(Paragraph::text).contains("All about the great storm");
        assertThat(read.account().spans())
                .extracting(Span::role)
                .containsExactly(LineRole.FRONT_MATTER, LineRole.SUBHEADING, LineRole.BODY);
    }

    @Test
    void aPicturesCaptionIsItsFigcaptionElseItsTitle() {
        assertThat(shown("""
                        <article><h1>Storm closes the harbour</h1>
                        <p>The ferry stayed in port on Sunday, and so did the pilots and the mail.</p>
                        <figure><img src="a.jpg" alt="Waves" title="A">
                        <figcaption><p>The mole.</p> <p>Photo: Ada Quill</p></figcaption></figure>
                        <p><img src="b.jpg" alt="Planks" title="The pier in 1931"> <img src="c.jpg" alt="Sea" title="Sea"></p>
                        </article>
                        """)).contains("""
                        3-3 image a.jpg/Waves
                        4-4 caption The mole.
                        4-4 caption Photo: Ada Quill
                        5-5 image b.jpg/Planks
                        5-5 caption The pier in 1931
                        5-5 image c.jpg/Sea
                        """);
    }

    @Test
    void thePathOfAPictureIsNoHeadline() {
        assertThat(shown("<body><img src=\"pictures/the-mole.jpg\"><p>The ferry stayed in port on Sunday.</p></body>"))
                .doesNotContain("headline=");
    }

    @Test
    void aPageOfTheNinetiesHasBreaksForParagraphs() {
        assertThat(shown("""
                        <HTML><HEAD><TITLE>Harbour News | Storm closes the harbour for days</TITLE></HEAD>
                        <BODY BGCOLOR=white>
                        <FONT SIZE=5>Storm closes the harbour</FONT><BR><BR>
                        The ferry stayed in port.<BR>
                        So did the pilots.<BR><BR>
                        They play cards &amp; wait.
                        <TABLE><TR><TD>Wind</TD><TD>11</TD></TR></TABLE>
                        </BODY></HTML>
                        """)).isEqualTo("""
                        headline=Storm closes the harbour for days @1:13-75
                        masthead=Harbour News @1:13-75
                        3-3 text Storm closes the harbour
                        4-5 text The ferry stayed in port. So did the pilots.
                        6-6 text They play cards & wait.
                        7-7 preformatted Wind | 11
                        1-2 markup, 3-7 body, 8 markup
                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "Storm closes the harbour | The Lantern > Storm closes the harbour > The Lantern",
                "Storm closes the harbour — Local – The Lantern > Storm closes the harbour — Local > The Lantern",
                "Storm > Storm >",
                "Storm - The Daily Lantern of Oldhaven and Environs Weekly > Storm - The Daily Lantern of Oldhaven and Environs Weekly >"
            })
    void theTitleElementLosesTheSitesName(String title, String headline, String masthead) {
        Fields fields = read("<title>" + title + "</title><p>Text.</p>").fields();
        assertThat(fields.headline().value()).isEqualTo(headline.strip());
        assertThat(Fields.value(fields.masthead())).isEqualTo(masthead);
    }

    @Test
    void metaElementsAreReadInTheNamesOfManyPrograms() {
        Fields fields = read("""
                        <meta name="DC.date" content="30 December 2014"><meta name="byl" content="By Ada Quill">
                        <meta property="og:title" content="Storm"><meta property="og:locale" content="fr_FR">
                        <meta name="application-name" content="Lantern"><p>Text.</p><h1>Lantern</h1>
                        """).fields();
        assertThat(Shown.fields(fields).replaceAll(" @.*", ""))
                .isEqualTo("headline=Storm\nmasthead=Lantern\nbyline=Ada Quill\ndate=2014-12-30\nlanguage=fr-FR\n");
    }

    @Test
    void elementsOfThePageAreTheLastResort() {
        Fields fields =
                read("<main><h1>Storm</h1><a rel=author href=x>Ada Quill</a><time datetime=2014-12-30>today</time>"
                                + "<p>Text.</p></main>")
                        .fields();
        assertThat(Shown.fields(fields).replaceAll(" @.*", ""))
                .isEqualTo("headline=Storm\nbyline=Ada Quill\ndate=2014-12-30\n");
    }

    @Test
    void theLongestTextIsTheArticleWhereNothingIsMarked() {
        HtmlArticle article = read("""
                <div id=menu><p>Home and away and a long line about the site and its people and its offices.</p></div>
                <div id=a><div><p>The ferry stayed in port on Sunday, and nobody knew for how long it would.</p>
                <p>So did the pilots, who play cards and wait for the wind to turn to the west.</p></div></div>
                """);
        assertThat(article.body()).extracting(Paragraph::fromLine).containsExactly(2, 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "no tags at all",
                "<p>\u0000</p>",
                "<script type='application/ld+json'>{broken</script><p>x</p>",
                "<script type='application/ld+json'></script>",
                "<script type='application/ld+json'>[[[[1]]], {\"@type\": null}]</script>",
                "<table><tr><td></table>",
                "<br><br><br>",
                "<img><img src='data:x'>",
                "<h1></h1>\r<p>a\rb</p>\r\n"
            })
    void everyLineHasARoleWhateverThePage(String page) {
        Lines lines = new Lines(page);
        HtmlArticle article = HtmlArticle.read(lines, "a.html", DateOrder.UNKNOWN);
        LineRole[] roles = article.roles(PlainText.read(article, FolderJudgement.NONE, "a.html"));
        for (int line = 1; line <= lines.count(); line++) {
            assertThat(roles[line - 1]).isNotNull();
        }
    }

    @Test
    void deepNestingAndManyTagsEndWell() {
        assertThat(read("<div>".repeat(100_000) + "text").body()).hasSize(1);
        assertThat(read("<p class=share>".repeat(50_000) + "text")).isNotNull();
        assertThat(read("<a ".repeat(80_000))).isNotNull();
        assertThat(read("<script type='application/ld+json'>" + "[".repeat(100_000) + "</script>"))
                .isNotNull();
    }

    @Test
    void aPageTooLargeIsReadInPartAndToldSo() {
        HtmlArticle article = read("<p>text</p>" + " ".repeat(17 << 20));
        assertThat(article.problems()).hasSize(1);
        assertThat(article.body()).hasSize(1);
    }

    private static HtmlArticle read(String page) {
        return HtmlArticle.read(new Lines(page), "a.html", DateOrder.UNKNOWN);
    }

    private static String shown(String page) {
        Lines lines = new Lines(page);
        HtmlArticle article = HtmlArticle.read(lines, "a.html", DateOrder.UNKNOWN);
        PlainText plain = PlainText.read(article, FolderJudgement.NONE, "a.html");
        LineRole[] roles = article.roles(plain);
        StringBuilder out = new StringBuilder(Shown.fields(article.fields()));
        for (Paragraph p : article.kept(plain)) {
            out.append(p.fromLine()).append('-').append(p.toLine()).append(' ');
            out.append(p.kind().name().toLowerCase(java.util.Locale.ROOT)).append(' ');
            out.append(p.text().replace('\n', '/')).append('\n');
        }
        int from = 1;
        for (int line = 1; line <= lines.count(); line++) {
            if (line == lines.count() || roles[line] != roles[line - 1]) {
                out.append(from == 1 ? "" : ", ").append(from).append(from == line ? "" : "-" + line);
                out.append(' ').append(roles[line - 1].id());
                from = line + 1;
            }
        }
        return out.append('\n').toString();
    }
}
