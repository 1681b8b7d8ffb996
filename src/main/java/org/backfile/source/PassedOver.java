package org.backfile.source;

import java.nio.file.Path;

/**
 * A file that is not read as an article.
 *
 * @param path relative to its source, as of a {@link SourceEntry}
 * @param kind its lower-case extension with its dot ({@code .jpg}), or {@link Scan#WITHOUT_EXTENSION}
 */
public record PassedOver(String path, Path file, String kind) implements Comparable<PassedOver> {
    @Override
    public int compareTo(PassedOver other) {
        return path.compareTo(other.path);
    }
}
