package org.backfile.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.backfile.source.Sha256;
import org.jspecify.annotations.Nullable;

/** The archive's own theme files, by their names inside its templates folder; null where it has none of that name. */
record OwnTheme(Path folder) implements Function<String, @Nullable String> {
    @Override
    public @Nullable String apply(String name) {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder.normalize()) || !Files.isRegularFile(file)) {
            return null;
        }
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Refusal.ofDisk(file, "read", e);
        }
    }

    /** Stands for the names and bytes of all files in the folder. */
    Sha256 digest() {
        try {
            return Sha256.ofTree(folder);
        } catch (IOException e) {
            throw Refusal.ofDisk(folder, "read", e);
        }
    }
}
