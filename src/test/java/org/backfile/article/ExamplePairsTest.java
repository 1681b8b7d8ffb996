package org.backfile.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.backfile.source.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file of {@code src/test/resources/examples} is one input, and beside it stands what is read from it:
 * {@code storm.txt} and {@code storm.txt.expected}. A folder is read as a folder, its expectation beside it. To write
 * the expectations anew run this test with {@code -Dgolden.update} and look at the difference.
 */
class ExamplePairsTest {
    private static final Path EXAMPLES = Path.of("src/test/resources/examples");
    private static final boolean UPDATE = System.getProperty("golden.update") != null;

    static List<Path> examples() {
        try (Stream<Path> entries = Files.list(EXAMPLES)) {
            return entries.filter(entry -> !entry.toString().endsWith(".expected"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void exampleIsReadAsExpected(Path example) throws IOException {
        StringBuilder shown = new StringBuilder();
        for (FileReading reading : ExampleReading.of(example)) {
            show(shown, reading);
        }
        Path expected = example.resolveSibling(example.getFileName() + ".expected");
        if (UPDATE) {
            Files.writeString(expected, shown);
        }

        assertThat(shown.toString()).isEqualTo(Files.readString(expected));
    }

    @Test
    void everyExampleIsListedOnThePageOfWhatBackfileUnderstands() throws IOException {
        String page = Files.readString(Path.of("docs/understands.md"));
        Set<String> linked = new TreeSet<>();
        Matcher link = Pattern.compile("\\(\\.\\./src/test/resources/examples/([^)]+)\\)")
                .matcher(page);
        while (link.find()) {
            linked.add(link.group(1));
        }
        Set<String> examples = new TreeSet<>();
        for (Path example : examples()) {
            examples.add(example.getFileName().toString());
            examples.add(example.getFileName() + ".expected");
        }

        assertThat(linked).isEqualTo(examples);
        assertThat(Files.readString(Path.of("README.md"))).contains("(docs/understands.md)");
    }

    private static void show(StringBuilder out, FileReading reading) {
        out.append("file ").append(reading.account().path()).append('\n');
        for (Article article : reading.articles()) {
            out.append("\narticle ").append(article.id().number());
            out.append(" (").append(article.words()).append(" words)\n");
            show(out, article.fields());
            for (Paragraph paragraph : article.body()) {
                show(out, paragraph);
            }
        }
        out.append("\nlines\n");
        for (Span span : reading.account().spans()) {
            show(out, span);
        }
        for (Problem problem : reading.account().problems()) {
            out.append("problem ").append(problem).append('\n');
        }
        out.append('\n');
    }

    private static void show(StringBuilder out, Fields fields) {
        show(out, "headline", fields.headline());
        show(out, "kicker", fields.kicker());
        show(out, "masthead", fields.masthead());
        show(out, "section", fields.section());
        show(out, "byline", fields.byline());
        show(out, "agency", fields.agency());
        show(out, "place", fields.place());
        show(out, "date", fields.date());
        show(out, "publication", fields.publication());
        show(out, "language", fields.language());
    }

    private static void show(StringBuilder out, String name, @Nullable Stated<?> field) {
        if (field == null) {
            return;
        }
        Evidence evidence = field.evidence();
        out.append("  ").append(name).append(" = ").append(field.value()).append("  [");
        Evidence.Place place = evidence.place();
        if (place != null) {
            out.append(place.fromLine()).append(':').append(place.fromColumn()).append('-');
            out.append(place.toLine()).append(':').append(place.toColumn()).append(' ');
        }
        out.append(evidence.rule().id()).append(", ");
        out.append(evidence.confidence().name().toLowerCase(java.util.Locale.ROOT))
                .append("]\n");
    }

    private static void show(StringBuilder out, Paragraph paragraph) {
        out.append("  ").append(lines(paragraph.fromLine(), paragraph.toLine())).append(' ');
        out.append(paragraph.kind().name().toLowerCase(java.util.Locale.ROOT)).append(": ");
        out.append(paragraph.text().replace("\n", "\n      ")).append('\n');
    }

    private static void show(StringBuilder out, Span span) {
        out.append("  ")
                .append(lines(span.from(), span.to()))
                .append(' ')
                .append(span.role().id());
        if (span.of() > 0) {
            out.append(" of ").append(span.of());
        }
        out.append(span.article() == 0 ? "" : " (" + span.article() + ")").append('\n');
    }

    private static String lines(int from, int to) {
        return from == to ? Integer.toString(from) : from + "-" + to;
    }
}
