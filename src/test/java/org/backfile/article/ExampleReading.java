package org.backfile.article;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.backfile.source.SourceFile;

/** Reads the files of an example: facts first, then the folders' decisions, then each file. */
final class ExampleReading {
    private ExampleReading() {}

    static List<FileReading> of(Path example) {
        return of(files(example));
    }

    /** The readings of an archive's files, in their order. */
    static List<FileReading> of(List<SourceFile> files) {
        ArticleReader reader = new ArticleReader(ReadingSettings.defaults());
        FolderSums sums = new FolderSums();
        files.forEach(file -> sums.add(file.path(), reader.facts(file)));
        FolderDecisions decisions = sums.decide();
        return files.stream().map(file -> reader.read(file, decisions)).toList();
    }

    private static List<SourceFile> files(Path example) {
        Path root = example.toAbsolutePath().getParent();
        List<SourceFile> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(example)) {
            for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile).sorted()::iterator) {
                String path = root.relativize(file.toAbsolutePath()).toString().replace('\\', '/');
                files.add(TextFiles.file(path, new String(Files.readAllBytes(file), StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
