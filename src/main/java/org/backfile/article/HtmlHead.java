package org.backfile.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.backfile.source.Problem;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/**
 * What a page states about its article, surest first: JSON-LD, then OpenGraph and meta elements, then the elements of the
 * page itself. For the headline the page's own first-level heading comes first, because metadata often has a shorter
 * one made for search.
 */
final class HtmlHead {
    private static final List<String> DATES = List.of(
            "article:published_time",
            "datePublished",
            "date",
            "dc.date",
            "dc.date.issued",
            "dcterms.created",
            "dcterms.date",
            "pubdate",
            "publishdate",
            "publish-date",
            "publication_date",
            "parsely-pub-date",
            "sailthru.date",
            "citation_publication_date",
            "citation_date",
            "og:published_time",
            "cXenseParse:recs:publishtime");
    private static final List<String> AUTHORS = List.of(
            "author",
            "article:author",
            "byl",
            "dc.creator",
            "dcterms.creator",
            "parsely-author",
            "sailthru.author",
            "citation_author");
    private static final List<String> SECTIONS = List.of("article:section", "section", "parsely-section");
    private static final String PARTING = "|-–—·«:";

    private final Document page;
    private final HtmlPlaces places;
    private final WrittenFields fields;
    private final List<Element> metas;
    private @Nullable Stated<String> masthead;
    private @Nullable Element headlineElement;

    HtmlHead(Document page, HtmlPlaces places, String path, DateOrder order) {
        this.page = page;
        this.places = places;
        this.fields = new WrittenFields(Rule.HTML_METADATA, path, order);
        this.metas = page.select("meta[content]");
        masthead();
        headline();
        linkedData();
        metas();
        elements();
    }

    Fields fields() {
        Fields f = fields.fields();
        return new Fields(
                f.headline(),
                f.kicker(),
                masthead,
                f.section(),
                f.byline(),
                f.agency(),
                f.place(),
                f.date(),
                f.publication(),
                f.language());
    }

    /** The heading that is the headline. */
    Optional<Element> headlineElement() {
        return Optional.ofNullable(headlineElement);
    }

    List<Problem> problems() {
        return fields.problems();
    }

    private void put(FieldName field, String value, Node node) {
        fields.put(field, value, places.place(node));
    }

    private void masthead() {
        Element site = meta("og:site_name");
        if (site == null) {
            site = meta("application-name");
        }
        if (site != null) {
            masthead = stated(site.attr("content"), site);
        }
    }

    private @Nullable Stated<String> stated(String value, Node node) {
        String flat = WrittenFields.flat(value);
        return flat.isEmpty()
                ? null
                : new Stated<>(flat, new Evidence(places.place(node), Rule.HTML_METADATA, Confidence.WRITTEN));
    }

    private void headline() {
        List<Element> headings = new ArrayList<>();
        for (Element heading : page.select("h1")) {
            if (!heading.text().isBlank()) {
                headings.add(heading);
            }
        }
        Element inArticle = page.selectFirst("article h1, main h1, [itemprop=headline]");
        if (inArticle != null
                && !inArticle.text().isBlank()
                && !inArticle.tagName().equals("meta")) {
            headlineElement = inArticle;
        } else if (headings.size() == 1 && !isSiteName(headings.get(0).text())) {
            headlineElement = headings.get(0);
        }
        if (headlineElement != null) {
            put(FieldName.HEADLINE, headlineElement.text(), headlineElement);
        }
        title();
    }

    private boolean isSiteName(String text) {
        return masthead != null && masthead.value().equalsIgnoreCase(text.strip());
    }

    /** The title element: a headline without the site's name, which may be the masthead. */
    private void title() {
        Element og = meta("og:title");
        if (og != null) {
            put(FieldName.HEADLINE, og.attr("content"), og);
        }
        Element title = page.selectFirst("title");
        if (title == null || title.text().isBlank()) {
            return;
        }
        String text = WrittenFields.flat(title.text());
        int cut = siteCut(text);
        int bar = text.indexOf(" | ");
        if (cut >= 0) {
            put(FieldName.HEADLINE, text.substring(0, cut).strip(), title);
            mastheadInTitle(text.substring(cut + 3), title);
        } else if (bar > 0 && words(text.substring(0, bar)) < words(text.substring(bar + 3))) {
            put(FieldName.HEADLINE, text.substring(bar + 3), title);
            mastheadInTitle(text.substring(0, bar), title);
        } else {
            put(FieldName.HEADLINE, text, title);
        }
    }

