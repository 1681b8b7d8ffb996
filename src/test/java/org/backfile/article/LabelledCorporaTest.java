package org.backfile.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.backfile.article.SharedCorpora.Label;
import org.backfile.source.Lines;
import org.backfile.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Readings of labelled text from outside the project, scored as its scorers do. */
class LabelledCorporaTest {
    private static final boolean SHOW = Boolean.getBoolean("backfile.show");

    @ParameterizedTest
    @ValueSource(strings = {"wikinews-en", "wikinews-ja", "globalvoices-eo", "senate"})
    void headlinesAreRightInNearlyEveryFile(String corpus) throws IOException {
        Score score = score(
                corpus,
                "title",
                (article, label) -> headline(article).equals(SharedCorpora.words(label.text("title"))));

        assertThat(score.share()).as(score.toString()).isGreaterThanOrEqualTo(0.98);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wikinews-en", "wikinews-ja", "globalvoices-eo"})
    void bodiesAreRightHoweverOftenThePageRepeatsThem(String corpus) throws IOException {
        Score score =
                score(corpus, "body", (article, label) -> label.all("body_sha1").contains(article.bodySha1()));

        assertThat(score.byMode())
                .allSatisfy((mode, share) -> assertThat(share).as(mode + score).isGreaterThanOrEqualTo(0.98));
    }

    @ParameterizedTest
    @CsvSource({"senate", "fomc", "globalvoices-eo"})
    void datesAreReadFromTheNames(String corpus) throws IOException {
        DateScore score = dates(SharedCorpora.files(corpus), SharedCorpora.labels(corpus));

        assertThat(score.right()).as(score.toString()).isGreaterThanOrEqualTo((int) Math.ceil(0.98 * score.labelled()));
        assertThat(score.wrong()).as(score.toString()).isLessThanOrEqualTo((int) (0.005 * score.labelled()));
    }

    @Test
    void datesAreReadFromTheTextWhereTheNamesTellNone() throws IOException {
        Map<String, Label> labels = new TreeMap<>();
        List<SourceFile> files = new ArrayList<>();
        Map<String, Label> named = SharedCorpora.labels("wikinews-en");
        int number = 0;
        int written = 0;
        for (SourceFile file : SharedCorpora.files("wikinews-en")) {
            String name = String.format(java.util.Locale.ROOT, "%04d.txt", ++number);
            files.add(TextFiles.file(name, file.lines().text()));
            labels.put(name, named.get(file.path()));
            written += isWrittenOut(file.lines()) ? 1 : 0;
        }
        DateScore score = dates(files, labels);

        assertThat(score.right()).as(score + " of " + written).isGreaterThanOrEqualTo((int) Math.ceil(0.98 * written));
        assertThat(score.wrong()).as(score.toString()).isLessThanOrEqualTo((int) (0.005 * files.size()));
    }

    private static boolean isWrittenOut(Lines lines) {
        return lines.count() > 2 && lines.get(3).matches("[A-Z][a-z]+day, [A-Z][a-z]+ [0-9]{1,2}, [0-9]{4}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"wikinews-en", "wikinews-ja", "globalvoices-eo", "senate", "fomc", "neardup-made", "naughty"})
    void everyFileIsReadAndEveryLineAccountedFor(String corpus) {
        Map<String, FileReading> readings = SharedCorpora.read(SharedCorpora.files(corpus));

        assertThat(readings.values()).allSatisfy(reading -> {
            int lines = 0;
            for (Span span : reading.account().spans()) {
                lines += span.to() - span.from() + 1;
            }
            assertThat(lines).isEqualTo(reading.account().lines());
        });
    }

    private record DateScore(int labelled, int right, int wrong, List<String> bad) {
        @Override
        public String toString() {
            return right + " right, " + wrong + " wrong of " + labelled + " " + bad;
        }
    }

    private static DateScore dates(List<SourceFile> files, Map<String, Label> labels) {
        int labelled = 0;
        int right = 0;
        int wrong = 0;
        List<String> bad = new ArrayList<>();
        Map<String, FileReading> readings = SharedCorpora.read(files);
        for (var entry : labels.entrySet()) {
            String expected = entry.getValue().text("date");
            FileReading reading = readings.get(entry.getKey());
            if (expected == null || reading == null) {
                continue;
            }
            labelled++;
            ArticleDate date = reading.articles().isEmpty()
                    ? null
                    : Fields.value(reading.articles().get(0).fields().date());
            if (date != null && date.iso().equals(expected)) {
                right++;
            } else if (date != null) {
                wrong++;
                bad.add(entry.getKey() + " " + expected + " " + date);
            }
        }
        return new DateScore(labelled, right, wrong, bad);
    }

    private static String headline(Article article) {
        return SharedCorpora.words(Fields.value(article.fields().headline()));
    }

    private record Score(String what, Map<String, int[]> modes, List<String> bad) {
        double share() {
            int right = 0;
            int all = 0;
            for (int[] count : modes.values()) {
                right += count[0];
                all += count[1];
            }
            return right / (double) all;
        }

        Map<String, Double> byMode() {
            Map<String, Double> shares = new TreeMap<>();
            modes.forEach((mode, count) -> shares.put(mode, count[0] / (double) count[1]));
            return shares;
        }

        @Override
        public String toString() {
            return what + " " + share() + " " + byMode() + "\n" + String.join("\n", bad);
        }
    }

    private static Score score(String corpus, String what, BiPredicate<Article, Label> right) throws IOException {
        Map<String, Label> labels = SharedCorpora.labels(corpus);
        Map<String, FileReading> readings = SharedCorpora.read(SharedCorpora.files(corpus));
        Map<String, int[]> modes = new TreeMap<>();
        List<String> bad = new ArrayList<>();
        labels.forEach((file, label) -> {
            FileReading reading = readings.get(file);
            String mode = label.text("mode");
            int[] count = modes.computeIfAbsent(mode == null ? "" : mode, m -> new int[2]);
            count[1]++;
            Article article = reading == null || reading.articles().isEmpty()
                    ? null
                    : reading.articles().get(0);
            if (article != null && right.test(article, label)) {
                count[0]++;
            } else {
                bad.add(mode + " " + file + ": "
                        + (article == null
                                ? null
                                : Fields.value(article.fields().headline())));
            }
        });
        Score score = new Score(corpus + " " + what, modes, bad);
        if (SHOW) {
            show(score);
        }
        return score;
    }

    private static void show(Score score) throws IOException {
        Files.writeString(Path.of("target", score.what().replace(' ', '-') + ".txt"), score.toString());
    }
}
