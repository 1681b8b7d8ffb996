package org.backfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twenty articles are removed, renamed, given other dates and headlines; every address that ever was leads on. */
class PermanenceTest {
    private static final List<String> WORDS = List.of(
            ("anchor barge beacon cabin capstan cargo chart compass crane crew current deck dinghy dock ferry flag gale"
                            + " galley gull hatch hull jetty keel lantern ledger light lock mast mist mooring net oar"
                            + " pier pilot port quay rail reef rope rudder sail salt shoal shore signal slip sound"
                            + " storm strait tide tiller timber tow vessel voyage watch wave whale wharf winch wind")
                    .split(" "));
    private static final int ARTICLES = 30;

    @TempDir
    Path folder;

    private Archive archive;

    @BeforeEach
    void buildFirst() {
        archive = with(new Archive(folder.resolve("archive")), 0, ARTICLES);
        assertThat(archive.build().exitCode()).isZero();
    }

    private static Archive with(Archive archive, int from, int to) {
        IntStream.range(from, to).forEach(i -> archive.with(file(i), article(i, headline(i), date(i))));
        return archive;
    }

    private static String file(int i) {
        return "desk" + i % 3 + "/a" + i + ".txt";
    }

    private static String headline(int i) {
        return "The " + WORDS.get(i) + " comes home";
    }

    private static String date(int i) {
        return (1980 + i % 4) + "-0" + (1 + i % 9) + "-1" + i % 10;
    }

