package org.backfile.render;

import static org.assertj.core.api.Assertions.assertThat;

import de.undercouch.citeproc.ris.RISParser;
import de.undercouch.citeproc.ris.RISType;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import org.backfile.article.ArticleCard;
import org.backfile.article.ArticleDate;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXParser;
import org.jbibtex.Value;
import org.junit.jupiter.api.Test;

class CitationTest {
    private static final ArticleDate DAY = new ArticleDate(2014, 12, 30);

    private static View.Citation cite(ArticleCard card) {
        return Citation.of(
                Samples.story(card), Samples.settings("https://example.org/news/"), MessagesTest.messages("en"));
    }

    @Test
    void theReadyTextNamesWhoWhatWhereAndWhen() {
        assertThat(cite(Samples.card("Storm closes harbour", DAY)).text())
                .isEqualTo("Ada Quill and Ben Oar. “Storm closes harbour”. The Tidewater Gazette, PORT ALDER,"
                        + " 30 December 2014. Tidewater Archive."
                        + " https://example.org/news/2014/12/30/storm-closes-harbour-k3f9x.html");
        assertThat(Citation.of(Samples.story(Samples.bare()), Samples.settings(null), MessagesTest.messages("de"))
                        .text())
                .isEqualTo("ohne Titel. o. D. Tidewater Archive.");
    }

    @Test
    void quotationMarksInAHeadlineBecomeThoseOfTheSecondLevel() {
        assertThat(text("en", "“Closed”, says \"the\" pilot")).contains("“‘Closed’, says ‘the’ pilot”.");
        assertThat(text("de", "„Zu“, sagt «der» Lotse")).contains("„‚Zu‘, sagt ‚der‘ Lotse“.");
        assertThat(text("ja", "港「閉鎖」へ")).contains("「港『閉鎖』へ」。");
        assertThat(text("en", "A 12\" gale")).contains("“A 12\" gale”.");
    }

    @Test
    void theReadyTextIsInTheOrderAndWithTheSignsOfTheInterfacesLanguage() {
        assertThat(text("ja", "Storm"))
                .isEqualTo("Ada Quill and Ben Oar。「Storm」。The Tidewater Gazette、PORT ALDER、2014年12月30日。"
                        + "Tidewater Archive。");
        assertThat(text("ar", "عاصفة"))
                .isEqualTo("\u2068Ada Quill and Ben Oar\u2069. «عاصفة». \u2068The Tidewater Gazette\u2069، "
                        + "\u2068PORT ALDER\u2069، 30 ديسمبر 2014. \u2068Tidewater Archive\u2069.");
        assertThat(text("en", "عاصفة")).contains(". “\u2068عاصفة\u2069”. The");
    }

    @Test
    void aTranslationWithoutMarksAndStopsHasNone() {
        String own = "cite.quoted={0}\ncite.quoted-within=\ncite.stop=\n";
        Messages messages =
                Messages.of("en", name -> name.equals("messages/en.properties") ? own : null, MessagesTest::builtIn);

        String text = Citation.of(Samples.story(Samples.card("Is \"it\" shut?", DAY)), Samples.settings(null), messages)
                .text();

        assertThat(text).startsWith("Ada Quill and Ben OarIs \"it\" shut?The Tidewater Gazette, ");
    }

    private static String text(String language, String headline) {
        return Citation.of(
                        Samples.story(Samples.card(headline, DAY)),
                        Samples.settings(null),
                        MessagesTest.messages(language))
                .text();
    }

    @Test
    void bibtexIsANewspaperArticle() {
        assertThat(cite(Samples.card("Storm & tide: 100% loss", DAY)).bibtex()).isEqualTo("""
                        @article{storm-closes-harbour-k3f9x,
                          author = {{Ada Quill and Ben Oar}},
                          title = {{Storm \\& tide: 100\\% loss}},
                          journal = {The Tidewater Gazette},
                          location = {PORT ALDER},
                          date = {2014-12-30},
                          year = {2014},
                          month = dec,
                          entrysubtype = {newspaper},
                          langid = {en-GB},
                          note = {Tidewater Archive},
                          url = {https://example.org/news/2014/12/30/storm-closes-harbour-k3f9x.html}
                        }
                        """);
    }

    @Test
    void risIsANewspaperArticle() {
        assertThat(cite(Samples.card("Storm closes harbour", DAY)).ris().replace("\r\n", "\n"))
                .isEqualTo("""
                        TY  - NEWS
                        AU  - Ada Quill and Ben Oar
                        TI  - Storm closes harbour
                        T2  - The Tidewater Gazette
                        PY  - 2014
                        DA  - 2014/12/30/
                        SE  - Local
                        CY  - PORT ALDER
                        LA  - en-GB
                        DB  - Tidewater Archive
                        UR  - https://example.org/news/2014/12/30/storm-closes-harbour-k3f9x.html
                        ER  -\s
                        """);
    }

