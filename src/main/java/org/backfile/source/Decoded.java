package org.backfile.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bytes turned to text.
 *
 * @param charset as Java spells it; {@code UTF-8} also where some lines were in another one
 * @param readable false for bytes that are no text: the text then has their line ends and nothing to show
 * @param facts what the bytes say about their charset where they leave it open; null where it is sure
 */
record Decoded(
        String text,
        String charset,
        List<Problem> problems,
        boolean readable,
        @Nullable CharsetFacts facts) {}