    private void mastheadInTitle(String site, Element title) {
        if (masthead == null) {
            masthead = new Stated<>(
                    site.strip(), new Evidence(places.place(title), Rule.HTML_METADATA, Confidence.INFERRED));
        }
    }

    /** Where the last sign between spaces stands, if what follows is short like a site's name; else -1. */
    private int siteCut(String title) {
        for (int i = title.length() - 3; i > 0; i--) {
            boolean between =
                    title.charAt(i - 1) == ' ' && title.charAt(i + 1) == ' ' && PARTING.indexOf(title.charAt(i)) >= 0;
            if (between) {
                String site = title.substring(i + 2);
                boolean named = isSiteName(site);
                boolean isShort = words(site) <= 5 && words(title.substring(0, i)) > words(site);
                return named || isShort ? i - 1 : -1;
            }
        }
        return -1;
    }

    private static int words(String text) {
        int[] words = {0};
        Words.forEach(text, word -> words[0]++);
        return words[0];
    }

    private void linkedData() {
        for (Element script : page.select("script[type=application/ld+json]")) {
            Optional<Map<String, String>> article = JsonLd.article(script.data());
            if (article.isPresent()) {
                Map<String, String> values = article.get();
                put(FieldName.DATE, values.getOrDefault("datePublished", ""), script);
                put(FieldName.CREATED, values.getOrDefault("dateCreated", ""), script);
                put(FieldName.BYLINE, values.getOrDefault("author", values.getOrDefault("creator", "")), script);
                put(FieldName.SECTION, first(values.getOrDefault("articleSection", "")), script);
                put(FieldName.PUBLICATION, values.getOrDefault("publisher", ""), script);
                put(FieldName.LANGUAGE, values.getOrDefault("inLanguage", ""), script);
                put(FieldName.PLACE, values.getOrDefault("dateline", ""), script);
                put(FieldName.HEADLINE, values.getOrDefault("headline", ""), script);
                return;
            }
        }
    }

    private static String first(String list) {
        int comma = list.indexOf(", ");
        return comma < 0 ? list : list.substring(0, comma);
    }

    private void metas() {
        putMeta(FieldName.DATE, DATES);
        putMeta(FieldName.BYLINE, AUTHORS);
        putMeta(FieldName.SECTION, SECTIONS);
    }

    private void putMeta(FieldName field, List<String> names) {
        for (String name : names) {
            Element meta = meta(name);
            if (meta != null) {
                put(field, meta.attr("content"), meta);
            }
        }
    }

    private @Nullable Element meta(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        for (Element meta : metas) {
            boolean named = meta.attr("property").toLowerCase(Locale.ROOT).equals(wanted)
                    || meta.attr("name").toLowerCase(Locale.ROOT).equals(wanted)
                    || meta.attr("itemprop").toLowerCase(Locale.ROOT).equals(wanted);
            if (named && !meta.attr("content").isBlank()) {
                return meta;
            }
        }
        return null;
    }

    private void elements() {
        Element author =
                page.selectFirst("[rel=author], [itemprop=author] [itemprop=name], [itemprop=author], .byline");
        if (author != null && words(author.text()) <= 12) {
            put(FieldName.BYLINE, author.text(), author);
        }
        Element time = page.selectFirst(
                "time[pubdate], time[itemprop=datePublished], article time[datetime], main time[datetime], time[datetime]");
        if (time != null) {
            put(FieldName.DATE, time.attr("datetime").isEmpty() ? time.text() : time.attr("datetime"), time);
        }
        Element html = page.selectFirst("html[lang]");
        if (html != null) {
            put(FieldName.LANGUAGE, html.attr("lang"), html);
        }
        Element locale = meta("og:locale");
        if (locale != null) {
            put(FieldName.LANGUAGE, locale.attr("content"), locale);
        }
    }
}
