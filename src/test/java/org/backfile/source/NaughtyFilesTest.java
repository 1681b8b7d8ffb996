package org.backfile.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads the shared folder of badly encoded files, where it is at hand. */
class NaughtyFilesTest {
    private static final Path DATA = Path.of("../shared/data/naughty");

    @Test
    void everyLabelledFileDecodesToTheTextOfItsLabel() throws IOException {
        assumeTrue(Files.isDirectory(DATA), "no shared data here");
        Map<String, SourceFile> files = readAll(SourceSettings.NONE);
        List<String> wrong = new ArrayList<>();
        for (String row : Files.readAllLines(DATA.resolve("labels.jsonl"))) {
            Map<String, String> label = label(row);
            String text = label.get("text");
            String path = label.getOrDefault("file", "");
            SourceFile file = files.get(path);
            assertThat(file).as(path).isNotNull();
            if (text != null
                    && !path.contains("macroman")
                    && !file.lines().text().equals(text)) {
                wrong.add(path + " " + file.charset() + " " + file.lines().text());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void macRomanIsReadWhereItIsDeclared() throws IOException {
        assumeTrue(Files.isDirectory(DATA), "no shared data here");
        SourceSettings settings = new SourceSettings(new TreeMap<>(Map.of(
                "made/macroman.txt", SourceSettings.charsetNamed("MacRoman").orElseThrow())));
        assertThat(readAll(settings).get("made/macroman.txt").lines().get(1))
                .isEqualTo("Élysée: “naïve” façade – £5 café");
    }

    private static Map<String, SourceFile> readAll(SourceSettings settings) throws IOException {
        SourceReader reader = new SourceReader(settings);
        Map<String, SourceFile> files = new HashMap<>();
        Map<String, CharsetFacts> facts = new TreeMap<>();
        List<SourceEntry> entries =
                SourceScan.scan(List.of(DATA.resolve("txt"))).entries();
        for (SourceEntry entry : entries) {
            reader.read(entry, FolderCharsets.NONE, file -> files.put(file.path(), file), problem -> {});
        }
        files.forEach((path, file) -> {
            if (file.charsetFacts() != null) {
                facts.put(path, file.charsetFacts());
            }
        });
        FolderCharsets folders = FolderCharsets.sum(facts);
        for (SourceEntry entry : entries) {
            if (facts.containsKey(entry.path())) {
                reader.read(entry, folders, file -> files.put(file.path(), file), problem -> {});
            }
        }
        return files;
    }

    private static Map<String, String> label(String row) {
        Map<String, String> label = new HashMap<>();
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), row)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                json.nextToken();
                label.put(name, json.getString());
            }
        }
        return label;
    }
}
