package org.backfile.publish;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.backfile.page.SitePath;

/**
 * A place where a site is published: what stands there, and the few acts that change it. Used by one thread; an
 * implementation may work with several.
 */
public interface Target extends AutoCloseable {
    /** What the target is called in messages, without secrets. */
    String name();

    /** The bytes of the file at {@code path}, at most some megabytes; empty where the target has none. */
    Optional<byte[]> read(SitePath path) throws PublishFailure;

    /**
     * The name of a file or folder that stands where nothing was published yet; empty where there is none. A target that
     * can't tell all its files cheaply looks for a front page.
     */
    default Optional<String> foreign() throws PublishFailure {
        return read(Publication.FRONT).map(bytes -> Publication.FRONT.value());
    }

    /** Whether the file at {@code path} surely has the SHA-256 {@code digest}; false where telling costs a transfer. */
    boolean holds(SitePath path, String digest) throws PublishFailure;

    /**
     * Sends files, in any order, each of them whole or not at all. When this returns, all of them stand at the target.
     *
     * @param site the folder of the site
     * @param files with the digest of each
     */
    void send(Path site, List<Shipment> files, Progress progress) throws PublishFailure;

    /** Deletes files; one that is not there is no failure. */
    void delete(List<SitePath> files, Progress progress) throws PublishFailure;

    /** Whether nothing becomes visible before {@link #finish}. */
    default boolean atomic() {
        return false;
    }

    /** Makes visible what was sent, where the target is atomic. */
    default void finish() throws PublishFailure {}

    @Override
    default void close() {}

    /**
     * A file to send.
     *
     * @param digest its SHA-256
     * @param size in bytes
     */
    record Shipment(SitePath path, String digest, long size) {}

    /** Hears of each file that was sent or deleted. Called from any thread. */
    interface Progress {
        /** Nobody listens. */
        Progress SILENT = (path, bytes) -> {};

        /** A file of {@code bytes} bytes is done. */
        void done(SitePath path, long bytes);
    }
}
