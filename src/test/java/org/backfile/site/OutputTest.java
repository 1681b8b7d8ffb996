package org.backfile.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.backfile.page.SitePath;
import org.backfile.source.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTest {
    private static final TinySite SITE = TinySite.of("one", "2014/a.html", "2014/12/b.html");

    @TempDir
    Path archive;

    private Path folder;

    @BeforeEach
    void makeArchive() throws IOException {
        archive = archive.toRealPath();
        folder = archive.resolve("site-output");
        Files.createDirectories(archive.resolve("articles"));
    }

    private Output open() {
        return open(folder);
    }

    private Output open(Path output) {
        return Output.open(
                output,
                List.of(archive.resolve("articles")),
                OutputMemory.look(output, archive.resolve(".backfile/output")));
    }

    private Output.Published build(TinySite site) {
        try (Output output = open()) {
            return site.buildInto(output);
        }
    }

    @Test
    void leavesThePagesAndTheManifestAndNothingElse() throws IOException {
        Output.Published published = build(SITE);

        assertThat(TinySite.filesIn(folder)).isEqualTo(SITE.clean());
        assertThat(published.files()).isEqualTo(3);
        assertThat(published.written()).isEqualTo(3);
        assertThat(folder.resolve(Staging.NAME)).doesNotExist();
    }

    @Test
    void writesAManifestThatSha256sumChecks() throws IOException {
        try (Output output = open()) {
            output.put(new SitePath("index.html"), "abc".getBytes(StandardCharsets.UTF_8));
            output.put(new SitePath("2014/a.html"), new byte[0]);
            output.finish();
        }
        assertThat(folder.resolve("manifest-sha256.txt")).hasContent("""
                e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  2014/a.html
                ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  index.html
                """);
    }

    @Test
    void showsNothingBeforeItIsFinished() throws IOException {
        build(SITE);
        Map<String, String> before = TinySite.filesIn(folder);
        try (Output output = open()) {
            output.put(new SitePath("index.html"), "other".getBytes(StandardCharsets.UTF_8));
            output.put(new SitePath("new.html"), "new".getBytes(StandardCharsets.UTF_8));

            assertThat(Files.readString(folder.resolve("index.html"))).isEqualTo(before.get("index.html"));
            assertThat(folder.resolve("new.html")).doesNotExist();
        }
        assertThat(TinySite.filesIn(folder)).as("given up").isEqualTo(before);
    }

    @Test
    void leavesNoFolderBehindWhenTheFirstBuildFails() {
        open().close();
        assertThat(folder).doesNotExist();
    }

    @Test
    void doesNotTouchFilesWhoseBytesStay() throws IOException {
        build(SITE);
        FileTime long_ago = FileTime.fromMillis(1_000_000_000_000L);
        for (String path : SITE.clean().keySet()) {
            Files.setLastModifiedTime(folder.resolve(path), long_ago);
        }
        Output.Published published = build(SITE);

        assertThat(published.written()).isZero();
        for (String path : SITE.clean().keySet()) {
            assertThat(Files.getLastModifiedTime(folder.resolve(path))).isEqualTo(long_ago);
        }
    }

    @Test
    void deletesThePagesThatAreNoMoreAndFoldersThatBecomeEmpty() throws IOException {
        build(SITE);
        TinySite smaller = TinySite.of("one", "2014/a.html");
        Output.Published published = build(smaller);

        assertThat(published.deleted()).isEqualTo(1);
        assertThat(TinySite.filesIn(folder)).isEqualTo(smaller.clean());
        assertThat(folder.resolve("2014/12")).doesNotExist();
    }

    @Test
    void keepsAPageThatWouldBeMadeOfTheSame() throws IOException {
        SitePath page = new SitePath("index.html");
        long inputs = 7;
        try (Output output = open()) {
            output.put(page, new byte[] {'x'}, inputs);
            assertThat(output.keep(new SitePath("other.html"), inputs)).isFalse();
            output.finish();
        }
        try (Output output = open()) {
            assertThat(output.keep(page, 8)).as("made of other inputs").isFalse();
            assertThat(output.keep(page, inputs)).isTrue();
            assertThat(output.finish().written()).isZero();
        }
        assertThat(folder.resolve("index.html")).hasContent("x");
    }

    @Test
    void remembersTheLatestInputsOfAPageWhoseBytesStay() {
        SitePath page = new SitePath("index.html");
        long first = 1;
        long second = 2;
        for (long inputs : List.of(first, second)) {
            try (Output output = open()) {
                output.put(page, new byte[] {'x'}, inputs);
                output.finish();
            }
        }
        try (Output output = open()) {
            assertThat(output.keep(page, first)).isFalse();
            assertThat(output.keep(page, second)).isTrue();
        }
    }

    @Test
    void doesNotKeepAPageThatSomebodyChanged() throws IOException {
        SitePath page = new SitePath("index.html");
        long inputs = 7;
        try (Output output = open()) {
            output.put(page, new byte[] {'x'}, inputs);
            output.finish();
        }
        Files.writeString(folder.resolve("index.html"), "y");
        try (Output output = open()) {
            assertThat(output.keep(page, inputs)).isFalse();
        }
    }

    @Test
    void mendsInTheNextBuildWhatSomebodyChangedDuringThisOne() throws IOException {
        build(SITE);
        try (Output output = open()) {
            Files.writeString(folder.resolve("2014/a.html"), "edited by hand");
            Files.delete(folder.resolve("2014/12/b.html"));
            SITE.buildInto(output);
        }
        assertThat(build(SITE).written()).isEqualTo(2);
        assertThat(TinySite.filesIn(folder)).isEqualTo(SITE.clean());
    }

    @Test
    void looksAgainWhereAnotherBuildCameBetween() throws IOException {
        build(SITE);
        OutputMemory seen = OutputMemory.look(folder, archive.resolve(".backfile/output"));
        build(TinySite.of("two", "2014/a.html", "2014/c.html"));
        try (Output output = Output.open(folder, List.of(), seen)) {
            SITE.buildInto(output);
        }
        assertThat(TinySite.filesIn(folder)).isEqualTo(SITE.clean());
    }

    @Test
    void writesAgainWhatSomebodyChangedOrDeletedInTheOutput() throws IOException {
        build(SITE);
        Files.writeString(folder.resolve("2014/a.html"), "edited by hand");
        Files.delete(folder.resolve("2014/12/b.html"));

        assertThat(build(SITE).written()).isEqualTo(2);
        assertThat(TinySite.filesIn(folder)).isEqualTo(SITE.clean());
    }

    @Test
    void noticesAChangeOfTheSameLength() throws IOException {
        build(SITE);
        Path page = folder.resolve("2014/a.html");
        Files.writeString(page, Files.readString(page).replace("one", "two"));
        Files.setLastModifiedTime(page, FileTime.fromMillis(1_000_000_000_000L));

        assertThat(build(SITE).written()).isEqualTo(1);
    }

    @Test
    void needsNoMemoryOfEarlierBuilds() throws IOException {
        build(SITE);
        Path memory = archive.resolve(".backfile/output");
        byte[] remembered = Files.readAllBytes(memory);
        for (int i = 0; i < remembered.length; i += 7) {
            byte[] damaged = remembered.clone();
            damaged[i] ^= 4;
            Files.write(memory, damaged);
            assertThat(build(SITE).written()).as("byte " + i + " flipped").isZero();
        }
        Files.delete(memory);
        assertThat(build(SITE).written()).isZero();
    }

    @Test
    void keepsFilesThatNoBuildMadeAndSaysWhereTheyAreInTheWay() throws IOException {
        build(SITE);
        Files.writeString(folder.resolve("2014/mine.html"), "my notes");
        Files.createDirectories(folder.resolve("mine"));
        Files.writeString(folder.resolve("mine/own.html"), "more notes");
        Files.writeString(folder.resolve("file"), "a file, not a folder");

        TinySite larger = TinySite.of("two", "2014/mine.html", "2014/new.html", "file/x.html", "mine");
        Output.Published published = build(larger);

        assertThat(published.notOurs())
                .extracting(SitePath::value)
                .containsExactly("2014/mine.html", "file/x.html", "mine");
        assertThat(folder.resolve("2014/mine.html")).hasContent("my notes");
        assertThat(folder.resolve("mine/own.html")).hasContent("more notes");
        assertThat(Files.readString(folder.resolve("manifest-sha256.txt"))).doesNotContain("mine");

        build(SITE);
        assertThat(folder.resolve("2014/mine.html")).exists();
        assertThat(folder.resolve("2014/new.html")).doesNotExist();
    }

    @Test
    void takesOverAFileThatHasTheBytesOfThePageAlready() throws IOException {
        build(SITE);
        Files.writeString(folder.resolve("new.html"), "the page");
        try (Output output = open()) {
            SITE.pages().forEach((path, text) -> output.put(new SitePath(path), text.getBytes(StandardCharsets.UTF_8)));
            output.put(new SitePath("new.html"), "the page".getBytes(StandardCharsets.UTF_8));
            assertThat(output.finish().notOurs()).isEmpty();
        }
        assertThat(Files.readString(folder.resolve("manifest-sha256.txt"))).contains("  new.html\n");
    }

    @Test
    void followsNoLinkOutOfTheFolder() throws IOException {
        build(SITE);
        Path elsewhere = Files.createDirectories(archive.resolve("elsewhere"));
        Files.move(folder.resolve("2014"), elsewhere.resolve("2014"));
        Files.createSymbolicLink(folder.resolve("2014"), elsewhere.resolve("2014"));
        Map<String, String> outside = TinySite.filesIn(elsewhere);

        assertThat(build(TinySite.of("two", "2014/a.html", "2014/c.html")).notOurs())
                .extracting(SitePath::value)
                .containsExactly("2014/a.html", "2014/c.html");
        assertThat(build(TinySite.of("three", "x.html")).deleted()).isZero();
        assertThat(TinySite.filesIn(elsewhere)).isEqualTo(outside);
    }

    @Test
    void replacesALinkAndNotTheFileItPointsTo() throws IOException {
        build(SITE);
        Path outside = Files.writeString(archive.resolve("outside.html"), "untouched");
        Files.delete(folder.resolve("2014/a.html"));
        Files.createSymbolicLink(folder.resolve("2014/a.html"), outside);

        build(SITE);
        assertThat(outside).hasContent("untouched");
        assertThat(Files.isSymbolicLink(folder.resolve("2014/a.html"))).isFalse();
        assertThat(TinySite.filesIn(folder)).isEqualTo(SITE.clean());
    }

    @Test
    void refusesTwoPagesAtOnePath() {
        try (Output output = open()) {
            output.put(new SitePath("index.html"), new byte[1]);
            assertThatThrownBy(() -> output.put(new SitePath("index.html"), new byte[2]))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("two pages at index.html");
        }
    }

    @Test
    void refusesASecondBuildOnTheSameOutput() {
        try (Output output = open()) {
            assertRefused(this::open, "Another build is writing to " + folder);
            SITE.buildInto(output);
        }
        build(SITE);
    }

    @Test
    void refusesPlacesWhereFilesCouldBeLost() throws IOException {
        Path articles = archive.resolve("articles");
        Path occupied = Files.createDirectories(archive.resolve("letters"));
        Files.writeString(occupied.resolve("to-anna.txt"), "Dear Anna");
        Files.writeString(archive.resolve("file"), "");

        assertRefused(() -> open(articles), "is the source itself");
        assertRefused(() -> open(articles.resolve("out")), "lies inside the source");
        assertRefused(() -> open(archive), "The source " + articles + " lies inside the output");
        assertRefused(() -> open(archive.getRoot()), "is the root of the disk");
        assertRefused(() -> open(Path.of(System.getProperty("user.home"))), "is your home folder");
        assertRefused(() -> open(occupied), "holds files that Backfile did not write (to-anna.txt)");
        assertRefused(() -> open(archive.resolve("file")), "is a file");
        assertThat(occupied).isDirectoryNotContaining("glob:**" + Staging.NAME);
    }

    @Test
    void refusesOverlapsHiddenBySymbolicLinks() throws IOException {
        Path link = Files.createSymbolicLink(archive.resolve("link"), archive.resolve("articles"));
        Path nowhere = Files.createSymbolicLink(archive.resolve("nowhere"), archive.resolve("missing"));

        assertRefused(() -> open(link.resolve("out")), "lies inside the source");
        assertRefused(() -> open(link), "is the source itself");
        assertRefused(() -> open(nowhere), "leads nowhere");
        Files.createDirectories(folder);
        Files.createSymbolicLink(folder.resolve(Staging.NAME), archive.resolve("articles"));
        assertRefused(this::open, "is a symbolic link");
    }

    @Test
    void acceptsALinkToTheRealOutput() throws IOException {
        Path real = Files.createDirectories(archive.resolve("www"));
        Files.createSymbolicLink(folder, real);
        build(SITE);
        assertThat(TinySite.filesIn(real)).isEqualTo(SITE.clean());
    }

    @Test
    void refusesAFolderWithTheManifestOfSomethingElse() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("bagit.txt"), "BagIt-Version: 1.0\n");
        Files.writeString(folder.resolve("manifest-sha256.txt"), Sha256.of(new byte[0]) + "  data/letter.txt\n");
        assertRefused(this::open, "holds files that Backfile did not write (bagit.txt, data, manifest-sha256.txt)");

        Files.writeString(folder.resolve("manifest-sha256.txt"), Sha256.of(new byte[0]) + "  ../index.html\n");
        assertRefused(this::open, "holds files that Backfile did not write");
    }

    @Test
    void acceptsAFolderThatVersionControlMade() throws IOException {
        Files.createDirectories(folder.resolve(".git"));
        Files.writeString(folder.resolve(".git/HEAD"), "ref");
        build(SITE);
        build(TinySite.of("two"));
        assertThat(folder.resolve(".git/HEAD")).hasContent("ref");
    }

    @Test
    void leavesTheOldSiteAndSaysWhyWhenTheDiskFails() throws IOException {
        build(SITE);
        Map<String, String> before = TinySite.filesIn(folder);
        for (IOException failure : List.of(
                new FileSystemException("x", null, "No space left on device"),
                new FileSystemException("x", null, "Disk quota exceeded"),
                new FileSystemException("x", null, "Read-only file system"),
                new AccessDeniedException("x"),
                new NoSuchFileException("x"),
                new IOException((String) null))) {
            Disk failing = new Disk() {
                @Override
                void write(Path file, byte[] bytes) throws IOException {
                    throw failure;
                }
            };
            try (Output output = Output.open(
                    folder,
                    List.of(),
                    OutputMemory.look(folder, archive.resolve(".backfile/output")),
                    Path.of("/home/nobody"),
                    failing)) {
                assertRefused(() -> TinySite.of("two").buildInto(output), Refusal.reason(failure));
            }
            assertThat(TinySite.filesIn(folder)).isEqualTo(before);
        }
    }

    @Test
    void saysThatTheSiteIsWholeWhenPublishingStopsHalfWay() throws IOException {
        build(SITE);
        TinySite next = TinySite.of("two", "2014/a.html", "2014/c.html");
        Disk failing = new Disk() {
            @Override
            void move(Path from, Path to) throws IOException {
                if (to.endsWith("site-output/index.html")) {
                    throw new AccessDeniedException(to.toString());
                }
                super.move(from, to);
            }
        };
        try (Output output = Output.open(
                folder,
                List.of(),
                OutputMemory.look(folder, archive.resolve(".backfile/output")),
                Path.of("/home/nobody"),
                failing)) {
            assertRefused(() -> next.buildInto(output), "stopped half-way: permission was denied");
        }
        TinySite.assertIntact(folder, List.of(SITE, next));

        build(next);
        assertThat(TinySite.filesIn(folder)).isEqualTo(next.clean());
    }

    @Test
    void ofManyThreadsMakesTheSameSite() throws IOException {
        Map<String, String> pages = new HashMap<>();
        for (int i = 0; i < 300; i++) {
            pages.put(i % 9 + "/" + i % 4 + "/" + i + ".html", "page " + i);
        }
        try (Output output = open()) {
            pages.entrySet().parallelStream()
                    .forEach(page -> output.put(
                            new SitePath(page.getKey()), page.getValue().getBytes(StandardCharsets.UTF_8)));
            output.finish();
        }
        assertThat(TinySite.filesIn(folder)).isEqualTo(new TinySite(pages).clean());
    }

    @Test
    void keepsAFileOfTheIndexThatTwoThreadsAskForAtOnce() throws Exception {
        List<SitePath> files = IntStream.range(0, 2000)
                .mapToObj(number -> new SitePath("search/" + number + ".js"))
                .toList();
        try (Output output = open()) {
            output.put(new SitePath("index.html"), new byte[0]);
            files.forEach(file -> output.put(file, new byte[] {1}));
            output.finish();
        }
        try (Output output = open()) {
            IndexFiles index = new IndexFiles(output);
            CyclicBarrier both = new CyclicBarrier(2);
            FutureTask<Void> other = new FutureTask<>(() -> ask(index, files, both), null);
            new Thread(other).start();

            ask(index, files, both);
            other.get();
        }
    }

    private static void ask(IndexFiles index, List<SitePath> files, CyclicBarrier both) {
        for (SitePath file : files) {
            try {
                both.await(10, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException("the other one failed", e);
            }
            assertThat(index.holds(file)).isTrue();
        }
    }

    private static void assertRefused(ThrowingCallable act, String why) {
        assertThatThrownBy(act).isInstanceOf(Refusal.class).hasMessageContaining(why);
    }
}
