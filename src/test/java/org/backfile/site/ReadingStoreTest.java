package org.backfile.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.backfile.article.ArticleCard;
import org.backfile.article.FileReading;
import org.backfile.source.Problem;
import org.backfile.source.ProblemKind;
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
        return new StoredEntry(path, new FileStamp(7, -8, "(dev=1,ino=2)"), SOME, List.of(files), List.of());
    }

    private static StoredFile write(ReadingStore store, FileReading reading) {
        List<byte[]> fingerprints = new ArrayList<>();
        reading.articles().forEach(article -> fingerprints.add(new byte[] {9}));
        return store.write("facts", new byte[] {5, 6}, "reading", reading, fingerprints);
    }

    /** Stores readings and gives them by path. */
    private Map<String, FileReading> fill(int count, long seed) {
        RandomReadings random = new RandomReadings(seed);
        Map<String, FileReading> readings = new TreeMap<>();
        try (ReadingStore store = open()) {
            for (int i = 0; i < count; i++) {
                FileReading reading = random.reading("folder/" + i + ".txt");
                readings.put(reading.path(), reading);
                store.put(entry(reading.path(), write(store, reading)));
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
                StoredFile file = store.write("facts", facts, "reading", reading, fingerprints);

                assertThat(store.reading(file)).isEqualTo(reading);
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
                assertThat(entry.stamp()).isEqualTo(new FileStamp(7, -8, "(dev=1,ino=2)"));
                assertThat(entry.sha256()).isEqualTo(SOME);
                StoredFile file = entry.files().get(0);
                assertThat(file.factsInputs()).isEqualTo("facts");
                assertThat(file.readingInputs()).isEqualTo("reading");
                assertThat(store.reading(file)).isEqualTo(reading);
                assertThat(file.cards())
                        .isEqualTo(
                                reading.articles().stream().map(ArticleCard::of).toList());
            });
            assertThat(store.find("folder/none.txt")).isNull();
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
                    new FileStamp(1, 2, ""),
                    SOME,
                    List.of(write(store, a), write(store, b)),
                    List.of(problem)));
            store.commit();
        }
        try (ReadingStore store = open()) {
            StoredEntry entry = store.find("dump.zip");
            assertThat(entry.files()).extracting(StoredFile::path).containsExactly(a.path(), b.path());
            assertThat(store.reading(entry.files().get(1))).isEqualTo(b);
            assertThat(entry.problems()).containsExactly(problem);
        }
    }

    @Test
    void forgetsWhatTheLastBuildDidNotHave() {
        fill(3, 4);
        try (ReadingStore store = open()) {
            StoredEntry touched = store.find("folder/1.txt").stamped(new FileStamp(7, 99, "x"));
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
            assertThat(store.reading(file)).isEqualTo(late);
            readings.forEach((path, reading) ->
                    assertThat(store.reading(store.find(path).files().get(0))).isEqualTo(reading));
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
                store.put(entry("big.txt", store.write("", facts, "", reading, fingerprints)));
                store.commit();
            }
        }
        try (ReadingStore store = open()) {
            assertThat(store.facts(store.find("big.txt").files().get(0))).isEqualTo(facts);
            assertThat(store.reading(store.find("kept.txt").files().get(0)).articles())
                    .hasSameSizeAs(reading.articles());
        }
        assertThat(sizeOf(archive.resolve(".backfile"))).isLessThan(2_000_000);
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
                StoredEntry entry = store.find(reading.path());
                if (entry == null) {
                    assertThat(store.notice()).isNotNull();
                    return;
                }
                try {
                    assertThat(store.reading(entry.files().get(0))).isEqualTo(reading);
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
    void needsAFingerprintForEachArticle() {
        FileReading reading = new FileReading("a.txt", 0, "", "UTF-8", 0, List.of(), List.of(), List.of());
        try (ReadingStore store = open()) {
            assertThatThrownBy(() -> store.write("", new byte[0], "", reading, List.of(new byte[1])))
                    .hasMessage("a.txt: 1 fingerprints for 0 articles");
        }
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
