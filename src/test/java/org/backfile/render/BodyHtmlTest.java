package org.backfile.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.backfile.article.Paragraph;
import org.backfile.page.SitePath;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyHtmlTest {
    private static final SitePath PAGE = new SitePath("2014/12/30/storm-k3f9x.html");
    private static final BodyHtml BODIES = new BodyHtml(MessagesTest.messages("en"));

    private static final Map<String, SitePictures.Picture> PICTURES =
            Map.of("img/pier.jpg", new SitePictures.Picture(new SitePath("images/pier.jpg"), 640, 480));
    private static final String PIER =
            "<img src=\"../../../images/pier.jpg\" alt=\"%s\" width=\"640\" height=\"480\" loading=\"lazy\">";

    private static String render(Paragraph... body) {
        return BODIES.render(PAGE, List.of(body), PICTURES, 1).value().strip();
    }

    private static Paragraph part(Paragraph.Kind kind, String text) {
        return new Paragraph(kind, text, 1, 1);
    }

    private static String markdown(String source) {
        return render(part(Paragraph.Kind.MARKDOWN, source));
    }

    @Test
    void plainParagraphsAreEscapedAndKeptApart() {
        assertThat(render(
                        part(Paragraph.Kind.TEXT, "The storm closed <b>the</b> harbour & *the* pier."),
                        part(Paragraph.Kind.SUBHEADING, "Damage"),
                        part(Paragraph.Kind.TEXT, "Nobody was hurt.")))
                .isEqualTo("""
                        <p>The storm closed &lt;b&gt;the&lt;/b&gt; harbour &amp; *the* pier.</p>
                        <h2>Damage</h2>
                        <p>Nobody was hurt.</p>""");
    }

    /** Prose is written directly, all else from nodes: what stands above a quotation must not show which it was. */
    @Test
    void proseIsTheSameWhateverElseTheBodyHolds() {
        Paragraph[] prose = {
            part(Paragraph.Kind.TEXT, "\"It's <over> & done\", she said – at last.\u0007"),
            part(Paragraph.Kind.SUBHEADING, "Tea & \u2067cake"),
            part(Paragraph.Kind.TEXT, ""),
            part(Paragraph.Kind.TEXT, "\uD83D of 😀\u2069\nat one")
        };
        List<Paragraph> more = new ArrayList<>(List.of(prose));
        more.add(part(Paragraph.Kind.QUOTE, "We waited."));
        for (int below : new int[] {1, 3, 6}) {
            assertThat(BODIES.render(PAGE, more, PICTURES, below).value())
                    .startsWith(
                            BODIES.render(PAGE, List.of(prose), PICTURES, below).value());
        }
    }

    @Test
    void itemsThatFollowEachOtherAreOneListAndQuotesOneQuotation() {
        assertThat(render(
                        part(Paragraph.Kind.LIST_ITEM, "ropes"),
                        part(Paragraph.Kind.LIST_ITEM, "sails"),
                        part(Paragraph.Kind.QUOTE, "We waited."),
                        part(Paragraph.Kind.QUOTE, "Then we left.")))
                .isEqualTo("""
                        <ul>
                        <li>ropes</li>
                        <li>sails</li>
                        </ul>
                        <blockquote>
                        <p>We waited.</p>
                        <p>Then we left.</p>
                        </blockquote>""");
    }

    @Test
    void tablesAndVerseKeepTheirLinesAndSpaces() {
        assertThat(render(
                        part(Paragraph.Kind.PREFORMATTED, "\nHigh   06:12\nLow    12:40"),
                        part(Paragraph.Kind.VERSE, "The sea,\n  the sea")))
                .isEqualTo("""
                        <pre class="table-text" tabindex="0">

                        High   06:12
                        Low    12:40</pre>
                        <pre class="verse" tabindex="0">
                        The sea,
                          the sea</pre>""");
    }

    @Test
    void aPictureStandsWithItsSizeAndWhatIsWrittenBelowIt() {
        assertThat(render(
                        part(Paragraph.Kind.IMAGE, "img/pier.jpg\nPlanks and a \"bell\""),
                        part(Paragraph.Kind.CAPTION, "The old pier"),
                        part(Paragraph.Kind.CAPTION, "Photo: A. Quill")))
                .isEqualTo("<figure>" + PIER.formatted("Planks and a &quot;bell&quot;")
                        + "<figcaption>The old pier Photo: A. Quill</figcaption></figure>");
        assertThat(render(part(Paragraph.Kind.IMAGE, "img/pier.jpg\nPlanks")))
                .isEqualTo("<figure>" + PIER.formatted("Planks") + "</figure>");
        assertThat(render(part(Paragraph.Kind.IMAGE, "img/pier.jpg"))).contains("alt=\"\"");
    }

    @Test
    void aMissingPictureLeavesItsWordsMarkedAsSuchAndNeverItsPath() {
        assertThat(render(part(Paragraph.Kind.IMAGE, "img/lost.jpg\nPlanks"), part(Paragraph.Kind.CAPTION, "The pier")))
                .isEqualTo("<figure><span class=\"missing-picture\">[Picture not in the archive: Planks]</span>"
                        + "<figcaption>The pier</figcaption></figure>");
        assertThat(render(part(Paragraph.Kind.IMAGE, "img/lost.jpg"))).isEmpty();
        assertThat(render(part(Paragraph.Kind.CAPTION, "The pier"))).isEqualTo("<p class=\"caption\">The pier</p>");
    }

    @Test
    void markdownHeadingsStartAtLevelTwoAndSkipNone() {
        assertThat(Jsoup.parseBodyFragment(markdown("### A\n# B\n#### C\n###### D\n## E\n#\n"))
                        .body()
                        .children()
                        .eachText())
                .containsExactly("A", "B", "C", "D", "E");
        assertThat(markdown("### A\n# B\n#### C\n###### D\n## E\n#\n").replaceAll("\\s", ""))
                .isEqualTo("<h2>A</h2><h2>B</h2><h3>C</h3><h4>D</h4><h3>E</h3>");
    }

    @Test
    void rawHtmlIsShownAndNeverLives() {
        assertThat(markdown("a <script>alert(1)</script>\n\n<div onclick=x>\nb\n</div>"))
                .isEqualTo("""
                        <p>a &lt;script&gt;alert(1)&lt;/script&gt;</p>
                        <p>&lt;div onclick=x&gt;
                        b
                        &lt;/div&gt;</p>""");
    }

    @Test
    void linksLeadToTheWebOrAreWords() {
        assertThat(markdown("[paper](https://example.org/a?b&c \"Home\")"))
                .isEqualTo(
                        "<p><a rel=\"nofollow\" href=\"https://example.org/a?b&amp;c\" title=\"Home\">paper</a></p>");
        assertThat(markdown("[a](javascript:alert(1)) [b](#part) [c](other.md) [d](<data:text/html,x>) <javascript:x>"))
                .isEqualTo("<p>a b c d javascript:x</p>");
        assertThat(markdown("see www.example.org or write to desk@example.org"))
                .isEqualTo("<p>see <a rel=\"nofollow\" href=\"http://www.example.org\">www.example.org</a> or write to"
                        + " <a rel=\"nofollow\" href=\"mailto:desk@example.org\">desk@example.org</a></p>");
    }

    @Test
    void theOwnersOwnLinksLeadIntoTheSiteTooButNotOutOfItsFolder() {
        String text = "[a](data.html) [b](sections/fish%20chips/index.html#y1990) [c](#part) [d](https://example.org/)"
                + " [e](../other.html) [f](/top.html) [g](javascript:alert(1)) [h](vbscript:x) [i](\\\\\\\\host) [j](//h.org)";

        assertThat(BODIES.ownersText(new SitePath("about.html"), text, PICTURES)
                        .value()
                        .strip())
                .isEqualTo("<p><a href=\"data.html\">a</a> <a href=\"sections/fish%20chips/index.html#y1990\">b</a>"
                        + " <a href=\"#part\">c</a> <a rel=\"nofollow\" href=\"https://example.org/\">d</a>"
                        + " e f g h i <a rel=\"nofollow\" href=\"https://h.org\">j</a></p>");
    }

    @Test
    void aLinkWithoutWordsShowsItsAddress() {
        assertThat(markdown("[](https://example.org) [![](lost.jpg)](https://example.org)"))
                .isEqualTo("<p>"
                        + "<a rel=\"nofollow\" href=\"https://example.org\">https://example.org</a> "
                                .repeat(2)
                                .strip() + "</p>");
    }

    @Test
    void picturesInMarkdownComeFromTheSiteAlone() {
        assertThat(markdown("See ![the *old* pier](img/pier.jpg) there"))
                .isEqualTo("<p>See " + PIER.formatted("the old pier") + " there</p>");
        assertThat(Jsoup.parseBodyFragment(markdown("""
                                so ![a](https://example.org/x.png) ![b](data:image/png;base64,AA) ![c `d`
                                e](lost.png)"""))
                        .select("p > span.missing-picture")
                        .eachText())
                .containsExactly(
                        "[Picture not in the archive: a]",
                        "[Picture not in the archive: b]",
                        "[Picture not in the archive: c d e]");
        assertThat(markdown("![](lost.png)")).isEmpty();
    }

    @Test
    void aMarkdownPictureOnItsOwnHasItsTitleBelowIt() {
        assertThat(markdown("![Planks](img/pier.jpg \"The pier in 1931\")\n![](img/pier.jpg)"))
                .isEqualTo(
                        "<figure>" + PIER.formatted("Planks") + "<figcaption>The pier in 1931</figcaption></figure>\n"
                                + "<figure>" + PIER.formatted("") + "</figure>");
        assertThat(markdown("See ![Planks](img/pier.jpg \"In 1931\")")).contains("title=\"In 1931\"");
    }

    @Test
    void tablesHaveHeadersAndCanBeReachedByKeyboard() {
        Document table = Jsoup.parseBodyFragment(markdown("""
                | tide |  | metres |
                | :-- | :-: | --: |
                | high | x | 4.2 |
                """));
        assertThat(table.select("div.table[tabindex=0] > table > thead > tr > th[scope=col]")
                        .eachText())
                .containsExactly("tide", "metres");
        assertThat(table.select("thead td").size()).isEqualTo(1);
        assertThat(table.select("td.right").text()).isEqualTo("4.2");
        assertThat(table.select("tbody td.center").text()).isEqualTo("x");
        assertThat(table.select("[align]")).isEmpty();
    }

    @Test
    void footnotesAreNumberedInTheOrderOfTheirCalls() {
        Document notes = Jsoup.parseBodyFragment(markdown("""
                        First[^b] and second[^a] and first again[^b].

                        [^a]: Alpha calls [^c].
                        [^b]: Beta.
                        [^c]: Gamma.
                        [^d]: Nobody calls delta, which calls [^e].
                        [^e]: Epsilon.
                        [^a]: A second alpha.
                        """));
        assertThat(notes.select("p > sup > a").eachText()).startsWith("1", "2", "1");
        assertThat(notes.select("ol.notes > li").eachText())
                .containsExactly(
                        "Beta. ↩↩",
                        "Alpha calls 3. ↩",
                        "Gamma. ↩",
                        "Nobody calls delta, which calls 5.",
                        "Epsilon. ↩",
                        "A second alpha.");
        assertThat(notes.select("#note-1 a[aria-label]").eachAttr("aria-label"))
                .containsExactly("Back to the text (1)", "Back to the text (2)");
        for (Element link : notes.select("a[href^=#]")) {
            assertThat(notes.select(link.attr("href"))).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[text[^n]](https://example.org)",
                "[a [b](http://b.example) www.c.example](https://example.org)",
                "[www.a.example](https://example.org)",
                "[![a [b](http://b.example)](lost.png)](https://example.org)",
                "[text[^n]][ref]",
            })
    void noLinkStandsInALink(String source) {
        String html = markdown(source + "\n\n[^n]: Note.\n\n[ref]: https://example.org");
        for (String afterStart : html.split("<a ", -1)) {
            int end = afterStart.indexOf("</a>");
            assertThat(end >= 0 || afterStart.equals(html.substring(0, afterStart.length())))
                    .isTrue();
        }
    }

    @Test
    void referencesCannotBlowUpThePage() {
        String source = "[a] ".repeat(20_000) + "\n\n[a]: https://example.org/" + "x".repeat(3000);
        assertThat(markdown(source).length()).isLessThan(12 * source.length());
    }

    @Test
    void forbiddenCharactersAreReplacedWhereverTheyComeFrom() {
        assertThat(markdown("a\u0000b &#1; &#x202e; `\u0007`"))
                .isEqualTo("<p>a\uFFFDb \uFFFD \uFFFD <code>\uFFFD</code></p>");
        assertThat(render(part(Paragraph.Kind.TEXT, "a\u0000\uD800"))).isEqualTo("<p>a\uFFFD\uFFFD</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> ",
                "- ",
                "1. ",
                "*a ",
                "**",
                "[",
                "![",
                "[a](",
                "<a ",
                "<!-- ",
                "`",
                "``` \n",
                "| a ",
                "[^1]",
                "&",
                "\\",
                "www.a",
                "a@",
                "http://a.b/(",
                "# ",
                "\t",
                "<?",
                "[a]: ",
                "_a*",
                "\n- a\n  ",
                "|\n|-\n"
            })
    void deepOrLongMarkdownEndsAndStaysProportional(String unit) {
        String source = unit.repeat(120_000 / unit.length());
        assertThat(markdown(source).length()).isLessThan(40 * source.length());
    }

    @Test
    void lineBreaksAndRulesAreHtmlWithoutSlashes() {
        assertThat(markdown("a\\\nb\n\n***\n")).isEqualTo("<p>a<br>\nb</p>\n<hr>");
    }

    @Test
    void everyKindOfParagraphHasAPlace() {
        List<Paragraph> body = new ArrayList<>();
        for (Paragraph.Kind kind : Paragraph.Kind.values()) {
            body.add(part(kind, kind == Paragraph.Kind.IMAGE ? "img/pier.jpg" : kind.name()));
        }
        String text = Jsoup.parseBodyFragment(
                        BODIES.render(PAGE, body, PICTURES, 1).value())
                .text();
        for (Paragraph.Kind kind : Paragraph.Kind.values()) {
            if (kind != Paragraph.Kind.IMAGE) {
                assertThat(text).contains(kind.name());
            }
        }
    }
}
