package org.backfile.serve;

import java.util.Optional;

/** Brings the site up to date with its sources. Called by one thread at a time. */
@FunctionalInterface
public interface Rebuild {
    /** Builds; empty where the site is as the sources say, else the sentence that tells why it isn't. */
    Optional<String> run();
}
