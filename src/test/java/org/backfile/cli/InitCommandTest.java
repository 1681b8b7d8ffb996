package org.backfile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class InitCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private int run(String... args) {
        return new CommandLine(new InitCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    @Test
    void anEmptyFolderBecomesAnArchive() {
        Path archive = folder.resolve("archive");

        assertThat(run(archive.toString())).isZero();

        assertThat(archive.resolve("backfile.yaml")).content().contains("title: Our archive");
        assertThat(archive.resolve("articles/example.txt")).content().startsWith("Archive opens its doors\n");
        assertThat(archive.resolve(".gitignore")).content().contains("/site-output/");
        assertThat(archive.resolve("README.md")).content().contains("backfile build");
        assertThat(archive.resolve(".github")).doesNotExist();
        assertThat(out.toString())
                .contains("made   " + archive.resolve("backfile.yaml"))
                .contains("backfile build");
    }

    @Test
    void whatIsThereIsKept() throws IOException {
        Files.writeString(folder.resolve("backfile.yaml"), "title: Mine");

        assertThat(run(folder.toString())).isZero();
        assertThat(run(folder.toString())).isZero();

        assertThat(folder.resolve("backfile.yaml")).hasContent("title: Mine");
        assertThat(out.toString()).contains("kept   " + folder.resolve("backfile.yaml"));
    }

    @Test
    void aWorkflowForGitHubPagesIsMadeOnRequest() {
        assertThat(run(folder.toString(), "--github-pages")).isZero();

        assertThat(folder.resolve(".github/workflows/backfile.yml")).content().contains("publish git:origin#gh-pages");
    }

    @Test
    void aPlaceThatIsNoFolderIsASentence() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");

        assertThat(run(file.toString())).isEqualTo(1);
        assertThat(err.toString()).startsWith("backfile: " + file + " could not be written to");
    }
}
