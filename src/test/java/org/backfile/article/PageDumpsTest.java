package org.backfile.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.backfile.article.SharedCorpora.Label;
import org.backfile.source.SourceFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Pages of invented sites with menus, share bars, related posts and footers: {@link #KEPT} ones in seven languages, and
 * {@link #MADE} ones in eight others, with comments, advertisements and cross-references within the text.
 */
class PageDumpsTest {
    private static final Path DUMPS = Path.of("src/test/resources/page-dumps");
    private static final Pages KEPT = new Pages(keptFiles(), keptLabels());
    private static final Pages MADE =
            new Pages(MadeSites.all().files(), MadeSites.all().labels());

    /** Files, and what is true of them. */
    private record Pages(List<SourceFile> files, List<Label> labels) {}

    @Test
    void aFolderASiteIsReadWellInEachField() {
        assertScore(score(KEPT), 0.93, 0.05);
    }

    @Test
    void aFolderOfPagesWithCommentsAndAdvertisementsIsReadWellInEachField() {
        assertScore(score(MADE), 0.85, 0.05);
    }

    @Test
    void sitesMixedInOneFolderAreReadNearlyAsWell() {
        assertScore(score(mixed(KEPT)), 0.93, 0.10);
        assertScore(score(mixed(MADE)), 0.85, 0.10);
    }

    @Test
    void aPageAloneKeepsItsBody() {
        for (Pages pages : List.of(KEPT, MADE)) {
            Score score = new Score(pages);
            ArticleReader reader = new ArticleReader(ReadingSettings.defaults());
            for (SourceFile file : pages.files()) {
                score.add(file.path(), reader.read(file, FolderDecisions.NONE));
            }

            assertThat(score.share("headline")).as(score.toString()).isGreaterThanOrEqualTo(0.80);
            assertThat(score.bodyKept()).as(score.toString()).isGreaterThanOrEqualTo(0.95);
        }
    }

    private static Score score(Pages pages) {
        Score score = new Score(pages);
        SharedCorpora.read(pages.files()).forEach(score::add);
        return score;
    }

    /** The same pages, all in one folder. */
    private static Pages mixed(Pages pages) {
        List<SourceFile> files = new ArrayList<>();
        for (SourceFile file : pages.files()) {
            files.add(TextFiles.file(file.path().replace('/', '-'), file.lines().text()));
        }
        List<Label> labels = new ArrayList<>();
        for (Label label : pages.labels()) {
            Map<String, List<String>> values = new LinkedHashMap<>(label.values());
            values.put("file", List.of(label.text("file").replace('/', '-')));
            labels.add(new Label(values));
        }
        return new Pages(files, labels);
    }

    private static void assertScore(Score score, double kickers, double left) {
        assertThat(score.share("headline")).as(score.toString()).isGreaterThanOrEqualTo(0.95);
        assertThat(score.share("byline")).as(score.toString()).isGreaterThanOrEqualTo(0.93);
        assertThat(score.share("place")).as(score.toString()).isGreaterThanOrEqualTo(0.93);
        assertThat(score.share("kicker")).as(score.toString()).isGreaterThanOrEqualTo(kickers);
        assertThat(score.share("date")).as(score.toString()).isGreaterThanOrEqualTo(0.95);
        assertThat(score.wrong("date")).as(score.toString()).isLessThanOrEqualTo(0.01);
        assertThat(score.bodyKept()).as(score.toString()).isGreaterThanOrEqualTo(0.95);
        assertThat(score.boilerplateLeft()).as(score.toString()).isLessThanOrEqualTo(left);
    }

    private static List<SourceFile> keptFiles() {
        return SharedCorpora.filesBelow(DUMPS).stream()
                .filter(file -> file.path().endsWith(".txt"))
                .toList();
    }

    private static List<Label> keptLabels() {
        try {
            List<Label> labels = new ArrayList<>();
            for (String line : Files.readAllLines(DUMPS.resolve("labels.jsonl"))) {
                labels.add(SharedCorpora.label(line));
            }
            return labels;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A label over the headline that recurs is a section as well as a kicker. Counts for each field: labelled, right, wrong; words of body lines kept and of the page's lines left.
     */
    private static final class Score {
        private final Map<String, SourceFile> files = new LinkedHashMap<>();
        private final Map<String, Label> labels = new LinkedHashMap<>();
        private final Map<String, int[]> fields = new LinkedHashMap<>();
        private final List<String> bad = new ArrayList<>();
        private int bodyWords;
        private int bodyWordsKept;
        private int boilerplateWords;
        private int boilerplateWordsLeft;

        Score(Pages pages) {
            pages.files().forEach(file -> files.put(file.path(), file));
            pages.labels().forEach(label -> labels.put(label.text("file"), label));
        }

        void add(String path, FileReading reading) {
            Label label = labels.get(path);
            Fields found = reading.articles().isEmpty()
                    ? Fields.UNKNOWN
                    : reading.articles().get(0).fields();
            field(label, "headline", Fields.value(found.headline()));
            String kicker = Fields.value(found.kicker());
            field(
                    label,
                    "kicker",
                    kicker == null && label.text("kicker") != null ? Fields.value(found.section()) : kicker);
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
            for (Span span : reading.account().spans()) {
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
            SourceFile file = files.get(label.text("file"));
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
