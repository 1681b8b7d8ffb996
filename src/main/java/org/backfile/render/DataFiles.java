package org.backfile.render;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.backfile.article.Article;
import org.backfile.article.ArticleDate;
import org.backfile.article.ArticleId;
import org.backfile.article.FileAccount;
import org.backfile.page.Catalog;
import org.backfile.page.Checksum;
import org.backfile.page.Content;
import org.backfile.page.SitePath;
import org.backfile.story.Stories;
import org.jspecify.annotations.Nullable;

/**
 * The files in {@code data/}: what the archive knows, for programs. Articles and stories by year
 * ({@code data/articles/2014.jsonl}), the ledger by first folder ({@code data/ledger/senate.jsonl}; files in no folder in
 * {@code 1.jsonl}, and all files where there are more than {@value #MOST_FOLDERS} folders), one
 * table ({@code data/articles.csv}), and {@code data/index.json} with the counts, the files and the schema of each kind.
 * Files that might be above 20 MB are divided: see {@link DataParts}. Records stand in the order of their paths.
 *
 * <p>What goes where is told by the catalog and outlines alone; the texts that a file needs are fetched when it is made, and
 * each file tells what it is made of, so that one that did not change need not be made. Thread-safe once planned.
 */
public final class DataFiles {
    private static final int MOST_FOLDERS = 100;

