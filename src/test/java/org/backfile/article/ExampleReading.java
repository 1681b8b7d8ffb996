package org.backfile.article;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.backfile.source.FolderCharsets;
import org.backfile.source.SourceEntry;
import org.backfile.source.SourceFile;
import org.backfile.source.SourceReader;
import org.backfile.source.SourceSettings;

/**
 * Reads the files of an example as a build does: charsets and facts first, then the folders' decisions, then each file.
 * All examples are read under the same settings: {@code kopfzeile} and {@code fliesstext} are columns' names, and the
 * folder {@code declared-macroman} is declared to be MacRoman.
 */
final class ExampleReading {
    private static final ReadingSettings SETTINGS =
            new ReadingSettings(null, null, Map.of("kopfzeile", "headline", "fliesstext", "text"), Map.of(), Map.of());
    private static final SourceSettings SOURCES =
            new SourceSettings(new TreeMap<>(Map.of("declared-macroman", Charset.forName("x-MacRoman"))));

    private ExampleReading() {}

    static List<FileReading> of(Path example) {
        return of(files(example));
    }

    /** The readings of an archive's files, in their order. */
    static List<FileReading> of(List<SourceFile> files) {
        ArticleReader reader = new ArticleReader(SETTINGS);
        FolderSums sums = new FolderSums();
        files.forEach(file -> sums.add(file.path(), reader.facts(file)));
        FolderDecisions decisions = sums.decide();
        return files.stream().map(file -> reader.read(file, decisions)).toList();
    }

    private static List<SourceFile> files(Path example) {
        Path root = example.toAbsolutePath().getParent();
        SourceReader reader = new SourceReader(SOURCES);
        List<SourceFile> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(example)) {
            for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile).sorted()::iterator) {
                String path = root.relativize(file.toAbsolutePath()).toString().replace('\\', '/');
                SourceEntry entry = new SourceEntry(path, file, Files.size(file), 0, 0);
                reader.read(entry, FolderCharsets.NONE, files::add, problem -> {});
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
