package org.backfile.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.backfile.article.ArticleCard;
import org.backfile.article.ArticleDate;
import org.backfile.page.Label;
import org.backfile.page.SitePath;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HeadMetadataTest {
    private static final String SITE = "https://example.org/news/";
    private static final ArticleDate DAY = new ArticleDate(2014, 12, 30);

    private static Document head(ArticleCard card, @Nullable String site) {
        return head(card, null, site);
    }

    private static Document head(ArticleCard card, SitePictures.@Nullable Picture picture, @Nullable String site) {
        Html html = HeadMetadata.story(Samples.story(card), picture, Samples.settings(site), Label::text);
        return Jsoup.parse("<!DOCTYPE html><html><head>" + html.value() + "</head><body></body></html>");
    }

    private static List<String> meta(Document head, String name) {
        return head.select("meta[name=\"" + name + "\"], meta[property=\"" + name + "\"]")
                .eachAttr("content");
    }

    private static Map<String, @Nullable Object> graph(Document head, int at) {
        Map<String, @Nullable Object> json = Json.object(
                head.select("script[type=application/ld+json]").first().data());
        assertThat(json.get("@context")).isEqualTo("https://schema.org");
        return Json.object(Json.list(json, "@graph").get(at));
    }

    @Test
    void zoteroFindsANewspaperArticle() {
        Document head = head(Samples.card("Storm closes harbour", DAY), SITE);
        assertThat(meta(head, "z:itemType")).containsExactly("newspaperArticle");
        assertThat(meta(head, "prism.publicationName")).containsExactly("The Tidewater Gazette");
        assertThat(meta(head, "DC.title")).containsExactly("Storm closes harbour");
        assertThat(meta(head, "DC.creator")).containsExactly("Ada Quill", "Ben Oar");
        assertThat(meta(head, "DC.date")).containsExactly("2014-12-30");
        assertThat(meta(head, "article:section")).containsExactly("Local");
        assertThat(head.select("meta[name^=citation_], meta[name=DC.source]")).isEmpty();
    }

    @Test
    void jsonLdDescribesTheArticleAndTheWayToIt() {
        Document head = head(Samples.card("Storm closes harbour", DAY), SITE);
        Map<String, @Nullable Object> article = graph(head, 0);
        assertThat(article)
                .containsEntry("@type", "NewsArticle")
                .containsEntry("headline", "Storm closes harbour")
                .containsEntry("datePublished", "2014-12-30")
                .containsEntry("dateline", "PORT ALDER")
                .containsEntry("articleSection", "Local")
                .containsEntry("wordCount", 240L)
                .containsEntry("url", SITE + Samples.PAGE);
        assertThat(Json.object(article, "isBasedOn")).containsEntry("identifier", "sha256:" + "ab".repeat(32));
        assertThat(Json.list(article, "author")).hasSize(2);
        assertThat(Json.list(article, "isPartOf")).hasSize(2);
        List<@Nullable Object> crumbs = Json.list(graph(head, 1), "itemListElement");
        assertThat(crumbs.stream().map(crumb -> Json.object(crumb).get("item")))
                .containsExactly(SITE + "index.html", SITE + "2014/index.html", SITE + Samples.PAGE);
        assertThat(crumbs.stream().map(crumb -> Json.object(crumb).get("position")))
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void aDateIsAsFineAsItIsKnown() {
        Document month = head(Samples.card("x", new ArticleDate(2014, 12, 0)), SITE);
        assertThat(graph(month, 0)).containsEntry("datePublished", "2014-12");
        assertThat(meta(month, "DC.date")).containsExactly("2014-12");
        assertThat(meta(month, "article:published_time")).isEmpty();
        assertThat(graph(head(Samples.card("x", null), SITE), 0)).doesNotContainKey("datePublished");
    }

    @Test
    void noAbsoluteUrlIsMadeUp() {
        Document head = head(Samples.card("Storm", DAY), null);
        assertThat(head.html())
                .doesNotContain("example.org")
                .doesNotContain("og:url")
                .doesNotContain("alternate");
        assertThat(graph(head, 0)).containsEntry("url", "storm-closes-harbour-k3f9x.html");
        assertThat(Json.object(Json.list(graph(head, 1), "itemListElement").get(0)))
                .containsEntry("item", "../../../index.html");
        assertThat(head(Samples.card("Storm", DAY), SITE)
                        .select("link[rel=alternate]")
                        .eachAttr("href"))
                .containsExactly("../../../feed.atom", "../../../feed.rss", "../../../feed.json");
    }

    @Test
    void theFirstPictureIsTheStorysImageAndOpenGraphHasItOnlyWithAnAddress() {
        var picture = new SitePictures.Picture(new SitePath("assets/pictures/0a.png"), 640, 480);
        Document known = head(Samples.card("Storm", DAY), picture, SITE);
        assertThat(meta(known, "og:image")).containsExactly(SITE + "assets/pictures/0a.png");
        assertThat(meta(known, "og:image:width")).containsExactly("640");
        assertThat(Json.object(graph(known, 0), "image"))
                .containsEntry("url", SITE + "assets/pictures/0a.png")
                .containsEntry("height", 480L);
        Document relative = head(Samples.card("Storm", DAY), picture, null);
        assertThat(meta(relative, "og:image")).isEmpty();
        assertThat(Json.object(graph(relative, 0), "image")).containsEntry("url", "../../../assets/pictures/0a.png");
        assertThat(graph(head(Samples.card("Storm", DAY), SITE), 0)).doesNotContainKey("image");
    }

    @Test
    void anArticleOfWhichNothingIsKnownHasNoHeadline() {
        Document head = head(Samples.bare(), null);
        assertThat(graph(head, 0)).containsEntry("name", "…").doesNotContainKeys("headline", "author", "dateline");
        assertThat(meta(head, "DC.creator")).isEmpty();
    }

    @Test
    void aByLineWithoutHeadingsIsTheAuthor() {
        ArticleCard noSection = Samples.bare("Storm", "Ada Quill and Ben Oar");
        assertThat(meta(head(noSection, null), "DC.creator")).containsExactly("Ada Quill and Ben Oar");
    }

    @Test
    void everyHeadlineSurvives() {
        for (String hostile : Hostile.texts()) {
            Document head = head(Samples.card(hostile, DAY), SITE);
            assertThat(graph(head, 0).get("headline")).isEqualTo(HtmlText.clean(hostile));
            assertThat(head.select("script")).hasSize(1);
            assertThat(head.head().children().select(":not(meta, link, script)"))
                    .isEmpty();
            assertThat(head.body().childNodeSize()).isZero();
            if (hostile.length() <= 200
                    && !hostile.isBlank()
                    && !HtmlText.clean(hostile).contains("\r")) {
                assertThat(meta(head, "DC.title")).containsExactly(HtmlText.clean(hostile));
            }
        }
    }

    @Test
    void otherPagesTellTheWayToThem() {
        Html html = HeadMetadata.page(
                new SitePath("2014/12/index.html"),
                List.of(Samples.step("index.html", "Front page")),
                "December 2014",
                Samples.settings(SITE),
                Label::text);
        Document head = Jsoup.parse(html.value());
        assertThat(meta(head, "og:type")).containsExactly("website");
        assertThat(Json.list(graph(head, 0), "itemListElement")).hasSize(2);
        assertThat(HeadMetadata.page(Feeds.FRONT, List.of(), "x", Samples.settings(null), Label::text)
                        .value())
                .doesNotContain("script");
    }
}
