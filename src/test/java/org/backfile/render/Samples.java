package org.backfile.render;

import java.util.List;
import org.backfile.article.ArticleCard;
import org.backfile.article.ArticleDate;
import org.backfile.article.ArticleId;
import org.backfile.page.Content;
import org.backfile.page.Label;
import org.backfile.page.PageSettings;
import org.backfile.page.SiteLayout;
import org.backfile.page.SitePath;
import org.backfile.source.Sha256;
import org.jspecify.annotations.Nullable;

/** A story of an invented paper, with one thing varied at a time. */
final class Samples {
    static final SitePath PAGE = new SitePath("2014/12/30/storm-closes-harbour-k3f9x.html");

    private Samples() {}

    static PageSettings settings(@Nullable String siteUrl) {
        return new PageSettings(
                "Tidewater Archive", "Forty years of the coast", "en", siteUrl, null, null, SiteLayout.STORY, false);
    }

    static ArticleCard card(@Nullable String headline, @Nullable ArticleDate date) {
        ArticleId id = new ArticleId("gazette/storm.txt", 1);
        return new ArticleCard(
                id,
                ArticleCard.idHash(id),
                headline,
                "WEATHER",
                "The Tidewater Gazette",
                "Local",
                "Ada Quill and Ben Oar",
                "Coast Wire",
                "PORT ALDER",
                date,
                null,
                "The Tidewater Gazette",
                "en-GB",
                "The storm closed the harbour on Monday.",
                240,
                1_500,
                "da39a3ee5e6b4b0d3255bfef95601890afd80709");
    }

    /** A card of which nothing is known but its words. */
    static ArticleCard bare() {
        return bare(null, null);
    }

    /** A card of which nothing else is known but its words. */
    static ArticleCard bare(@Nullable String headline, @Nullable String byline) {
        ArticleId id = new ArticleId("x.txt", 1);
        return new ArticleCard(
                id,
                ArticleCard.idHash(id),
                headline,
                null,
                null,
                null,
                byline,
                null,
                null,
                null,
                null,
                null,
                null,
                "",
                0,
                0,
                "");
    }

    static Content.Story story(ArticleCard card) {
        boolean known = card.section() != null;
        Content.Headings headings = known
                ? new Content.Headings(
                        List.of(),
                        List.of(),
                        List.of(
                                step("authors/ada-quill/index.html", "Ada Quill"),
                                step("authors/ben-oar/index.html", "Ben Oar")),
                        List.of())
                : new Content.Headings(List.of(), List.of(), List.of(), List.of());
        return new Content.Story(
                card,
                PAGE,
                card.date(),
                null,
                known ? new Content.SourceNote("gazette/storm.txt", 10, Sha256.ofHex("ab".repeat(32)), 0) : null,
                headings,
                List.of(step("index.html", "Front page"), step("2014/index.html", "2014")),
                1,
                1,
                card.date(),
                card.date(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null);
    }

    static Content.Step step(String path, String name) {
        return new Content.Step(new Label(Label.Kind.NAME, name, null), new SitePath(path));
    }
}
