package org.backfile.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.backfile.page.Archive;
import org.backfile.page.Archive.Draft;
import org.backfile.page.Page;
import org.backfile.page.PageSettings;
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
        return new Renderer(settings, plan.shelves(), own, (article, path) -> null);
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
            assertThat(page.select("script:not([src=assets/search.js]), b, main > i"))
                    .as(path)
                    .isEmpty();
        });
    }
}
