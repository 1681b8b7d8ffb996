package org.backfile.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapParser;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nu.validator.vendor.thaiopensource.util.PropertyMapBuilder;
import nu.validator.vendor.thaiopensource.validate.ValidateProperty;
import nu.validator.vendor.thaiopensource.validate.ValidationDriver;
import nu.validator.vendor.thaiopensource.validate.rng.CompactSchemaReader;
import org.backfile.article.ArticleDate;
import org.backfile.page.SitePath;
import org.junit.jupiter.api.Test;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/** Feeds and sitemaps as schemas and other people's readers meet them. */
class FeedsForReadersTest {
    private static final String SITE = "https://example.org/news/";
    private static final Path SCHEMAS = Path.of("src/test/resources/schemas");
    private static final ArticleDate DAY = new ArticleDate(2014, 12, 30);

    private static SortedMap<String, byte[]> feeds(FeedItem... items) {
        SortedMap<String, byte[]> files =
                new TreeMap<>(FeedsTest.files(new Feeds(Samples.settings(SITE), List.of(items))::write));
        List<SitePath> pages = new ArrayList<>(List.of(new SitePath("index.html")));
        for (FeedItem item : items) {
            pages.add(item.path());
        }
        files.putAll(FeedsTest.files(out -> Sitemap.write(SITE, pages, out)));
        return files;
    }

    private static FeedItem item(String text, ArticleDate date, int number) {
        return new FeedItem(new SitePath("2014/a&b 港 " + number + ".html"), text, text, date, text, text, "de");
    }

    private static SortedMap<String, byte[]> typical() {
        return feeds(
                item("Year", new ArticleDate(1987, 0, 0), 1),
                item("Month", new ArticleDate(2014, 11, 0), 2),
                item("Storm & tide <b>", DAY, 3));
    }

    /** The errors of an XML file against a schema in RELAX NG's compact syntax. */
    private static List<String> errors(String schema, byte[] xml) throws Exception {
        List<String> errors = new ArrayList<>();
        PropertyMapBuilder properties = new PropertyMapBuilder();
        properties.put(ValidateProperty.ERROR_HANDLER, new ErrorHandler() {
            @Override
            public void warning(SAXParseException e) {
                errors.add(e.toString());
            }

            @Override
            public void error(SAXParseException e) {
                errors.add(e.toString());
            }

            @Override
            public void fatalError(SAXParseException e) {
                errors.add(e.toString());
            }
        });
        ValidationDriver driver = new ValidationDriver(properties.toPropertyMap(), CompactSchemaReader.getInstance());
        InputSource source = new InputSource(new StringReader(Files.readString(SCHEMAS.resolve(schema))));
        assertThat(driver.loadSchema(source)).as("%s: %s", schema, errors).isTrue();
        driver.validate(new InputSource(new ByteArrayInputStream(xml)));
        return errors;
    }

    private static void assertValid(SortedMap<String, byte[]> files) throws Exception {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            String name = file.getKey();
            if (name.endsWith(".atom")) {
                assertThat(errors("atom.rnc", file.getValue())).as(name).isEmpty();
            } else if (name.endsWith(".rss")) {
                assertThat(errors("rss.rnc", file.getValue())).as(name).isEmpty();
            } else if (name.endsWith(".xml")) {
                assertThat(errors("sitemap.rnc", file.getValue())).as(name).isEmpty();
            } else if (name.endsWith(".json")) {
                Schema.check(
                        Json.object(new String(file.getValue(), StandardCharsets.UTF_8)),
                        "feed",
                        Map.of("feed", Json.object(Files.readString(SCHEMAS.resolve("jsonfeed.json")))));
            }
        }
    }

    @Test
    void fitTheirSchemas() throws Exception {
        assertValid(typical());
        assertValid(feeds());
    }

    @Test
    void fitTheirSchemasWithEveryHeadline() throws Exception {
        List<String> texts = Hostile.texts();
        FeedItem[] items = new FeedItem[texts.size()];
        for (int i = 0; i < items.length; i++) {
            items[i] = item(texts.get(i), DAY, i);
        }
        assertValid(feeds(items));
    }

    @Test
    void schemasFindWhatIsMissing() throws Exception {
        String atom = new String(typical().get("feed.atom"), StandardCharsets.UTF_8);
        String withoutId = atom.replaceFirst("<id>.*</id>", "");
        String withoutTime = atom.replaceFirst("T00:00:00Z</updated>", "</updated>");

        assertThat(errors("atom.rnc", withoutId.getBytes(StandardCharsets.UTF_8)))
                .isNotEmpty();
        assertThat(errors("atom.rnc", withoutTime.getBytes(StandardCharsets.UTF_8)))
                .isNotEmpty();
    }

    @Test
    void atomAndRssAreReadByRome() throws Exception {
        for (String name : List.of("feed.atom", "feed.rss")) {
            byte[] bytes = typical().get(name);
            SyndFeed feed = new SyndFeedInput().build(new InputSource(new ByteArrayInputStream(bytes)));
            assertThat(feed.getTitle()).isEqualTo("Tidewater Archive");
            assertThat(feed.getEntries())
                    .extracting(entry -> entry.getTitle())
                    .containsExactly("Storm & tide <b>", "Month", "Year");
            assertThat(feed.getEntries().get(0).getPublishedDate()).isEqualTo("2014-12-30T00:00:00Z");
            assertThat(feed.getEntries().get(0).getLink()).startsWith(SITE);
        }
    }

    @Test
    void sitemapsAreReadByCrawlers() throws Exception {
        SiteMap map = (SiteMap) new SiteMapParser(true)
                .parseSiteMap(
                        "application/xml",
                        typical().get("sitemap.xml"),
                        URI.create(SITE + "sitemap.xml").toURL());
        assertThat(map.isProcessed()).isTrue();
        assertThat(map.getSiteMapUrls())
                .extracting(url -> url.getUrl().toString())
                .containsExactlyInAnyOrder(
                        SITE + "index.html",
                        SITE + "2014/a&b%20%E6%B8%AF%201.html",
                        SITE + "2014/a&b%20%E6%B8%AF%202.html",
                        SITE + "2014/a&b%20%E6%B8%AF%203.html");
    }
}
