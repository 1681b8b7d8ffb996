package org.backfile.article;

import org.jspecify.annotations.Nullable;

/**
 * Why a field is believed.
 *
 * @param place where in the file it stands, or null where it rests on something else (the path, an override)
 */
public record Evidence(@Nullable Place place, Rule rule, Confidence confidence) {
    /**
     * A stretch of a source file, both ends inclusive and counted from 1; columns are UTF-16 units of the decoded
     * line.
     */
    public record Place(int fromLine, int toLine, int fromColumn, int toColumn) {
        public Place {
            if (fromLine < 1 || toLine < fromLine) {
                throw new IllegalArgumentException("lines " + fromLine + " to " + toLine);
            }
        }
    }
}
