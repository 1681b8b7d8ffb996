package org.backfile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.backfile.publish.SyntheticSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CheckCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private int run(String... args) {
        return new CommandLine(new CheckCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
    }

    @Test
    void aCleanSiteEndsWithZero() {
        SyntheticSite.clean().write(folder);

        assertThat(run(folder.toString(), "--host", "github-pages", "--external"))
                .isZero();
        assertThat(out.toString())
                .contains("outside: https://example.org/tide\n")
                .contains("15 files")
                .endsWith("nothing is wrong\n");
    }

    @Test
    void manyAlikeAreSummedUp() {
        String links = "<a href=\"no.html\">x</a>".repeat(8);
        SyntheticSite.clean()
                .replace("index.html", "</body>", links + "</body>")
                .write(folder);

        assertThat(run(folder.toString())).isEqualTo(1);
        assertThat(out.toString())
                .contains("index.html:8:1: the link “no.html” leads to no file\n")
                .contains("… and 3 more like these (broken link; -v lists more)\n")
                .endsWith("wrong: 8 broken link\n");
    }

    @Test
    void verboseListsAll() {
        String links = "<a href=\"no.html\">x</a>".repeat(8);
        SyntheticSite.clean()
                .replace("index.html", "</body>", links + "</body>")
                .write(folder);

        run(folder.toString(), "-v");

        assertThat(out.toString().lines().filter(line -> line.contains("leads to no file")))
                .hasSize(8);
    }

    @Test
    void jsonNamesEachFindingAndAddress() throws Exception {
        SyntheticSite.clean().page("lone.html", "Lone", "").write(folder);
        Path old = Files.writeString(
                folder.resolve("../old-manifest.txt").normalize(),
                SyntheticSite.clean().manifest());

        assertThat(run(folder.toString(), "--json", "--against", old.toString()))
                .isEqualTo(1);
        assertThat(out.toString())
                .contains("\"clean\":false")
                .contains("\"counts\":{\"orphan\":1}")
                .contains("{\"kind\":\"orphan\",\"path\":\"lone.html\",\"line\":0,\"column\":0,")
                .contains("{\"path\":\"index.html\",\"fate\":\"stays\",\"leads_to\":\"index.html\"}");
        Files.delete(old);
    }

    @Test
    void quietPrintsNothing() {
        SyntheticSite.clean().page("lone.html", "Lone", "").write(folder);

        assertThat(run(folder.toString(), "-q")).isEqualTo(1);
        assertThat(out.toString() + err).isEmpty();
    }

    @Test
    void aFolderThatIsNoSiteIsASentence() {
        assertThat(run(folder.resolve("none").toString())).isEqualTo(1);
        assertThat(err.toString()).startsWith("backfile: ").contains("build the site first");
    }

    @Test
    void anUnknownHostIsWrongUsage() {
        assertThat(run("--host", "geocities")).isEqualTo(2);
        assertThat(err.toString()).contains("choose one of github-pages, cloudflare-pages, netlify, s3, any");
    }
}
