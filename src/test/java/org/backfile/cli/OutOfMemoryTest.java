package org.backfile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutOfMemoryTest {
    @TempDir
    Path folder;

    @Test
    void aFileTooLargeForTheMemoryThatJavaMayTakeIsASentence() throws Exception {
        Files.createDirectories(folder.resolve("articles"));
        Files.writeString(folder.resolve("articles/large.txt"), "A line.\n".repeat(8 << 20));
        Process build = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx40m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "build",
                        "-q")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();

        String said = new String(build.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(build.waitFor()).isEqualTo(ExitCode.FAILED);
        assertThat(said)
                .contains("of memory that Java may take are not enough", "BACKFILE_OPTS=-Xmx")
                .doesNotContain("OutOfMemoryError");
    }
}
