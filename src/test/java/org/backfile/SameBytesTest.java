package org.backfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same input gives the same bytes, whatever machine it is built on. */
class SameBytesTest {
    @TempDir
    Path folder;

    /** The sample's files put into a new folder in an order of chance, each with another time. */
    private Archive shuffled() throws IOException {
        Archive archive = new Archive(folder.resolve("shuffled"));
        SortedMap<String, byte[]> files = Archive.files(Path.of("articles"));
        List<String> order = new ArrayList<>(files.keySet());
        Collections.shuffle(order, new Random(7));
        for (String path : order) {
            archive.with(path, files.get(path));
        }
        BuiltSites.settingsInto(archive);
        return archive;
    }

    @Test
    void inAnotherLocaleAndTimeZoneWithOneThreadAndFilesInAnotherOrder() throws Exception {
        Archive archive = shuffled();

        build(
                Path.of(System.getProperty("java.home")),
                archive,
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-Duser.timezone=Pacific/Chatham",
                "-XX:ActiveProcessorCount=1");

        assertSame(archive, BuiltSites.sample().archive());
    }

    @Test
    void onEachJdkOfThisMachine() throws Exception {
        List<Path> others = otherJdks();
        Assumptions.assumeFalse(others.isEmpty(), "needs a JDK of another version under /usr/lib/jvm");
        for (Path jdk : others) {
            Archive archive = new Archive(folder.resolve(jdk.getFileName().toString()));
            Archive.files(Path.of("articles")).forEach(archive::with);
            BuiltSites.settingsInto(archive);

            build(jdk, archive);

            assertSame(archive, BuiltSites.sample().archive());
        }
    }

    @Test
    void whenNothingChangedNothingIsWritten() throws Exception {
        Archive archive = shuffled();
        archive.build();

        assertThat(archive.build().out()).contains("; 0 files written").contains(" 0 deleted");
    }

    private static List<Path> otherJdks() throws IOException {
        Path home = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(home)) {
            return List.of();
        }
        try (Stream<Path> jdks = Files.list(home)) {
            return jdks.filter(jdk -> !Files.isSymbolicLink(jdk) && Files.isExecutable(jdk.resolve("bin/java")))
                    .filter(jdk -> !jdk.startsWith(System.getProperty("java.home")))
                    .sorted()
                    .toList();
        }
    }

    private static void build(Path jdk, Archive archive, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(jdk.resolve("bin/java").toString()));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.backfile.cli.Main", "build", "-q"));
        Process process = new ProcessBuilder(command)
                .directory(archive.folder().toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static void assertSame(Archive one, Archive other) {
        SortedMap<String, byte[]> files = one.files();
        SortedMap<String, byte[]> expected = other.files();
        assertThat(files.keySet()).isEqualTo(expected.keySet());
        for (Map.Entry<String, byte[]> file : expected.entrySet()) {
            assertThat(files.get(file.getKey())).as(file.getKey()).isEqualTo(file.getValue());
        }
    }
}
