package org.backfile.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.backfile.article.Article;
import org.backfile.article.ArticleDate;
import org.backfile.article.ArticleId;
import org.backfile.article.Confidence;
import org.backfile.article.Evidence;
import org.backfile.article.Fields;
import org.backfile.article.FileAccount;
import org.backfile.article.FileReading;
import org.backfile.article.LineRole;
import org.backfile.article.Paragraph;
import org.backfile.article.Rule;
import org.backfile.article.Span;
import org.backfile.article.Stated;
import org.backfile.source.Problem;
import org.backfile.source.ProblemKind;
import org.backfile.source.Sha256;
import org.jspecify.annotations.Nullable;

/** Makes readings that no reader would: every value that the types allow, odd text, missing fields. */
final class RandomReadings {
    private static final String[] TEXTS = {
        "",
        "a",
        "The ferry sailed at dawn.",
        "Ærø – 12 °C",
        "\ud83d\ude00",
        "\ud83d",
        "x\udc00y",
        "line\nbreak\0",
        "é".repeat(300)
    };

    private final Random random;

    RandomReadings(long seed) {
        random = new Random(seed);
    }

    FileReading reading(String path) {
        List<Span> spans = new ArrayList<>();
        int line = 1;
        for (int i = random.nextInt(6); i > 0; i--) {
            int to = line + random.nextInt(300);
            LineRole role = LineRole.values()[random.nextInt(LineRole.values().length)];
            spans.add(new Span(line, to, role, random.nextInt(3), role == LineRole.REPEAT ? 1 + random.nextInt(9) : 0));
            line = to + 1;
        }
        List<Article> articles = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            articles.add(article(new ArticleId(path, articles.size() + 1)));
        }
        List<Problem> problems = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            problems.add(problem(random.nextBoolean() ? path : "other"));
        }
        return new FileReading(
                new FileAccount(path, random.nextInt(), Sha256.of(path), "UTF-8", line - 1, spans, problems), articles);
    }

    private Problem problem(String path) {
        ProblemKind[] kinds = ProblemKind.values();
        return new Problem(path, random.nextInt(5), random.nextInt(5), kinds[random.nextInt(kinds.length)], text());
    }

    Article article(ArticleId id) {
        List<Paragraph> body = new ArrayList<>();
        Paragraph.Kind[] kinds = Paragraph.Kind.values();
        for (int i = random.nextInt(5); i > 0; i--) {
            int from = 1 + random.nextInt(100);
            body.add(new Paragraph(kinds[random.nextInt(kinds.length)], text(), from, from + random.nextInt(9)));
        }
        Fields fields = new Fields(
                stated(), stated(), stated(), stated(), stated(), stated(), stated(), date(), stated(), stated());
        String sha1 = random.nextInt(3) == 0 ? "not hexadecimal" : "da39a3ee5e6b4b0d3255bfef95601890afd80709";
        return new Article(id, fields, body, random.nextInt(1 << 30), sha1);
    }

    private @Nullable Stated<String> stated() {
        return random.nextBoolean() ? null : new Stated<>(text(), evidence());
    }

    private @Nullable Stated<ArticleDate> date() {
        int month = random.nextInt(13);
        int day = month == 0 ? 0 : random.nextInt(29);
        return random.nextBoolean()
                ? null
                : new Stated<>(new ArticleDate(1 + random.nextInt(9999), month, day), evidence());
    }

    private Evidence evidence() {
        int line = 1 + random.nextInt(1000);
        Evidence.Place place = random.nextBoolean()
                ? null
                : new Evidence.Place(line, line + random.nextInt(3), random.nextInt(200), random.nextInt(200));
        return new Evidence(
                place,
                Rule.values()[random.nextInt(Rule.values().length)],
                Confidence.values()[random.nextInt(Confidence.values().length)]);
    }

    private String text() {
        return TEXTS[random.nextInt(TEXTS.length)];
    }

    byte[] bytes() {
        byte[] bytes = new byte[random.nextInt(400)];
        random.nextBytes(bytes);
        return bytes;
    }

    List<byte[]> fingerprints(FileReading reading) {
        List<byte[]> fingerprints = new ArrayList<>();
        reading.articles().forEach(article -> fingerprints.add(bytes()));
        return fingerprints;
    }
}
