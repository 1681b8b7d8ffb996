package org.backfile.cli;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.backfile.article.Article;
import org.backfile.article.Evidence;
import org.backfile.article.Fields;
import org.backfile.article.FileAccount;
import org.backfile.article.Span;
import org.backfile.article.Stated;
import org.backfile.site.Explanation;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** What a build makes of a file, in words for people and in JSON for machines. */
final class ExplanationText {
    private static final int SHOWN_CHARACTERS = 100;
    private static final String OVERRIDE = "give it in overrides.csv";

    private final FileAccount account;
    private final List<Article> articles;
    private final List<Span> spans;
    private final Explanation explanation;

    /** @param number of the article that is meant, from 1; 0 for all, and what is none's */
    ExplanationText(Explanation explanation, int number) {
        this.explanation = explanation;
        this.account = explanation.reading().account();
        this.articles = explanation.reading().articles().stream()
                .filter(article -> number == 0 || article.id().number() == number)
                .toList();
        this.spans = account.spans().stream()
                .filter(span -> number == 0 || span.article() == number)
                .toList();
    }

    private record NamedField(
            String name, String unknown, @Nullable Stated<?> stated) {}

    private static String header(String name) {
        return "write it above the text, as \"" + name + ": …\", or " + OVERRIDE;
    }

    private static List<NamedField> fields(Fields fields) {
        List<NamedField> named = new ArrayList<>();
        named.add(new NamedField("headline", header("Title"), fields.headline()));
        named.add(new NamedField("kicker", OVERRIDE, fields.kicker()));
        named.add(new NamedField("masthead", OVERRIDE, fields.masthead()));
        named.add(new NamedField("section", header("Section"), fields.section()));
        named.add(new NamedField("byline", header("By"), fields.byline()));
        named.add(new NamedField("agency", OVERRIDE, fields.agency()));
        named.add(new NamedField("place", OVERRIDE, fields.place()));
        named.add(new NamedField("date", header("Date"), fields.date()));
        named.add(new NamedField(
                "publication", "name the folder's under \"folders\" in backfile.yaml", fields.publication()));
        named.add(new NamedField("language", "set it in backfile.yaml", fields.language()));
        return named;
    }

    /** For people: the fields with their evidence, then each line with its role. */
    String plain() {
        StringBuilder text = new StringBuilder();
        int all = explanation.reading().articles().size();
        text.append(account.path())
                .append(String.format(
                        Locale.ROOT,
                        ": %s, %,d bytes, %,d line%s, %d article%s%n",
                        account.charset(),
                        account.bytes(),
                        account.lines(),
                        account.lines() == 1 ? "" : "s",
                        all,
                        all == 1 ? "" : "s"));
        if (!explanation.inArchive()) {
            text.append("not a file of this archive: judged alone, without the other files of its folder\n");
        }
        account.problems()
                .forEach(problem -> text.append("problem: ").append(problem).append('\n'));
        for (Article article : articles) {
            text.append('\n');
            if (all > 1) {
                text.append("article ").append(article.id().number()).append('\n');
            }
            for (NamedField field : fields(article.fields())) {
                text.append(String.format(Locale.ROOT, "  %-12s", field.name()))
                        .append(value(field))
                        .append('\n');
            }
            text.append("  to change a field, write a row in overrides.csv: ")
                    .append(shortened(row(article, "headline")))
                    .append("the right one   (nothing after the last comma takes it away)\n");
        }
        text.append('\n');
        spans.forEach(span -> lines(text, span));
        return text.append('\n').toString();
    }

    /** The beginning of a row of overrides.csv; the value is to follow. */
    private static String row(Article article, String field) {
        String path = article.id().toString();
        boolean plain = path.indexOf(',') < 0 && path.indexOf('"') < 0 && !path.startsWith("#");
        return (plain ? path : '"' + path.replace("\"", "\"\"") + '"') + ',' + field + ',';
    }

    private static String value(NamedField field) {
        Stated<?> stated = field.stated();
        return stated == null
                ? "unknown – to set it, " + field.unknown()
                : shortened(stated.value().toString()) + "   ← " + reason(stated.evidence());
    }

    private static String reason(Evidence evidence) {
        Evidence.Place place = evidence.place();
        String where = place == null
                ? ""
                : place.fromLine() == place.toLine()
                        ? ", line " + place.fromLine()
                        : ", lines " + place.fromLine() + "–" + place.toLine();
        return evidence.rule().id().replace('-', ' ') + where + " ("
                + evidence.confidence().name().toLowerCase(Locale.ROOT) + ")";
    }

    private void lines(StringBuilder text, Span span) {
        for (int line = span.from(); line <= span.to(); line++) {
            text.append(
                    String.format(Locale.ROOT, "%6d  %-12s  ", line, span.role().id()));
            if (span.of() > 0) {
                text.append("= line ").append(span.of() + line - span.from()).append("  ");
            }
            text.append(shortened(explanation.lines().get(line))).append('\n');
        }
    }

    /** One line that harms no terminal: controls become spaces. */
    static String shortened(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(SHOWN_CHARACTERS).forEach(c -> {
            int type = Character.getType(c);
            boolean control = type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR;
            shown.appendCodePoint(control ? ' ' : c);
        });
        return text.codePointCount(0, text.length()) > SHOWN_CHARACTERS ? shown + "…" : shown.toString();
    }

    /** For machines: one object with fields and spans, ended by a line end. */
    String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("path", account.path());
            json.writeBooleanProperty("in_archive", explanation.inArchive());
            json.writeStringProperty("charset", account.charset());
            json.writeNumberProperty("lines", account.lines());
            json.writeArrayPropertyStart("articles");
            articles.forEach(article -> article(json, article));
            json.writeEndArray();
            json.writeArrayPropertyStart("spans");
            for (Span span : spans) {
                json.writeStartObject();
                json.writeNumberProperty("from", span.from());
                json.writeNumberProperty("to", span.to());
                json.writeStringProperty("role", span.role().id());
                json.writeNumberProperty("article", span.article());
                if (span.of() > 0) {
                    json.writeNumberProperty("of", span.of());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("problems");
            account.problems().forEach(problem -> json.writeString(problem.toString()));
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private static void article(JsonGenerator json, Article article) {
        json.writeStartObject();
        json.writeNumberProperty("article", article.id().number());
        for (NamedField field : fields(article.fields())) {
            json.writeName(field.name());
            Stated<?> stated = field.stated();
            if (stated == null) {
                json.writeNull();
                continue;
            }
            json.writeStartObject();
            json.writeStringProperty("value", stated.value().toString());
            json.writeStringProperty("rule", stated.evidence().rule().id());
            json.writeStringProperty(
                    "confidence", stated.evidence().confidence().name().toLowerCase(Locale.ROOT));
            Evidence.Place place = stated.evidence().place();
            if (place != null) {
                json.writeArrayPropertyStart("lines");
                json.writeNumber(place.fromLine());
                json.writeNumber(place.toLine());
                json.writeEndArray();
                json.writeArrayPropertyStart("columns");
                json.writeNumber(place.fromColumn());
                json.writeNumber(place.toColumn());
                json.writeEndArray();
            }
            json.writeEndObject();
        }
        json.writeObjectPropertyStart("to_change");
        for (NamedField field : fields(article.fields())) {
            json.writeStringProperty(field.name(), row(article, field.name()));
        }
        json.writeEndObject();
        json.writeNumberProperty("words", article.words());
        json.writeStringProperty("body_sha1", article.bodySha1());
        json.writeEndObject();
    }
}
