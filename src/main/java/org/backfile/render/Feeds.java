package org.backfile.render;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.backfile.article.ArticleDate;
import org.backfile.page.PageSettings;
import org.backfile.page.SitePath;

/**
 * The feeds of a site whose address is known: {@code feed.atom}, {@code feed.rss} and {@code feed.json} (JSON Feed 1.1)
 * with the newest {@value #NEWEST} dated stories, and archive documents of the Atom feed (RFC 5005) with all of them, a
 * year each ({@code feeds/2014.atom}). A year of more than {@value #MOST} stories is divided by month, a month by day, a
 * day by number.
 *
 * <p>Stories without a date are in no feed. Atom wants a time of day for {@code updated}: it is the first moment that the
 * date allows, in UTC; {@code published} and RSS's {@code pubDate} are left out where the day is not known, and
 * {@code dc:date} says the date as it is. A feed's {@code updated} is its newest story's: no clock is read.
 *
 * <p>Immutable. Cost: linear in the number of stories; one document at a time is in memory.
 */
public final class Feeds {
    static final SitePath FRONT = new SitePath("index.html");
    static final SitePath ATOM = new SitePath("feed.atom");
    static final SitePath RSS = new SitePath("feed.rss");
    static final SitePath JSON = new SitePath("feed.json");

