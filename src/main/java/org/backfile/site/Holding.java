package org.backfile.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
import org.backfile.page.SitePath;
import org.backfile.source.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A file of the output that is ours, as the manifest names it.
 *
 * @param sha256 of its bytes
 * @param inputs a checksum of all that it was made from; the first bits of {@code sha256} where nothing else is known
 * @param size in bytes, once this build has seen that the file has these bytes; -1 before
 * @param modified when it was last written, in nanoseconds since 1970, as the file system says; kept with {@code size}
 */
record Holding(SitePath path, Sha256 sha256, long inputs, long size, long modified) {
    /** A file known by its digest alone. */
    static Holding unseen(SitePath path, Sha256 sha256) {
        return new Holding(path, sha256, sha256.a(), -1, -1);
    }

    /** Whether it is known to have these bytes, without a look at it. */
    boolean isSeen() {
        return size >= 0;
    }

    /** This file with size and time as on disk now. */
    Holding seen(BasicFileAttributes attributes) {
        return new Holding(path, sha256, inputs, attributes.size(), modified(attributes));
    }

    private Holding notSeen() {
        return new Holding(path, sha256, inputs, -1, -1);
    }

    /** This file, as it was made from these inputs. */
    Holding madeFrom(long made) {
        return made == inputs ? this : new Holding(path, sha256, made, size, modified);
    }

    /** This holding, seen, if the file on disk has these bytes, else null. Unless it was seen before, the file is read. */
    @Nullable
    Holding confirmed(Path file) throws IOException {
        if (isSeen()) {
            return this;
        }
        BasicFileAttributes attributes = Disk.look(file);
        if (attributes == null || !attributes.isRegularFile()) {
            return null;
        }
        return Sha256.of(Files.readAllBytes(file)).equals(sha256) ? seen(attributes) : null;
    }

    /** This holding, whose size and time are remembered, if they are still so in the output; else as one not seen. */
    Holding ifStanding(Path folder) {
        try {
            BasicFileAttributes attributes = Disk.look(folder.resolve(path.value()));
            boolean standing = attributes != null
                    && attributes.isRegularFile()
                    && attributes.size() == size
                    && modified(attributes) == modified;
            return standing ? this : notSeen();
        } catch (IOException e) {
            return notSeen();
        }
    }

    private static long modified(BasicFileAttributes attributes) {
        return attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
    }
}
