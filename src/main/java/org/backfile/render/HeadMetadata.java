package org.backfile.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.backfile.article.ArticleCard;
import org.backfile.article.ArticleDate;
import org.backfile.page.Content;
import org.backfile.page.Headline;
import org.backfile.page.Label;
import org.backfile.page.PageSettings;
import org.backfile.page.SitePath;
import org.jspecify.annotations.Nullable;

/**
 * What a page's head says to machines: JSON-LD (schema.org's NewsArticle and BreadcrumbList), Dublin Core, OpenGraph, and
 * what makes Zotero file a story as a newspaper article: {@code z:itemType}, with {@code prism.publicationName} and
 * {@code article:section}, as its Embedded Metadata translator reads them. There is no {@code citation_title}, which would
 * make it a journal article, and no {@code DC.source}, which it takes for the paper's name.
 *
 * <p>Absolute URLs stand there only where the site's address is known; elsewhere JSON-LD has relative ones, which are
 * read from the page's address. Immutable.
 */
final class HeadMetadata {
    private final SitePath page;
    private final PageSettings settings;
    private final Function<Label, String> names;
    private final StringBuilder html = new StringBuilder(4000);

    private HeadMetadata(SitePath page, PageSettings settings, Function<Label, String> names) {
        this.page = page;
        this.settings = settings;
        this.names = names;
    }

    /**
     * The metadata of a story.
     *
     * @param picture the first that it shows; null where there is none
     * @param names gives the words for a label
     */
    static Html story(
            Content.Story story,
            SitePictures.@Nullable Picture picture,
            PageSettings settings,
            Function<Label, String> names) {
        HeadMetadata head = new HeadMetadata(story.path(), settings, names);
        head.feeds();
        head.dublinCore(story);
        head.openGraph(story, picture);
        head.jsonLd(json -> json.element(article -> head.article(story, picture, article))
                .element(crumbs -> head.breadcrumbs(story.way(), title(story.lead()), crumbs)));
        return new Html(head.html.toString());
    }

    /** The metadata of any other page that search engines may show: the way to it from the front page, and its title. */
    static Html page(
            SitePath page, List<Content.Step> way, String title, PageSettings settings, Function<Label, String> names) {
        HeadMetadata head = new HeadMetadata(page, settings, names);
        head.feeds();
        head.property("og:type", "website");
        head.property("og:site_name", settings.title());
        head.property("og:title", title);
        head.property("og:url", head.absolute());
        if (!way.isEmpty()) {
            head.jsonLd(json -> json.element(crumbs -> head.breadcrumbs(way, title, crumbs)));
        }
        return new Html(head.html.toString());
    }

    /** The metadata of a day's page: as of {@link #page}, and JSON-LD of each story that stands there whole. */
    static Html day(
            SitePath page,
            Content.DayPage day,
            String title,
            SitePictures pictures,
            PageSettings settings,
            Function<Label, String> names) {
        HeadMetadata head = new HeadMetadata(page, settings, names);
        head.jsonLd(json -> day.stories().forEach(story -> {
            SitePictures.Picture first =
                    pictures.of(story.lead().id()).values().stream().findFirst().orElse(null);
            json.element(article -> head.article(story, first, article));
        }));
        return new Html(page(page, day.way(), title, settings, names).value() + head.html);
    }

    private static String title(ArticleCard lead) {
        return Headline.of(lead);
    }

    private @Nullable String absolute() {
        return settings.siteUrl() == null ? null : SiteUrl.absolute(settings.siteUrl(), page);
    }

    private String url(SitePath target) {
        return settings.siteUrl() == null
                ? SiteUrl.relative(page, target)
                : SiteUrl.absolute(settings.siteUrl(), target);
    }

    private void feeds() {
        if (settings.siteUrl() != null) {
            feed("application/atom+xml", "Atom", Feeds.ATOM);
            feed("application/rss+xml", "RSS", Feeds.RSS);
            feed("application/feed+json", "JSON Feed", Feeds.JSON);
        }
    }

    private void feed(String type, String name, SitePath feed) {
        html.append("<link rel=\"alternate\" type=\"")
                .append(type)
                .append("\" title=\"")
                .append(name);
        html.append("\" href=\"")
                .append(HtmlText.escape(SiteUrl.relative(page, feed)))
                .append("\">\n");
    }

    private void dublinCore(Content.Story story) {
        ArticleCard lead = story.lead();
        name("DC.type", "Text");
        name("DC.title", title(lead));
        for (String author : authors(story)) {
            name("DC.creator", author);
        }
        name("DC.date", story.date() == null ? null : story.date().iso());
        name("DC.publisher", lead.publication());
        name("DC.coverage", lead.place());
        name("DC.language", lead.language());
        name("DC.identifier", absolute());
        name("z:itemType", "newspaperArticle");
        name("prism.publicationName", lead.publication());
    }

