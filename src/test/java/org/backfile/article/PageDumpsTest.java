package org.backfile.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.backfile.article.SharedCorpora.Label;
import org.backfile.source.SourceFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Pages of invented sites with menus, share bars, related posts and footers, in seven languages. */
class PageDumpsTest {
    private static final Path DUMPS = Path.of("src/test/resources/page-dumps");

    @Test
    void aFolderASiteIsReadWellInEachField() throws IOException {
        Score score = score(files(), path -> path);

        assertScore(score, 0.95, 0.05);
    }

    @Test
    void sitesMixedInOneFolderAreReadNearlyAsWell() throws IOException {
        List<SourceFile> mixed = new ArrayList<>();
        for (SourceFile file : files()) {
            mixed.add(TextFiles.file(file.path().replace('/', '-'), file.lines().text()));
        }
        Score score = score(mixed, path -> path.replace('/', '-'));

        assertScore(score, 0.95, 0.10);
    }

    @Test
    void aPageAloneKeepsItsBody() throws IOException {
        Score score = new Score();
        ArticleReader reader = new ArticleReader(ReadingSettings.defaults());
        Map<String, SourceFile> files = new LinkedHashMap<>();
        files().forEach(file -> files.put(file.path(), file));
        for (Label label : labels()) {
            score.add(label, reader.read(files.get(label.text("file")), FolderDecisions.NONE));
        }

        assertThat(score.share("headline")).as(score.toString()).isGreaterThanOrEqualTo(0.80);
        assertThat(score.bodyKept()).as(score.toString()).isGreaterThanOrEqualTo(0.95);
    }

    private static void assertScore(Score score, double kept, double left) {
        assertThat(score.share("headline")).as(score.toString()).isGreaterThanOrEqualTo(0.95);
        assertThat(score.share("byline")).as(score.toString()).isGreaterThanOrEqualTo(0.93);
        assertThat(score.share("place")).as(score.toString()).isGreaterThanOrEqualTo(0.93);
        assertThat(score.share("kicker")).as(score.toString()).isGreaterThanOrEqualTo(0.93);
        assertThat(score.share("date")).as(score.toString()).isGreaterThanOrEqualTo(0.95);
        assertThat(score.wrong("date")).as(score.toString()).isLessThanOrEqualTo(0.01);
        assertThat(score.bodyKept()).as(score.toString()).isGreaterThanOrEqualTo(kept);
        assertThat(score.boilerplateLeft()).as(score.toString()).isLessThanOrEqualTo(left);
    }

    private static List<SourceFile> files() {
        return SharedCorpora.filesBelow(DUMPS).stream()
                .filter(file -> file.path().endsWith(".txt"))
                .toList();
    }

    private static List<Label> labels() throws IOException {
        List<Label> labels = new ArrayList<>();
        for (String line : Files.readAllLines(DUMPS.resolve("labels.jsonl"))) {
            labels.add(SharedCorpora.label(line));
        }
        return labels;
    }

    private static Score score(List<SourceFile> files, Function<String, String> path) throws IOException {
        Map<String, FileReading> readings = SharedCorpora.read(files);
        Score score = new Score();
        for (Label label : labels()) {
            score.add(label, readings.get(path.apply(label.text("file"))));
        }
        return score;
    }

    /** Counts for each field: labelled, right, wrong; words of body lines kept and of the page's lines left. */
    private static final class Score {
        private final Map<String, int[]> fields = new LinkedHashMap<>();
        private final List<String> bad = new ArrayList<>();
        private int bodyWords;
        private int bodyWordsKept;
        private int boilerplateWords;
        private int boilerplateWordsLeft;

        void add(Label label, FileReading reading) {
            Fields found = reading.articles().isEmpty()
                    ? Fields.UNKNOWN
                    : reading.articles().get(0).fields();
            field(label, "headline", Fields.value(found.headline()));
            field(label, "kicker", Fields.value(found.kicker()));
            field(label, "byline", Fields.value(found.byline()));
            field(label, "place", Fields.value(found.place()));
            ArticleDate date = Fields.value(found.date());
            field(label, "date", date == null ? null : date.iso());
            lines(label, reading);
        }

        private void field(Label label, String name, @Nullable String found) {
            int[] counts = fields.computeIfAbsent(name, n -> new int[3]);
            String expected = label.text(name);
            boolean right = SharedCorpora.words(expected).equals(SharedCorpora.words(found));
            if (expected != null) {
                counts[0]++;
                counts[1] += right ? 1 : 0;
            }
            if (found != null && !right) {
                counts[2]++;
            }
            if (!right && (expected != null || !name.equals("kicker"))) {
                bad.add(label.text("file") + " " + name + ": " + expected + " / " + found);
            }
        }

        private void lines(Label label, FileReading reading) {
            Set<Integer> kept = new TreeSet<>();
            for (Span span : reading.spans()) {
                boolean inBody = switch (span.role()) {
                    case BODY, SUBHEADING, CAPTION, DATELINE -> true;
                    default -> false;
                };
                for (int line = span.from(); inBody && line <= span.to(); line++) {
                    kept.add(line);
                }
            }
            bodyWords += words(label, label.all("body"), kept, true);
            bodyWordsKept += words(label, label.all("body"), kept, false);
            boilerplateWords += words(label, label.all("boilerplate"), kept, true);
            boilerplateWordsLeft += words(label, label.all("boilerplate"), kept, false);
        }

        private int words(Label label, List<String> lines, Set<Integer> kept, boolean all) {
            SourceFile file = SOURCES.get(label.text("file"));
            int words = 0;
            for (String number : lines) {
                int line = Integer.parseInt(number);
                if (all || kept.contains(line)) {
                    words += new TextLines(file.lines(), line, line).weight(0);
                    if (!all && lines == label.all("boilerplate")) {
                        bad.add(label.text("file") + ":" + line + " left: "
                                + file.lines().get(line));
                    }
                } else if (lines == label.all("body")) {
                    bad.add(label.text("file") + ":" + line + " lost: "
                            + file.lines().get(line));
                }
            }
            return words;
        }

        private static final Map<String, SourceFile> SOURCES = new LinkedHashMap<>();

        static {
            files().forEach(file -> SOURCES.put(file.path(), file));
        }

        double share(String field) {
            int[] counts = fields.getOrDefault(field, new int[3]);
            return counts[1] / (double) counts[0];
        }

        double wrong(String field) {
            int[] counts = fields.getOrDefault(field, new int[3]);
            return counts[2] / (double) counts[0];
        }

        double bodyKept() {
            return bodyWordsKept / (double) bodyWords;
        }

        double boilerplateLeft() {
            return boilerplateWordsLeft / (double) boilerplateWords;
        }

        @Override
        public String toString() {
            StringBuilder shown = new StringBuilder();
            fields.forEach((name, counts) -> shown.append(name).append(' ').append(java.util.Arrays.toString(counts)));
            shown.append(" body kept ")
                    .append(bodyKept())
                    .append(", boilerplate left ")
                    .append(boilerplateLeft());
            return shown.append('\n')
                    .append(String.join("\n", bad))
                    .append('\n')
                    .toString();
        }
    }
}
