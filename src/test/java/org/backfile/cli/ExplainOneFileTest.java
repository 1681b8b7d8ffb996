package org.backfile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.backfile.Archive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainOneFileTest {
    @TempDir
    Path folder;

    @BeforeEach
    void anArchive() {
        new Archive(folder)
                .file("backfile.yaml", "title: Tidings\n")
                .with("wire/storm.txt", "Storm closes the harbour\n\nThe ferry stayed in port on Friday, they said.\n")
                .with("wire/scan.pdf", "%PDF-1.4");
    }

    private Archive.Run explain(String file) {
        return Archive.run(
                "explain",
                folder.resolve("articles").resolve(file).toString(),
                "--config",
                folder.resolve("backfile.yaml").toString());
    }

    @Test
    void saysWhatEachLineIs() {
        assertThat(explain("wire/storm.txt").out()).contains("headline", "Storm closes the harbour");
    }

    @Test
    void explainsOneArticleOfAFileOfMany() {
        new Archive(folder)
                .with(
                        "rows.csv",
                        "headline,body\nStorm,The ferry stayed in port.\nHerring,No boat went out to the grounds.\n");

        assertThat(explain("rows.csv#2").out())
                .contains("2 articles", "Herring", "     3  record")
                .doesNotContain("Storm");
        assertThat(explain("rows.csv").out()).contains("Storm", "Herring");
        assertThat(explain("rows.csv#9").exitCode()).isEqualTo(2);
        assertThat(explain("rows.csv#9").err()).contains("rows.csv holds no article 9: it has 2");
    }

    @Test
    void readsAnewWhatADamagedStoreLost() throws IOException {
        Archive.run(
                "build",
                "-o",
                folder.resolve("site-output").toString(),
                "--config",
                folder.resolve("backfile.yaml").toString());
        Path records = folder.resolve(".backfile/readings-0.slices");
        byte[] bytes = Files.readAllBytes(records);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= 1;
        }
        Files.write(records, bytes);

        assertThat(explain("wire/storm.txt").out()).contains("headline", "Storm closes the harbour");
    }

    @Test
    void takesAPathOfTheSampleAsItsSiteWritesIt() {
        assertThat(Archive.run("explain", "wire/1993/herring-talks.txt").out())
                .isNotEmpty()
                .isEqualTo(Archive.run("explain", "articles/wire/1993/herring-talks.txt")
                        .out());
    }

    @Test
    void explainsOneFileOfAContainerByTheNameThatReportsGiveIt() throws IOException {
        Path container =
                Files.createDirectories(folder.resolve("articles/new!")).resolve("old.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(container))) {
            for (String headline : List.of("Lighthouse sold", "Ferry aground")) {
                zip.putNextEntry(new ZipEntry("1991/" + headline + ".txt"));
                zip.write((headline + "\n\nNobody was hurt on Friday, they said.\n").getBytes(StandardCharsets.UTF_8));
            }
        }

        assertThat(explain("new!/old.zip").out()).contains("Lighthouse sold", "Ferry aground");
        assertThat(explain("new!/old.zip!/1991/Ferry aground.txt").out())
                .contains("Ferry aground")
                .doesNotContain("Lighthouse");
        assertThat(explain("new!/old.zip!/1992/none.txt").err())
                .contains("old.zip!/1992/none.txt is not read", "old.zip holds no such file");
    }

    @Test
    void explainsAnArticleOfThoseFilesOfAContainerThatHaveSoMany() throws IOException {
        Path container = folder.resolve("articles/old.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(container))) {
            zip.putNextEntry(new ZipEntry("a.txt"));
            zip.write("Storm closes\n\nThe ferry stayed in port on Friday, they said.\n"
                    .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("rows.csv"));
            zip.write("headline,body\nHerring,No boat went out.\nWhist,It ended in a draw.\n"
                    .getBytes(StandardCharsets.UTF_8));
        }

        assertThat(explain("old.zip#2").out()).contains("Whist").doesNotContain("Storm", "Herring");
        assertThat(explain("old.zip#3").exitCode()).isEqualTo(2);
        assertThat(explain("old.zip#3").out()).isEmpty();
    }

    @Test
    void saysOfAFileThatIsNotReadThatItIsNot() {
        Archive.Run run = explain("wire/scan.pdf");

        assertThat(run.exitCode()).isNotZero();
        assertThat(run.err()).contains("scan.pdf: one file not read (.pdf)");
    }

    @Test
    void saysOfNoFileThatItIsNone() {
        assertThat(explain("wire/gone.txt").err()).contains("wire/gone.txt is not a file");
    }
}