    private void openGraph(Content.Story story, SitePictures.@Nullable Picture picture) {
        ArticleCard lead = story.lead();
        ArticleDate date = story.date();
        property("og:type", "article");
        property("og:site_name", settings.title());
        property("og:title", title(lead));
        property("og:description", lead.opening());
        property("og:url", absolute());
        property("article:section", lead.section());
        // OpenGraph knows no date that is coarser than a day
        property("article:published_time", date == null || date.day() == 0 ? null : date.iso());
        String site = settings.siteUrl();
        if (picture != null && site != null) {
            // OpenGraph knows no relative address
            property("og:image", SiteUrl.absolute(site, picture.path()));
            property("og:image:width", Integer.toString(picture.width()));
            property("og:image:height", Integer.toString(picture.height()));
        }
    }

    private void name(String name, @Nullable String content) {
        meta("name", name, content);
    }

    private void property(String name, @Nullable String content) {
        meta("property", name, content);
    }

    private void meta(String kind, String name, @Nullable String content) {
        if (content != null && !content.isBlank()) {
            html.append("<meta ").append(kind).append("=\"").append(name).append("\" content=\"");
            html.append(HtmlText.escape(content)).append("\">\n");
        }
    }

    private List<String> authors(Content.Story story) {
        List<String> authors = new ArrayList<>();
        story.headings().authors().forEach(step -> authors.add(names.apply(step.label())));
        String byline = story.lead().byline();
        if (authors.isEmpty() && byline != null) {
            authors.add(byline);
        }
        return authors;
    }

    private void article(Content.Story story, SitePictures.@Nullable Picture picture, JsonRecord json) {
        ArticleCard lead = story.lead();
        json.field("@type", "NewsArticle").field("url", url(story.path()));
        if (lead.headline() == null) {
            json.field("name", title(lead));
        } else {
            json.field("headline", lead.headline());
        }
        json.fieldIfKnown("alternativeHeadline", lead.kicker())
                .fieldIfKnown(
                        "datePublished",
                        story.date() == null ? null : story.date().iso())
                .fieldIfKnown("dateline", lead.place())
                .fieldIfKnown("articleSection", lead.section())
                .fieldIfKnown("inLanguage", lead.language())
                .fieldIfKnown("description", lead.opening());
        if (Messages.isSpaced(lead.language())) {
            json.field("wordCount", lead.words());
        }
        if (picture != null) {
            json.object(
                    "image",
                    image -> image.field("@type", "ImageObject")
                            .field("url", url(picture.path()))
                            .field("width", picture.width())
                            .field("height", picture.height()));
        }
        List<String> authors = authors(story);
        if (!authors.isEmpty()) {
            json.array(
                    "author",
                    array -> authors.forEach(author -> array.element(
                            person -> person.field("@type", "Person").field("name", author))));
        }
        if (lead.agency() != null) {
            json.object(
                    "provider", agency -> agency.field("@type", "Organization").field("name", lead.agency()));
        }
        json.array("isPartOf", array -> {
            if (lead.publication() != null) {
                array.element(paper -> paper.field("@type", "Newspaper").field("name", lead.publication()));
            }
            array.element(archive -> archive.field("@type", "Collection")
                    .field("name", settings.title())
                    .field("url", url(Feeds.FRONT)));
        });
        json.object("isBasedOn", source -> source(story, source));
    }

    private static void source(Content.Story story, JsonRecord json) {
        Content.SourceNote note = story.source();
        json.field("@type", "CreativeWork").field("name", story.lead().id().path());
        if (note != null) {
            json.field("identifier", "sha256:" + note.sha256());
        }
    }

    private void breadcrumbs(List<Content.Step> way, String title, JsonRecord json) {
        json.field("@type", "BreadcrumbList").array("itemListElement", items -> {
            int position = 1;
            for (Content.Step step : way) {
                crumb(items, position++, names.apply(step.label()), url(step.path()));
            }
            crumb(items, position, title, url(page));
        });
    }

    private static void crumb(JsonRecord items, int position, String name, String url) {
        items.element(item -> item.field("@type", "ListItem")
                .field("position", position)
                .field("name", name)
                .field("item", url));
    }

    private void jsonLd(Consumer<JsonRecord> graph) {
        html.append("<script type=\"application/ld+json\">");
        JsonRecord.inScript(
                html, object -> object.field("@context", "https://schema.org").array("@graph", graph));
        html.append("</script>\n");
    }
}
