package org.backfile.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.backfile.Browsers;
import org.backfile.article.ArticleDate;
import org.backfile.page.SitePath;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The search page as a reader has it: in both browsers, from the disk, from a server's root and from below it. */
@Tag(Browsers.TAG)
class SearchPageTest {
    private enum Kind {
        CHROMIUM,
        FIREFOX
    }

    @TempDir
    static Path folder;

    private static SearchSite site;
    private static final Map<Kind, BrowserPage> PAGES = new EnumMap<>(Kind.class);

    @BeforeAll
    static void build() throws Exception {
        List<SearchDocument> documents = new ArrayList<>(List.of(
                document(
                        "1911", "Zürich tram derails", "Sports", "The tram left the rails. Nobody was hurt in Zürich."),
                document("1911-04", "Visit to Zurich", "Travel", "The lake of Zurich is calm."),
                document(
                        "1998-07-02",
                        "Storm closes harbour",
                        "News",
                        "The harbour closed at dawn. Ferries waited in the storm."),
                document(
                        "1998-07-03",
                        "Harbour opens",
                        "News",
                        "After the storm closes in, the e-mail said, all harbours will open."),
                document(
                        "1999-01-01",
                        "<img src=x onerror=alert(1)> & Co",
                        "<b>Markup</b>",
                        "<script>alert('hooked')</script> A naughty text with <b>bold</b> words.")));
        IntStream.range(0, 35)
                .forEach(i -> documents.add(document(
                        "2001-" + (i < 20 ? "05" : "06") + "-" + (10 + i % 20),
                        "Council meets again " + i,
                        i % 2 == 0 ? "News" : "Travel",
                        "The council met. Item " + i + " was the budget. ".repeat(1 + i % 3))));
        documents.add(new SearchDocument(
                new SitePath("undated/a.html"),
                null,
                null,
                "Ada Pell",
                "OSLO",
                null,
                null,
                List.of("A council without a date met in a storm.")));
        site = new SearchSite(folder, documents);
    }

