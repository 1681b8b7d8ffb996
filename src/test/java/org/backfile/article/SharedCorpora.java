package org.backfile.article;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.backfile.source.SourceFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/** Labelled corpora that lie beside the project; tests on them are skipped where they are missing. */
final class SharedCorpora {
    static final Path DATA = Path.of("../shared/data");

    private SharedCorpora() {}

    /** A labelled file: the label's texts, and the texts of its lists. */
    record Label(Map<String, List<String>> values) {
        @Nullable
        String text(String name) {
            List<String> all = values.get(name);
            return all == null || all.isEmpty() ? null : all.get(0);
        }

        List<String> all(String name) {
            return values.getOrDefault(name, List.of());
        }
    }

    static Map<String, Label> labels(String corpus) throws IOException {
        Path file = DATA.resolve(corpus).resolve("labels.jsonl");
        assumeThat(file).as("labelled corpus").exists();
        Map<String, Label> labels = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            Label label = label(line);
            labels.put(label.text("file"), label);
        }
        return labels;
    }

    static Label label(String json) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            String name = "";
            int depth = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                depth += token == JsonToken.START_OBJECT ? 1 : token == JsonToken.END_OBJECT ? -1 : 0;
                if (depth == 1 && token == JsonToken.PROPERTY_NAME) {
                    name = parser.currentName();
                } else if (depth == 1 && token.isScalarValue() && token != JsonToken.VALUE_NULL) {
                    values.computeIfAbsent(name, n -> new ArrayList<>()).add(parser.getString());
                }
            }
        }
        return new Label(values);
    }

    /** The files of {@code corpus/txt}, in path order; UTF-8, else windows-1252. */
    static List<SourceFile> files(String corpus) {
        return filesBelow(DATA.resolve(corpus).resolve("txt"));
    }

    static List<SourceFile> filesBelow(Path root) {
        assumeThat(root).as("labelled corpus").exists();
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> TextFiles.file(root.relativize(file).toString(), decoded(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String decoded(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            String text = new String(bytes, StandardCharsets.UTF_8);
            return text.indexOf('\uFFFD') < 0
                    ? text
                    : new String(bytes, java.nio.charset.Charset.forName("windows-1252"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files read as a build reads them: facts first, then decisions, then readings. */
    static Map<String, FileReading> read(List<SourceFile> files) {
        return read(files, ReadingSettings.defaults());
    }

    static Map<String, FileReading> read(List<SourceFile> files, ReadingSettings settings) {
        ArticleReader reader = new ArticleReader(settings);
        FolderSums sums = new FolderSums();
        for (SourceFile file : files) {
            sums.add(file.path(), reader.facts(file));
        }
        FolderDecisions decisions = sums.decide();
        Map<String, FileReading> readings = new LinkedHashMap<>();
        for (SourceFile file : files) {
            readings.put(file.path(), reader.read(file, decisions));
        }
        return readings;
    }

    /** The words of a text, joined: what the scorers compare. */
    static String words(@Nullable String text) {
        if (text == null) {
            return "";
        }
        List<String> words = new ArrayList<>();
        Words.forEach(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT), words::add);
        return String.join(" ", words);
    }
}
