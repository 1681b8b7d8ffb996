package org.backfile.cli;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.backfile.check.CheckReport;
import org.backfile.check.Finding;
import org.backfile.check.FindingKind;
import org.backfile.check.OldAddress;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A check's report in words for people and in JSON for machines. */
final class CheckText {
    /** How many findings of a kind are shown before "and N more". */
    private static final int SHOWN = 5;

    private final CheckReport report;
    private final Path site;

    CheckText(CheckReport report, Path site) {
        this.report = report;
        this.site = site;
    }

    /** The summary, several lines, the verdict last. */
    String summary(boolean verbose) {
        StringBuilder text = new StringBuilder();
        Map<FindingKind, List<Finding>> byKind = report.findings().stream()
                .collect(Collectors.groupingBy(
                        Finding::kind, () -> new EnumMap<>(FindingKind.class), Collectors.toList()));
        byKind.forEach((kind, alike) -> alike(text, kind, alike, verbose));
        addresses(text);
        report.outside()
                .forEach((url, count) -> text.append("outside: ")
                        .append(url)
                        .append(count == 1 ? "" : " (" + count + " times)")
                        .append('\n'));
        text.append(String.format(
                Locale.ROOT,
                "%s: %,d files, %,d bytes, %,d pages, %,d references followed%n",
                site,
                report.files(),
                report.bytes(),
                report.pages(),
                report.links()));
        text.append(report.clean() ? "nothing is wrong" : counts()).append('\n');
        return text.toString();
    }

    private void alike(StringBuilder text, FindingKind kind, List<Finding> alike, boolean verbose) {
        int shown = verbose ? alike.size() : Math.min(SHOWN, alike.size());
        alike.subList(0, shown).forEach(finding -> text.append(finding).append('\n'));
        long rest = report.counts().getOrDefault(kind, 0L) - shown;
        if (rest > 0) {
            text.append(String.format(
                    Locale.ROOT,
                    "… and %,d more like these (%s%s)%n",
                    rest,
                    name(kind),
                    verbose ? "" : "; -v lists more"));
        }
        text.append("  – ").append(kind.hint()).append("\n\n");
    }

    /** How many earlier addresses are as they were, and each of the others. */
    private void addresses(StringBuilder text) {
        List<OldAddress> others = report.addresses().stream()
                .filter(address -> address.fate() != OldAddress.Fate.STAYS)
                .toList();
        int all = report.addresses().size();
        if (all > 0) {
            text.append(String.format(Locale.ROOT, "%,d of %,d earlier addresses stay%n", all - others.size(), all));
        }
        for (OldAddress address : others) {
            text.append(address.path())
                    .append(
                            switch (address.fate()) {
                                case STAYS -> "";
                                case FORWARDS -> " → " + address.leadsTo();
                                case EXPLAINS -> " says what became of it";
                                case DEAD -> " leads nowhere";
                            });
            text.append('\n');
        }
    }

    private String counts() {
        return report.counts().entrySet().stream()
                .map(count -> String.format(Locale.ROOT, "%,d %s", count.getValue(), name(count.getKey())))
                .collect(Collectors.joining(", ", "wrong: ", ""));
    }

    /** One JSON object. */
    String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeBooleanProperty("clean", report.clean());
            json.writeNumberProperty("files", report.files());
            json.writeNumberProperty("bytes", report.bytes());
            json.writeNumberProperty("pages", report.pages());
            json.writeNumberProperty("references", report.links());
            json.writeObjectPropertyStart("counts");
            report.counts().forEach((kind, count) -> json.writeNumberProperty(id(kind), count));
            json.writeEndObject();
            json.writeArrayPropertyStart("findings");
            report.findings().forEach(finding -> finding(json, finding));
            json.writeEndArray();
            json.writeObjectPropertyStart("outside");
            report.outside().forEach(json::writeNumberProperty);
            json.writeEndObject();
            json.writeArrayPropertyStart("addresses");
            report.addresses().forEach(address -> address(json, address));
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void finding(JsonGenerator json, Finding finding) {
        json.writeStartObject();
        json.writeStringProperty("kind", id(finding.kind()));
        json.writeStringProperty("path", finding.path());
        json.writeNumberProperty("line", finding.line());
        json.writeNumberProperty("column", finding.column());
        json.writeStringProperty("message", finding.message());
        json.writeStringProperty("hint", finding.kind().hint());
        json.writeEndObject();
    }

    private static void address(JsonGenerator json, OldAddress address) {
        json.writeStartObject();
        json.writeStringProperty("path", address.path());
        json.writeStringProperty("fate", address.fate().name().toLowerCase(Locale.ROOT));
        json.writeStringProperty("leads_to", address.leadsTo());
        json.writeEndObject();
    }

    private static String id(FindingKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String name(FindingKind kind) {
        return id(kind).replace('_', ' ');
    }
}