    private static SearchDocument document(String date, String headline, String section, String text) {
        String[] parts = date.split("-");
        ArticleDate known = new ArticleDate(
                Integer.parseInt(parts[0]),
                parts.length > 1 ? Integer.parseInt(parts[1]) : 0,
                parts.length > 2 ? Integer.parseInt(parts[2]) : 0);
        String slug = headline.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9ü]+", "-");
        return new SearchDocument(
                new SitePath(date.replace('-', '/') + "/" + slug + ".html"),
                headline,
                null,
                null,
                null,
                section,
                known,
                List.of(text));
    }

    @AfterAll
    static void close() throws Exception {
        for (BrowserPage page : PAGES.values()) {
            page.close();
        }
        site.close();
    }

    static Stream<Arguments> places() {
        return Stream.of(Kind.values())
                .flatMap(kind -> IntStream.range(0, 3).mapToObj(place -> Arguments.of(kind, place)));
    }

    private static BrowserPage page(Kind kind) throws Exception {
        BrowserPage page = PAGES.get(kind);
        if (page == null) {
            page = kind == Kind.CHROMIUM ? BrowserPage.chromium() : BrowserPage.firefox();
            PAGES.put(kind, page);
        }
        return page;
    }

    private static BrowserPage open(Kind kind, int place, String parameters) throws Exception {
        BrowserPage page = page(kind);
        page.open(site.addresses().get(place) + "search.html" + parameters);
        return page;
    }

    private static BrowserPage ask(Kind kind, int place, String query) throws Exception {
        BrowserPage page = open(kind, place, "?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
        settled(page);
        return page;
    }

    private static void settled(BrowserPage page) {
        page.await("document.querySelector('#search-results[aria-busy=false]') !== null");
    }

    private static String headlines(BrowserPage page) {
        return page.evaluate(
                "[...document.querySelectorAll('#search-results h2')].map(h => h.textContent).join(' | ')");
    }

    private static String state(BrowserPage page) {
        return page.evaluate("document.getElementById('search-state').textContent");
    }

    @ParameterizedTest
    @MethodSource("places")
    void findsWordsPhrasesPrefixesAndFields(Kind kind, int place) throws Exception {
        assertThat(headlines(ask(kind, place, "storm harbour"))).isEqualTo("Storm closes harbour | Harbour opens");
        assertThat(headlines(ask(kind, place, "\"storm closes\" -dawn"))).isEqualTo("Harbour opens");
        assertThat(headlines(ask(kind, place, "zurich")))
                .contains("Zürich tram derails")
                .contains("Visit to Zurich");
        assertThat(headlines(ask(kind, place, "Zürich"))).startsWith("Zürich tram derails");
        assertThat(headlines(ask(kind, place, "ferr*"))).isEqualTo("Storm closes harbour");
        assertThat(headlines(ask(kind, place, "headline:harbour -headline:storm")))
                .isEqualTo("Harbour opens");
        assertThat(headlines(ask(kind, place, "byline:pell place:oslo"))).startsWith("A council without a date");
        assertThat(headlines(ask(kind, place, "section:travel lake"))).isEqualTo("Visit to Zurich");
        assertThat(headlines(ask(kind, place, "email"))).isEqualTo("Harbour opens");
        assertThat(state(ask(kind, place, "\"the email\""))).startsWith("Nothing was found");
        assertThat(state(ask(kind, place, "*"))).isEqualTo("Nothing was found for “*”.");
    }

    @ParameterizedTest
    @MethodSource("places")
    void showsSnippetsOfTheArticlesOwnWordsWithTheWordsMarked(Kind kind, int place) throws Exception {
        BrowserPage page = ask(kind, place, "ferries");

        assertThat(page.evaluate("document.querySelector('.snippet').innerHTML"))
                .contains("<mark>Ferries</mark> waited in the storm.");
        assertThat(page.evaluate("document.querySelector('#search-results a').getAttribute('href')"))
                .endsWith("1998/07/02/storm-closes-harbour.html#:~:text=Ferries");
        assertThat(page.evaluate("document.querySelector('.note').textContent"))
                .contains("1998")
                .contains("News");
    }

    @ParameterizedTest
    @MethodSource("places")
    void resultOpensTheStoryAndBackReturnsToTheResults(Kind kind, int place) throws Exception {
        BrowserPage page = ask(kind, place, "ferries");

        page.evaluate("document.querySelector('#search-results a').click()");
        page.await("document.title === 'Article'");
        page.back();
        page.await("location.search === '?q=ferries'");
        settled(page);

        assertThat(headlines(page)).isEqualTo("Storm closes harbour");
    }

    @ParameterizedTest
    @MethodSource("places")
    void keyboardAloneAsksAndTheAddressSaysWhat(Kind kind, int place) throws Exception {
        BrowserPage page = open(kind, place, "");
        page.await("!document.getElementById('search-form').hidden");
        page.evaluate("document.querySelector('[name=q]').focus()");

        page.type("storm" + BrowserPage.ENTER);
        page.await("location.search === '?q=storm'");
        settled(page);
        assertThat(state(page)).isEqualTo("Results: 3");
        page.evaluate("document.querySelector('[name=q]').select()");
        page.type("lake" + BrowserPage.ENTER);
        page.await("location.search === '?q=lake'");
        settled(page);
        assertThat(state(page)).isEqualTo("Results: 1");
        page.back();
        page.await("location.search === '?q=storm' && document.querySelector('[name=q]').value === 'storm'");
        page.await("document.getElementById('search-state').textContent === 'Results: 3'");
        settled(page);

        page.evaluate("document.querySelector('#search-results a').focus()");
        page.type(BrowserPage.ENTER);
        page.await("document.title === 'Article'");
    }

    @ParameterizedTest
    @MethodSource("places")
    void saysItsStateToAScreenReader(Kind kind, int place) throws Exception {
        BrowserPage page = ask(kind, place, "council");

        assertThat(page.evaluate("document.getElementById('search-state').getAttribute('role')"))
                .isEqualTo("status");
        assertThat(state(page)).isEqualTo("Results: 36");
        assertThat(page.evaluate("document.title")).startsWith("council – Search");
        assertThat(page.evaluate("document.querySelector('#search-years a').getAttribute('aria-label')"))
                .isEqualTo("2001: 35");
        assertThat(
                        page.evaluate(
                                "[...document.querySelectorAll('input, select, button, a, ol, nav')].filter(e => e.closest('main')"
                                        + " && !e.textContent.trim() && !e.getAttribute('aria-label') && !e.closest('label')).length"))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @MethodSource("places")
    void filtersByYearDateAndSectionAndSortsByDate(Kind kind, int place) throws Exception {
        BrowserPage page = ask(kind, place, "the");
        page.evaluate("[...document.querySelectorAll('#search-years a')].find(a => a.textContent === '1998').click()");
        page.await("location.search === '?q=the&from=1998&to=1998'");
        page.await("document.getElementById('search-state').textContent === 'Results: 2'");
        page.await("document.querySelector('[name=section]').options.length > 1");
        assertThat(page.evaluate(
                        "[...document.querySelector('[name=section]').options].map(o => o.textContent).join()"))
                .isEqualTo("All sections,News (2)");

        page = open(kind, place, "?q=council&section=Travel&sort=oldest");
        settled(page);
        assertThat(state(page)).isEqualTo("Results: 17");
        assertThat(headlines(page)).startsWith("Council meets again 1 | Council meets again 3 | ");
        page = open(kind, place, "?q=&from=1950&to=1951");
        settled(page);
        assertThat(state(page)).isEqualTo("Results: 0");
        page = open(kind, place, "?q=council&sort=newest&from=2001-05-12&to=2001-05-13");
        settled(page);
        assertThat(headlines(page)).isEqualTo("Council meets again 3 | Council meets again 2");
    }

    @ParameterizedTest
    @MethodSource("places")
    void yearsWithoutHitsAreShownAsAGapAndLeadNowhere(Kind kind, int place) throws Exception {
        BrowserPage page = ask(kind, place, "the");

        assertThat(page.evaluate("[...document.querySelectorAll('#search-years li')].map(li => li.textContent).join()"))
                .isEqualTo("1911,…,1998,1999,2000,2001");
        assertThat(page.evaluate("[...document.querySelectorAll('#search-years a')].map(a => a.textContent).join()"))
                .isEqualTo("1911,1998,2001");
    }

    @ParameterizedTest
    @MethodSource("places")
    void turnsPages(Kind kind, int place) throws Exception {
        BrowserPage page = open(kind, place, "?q=council&sort=oldest");
        settled(page);
        page.evaluate("document.querySelector('#search-pages a[rel=next]').click()");
        page.await("location.search.includes('page=2')");
        page.await("document.querySelector('#search-results h2').textContent === 'Council meets again 10'");
        page.evaluate("document.querySelectorAll('#search-pages a[rel=next]')[0].click()");
        page.await("location.search.includes('page=3')");
        page.back();
        page.await("document.querySelector('#search-results h2').textContent === 'Council meets again 10'");
    }

    @ParameterizedTest
    @MethodSource("places")
    void pageBehindTheLastIsTheLast(Kind kind, int place) throws Exception {
        BrowserPage page = open(kind, place, "?q=council&sort=oldest&page=99");
        settled(page);
        assertThat(page.evaluate("document.querySelector('#search-pages .here').textContent"))
                .isEqualTo("Page 4 of 4");
        assertThat(page.evaluate("'' + document.querySelectorAll('#search-results h2').length"))
                .isEqualTo("6");
    }

    @ParameterizedTest
    @MethodSource("places")
    void offersANearWordWhereNothingIsFound(Kind kind, int place) throws Exception {
        BrowserPage page = ask(kind, place, "harbuor storm");
        assertThat(state(page)).isEqualTo("Nothing was found for “harbuor storm”.");
        page.await("document.querySelector('#search-instead a') !== null");
        assertThat(page.evaluate("document.getElementById('search-instead').textContent"))
                .isEqualTo("Did you mean harbour storm?");

        page.evaluate("document.querySelector('#search-instead a').click()");
        page.await("location.search === '?q=harbour+storm'");
        page.await("document.getElementById('search-state').textContent === 'Results: 2'");
    }

    @ParameterizedTest
    @MethodSource("places")
    void nothingFromAQueryOrAnArticleBecomesLive(Kind kind, int place) throws Exception {
        for (String query : List.of(
                "<img src=x onerror=alert(1)>",
                "naughty",
                "\"><script>alert(1)</script>",
                "__proto__ constructor toString",
                "\\u0000 \" -\" * ** headline: -",
                "a".repeat(5000),
                "{0} {1} $& %2")) {
            BrowserPage page = ask(kind, place, query);
            assertThat(page.evaluate(
                            "document.querySelectorAll('main img, main script:not([src]), main b, [onerror]').length"))
                    .as(query)
                    .isEqualTo("0");
        }
        assertThat(headlines(ask(kind, place, "naughty"))).isEqualTo("<img src=x onerror=alert(1)> & Co");
    }

    @ParameterizedTest
    @MethodSource("places")
    void saysSoWhenTheIndexCannotBeRead(Kind kind, int place) throws Exception {
        BrowserPage page = open(kind, place, "");
        page.await("!document.getElementById('search-form').hidden");
        page.evaluate("document.head.append = () => { throw new Error('no more scripts'); }");
        page.evaluate("document.querySelector('[name=q]').focus()");
        page.type("storm" + BrowserPage.ENTER);

        page.await(
                "document.getElementById('search-state').textContent.startsWith('The search index could not be read')");
    }
}
