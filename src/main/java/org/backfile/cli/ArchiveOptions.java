package org.backfile.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.backfile.site.BuildRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where an archive's files stand; the defaults are a folder laid out as the README says. */
final class ArchiveOptions {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            defaultValue = "site-output",
            description = "The folder to write the site to (default: ${DEFAULT-VALUE}).")
    private Path output;

    @Option(
            names = "--templates",
            paramLabel = "DIR",
            defaultValue = "templates",
            description = "Files here replace the theme's files of the same name (default: ${DEFAULT-VALUE}).")
    private Path templates;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The archive's settings (default: backfile.yaml where there is one).")
    private @Nullable Path config;

    /** Where the site is written, as the user gave it. */
    Path output() {
        return output;
    }

    /**
     * The request these options make.
     *
     * @param sources what to read; none means the folder {@code articles}
     */
    BuildRequest request(List<Path> sources, boolean report, boolean verify) {
        Path settings = settings(config);
        Path home = config != null && config.getParent() != null ? config.getParent() : Path.of("");
        return new BuildRequest(
                sources.isEmpty() ? List.of(Path.of("articles")) : sources,
                output,
                templates,
                settings,
                home.resolve("overrides.csv"),
                home.resolve(".backfile"),
                report,
                verify,
                page -> true,
                null,
                false,
                Math.max(1, Runtime.getRuntime().availableProcessors()));
    }

    /** The settings file: the one asked for, else {@code backfile.yaml} where there is one, else null. */
    static @Nullable Path settings(@Nullable Path asked) {
        Path standard = Path.of("backfile.yaml");
        return asked != null ? asked : Files.exists(standard) ? standard : null;
    }
}
