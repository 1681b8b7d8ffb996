package org.backfile.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
import org.backfile.page.SitePath;
import org.jspecify.annotations.Nullable;

/**
 * A file of the output that is ours, as the manifest names it.
 *
 * @param size in bytes when last looked at; -1 where nobody has
 * @param modified when it was last written, in nanoseconds since 1970, as the file system says; kept with {@code size}
 */
record Holding(SitePath path, Sha256 sha256, long size, long modified) {
    /** A file known by its digest alone. */
    static Holding unseen(SitePath path, Sha256 sha256) {
        return new Holding(path, sha256, -1, -1);
    }

    /** This file with size and time as on disk now. */
    Holding seen(BasicFileAttributes attributes) {
        return new Holding(path, sha256, attributes.size(), modified(attributes));
    }

    /**
     * This holding with fresh size and time if the file on disk has these bytes, else null. Size and time as remembered
     * are taken as proof; otherwise the file is read.
     */
    @Nullable
    Holding confirmed(Path file) throws IOException {
        BasicFileAttributes attributes = Disk.look(file);
        if (attributes == null || !attributes.isRegularFile()) {
            return null;
        }
        if (size >= 0) {
            if (attributes.size() != size) {
                return null;
            }
            if (modified(attributes) == modified) {
                return this;
            }
        }
        return Sha256.of(Files.readAllBytes(file)).equals(sha256) ? seen(attributes) : null;
    }

    /** True where size and time in the output are known and are as they were. */
    boolean stands(Path folder) {
        try {
            BasicFileAttributes attributes = Disk.look(folder.resolve(path.value()));
            return attributes != null
                    && attributes.isRegularFile()
                    && attributes.size() == size
                    && modified(attributes) == modified;
        } catch (IOException e) {
            return false;
        }
    }

    private static long modified(BasicFileAttributes attributes) {
        return attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
    }
}
