package org.backfile.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitTargetTest {
    private static final Publication.Options PLAIN = new Publication.Options(false, true, false);

    @TempDir
    Path folder;

    private Path work;
    private Path bare;

    @BeforeEach
    void repositories() throws IOException {
        bare = folder.resolve("remote.git");
        work = Files.createDirectories(folder.resolve("work"));
        git(folder, "init", "-q", "--bare", bare.toString());
        git(bare, "config", "uploadpack.allowFilter", "true");
        git(work, "init", "-q", "-b", "main");
        git(work, "remote", "add", "origin", "../remote.git");
        Files.writeString(work.resolve("notes.txt"), "mine");
        git(work, "add", "notes.txt");
    }

    private static String git(Path where, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder();
        builder.command().add("git");
        builder.command().addAll(Arrays.asList(arguments));
        Process process =
                builder.directory(where.toFile()).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            assertThat(process.waitFor()).as(output).isZero();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return output.strip();
    }

    private PublishReport publish(Path site, String target) throws PublishFailure {
        Targets targets = new Targets(work, folder, Map.of(), Clock.systemUTC(), millis -> {});
        try (Target opened = targets.open(PublishSettings.of(target))) {
            return Publication.run(site, opened, PLAIN, Target.Progress.SILENT);
        }
    }

    private Path site(SyntheticSite site) {
        return site.write(folder.resolve("site"));
    }

    @Test
    void theBranchHoldsTheSiteAsOneCommitWithoutParent() throws PublishFailure, IOException {
        Path site = site(SyntheticSite.clean());

        publish(site, "git:origin");

        Path clone = folder.resolve("clone");
        git(folder, "clone", "-q", "-b", "gh-pages", bare.toUri().toString(), clone.toString());
        assertThat(git(clone, "rev-list", "--count", "HEAD")).isEqualTo("1");
        Scratch.delete(clone.resolve(".git"));
        assertThat(git(folder, "diff", "--no-index", "--stat", "site", "clone")).isEmpty();
    }

    @Test
    void theUsersBranchIndexAndFilesStayAsTheyAre() throws PublishFailure, IOException {
        String before = git(work, "status", "--porcelain=v2", "--branch") + git(work, "count-objects");

        publish(site(SyntheticSite.clean()), "git:origin#gh-pages");

        assertThat(git(work, "status", "--porcelain=v2", "--branch") + git(work, "count-objects"))
                .isEqualTo(before);
        assertThat(git(work, "for-each-ref")).isEmpty();
    }

    @Test
    void aSecondPublicationReplacesTheCommitAndSendsTheDifferenceOnly() throws PublishFailure, IOException {
        SyntheticSite many = SyntheticSite.clean();
        for (int i = 0; i < 300; i++) {
            many.put("2015/" + i % 10 + "/" + i + ".html", "page " + i);
        }
        publish(site(many), "git:origin");
        int before = objects();

        PublishReport report = publish(site(many.put("2015/0/new.html", "new")), "git:origin");

        assertThat(report.plan().adds()).hasSize(1);
        assertThat(git(bare, "rev-list", "--count", "gh-pages")).isEqualTo("1");
        assertThat(git(bare, "show", "gh-pages:2015/0/new.html")).isEqualTo("new");
        // commit, three trees, the page and the manifest
        assertThat(objects() - before).isEqualTo(6);
    }

    private int objects() throws IOException {
        int count = 0;
        for (String line : git(bare, "count-objects", "-v").lines().toList()) {
            if (line.startsWith("count: ") || line.startsWith("in-pack: ")) {
                count += Integer.parseInt(line.substring(line.indexOf(' ') + 1));
            }
        }
        return count;
    }

    @Test
    void nothingChangedMakesNoCommit() throws PublishFailure, IOException {
        Path site = site(SyntheticSite.clean());
        publish(site, "git:" + bare);
        String commit = git(bare, "rev-parse", "gh-pages");

        assertThat(publish(site, "git:" + bare).sent()).isZero();
        assertThat(git(bare, "rev-parse", "gh-pages")).isEqualTo(commit);
    }

    @Test
    void whatIsGoneLeavesTheBranchAndStrangersStay() throws PublishFailure, IOException {
        publish(site(SyntheticSite.clean()), "git:origin#site");
        Path clone = folder.resolve("clone");
        git(folder, "clone", "-q", "-b", "site", bare.toString(), clone.toString());
        Files.writeString(clone.resolve("CNAME"), "news.example");
        git(clone, "add", "CNAME");
        git(clone, "-c", "user.name=x", "-c", "user.email=x@y", "commit", "-qm", "Name");
        git(clone, "push", "-q");

        publish(site(SyntheticSite.clean().without("robots.txt")), "git:origin#site");

        assertThat(git(bare, "ls-tree", "--name-only", "site"))
                .contains("CNAME")
                .doesNotContain("robots.txt");
    }

    @Test
    void aBranchOfSomebodyElseIsNotReplaced() throws IOException {
        git(work, "-c", "user.name=x", "-c", "user.email=x@y", "commit", "-qm", "Start");
        Files.writeString(work.resolve("index.html"), "not ours");
        git(work, "add", "index.html");
        git(work, "-c", "user.name=x", "-c", "user.email=x@y", "commit", "-qm", "Page");
        git(work, "push", "-q", "origin", "main");

        assertThatThrownBy(() -> publish(site(SyntheticSite.clean()), "git:origin#main"))
                .hasMessageContaining("--adopt");
    }

    @Test
    void aRemoteThatIsNotThereIsASentence() {
        assertThatThrownBy(() -> publish(site(SyntheticSite.clean()), "git:nowhere"))
                .isInstanceOf(PublishFailure.class)
                .hasMessageStartingWith("git:nowhere#gh-pages can't be reached: ");
    }

    @Test
    void aBranchThatMovedMeanwhileIsNotOverwritten() throws PublishFailure, IOException {
        Path site = site(SyntheticSite.clean());
        publish(site, "git:origin");
        Targets targets = new Targets(work, folder, Map.of(), Clock.systemUTC(), millis -> {});
        try (Target slow = targets.open(PublishSettings.of("git:origin"))) {
            publish(site(SyntheticSite.clean().put("robots.txt", "quick")), "git:origin");
            Path late = SyntheticSite.clean().put("robots.txt", "late").write(folder.resolve("late"));

            assertThatThrownBy(() -> Publication.run(late, slow, PLAIN, Target.Progress.SILENT))
                    .hasMessageContaining("was changed by somebody else meanwhile");
        }
        assertThat(git(bare, "show", "gh-pages:robots.txt")).isEqualTo("quick");
    }

    @Test
    void secretsInAddressesAreHidden() {
        assertThat(Programs.hidden("fatal: 'https://me:token@host/x.git' and ssh://a@b, no https://host/me@x"))
                .isEqualTo("fatal: 'https://…@host/x.git' and ssh://…@b, no https://host/me@x");
    }

    @Test
    void aConnectionThatBreaksIsTriedAgain() throws PublishFailure, IOException {
        Path ssh = ssh("[ \"$(cat calls | wc -l)\" -ge 3 ] && exec sh -c \"$last\"");
        git(work, "config", "core.sshCommand", ssh.toString());
        Path site = site(SyntheticSite.clean());

        publish(site, "git:ssh://host" + bare);

        assertThat(Files.readAllLines(folder.resolve("calls"))).hasSizeGreaterThan(3);
        assertThat(git(bare, "ls-tree", "--name-only", "gh-pages")).contains("index.html");
    }

    @Test
    void aConnectionThatStaysBrokenIsASentence() throws IOException {
        Path ssh = ssh("");
        git(work, "config", "core.sshCommand", ssh.toString());

        assertThatThrownBy(() -> publish(site(SyntheticSite.clean()), "git:ssh://host" + bare))
                .isInstanceOf(PublishFailure.class)
                .hasMessageContaining("failed 5 times")
                .hasMessageContaining("run the same command again");
        assertThat(Files.readAllLines(folder.resolve("calls"))).hasSize(5);
    }

    /** A program in place of ssh: counts its calls, does what it is told, and fails as ssh does without a network. */
    private Path ssh(String act) throws IOException {
        Path program = Files.writeString(
                folder.resolve("ssh"),
                "#!/bin/sh\ncd '" + folder + "'\necho call >> calls\nfor last; do :; done\n" + act
                        + "\necho 'ssh: connect to host host port 22: Connection timed out' >&2\nexit 255\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program;
    }
}
