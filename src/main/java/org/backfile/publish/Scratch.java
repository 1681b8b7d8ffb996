package org.backfile.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Temporary folders of one publication. */
final class Scratch {
    private Scratch() {}

    /** Deletes the folder with all that is in it, as far as the system lets us: the rest is the system's to clean. */
    static void delete(Path folder) {
        try (Stream<Path> tree = Files.walk(folder)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            // a temporary folder that stays does no harm, and must not hide how the publication ended
        }
    }
}
