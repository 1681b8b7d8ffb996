package org.backfile.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceScanTest {
    @TempDir
    Path folder;

    @Test
    void filesAreFoundInTheOrderOfTheirPathsWithSlashes() throws IOException {
        write("b/two.txt", "2");
        write("a.txt", "1");
        write("b/a/one.md", "3");
        write("B.HTML", "4");

        assertThat(paths(scan(folder))).containsExactly("B.HTML", "a.txt", "b/a/one.md", "b/two.txt");
    }

    @Test
    void anEntryTellsSizeAndTimeForAQuickLookAtChanges() throws IOException {
        write("a.txt", "four");
        SourceEntry entry = scan(folder).entries().get(0);

        assertThat(entry.size()).isEqualTo(4);
        assertThat(entry.modifiedNanos()).isPositive();
        assertThat(entry.fileKey()).isEqualTo(scan(folder).entries().get(0).fileKey());
    }

    @Test
    void hiddenFilesAndFoldersArePassedOver() throws IOException {
        write(".git/config.txt", "x");
        write(".hidden.txt", "x");
        write(".backfile/store.txt", "x");
        write("seen.txt", "x");

        Scan scan = scan(folder);
        assertThat(paths(scan)).containsExactly("seen.txt");
        assertThat(scan.problems()).isEmpty();
    }

    @Test
    void filesOfOtherKindsAreCountedAndNamedOnceForEachExtension() throws IOException {
        write("b.jpg", "x");
        write("a/c.JPG", "x");
        write("letter.doc", "x");

        Scan scan = scan(folder);
        assertThat(scan.entries()).isEmpty();
        assertThat(scan.notRead()).containsExactly(java.util.Map.entry(".doc", 1), java.util.Map.entry(".jpg", 2));
        assertThat(scan.problems())
                .extracting(Problem::path, Problem::message)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("a/c.JPG", "2 files not read (.jpg), this one the first"),
                        org.assertj.core.groups.Tuple.tuple("letter.doc", "one file not read (.doc)"));
    }

    @Test
    void aFileWithoutExtensionIsReadIfItIsText() throws IOException {
        write("README", "text");
        write("Budget 2014.12.30", "text");
        Files.write(folder.resolve("core"), new byte[100]);

        Scan scan = scan(folder);
        assertThat(paths(scan)).containsExactly("Budget 2014.12.30", "README");
        assertThat(scan.notRead()).containsEntry(Scan.WITHOUT_EXTENSION, 1);
    }

    @Test
    void withSeveralSourcesPathsBeginWithTheShortestTailThatTellsThemApart() throws IOException {
        write("senate/txt/a.txt", "x");
        write("bank/txt/a.txt", "x");
        write("other/b.txt", "x");

        Scan scan = scan(folder.resolve("senate/txt"), folder.resolve("other"), folder.resolve("bank/txt"));
        assertThat(paths(scan)).containsExactly("bank/txt/a.txt", "other/b.txt", "senate/txt/a.txt");
    }

    @Test
    void noSourcesTailMayBeTheBeginningOfAnothersPaths() throws IOException {
        write("p/a/txt/x.txt", "x");
        write("q/a/txt/x.txt", "x");
        write("r/a/txt/x.txt", "x");

        assertThat(paths(scan(folder.resolve("p/a"), folder.resolve("q/a/txt"), folder.resolve("r/a/txt"))))
                .containsExactly("p/a/txt/x.txt", "q/a/txt/x.txt", "r/a/txt/x.txt");
    }

    @Test
    void aSourceGivenTwiceOrInsideAnotherIsReadOnce() throws IOException {
        write("a/b/x.txt", "x");

        assertThat(paths(scan(folder, folder.resolve("a"), folder, folder.resolve("a/../a/b"))))
                .containsExactly("a/b/x.txt");
    }

    @Test
    void aSingleFileIsASourceToo() throws IOException {
        write("a/x.txt", "x");
        write("b/x.txt", "x");

        assertThat(paths(scan(folder.resolve("a/x.txt")))).containsExactly("x.txt");
        assertThat(paths(scan(folder.resolve("a/x.txt"), folder.resolve("b/x.txt"))))
                .containsExactly("a/x.txt", "b/x.txt");
        assertThat(scan().entries()).isEmpty();
    }

    @Test
    void aSourceThatIsNotThereIsAnError() {
        assertThatThrownBy(() -> scan(folder.resolve("nowhere"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void bytesWithoutAnExtensionAreReadOnlyWhereTheyAreText() throws IOException {
        String text = "Storm closes harbour\n\nThe harbour was closed on Tuesday after a storm.\n";
        Files.write(folder.resolve("utf16"), text.getBytes(StandardCharsets.UTF_16LE));
        Files.write(folder.resolve("utf32"), ("\uFEFF" + text).getBytes(Charset.forName("UTF-32BE")));
        Files.write(folder.resolve("latin1"), text.replace('a', 'à').getBytes(StandardCharsets.ISO_8859_1));
        Files.write(folder.resolve("zero"), text.replaceFirst("e", "\0").getBytes(StandardCharsets.UTF_8));
        byte[] database = new byte[3000];
        new Random(1).nextBytes(database);
        System.arraycopy("Database 3".getBytes(StandardCharsets.US_ASCII), 0, database, 0, 10);
        Arrays.fill(database, 10, 100, (byte) 0);
        Files.write(folder.resolve("database"), database);

        assertThat(paths(scan(folder))).containsExactly("latin1", "utf16", "utf32", "zero");
        assertThat(scan(folder).passedOver()).extracting(PassedOver::path).containsExactly("database");
    }

    @Test
    void aLoopOfLinksIsRefusedWithASentence() throws IOException {
        write("a/x.txt", "x");
        Files.createSymbolicLink(folder.resolve("a/up"), folder);
        Files.createSymbolicLink(folder.resolve("self"), folder.resolve("self"));

        Scan scan = scan(folder);
        assertThat(paths(scan)).containsExactly("a/x.txt");
        assertThat(scan.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "a/up: the link leads to a folder that is read anyway, or round in a loop"
                                + " – nothing to do unless articles are missing; then put them there as files with"
                                + " names of their own",
                        "self: the link leads nowhere – make it readable, or take it out of the folder");
    }

    @Test
    void aLinkToAFolderElsewhereIsFollowedOnce() throws IOException {
        write("out/x.txt", "x");
        link("in/one", "out");
        link("in/two", "out");

        Scan scan = scan(folder.resolve("in"));
        assertThat(paths(scan)).containsExactly("one/x.txt");
        assertThat(scan.problems()).extracting(Problem::path).containsExactly("two");
    }

    @Test
    void ofSeveralLinksTheLeastDeepIsFollowed() throws IOException {
        write("out/x.txt", "x");
        link("in/a/deep/link", "out");
        link("in/z", "out");

        Scan scan = scan(folder.resolve("in"));
        assertThat(paths(scan)).containsExactly("z/x.txt");
        assertThat(scan.problems()).extracting(Problem::path).containsExactly("a/deep/link");
    }

    @Test
    void aLinkAboveAFolderThatIsReadAlreadyIsToldWhatElseToLinkTo() throws IOException {
        write("out/in/x.txt", "x");
        write("out/other.txt", "y");
        link("source/a", "out/in");
        link("source/b", "out");

        Scan scan = scan(folder.resolve("source"));
        assertThat(paths(scan)).containsExactly("a/x.txt");
        assertThat(scan.problems())
                .extracting(problem -> problem.path() + ": " + problem.message())
                .containsExactly("b: the link leads to a folder of which a part is read already; link to its other"
                        + " parts one by one");
    }

    private void link(String path, String target) throws IOException {
        Path link = folder.resolve(path);
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, folder.resolve(target));
    }

    @Test
    void namesAreTheSameWhateverTheLocaleOfTheMachine() throws IOException {
        write("Zürich/Überfall.txt", "x");

        assertThat(paths(scan(folder))).containsExactly("Zürich/Überfall.txt");
        assertThat(SourceNames.unescape("Z%C3%BCrich%20%E2%82%AC")).isEqualTo("Zürich €");
        assertThat(SourceNames.unescape("caf%E9.txt")).isEqualTo("caf%E9.txt");
    }

    @Test
    void formsAreToldByTheExtension() {
        assertThat(SourceForm.of("a/b.markdown")).contains(SourceForm.MARKDOWN);
        assertThat(SourceForm.of("a.TAR.GZ")).contains(SourceForm.TAR_GZ);
        assertThat(SourceForm.of("a.tgz").orElseThrow().isContainer()).isTrue();
        assertThat(SourceForm.of("rows.jsonl")).contains(SourceForm.JSON_LINES);
        assertThat(SourceForm.of("rows.csv")).contains(SourceForm.CSV);
        assertThat(SourceForm.of("dump.zip")).contains(SourceForm.ZIP);
        assertThat(SourceForm.of("Dr. No")).contains(SourceForm.TEXT);
        assertThat(SourceForm.of("ends.")).contains(SourceForm.TEXT);
        assertThat(SourceForm.of("page.htm")).contains(SourceForm.HTML);
        assertThat(SourceForm.of("a.gz")).isEmpty();
    }

    private Scan scan(Path... sources) throws IOException {
        return SourceScan.scan(List.of(sources));
    }

    private static List<String> paths(Scan scan) {
        return scan.entries().stream().map(SourceEntry::path).toList();
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
