package org.backfile.cli;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.backfile.article.Doubt;
import org.backfile.site.BuildReport;
import org.backfile.source.Problem;
import org.backfile.source.ProblemKind;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A build's report in words for people and in JSON for machines. */
final class ReportText {
    /** How many problems of a kind are shown before "and N more". */
    private static final int SHOWN = 3;

    private static final int DOUBTS_SHOWN = 10;

    private final BuildReport report;
    private final Path output;

    ReportText(BuildReport report, Path output) {
        this.report = report;
        this.output = output;
    }

    /** The summary, several lines. */
    String summary(boolean verbose) {
        StringBuilder text = new StringBuilder();
        problems(text, verbose);
        for (String note : report.notes()) {
            text.append("note: ").append(note).append('\n');
        }
        text.append(counted(report.files(), "file", "files"))
                .append(report.read() < report.files() ? " (" + number(report.read()) + " new or changed)" : "")
                .append(", ")
                .append(counted(report.articles(), "article", "articles"))
                .append(", ")
                .append(counted(report.stories(), "story", "stories"))
                .append('\n');
        text.append(counted(report.copies(), "copy", "copies"))
                .append(" and ")
                .append(counted(report.versions(), "version", "versions"))
                .append(" joined to their stories; ")
                .append(counted(report.repeatedLines(), "repeated line", "repeated lines"))
                .append(" and ")
                .append(counted(report.boilerplateLines(), "line", "lines"))
                .append(" of boilerplate taken out\n");
        text.append(counted(report.pages(), "page", "pages"))
                .append("; ")
                .append(counted(report.written(), "file", "files"))
                .append(" written, ")
                .append(number(report.unchanged()))
                .append(" unchanged, ")
                .append(number(report.deleted()))
                .append(" deleted\n");
        doubts(text, verbose);
        if (verbose) {
            for (BuildReport.Stage stage : report.stages()) {
                text.append(String.format(
                        Locale.ROOT, "  %s: %.2f s%n", stage.phase().label(), stage.seconds()));
            }
        }
        text.append(String.format(Locale.ROOT, "done in %.1f s – open ", report.seconds()))
                .append(output.resolve("index.html"))
                .append('\n');
        return text.toString();
    }

    private void problems(StringBuilder text, boolean verbose) {
        Map<ProblemKind, List<Problem>> byKind = report.problems().stream()
                .collect(Collectors.groupingBy(
                        Problem::kind, () -> new EnumMap<>(ProblemKind.class), Collectors.toList()));
        byKind.forEach((kind, alike) -> {
            int shown = verbose ? alike.size() : Math.min(SHOWN, alike.size());
            for (Problem problem : alike.subList(0, shown)) {
                text.append(problem).append('\n');
            }
            if (shown < alike.size()) {
                text.append("… and ")
                        .append(number(alike.size() - shown))
                        .append(" more like these (")
                        .append(name(kind))
                        .append("; -v lists all)\n");
            }
        });
        if (!report.problems().isEmpty()) {
            text.append(counted(report.problems().size(), "problem", "problems"))
                    .append(": ")
                    .append(byKind.entrySet().stream()
                            .map(e -> number(e.getValue().size()) + " " + name(e.getKey()))
                            .collect(Collectors.joining(", ")))
                    .append("\n\n");
        }
    }

    /** The doubtful files, worst first. */
    private void doubts(StringBuilder text, boolean verbose) {
        if (report.doubts().isEmpty()) {
            return;
        }
        text.append(counted(report.doubts().size(), "doubtful file", "doubtful files"))
                .append(", worst first (backfile explain FILE says more):\n");
        int shown = verbose
                ? report.doubts().size()
                : Math.min(DOUBTS_SHOWN, report.doubts().size());
        for (Doubt doubt : report.doubts().subList(0, shown)) {
            text.append("  ").append(doubt.path()).append(": ");
            text.append(String.join(", ", doubt.reasons())).append('\n');
        }
        if (shown < report.doubts().size()) {
            text.append("  … and ").append(number(report.doubts().size() - shown));
            text.append(" more (-v lists all; --report makes a page of them)\n");
        }
    }

    /** One JSON object. */
    String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeNumberProperty("files", report.files());
            json.writeNumberProperty("read", report.read());
            json.writeNumberProperty("articles", report.articles());
            json.writeNumberProperty("stories", report.stories());
            json.writeNumberProperty("copies", report.copies());
            json.writeNumberProperty("versions", report.versions());
            json.writeNumberProperty("repeated_lines", report.repeatedLines());
            json.writeNumberProperty("boilerplate_lines", report.boilerplateLines());
            json.writeNumberProperty("pages", report.pages());
            json.writeNumberProperty("written", report.written());
            json.writeNumberProperty("unchanged", report.unchanged());
            json.writeNumberProperty("deleted", report.deleted());
            json.writeNumberProperty("seconds", report.seconds());
            json.writeObjectPropertyStart("stages");
            Map<String, Double> stages = new TreeMap<>();
            for (BuildReport.Stage stage : report.stages()) {
                stages.merge(stage.phase().name().toLowerCase(Locale.ROOT), stage.seconds(), Double::sum);
            }
            stages.forEach(json::writeNumberProperty);
            json.writeEndObject();
            json.writeArrayPropertyStart("notes");
            report.notes().forEach(json::writeString);
            json.writeEndArray();
            json.writeArrayPropertyStart("problems");
            for (Problem problem : report.problems()) {
                json.writeStartObject();
                json.writeStringProperty("path", problem.path());
                json.writeNumberProperty("line", problem.line());
                json.writeNumberProperty("column", problem.column());
                json.writeStringProperty("kind", problem.kind().name().toLowerCase(Locale.ROOT));
                json.writeStringProperty("message", problem.message());
                json.writeStringProperty("hint", problem.kind().hint());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("doubts");
            for (Doubt doubt : report.doubts()) {
                json.writeStartObject();
                json.writeStringProperty("path", doubt.path());
                json.writeNumberProperty("score", doubt.score());
                json.writeArrayPropertyStart("reasons");
                doubt.reasons().forEach(json::writeString);
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeStringProperty("index", output.resolve("index.html").toString());
            json.writeEndObject();
        }
        return text.toString();
    }

    private static String name(ProblemKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String counted(long count, String one, String many) {
        return number(count) + " " + (count == 1 ? one : many);
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