    private static final String NO_FOLDER = "1";
    /** Names that Windows keeps for devices. */
    private static final Pattern DEVICE = Pattern.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]");

    private static final String ARTICLES = "data/articles/";
    private static final SitePath INDEX = new SitePath("data/index.json");

    private final Catalog catalog;
    private final List<Outline> sources;
    private final DataRecords records = new DataRecords();
    private final int[] sourceOf;
    private final int[] firstArticle;

    /** For each article, what stands for all that its records are made of. */
    private final long[] digests;

    /** For each article, the most bytes that its id takes in a record. */
    private final int[] idBytes;

    /** For each article, the most bytes that its address takes in a record. */
    private final int[] addressBytes;

    private final List<Part> files = new ArrayList<>();

    /**
     * What there is to know of a source file without a look at it.
     *
     * @param key stands for its bytes and for all that its reading rests on
     * @param spans of its lines
     */
    public record Outline(String path, long key, int spans) {}

    /** The texts of the archive, fetched when they are asked for; from several threads. */
    public interface Texts {
        Article article(ArticleId id);

        /** The account of a source file's lines. */
        FileAccount account(String path);
    }

    /** A kind of records, known by number. */
    private interface Kind {
        /** Adds all that the record is made of. */
        void addTo(Checksum inputs, int record);

        byte[] bytes(int record, Texts texts);
    }

    /** A file of records. */
    public static final class Part {
        private final SitePath path;
        private final String name;
        private final byte[] head;
        private final Kind kind;
        private final int[] members;

        private Part(SitePath path, String name, byte[] head, Kind kind, int[] members) {
            this.path = path;
            this.name = name;
            this.head = head;
            this.kind = kind;
            this.members = members;
        }

        public SitePath path() {
            return path;
        }

        /** Its number of records. */
        public int rows() {
            return members.length;
        }

        /** Adds to a checksum all that the file is made of: of the same program, the same inputs give the same bytes. */
        public void addTo(Checksum inputs) {
            for (int member : members) {
                kind.addTo(inputs, member);
            }
        }

        /** The file's bytes. */
        public byte[] bytes(Texts texts) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(500 * members.length + 1000);
            bytes.writeBytes(head);
            for (int member : members) {
                bytes.writeBytes(kind.bytes(member, texts));
            }
            return bytes.toByteArray();
        }
    }

    private final class ArticleKind implements Kind {
        @Override
        public void addTo(Checksum inputs, int record) {
            addArticle(inputs, record);
        }

        @Override
        public byte[] bytes(int record, Texts texts) {
            Article article = texts.article(catalog.card(record).id());
            return records.article(article, catalog.address(record), storyOf(record), catalog.role(record));
        }
    }

    private final class RowKind implements Kind {
        @Override
        public void addTo(Checksum inputs, int record) {
            addArticle(inputs, record);
        }

        @Override
        public byte[] bytes(int record, Texts texts) {
            return ArticleTable.row(
                    catalog.card(record),
                    storyOf(record).id().toString(),
                    catalog.role(record).id(),
                    catalog.address(record).value());
        }
    }

    private final class LedgerKind implements Kind {
        @Override
        public void addTo(Checksum inputs, int record) {
            Outline source = sources.get(record);
            inputs.add(source.path()).add(source.key()).add(firstArticle[record + 1] - firstArticle[record]);
            for (int article = firstArticle[record]; article < firstArticle[record + 1]; article++) {
                addArticle(inputs, article);
            }
        }

        @Override
        public byte[] bytes(int record, Texts texts) {
            return records.file(texts.account(sources.get(record).path()), pages(record));
        }

        private List<String> pages(int record) {
            List<String> pages = new ArrayList<>();
            for (int article = firstArticle[record]; article < firstArticle[record + 1]; article++) {
                pages.add(catalog.address(article).value());
            }
            return pages;
        }
    }

    private final class StoryKind implements Kind {
        @Override
        public void addTo(Checksum inputs, int record) {
            List<Stories.Member> members = catalog.story(record).members();
            for (int i = 0; i < members.size(); i++) {
                addArticle(inputs, catalog.member(record, i)); // which names the story
                Stories.Member member = members.get(i);
                inputs.add(Double.doubleToLongBits(member.ofLead())).add(Double.doubleToLongBits(member.inLead()));
            }
        }

        @Override
        public byte[] bytes(int record, Texts texts) {
            return records.story(
                    catalog.story(record), catalog.leadCard(record), catalog.page(record), catalog.date(record));
        }
    }

    private DataFiles(Catalog catalog, List<Outline> sources) {
        this.catalog = catalog;
        this.sources = sources;
        this.sourceOf = new int[catalog.articles()];
        this.firstArticle = new int[sources.size() + 1];
        this.digests = new long[catalog.articles()];
        this.idBytes = new int[digests.length];
        this.addressBytes = new int[digests.length];
        placeArticles();
        IntStream.range(0, digests.length).parallel().forEach(article -> {
            digest(article);
            idBytes[article] = DataRecords.mostBytes(catalog.card(article).id());
            addressBytes[article] = DataRecords.mostBytes(catalog.address(article));
        });
    }

    /** Articles and sources stand in the order of paths, so one walk finds the source of each article. */
    private void placeArticles() {
        int article = 0;
        for (int source = 0; source < sources.size(); source++) {
            firstArticle[source] = article;
            while (article < sourceOf.length
                    && catalog.card(article)
                            .id()
                            .path()
                            .equals(sources.get(source).path())) {
                sourceOf[article++] = source;
            }
        }
        firstArticle[sources.size()] = article;
        if (article < sourceOf.length) {
            throw new IllegalArgumentException(catalog.card(article).id() + " is in no source");
        }
    }

    private void digest(int article) {
        digests[article] = new Checksum()
                .add(catalog.card(article).idHash())
                .add(catalog.card(firstOf(article)).idHash())
                .add(sources.get(sourceOf[article]).key())
                .add(catalog.role(article).id())
                .add(catalog.address(article).value())
                .value();
    }

    private void addArticle(Checksum inputs, int article) {
        inputs.add(digests[article]);
    }

    /**
     * Finds out which files there will be. O(n) beside the sorting of groups.
     *
     * @param catalog of all articles
     * @param sources the files that these are from, and those without one, in path order
     */
    public static DataFiles plan(Catalog catalog, List<Outline> sources) {
        DataFiles files = new DataFiles(catalog, sources);
        files.planArticles();
        files.planLedger();
        files.planStories();
        return files;
    }

    private void planArticles() {
        DataParts parts = new DataParts(article -> catalog.card(article).id().toString());
        DataParts table = new DataParts(article -> catalog.card(article).id().toString());
        long[] bytes = IntStream.range(0, catalog.articles())
                .parallel()
                .mapToLong(article -> DataRecords.mostBytes(catalog.card(article))
                        + idBytes[article]
                        + idBytes[firstOf(article)]
                        + addressBytes[article])
                .toArray();
        for (int article = 0; article < bytes.length; article++) {
            parts.add(year(catalog.card(article).date()), bytes[article]);
            table.add(
                    "articles",
                    bytes[article]); // a row is no longer than a line: it doubles quotes and has no evidence
        }
        add("articles", ARTICLES, ".jsonl", parts, new byte[0], new ArticleKind());
        add("table", "data/", ".csv", table, ArticleTable.HEADER, new RowKind());
    }

    private void planLedger() {
        Map<String, String> folders = new HashMap<>();
        sources.forEach(source -> folders.computeIfAbsent(first(source.path()), DataFiles::folder));
        boolean many = new HashSet<>(folders.values()).size() > MOST_FOLDERS;
        DataParts parts = new DataParts(source -> sources.get(source).path());
        for (int source = 0; source < sources.size(); source++) {
            Outline outline = sources.get(source);
            long pages = 0;
            for (int article = firstArticle[source]; article < firstArticle[source + 1]; article++) {
                pages += addressBytes[article];
            }
            parts.add(
                    many ? NO_FOLDER : folders.getOrDefault(first(outline.path()), NO_FOLDER),
                    DataRecords.mostBytes(outline, pages));
        }
        add("ledger", "data/ledger/", ".jsonl", parts, new byte[0], new LedgerKind());
    }

    private void planStories() {
        DataParts parts = new DataParts(story -> catalog.story(story).id().toString());
        for (int story = 0; story < catalog.stories(); story++) {
            long bytes = DataRecords.mostBytes(catalog.story(story), catalog.leadCard(story))
                    + addressBytes[catalog.lead(story)]
                    + idBytes[catalog.member(story, 0)];
            for (int place = 0; place < catalog.story(story).members().size(); place++) {
                bytes += idBytes[catalog.member(story, place)];
            }
            parts.add(year(catalog.date(story)), bytes);
        }
        add("stories", "data/stories/", ".jsonl", parts, new byte[0], new StoryKind());
    }

    private void add(String name, String before, String after, DataParts parts, byte[] head, Kind kind) {
        parts.divide((group, members) ->
                files.add(new Part(new SitePath(before + group + after), name, head, kind, members)));
    }

    /** Whether a site that has this file holds an article. */
    public static boolean isOfArticles(SitePath file) {
        return file.value().startsWith(ARTICLES);
    }

    /** All files but the index, in no order that matters. */
    public List<Part> files() {
        return Collections.unmodifiableList(files);
    }

    /** Where the index of the data files stands. */
    public SitePath indexPath() {
        return INDEX;
    }

    /** All files for readers, in path order, the index among them. */
    public List<Content.Download> downloads(ToLongFunction<SitePath> bytes) {
        List<Content.Download> downloads = new ArrayList<>();
        for (Part file : files) {
            downloads.add(new Content.Download(file.path(), bytes.applyAsLong(file.path()), file.rows()));
        }
        downloads.add(new Content.Download(INDEX, bytes.applyAsLong(INDEX), 0));
        downloads.sort(Comparator.comparing(Content.Download::path));
        return downloads;
    }

    /** The article by which the story of an article is named. */
    private int firstOf(int article) {
        return catalog.member(catalog.storyOf(article), 0);
    }

    private Stories.Story storyOf(int article) {
        return catalog.story(catalog.storyOf(article));
    }

    private static String year(@Nullable ArticleDate date) {
        return date == null ? "undated" : date.iso().substring(0, 4);
    }

    /** The path's first folder; empty where it has none. */
    private static String first(String path) {
        return path.substring(0, Math.max(0, path.indexOf('/')));
    }

    /** A first folder in lower-case letters, digits and hyphens; folders that come to the same share a file. */
    private static String folder(String first) {
        String name = first.toLowerCase(Locale.ROOT);
        StringBuilder folder = new StringBuilder(40);
        for (int i = 0; i < name.length() && folder.length() < 40; i++) {
            char c = name.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (plain) {
                folder.append(c);
            } else if (folder.length() > 0 && folder.charAt(folder.length() - 1) != '-') {
                folder.append('-');
            }
        }
        if (folder.length() == 0) {
            return NO_FOLDER;
        }
        return DEVICE.matcher(folder).matches() ? folder + "-" : folder.toString();
    }

    /**
     * The index of all files.
     *
     * @param bytes how long each of them is
     */
    public byte[] index(ToLongFunction<SitePath> bytes) {
        int[] counts = new int[Stories.Role.values().length];
        for (int article = 0; article < catalog.articles(); article++) {
            counts[catalog.role(article).ordinal()]++;
        }
        List<Part> sorted = new ArrayList<>(files);
        sorted.sort(Comparator.comparing((Part file) -> file.name).thenComparing(Part::path));
        return JsonRecord.bytes(json -> json.object("counts", object -> {
                    object.field("files", sources.size())
                            .field("articles", catalog.articles())
                            .field("stories", catalog.stories());
                    for (Stories.Role role : Stories.Role.values()) {
                        object.field(plural(role), counts[role.ordinal()]);
                    }
                })
                .array(
                        "files",
                        array -> sorted.forEach(file -> array.element(
                                object -> object.field("path", file.path().value())
                                        .field("kind", file.name)
                                        .field("records", file.rows())
                                        .field("bytes", bytes.applyAsLong(file.path())))))
                .raw("schema", DataSchema.json()));
    }

    private static String plural(Stories.Role role) {
        return switch (role) {
            case LEAD -> "leads";
            case COPY -> "copies";
            case VERSION -> "versions";
        };
    }
}
