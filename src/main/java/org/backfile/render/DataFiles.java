package org.backfile.render;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.backfile.article.Article;
import org.backfile.article.ArticleCard;
import org.backfile.article.ArticleDate;
import org.backfile.article.ArticleId;
import org.backfile.article.FileReading;
import org.backfile.page.Content;
import org.backfile.page.SitePath;
import org.backfile.story.Stories;
import org.jspecify.annotations.Nullable;

/**
 * The files in {@code data/}: what the archive knows, for programs. Articles and stories by year
 * ({@code data/articles/2014.jsonl}), the ledger by first folder ({@code data/ledger/senate.jsonl}; files in no folder in
 * {@code 1.jsonl}, and all files where there are more than {@value #MOST_FOLDERS} folders), one
 * table ({@code data/articles.csv}), and {@code data/index.json} with the counts, the files and the schema of each kind.
 * Files above 20 MB are divided: see {@link DataParts}. Records stand in the order of their paths.
 *
 * <p>First all files are {@linkplain #measure measured}, then {@linkplain #write written}: readings pass by once for the
 * one and once for every {@value #OPEN} files for the other, and none is kept. Immutable once measured.
 */
public final class DataFiles {
    private static final int MOST_FOLDERS = 100;
    /** So many files are open at a time. */
    private static final int OPEN = 200;

