package org.backfile.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.backfile.article.Article;
import org.backfile.article.ArticleCard;
import org.backfile.article.ArticleDate;
import org.backfile.article.ArticleId;
import org.backfile.article.Confidence;
import org.backfile.article.Evidence;
import org.backfile.article.Fields;
import org.backfile.article.FileAccount;
import org.backfile.article.FileReading;
import org.backfile.article.LineRole;
import org.backfile.article.Paragraph;
import org.backfile.article.Rule;
import org.backfile.article.Span;
import org.backfile.article.Stated;
import org.backfile.page.Address;
import org.backfile.page.Addresses;
import org.backfile.page.Catalog;
import org.backfile.page.Checksum;
import org.backfile.page.Content;
import org.backfile.page.PageSettings;
import org.backfile.page.SitePath;
import org.backfile.source.Sha256;
import org.backfile.story.Stories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DataFilesTest {
    private static final Evidence WRITTEN = new Evidence(null, Rule.FRONT_MATTER, Confidence.WRITTEN);
    private static final Evidence SEEN =
            new Evidence(new Evidence.Place(3, 3, 1, 44), Rule.FIRST_HEADLINE_LIKE_LINE, Confidence.INFERRED);

    /** An article of 17 lines of which the last eight repeat the eight before. */
    private static FileReading file(String path, @Nullable String headline, @Nullable ArticleDate date) {
        Fields fields = new Fields(
                headline == null ? null : new Stated<>(headline, SEEN),
                null,
                null,
                null,
                null,
                null,
                null,
                date == null ? null : new Stated<>(date, WRITTEN),
                null,
                null);
        Article article = new Article(
                new ArticleId(path, 1),
                fields,
                List.of(new Paragraph(Paragraph.Kind.TEXT, "The pier is closed.", 2, 9)),
                4,
                "da39a3ee5e6b4b0d3255bfef95601890afd80709");
        List<Span> spans = List.of(
                new Span(1, 1, LineRole.SEPARATOR, 0, 0),
                new Span(2, 9, LineRole.BODY, 1, 0),
                new Span(10, 17, LineRole.REPEAT, 1, 2));
        return new FileReading(
                new FileAccount(path, 100, Sha256.of(path), "UTF-8", 17, spans, List.of()), List.of(article));
    }

    private static List<ArticleCard> cards(List<FileReading> readings) {
        return readings.stream()
                .flatMap(reading -> reading.articles().stream())
                .map(ArticleCard::of)
                .toList();
    }

    /** Every file a story of its own, but for those that are named: they are copies of the first named. */
    private static Stories stories(List<FileReading> readings, String... together) {
        List<Stories.Story> stories = new ArrayList<>();
        List<Stories.Member> joined = new ArrayList<>();
        for (FileReading reading : readings) {
            ArticleId id = reading.articles().get(0).id();
            int place = Arrays.asList(together).indexOf(reading.account().path());
            if (place < 0) {
                stories.add(new Stories.Story(List.of(new Stories.Member(id, Stories.Role.LEAD, 1, 1)), List.of()));
            } else {
                Stories.Role role = place == 0 ? Stories.Role.LEAD : Stories.Role.VERSION;
                joined.add(new Stories.Member(id, role, place == 0 ? 1 : 0.98765, place == 0 ? 1 : 0.5));
            }
        }
        if (!joined.isEmpty()) {
            stories.add(new Stories.Story(joined, List.of()));
        }
        return new Stories(stories);
    }

    /** Where the article of such a {@link #file} stands. */
    private static String url(String path, @Nullable String headline, @Nullable ArticleDate date) {
        return Address.of(ArticleCard.of(file(path, headline, date).articles().get(0)))
                .value();
    }

    private static DataFiles plan(List<FileReading> shown, List<FileReading> readings, String... together) {
        List<DataFiles.Outline> outlines = readings.stream()
                .map(FileReading::account)
                .map(account -> new DataFiles.Outline(
                        account.path(),
                        account.sha256().hashCode(),
                        account.spans().size()))
                .toList();
        List<ArticleCard> cards = cards(shown);
        PageSettings settings = PageSettings.titled("The Lantern");
        return DataFiles.plan(new Catalog(cards, Addresses.of(cards), stories(shown, together), settings), outlines);
    }

    /** The texts of these files. */
    private record Texts(List<FileReading> readings) implements DataFiles.Texts {
        @Override
        public Article article(ArticleId id) {
            return reading(id.path()).articles().get(id.number() - 1);
        }

        @Override
        public FileAccount account(String path) {
            return reading(path).account();
        }

        private FileReading reading(String path) {
            return readings.stream()
                    .filter(reading -> reading.account().path().equals(path))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static SortedMap<String, String> written(DataFiles files, List<FileReading> readings) {
        SortedMap<SitePath, byte[]> made = new TreeMap<>();
        for (DataFiles.Part file : files.files()) {
            byte[] bytes = file.bytes(new Texts(readings));
            assertThat(bytes).as(file.path().value()).hasSizeLessThan(20_000_000);
            assertThat(made.put(file.path(), bytes))
                    .as("%s made twice", file.path())
                    .isNull();
        }
        made.put(files.indexPath(), files.index(path -> made.get(path).length));
        assertThat(files.downloads(path -> made.get(path).length).stream().map(Content.Download::path))
                .containsExactlyElementsOf(made.keySet());
        SortedMap<String, String> texts = new TreeMap<>();
        made.forEach((path, bytes) -> texts.put(path.value(), new String(bytes, StandardCharsets.UTF_8)));
        return texts;
    }

    private static SortedMap<String, String> written(List<FileReading> readings, String... together) {
        return written(plan(readings, readings, together), readings);
    }

    @Test
    void articlesStandInTheFileOfTheirYearAndTellWhyEachFieldIsBelieved() {
        var files = written(List.of(
                file("a/one.txt", "Storm \"closes\" harbour", new ArticleDate(2014, 12, 0)),
                file("b.txt", null, null)));
        assertThat(files.get("data/articles/2014.jsonl"))
                .isEqualTo("{\"path\":\"a/one.txt\",\"article\":1,\"story\":\"a/one.txt\",\"role\":\"lead\","
                        + "\"url\":\"" + url("a/one.txt", "Storm \"closes\" harbour", new ArticleDate(2014, 12, 0))
                        + "\",\"headline\":\"Storm \\\"closes\\\" harbour\","
                        + "\"kicker\":null,\"masthead\":null,\"byline\":null,\"agency\":null,\"place\":null,"
                        + "\"date\":\"2014-12\",\"date_precision\":\"month\",\"section\":null,\"publication\":null,"
                        + "\"language\":null,\"words\":4,\"body_sha1\":\"da39a3ee5e6b4b0d3255bfef95601890afd80709\","
                        + "\"evidence\":{\"headline\":{\"lines\":[3,3],\"columns\":[1,44],"
                        + "\"rule\":\"first-headline-like-line\",\"confidence\":\"inferred\"},"
                        + "\"date\":{\"rule\":\"front-matter\",\"confidence\":\"written\"}}}\n");
        assertThat(files.get("data/articles/undated.jsonl")).contains("\"date\":null,\"date_precision\":\"none\"");
    }

    @Test
    void theLedgerAccountsForEachFileInTheFileOfItsFolder() {
        var files = written(
                List.of(file("São João/c.txt", null, null), file("b.txt", null, null), file("con/d.txt", null, null)));
        assertThat(files.get("data/ledger/1.jsonl"))
                .isEqualTo(
                        "{\"path\":\"b.txt\",\"lines\":17,\"pages\":[\"" + url("b.txt", null, null) + "\"],\"spans\":["
                                + "{\"from\":1,\"to\":1,\"role\":\"separator\"},"
                                + "{\"from\":2,\"to\":9,\"role\":\"body\",\"article\":1},"
                                + "{\"from\":10,\"to\":17,\"role\":\"repeat\",\"article\":1,\"of\":2}]}\n");
        assertThat(files.keySet()).contains("data/ledger/con-.jsonl", "data/ledger/s-o-jo-o.jsonl");
    }

    @Test
    void aStoryTellsHowAlikeItsArticlesAreAndTakesTheDateOfACopyWhereTheLeadHasNone() {
        var files = written(
                List.of(
                        file("a.txt", null, null),
                        file("b.txt", "B", new ArticleDate(1999, 0, 0)),
                        file("c.txt", "C", new ArticleDate(1998, 5, 1))),
                "a.txt",
                "b.txt",
                "c.txt");
        assertThat(files.get("data/stories/1998.jsonl"))
                .isEqualTo(
                        "{\"id\":\"a.txt\",\"url\":\"" + url("a.txt", null, null)
                                + "\",\"headline\":null,\"date\":\"1998-05-01\","
                                + "\"date_precision\":\"day\",\"articles\":["
                                + "{\"path\":\"a.txt\",\"article\":1,\"role\":\"lead\",\"of_lead\":1,\"in_lead\":1},"
                                + "{\"path\":\"b.txt\",\"article\":1,\"role\":\"version\",\"of_lead\":0.988,\"in_lead\":0.500},"
                                + "{\"path\":\"c.txt\",\"article\":1,\"role\":\"version\",\"of_lead\":0.988,\"in_lead\":0.500}]}\n");
    }

    @Test
    void aTableHoldsNoFormula() {
        var files = written(List.of(
                file("a.txt", "=HYPERLINK(\"http://x\")", null),
                file("b.txt", "+1, -1 and\nmore\u0000", new ArticleDate(1999, 1, 2)),
                file("c.txt", "＝cmd", null),
                file("d.txt", "\tx", null)));
        assertThat(files.get("data/articles.csv"))
                .isEqualTo(
                        "path,article,story,role,url,headline,kicker,masthead,byline,agency,place,date,date_precision,section,publication,language,words\r\n"
                                + "a.txt,1,a.txt,lead," + url("a.txt", "=HYPERLINK(\"http://x\")", null)
                                + ",\"'=HYPERLINK(\"\"http://x\"\")\",,,,,,,none,,,,4\r\n"
                                + "b.txt,1,b.txt,lead,"
                                + url("b.txt", "+1, -1 and\nmore\u0000", new ArticleDate(1999, 1, 2))
                                + ",\"'+1, -1 and\nmore\uFFFD\",,,,,,1999-01-02,day,,,,4\r\n"
                                + "c.txt,1,c.txt,lead," + url("c.txt", "＝cmd", null) + ",'＝cmd,,,,,,,none,,,,4\r\n"
                                + "d.txt,1,d.txt,lead," + url("d.txt", "\tx", null) + ",\"'\tx\",,,,,,,none,,,,4\r\n");
    }

    @Test
    void theIndexCountsAndListsTheFilesAndHoldsTheirSchema() {
        List<FileReading> readings = List.of(file("a.txt", null, null), file("b.txt", null, null));
        var files = written(readings, "a.txt", "b.txt");
        Map<String, @Nullable Object> index = Json.object(files.get("data/index.json"));
        assertThat(index.get("counts"))
                .isEqualTo(
                        Map.of("files", 2L, "articles", 2L, "stories", 1L, "leads", 1L, "copies", 0L, "versions", 1L));
        assertThat(Json.list(index, "files").stream()
                        .map(file -> Json.object(file).get("path")))
                .containsExactly(
                        "data/articles/undated.jsonl",
                        "data/ledger/1.jsonl",
                        "data/stories/undated.jsonl",
                        "data/articles.csv");
        assertThat(Json.list(index, "files").stream()
                        .map(file -> Json.object(file).get("records")))
                .containsExactly(2L, 2L, 1L, 2L);
        Map<String, @Nullable Object> schemas =
                Json.object(Json.object(index, "schema").get("$defs"));
        for (String kind : List.of("articles", "ledger", "stories")) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                if (file.getKey().startsWith("data/" + kind + "/")) {
                    file.getValue().lines().forEach(line -> Schema.check(Json.object(line), kind, schemas));
                }
            }
        }
    }

    @Test
    void aFileThatOutgrowsTheLimitIsDividedByAHashOfThePath() {
        String long20kHeadline = "x".repeat(20_000);
        List<FileReading> readings = new ArrayList<>();
        for (int i = 1000; i < 2200; i++) {
            readings.add(file("f/" + i + ".txt", long20kHeadline, new ArticleDate(2001, 1, 1)));
        }
        var files = written(readings);
        List<String> articles = files.keySet().stream()
                .filter(path -> path.startsWith("data/articles/"))
                .toList();
        assertThat(articles).hasSize(32).contains("data/articles/2001.0.jsonl", "data/articles/2001.z.jsonl");
        assertThat(files.keySet()).contains("data/articles.0.csv", "data/stories/2001.z.jsonl", "data/ledger/f.jsonl");
        assertThat(articles.stream().flatMap(path -> files.get(path).lines()).count())
                .isEqualTo(1200);

        readings.remove(500);
        var fewer = written(readings);
        assertThat(files.entrySet().stream()
                        .filter(file -> !file.getValue().equals(fewer.get(file.getKey())))
                        .map(Map.Entry::getKey)
                        .filter(path -> path.startsWith("data/articles/")))
                .hasSize(1);
    }

    @Test
    void aPartThatIsStillTooLargeIsDividedAgain() {
        DataParts parts = new DataParts(record -> "key " + record);
        for (int i = 0; i < 2000; i++) {
            parts.add("x", 1_000_000);
        }
        parts.add("y", 30_000_000);
        SortedMap<String, int[]> files = new TreeMap<>();
        parts.divide(files::put);
        assertThat(files).hasSizeGreaterThan(700);
        assertThat(files.headMap("y").values())
                .allSatisfy(records -> assertThat(records.length * 1_000_000L).isLessThanOrEqualTo(20_000_000));
        assertThat(files.values().stream().flatMapToInt(Arrays::stream).sorted().toArray())
                .isEqualTo(IntStream.rangeClosed(0, 2000).toArray());
        assertThat(files.tailMap("y").values()).containsExactly(new int[] {2000});
    }

    @Test
    void aFileIsMadeOfOtherThingsOnlyWhereSomethingInItChanged() {
        List<FileReading> readings = List.of(
                file("a/1.txt", "A", new ArticleDate(2001, 1, 1)), file("b/1.txt", "B", new ArticleDate(2002, 1, 1)));
        Map<SitePath, Long> apart = inputs(plan(readings, readings));
        Map<SitePath, Long> together = inputs(plan(readings, readings, "a/1.txt", "b/1.txt"));
        assertThat(inputs(plan(readings, readings))).isEqualTo(apart);
        assertThat(together.get(new SitePath("data/ledger/a.jsonl")))
                .isEqualTo(apart.get(new SitePath("data/ledger/a.jsonl")));
        assertThat(together.get(new SitePath("data/articles/2001.jsonl")))
                .isEqualTo(apart.get(new SitePath("data/articles/2001.jsonl")));
        assertThat(together.get(new SitePath("data/articles/2002.jsonl")))
                .isNotEqualTo(apart.get(new SitePath("data/articles/2002.jsonl")));
        assertThat(together.get(new SitePath("data/stories/2001.jsonl")))
                .isNotEqualTo(apart.get(new SitePath("data/stories/2001.jsonl")));
    }

    private static Map<SitePath, Long> inputs(DataFiles files) {
        return files.files().stream().collect(Collectors.toMap(DataFiles.Part::path, part -> {
            Checksum inputs = new Checksum();
            part.addTo(inputs);
            return inputs.value();
        }));
    }

    @Test
    void manyFoldersShareOneLedger() {
        List<FileReading> readings = new ArrayList<>();
        for (int i = 100; i < 301; i++) {
            readings.add(file(i + "/a.txt", null, new ArticleDate(i, 0, 0)));
        }
        var files = written(readings);
        assertThat(files.keySet().stream().filter(path -> path.startsWith("data/ledger/")))
                .containsExactly("data/ledger/1.jsonl");
        assertThat(files.keySet().stream().filter(path -> path.startsWith("data/articles/")))
                .hasSize(201);
    }

    @Test
    void anArticleThatIsNotShownHasItsLinesInTheLedgerAlone() {
        List<FileReading> readings = List.of(file("a.txt", null, null), file("b.txt", null, null));
        List<FileReading> shown = readings.subList(0, 1);
        var files = written(plan(shown, readings), readings);
        assertThat(files.get("data/ledger/1.jsonl")).contains("{\"path\":\"b.txt\",\"lines\":17,\"pages\":[],");
        assertThat(files.get("data/articles/undated.jsonl")).doesNotContain("b.txt");
    }

    @Test
    void halvesOfCharactersAreReplacedSinceUtf8CannotHoldThem() {
        assertThat(written(List.of(file("a.txt", "\uD83D x 😀", null))).get("data/articles/undated.jsonl"))
                .contains("\"headline\":\"\uFFFD x 😀\"");
    }

    @Test
    void anEmptyArchiveHasAnIndexAlone() {
        assertThat(written(List.of()).keySet()).containsExactly("data/index.json");
    }
}
