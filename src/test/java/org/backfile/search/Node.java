package org.backfile.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Runs scripts of src/test/resources/search in node; tests that need it are skipped where it is missing. */
final class Node {
    private static final Path SCRIPTS = Path.of("src/test/resources/search").toAbsolutePath();

    private Node() {}

    /** The lines that the script prints, given {@code templates/search.js} and {@code arguments}. */
    static List<String> run(String script, String... arguments) {
        Assumptions.assumeTrue(isThere(), "needs node on the path");
        List<String> command = new ArrayList<>(List.of(
                "node",
                SCRIPTS.resolve(script).toString(),
                Path.of("templates/search.js").toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        return output(command);
    }

    static Path resource(String name) {
        return SCRIPTS.resolve(name);
    }

    private static boolean isThere() {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator)) {
            if (Files.isExecutable(Path.of(folder, "node")) || Files.isExecutable(Path.of(folder, "node.exe"))) {
                return true;
            }
        }
        return false;
    }

    private static List<String> output(List<String> command) {
        try {
            Path printed = Files.createTempFile("node", ".txt");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile())
                    .start();
            boolean ended = process.waitFor(10, TimeUnit.MINUTES);
            List<String> lines = Files.readAllLines(printed, StandardCharsets.UTF_8);
            Files.delete(printed);
            assertThat(ended).as("node ended").isTrue();
            assertThat(process.exitValue()).as(() -> String.join("\n", lines)).isZero();
            return lines;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
