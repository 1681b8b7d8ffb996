package org.backfile.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.backfile.article.Article;
import org.backfile.article.ArticleCard;
import org.backfile.article.ArticleDate;
import org.backfile.article.ArticleId;
import org.backfile.article.Confidence;
import org.backfile.article.Doubt;
import org.backfile.article.Evidence;
import org.backfile.article.Fields;
import org.backfile.article.FileAccount;
import org.backfile.article.LineRole;
import org.backfile.article.Paragraph;
import org.backfile.article.Rule;
import org.backfile.article.Span;
import org.backfile.article.Stated;
import org.backfile.source.Problem;
import org.backfile.source.ProblemKind;
import org.backfile.source.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Writes what was read from a file into records and reads it back, equal to what it was. The account of a file's lines
 * and each of its articles are records of their own, so that a page can be made from a file of many articles by reading
 * one of them.
 */
final class ReadingRecord {
    /** To be changed with every change of the form of a record. */
    static final int FORM = 5;

    private static final LineRole[] ROLES = LineRole.values();
    private static final Rule[] RULES = Rule.values();
    private static final Confidence[] CONFIDENCES = Confidence.values();
    private static final Paragraph.Kind[] KINDS = Paragraph.Kind.values();
    private static final ProblemKind[] PROBLEMS = ProblemKind.values();

    private ReadingRecord() {}

    /** Stands for the form of the records and the constants they name by number: other text, other form. */
    static String form() {
        StringBuilder form = new StringBuilder().append(FORM);
        for (Enum<?>[] constants : new Enum<?>[][] {ROLES, RULES, CONFIDENCES, KINDS, PROBLEMS}) {
            for (Enum<?> constant : constants) {
                form.append(' ').append(constant.name());
            }
        }
        return form.toString();
    }

    /** Writes the account, the path of its file left out. */
    static void writeAccount(FileAccount account, RecordWriter out) {
        out.number(account.bytes())
                .digest(account.sha256())
                .string(account.charset())
                .number(account.lines());
        out.number(account.spans().size());
        for (Span span : account.spans()) {
            out.number((long) span.to() - span.from())
                    .constant(span.role())
                    .number(span.article())
                    .number(span.of());
        }
        writeProblems(account.problems(), account.path(), out);
    }

    static FileAccount readAccount(String path, RecordReader in) {
        long bytes = in.number();
        Sha256 sha256 = in.digest();
        String charset = in.string();
        int lines = in.small();
        int count = in.count();
        List<Span> spans = new ArrayList<>(count);
        int from = 1;
        for (int i = 0; i < count; i++) {
            int to = from + in.small();
            spans.add(new Span(from, to, in.constant(ROLES), in.small(), in.small()));
            from = to + 1;
        }
        return new FileAccount(path, bytes, sha256, charset, lines, spans, readProblems(path, in));
    }

    /** Writes problems; their path only where it is another than {@code usualPath}. */
    static void writeProblems(List<Problem> problems, String usualPath, RecordWriter out) {
        out.number(problems.size());
        for (Problem problem : problems) {
            out.string(problem.path().equals(usualPath) ? null : problem.path())
                    .number(problem.line())
                    .number(problem.column())
                    .constant(problem.kind())
                    .string(problem.message());
        }
    }