    @Test
    void aDateIsAsFineAsItIsKnown() {
        assertThat(cite(Samples.card("x", new ArticleDate(2014, 12, 0))).ris()).contains("DA  - 2014/12//\r\n");
        View.Citation year = cite(Samples.card("x", new ArticleDate(987, 0, 0)));
        assertThat(year.ris()).contains("PY  - 0987\r\n", "DA  - 0987///\r\n");
        assertThat(year.bibtex()).contains("date = {0987}").doesNotContain("month");
        View.Citation bare =
                Citation.of(Samples.story(Samples.bare()), Samples.settings(null), MessagesTest.messages("en"));
        assertThat(bare.ris()).isEqualTo("TY  - NEWS\r\nDB  - Tidewater Archive\r\nER  - \r\n");
        assertThat(bare.bibtex()).doesNotContain("date", "title", "url");
        assertThat(bare.permalink()).isNull();
    }

    @Test
    void noHeadlineEndsTheFieldItStandsIn() {
        for (String hostile : Hostile.texts()) {
            View.Citation citation = cite(Samples.card(hostile, DAY));
            String line = HtmlText.clean(hostile)
                    .replaceAll("[\\s\\p{Z}\\x1C-\\x1F\u0085]+", " ")
                    .strip();
            Map<String, String> bibtex = readBibtex(citation.bibtex());
            assertThat(bibtex.getOrDefault("title", "{}").replaceAll("^\\{|\\}$", ""))
                    .isEqualTo(line);
            assertThat(bibtex).containsEntry("year", "2014");
            Map<String, String> ris = readRis(citation.ris());
            assertThat(ris.getOrDefault("TI", "")).isEqualTo(line);
            assertThat(ris).containsEntry("TY", "NEWS").containsEntry("DA", "2014/12/30/");
            assertThat(citation.text()).doesNotContain("\n", "\r").contains("Tidewater Archive");
        }
    }

    @Test
    void otherPeoplesReadersFindEveryHeadline() throws Exception {
        for (String hostile : Hostile.texts()) {
            View.Citation citation = cite(Samples.card(hostile, DAY));
            String title = readBibtex(citation.bibtex()).getOrDefault("title", "{}");

            var entries = new BibTeXParser()
                    .parse(new StringReader(citation.bibtex()))
                    .getEntries()
                    .values();
            assertThat(entries).as(hostile).hasSize(1);
            var bibtex = entries.iterator().next();
            assertThat(bibtex.getType().getValue()).isEqualTo("article");
            Value found = bibtex.getField(BibTeXEntry.KEY_TITLE);
            assertThat(found == null ? "{}" : unlatex(found.toUserString())).isEqualTo(title);

            var references =
                    new RISParser().parse(new StringReader(citation.ris())).getReferences();
            assertThat(references).as(hostile).hasSize(1);
            assertThat(references.iterator().next().getType()).isEqualTo(RISType.NEWS);
            String line = readRis(citation.ris()).get("TI");
            assertThat(references.iterator().next().getTitle()).isEqualTo(line == null ? null : line.strip());
        }
    }

    private static Map<String, String> readRis(String text) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (String line : text.split("\r\n", -1)) {
            if (!line.isEmpty()) {
                assertThat(line).matches("(?s)[A-Z][A-Z0-9]  - .*");
                assertThat(tags.put(line.substring(0, 2), line.substring(6)))
                        .as(line)
                        .isNull();
            }
        }
        assertThat(text).endsWith("ER  - \r\n");
        return tags;
    }

    /** Reads one entry: counts braces as BibTeX does, then undoes LaTeX's spellings. */
    private static Map<String, String> readBibtex(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        int at = text.indexOf(",\n  ");
        while (at >= 0) {
            int equals = text.indexOf(" = ", at);
            String name = text.substring(at + 4, equals);
            int end = equals + 3;
            int depth = 0;
            do {
                char c = text.charAt(end++);
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            } while (depth > 0 || (text.charAt(end) != ',' && text.charAt(end) != '\n'));
            String value = text.substring(equals + 3, end);
            String inner = value.startsWith("{") ? value.substring(1, value.length() - 1) : value;
            assertThat(fields.put(name, unlatex(inner))).isNull();
            at = text.startsWith(",\n  ", end) ? end : -1;
        }
        assertThat(text).endsWith("\n}\n");
        return fields;
    }

    private static String unlatex(String text) {
        return text.replace("\\textbraceleft{}", "\u0001")
                .replace("\\textbraceright{}", "\u0002")
                .replace("\\textasciitilde{}", "~")
                .replace("\\textasciicircum{}", "^")
                .replace("\\textbackslash{}", "\u0003")
                .replaceAll("\\\\([&%$#_])", "$1")
                .replace("\u0001", "{")
                .replace("\u0002", "}")
                .replace("\u0003", "\\");
    }
}
