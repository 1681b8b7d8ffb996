package org.backfile.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.backfile.site.BuildReport;
import org.backfile.site.BuildRequest;
import org.backfile.site.Progress;
import org.backfile.site.Refusal;
import org.backfile.site.SiteBuild;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code backfile build}: reads the sources and brings the site up to date. */
@Command(
        name = "build",
        description = "Read the articles and bring the site up to date.",
        footer = {
            "",
            "Example: backfile build                 articles/ to site-output/",
            "         backfile build ~/scrapes -o ~/archive"
        })
final class BuildCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Parameters(paramLabel = "SOURCE", arity = "0..*", description = "Folders or files to read (default: articles).")
    private List<Path> sources = List.of();

    @Mixin
    private ArchiveOptions archive;

    @Option(names = "--strict", description = "End with exit code 3 where there were problems with the input.")
    private boolean strict;

    @Option(names = "--report", description = "Add a page of the doubtful files to the site.")
    private boolean report;

    @Option(names = "--verify", description = "Read every file again, also those that look unchanged.")
    private boolean verify;

    @Option(
            names = "--former",
            paramLabel = "OLD-MANIFEST",
            description = "The manifest-sha256.txt of what was published from elsewhere: its addresses go on leading"
                    + " somewhere, as those in the output do. The data files beside it help.")
    private @Nullable Path former;

    @Option(
            names = "--forget",
            description = "Nobody knows the addresses of earlier builds yet: leave nothing at those that are no more.")
    private boolean forget;

    @Option(
            names = "--compress",
            paramLabel = "gzip",
            description = "Put a compressed twin beside each text, for hosts that send such files as they are.")
    private @Nullable Compression compress;

    @Option(names = "--json", description = "Print what was done as JSON.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print nothing but failures.")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "List every problem, and the seconds of each phase.")
    private boolean verbose;

    /** What texts can be compressed with. */
    private enum Compression {
        GZIP
    }

    @Override
    public Integer call() {
        Console console = main.console();
        BuildRequest request = archive.request(sources, report, verify).where(page -> !forget, former);
        if (compress != null) {
            request = request.compressed();
        }
        for (Path source : request.sources()) {
            if (!Files.exists(source)) {
                console.failure(source + " does not exist – name a folder or a file with article texts");
                return ExitCode.USAGE;
            }
        }
        @Nullable
        ProgressLine line = quiet ? null : new ProgressLine(console.err(), console.terminal(), System::nanoTime);
        Thread stopped =
                new Thread(() -> console.failure("stopped – the site is whole; the next build goes on from here"));
        Runtime.getRuntime().addShutdownHook(stopped);
        BuildReport done;
        try {
            done = SiteBuild.run(request, line == null ? Progress.SILENT : line);
        } catch (Refusal failure) {
            if (line != null) {
                line.close();
            }
            console.failure(failure.getMessage());
            return ExitCode.FAILED;
        } finally {
            forget(stopped);
        }
        if (line != null) {
            line.close();
        }
        ReportText text = new ReportText(done, archive.output());
        if (json) {
            console.out().println(text.json());
        } else if (!quiet) {
            console.out().print(text.summary(verbose));
        }
        console.out().flush();
        return strict && !done.problems().isEmpty() ? ExitCode.PROBLEMS : ExitCode.DONE;
    }

    /** The build is over; a hook that is running already has the last word. */
    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is ending
        }
    }
}
