package org.backfile.site;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.backfile.article.Article;
import org.backfile.article.ArticleCard;
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
import org.backfile.source.Sha256;

/**
 * Wall and CPU seconds of keeping and finding again the readings of many articles of 5 KB. Arguments: a folder to work
 * in, articles (100,000).
 */
final class StoreBenchmark {
    private static final int PARAGRAPHS = 16;
    private static final byte[] FINGERPRINT = new byte[600];

    private StoreBenchmark() {}

    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        int articles = args.length > 1 ? Integer.parseInt(args[1]) : 100_000;
        OutputBenchmark.Stopwatch watch = new OutputBenchmark.Stopwatch();
        try (ReadingStore store = ReadingStore.open(folder, "1")) {
            store.clear();
            watch.lap("open");
            IntStream.range(0, articles)
                    .parallel()
                    .forEach(i -> ArticleCard.of(reading(i).articles().get(0)));
            watch.lap("(make readings and cards)");
            IntStream.range(0, articles).parallel().forEach(i -> store.put(read(store, i)));
            watch.lap("write");
            store.commit();
            watch.lap("commit");
        }
        for (int round = 0; round < 3; round++) {
            try (ReadingStore store = ReadingStore.open(folder, "1")) {
                watch.lap("open again");
                List<StoredEntry> entries = new ArrayList<>();
                for (int i = 0; i < articles; i++) {
                    StoredEntry entry = store.find(path(i));
                    if (entry != null) {
                        store.put(entry);
                        entries.add(entry);
                    }
                }
                store.commit();
                watch.lap("find all, commit nothing");
                entries.parallelStream()
                        .forEach(entry -> store.fingerprint(entry.files().get(0), 0));
                watch.lap("all fingerprints");
                entries.parallelStream()
                        .forEach(entry -> store.article(entry.files().get(0), 0));
                watch.lap("all articles");
                store.put(read(store, articles));
                store.commit();
                watch.lap("commit one more");
            }
        }
    }

    private static StoredEntry read(ReadingStore store, int i) {
        FileReading reading = reading(i);
        FileRecords records = store.records(new byte[300]);
        records.add(reading.articles().get(0), FINGERPRINT);
        StoredFile file = records.end(null, "facts", "reading", reading.account());
        return new StoredEntry(
                path(i), new FileStamp(5_000, i, i), reading.account().sha256(), List.of(file), List.of());
    }

    private static String path(int i) {
        return "articles/" + i / 1000 + "/" + i + ".txt";
    }

    private static FileReading reading(int i) {
        List<Paragraph> body = new ArrayList<>();
        for (int k = 0; k < PARAGRAPHS; k++) {
            body.add(new Paragraph(
                    Paragraph.Kind.TEXT, ("Paragraph " + k + " of " + i + ". ").repeat(14), 5 + 2 * k, 5 + 2 * k));
        }
        Evidence evidence =
                new Evidence(new Evidence.Place(1, 1, 1, 40), Rule.FIRST_HEADLINE_LIKE_LINE, Confidence.INFERRED);
        Fields fields = new Fields(
                new Stated<>("A headline of the usual length number " + i, evidence),
                null,
                new Stated<>("The Daily Example", evidence),
                new Stated<>("Sports", evidence),
                new Stated<>("A. Writer " + i % 100, evidence),
                null,
                new Stated<>("SPRINGFIELD", evidence),
                new Stated<>(new ArticleDate(1990 + i % 30, 1 + i % 12, 1 + i % 28), evidence),
                new Stated<>("The Daily Example", evidence),
                new Stated<>("en", evidence));
        Sha256 digest = Sha256.of(path(i));
        Article article = new Article(
                new ArticleId(path(i), 1), fields, body, 600, digest.toString().substring(0, 40));
        List<Span> spans = new ArrayList<>();
        for (int line = 1; line <= 40; line++) {
            spans.add(new Span(line, line, line % 2 == 0 ? LineRole.BLANK : LineRole.BODY, 1, 0));
        }
        return new FileReading(
                new FileAccount(path(i), 5_000, digest, "UTF-8", 40, spans, List.of()), List.of(article));
    }
}
