package org.backfile.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.backfile.article.ArticleId;
import org.backfile.page.Published;
import org.backfile.page.SitePath;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The addresses that earlier builds published, read from the files that those builds left: pages from manifests, former
 * addresses from {@link #RECORD}, articles from the data files of the years in question. The data files are only read
 * when somebody asks for an article. For one build, from one thread.
 */
final class PublishedAddresses implements Published {
    /** What is remembered of former addresses: an object a line, by address; not there where nothing was ever removed. */
    static final SitePath RECORD = new SitePath("data/former-addresses.jsonl");

    private static final JsonFactory JSON = new JsonFactory();

    private final List<Path> folders = new ArrayList<>();
    private final Set<SitePath> pages = new HashSet<>();
    private final List<Row> remembered = new ArrayList<>();

    /**
     * Adds an earlier site.
     *
     * @param folder where its files are; some or all of them may be missing
     * @param files what it consists of
     * @param known which of its pages readers can know; what it remembers of other addresses is left aside
     */
    PublishedAddresses with(Path folder, Collection<SitePath> files, Predicate<SitePath> known) {
        folders.add(folder);
        for (SitePath file : files) {
            if (file.value().endsWith(".html") && known.test(file)) {
                pages.add(file);
            }
        }
        List<Row> rows = new ArrayList<>();
        rows(folder.resolve(RECORD.value()), rows);
        rows.removeIf(row -> !known.test(row.url().page()));
        remembered.addAll(rows);
        return this;
    }

    /** Adds the site that a manifest tells of, and that may stand in the manifest's folder. */
    PublishedAddresses with(Path manifest) {
        try {
            List<SitePath> files = Manifest.parse(Files.readAllBytes(manifest)).stream()
                    .map(Holding::path)
                    .toList();
            return with(manifest.toAbsolutePath().resolveSibling(""), files, path -> true);
        } catch (NoSuchFileException e) {
            throw new Refusal(manifest + " does not exist: name the manifest-sha256.txt of what was published.");
        } catch (IllegalArgumentException e) {
            throw new Refusal(manifest + " is no manifest: name the manifest-sha256.txt of what was published.", e);
        } catch (IOException e) {
            throw Refusal.ofDisk(manifest, "read", e);
        }
    }

    /** Adds the address of an article that is withdrawn, which readers may know from before the archive did. */
    void withdrawn(SitePath address, ArticleId article) {
        pages.add(address);
        remembered.add(new Row(address, article, "", null));
    }

    @Override
    public Set<SitePath> pages() {
        return Collections.unmodifiableSet(pages);
    }

    @Override
    public List<Row> remembered() {
        return remembered;
    }

    @Override
    public Collection<Row> articles(Set<SitePath> addresses) {
        SortedSet<String> years = new TreeSet<>();
        addresses.forEach(address ->
                years.add(address.value().substring(0, address.value().indexOf('/'))));
        List<Row> rows = new ArrayList<>();
        for (Path folder : folders) {
            for (String year : years) {
                dataFiles(folder.resolve("data/articles"), year).forEach(file -> rows(file, rows));
            }
        }
        return rows;
    }

    private static List<Path> dataFiles(Path folder, String year) {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, year + "*.jsonl")) {
            found.forEach(files::add);
            Collections.sort(files);
            return files;
        } catch (IOException e) {
            return List.of(); // the address itself tells something of the article, too
        }
    }

    /** Adds what the lines of a file tell of addresses; a line that tells nothing, and all after one that is no JSON, is left. */
    private static void rows(Path file, List<Row> rows) {
        List<Row> told = new ArrayList<>();
        Map<String, ArticleId> another = new HashMap<>();
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), Files.newInputStream(file))) {
            while (json.nextToken() == JsonToken.START_OBJECT) {
                Line line = new Line(json);
                Row row = line.row();
                if (row != null) {
                    told.add(row);
                }
                ArticleId article = line.article();
                ArticleId story = line.story;
                if (story != null && article != null && !story.equals(article)) {
                    another.putIfAbsent(story.toString(), article);
                }
            }
        } catch (IOException | JacksonException e) {
            // what can't be read is as if it had never been written
        }
        told.forEach(row -> rows.add(withKin(row, another)));
    }

    /** The row, where it names its own article as its kin, with another article of the same story. */
    private static Row withKin(Row row, Map<String, ArticleId> others) {
        ArticleId article = row.article();
        return article == null || !article.equals(row.kin())
                ? row
                : new Row(row.url(), article, row.bodySha1(), others.get(article.toString()));
    }

    /** A line of {@link #RECORD} or of the articles' data files, which name the story by its first article. */
    private static final class Line {
        private @Nullable String url;
        private @Nullable String path;
        private int number = 1;
        private String bodySha1 = "";
        private @Nullable ArticleId story;

        Line(JsonParser json) {
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (value == JsonToken.VALUE_STRING) {
                    string(name, json.getString());
                } else if (value == JsonToken.VALUE_NUMBER_INT && name.equals("article")) {
                    number = Math.max(1, json.getIntValue());
                } else {
                    json.skipChildren();
                }
            }
        }

        private void string(String name, String value) {
            switch (name) {
                case "url" -> url = value;
                case "path" -> path = value;
                case "body_sha1" -> bodySha1 = value;
                case "story" -> story = id(value);
                default -> {}
            }
        }

        /** Reads {@link ArticleId#toString}. */
        private static ArticleId id(String text) {
            int hash = text.lastIndexOf('#');
            String number = hash < 0 ? "" : text.substring(hash + 1);
            boolean numbered = number.matches("[1-9][0-9]{0,8}");
            return numbered ? new ArticleId(text.substring(0, hash), Integer.parseInt(number)) : new ArticleId(text, 1);
        }

        @Nullable
        ArticleId article() {
            return path == null ? null : new ArticleId(path, number);
        }

        @Nullable
        Row row() {
            try {
                return url == null ? null : new Row(new SitePath(url), article(), bodySha1, story);
            } catch (IllegalArgumentException e) {
                return null; // leads out of the site, so we did not write it
            }
        }
    }

    /** The bytes of {@link #RECORD}. */
    static byte[] record(List<Row> rows) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (Row row : rows) {
            try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), lines)) {
                json.writeStartObject();
                json.writeStringProperty("url", row.url().value());
                ArticleId article = row.article();
                if (article != null) {
                    json.writeStringProperty("path", article.path());
                    json.writeNumberProperty("article", article.number());
                }
                if (!row.bodySha1().isEmpty()) {
                    json.writeStringProperty("body_sha1", row.bodySha1());
                }
                ArticleId kin = row.kin();
                if (kin != null) {
                    json.writeStringProperty("story", kin.toString());
                }
                json.writeEndObject();
            }
            lines.write('\n');
        }
        return lines.toByteArray();
    }
}
