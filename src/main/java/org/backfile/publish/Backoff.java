package org.backfile.publish;

import java.io.IOException;

/** Does a thing again after a wait that doubles, as long as its failure may pass. Thread-safe. */
final class Backoff {
    private static final int ATTEMPTS = 5;

    private final Pause pause;
    private final long firstMillis;

    /** Waits. */
    interface Pause {
        /** Sleeps so long. */
        void millis(long millis) throws InterruptedException;
    }

    /** What is tried. */
    interface Attempt<T> {
        /** Tries once: an {@link IOException} may pass, a {@link PublishFailure} will not. */
        T run() throws IOException, PublishFailure, InterruptedException;
    }

    Backoff(Pause pause, long firstMillis) {
        this.pause = pause;
        this.firstMillis = firstMillis;
    }

    /**
     * The result of the first attempt of at most five that works.
     *
     * @param act what could not be done if none does: the begin of a sentence
     */
    <T> T run(String act, Attempt<T> attempt) throws PublishFailure {
        try {
            long wait = firstMillis;
            for (int i = 1; ; i++) {
                try {
                    return attempt.run();
                } catch (IOException e) {
                    if (i == ATTEMPTS) {
                        throw new PublishFailure(
                                act + " failed " + ATTEMPTS + " times: " + Reasons.of(e)
                                        + ". The target is readable as it is; run the same command again to go on",
                                e);
                    }
                    pause.millis(wait);
                    wait *= 2;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PublishFailure(act + " was interrupted; run the same command again to go on", e);
        }
    }
}
