package org.backfile.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.backfile.article.ArticleDate;
import org.backfile.page.SitePath;
import org.backfile.search.RandomQueries.Kind;
import org.backfile.search.RandomQueries.Query;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the search page finds is what a look through all texts finds. {@code -Dbackfile.search.queries=500
 * -Dbackfile.search.articles=100000} for the long run.
 */
class SearchIndexTest {
    private static final int QUERIES = Integer.getInteger("backfile.search.queries", 40);
    private static final int ARTICLES = Integer.getInteger("backfile.search.articles", 1500);
    private static final MadeArticles MADE = new MadeArticles(3000);

    @TempDir
    Path folder;

    @Test
    void findsInMadeArticlesWhatALookThroughAllOfThemFinds() throws Exception {
        findsWhatALookFinds(ARTICLES, number -> MADE.article(number, ARTICLES, 150));
    }

    @Test
    void findsInAHundredCenturiesWhatALookThroughAllOfThemFinds() throws Exception {
        // so many segments that their positions are in groups, of 32 segments each
        findsWhatALookFinds(2000, number -> inAHundredCenturies(number, 2000));
    }

    private static SearchDocument inAHundredCenturies(int number, int of) {
        return dated(MADE.article(number, of, 150), new ArticleDate(1 + number * 9900 / of, 0, 0));
    }

    @Test
    void anAddedDocumentChangesThePositionsOfItsOwnGroupOfSegmentsAlone() throws Exception {
        List<SearchDocument> documents = new ArrayList<>();
        for (int century = 1; century <= 40; century++) {
            documents.add(repeating("la ", 600 + century, century * 100));
        }
        documents.addAll(Collections.nCopies(40, repeating("fin", 1, 4100))); // the newest, which have no groups
        IndexFolder kept = IndexFolder.of(folder.resolve("kept"), documents);
        Set<String> positions = large(kept); // of segments 0 to 15, 16 to 31, 32 to 39
        assertThat(positions).hasSize(3);

        documents.add(20, repeating("la ", 600, 2050));
        kept.build(documents);

        assertThat(large(kept)).hasSize(3).filteredOn(positions::contains).hasSize(2);
    }

    /** A document of one word: where that stands often, its positions take more bytes than all else. */
    private static SearchDocument repeating(String word, int times, int year) {
        ArticleDate date = new ArticleDate(year, 0, 0);
        return new SearchDocument(
                new SitePath(year + ".html"), null, null, null, null, null, date, List.of(word.repeat(times)));
    }

