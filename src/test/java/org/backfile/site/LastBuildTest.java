package org.backfile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.backfile.Archive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build has nothing to do where all stands as the last one found and left it, and only there. */
class LastBuildTest {
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2001-09-09T01:46:40Z"));

    @TempDir
    Path folder;

    private Archive archive;

    @BeforeEach
    void buildFirst() throws IOException {
        archive = new Archive(folder);
        article("ferry.txt", "Ferry opens\n\nThe ferry opens on Monday.\n");
        archive.file("backfile.yaml", "title: First\n");
        archive.build();
        assertThat(archive.build().out()).contains("0 files written");
    }

    private Path article(String name, String text) throws IOException {
        archive.with(name, text);
        return Files.setLastModifiedTime(folder.resolve("articles").resolve(name), LONG_AGO);
    }

    @Test
    void aFileFromTheFutureThatWentAgainIsGoneFromTheSite() throws IOException {
        Path tram = article("tram.txt", "Tram closes\n\nThe tram closes on Friday.\n");
        Files.setLastModifiedTime(tram, FileTime.from(Instant.now().plusSeconds(3600)));
        archive.build();
        assertThat(archive.page("index.html")).contains("Tram closes");

        Files.delete(tram);
        archive.build();

        assertThat(archive.page("index.html")).doesNotContain("Tram closes");
    }

    @Test
    void aFileThatCameBackIsOnTheSiteAlsoAfterABuildThatCouldNotKeepAnything() throws IOException {
        Path ferry = folder.resolve("articles/ferry.txt");
        article("tram.txt", "Tram closes\n\nThe tram closes on Friday.\n");
        archive.build();
        archive.build();
        Files.move(ferry, folder.resolve("away"));
        Path inTheWay = Files.createDirectories(folder.resolve(".backfile/search.table.new/in the way"));
        archive.build();
        assertThat(archive.page("index.html")).doesNotContain("Ferry opens");

        new Disk().deleteTree(inTheWay.getParent());
        Files.move(folder.resolve("away"), ferry);
        archive.build();

        assertThat(archive.page("index.html")).contains("Ferry opens");
    }

    @Test
    void aTitleThatWasTakenBackIsGoneAlsoWhereAFileOfSomebodyElseStoodInTheWay() throws IOException {
        Path theirs = folder.resolve("site-output/_headers");
        archive.file("backfile.yaml", "title: Second\npublish: {headers: true}\n");
        Files.writeString(theirs, "mine\n");
        assertThat(archive.build().out()).contains("not ours");
        assertThat(archive.page("index.html")).contains("Second");

        archive.file("backfile.yaml", "title: First\n");
        archive.build();

        assertThat(archive.page("index.html")).doesNotContain("Second");
        assertThat(theirs).hasContent("mine");
    }
}
