package org.backfile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An incremental build makes the same bytes as a clean one. More rounds: {@code mvn -Dquick test
 * -Dtest=IncrementalBuildTest -Dbackfile.edits=1000 -Dbackfile.flips=1000 -Dbackfile.seed=2}.
 */
class IncrementalBuildTest {
    private static final long SEED = Long.getLong("backfile.seed", 1);

    @TempDir
    Path folder;

    private void forget(String name) throws IOException {
        new Disk().deleteTree(folder.resolve(name));
    }

    /** A site that readers never saw, so that no former address matters. */
    @Test
    void afterEachEditOfASiteThatNobodyKnows() throws IOException {
        Random random = new Random(SEED);
        RandomArchive archive = new RandomArchive(folder, random);
        Path site = folder.resolve("site-output");
        for (int round = 0; round < Integer.getInteger("backfile.edits", 30); round++) {
            String edit = archive.edit();
            SiteBuild.run(
                    archive.request(site, folder.resolve(".backfile")).where(path -> false, null), Progress.SILENT);

            forget("clean");
            forget(".clean");
            SiteBuild.run(archive.request(folder.resolve("clean"), folder.resolve(".clean")), Progress.SILENT);
            assertThat(RandomArchive.digests(site))
                    .as("seed %s, round %s: %s", SEED, round, edit)
                    .isEqualTo(RandomArchive.digests(folder.resolve("clean")));
        }
    }

