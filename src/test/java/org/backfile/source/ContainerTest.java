package org.backfile.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerTest {
    @TempDir
    Path folder;

    private final List<SourceFile> files = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    @Test
    void theFilesOfAZipComeInTheOrderOfTheirNames() throws IOException {
        zip("dump.zip", StandardCharsets.UTF_8, "b.txt", "two", "a/é.md", "one", "a/", "", "c.htm", "three");
        read();

        assertThat(files)
                .extracting(SourceFile::path)
                .containsExactly("dump.zip!/a/é.md", "dump.zip!/b.txt", "dump.zip!/c.htm");
        assertThat(files.get(0).lines().text()).isEqualTo("one");
        assertThat(files.get(0).form()).isEqualTo(SourceForm.MARKDOWN);
        assertThat(files.get(0).folder()).isEqualTo("dump.zip!/a");
        assertThat(problems).isEmpty();
    }

    @Test
    void namesInTheOldDosCharsetAreRead() throws IOException {
        zip("dos.zip", Charset.forName("IBM437"), "Müller.txt", "x");
        read();

        assertThat(files).extracting(SourceFile::path).containsExactly("dos.zip!/Müller.txt");
    }

    @Test
    void namesThatLeadOutOfTheContainerAreRefused() throws IOException {
        zip(
                "slip.zip",
                StandardCharsets.UTF_8,
                "../up.txt",
                "x",
                "/root.txt",
                "x",
                "C:\\win.txt",
                "x",
                "a\\b.txt",
                "ok",
                "./c.txt",
                "ok",
                "x/../../y.txt",
                "x");
        read();

        assertThat(files).extracting(SourceFile::path).containsExactly("slip.zip!/c.txt", "slip.zip!/a/b.txt");
        assertThat(problems).hasSize(4).allMatch(problem -> problem.kind() == ProblemKind.BAD_CONTAINER);
        assertThat(problems.get(0).message()).isEqualTo("refused a name that leads out of the container (../up.txt)");
    }

    @Test
    void whatIsNotReadIsCountedAndContainersInsideAreLeftAlone() throws IOException {
        zip(
                "dump.zip",
                StandardCharsets.UTF_8,
                "a.jpg",
                "x",
                "b.jpg",
                "x",
                "in.zip",
                "x",
                "__MACOSX/a.txt",
                "x",
                ".hidden.txt",
                "x",
                "a/.h/x.txt",
                "x",
                "core",
                "\0\0\0\0",
                "NOTES",
                "text");
        read();

        assertThat(files).extracting(SourceFile::path).containsExactly("dump.zip!/NOTES");
        assertThat(problems)
                .extracting(Problem::message)
                .containsExactly(
                        "one file in it not read (without an extension and not text)",
                        "2 files in it not read (.jpg)",
                        "one file in it not read (.zip, a container inside a container)");
    }

    @Test
    void aBrokenZipHasItsSentence() throws IOException {
        Files.writeString(folder.resolve("bad.zip"), "PK no zip");
        read();

        assertThat(problems)
                .extracting(Problem::toString)
                .containsExactly("bad.zip: the zip is broken or of an unknown kind – unpack it by hand and put the"
                        + " files in the folder");
    }

    @Test
    void aBombIsGivenUpSoon() throws IOException {
        byte[] zeros = new byte[1 << 20];
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("bomb.zip")))) {
            for (int i = 0; i < 100; i++) {
                zip.putNextEntry(new ZipEntry("f" + i + ".txt"));
                zip.write(zeros);
            }
        }
        read();

        assertThat(files).hasSizeLessThan(70);
        assertThat(problems)
                .extracting(Problem::message)
                .containsOnlyOnce("it unpacks to far more than its own size; the rest is not read");
    }

    @Test
    void aTarIsReadWithOldLongAndPaxNames() throws IOException {
        String longName = "d/" + "n".repeat(150) + ".txt";
        String paxName = "p/" + "ü".repeat(150) + ".txt";
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        member(tar, "plain.txt", '0', "one\ntwo\n");
        member(tar, "folder/", '5', "");
        member(tar, "././@LongLink", 'L', longName + "\0");
        member(tar, longName.substring(0, 99), '0', "long");
        member(tar, "PaxHeader", 'x', pax("path", paxName));
        member(tar, "short", '0', "pax");
        member(tar, "link.txt", '2', "");
        member(tar, "global", 'g', pax("comment", "x"));
        member(tar, "../up.txt", '0', "x");
        member(tar, "plain.txt", '0', "again");
        member(tar, "last.txt", '\0', "last");
        tarGz("dump.tgz", tar, true);
        read();

        assertThat(files)
                .extracting(SourceFile::path)
                .containsExactly(
                        "dump.tgz!/plain.txt", "dump.tgz!/" + longName, "dump.tgz!/" + paxName, "dump.tgz!/last.txt");
        assertThat(files.get(2).lines().text()).isEqualTo("pax");
        assertThat(problems)
                .extracting(Problem::message)
                .containsExactly(
                        "links in a tar are not followed (link.txt)",
                        "refused a name that leads out of the container (../up.txt)",
                        "two files have one name, and only the first is read (plain.txt)");
    }

    @Test
    void aTarThatIsCutOffGivesWhatStandsBefore() throws IOException {
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        member(tar, "one.txt", '0', "one");
        member(tar, "two.txt", '0', "x".repeat(2000));
        byte[] cut = Arrays.copyOf(tar.toByteArray(), 2000);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("cut.tar.gz")))) {
            out.write(cut);
        }
        read();

        assertThat(files).extracting(SourceFile::path).containsExactly("cut.tar.gz!/one.txt");
        assertThat(problems)
                .extracting(Problem::message)
                .containsExactly("the archive is broken; what stands before the break is read");
    }

    @Test
    void bytesThatAreNoTarAreToldSo() throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("no.tar.gz")))) {
            out.write("x".repeat(1000).getBytes(StandardCharsets.UTF_8));
        }
        Files.writeString(folder.resolve("plain.tgz"), "no gzip");
        read();

        assertThat(problems).extracting(Problem::path).containsExactly("no.tar.gz", "plain.tgz");
    }

    @Test
    void aTarBombIsGivenUpSoon() throws IOException {
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        for (int i = 0; i < 70; i++) {
            member(tar, "f" + i + ".txt", '0', " ".repeat(1 << 20));
        }
        tarGz("bomb.tgz", tar, true);
        read();

        assertThat(files).hasSizeLessThan(70);
        assertThat(problems)
                .extracting(Problem::message)
                .containsExactly("it unpacks to far more than its own size; the rest is not read");
    }

    @Test
    void aFileThatVanishedIsAProblem() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "x");
        List<SourceEntry> entries = SourceScan.scan(List.of(folder)).entries();
        Files.delete(folder.resolve("a.txt"));
        read(entries);

        assertThat(problems).extracting(Problem::message).containsExactly("the file could not be opened or read");
    }

    private void read() throws IOException {
        read(SourceScan.scan(List.of(folder)).entries());
    }

    private void read(List<SourceEntry> entries) {
        SourceReader reader = new SourceReader(SourceSettings.NONE);
        for (SourceEntry entry : entries) {
            reader.read(entry, FolderCharsets.NONE, files::add, problems::add);
        }
    }

    private void zip(String name, Charset names, String... namesAndTexts) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)), names)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private void tarGz(String name, ByteArrayOutputStream tar, boolean end) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            tar.writeTo(out);
            out.write(new byte[end ? 1024 : 0]);
        }
    }

    private static String pax(String key, String value) {
        int body = (" " + key + "=" + value + "\n").getBytes(StandardCharsets.UTF_8).length;
        int length = body + 1;
        while (String.valueOf(length).length() + body != length) {
            length++;
        }
        return length + " " + key + "=" + value + "\n";
    }

    private static void member(ByteArrayOutputStream tar, String name, char type, String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        byte[] header = new byte[512];
        put(header, 0, name);
        put(header, 100, "0000644\0");
        put(header, 124, String.format(java.util.Locale.ROOT, "%011o", content.length));
        header[156] = (byte) type;
        put(header, 257, "ustar\00000");
        put(header, 148, "        ");
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xFF;
        }
        put(header, 148, String.format(java.util.Locale.ROOT, "%06o\0 ", sum));
        tar.writeBytes(header);
        tar.writeBytes(content);
        tar.writeBytes(new byte[(512 - content.length % 512) % 512]);
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, at, Math.min(bytes.length, 100));
    }
}
