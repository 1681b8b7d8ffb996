package org.backfile.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.backfile.article.Article;
import org.backfile.article.ArticleCard;
import org.backfile.article.ArticleId;
import org.backfile.article.FileAccount;
import org.backfile.article.FileReading;
import org.backfile.source.Problem;
import org.backfile.source.ProblemKind;
import org.backfile.source.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingStoreTest {
    private static final Sha256 SOME = Sha256.of(new byte[] {1});

    @TempDir
    Path archive;

    private ReadingStore open() {
        return open("1");
    }

    private ReadingStore open(String version) {
        return ReadingStore.open(archive.resolve(".backfile"), version);
    }

    private static StoredEntry entry(String path, StoredFile... files) {
        return new StoredEntry(path, new FileStamp(7, -8, -3), SOME, List.of(files), List.of());
    }

    private static StoredFile write(ReadingStore store, FileReading reading) {
        return write(store, new byte[] {5, 6}, reading, index -> new byte[] {9});
    }

    private static StoredFile write(
            ReadingStore store, byte[] facts, FileReading reading, IntFunction<byte[]> fingerprints) {
        FileRecords records = store.records(facts);
        for (int i = 0; i < reading.articles().size(); i++) {
            records.add(reading.articles().get(i), fingerprints.apply(i));
        }
        return records.end(null, "facts", "reading", reading.account());
    }

    private static FileReading reading(ReadingStore store, StoredFile file) {
        List<Article> articles = new ArrayList<>();
        for (int i = 0; i < file.cards().size(); i++) {
            articles.add(store.article(file, i));
        }
        return new FileReading(store.account(file), articles);
    }

    /** Stores readings and gives them by path. */
    private Map<String, FileReading> fill(int count, long seed) {
        RandomReadings random = new RandomReadings(seed);
        Map<String, FileReading> readings = new TreeMap<>();
        try (ReadingStore store = open()) {
            for (int i = 0; i < count; i++) {
                FileReading reading = random.reading("folder/" + i + ".txt");
                readings.put(reading.account().path(), reading);
                store.put(entry(reading.account().path(), write(store, reading)));
            }
            store.commit();
        }
        return readings;
    }

    @Test
    void givesBackEveryReadingAsItWas() {
        RandomReadings random = new RandomReadings(1);
        try (ReadingStore store = open()) {
            for (int i = 0; i < 500; i++) {
                FileReading reading = random.reading("a/" + i + ".txt");
                byte[] facts = random.bytes();
                List<byte[]> fingerprints = random.fingerprints(reading);
                StoredFile file = write(store, facts, reading, fingerprints::get);

                assertThat(reading(store, file)).isEqualTo(reading);
                assertThat(store.facts(file)).isEqualTo(facts);
                assertThat(file.cards())
                        .isEqualTo(
                                reading.articles().stream().map(ArticleCard::of).toList());
                for (int k = 0; k < fingerprints.size(); k++) {
                    assertThat(store.article(file, k))
                            .isEqualTo(reading.articles().get(k));
                    assertThat(store.fingerprint(file, k)).isEqualTo(fingerprints.get(k));
                }
            }
        }
    }

    @Test
    void remembersReadingsForTheNextBuild() {
        Map<String, FileReading> readings = fill(300, 2);
        try (ReadingStore store = open()) {
            assertThat(store.notice()).isNull();
            readings.forEach((path, reading) -> {
                StoredEntry entry = store.find(path);
                assertThat(entry.stamp()).isEqualTo(new FileStamp(7, -8, -3));
                assertThat(entry.sha256()).isEqualTo(SOME);
                StoredFile file = entry.files().get(0);
                assertThat(file.factsInputs()).isEqualTo("facts");
                assertThat(file.readingInputs()).isEqualTo("reading");
                assertThat(reading(store, file)).isEqualTo(reading);
                assertThat(file.cards())
                        .isEqualTo(
                                reading.articles().stream().map(ArticleCard::of).toList());
            });
            assertThat(store.find("folder/none.txt")).isNull();
        }
    }

    /** One file read anew, one gone, the others as they were; gives what is then in the archive. */
    private Map<String, FileReading> edit(Map<String, FileReading> readings, int edited, int gone, long seed) {
        Map<String, FileReading> now = new TreeMap<>(readings);
        now.remove("folder/" + gone + ".txt");
        FileReading reading = new RandomReadings(seed).reading("folder/" + edited + ".txt");
        now.put(reading.account().path(), reading);
        try (ReadingStore store = open()) {
            for (String path : now.keySet()) {
                boolean same = now.get(path) == readings.get(path);
                store.put(same ? store.find(path) : entry(path, write(store, now.get(path))));
            }
            store.commit();
        }
        return now;
    }

    private void assertHolds(Map<String, FileReading> readings) {
        try (ReadingStore store = open()) {
            assertThat(store.notice()).isNull();
            readings.forEach((path, reading) ->
                    assertThat(reading(store, store.find(path).files().get(0))).isEqualTo(reading));
            for (int i = 0; i < 100; i++) {
                String path = "folder/" + i + ".txt";
                assertThat(store.find(path) != null).isEqualTo(readings.containsKey(path));
            }
        }
    }

    @Test
    void writesFewChangesBesideTheTable() throws IOException {
        Map<String, FileReading> readings = fill(100, 20);
        byte[] table = Files.readAllBytes(archive.resolve(".backfile/readings.table"));

        readings = edit(readings, 7, 50, 21);
        readings = edit(readings, 7, 99, 22);
        readings = edit(readings, 8, 0, 23);

        assertThat(archive.resolve(".backfile/readings.table")).hasBinaryContent(table);
        assertHolds(readings);
    }

    @Test
    void writesTheTableAnewWhereMuchChanged() throws IOException {
        Map<String, FileReading> readings = edit(fill(100, 20), 7, 50, 21);
        for (int i = 60; i < 80; i++) {
            readings.remove("folder/" + i + ".txt");
        }
        readings = edit(readings, 8, 3, 22);

        assertThat(archive.resolve(".backfile/readings-changes.table")).doesNotExist();
        assertHolds(readings);
    }

    @Test
    void takesNoChangesOfAnotherTable() throws IOException {
        edit(fill(100, 20), 7, 50, 21);
        Path changes = archive.resolve(".backfile/readings-changes.table");
        byte[] ofFirst = Files.readAllBytes(changes);
        Files.delete(archive.resolve(".backfile/readings.table"));
        Map<String, FileReading> readings = fill(90, 22);

        Files.write(changes, ofFirst);

        assertHolds(readings);
    }

    @Test
    void isWholeWhenAllThatWasInItWent() {
        RandomReadings random = new RandomReadings(26);
        try (ReadingStore store = open()) {
            store.put(entry(
                    "large.txt", write(store, new byte[3_000_000], random.reading("large.txt"), i -> new byte[0])));
            store.commit();
        }
        for (int i = 0; i < 3; i++) {
            try (ReadingStore store = open()) {
                store.commit();
                assertThat(store.notice()).isNull();
            }
        }
    }

    @Test
    void noticesDamageOfTheChanges() throws IOException {
        Map<String, FileReading> readings = edit(fill(40, 10), 1, 2, 24);
        Path changes = archive.resolve(".backfile/readings-changes.table");
        byte[] good = Files.readAllBytes(changes);
        byte[] table = Files.readAllBytes(archive.resolve(".backfile/readings.table"));
        byte[] slices = Files.readAllBytes(archive.resolve(".backfile/readings-0.slices"));
        Random random = new Random(25);
        for (int i = 0; i < 40; i++) {
            byte[] bad = good.clone();
            bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(archive.resolve(".backfile/readings.table"), table);
            Files.write(archive.resolve(".backfile/readings-0.slices"), slices);
            Files.write(changes, bad);
            try (ReadingStore store = open()) {
                assertThat(store.notice()).contains("is damaged");
                readings.keySet().forEach(path -> assertThat(store.find(path)).isNull());
            }
        }
    }

    @Test
    void keepsAContainerWithItsFilesAndProblems() {
        RandomReadings random = new RandomReadings(3);
        FileReading a = random.reading("dump.zip!/a.txt");
        FileReading b = random.reading("dump.zip!/b.txt");
        Problem problem = Problem.ofFile("dump.zip", ProblemKind.BAD_CONTAINER, "one entry is cut off");
        try (ReadingStore store = open()) {
            store.put(new StoredEntry(
                    "dump.zip",
                    new FileStamp(1, 2, 0),
                    SOME,
                    List.of(write(store, a), write(store, b)),
                    List.of(problem)));
            store.commit();
        }
        try (ReadingStore store = open()) {
            StoredEntry entry = store.find("dump.zip");
            assertThat(entry.files())
                    .extracting(StoredFile::path)
                    .containsExactly(a.account().path(), b.account().path());
            assertThat(reading(store, entry.files().get(1))).isEqualTo(b);
            assertThat(entry.problems()).containsExactly(problem);
        }
    }

    @Test
    void forgetsWhatTheLastBuildDidNotHave() {
        fill(3, 4);
        try (ReadingStore store = open()) {
            StoredEntry touched = store.find("folder/1.txt").stamped(new FileStamp(7, 99, 4));
            store.put(touched);
            store.commit();
        }
        try (ReadingStore store = open()) {
            assertThat(store.find("folder/0.txt")).isNull();
            assertThat(store.find("folder/1.txt").stamp().modified()).isEqualTo(99);
        }
    }

    @Test
    void keepsWhatWasCommittedBeforeABuildDied() {
        Map<String, FileReading> readings = fill(20, 5);
        try (ReadingStore store = open()) {
            write(store, new RandomReadings(6).reading("lost.txt"));
        }
        try (ReadingStore store = open()) {
            FileReading late = new RandomReadings(7).reading("late.txt");
            StoredFile file = write(store, late);
            assertThat(reading(store, file)).isEqualTo(late);
            readings.forEach((path, reading) ->
                    assertThat(reading(store, store.find(path).files().get(0))).isEqualTo(reading));
        }
    }

    @Test
    void staysSmallHoweverOftenFilesChange() throws IOException {
        FileReading reading = new RandomReadings(8).reading("big.txt");
        byte[] facts = new byte[400_000];
        for (int build = 0; build < 12; build++) {
            facts[0] = (byte) build;
            try (ReadingStore store = open()) {
                StoredEntry earlier = store.find("kept.txt");
                store.put(earlier == null ? entry("kept.txt", write(store, reading)) : earlier);
                List<byte[]> fingerprints = new RandomReadings(9).fingerprints(reading);
                store.put(entry("big.txt", write(store, facts, reading, fingerprints::get)));
                store.commit();
            }
        }
        try (ReadingStore store = open()) {
            assertThat(store.facts(store.find("big.txt").files().get(0))).isEqualTo(facts);
            assertThat(reading(store, store.find("kept.txt").files().get(0)).articles())
                    .hasSameSizeAs(reading.articles());
        }
        assertThat(sizeOf(archive.resolve(".backfile"))).isLessThan(2_000_000);
    }

    @Test
    void findsTheRecordsOfLargeFilesThatWereStoredAtOneTime() {
        RandomReadings random = new RandomReadings(18);
        List<Article> articles = new ArrayList<>();
        List<Article> others = new ArrayList<>();
        for (int i = 1; i <= 40; i++) {
            articles.add(random.article(new ArticleId("one", i)));
            others.add(random.article(new ArticleId("other", i)));
        }
        FileAccount account = random.reading("one").account();
        FileAccount otherAccount = random.reading("other").account();
        try (ReadingStore store = open()) {
            store.put(entry(
                    "spare.txt", write(store, new byte[9_000_000], random.reading("spare.txt"), i -> new byte[0])));
            FileRecords one = store.records(new byte[] {1});
            FileRecords other = store.records(new byte[] {2});
            for (int i = 0; i < articles.size(); i++) {
                one.add(articles.get(i), large(i));
                other.add(others.get(i), large(-i));
            }
            store.put(entry("one", one.end(null, "", "", account)));
            store.put(entry("other", other.end(null, "", "", otherAccount)));
            store.commit();
        }
        for (int build = 0; build < 2; build++) { // the second finds what the first has moved together
            try (ReadingStore store = open()) {
                StoredFile one = store.find("one").files().get(0);
                StoredFile other = store.find("other").files().get(0);
                assertThat(store.facts(one)).containsExactly(1);
                assertThat(store.facts(other)).containsExactly(2);
                for (int i = 0; i < articles.size(); i++) {
                    assertThat(store.article(one, i)).isEqualTo(articles.get(i));
                    assertThat(store.article(other, i)).isEqualTo(others.get(i));
                    assertThat(store.fingerprint(one, i)).isEqualTo(large(i));
                    assertThat(store.fingerprint(other, i)).isEqualTo(large(-i));
                }
                assertThat(store.account(one)).isEqualTo(account);
                assertThat(store.account(other)).isEqualTo(otherAccount);
                store.put(store.find("one"));
                store.put(store.find("other"));
                store.commit();
            }
        }
        assertThat(archive.resolve(".backfile/readings-1.slices")).exists();
    }

    private static byte[] large(int number) {
        byte[] bytes = new byte[100_000];
        Arrays.fill(bytes, (byte) number);
        return bytes;
    }

    private static long sizeOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    @Test
    void noticesEveryFlippedBit() throws IOException {
        Map<String, FileReading> readings = fill(40, 10);
        Path folder = archive.resolve(".backfile");
        Random random = new Random(11);
        for (String name : List.of("readings.table", "readings-0.slices")) {
            byte[] good = Files.readAllBytes(folder.resolve(name));
            for (int i = 0; i < 80; i++) {
                byte[] bad = good.clone();
                bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
                Files.write(folder.resolve(name), bad);
                assertNoLie(readings);
                Files.write(folder.resolve(name), good);
                if (name.endsWith("slices")) {
                    continue;
                }
                fill(40, 10);
                good = Files.readAllBytes(folder.resolve(name));
            }
        }
    }

    /** A damaged store says nothing, or says that it is damaged, but never says what was not read. */
    private void assertNoLie(Map<String, FileReading> readings) {
        int refused = 0;
        try (ReadingStore store = open()) {
            for (FileReading reading : readings.values()) {
                StoredEntry entry = store.find(reading.account().path());
                if (entry == null) {
                    assertThat(store.notice()).isNotNull();
                    return;
                }
                try {
                    assertThat(reading(store, entry.files().get(0))).isEqualTo(reading);
                    store.facts(entry.files().get(0));
                    for (int i = 0; i < reading.articles().size(); i++) {
                        store.fingerprint(entry.files().get(0), i);
                    }
                } catch (DamagedStore e) {
                    refused++;
                }
            }
        }
        assertThat(refused).isEqualTo(1);
    }

    @Test
    void saysWhenItIsDamagedOrOfAnotherVersion() throws IOException {
        fill(3, 12);
        try (ReadingStore store = open("2")) {
            assertThat(store.notice()).contains("of another version of Backfile");
            assertThat(store.find("folder/0.txt")).isNull();
        }
        fill(3, 12);
        Path table = archive.resolve(".backfile/readings.table");
        Files.write(table, new byte[] {'?'});
        try (ReadingStore store = open()) {
            assertThat(store.notice()).contains("is damaged");
        }
        fill(3, 12);
        try (Stream<Path> files = Files.list(archive.resolve(".backfile"))) {
            for (Path slices :
                    files.filter(file -> file.toString().endsWith(".slices")).toList()) {
                Files.write(slices, new byte[0]);
            }
        }
        try (ReadingStore store = open()) {
            assertThat(store.notice()).contains("is damaged");
        }
    }

    @Test
    void canBeClearedAndFilledAgain() {
        fill(3, 13);
        try (ReadingStore store = open()) {
            store.blobs("alignments").put(SOME, new byte[] {1});
            store.clear();
            assertThat(store.find("folder/0.txt")).isNull();
            assertThat(store.blobs("alignments").get(SOME)).isNull();
            FileReading reading = new RandomReadings(14).reading("new.txt");
            store.put(entry("new.txt", write(store, reading)));
            store.commit();
        }
        try (ReadingStore store = open()) {
            assertThat(store.find("new.txt")).isNotNull();
        }
    }

    @Test
    void servesOneBuildAtATime() {
        try (ReadingStore store = open()) {
            assertThat(store.notice()).isNull();
            assertThatThrownBy(this::open)
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("Another build of this archive is running");
        }
        open().close();
    }

    @Test
    void refusesAFileInItsPlace() throws IOException {
        Files.writeString(archive.resolve(".backfile"), "");
        assertThatThrownBy(this::open).isInstanceOf(Refusal.class).hasMessageContaining("could not be used");
    }

    @Test
    void keepsResultsByTheDigestOfTheirInputs() {
        Sha256 asked = Sha256.of(new byte[] {2});
        Sha256 unasked = Sha256.of(new byte[] {3});
        try (ReadingStore store = open()) {
            BlobStore alignments = store.blobs("alignments");
            alignments.put(asked, new byte[] {4, 5});
            alignments.put(unasked, new byte[] {6});
            assertThat(alignments.get(asked)).containsExactly(4, 5);
            store.commit();
        }
        try (ReadingStore store = open()) {
            assertThat(store.blobs("alignments").get(asked)).containsExactly(4, 5);
            assertThat(store.blobs("segments").get(asked)).as("of another sort").isNull();
            store.commit();
        }
        try (ReadingStore store = open()) {
            assertThat(store.blobs("alignments").get(asked)).containsExactly(4, 5);
            assertThat(store.blobs("alignments").get(unasked)).isNull();
        }
    }

    @Test
    void changesNothingOnDiskWhenNothingChanged() throws IOException {
        fill(5, 15);
        Map<String, String> files = TinySite.filesIn(archive);
        Path table = archive.resolve(".backfile/readings.table");
        Object written = Files.readAttributes(table, "unix:ino").get("ino");
        try (ReadingStore store = open()) {
            for (int i = 0; i < 5; i++) {
                store.put(store.find("folder/" + i + ".txt"));
            }
            store.commit();
        }
        assertThat(TinySite.filesIn(archive)).isEqualTo(files);
        assertThat(Files.readAttributes(table, "unix:ino").get("ino")).isEqualTo(written);
    }
}
