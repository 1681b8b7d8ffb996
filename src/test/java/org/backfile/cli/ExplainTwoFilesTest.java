package org.backfile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.backfile.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainTwoFilesTest {
    private static final String STORY = """
            Ferry aground off Holm

            The ferry Aurora ran aground off Holm on Tuesday with 40 passengers, said harbour master Ellen Brandt.
            Nobody was hurt, and the boat was towed in before midnight by two tugs that had come from the mainland.
            The owners will look at the hull in dry dock and say next week when the boat sails again.
            """;

    @TempDir
    Path folder;

    private Archive.Run explain(String... options) {
        String[] all = new String[options.length + 5];
        all[0] = "explain";
        all[1] = folder.resolve("articles/a.txt").toString();
        all[2] = folder.resolve("articles/b.txt").toString();
        all[3] = "--config";
        all[4] = folder.resolve("backfile.yaml").toString();
        System.arraycopy(options, 0, all, 5, options.length);
        return Archive.run(all);
    }

    private void archive(String one, String other) {
        new Archive(folder)
                .file("backfile.yaml", "title: Tidings\n")
                .with("a.txt", one)
                .with("b.txt", other);
    }

    @Test
    void saysWhatIsSharedAndWhatDecided() {
        archive(STORY, STORY.replace("towed in", "brought in"));

        Archive.Run run = explain();

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("One story.", "nearly-the-same", "Words in both");
    }

    @Test
    void showsTheNamesAndNumbersThatDiffer() {
        archive(STORY, STORY.replace("Aurora", "Borealis").replace("40", "55").replace("Holm", "Skerry"));

        assertThat(explain().out()).contains("Not one story.", "Aurora – Borealis", "40 – 55");
        assertThat(explain("--json").out()).contains("\"one_story\":false", "{\"one\":\"40\",\"other\":\"55\"}");
    }

    @Test
    void comparesAFileOfAContainerWithAnother() throws IOException {
        archive(STORY, "Tides\n\nHigh water at noon.\n");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("articles/old.zip")))) {
            zip.putNextEntry(new ZipEntry("notice.txt"));
            zip.write("Whist drive\n\nThe whist club meets on Tuesday.\n".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("ferry.txt"));
            zip.write(STORY.replace("towed in", "brought in").getBytes(StandardCharsets.UTF_8));
        }

        for (String other : List.of("old.zip", "old.zip!/ferry.txt")) {
            assertThat(explainPair("a.txt", other).out()).contains("One story.", "nearly-the-same");
        }
        assertThat(explainPair("a.txt", "old.zip!/notice.txt").out()).contains("Not one story.");
        assertThat(explainPair("a.txt", "old.zip!/none.txt").err()).contains("old.zip!/none.txt holds no article");
    }

    private Archive.Run explainPair(String one, String other) {
        Path articles = folder.resolve("articles");
        return Archive.run(
                "explain",
                articles + "/" + one,
                articles + "/" + other,
                "--config",
                folder.resolve("backfile.yaml").toString());
    }

    @Test
    void leavesNothingBehind() {
        archive(STORY, STORY);
        SortedSet<String> before = new TreeSet<>(Archive.files(folder).keySet());

        assertThat(explain().exitCode()).isZero();

        assertThat(Archive.files(folder).keySet()).isEqualTo(before);
    }

    @Test
    void refusesAFileWithoutAnArticleWithASentence() {
        archive(STORY, "");

        Archive.Run run = explain();

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("holds no article, so there is nothing to compare");
    }
}
