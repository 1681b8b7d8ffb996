package org.backfile.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.backfile.page.SitePath;
import org.backfile.publish.Publication;
import org.backfile.publish.PublishFailure;
import org.backfile.publish.PublishReport;
import org.backfile.publish.PublishSettings;
import org.backfile.publish.Target;
import org.backfile.publish.Targets;
import org.backfile.site.Refusal;
import org.backfile.site.SettingsFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** {@code backfile publish}: brings a target up to date with the built site. */
@Command(
        name = "publish",
        description = "Send what changed in the built site to where readers find it.",
        footer = {
            "",
            "Targets: dir:/path  git:origin#gh-pages  s3://bucket/prefix  rsync:user@host:/path  sftp:user@host:/path",
            "Keys for S3 come from AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or from ~/.aws.",
            "Example: backfile publish git:origin --dry-run",
            "         backfile publish s3://archive --endpoint https://s3.example.org"
        })
final class PublishCommand implements Callable<Integer> {
    /** How many paths of a plan are shown of each kind. */
    private static final int SHOWN = 10;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "TARGET",
            arity = "0..1",
            description = "Where to publish (default: target in the section publish of the settings).")
    private @Nullable String target;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The archive's settings (default: backfile.yaml where there is one).")
    private @Nullable Path config;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            defaultValue = "site-output",
            description = "The folder of the site (default: ${DEFAULT-VALUE}).")
    private Path site;

    @Option(
            names = {"-n", "--dry-run"},
            description = "Say what would be done, and do nothing.")
    private boolean dryRun;

    @Option(names = "--delete", description = "Delete also more than a tenth of the files, or more than 1,000.")
    private boolean delete;

    @Option(names = "--adopt", description = "Publish to a place that holds files which Backfile did not publish.")
    private boolean adopt;

    @Option(names = "--endpoint", paramLabel = "URL", description = "The address of an S3-compatible service.")
    private @Nullable String endpoint;

    @Option(names = "--region", paramLabel = "NAME", description = "The region of the S3 service.")
    private @Nullable String region;

    @Option(names = "--profile", paramLabel = "NAME", description = "The profile in the AWS files.")
    private @Nullable String profile;

    @Option(names = "--path-style", description = "Name the bucket in the path, not in the host.")
    private @Nullable Boolean pathStyle;

    @Option(names = "--json", description = "Print what was done as JSON.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print nothing but failures.")
    private boolean quiet;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Targets targets = new Targets(
                Path.of("").toAbsolutePath(),
                Path.of(System.getProperty("user.home", "")),
                System.getenv(),
                Clock.systemUTC(),
                Thread::sleep);
        try (Target opened = targets.open(settings())) {
            PublishReport report = Publication.run(
                    site, opened, new Publication.Options(dryRun, delete, adopt), Target.Progress.SILENT);
            if (json) {
                out.println(json(report));
            } else if (!quiet) {
                out.print(summary(report));
            }
            out.flush();
            return CommandLine.ExitCode.OK;
        } catch (PublishFailure | Refusal failure) {
            spec.commandLine().getErr().println("backfile: " + failure.getMessage());
            spec.commandLine().getErr().flush();
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private PublishSettings settings() {
        PublishSettings said = new PublishSettings(target, endpoint, region, profile, pathStyle, false, false);
        PublishSettings settings =
                SettingsFile.publishing(ArchiveOptions.settings(config)).under(said);
        if (settings.target() == null) {
            throw new ParameterException(
                    spec.commandLine(), "name a TARGET, or set target in the section publish of backfile.yaml");
        }
        return settings;
    }

    private String summary(PublishReport report) {
        StringBuilder text = new StringBuilder();
        if (dryRun) {
            listed(text, "+ ", report.plan().adds());
            listed(text, "~ ", report.plan().changes());
            listed(text, "- ", report.plan().deletes());
        }
        if (report.plan().isEmpty()) {
            return text.append(report.target()).append(" is up to date\n").toString();
        }
        return text.append(String.format(
                        Locale.ROOT,
                        "%s: %,d new, %,d changed, %,d to delete, %,d as they are; %,d bytes%n",
                        report.target(),
                        report.plan().adds().size(),
                        report.plan().changes().size(),
                        report.plan().deletes().size(),
                        report.plan().unchanged(),
                        report.bytes()))
                .append(
                        dryRun
                                ? "nothing was sent (--dry-run)\n"
                                : String.format(
                                        Locale.ROOT, "%,d sent, %,d deleted%n", report.sent(), report.deleted()))
                .toString();
    }

    private static void listed(StringBuilder text, String sign, List<SitePath> paths) {
        int shown = Math.min(SHOWN, paths.size());
        paths.subList(0, shown).forEach(path -> text.append(sign).append(path).append('\n'));
        if (shown < paths.size()) {
            text.append(String.format(Locale.ROOT, "%s… and %,d more%n", sign, paths.size() - shown));
        }
    }

    private static String json(PublishReport report) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("target", report.target());
            json.writeNumberProperty("bytes", report.bytes());
            json.writeNumberProperty("sent", report.sent());
            json.writeNumberProperty("deleted", report.deleted());
            json.writeNumberProperty("unchanged", report.plan().unchanged());
            paths(json, "adds", report.plan().adds());
            paths(json, "changes", report.plan().changes());
            paths(json, "deletes", report.plan().deletes());
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void paths(JsonGenerator json, String name, List<SitePath> paths) {
        json.writeArrayPropertyStart(name);
        paths.forEach(path -> json.writeString(path.value()));
        json.writeEndArray();
    }
}
