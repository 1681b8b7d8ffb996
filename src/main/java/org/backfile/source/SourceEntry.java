package org.backfile.source;

import java.nio.file.Path;

/**
 * A file or container found by {@link SourceScan}, not yet read. Size, time and key together tell cheaply whether it
 * may have changed since another scan.
 *
 * @param path relative to its source folder, with {@code /}
 * @param file where it lies
 * @param size in bytes
 * @param modifiedNanos the time of its last change in nanoseconds since 1970, as fine as the disk keeps it
 * @param fileKey a number for what the disk calls the file itself, whatever its name; 0 where it has nothing for that
 */
public record SourceEntry(String path, Path file, long size, long modifiedNanos, int fileKey)
        implements Comparable<SourceEntry> {

    /** By path, by UTF-16 unit. */
    @Override
    public int compareTo(SourceEntry other) {
        return path.compareTo(other.path);
    }
}
