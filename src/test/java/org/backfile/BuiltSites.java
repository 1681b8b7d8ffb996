package org.backfile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Sites that several tests look at, each built once a run. */
final class BuiltSites {
    /** The real texts, where they lie beside the project. */
    static final Path REAL_TEXTS = Path.of("../shared/data");

    private static final Map<String, Site> BUILT = new LinkedHashMap<>();

    private BuiltSites() {}

    /** A site, and the run that built it. */
    record Site(Archive archive, Archive.Run run) {
        Path output() {
            return archive.site();
        }
    }

    /** The sample archive, built from {@code articles/} with {@code backfile.yaml}. */
    static Site sample() {
        return BUILT.computeIfAbsent("sample", name -> {
            Archive archive = new Archive(temporary());
            settingsInto(archive);
            Path articles = Path.of("articles");
            return new Site(archive, done(archive.build(List.of(articles))));
        });
    }

    /** The sample archive with its interface in another language. */
    static Site sampleIn(String language) {
        return BUILT.computeIfAbsent("sample in " + language, name -> {
            Archive archive = new Archive(temporary());
            settingsInto(archive);
            archive.file("backfile.yaml", settings().replaceFirst("(?m)^language: .*$", "language: " + language));
            return new Site(archive, done(archive.build(List.of(Path.of("articles")))));
        });
    }

    /** The sample archive laid out by days. */
    static Site sampleByDay() {
        return BUILT.computeIfAbsent("sample by day", name -> {
            Archive archive = new Archive(temporary());
            settingsInto(archive);
            archive.file("backfile.yaml", settings() + "\nlayout: day\n");
            return new Site(archive, done(archive.build(List.of(Path.of("articles")))));
        });
    }

    private static String settings() {
        try {
            return Files.readString(Path.of("backfile.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of the folders of real texts; the test is skipped where they are missing. */
    static Site real(String name) {
        Path texts = REAL_TEXTS.resolve(name).resolve("txt");
        Assumptions.assumeTrue(Files.isDirectory(texts), "needs the real texts in " + REAL_TEXTS);
        return BUILT.computeIfAbsent(name, n -> {
            Archive archive = new Archive(temporary());
            return new Site(archive, done(archive.build(List.of(texts))));
        });
    }

    /** The names of all folders of real texts; none where they are missing. */
    static List<String> realNames() {
        if (!Files.isDirectory(REAL_TEXTS)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(REAL_TEXTS)) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve("txt")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Archive.Run done(Archive.Run run) {
        Assertions.assertThat(run.exitCode()).as(run.err()).isZero();
        return run;
    }

    /** Gives an archive the settings and corrections of the sample. */
    static void settingsInto(Archive archive) {
        for (String file : List.of("backfile.yaml", "overrides.csv", "about.md")) {
            copyIfThere(Path.of(file), archive);
        }
    }

    private static void copyIfThere(Path file, Archive archive) {
        try {
            if (Files.exists(file)) {
                archive.file(file.toString(), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporary() {
        try {
            Path target = Files.createDirectories(Path.of("target/sites"));
            Path folder = Files.createTempDirectory(target, "site");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.sorted(java.util.Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