    private static final String NO_FOLDER = "1";
    /** Names that Windows keeps for devices. */
    private static final Pattern DEVICE = Pattern.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]");

    private static final SitePath INDEX = new SitePath("data/index.json");

    private final List<ArticleCard> cards;
    private final Stories stories;
    private final SitePath[] addresses;
    private final int[] storyOf;
    private final Stories.Role[] roles;
    private final DataParts articleParts = new DataParts("data/articles/", ".jsonl", 0);
    private final DataParts storyParts = new DataParts("data/stories/", ".jsonl", 0);
    private final DataParts ledgerParts = new DataParts("data/ledger/", ".jsonl", 0);
    private final DataParts tableParts = new DataParts("data/", ".csv", ArticleTable.HEADER.length);
    private final Set<String> folders = new TreeSet<>();
    private byte[] index = new byte[0];

    private DataFiles(List<ArticleCard> cards, Stories stories, Function<ArticleId, SitePath> address) {
        this.cards = cards;
        this.stories = stories;
        this.addresses = cards.stream().map(card -> address.apply(card.id())).toArray(SitePath[]::new);
        this.storyOf = new int[cards.size()];
        this.roles = new Stories.Role[cards.size()];
        List<Stories.Story> all = stories.stories();
        for (int i = 0; i < all.size(); i++) {
            for (Stories.Member member : all.get(i).members()) {
                int place = place(member.article());
                storyOf[place] = i;
                roles[place] = member.role();
            }
        }
    }

    /**
     * Finds out which files there will be, and how long.
     *
     * @param cards all articles, sorted by id
     * @param stories in which each of them is a member of exactly one
     * @param address where each stands in the site
     * @param paths those of all files
     * @param readings all files, in path order
     */
    public static DataFiles measure(
            List<ArticleCard> cards,
            Stories stories,
            Function<ArticleId, SitePath> address,
            Collection<String> paths,
            Iterable<FileReading> readings) {
        DataFiles files = new DataFiles(cards, stories, address);
        paths.forEach(path -> files.folders.add(folder(path)));
        for (ArticleCard card : cards) {
            files.tableParts.add("articles", card.id().toString(), files.row(card).length);
        }
        for (Stories.Story story : stories.stories()) {
            files.storyParts.add(files.year(story), story.id().toString(), files.line(story).length + 1L);
        }
        files.measureReadings(readings);
        files.index = files.indexJson();
        return files;
    }

    private void measureReadings(Iterable<FileReading> readings) {
        for (FileReading reading : readings) {
            ledgerParts.add(ledgerGroup(reading.path()), reading.path(), line(reading).length + 1L);
            for (Article article : reading.articles()) {
                int place = place(article.id());
                if (place >= 0) {
                    articleParts.add(year(article), article.id().toString(), line(article, place).length + 1L);
                }
            }
        }
    }

    /** All files with their sizes and numbers of records, in path order; the index last of all has no records. */
    public List<Content.Download> files() {
        List<Content.Download> files = new ArrayList<>();
        for (DataParts parts : List.of(tableParts, articleParts, ledgerParts, storyParts)) {
            files.addAll(parts.files().values());
        }
        files.add(new Content.Download(INDEX, index.length, 0));
        files.sort(Comparator.comparing(Content.Download::path));
        return files;
    }

    /**
     * Writes all files.
     *
     * @param readings the same as were measured
     * @throws UncheckedIOException where a file cannot be written
     */
    public void write(Iterable<FileReading> readings, SiteFiles output) {
        try {
            try (OutputStream file = output.create(INDEX)) {
                file.write(index);
            }
            writeTable(output);
            writeStories(output);
            List<SitePath> rest = new ArrayList<>(articleParts.files().keySet());
            rest.addAll(ledgerParts.files().keySet());
            for (int i = 0; i < rest.size(); i += OPEN) {
                writeReadings(rest.subList(i, Math.min(rest.size(), i + OPEN)), readings, output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing the data files", e);
        }
    }

    private void writeTable(SiteFiles output) throws IOException {
        Map<SitePath, List<ArticleCard>> byFile = new TreeMap<>();
        for (ArticleCard card : cards) {
            SitePath path = tableParts.path("articles", card.id().toString());
            byFile.computeIfAbsent(path, p -> new ArrayList<>()).add(card);
        }
        for (Map.Entry<SitePath, List<ArticleCard>> file : byFile.entrySet()) {
            try (OutputStream out = new BufferedOutputStream(output.create(file.getKey()))) {
                out.write(ArticleTable.HEADER);
                for (ArticleCard card : file.getValue()) {
                    out.write(row(card));
                }
            }
        }
    }

    private void writeStories(SiteFiles output) throws IOException {
        Map<SitePath, List<Stories.Story>> byFile = new TreeMap<>();
        for (Stories.Story story : stories.stories()) {
            SitePath path = storyParts.path(year(story), story.id().toString());
            byFile.computeIfAbsent(path, p -> new ArrayList<>()).add(story);
        }
        for (Map.Entry<SitePath, List<Stories.Story>> file : byFile.entrySet()) {
            try (OutputStream out = new BufferedOutputStream(output.create(file.getKey()))) {
                for (Stories.Story story : file.getValue()) {
                    out.write(line(story));
                    out.write('\n');
                }
            }
        }
    }

    private void writeReadings(List<SitePath> paths, Iterable<FileReading> readings, SiteFiles output)
            throws IOException {
        SortedMap<SitePath, OutputStream> open = new TreeMap<>();
        try {
            for (SitePath path : paths) {
                open.put(path, new BufferedOutputStream(output.create(path)));
            }
            for (FileReading reading : readings) {
                SitePath ledger = ledgerParts.path(ledgerGroup(reading.path()), reading.path());
                writeLine(open.get(ledger), () -> line(reading));
                for (Article article : reading.articles()) {
                    int place = place(article.id());
                    if (place >= 0) {
                        SitePath path =
                                articleParts.path(year(article), article.id().toString());
                        writeLine(open.get(path), () -> line(article, place));
                    }
                }
            }
        } finally {
            for (OutputStream stream : open.values()) {
                stream.close();
            }
        }
    }

    private static void writeLine(@Nullable OutputStream out, java.util.function.Supplier<byte[]> line)
            throws IOException {
        if (out != null) {
            out.write(line.get());
            out.write('\n');
        }
    }

    private byte[] row(ArticleCard card) {
        int place = place(card.id());
        return ArticleTable.row(
                card,
                story(place).id().toString(),
                roles[place].id(),
                addresses[place].value());
    }

    private byte[] line(Article article, int place) {
        return DataRecords.article(article, addresses[place], story(place), roles[place]);
    }

    private byte[] line(FileReading reading) {
        List<String> pages = new ArrayList<>();
        for (Article article : reading.articles()) {
            int place = place(article.id());
            if (place >= 0) {
                pages.add(addresses[place].value());
            }
        }
        return DataRecords.file(reading, pages);
    }

    private byte[] line(Stories.Story story) {
        int lead = place(story.lead().article());
        return DataRecords.story(story, cards.get(lead), addresses[lead], date(story));
    }

    private Stories.Story story(int place) {
        return stories.stories().get(storyOf[place]);
    }

    /** Where the article stands among the cards; negative where it is not among them, as when it is withdrawn. */
    private int place(ArticleId id) {
        int low = 0;
        int high = cards.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = cards.get(middle).id().compareTo(id);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    private static String year(Article article) {
        var date = article.fields().date();
        return year(date == null ? null : date.value());
    }

    private String year(Stories.Story story) {
        return year(date(story));
    }

    private static String year(@Nullable ArticleDate date) {
        return date == null ? "undated" : date.iso().substring(0, 4);
    }

    /** The lead's date, else the earliest of the others. */
    private @Nullable ArticleDate date(Stories.Story story) {
        ArticleDate lead = cards.get(place(story.lead().article())).date();
        if (lead != null) {
            return lead;
        }
        List<ArticleDate> dates = new ArrayList<>();
        for (Stories.Member member : story.members()) {
            ArticleDate date = cards.get(place(member.article())).date();
            if (date != null) {
                dates.add(date);
            }
        }
        return dates.isEmpty() ? null : Collections.min(dates);
    }

    private String ledgerGroup(String path) {
        return folders.size() > MOST_FOLDERS ? NO_FOLDER : folder(path);
    }

    /** The path's first folder in lower-case letters, digits and hyphens; folders that come to the same share a file. */
    private static String folder(String path) {
        int slash = path.indexOf('/');
        String name = slash < 0 ? "" : path.substring(0, slash).toLowerCase(Locale.ROOT);
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

    private byte[] indexJson() {
        int[] counts = new int[Stories.Role.values().length];
        for (Stories.Role role : roles) {
            counts[List.of(Stories.Role.values()).indexOf(role)]++;
        }
        int files = ledgerParts.files().values().stream()
                .mapToInt(Content.Download::rows)
                .sum();
        return JsonRecord.bytes(json -> json.object("counts", object -> {
                    object.field("files", files)
                            .field("articles", cards.size())
                            .field("stories", stories.stories().size());
                    for (Stories.Role role : Stories.Role.values()) {
                        object.field(
                                plural(role),
                                counts[List.of(Stories.Role.values()).indexOf(role)]);
                    }
                })
                .array("files", array -> {
                    listing("articles", articleParts, array);
                    listing("ledger", ledgerParts, array);
                    listing("stories", storyParts, array);
                    listing("table", tableParts, array);
                })
                .raw("schema", DataSchema.json()));
    }

    private static String plural(Stories.Role role) {
        return switch (role) {
            case LEAD -> "leads";
            case COPY -> "copies";
            case VERSION -> "versions";
        };
    }

    private static void listing(String kind, DataParts parts, JsonRecord json) {
        parts.files()
                .values()
                .forEach(file ->
                        json.element(object -> object.field("path", file.path().value())
                                .field("kind", kind)
                                .field("records", file.rows())
                                .field("bytes", file.bytes())));
    }
}