    /** With the addresses that the site had before: a build without a store knows them too. */
    @Test
    void afterEachEditOfASiteThatReadersKnow() throws IOException {
        Random random = new Random(SEED + 1);
        RandomArchive archive = new RandomArchive(folder, random);
        Path site = folder.resolve("site-output");
        for (int round = 0; round < Integer.getInteger("backfile.edits", 30); round++) {
            List<String> edits = new ArrayList<>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                edits.add(archive.edit());
            }
            forget("clean");
            forget(".clean");
            if (Files.exists(site)) {
                RandomArchive.copy(site, folder.resolve("clean"));
            }
            SiteBuild.run(archive.request(site, folder.resolve(".backfile")), Progress.SILENT);

            SiteBuild.run(archive.request(folder.resolve("clean"), folder.resolve(".clean")), Progress.SILENT);
            assertThat(RandomArchive.digests(site))
                    .as("seed %s, round %s: %s", SEED, round, edits)
                    .isEqualTo(RandomArchive.digests(folder.resolve("clean")));
        }
    }

    @Test
    void afterTheOwnerNamedThePublicationOfAFolder() throws IOException {
        RandomArchive archive = new RandomArchive(folder, new Random(SEED));
        Path city = folder.resolve("articles/city/ferry.txt");
        Files.createDirectories(city.getParent());
        Files.writeString(city, "Ferry opens\nThe ferry to the old market opens on Monday night.\n");
        Path site = folder.resolve("site-output");
        BuildRequest before = archive.request(site, folder.resolve(".backfile")).where(path -> false, null);
        SiteBuild.run(before, Progress.SILENT);
        Files.writeString(folder.resolve("backfile.yaml"), "folders: {city: {publication: The City Paper}}\n");
        SiteBuild.run(archive.request(site, folder.resolve(".backfile")).where(path -> false, null), Progress.SILENT);

        SiteBuild.run(archive.request(folder.resolve("clean"), folder.resolve(".clean")), Progress.SILENT);
        assertThat(RandomArchive.digests(site)).isEqualTo(RandomArchive.digests(folder.resolve("clean")));
    }

    /** Its folder then decides without it, here that a line of only two files is no masthead. */
    @Test
    void afterAFileWasAwayWhileItsFolderWasSurveyed() throws IOException {
        RandomArchive archive = new RandomArchive(folder, new Random(SEED));
        for (String town : List.of("Askell", "Pellwick", "Stonnage")) {
            Path file = folder.resolve("articles/gazette/" + town + ".txt");
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file,
                    "The Island Gazette\n" + town + " opens its market\n\nThe council of " + town
                            + " opened the new market on Monday, and the mayor spoke at length of the harbour.\n");
            Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000_000L));
        }
        Path file = folder.resolve("articles/gazette/Stonnage.txt");
        Path site = folder.resolve("site-output");
        BuildRequest request =
                archive.request(site, folder.resolve(".backfile")).where(path -> false, null);
        SiteBuild.run(request, new Progress() {
            @Override
            public void phase(Phase phase, long total) {
                try {
                    if (phase == Phase.SURVEY) {
                        Files.move(file, folder.resolve("away"));
                    } else if (phase == Phase.READ) {
                        Files.move(folder.resolve("away"), file);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public void advance(long steps) {}
        });
        SiteBuild.run(request, Progress.SILENT);

        SiteBuild.run(archive.request(folder.resolve("clean"), folder.resolve(".clean")), Progress.SILENT);
        assertThat(RandomArchive.digests(site)).isEqualTo(RandomArchive.digests(folder.resolve("clean")));
    }

    private Path page(int number, String text) throws IOException {
        Path file = folder.resolve("articles/pages/p" + number + ".txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000_000L));
        return file;
    }

    private Path sharedPage(int number) throws IOException {
        String own = "The council of town " + number + " opened market " + number + " on Monday, and mayor " + number
                + " spoke at length of harbour " + number + ".\n";
        return page(number, "Town " + number + " opens its market\n\n" + own + "\nShare this page with friends\n");
    }

    /** Builds, has the archive changed, and builds again: the site must be that of a build without a store. */
    private void assertCleanAfter(Path output, Edit edit) throws IOException {
        RandomArchive archive = new RandomArchive(folder, new Random(SEED));
        SiteBuild.run(archive.request(output, folder.resolve(".backfile")).where(path -> false, null), Progress.SILENT);
        edit.make();
        SiteBuild.run(archive.request(output, folder.resolve(".backfile")).where(path -> false, null), Progress.SILENT);
        SiteBuild.run(archive.request(folder.resolve("clean"), folder.resolve(".clean")), Progress.SILENT);
        assertThat(RandomArchive.digests(output)).isEqualTo(RandomArchive.digests(folder.resolve("clean")));
    }

    private interface Edit {
        void make() throws IOException;
    }

    /** A line of half the files is no page's; one file more, and it is. */
    @Test
    void afterANewFileTippedWhatItsFolderDecides() throws IOException {
        for (int i = 0; i < 11; i++) {
            page(i, "Notice " + i + "\n\nThe library " + i + " closes for repairs of roof " + i + " on Monday.\n");
        }
        for (int i = 11; i < 22; i++) {
            sharedPage(i);
        }
        assertCleanAfter(folder.resolve("site-output"), () -> sharedPage(22));
    }

    /** A file of the future is looked into by each build, and has its say while it is there. */
    @Test
    void afterAFileThatIsNeverSettledWent() throws IOException {
        for (int i = 0; i < 5; i++) {
            page(i, "Notice " + i + "\n\nThe library " + i + " closes for repairs of roof " + i + " on Monday.\n");
        }
        for (int i = 5; i < 10; i++) {
            sharedPage(i);
        }
        Path last = sharedPage(10);
        Files.setLastModifiedTime(last, FileTime.fromMillis(System.currentTimeMillis() + 86_400_000L));
        assertCleanAfter(folder.resolve("site-output"), () -> Files.delete(last));
    }

    /** "Aa" and "BB" have one hash in Java. */
    @Test
    void afterACorrectionThatLooksLikeTheOneBefore() throws IOException {
        sharedPage(1);
        Path corrections = folder.resolve("overrides.csv");
        Files.writeString(corrections, "path,field,value\npages/p1.txt,headline,Storm Aa\n");
        assertCleanAfter(
                folder.resolve("site-output"),
                () -> Files.writeString(corrections, "path,field,value\npages/p1.txt,headline,Storm BB\n"));
    }

    @Test
    void afterAByteOfTheStoreWasDamaged() throws IOException {
        Random random = new Random(SEED + 2);
        RandomArchive archive = new RandomArchive(folder, random);
        Path site = folder.resolve("site-output");
        Path store = folder.resolve(".backfile");
        SiteBuild.run(archive.request(site, store), Progress.SILENT);
        RandomArchive.copy(store, folder.resolve(".whole"));
        RandomArchive.copy(site, folder.resolve("whole"));
        archive.edit();
        forget("clean");
        RandomArchive.copy(folder.resolve("whole"), folder.resolve("clean"));
        SiteBuild.run(archive.request(folder.resolve("clean"), folder.resolve(".clean")), Progress.SILENT);

        for (int round = 0; round < Integer.getInteger("backfile.flips", 25); round++) {
            forget(".backfile");
            forget("site-output");
            RandomArchive.copy(folder.resolve(".whole"), store);
            RandomArchive.copy(folder.resolve("whole"), site);
            String damage = flip(store, random);
            BuildReport report = SiteBuild.run(archive.request(site, store), Progress.SILENT);

            assertThat(RandomArchive.digests(site))
                    .as("seed %s, round %s: %s", SEED, round, damage)
                    .isEqualTo(RandomArchive.digests(folder.resolve("clean")));
            if (report.read() > 2 || damage.endsWith(" of output")) {
                assertThat(report.notes()).as(damage).anyMatch(note -> note.startsWith("The store "));
            }
        }
    }

    private static String flip(Path store, Random random) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(store)) {
            files = walk.filter(Files::isRegularFile)
                    .filter(file -> file.toFile().length() > 0)
                    .sorted()
                    .toList();
        }
        Path file = files.get(random.nextInt(files.size()));
        byte[] bytes = Files.readAllBytes(file);
        int place = random.nextInt(bytes.length);
        bytes[place] ^= (byte) (1 << random.nextInt(8));
        Files.write(file, bytes, StandardOpenOption.TRUNCATE_EXISTING);
        return "byte " + place + " of " + store.relativize(file);
    }
}
