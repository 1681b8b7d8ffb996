package org.backfile.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.backfile.source.SourceEntry;

/**
 * What the file system says of a file without reading it: as long as it is the same, the file is taken to be.
 *
 * @param size in bytes; -1 where there is no file
 * @param modified in nanoseconds since 1970
 * @param fileKey a number for what the file system calls the file itself, whatever its name; may be 0
 */
record FileStamp(long size, long modified, int fileKey) {
    private static final long UNTRUSTED = Long.MIN_VALUE;
    private static final FileStamp ABSENT = new FileStamp(-1, 0, 0);

    /** How coarsely file systems count time, in nanoseconds. */
    private static final long TICK = 20_000_000;

    /** The same for those that know whole seconds only. */
    private static final long COARSE_TICK = 2_000_000_000;

    /**
     * This stamp if it can be trusted, else one that no file has: a file that was written at about the time at which it
     * was read may be written again without a change of its stamp.
     *
     * @param readAfter a time of the file system before the file was read
     */
    FileStamp trustedIfBefore(long readAfter) {
        long tick = modified % 1_000_000_000 == 0 ? COARSE_TICK : TICK;
        return modified + tick < readAfter ? this : new FileStamp(size, UNTRUSTED, fileKey);
    }

    /** True unless the file has to be looked into. */
    boolean trusted() {
        return modified != UNTRUSTED;
    }

    /** The stamp of a file as the scan found it. */
    static FileStamp of(SourceEntry entry) {
        return new FileStamp(entry.size(), entry.modifiedNanos(), entry.fileKey());
    }

    /** The stamp of what stands at a place, symbolic links followed. */
    static FileStamp of(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new FileStamp(
                    attributes.size(),
                    attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
                    Objects.hashCode(attributes.fileKey()));
        } catch (IOException e) {
            return ABSENT; // or as good as absent: it can't be read
        }
    }
}
