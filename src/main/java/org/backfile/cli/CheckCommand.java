package org.backfile.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.concurrent.Callable;
import org.backfile.check.CheckReport;
import org.backfile.check.CheckRequest;
import org.backfile.check.Host;
import org.backfile.check.SiteCheck;
import org.backfile.publish.PublishFailure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code backfile check}: says what is wrong with a built site. */
@Command(
        name = "check",
        description = "Check a built site: links, bytes, markup, the ledger, and what the host takes.",
        footer = {
            "",
            "Exit code 0: nothing is wrong; 1: something is, or there is no site.",
            "Example: backfile check --host github-pages",
            "         backfile check --against old/manifest-sha256.txt"
        })
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "SITE",
            arity = "0..1",
            defaultValue = "site-output",
            description = "The folder of the site (default: ${DEFAULT-VALUE}).")
    private Path site;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "any",
            converter = HostName.class,
            completionCandidates = HostNames.class,
            description = "Whose limits to keep: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Host host;

    @Option(names = "--external", description = "List the links to other sites; none is fetched.")
    private boolean external;

    @Option(
            names = "--against",
            paramLabel = "OLD-MANIFEST",
            description = "List where each address of an earlier manifest-sha256.txt leads now.")
    private @Nullable Path against;

    @Option(names = "--json", description = "Print what was found as JSON.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print nothing; the exit code tells.")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "List all findings, not the first of each kind.")
    private boolean verbose;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        CheckReport report;
        try {
            report = SiteCheck.run(new CheckRequest(site, host, external, against));
        } catch (PublishFailure failure) {
            spec.commandLine().getErr().println("backfile: " + failure.getMessage());
            spec.commandLine().getErr().flush();
            return CommandLine.ExitCode.SOFTWARE;
        }
        CheckText text = new CheckText(report, site);
        if (json) {
            out.println(text.json());
        } else if (!quiet) {
            out.print(text.summary(verbose));
        }
        out.flush();
        return report.clean() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    /** Reads a host's name. */
    static final class HostName implements ITypeConverter<Host> {
        @Override
        public Host convert(String value) {
            return Arrays.stream(Host.values())
                    .filter(host -> host.option().equals(value))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("“" + value
                            + "” is no host known here: choose one of " + String.join(", ", new HostNames())));
        }
    }

    /** The hosts' names. */
    static final class HostNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Host.values()).map(Host::option).iterator();
        }
    }
}
