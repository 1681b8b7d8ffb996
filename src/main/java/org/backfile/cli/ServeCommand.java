package org.backfile.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.backfile.serve.Preview;
import org.backfile.serve.PreviewFailure;
import org.backfile.serve.PreviewSettings;
import org.backfile.site.BuildRequest;
import org.backfile.site.Progress;
import org.backfile.site.Refusal;
import org.backfile.site.SiteBuild;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code backfile serve}: builds, shows the site on this machine, and builds again what changes. */
@Command(
        name = "serve",
        description = "Show the site on this machine, and rebuild it when articles, templates or settings change.",
        footer = {"", "Example: backfile serve --open", "         backfile serve --base /archive/ --port 9000"})
final class ServeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SOURCE", arity = "0..*", description = "Folders or files to read (default: articles).")
    private List<Path> sources = List.of();

    @Mixin
    private ArchiveOptions archive;

    @Option(
            names = "--port",
            paramLabel = "NUMBER",
            defaultValue = "8080",
            description = "The port; 0 for any that is free (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "The address to listen on (default: ${DEFAULT-VALUE}, this machine only).")
    private String host;

    @Option(
            names = "--base",
            paramLabel = "PATH",
            defaultValue = "/",
            description = "Show the site under a path, as it may stand on its host (default: ${DEFAULT-VALUE}).")
    private String base;

    @Option(names = "--open", description = "Open the front page in the browser.")
    private boolean open;

    @Override
    public Integer call() {
        Console console =
                new Console(spec.commandLine().getOut(), spec.commandLine().getErr(), false);
        BuildRequest request = archive.request(sources, false, false);
        try (Preview preview =
                Preview.start(settings(request), awaited -> build(request, awaited), built -> tell(console, built))) {
            if (!preview.onlyHere()) {
                console.err().println("warning: everybody who can reach this machine can see the preview");
            }
            console.out().println("the site is at " + preview.address() + " – end with Ctrl+C");
            console.out().flush();
            if (open) {
                browse(preview.address(), console);
            }
            new CountDownLatch(1).await(); // until the process is ended
            return ExitCode.DONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.DONE;
        } catch (PreviewFailure failure) {
            console.failure(String.valueOf(failure.getMessage()));
            return ExitCode.FAILED;
        }
    }

    private PreviewSettings settings(BuildRequest request) {
        if (!base.startsWith("/") || !base.endsWith("/") || base.contains("//")) {
            throw new ParameterException(spec.commandLine(), "--base begins and ends with a slash: /archive/");
        }
        if (port < 0 || port > 65_535) {
            throw new ParameterException(spec.commandLine(), "--port is a number from 0 to 65535");
        }
        List<Path> watched = new ArrayList<>(request.sources());
        @Nullable Path config = request.config();
        watched.add(config != null ? config : Path.of("backfile.yaml"));
        watched.add(request.templates());
        watched.add(request.overrides());
        return new PreviewSettings(request.output(), host, port, base, watched);
    }

    private static Optional<String> build(BuildRequest request, Map<String, Consumer<byte[]>> awaited) {
        try {
            SiteBuild.run(request, Progress.SILENT, awaited);
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(String.valueOf(refusal.getMessage()));
        }
    }

    private static void tell(Console console, Optional<String> failure) {
        if (failure.isPresent()) {
            console.failure(failure.get() + " (the pages show the last build that worked)");
        } else {
            console.out().println("built");
            console.out().flush();
        }
    }

    /** Asks the system to open the address with whatever it opens addresses with. */
    private static void browse(URI address, Console console) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        List<String> opener = system.contains("win")
                ? List.of("rundll32", "url.dll,FileProtocolHandler")
                : List.of(system.contains("mac") ? "open" : "xdg-open");
        List<String> line = new ArrayList<>(opener);
        line.add(address.toString());
        try {
            new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            console.err().println("no browser could be opened – open " + address + " yourself");
        }
    }
}
