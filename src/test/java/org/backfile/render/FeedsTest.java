package org.backfile.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.backfile.article.ArticleDate;
import org.backfile.page.SitePath;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

class FeedsTest {
    private static final String SITE = "https://example.org/news/";

    private static FeedItem item(String name, @Nullable ArticleDate date) {
        return new FeedItem(
                new SitePath("x/" + name.hashCode() + ".html"),
                name,
                "About " + name,
                date,
                "Ada Quill",
                "Local",
                "en-GB");
    }

    static SortedMap<String, byte[]> files(java.util.function.Consumer<SiteFiles> writer) {
        Map<String, ByteArrayOutputStream> streams = new TreeMap<>();
        writer.accept(path -> {
            ByteArrayOutputStream stream = new ByteArrayOutputStream();
            assertThat(streams.put(path.value(), stream))
                    .as("%s made twice", path)
                    .isNull();
            return stream;
        });
        SortedMap<String, byte[]> files = new TreeMap<>();
        streams.forEach((path, stream) -> files.put(path, stream.toByteArray()));
        return files;
    }

    private static SortedMap<String, byte[]> feeds(List<FeedItem> items) {
        return files(new Feeds(Samples.settings(SITE), items)::write);
    }

    static Document xml(byte @Nullable [] bytes) {
        assertThat(bytes).isNotNull();
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError(new String(bytes, StandardCharsets.UTF_8), e);
        }
    }

    static List<String> texts(Document document, String name) {
        NodeList nodes = document.getElementsByTagNameNS("*", name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent())
                .toList();
    }

    private static Map<String, String> links(Document feed) {
        Map<String, String> links = new TreeMap<>();
        for (var node = feed.getDocumentElement().getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getLocalName().equals("link")) {
                links.put(element.getAttribute("rel"), element.getAttribute("href"));
            }
        }
        return links;
    }

    @Test
    void atomHasTheNewestStoriesAndTheirDatesAsFarAsTheyAreKnown() {
        Document feed = xml(feeds(List.of(
                        item("Old", new ArticleDate(1987, 0, 0)),
                        item("Middle", new ArticleDate(2014, 12, 0)),
                        item("New", new ArticleDate(2014, 12, 30)),
                        item("Undated", null)))
                .get("feed.atom"));
        assertThat(texts(feed, "title")).containsExactly("Tidewater Archive", "New", "Middle", "Old");
        assertThat(texts(feed, "updated"))
                .containsExactly(
                        "2014-12-30T00:00:00Z", "2014-12-30T00:00:00Z", "2014-12-01T00:00:00Z", "1987-01-01T00:00:00Z");
        assertThat(texts(feed, "published")).containsExactly("2014-12-30T00:00:00Z");
        assertThat(texts(feed, "date")).containsExactly("2014-12-30", "2014-12", "1987");
        assertThat(texts(feed, "id")).doesNotHaveDuplicates().allMatch(id -> id.startsWith(SITE));
        assertThat(feed.getDocumentElement().getAttribute("xml:lang")).isEqualTo("en");
    }

    @Test
    void archivesLeadFromTheFeedBackThroughTheYears() {
        SortedMap<String, byte[]> files = feeds(List.of(
                item("A", new ArticleDate(1987, 1, 1)),
                item("B", new ArticleDate(1999, 1, 1)),
                item("C", new ArticleDate(2014, 1, 1))));
        List<String> titles = new ArrayList<>();
        String next = links(xml(files.get("feed.atom"))).get("prev-archive");
        while (next != null) {
            Document archive = xml(files.get(next.substring(SITE.length())));
            assertThat(texts(archive, "archive")).hasSize(1);
            assertThat(links(archive))
                    .containsEntry("current", SITE + "feed.atom")
                    .containsEntry("self", next);
            titles.addAll(
                    texts(archive, "title").subList(1, texts(archive, "title").size()));
            next = links(archive).get("prev-archive");
        }
        assertThat(titles).containsExactly("C", "B", "A");
        assertThat(links(xml(files.get("feeds/1987.atom")))).containsEntry("next-archive", SITE + "feeds/1999.atom");
    }

    @Test
    void aYearTooFullForOneArchiveIsDividedByMonthByDayAndByNumber() {
        List<FeedItem> items = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            items.add(item("year " + i, new ArticleDate(2001, 0, 0)));
        }
        for (int i = 0; i < 600; i++) {
            items.add(item("march " + i, new ArticleDate(2001, 3, 1 + i % 30)));
        }
        for (int i = 0; i < 2500; i++) {
            items.add(item("may " + i, new ArticleDate(2001, 5, 9)));
        }
        SortedMap<String, byte[]> files = feeds(items);
        assertThat(files.keySet())
                .containsExactlyInAnyOrder(
                        "feed.atom",
                        "feed.rss",
                        "feed.json",
                        "feeds/2001.atom",
                        "feeds/2001-03.atom",
                        "feeds/2001-05-09-0001.atom",
                        "feeds/2001-05-09-0002.atom",
                        "feeds/2001-05-09-0003.atom");
        assertThat(texts(xml(files.get("feeds/2001-05-09-0003.atom")), "entry")).hasSize(500);
        assertThat(texts(xml(files.get("feed.atom")), "entry")).hasSize(50);
        items.add(item("one more", new ArticleDate(2001, 5, 9)));
        SortedMap<String, byte[]> more = feeds(items);
        assertThat(files.keySet().stream().filter(path -> !java.util.Arrays.equals(files.get(path), more.get(path))))
                .containsExactlyInAnyOrder("feed.atom", "feed.rss", "feed.json", "feeds/2001-05-09-0003.atom");
    }

    @Test
    void rssSaysAPublicationDateOnlyWhereTheDayIsKnown() {
        Document feed = xml(feeds(List.of(
                        item("Month", new ArticleDate(2014, 12, 0)), item("Day", new ArticleDate(2014, 12, 30))))
                .get("feed.rss"));
        assertThat(texts(feed, "pubDate")).containsExactly("Tue, 30 Dec 2014 00:00:00 GMT");
        assertThat(texts(feed, "creator")).containsExactly("Ada Quill", "Ada Quill");
        assertThat(texts(feed, "guid")).allMatch(guid -> guid.startsWith(SITE));
    }

    @Test
    void jsonFeedHasWhatItsVersionWants() {
        Map<String, @Nullable Object> feed = Json.object(new String(
                feeds(List.of(item("Month", new ArticleDate(2014, 12, 0)), item("Day", new ArticleDate(2014, 12, 30))))
                        .get("feed.json"),
                StandardCharsets.UTF_8));
        assertThat(feed)
                .containsEntry("version", "https://jsonfeed.org/version/1.1")
                .containsEntry("title", "Tidewater Archive")
                .containsEntry("feed_url", SITE + "feed.json");
        Map<String, @Nullable Object> day = Json.object(Json.list(feed, "items").get(0));
        assertThat(day)
                .containsKeys("id", "url", "content_text")
                .containsEntry("date_published", "2014-12-30T00:00:00Z");
        assertThat(Json.object(Json.list(feed, "items").get(1))).doesNotContainKey("date_published");
    }

    @Test
    void everyHeadlineSurvivesEveryFeed() {
        for (String hostile : Hostile.texts()) {
            FeedItem item = new FeedItem(
                    new SitePath("x.html"), hostile, hostile, new ArticleDate(2014, 12, 30), hostile, hostile, null);
            SortedMap<String, byte[]> files = feeds(List.of(item));
            String clean = HtmlText.clean(hostile);
            // XML readers turn CRLF and CR into LF
            String inXml = clean.replace("\r\n", "\n").replace('\r', '\n');
            assertThat(texts(xml(files.get("feed.atom")), "title").get(1)).isEqualTo(inXml);
            assertThat(texts(xml(files.get("feeds/2014.atom")), "summary")).containsExactly(inXml);
            Element category = (Element) xml(files.get("feed.atom"))
                    .getElementsByTagNameNS("*", "category")
                    .item(0);
            assertThat(category.getAttribute("term")).isEqualTo(clean);
            assertThat(texts(xml(files.get("feed.rss")), "title").get(1)).isEqualTo(inXml);
            Map<String, @Nullable Object> json =
                    Json.object(new String(files.get("feed.json"), StandardCharsets.UTF_8));
            assertThat(Json.object(Json.list(json, "items").get(0)).get("title"))
                    .isEqualTo(clean);
        }
    }

    @Test
    void anArchiveWithoutDatesHasEmptyFeeds() {
        SortedMap<String, byte[]> files = feeds(List.of(item("Undated", null)));
        assertThat(files.keySet()).containsExactly("feed.atom", "feed.json", "feed.rss");
        assertThat(texts(xml(files.get("feed.atom")), "updated")).containsExactly("1970-01-01T00:00:00Z");
    }

    @Test
    void withoutTheSitesAddressThereAreNoFeeds() {
        assertThatThrownBy(() -> new Feeds(Samples.settings(null), List.of())).hasMessageContaining("site URL");
    }

    @Test
    void anItemIsWhatListingsShowOfTheStory() {
        FeedItem item = FeedItem.of(Samples.card("Storm", null), Samples.PAGE, new ArticleDate(2001, 0, 0));
        assertThat(item.title()).isEqualTo("Storm");
        assertThat(item.author()).isEqualTo("Ada Quill and Ben Oar");
        assertThat(item.date()).isEqualTo(new ArticleDate(2001, 0, 0));
    }

    @Test
    void aSitemapListsEveryPageOnce() {
        SortedMap<String, byte[]> files = files(
                out -> Sitemap.write(SITE, List.of(new SitePath("index.html"), new SitePath("2014/a&b 港.html")), out));
        assertThat(texts(xml(files.get("sitemap.xml")), "loc"))
                .containsExactly(SITE + "2014/a&b%20%E6%B8%AF.html", SITE + "index.html");
        assertThat(new String(files.get("robots.txt"), StandardCharsets.UTF_8))
                .isEqualTo("User-agent: *\nAllow: /\n\nSitemap: https://example.org/news/sitemap.xml\n");
    }

    @Test
    void aLargeSitemapIsAnIndexOfSmallerOnes() {
        List<SitePath> pages = new ArrayList<>(List.of(new SitePath("index.html")));
        for (int i = 0; i < 50_001; i++) {
            pages.add(new SitePath("2014/" + i + ".html"));
        }
        SortedMap<String, byte[]> files = files(out -> Sitemap.write(SITE, pages, out));
        assertThat(texts(xml(files.get("sitemap.xml")), "loc"))
                .containsExactly(SITE + "sitemaps/2014.xml", SITE + "sitemaps/2014.2.xml", SITE + "sitemaps/root.xml");
        assertThat(texts(xml(files.get("sitemaps/2014.xml")), "loc")).hasSize(50_000);
        assertThat(texts(xml(files.get("sitemaps/2014.2.xml")), "loc")).hasSize(1);
    }
}
