package org.backfile.article;

/**
 * A run of lines with one role.
 *
 * @param from the first line, from 1
 * @param to the last line
 * @param article the article the lines belong to, from 1; 0 where they belong to none
 * @param of for {@link LineRole#REPEAT} the line that {@code from} repeats (line {@code from + k} repeats
 *     {@code of + k}); else 0
 */
public record Span(int from, int to, LineRole role, int article, int of) {
    public Span {
        if (from < 1 || to < from || (role == LineRole.REPEAT) != (of > 0)) {
            throw new IllegalArgumentException("span " + from + " to " + to + " " + role + " of " + of);
        }
    }
}
