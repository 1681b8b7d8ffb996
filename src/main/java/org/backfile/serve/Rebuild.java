package org.backfile.serve;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Brings the site up to date with its sources. Called by one thread at a time. */
@FunctionalInterface
public interface Rebuild {
    /**
     * Builds.
     *
     * @param awaited files of the site that somebody has open, by path, with whom to give their bytes as soon as they
     *     are known, before the site is done; from any thread
     * @return empty where the site is as the sources say, else the sentence that tells why it isn't
     */
    Optional<String> run(Map<String, Consumer<byte[]>> awaited);
}
