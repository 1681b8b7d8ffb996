package org.backfile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.backfile.publish.SyntheticSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PublishCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private int run(String... args) {
        return new CommandLine(new PublishCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    private int publish(SyntheticSite site, String... options) {
        String[] args = new String[options.length + 3];
        args[0] = "dir:" + folder.resolve("target");
        args[1] = "-o";
        args[2] = site.write(folder.resolve("site")).toString();
        System.arraycopy(options, 0, args, 3, options.length);
        return run(args);
    }

    @Test
    void aDryRunListsWhatWouldBeSent() {
        assertThat(publish(SyntheticSite.clean(), "--dry-run")).isZero();

        assertThat(out.toString())
                .contains("+ 2014/12/30/storm-closes-harbour-k3f9x.html\n")
                .contains("+ … and 5 more\n")
                .contains(": 15 new, 0 changed, 0 to delete, 0 as they are; ")
                .endsWith("nothing was sent (--dry-run)\n");
        assertThat(folder.resolve("target")).doesNotExist();
    }

    @Test
    void aPublicationSaysWhatItDidAndASecondThatThereWasNothingToDo() {
        assertThat(publish(SyntheticSite.clean())).isZero();
        assertThat(out.toString()).endsWith("16 sent, 0 deleted\n");

        assertThat(publish(SyntheticSite.clean())).isZero();
        assertThat(out.toString()).endsWith("target is up to date\n");
    }

    @Test
    void jsonTellsThePlan() {
        publish(SyntheticSite.clean());
        publish(SyntheticSite.clean().put("robots.txt", "new"), "--json");

        assertThat(out.toString())
                .contains(
                        "\"sent\":2,\"deleted\":0,\"unchanged\":14,\"adds\":[],\"changes\":[\"robots.txt\"],\"deletes\":[]");
    }

    @Test
    void failuresAreSentences() {
        assertThat(publish(SyntheticSite.clean(), "-q")).isZero();
        assertThat(publish(new SyntheticSite().page("index.html", "Less", ""))).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("backfile: 14 of 15 files at dir:")
                .contains("give --delete");

        assertThat(run("ftp://host")).isEqualTo(1);
        assertThat(run()).isEqualTo(2);
    }
}