    private static Set<String> large(IndexFolder index) {
        return index.files().entrySet().stream()
                .filter(file -> file.getValue().length > 1000)
                .map(Map.Entry::getKey)
                .filter(name -> !name.equals("search/root.js"))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"wikinews-en", "wikinews-ja", "globalvoices-eo", "senate"})
    void findsInRealTextsWhatALookThroughAllOfThemFinds(String name) throws Exception {
        List<SearchDocument> texts = texts(name);
        findsWhatALookFinds(texts.size(), texts::get);
    }

    private void findsWhatALookFinds(int count, IntFunction<SearchDocument> documents) throws Exception {
        List<SearchIndex.Entry> entries = IntStream.range(0, count)
                .mapToObj(
                        number -> new SearchIndex.Entry(documents.apply(number).date(), number))
                .toList();
        new IndexFolder(folder).build(entries, documents);
        List<Query> queries = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            queries.addAll(RandomQueries.of(kind, QUERIES, count, number -> new Oracle(documents.apply(number))));
        }
        List<BitSet> expected = look(queries, count, documents);
        assertThat(expected).filteredOn(numbers -> !numbers.isEmpty()).hasSizeGreaterThan(4 * QUERIES);
        for (int from = 0; from < queries.size(); from += QUERIES) {
            int to = Math.min(queries.size(), from + QUERIES);
            compare(queries.subList(from, to), expected.subList(from, to));
        }
    }

    private void compare(List<Query> queries, List<BitSet> expected) throws IOException {
        Path lines = folder.resolve("queries.txt");
        Files.write(lines, queries.stream().map(Query::line).toList());
        List<String> found = Node.run("queries.cjs", folder.toString(), lines.toString());
        for (int i = 0; i < queries.size(); i++) {
            String numbers =
                    expected.get(i).stream().mapToObj(Integer::toString).collect(Collectors.joining(" "));
            assertThat(found.get(i)).as(queries.get(i).line()).isEqualTo(numbers);
        }
    }

    /** For each query the documents that it wants. */
    private static List<BitSet> look(List<Query> queries, int count, IntFunction<SearchDocument> documents) {
        // a thread at a time looks through the documents of one word of each set
        long[][] wanted = new long[queries.size()][count / Long.SIZE + 1];
        IntStream.rangeClosed(0, count / Long.SIZE).parallel().forEach(word -> {
            int from = word * Long.SIZE;
            for (int number = from; number < Math.min(count, from + Long.SIZE); number++) {
                Oracle text = new Oracle(documents.apply(number));
                for (int i = 0; i < wanted.length; i++) {
                    if (queries.get(i).wanted().test(text)) {
                        wanted[i][word] |= 1L << number;
                    }
                }
            }
        });
        return Arrays.stream(wanted).map(BitSet::valueOf).toList();
    }

    static List<SearchDocument> texts(String name) throws IOException {
        Path texts = Path.of("../shared/data", name, "txt");
        Assumptions.assumeTrue(Files.isDirectory(texts), "needs " + texts);
        List<SearchDocument> documents = new ArrayList<>();
        try (Stream<Path> files = Files.walk(texts)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .toList();
                // a scraped page begins with its site's name, a press release with its headline
                int first = name.equals("senate") ? 0 : 1;
                documents.add(new SearchDocument(
                        new SitePath("undated/" + documents.size() + ".html"),
                        lines.size() > first ? lines.get(first) : null,
                        null,
                        null,
                        null,
                        lines.isEmpty() ? null : lines.get(0),
                        null,
                        lines.subList(Math.min(first + 1, lines.size()), lines.size())));
            }
        }
        return documents;
    }

    @Test
    void sameDocumentsGiveTheSameFilesWhateverTheThreadsAndTheOrder() throws Exception {
        List<SearchDocument> documents = MADE.articles(9000, 20);
        Map<String, byte[]> once =
                IndexFolder.of(folder.resolve("a"), documents).files();
        IndexFolder other = new IndexFolder(folder.resolve("b"));
        SearchIndex index = SearchIndex.plan(IndexFolder.entries(documents), other, other);
        List<Integer> numbers =
                new ArrayList<>(IntStream.range(0, documents.size()).boxed().toList());
        Collections.shuffle(numbers, new Random(3));

        numbers.parallelStream().forEach(number -> index.add(number, documents.get(number)));
        index.publish();

        assertThat(other.files()).containsExactlyEntriesOf(once);
        assertThat(other.added()).last().isEqualTo("search/root.js");
    }

    @Test
    void incrementalBuildGivesTheFilesOfACleanOneAndWritesFewOfThem() throws Exception {
        List<SearchDocument> documents = new ArrayList<>(MADE.articles(9000, 30));
        IndexFolder kept = IndexFolder.of(folder.resolve("kept"), documents);
        int all = kept.files().size();
        Random random = new Random(4);
        for (int round = 0; round < 8; round++) {
            int at = random.nextInt(documents.size());
            SearchDocument old = documents.get(at);
            switch (round % 3) {
                case 0 -> documents.set(at, with(old, "Some zanzibar words " + round));
                case 1 -> documents.remove(at);
                default -> documents.add(at, with(old, "A new one " + round));
            }
            kept.build(documents);

            IndexFolder clean = IndexFolder.of(folder.resolve("clean" + round), documents);
            assertThat(kept.files()).containsExactlyEntriesOf(clean.files());
            if (round % 3 == 0) {
                assertThat(kept.added()).hasSizeLessThan(all / 4);
            }
        }
        kept.build(documents);
        assertThat(kept.added()).isEmpty();
    }

    @Test
    void segmentThatIsNoLongerTheNewestIsJoinedAsTheOldOnesAre() throws Exception {
        List<SearchDocument> documents = new ArrayList<>();
        for (int number = 0; number < 33; number++) {
            documents.add(dated(MADE.article(number, 64, 1200), new ArticleDate(1985, 3, 3)));
        }
        IndexFolder kept = IndexFolder.of(folder.resolve("kept"), documents);

        for (int number = 33; number < 64; number++) {
            documents.add(dated(MADE.article(number, 64, 1200), new ArticleDate(1985, 3, 4)));
        }
        kept.build(documents);

        IndexFolder clean = IndexFolder.of(folder.resolve("clean"), documents);
        assertThat(kept.files()).containsExactlyEntriesOf(clean.files());
    }

    @Test
    void nothingIsWrittenAnyMoreWhenAnIndexHasFailed() {
        List<SearchDocument> documents = MADE.articles(3000, 60);
        AtomicInteger written = new AtomicInteger();
        AtomicBoolean full = new AtomicBoolean();
        IndexFolder index = new IndexFolder(folder) {
            @Override
            public void put(SitePath file, byte[] bytes) {
                if (full.get()) {
                    LockSupport.parkNanos(50_000_000);
                    written.incrementAndGet();
                    throw new IllegalStateException("the disk is full");
                }
                super.put(file, bytes);
            }
        };
        SearchIndex planned = SearchIndex.plan(IndexFolder.entries(documents), index, index);
        IntStream.range(0, documents.size()).forEach(number -> planned.add(number, documents.get(number)));
        full.set(true);

        ForkJoinTask<?> publishing = new ForkJoinPool(3).submit(planned::publish);

        assertThatThrownBy(publishing::get).rootCause().hasMessage("the disk is full");
        int then = written.get();
        LockSupport.parkNanos(200_000_000);
        assertThat(written).hasValue(then);
    }

    @Test
    void rootOfAnotherVersionIsNotRead() throws Exception {
        IndexFolder index = IndexFolder.of(folder, MADE.articles(10, 30));
        assertThat(Node.run("opening.cjs", folder.toString())).containsExactly("open");

        index.put(new SitePath("search/root.js"), ScriptFile.root(new ByteWriter(16).number(RootScript.VERSION + 1)));

        assertThat(Node.run("opening.cjs", folder.toString()))
                .containsExactly("the search index is of another version");
    }

    private static SearchDocument dated(SearchDocument made, ArticleDate date) {
        return new SearchDocument(
                made.url(),
                made.headline(),
                made.kicker(),
                made.byline(),
                made.place(),
                made.section(),
                date,
                made.paragraphs());
    }

    private static SearchDocument with(SearchDocument old, String text) {
        return new SearchDocument(
                new SitePath("new/" + text.replace(' ', '-') + ".html"),
                text,
                null,
                null,
                null,
                old.section(),
                old.date(),
                List.of(text));
    }

    @Test
    void indexOfNothingIsARootAlone() throws Exception {
        IndexFolder index = IndexFolder.of(folder, List.of());
        Path queries = Files.writeString(folder.resolve("queries.txt"), "storm\t\t\t\t\n\t\t\t\t\n");

        assertThat(index.files()).containsKey("search/root.js").hasSizeLessThan(3);
        assertThat(Node.run("queries.cjs", folder.toString(), queries.toString()))
                .containsExactly("", "");
    }

    @Test
    void hostileDocumentsAreIndexedInTimeProportionalToTheirSize() throws Exception {
        List<SearchDocument> documents = List.of(
                made("2001", "x ".repeat(3_000_000)),
                made("2002", "y".repeat(5_000_000)),
                made("2003", "\u0000\"\\\t</script>\u2028\uD800 ünï".repeat(100_000)),
                made("2004", "東".repeat(1_000_000)),
                made("2005", ""));
        IndexFolder.of(folder, documents);
        Path queries = Files.writeString(
                folder.resolve("queries.txt"), "x\t\t\t\t\nuni\t\t\t\t\n東東\t\t\t\t\n\"x x\"\t\t\t\t\n");

        assertThat(Node.run("queries.cjs", folder.toString(), queries.toString()))
                .containsExactly("0", "2", "3", "0");
    }

    private static SearchDocument made(String year, String text) {
        return new SearchDocument(
                new SitePath(year + "/a.html"),
                "Made",
                null,
                null,
                null,
                null,
                new ArticleDate(Integer.parseInt(year), 0, 0),
                List.of(text));
    }

    @Test
    void aDocumentThatIsMissingOrComesTwiceIsAMistake() {
        List<SearchDocument> documents = MADE.articles(3, 10);
        IndexFolder shelf = new IndexFolder(folder);
        SearchIndex index = SearchIndex.plan(IndexFolder.entries(documents), shelf, shelf);
        index.add(1, documents.get(1));

        assertThatThrownBy(() -> index.add(1, documents.get(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(index::publish).isInstanceOf(IllegalStateException.class);
    }
}
