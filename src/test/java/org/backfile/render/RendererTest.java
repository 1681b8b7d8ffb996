package org.backfile.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.backfile.page.Archive;
import org.backfile.page.Archive.Draft;
import org.backfile.page.Page;
import org.backfile.page.PageSettings;
import org.backfile.page.SiteLayout;
import org.backfile.page.SitePath;
import org.backfile.page.SitePlan;
import org.backfile.story.Stories.Role;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class RendererTest {
    private static final Archive ARCHIVE = new Archive()
            .add(Draft.of("a.txt", "Storm closes harbour", "2014-12-30")
                    .in("News", "WELLHAVEN", "Ada Pell and Jo Marsh", "The Lantern")
                    .kicker("WEATHER")
                    .saying("The harbour shut at dawn.\n\nNobody was hurt."))
            .also(Draft.of("b/a.txt", "Harbour shut by storm", "2015-01-02"), Role.VERSION)
            .also(Draft.of("c/a.txt", "Storm closes harbour", null), Role.COPY)
            .add(Draft.of("d.txt", null, null).saying("Eleven words are here and they stand for what is missing."))
            .add(Draft.of("e.txt", "<script>alert(1)</script> & Söhne", "1999").in("<b>News</b>", "'\"", "x", "y"));

    private static Map<String, Document> site(Archive archive, PageSettings settings) {
        SitePlan plan = archive.plan(settings);
        Renderer renderer = renderer(plan, settings, name -> null);
        Map<String, Document> site = new TreeMap<>();
        for (Page page : plan.pages()) {
            String html = new String(renderer.render(page, archive::article), StandardCharsets.UTF_8);
            assertThat(site.put(page.path().value(), Jsoup.parse(html))).isNull();
        }
        return site;
    }

    private static Renderer renderer(SitePlan plan, PageSettings settings, Function<String, String> own) {
        return new Renderer(settings, plan.shelves(), own, SitePictures.NONE);
    }

    @Test
    void everyLinkLeadsToAPageOfTheSiteAndEveryPageIsLinked() {
        Map<String, Document> site = site(ARCHIVE, PageSettings.titled("The Lantern"));
        var linked = new java.util.TreeSet<>(List.of("404.html", "index.html"));
        site.forEach((path, page) -> {
            for (Element link : page.select("a[href]")) {
                java.net.URI target = java.net.URI.create("/" + path).resolve(link.attr("href"));
                String file = target.getPath().substring(1);
                assertThat(site).as("%s links to %s", path, link.attr("href")).containsKey(file);
                if (target.getFragment() != null) {
                    assertThat(site.get(file).getElementById(target.getFragment()))
                            .as("%s links to %s", path, link.attr("href"))
                            .isNotNull();
                }
                linked.add(file);
            }
        });
        assertThat(linked).containsAll(site.keySet());
    }

    @Test
    void nothingFromInputBecomesAnElement() {
        site(ARCHIVE, PageSettings.titled("<i>Title</i>")).forEach((path, page) -> {
            assertThat(page.select("script:not([type=application/ld+json]):not([src=assets/search.js]), b, main > i"))
                    .as(path)
                    .isEmpty();
        });
    }

    private static String page(String path, PageSettings settings, Map<String, String> own) {
        SitePlan plan = ARCHIVE.plan(settings);
        Page page = plan.pages().stream()
                .filter(p -> p.path().value().startsWith(path))
                .findFirst()
                .orElseThrow();
        return new String(renderer(plan, settings, own::get).render(page, ARCHIVE::article), StandardCharsets.UTF_8);
    }

    private static String page(String path, Map<String, String> own) {
        return page(path, PageSettings.titled("The Lantern"), own);
    }

    @Test
    void aStoryShowsWhatIsKnownAndSaysWhatIsNot() {
        Document story = Jsoup.parse(page("2014/12/30/storm", Map.of()));
        assertThat(story.select("article h1").text()).isEqualTo("Storm closes harbour");
        assertThat(story.select("article .kicker").text()).isEqualTo("WEATHER");
        assertThat(story.select(".body p").eachText()).containsExactly("The harbour shut at dawn.", "Nobody was hurt.");
        assertThat(story.select(".printings li")).hasSize(3);
        Document unknown = Jsoup.parse(page("undated/d-", Map.of()));
        assertThat(unknown.select("h1.untitled").text()).isEqualTo("Eleven words are here and they stand for…");
        assertThat(unknown.select("article > header").text()).contains("Date unknown");
    }

    @Test
    void underTheHeadlineStandsThePublicationOfTheArticleShownAndOfNoOther() {
        Archive archive = new Archive()
                .add(Draft.of("wire/a.txt", "Umbrellas adrift", "2014-12-30"))
                .also(
                        Draft.of("paper/b.txt", "Umbrellas adrift", "2014-12-31")
                                .in("World", "Pellwick", "Ada Quill", "Holm Islander"),
                        Role.COPY);
        SitePlan plan = archive.plan(PageSettings.titled("T"));
        Page page = plan.pages().stream()
                .filter(p -> p.path().value().startsWith("2014/12/30/umbrellas"))
                .findFirst()
                .orElseThrow();

        Document story = Jsoup.parse(new String(
                renderer(plan, PageSettings.titled("T"), name -> null).render(page, archive::article),
                StandardCharsets.UTF_8));

        assertThat(story.select(".facts").text()).doesNotContain("Holm Islander");
        assertThat(story.select(".printings").text()).contains("Holm Islander");
    }

    @Test
    void aMonthShowsItsDaysWithTheGapsBetweenThem() {
        Document month = Jsoup.parse(page("2014/12/index", Map.of()));

        assertThat(month.select(".by-day td").eachText()).hasSize(31);
        assertThat(month.select(".by-day td:has(a)").eachText()).containsExactly("30");
        assertThat(month.select(".by-day td a").attr("href")).isEqualTo("#d30");
    }

    @Test
    void aPlacesOwnPageDoesNotRepeatItsNameInEachRow() {
        Document place = Jsoup.parse(page("places/wellhaven/index", Map.of()));
        Document month = Jsoup.parse(page("2014/12/index", Map.of()));

        assertThat(month.select(".rows").text()).containsIgnoringCase("Wellhaven");
        assertThat(place.select(".rows").text()).doesNotContainIgnoringCase("Wellhaven");
    }

    @Test
    void aVersionShowsItsDifferencesAndACopyIsNotIndexed() {
        Document version = Jsoup.parse(page("2015/01/02/", Map.of()));
        assertThat(version.select("del").text()).contains("The harbour shut at dawn");
        assertThat(version.select("a[href=../../../2014/12/30/"
                        + ARCHIVE.plan(PageSettings.titled("T"))
                                .address(new org.backfile.article.ArticleId("a.txt", 1))
                                .value()
                                .substring("2014/12/30/".length())
                        + "]"))
                .as("one on the way to it, one in the text")
                .hasSize(2);
        Document copy = Jsoup.parse(page("undated/storm", Map.of()));
        assertThat(copy.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
    }

    @Test
    void aFileOfTheArchivesOwnReplacesOurs() {
        Map<String, String> threeFiles = Map.of(
                "layout.ftlh",
                        "<#macro page kind><!DOCTYPE html><title>${head.title}</title><main><#nested></main></#macro>",
                "story.ftlh",
                        "<#import 'layout.ftlh' as layout><@layout.page kind='story'><h1>${page.headline}</h1>${page.body}</@>",
                "style.css", "main { color: red }");
        assertThat(page("2014/12/30/storm", threeFiles))
                .isEqualTo(
                        "<!DOCTYPE html><title>Storm closes harbour – The Lantern</title><main>"
                                + "<h1>Storm closes harbour</h1><p>The harbour shut at dawn.</p>\n<p>Nobody was hurt.</p>\n</main>");
        assertThat(page("2014/12/index", threeFiles)).contains("Storm closes harbour");
        SitePlan plan = ARCHIVE.plan(PageSettings.titled("T"));
        assertThat(renderer(plan, PageSettings.titled("T"), threeFiles::get).assets())
                .hasEntrySatisfying(
                        new SitePath("assets/style.css"),
                        css -> assertThat(css).asString().contains("red"));
    }

    @Test
    void messagesOfTheArchivesOwnStandInOurTemplatesHoweverTheyAreWritten() {
        String words = "story.cite = <b>${1 + 1}</b> & \\\\1\nstory.source =\n";
        Document page = Jsoup.parse(page("2014/12/30/storm", Map.of("messages/en.properties", words)));

        assertThat(page.select(".cite h2").text()).isEqualTo("<b>${1 + 1}</b> & \\1");
        assertThat(page.select(".source dt").first().text()).isEmpty();
    }

    @Test
    void aMistakeInATemplateIsToldWithItsPlace() {
        assertThatThrownBy(() -> page("2014/12/30/storm", Map.of("story.ftlh", "<h1>\n  ${page.headlin}</h1>")))
                .isInstanceOf(TemplateProblem.class)
                .hasMessageContaining("template story.ftlh, line 2, column 5")
                .hasMessageContaining("\"page.headlin\" is unknown here");
        assertThatThrownBy(() -> page("2014/12/30/storm", Map.of("story.ftlh", "<#if x>")))
                .isInstanceOf(TemplateProblem.class)
                .hasMessageContaining("template story.ftlh, line 1");
        assertThatThrownBy(() -> page("2014/12/30/storm", Map.of("story.ftlh", "${text('no.such')}")))
                .isInstanceOf(TemplateProblem.class)
                .hasMessageContaining("no.such");
        assertThatThrownBy(() -> page("2014/12/30/storm", Map.of("story.ftlh", "<#include 'none.ftlh'>")))
                .isInstanceOf(TemplateProblem.class);
    }

    @Test
    void aTemplateReachesNothingButRecords() {
        for (String attack : List.of(
                "${page.getClass()}",
                "${page.hashCode()}",
                "${'freemarker.template.utility.Execute'?new()('id')}",
                "${page?api.class}",
                "${site.title.bytes}")) {
            assertThatThrownBy(() -> page("2014/12/30/storm", Map.of("story.ftlh", attack)))
                    .as(attack)
                    .isInstanceOf(TemplateProblem.class);
        }
    }

    @Test
    void anArabicSiteRunsFromRightToLeft() {
        PageSettings arabic = new PageSettings("الفانوس", "", "ar", null, null, null, SiteLayout.STORY, false);
        Document front = Jsoup.parse(page("index.html", arabic, Map.of()));
        assertThat(front.select("html").attr("dir")).isEqualTo("rtl");
        assertThat(front.select("html").attr("lang")).isEqualTo("ar");
    }

    @Test
    void pagesOnlyHaveAbsoluteAddressesWhereTheSitesOwnIsKnown() {
        PageSettings placed =
                new PageSettings("T", "", "en", "https://example.org/old/", null, null, SiteLayout.STORY, false);
        Document story = Jsoup.parse(page("2014/12/30/storm", placed, Map.of()));
        assertThat(story.select("link[rel=canonical]").attr("href"))
                .startsWith("https://example.org/old/2014/12/30/storm-closes-harbour-");
        assertThat(Jsoup.parse(page("404", placed, Map.of())).select("a").eachAttr("href"))
                .containsExactly("https://example.org/old/index.html", "https://example.org/old/search.html");
        assertThat(page("2014/12/30/storm", Map.of())).doesNotContain("rel=\"canonical\"");
        assertThat(Jsoup.parse(page("404", Map.of())).select("a")).isEmpty();
    }
}
