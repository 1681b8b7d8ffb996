package org.backfile.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.backfile.page.SitePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopyingProgramTargetTest {
    private static final Publication.Options DELETING = new Publication.Options(false, true, false);
    private static final Path SFTP_SERVER = Path.of("/usr/lib/openssh/sftp-server");

    private static final Backoff BACKOFF = new Backoff(millis -> {}, 1);

    @TempDir
    Path folder;

    private Target rsync() throws PublishFailure {
        assumeTrue(Files.exists(Path.of("/usr/bin/rsync")), "rsync is not installed");
        return new CopyingProgramTarget(
                CopyingProgramTarget.Kind.RSYNC,
                List.of("rsync"),
                "",
                folder.resolve("target").toString(),
                folder,
                BACKOFF);
    }

    private Target sftp() throws PublishFailure {
        assumeTrue(Files.exists(SFTP_SERVER), "OpenSSH's sftp server is not installed");
        return new CopyingProgramTarget(
                CopyingProgramTarget.Kind.SFTP,
                List.of("sftp", "-D", SFTP_SERVER.toString()),
                "",
                folder.resolve("target").toString(),
                folder,
                BACKOFF);
    }

    private void publishTwice(Target first, Target second) throws PublishFailure, IOException {
        Path site = SyntheticSite.clean().put("odd [name] 'x'.txt", "odd").write(folder.resolve("site"));
        try (first) {
            Publication.run(site, first, DELETING, Target.Progress.SILENT);
        }
        assertThat(folder.resolve("target/odd [name] 'x'.txt")).hasContent("odd");
        Path next = SyntheticSite.clean().put("robots.txt", "next").write(folder.resolve("next"));
        try (second) {
            PublishReport report = Publication.run(next, second, DELETING, Target.Progress.SILENT);
            assertThat(report.plan().deletes()).containsExactly(new SitePath("odd [name] 'x'.txt"));
            assertThat(report.sent()).isEqualTo(2);
        }
        assertThat(folder.resolve("target/robots.txt")).hasContent("next");
        assertThat(folder.resolve("target/odd [name] 'x'.txt")).doesNotExist();
        assertThat(folder.resolve("target/manifest-sha256.pending.txt")).doesNotExist();
        assertThat(folder.resolve("target/2014/12/31/café-opens-aaaaa.html")).exists();
    }

    @Test
    void rsyncSendsAndDeletes() throws PublishFailure, IOException {
        publishTwice(rsync(), rsync());
    }

    @Test
    void sftpSendsAndDeletes() throws PublishFailure, IOException {
        publishTwice(sftp(), sftp());
    }

    @Test
    void aFolderThatCannotBeWrittenIsASentence() throws PublishFailure, IOException {
        Path site = SyntheticSite.clean().write(folder.resolve("site"));
        Files.writeString(folder.resolve("target"), "a file, and no folder");
        try (Target target = rsync()) {
            assertThatThrownBy(() -> Publication.run(site, target, DELETING, Target.Progress.SILENT))
                    .isInstanceOf(PublishFailure.class)
                    .hasMessageStartingWith("rsync:");
        }
    }

    @Test
    void aProgramThatIsNotThereIsASentence() throws PublishFailure {
        Path site = SyntheticSite.clean().write(folder.resolve("site"));
        try (Target target = new CopyingProgramTarget(
                CopyingProgramTarget.Kind.RSYNC, List.of("no-such-program"), "host", "/x", folder, BACKOFF)) {
            assertThat(target.name()).isEqualTo("rsync:host:/x/");
            assertThatThrownBy(() -> Publication.run(site, target, DELETING, Target.Progress.SILENT))
                    .hasMessage("the program no-such-program could not be started – is it installed and in PATH?");
        }
    }
}