    static List<Problem> readProblems(String usualPath, RecordReader in) {
        int count = in.count();
        List<Problem> problems = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String path = in.stringOrNull();
            problems.add(new Problem(
                    path == null ? usualPath : path, in.small(), in.small(), in.constant(PROBLEMS), in.string()));
        }
        return problems;
    }

    static void writeDoubts(List<Doubt> doubts, RecordWriter out) {
        out.number(doubts.size());
        for (Doubt doubt : doubts) {
            out.string(doubt.path())
                    .number(doubt.score())
                    .number(doubt.reasons().size());
            doubt.reasons().forEach(out::string);
        }
    }

    static List<Doubt> readDoubts(RecordReader in) {
        int count = in.count();
        List<Doubt> doubts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String path = in.string();
            int score = in.small();
            String[] reasons = new String[in.count()];
            Arrays.setAll(reasons, k -> in.string());
            doubts.add(new Doubt(path, score, List.of(reasons)));
        }
        return doubts;
    }

    /** Writes an article, the path of its file left out. */
    static void writeArticle(Article article, RecordWriter out) {
        out.number(article.id().number());
        Fields fields = article.fields();
        writeStated(fields.headline(), out);
        writeStated(fields.kicker(), out);
        writeStated(fields.masthead(), out);
        writeStated(fields.section(), out);
        writeStated(fields.byline(), out);
        writeStated(fields.agency(), out);
        writeStated(fields.place(), out);
        writeStatedDate(fields.date(), out);
        writeStated(fields.publication(), out);
        writeStated(fields.language(), out);
        out.number(article.words())
                .hex(article.bodySha1())
                .number(article.body().size());
        int line = 0;
        for (Paragraph paragraph : article.body()) {
            // lines as steps from the paragraph before: one byte each
            out.constant(paragraph.kind())
                    .string(paragraph.text())
                    .number((long) paragraph.fromLine() - line)
                    .number((long) paragraph.toLine() - paragraph.fromLine());
            line = paragraph.toLine();
        }
    }

    static Article readArticle(String path, RecordReader in) {
        ArticleId id = new ArticleId(path, in.small());
        Fields fields = new Fields(
                readStated(in),
                readStated(in),
                readStated(in),
                readStated(in),
                readStated(in),
                readStated(in),
                readStated(in),
                readStatedDate(in),
                readStated(in),
                readStated(in));
        int words = in.small();
        String bodySha1 = in.hex();
        int count = in.count();
        List<Paragraph> body = new ArrayList<>(count);
        int line = 0;
        for (int i = 0; i < count; i++) {
            Paragraph.Kind kind = in.constant(KINDS);
            String text = in.string();
            int from = line + in.small();
            line = from + in.small();
            body.add(new Paragraph(kind, text, from, line));
        }
        return new Article(id, fields, body, words, bodySha1);
    }

    private static void writeStated(@Nullable Stated<String> field, RecordWriter out) {
        out.string(field == null ? null : field.value());
        if (field != null) {
            writeEvidence(field.evidence(), out);
        }
    }

    private static @Nullable Stated<String> readStated(RecordReader in) {
        String value = in.stringOrNull();
        return value == null ? null : new Stated<>(value, readEvidence(in));
    }

    private static void writeStatedDate(@Nullable Stated<ArticleDate> field, RecordWriter out) {
        writeDate(field == null ? null : field.value(), out);
        if (field != null) {
            writeEvidence(field.evidence(), out);
        }
    }

    private static @Nullable Stated<ArticleDate> readStatedDate(RecordReader in) {
        ArticleDate date = readDate(in);
        return date == null ? null : new Stated<>(date, readEvidence(in));
    }

    private static void writeDate(@Nullable ArticleDate date, RecordWriter out) {
        out.number(date == null ? 0 : date.year());
        if (date != null) {
            out.number(date.month()).number(date.day());
        }
    }

    private static @Nullable ArticleDate readDate(RecordReader in) {
        int year = in.small();
        return year == 0 ? null : new ArticleDate(year, in.small(), in.small());
    }

    private static void writeEvidence(Evidence evidence, RecordWriter out) {
        out.constant(evidence.rule()).constant(evidence.confidence());
        Evidence.Place place = evidence.place();
        out.number(place == null ? 0 : place.fromLine());
        if (place != null) {
            out.number((long) place.toLine() - place.fromLine())
                    .number(place.fromColumn())
                    .number(place.toColumn());
        }
    }

    private static Evidence readEvidence(RecordReader in) {
        Rule rule = in.constant(RULES);
        Confidence confidence = in.constant(CONFIDENCES);
        int line = in.small();
        Evidence.Place place = line == 0 ? null : new Evidence.Place(line, line + in.small(), in.small(), in.small());
        return new Evidence(place, rule, confidence);
    }

    /** Writes a card, the path of its file left out. */
    static void writeCard(ArticleCard card, RecordWriter out) {
        out.number(card.id().number())
                .fixed(card.idHash())
                .string(card.headline())
                .string(card.kicker())
                .string(card.masthead())
                .string(card.section())
                .string(card.byline())
                .string(card.agency())
                .string(card.place());
        writeDate(card.date(), out);
        Evidence evidence = card.dateEvidence();
        out.number(evidence == null ? 0 : 1);
        if (evidence != null) {
            writeEvidence(evidence, out);
        }
        out.string(card.publication())
                .string(card.language())
                .string(card.opening())
                .number(card.words())
                .number(card.bodyBytes())
                .hex(card.bodySha1());
    }

    static ArticleCard readCard(String path, RecordReader in) {
        return new ArticleCard(
                new ArticleId(path, in.small()),
                in.fixed(),
                in.stringOrNull(),
                in.sharedOrNull(),
                in.sharedOrNull(),
                in.sharedOrNull(),
                in.sharedOrNull(),
                in.sharedOrNull(),
                in.sharedOrNull(),
                readDate(in),
                in.small() == 0 ? null : readEvidence(in),
                in.sharedOrNull(),
                in.sharedOrNull(),
                in.string(),
                in.small(),
                in.small(),
                in.hex());
    }
}