    /** A text like no other, with one word that stands in no other. */
    private static String article(int i, String headline, String date) {
        Random random = new Random(i);
        StringBuilder text = new StringBuilder(headline + "\n" + date + "\n\n" + "Quince" + (char) ('a' + i % 26) + i);
        for (int word = 0; word < 80; word++) {
            text.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return text.append(".\n").toString();
    }

    private void remove(int i) throws IOException {
        Files.delete(folder.resolve("archive/articles").resolve(file(i)));
    }

    /** Removes five, renames five, gives five another date and five another headline. */
    private void changeTwenty() throws IOException {
        for (int i = 0; i < 5; i++) {
            remove(i);
        }
        for (int i = 5; i < 10; i++) {
            remove(i);
            archive.with("moved/" + i + ".txt", article(i, headline(i), date(i)));
        }
        for (int i = 10; i < 15; i++) {
            archive.with(file(i), article(i, headline(i), "1975-06-1" + i % 10));
        }
        for (int i = 15; i < 20; i++) {
            archive.with(file(i), article(i, "A better headline for number " + i, date(i)));
        }
    }

    private String address(String headline) {
        String slug = headline.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
        return archive.files().keySet().stream()
                .filter(path -> path.matches("\\d.*/" + slug + "-.{5}\\.html"))
                .findFirst()
                .orElseThrow();
    }

    private Path keepManifest(String name) throws IOException {
        Path kept = folder.resolve(name);
        Files.createDirectories(kept.getParent());
        return Files.copy(archive.site().resolve("manifest-sha256.txt"), kept);
    }

    private Archive.Run check(Path against) {
        return Archive.run("check", archive.site().toString(), "--against", against.toString());
    }

    @Test
    void everyOldAddressLeadsOn() throws IOException {
        Path before = keepManifest("before/manifest-sha256.txt");
        SortedMap<Integer, String> old = new TreeMap<>();
        IntStream.range(0, 20).forEach(i -> old.put(i, address(headline(i))));

        changeTwenty();
        assertThat(archive.build().out()).contains("say what became of their articles");

        Archive.Run checked = check(before);
        assertThat(checked.exitCode()).as(checked.out()).isZero();
        for (int i = 0; i < 20; i++) {
            String page = archive.page(old.get(i));
            if (i < 5) {
                assertThat(checked.out()).contains(old.get(i) + " says what became of it");
                assertThat(page).contains("no longer in the archive").doesNotContain("http-equiv=\"refresh\"");
            } else if (i < 10 || i >= 15) {
                String now = address(i < 10 ? headline(i) : "A better headline for number " + i);
                assertThat(checked.out()).containsPattern(old.get(i) + " → \\Q" + (i < 10 ? "" : now));
                assertThat(page).contains("http-equiv=\"refresh\"", "rel=\"stylesheet\"");
            } else {
                assertThat(checked.out()).contains(old.get(i) + " → 1975/06/1" + i % 10);
            }
        }
    }

    @Test
    void afterFurtherBuildsToo() throws IOException {
        Path first = keepManifest("first/manifest-sha256.txt");
        changeTwenty();
        archive.build();
        Path second = keepManifest("second/manifest-sha256.txt");
        for (int i = 20; i < 25; i++) {
            remove(i);
        }
        archive.with(file(15), article(15, "The best headline of all", date(15)));
        archive.build();

        assertThat(check(first).exitCode()).isZero();
        assertThat(check(second).exitCode()).isZero();
        assertThat(check(first).out()).containsPattern("the-\\w+-comes-home-.{5}\\.html → .*/the-best-headline-of-all");
        assertThat(archive.build().out()).contains("; 0 files written").contains(" 0 deleted");
    }

    @Test
    void aBuildWithoutTheStoreGivesTheSameBytes() throws IOException {
        changeTwenty();
        Path kept = folder.resolve("kept");
        copy(archive.site(), kept);
        archive.build();
        SortedMap<String, byte[]> incremental = archive.files();

        delete(folder.resolve("archive/.backfile"));
        delete(archive.site());
        copy(kept, archive.site());
        archive.build();

        assertSame(archive.files(), incremental);
    }

    @Test
    void aBuildIntoAnEmptyFolderKnowsThemFromWhatWasPublished() throws IOException {
        Path published = folder.resolve("published");
        copy(archive.site(), published);
        changeTwenty();
        archive.build();
        SortedMap<String, byte[]> incremental = archive.files();

        delete(archive.site());
        archive.build("--former", published.resolve("manifest-sha256.txt").toString());

        assertSame(archive.files(), incremental);
    }

    @Test
    void whereNobodyKnowsTheAddressesTheyCanBeForgotten() throws IOException {
        changeTwenty();
        archive.build("--forget");
        SortedMap<String, byte[]> forgotten = archive.files();

        delete(archive.site());
        archive.build();

        assertSame(archive.files(), forgotten);
    }

    @Test
    void withdrawnWordsStandNowhere() throws IOException {
        String address = address(headline(7));
        assertThat(stands("quinceh7")).isTrue();

        archive.file("overrides.csv", "path,field,value\n" + file(7) + ",withdrawn,\n");
        archive.build();

        assertThat(stands("quinceh7")).isFalse();
        assertThat(stands("the compass comes home")).isFalse();
        assertThat(archive.page(address)).contains("withdrawn");
        Archive never = with(with(new Archive(folder.resolve("never")), 0, 7), 8, ARTICLES);
        never.build();
        assertThat(index(archive))
                .as("the search index is that of an archive that never had the article")
                .isEqualTo(index(never));

        remove(7);
        archive.build();
        assertThat(archive.page(address)).as("also without its file").contains("withdrawn");
        assertThat(stands("quinceh7")).isFalse();
    }

    @Test
    void aNoticeOfAWithdrawalIsForgottenWithTheFileWhereNobodyKnowsTheAddress() throws IOException {
        archive.file("backfile.yaml", "layout: day\n");
        archive.with(file(8), article(8, headline(8), date(7)));
        archive.file("overrides.csv", "path,field,value\n" + file(7) + ",withdrawn,by request\n");
        archive.build("--forget");
        assertThat(stands("by request")).isTrue();

        remove(7);
        archive.build("--forget");

        assertThat(stands("by request")).isFalse();
    }

    private static SortedMap<String, String> index(Archive archive) {
        SortedMap<String, String> index = new TreeMap<>();
        archive.files().forEach((path, bytes) -> {
            if (path.startsWith("search/")) {
                index.put(path, new String(bytes, StandardCharsets.ISO_8859_1));
            }
        });
        return index;
    }

    /** Whether words stand in any file of the site, large and small letters alike. */
    private boolean stands(String words) {
        return archive.files().values().stream()
                .anyMatch(bytes -> new String(bytes, StandardCharsets.UTF_8)
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains(words));
    }

    private static void assertSame(SortedMap<String, byte[]> files, SortedMap<String, byte[]> expected) {
        assertThat(files.keySet()).isEqualTo(expected.keySet());
        expected.forEach((path, bytes) -> assertThat(files.get(path)).as(path).isEqualTo(bytes));
    }

    private static void copy(Path from, Path to) throws IOException {
        for (var file : Archive.files(from).entrySet()) {
            Path place = to.resolve(file.getKey());
            Files.createDirectories(place.getParent());
            Files.write(place, file.getValue());
        }
    }

    private static void delete(Path tree) throws IOException {
        try (var walk = Files.walk(tree)) {
            for (Path path : walk.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
