package org.backfile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.backfile.Archive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildCommandTest {
    private static final String STORY = """
            The Tidings
            HARBOUR
            Herring boats stay in port
            PELLWICK — No boat left the harbour on Monday because nobody could see the harbour.
            The fog is expected to lift by Thursday, the harbour master said.
            """;

    @TempDir
    Path folder;

    private Archive archive;

    @BeforeEach
    void makeArchive() {
        archive = new Archive(folder);
    }

    @Test
    void tellsWhatWasDoneOnStandardOutputAndProgressOnStandardError() {
        archive.with("fog.txt", STORY);

        Archive.Run run = archive.build();

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("1 file, 1 article, 1 story")
                .contains("open " + archive.site().resolve("index.html"));
        assertThat(run.err()).contains("reading: 1 files in ");
    }

    @Test
    void saysNothingWhenToldToBeQuiet() {
        Archive.Run run = archive.with("fog.txt", STORY).build("-q");

        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEmpty();
    }

    @Test
    void speaksJsonToMachines() {
        Archive.Run run = archive.with("fog.txt", STORY).build("--json", "-q");

        assertThat(run.out()).contains("\"articles\":1", "\"stories\":1", "\"problems\":[]");
    }

    @Test
    void endsWithThreeWhereStrictAndTheInputHasProblems() {
        archive.with("fog.txt", STORY).with("empty.txt", "");

        assertThat(archive.build().exitCode()).isZero();
        Archive.Run strict = archive.build("--strict");

        assertThat(strict.exitCode()).isEqualTo(3);
        assertThat(strict.out()).contains("empty.txt: ");
    }

    @Test
    void namesASourceThatDoesNotExist() {
        Archive.Run run = Archive.run("build", folder.resolve("nowhere").toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("nowhere does not exist");
    }

    @Test
    void leavesTheSiteAloneWhereAllArticlesAreSuddenlyGoneAsFromADiskThatIsNotThere() throws IOException {
        archive.with("fog.txt", STORY).build();
        Files.delete(folder.resolve("articles/fog.txt"));

        Archive.Run run = archive.build();

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("No article was found in ", "site-output holds some. It stands as it was.");
        assertThat(archive.page("index.html")).contains("<span>1 story</span>");

        archive.with("fog.txt", STORY);
        assertThat(archive.build("-v").out()).contains(" 0 files written");
    }

    @Test
    void leavesTheSiteAloneWhereTheOnlyFileIsCutOffAndSaysWhatIsWrongWithIt() {
        archive.with("dump.jsonl", "{\"headline\":\"Herring\",\"body\":\"No boat left the harbour.\"}\n")
                .build();

        Archive.Run run = archive.with("dump.jsonl", "{\"headline\":\"Her").build();

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("No article was found in ", "(dump.jsonl:1");
    }

    @Test
    void emptiesTheSiteWhereNobodyKnowsItsAddresses() throws IOException {
        archive.with("fog.txt", STORY).build();
        Files.delete(folder.resolve("articles/fog.txt"));

        assertThat(archive.build("--forget").exitCode()).isZero();
        assertThat(archive.page("index.html")).doesNotContain("1 story");
    }

    @Test
    void emptiesTheSiteWhereAllArticlesWereWithdrawn() throws IOException {
        archive.with("fog.txt", STORY).build();
        archive.file("overrides.csv", "path,field,value\nfog.txt,withdrawn,an error\n");
        assertThat(archive.build().exitCode()).isZero();
        Files.delete(folder.resolve("articles/fog.txt"));

        assertThat(archive.build().exitCode()).isZero();
    }

    @Test
    void makesASiteWithoutArticlesWhereThereWasNone() throws IOException {
        Files.createDirectories(folder.resolve("articles"));

        assertThat(archive.build().exitCode()).isZero();
        assertThat(archive.build("--verify").exitCode()).isZero();
        assertThat(archive.with("fog.txt", STORY).build().exitCode()).isZero();
    }

    @Test
    void tellsAllThatIsWrongWithTheSettingsAtOnceAndLeavesTheSiteAlone() {
        archive.with("fog.txt", STORY)
                .file(
                        "backfile.yaml",
                        "titel: X\nlatest-date: yesterday\nsite-url: ftp://x\nlanguage: plain English\n");

        Archive.Run run = archive.build();

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("backfile.yaml:1:1: unknown setting \"titel\" – did you mean \"title\"?")
                .contains("backfile.yaml:2:14: \"latest-date\" must be a date like 2025-12-31")
                .contains("backfile.yaml:4:11: \"language\" must be a tag like en or pt-BR")
                .contains("backfile.yaml:3:11: \"site-url\" must be an address");
        assertThat(archive.site()).doesNotExist();
    }

    @Test
    void refusesAnOutputInsideTheInput() {
        archive.with("fog.txt", STORY);

        Archive.Run run = Archive.run(
                "build",
                folder.resolve("articles").toString(),
                "-o",
                folder.resolve("articles/site").toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("lies inside the source");
    }

    @Test
    void summarisesManyProblemsOfAKind() {
        for (int i = 0; i < 20; i++) {
            archive.with("empty" + i + ".txt", "");
        }
        Archive.Run run = archive.with("fog.txt", STORY).build();

        assertThat(run.out()).contains("… and 17 more like these").contains("20 problems: 20 no text");
        assertThat(run.out().lines().filter(line -> line.startsWith("empty"))).hasSize(3);
        assertThat(archive.build("-v").out().lines().filter(line -> line.startsWith("empty")))
                .hasSize(20);
    }

    @Test
    void explainsItself() {
        assertThat(Archive.run("--help").out()).contains("build", "explain", "Exit codes:");
        assertThat(Archive.run("build", "--help").out()).contains("--output", "--strict", "--json");
        assertThat(Archive.run("--version").out()).startsWith("backfile ");
        assertThat(Archive.run("bild").exitCode()).isEqualTo(2);
        assertThat(Archive.run().exitCode()).isEqualTo(2);
    }

    @Test
    void everyCommandThatHelpListsExplainsItself() {
        String list = Archive.run("--help").out();
        List<String> commands = list.substring(list.indexOf("Commands:"), list.indexOf("Exit codes:"))
                .lines()
                .filter(line -> line.matches("  [a-z].*"))
                .map(line -> line.strip().split(" ")[0])
                .toList();

        assertThat(commands).contains("build", "publish");
        for (String command : commands) {
            assertThat(Archive.run(command, "--help").out()).startsWith("Usage: backfile " + command + " [");
        }
    }
}
