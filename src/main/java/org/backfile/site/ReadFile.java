package org.backfile.site;

import java.util.List;
import org.backfile.article.FileFacts;
import org.backfile.article.FileReading;
import org.backfile.source.CharsetFacts;
import org.backfile.story.Fingerprint;
import org.jspecify.annotations.Nullable;

/**
 * A source file as read.
 *
 * @param charsetFacts what its bytes say about its charset, null where that is sure
 * @param facts what its folder sums
 * @param decisions the digest of the folder's decisions that it was read under
 * @param fingerprints one for each article of the reading, in its order
 */
record ReadFile(
        @Nullable CharsetFacts charsetFacts,
        FileFacts facts,
        String decisions,
        FileReading reading,
        List<Fingerprint> fingerprints) {
    ReadFile {
        fingerprints = List.copyOf(fingerprints);
    }

    String path() {
        return reading.path();
    }
}