    private static final int NEWEST = 50;
    private static final int MOST = 1_000;
    private static final String EPOCH = "1970-01-01";
    private static final String[] DAYS = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    private static final String[] MONTHS = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };

    private final PageSettings settings;
    private final String site;
    /** Newest first. */
    private final List<FeedItem> items;

    private final SortedMap<SitePath, List<FeedItem>> archives = new TreeMap<>();

    /**
     * The feeds of a site.
     *
     * @param items in the order of time, as the site plan has them; those without a date are passed over
     * @throws IllegalArgumentException where the settings have no site URL
     */
    public Feeds(PageSettings settings, List<FeedItem> items) {
        String url = settings.siteUrl();
        if (url == null) {
            throw new IllegalArgumentException("feeds need a site URL");
        }
        this.settings = settings;
        this.site = url;
        List<FeedItem> newestFirst = new ArrayList<>();
        for (int i = items.size() - 1; i >= 0; i--) {
            if (items.get(i).date() != null) {
                newestFirst.add(items.get(i));
            }
        }
        this.items = newestFirst;
        divide(newestFirst, 4);
    }

    /** Shares out items to archives by the first {@code digits} characters of their dates. */
    private void divide(List<FeedItem> from, int digits) {
        SortedMap<String, List<FeedItem>> groups = new TreeMap<>();
        for (FeedItem item : from) {
            String iso = iso(item);
            groups.computeIfAbsent(iso.substring(0, Math.min(digits, iso.length())), g -> new ArrayList<>())
                    .add(item);
        }
        groups.forEach((name, group) -> {
            if (group.size() <= MOST) {
                archives.put(archive(name), group);
            } else if (digits < 10) {
                divide(group, digits + 3);
            } else {
                divideByNumber(name, group);
            }
        });
    }

    /** Numbered from the oldest on, so that an addition to the end changes the last alone. */
    private void divideByNumber(String name, List<FeedItem> group) {
        int end = group.size();
        for (int number = 1; end > 0; number++) {
            int start = Math.max(0, end - MOST);
            String padded = Integer.toString(10_000 + number).substring(1);
            archives.put(archive(name + "-" + padded), group.subList(start, end));
            end = start;
        }
    }

    private static SitePath archive(String name) {
        return new SitePath("feeds/" + name + ".atom");
    }

    private static String iso(FeedItem item) {
        ArticleDate date = item.date();
        return date == null ? EPOCH : date.iso();
    }

    /** Writes all feeds. */
    public void write(SiteFiles output) {
        List<SitePath> paths = new ArrayList<>(archives.keySet());
        write(ATOM, atom(paths), output);
        write(RSS, rss(), output);
        write(JSON, json(), output);
        for (int i = 0; i < paths.size(); i++) {
            write(paths.get(i), atomArchive(paths, i), output);
        }
    }

    private static void write(SitePath path, String text, SiteFiles output) {
        try (OutputStream file = output.create(path)) {
            file.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + path, e);
        }
    }

    private List<FeedItem> newest() {
        return items.subList(0, Math.min(NEWEST, items.size()));
    }

    private String atom(List<SitePath> archivePaths) {
        StringBuilder xml = atomStart(ATOM, newest());
        if (!archivePaths.isEmpty()) {
            link(xml, "prev-archive", archivePaths.get(archivePaths.size() - 1));
        }
        newest().forEach(item -> entry(xml, item));
        return xml.append("</feed>\n").toString();
    }

    private String atomArchive(List<SitePath> paths, int at) {
        List<FeedItem> inside = archives.getOrDefault(paths.get(at), List.of());
        StringBuilder xml = atomStart(paths.get(at), inside).append("<fh:archive/>\n");
        link(xml, "current", ATOM);
        if (at > 0) {
            link(xml, "prev-archive", paths.get(at - 1));
        }
        if (at + 1 < paths.size()) {
            link(xml, "next-archive", paths.get(at + 1));
        }
        inside.forEach(item -> entry(xml, item));
        return xml.append("</feed>\n").toString();
    }

    private StringBuilder atomStart(SitePath self, List<FeedItem> inside) {
        StringBuilder xml = new StringBuilder(4000)
                .append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"")
                .append(" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"")
                .append(" xmlns:fh=\"http://purl.org/syndication/history/1.0\"");
        attribute(xml, "xml:lang", settings.language());
        xml.append(">\n");
        element(xml, "id", SiteUrl.absolute(site, self));
        element(xml, "title", settings.title());
        if (!settings.tagline().isBlank()) {
            element(xml, "subtitle", settings.tagline());
        }
        element(xml, "updated", inside.isEmpty() ? EPOCH + "T00:00:00Z" : moment(inside.get(0)));
        xml.append("<author>");
        element(xml, "name", settings.title());
        xml.append("</author>\n");
        link(xml, "self", self);
        link(xml, "alternate", FRONT);
        return xml;
    }

    private void link(StringBuilder xml, String relation, SitePath target) {
        xml.append("<link rel=\"").append(relation).append('"');
        attribute(xml, "href", SiteUrl.absolute(site, target));
        xml.append("/>\n");
    }

    private void entry(StringBuilder xml, FeedItem item) {
        xml.append("<entry");
        if (item.language() != null) {
            attribute(xml, "xml:lang", item.language());
        }
        xml.append(">\n");
        element(xml, "id", SiteUrl.absolute(site, item.path()));
        element(xml, "title", item.title());
        link(xml, "alternate", item.path());
        element(xml, "updated", moment(item));
        if (isDay(item)) {
            element(xml, "published", moment(item));
        }
        element(xml, "dc:date", iso(item));
        if (item.author() != null) {
            xml.append("<author>");
            element(xml, "name", item.author());
            xml.append("</author>\n");
        }
        if (item.section() != null) {
            xml.append("<category");
            attribute(xml, "term", item.section());
            xml.append("/>\n");
        }
        element(xml, "summary", item.summary());
        xml.append("</entry>\n");
    }

    private static boolean isDay(FeedItem item) {
        ArticleDate date = item.date();
        return date != null && date.precision() == ArticleDate.Precision.DAY;
    }

    private static String moment(FeedItem item) {
        String iso = iso(item);
        return iso + "-01-01".substring(Math.min(6, iso.length() - 4)) + "T00:00:00Z";
    }

    private static void element(StringBuilder xml, String name, String text) {
        xml.append('<').append(name).append('>').append(HtmlText.escape(text));
        xml.append("</").append(name).append(">\n");
    }

    private static void attribute(StringBuilder xml, String name, String value) {
        xml.append(' ').append(name).append("=\"");
        xml.append(HtmlText.escape(value)
                .replace("\n", "&#10;")
                .replace("\t", "&#9;")
                .replace("\r", "&#13;"));
        xml.append('"');
    }

    private String rss() {
        StringBuilder xml = new StringBuilder(4000)
                .append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\"")
                .append(" xmlns:atom=\"http://www.w3.org/2005/Atom\"")
                .append(" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n<channel>\n");
        element(xml, "title", settings.title());
        element(xml, "link", SiteUrl.absolute(site, FRONT));
        element(xml, "description", settings.tagline().isBlank() ? settings.title() : settings.tagline());
        element(xml, "language", settings.language());
        xml.append("<atom:link rel=\"self\" type=\"application/rss+xml\"");
        attribute(xml, "href", SiteUrl.absolute(site, RSS));
        xml.append("/>\n");
        newest().forEach(item -> rssItem(xml, item));
        return xml.append("</channel>\n</rss>\n").toString();
    }

    private void rssItem(StringBuilder xml, FeedItem item) {
        xml.append("<item>\n");
        element(xml, "title", item.title());
        element(xml, "link", SiteUrl.absolute(site, item.path()));
        element(xml, "guid", SiteUrl.absolute(site, item.path()));
        ArticleDate date = item.date();
        if (date != null && isDay(item)) {
            element(xml, "pubDate", rfc822(date));
        }
        element(xml, "dc:date", iso(item));
        if (item.author() != null) {
            element(xml, "dc:creator", item.author());
        }
        if (item.section() != null) {
            element(xml, "category", item.section());
        }
        element(xml, "description", item.summary());
        xml.append("</item>\n");
    }

    private static String rfc822(ArticleDate date) {
        int weekday = LocalDate.of(date.year(), date.month(), date.day())
                .getDayOfWeek()
                .getValue();
        String iso = date.iso();
        return DAYS[weekday - 1] + ", " + iso.substring(8) + " " + MONTHS[date.month() - 1] + " " + iso.substring(0, 4)
                + " 00:00:00 GMT";
    }

    private String json() {
        String text = JsonRecord.text(json -> json.field("version", "https://jsonfeed.org/version/1.1")
                .field("title", settings.title())
                .field("home_page_url", SiteUrl.absolute(site, FRONT))
                .field("feed_url", SiteUrl.absolute(site, JSON))
                .fieldIfKnown("description", settings.tagline())
                .field("language", settings.language())
                .array("items", array -> newest().forEach(item -> array.element(object -> jsonItem(item, object)))));
        return text + "\n";
    }

    private void jsonItem(FeedItem item, JsonRecord json) {
        String url = SiteUrl.absolute(site, item.path());
        json.field("id", url)
                .field("url", url)
                .field("title", item.title())
                .field("content_text", item.summary())
                .fieldIfKnown("date_published", isDay(item) ? moment(item) : null)
                .fieldIfKnown("language", item.language());
        if (item.author() != null) {
            json.array("authors", array -> array.element(author -> author.field("name", item.author())));
        }
        if (item.section() != null) {
            json.strings("tags", List.of(item.section()));
        }
    }
}
