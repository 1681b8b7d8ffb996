package org.backfile.article;

/**
 * A piece of a body as it will be shown.
 *
 * @param text plain text, never HTML; line breaks only in {@link Kind#PREFORMATTED} and {@link Kind#VERSE}; Markdown
 *     source in {@link Kind#MARKDOWN}; the image's path as written in {@link Kind#IMAGE}
 * @param fromLine the first line of the file that it was made from, from 1
 * @param toLine the last
 */
public record Paragraph(Kind kind, String text, int fromLine, int toLine) {
    /** What a paragraph is. */
    public enum Kind {
        TEXT,
        SUBHEADING,
        LIST_ITEM,
        QUOTE,
        /** Lines whose spacing means something: tables, results. */
        PREFORMATTED,
        /** Lines that end where the poet ended them. */
        VERSE,
        /** The words of a picture. */
        CAPTION,
        /** A picture: the path as written; its alternative text is the next {@link #CAPTION}, if any. */
        IMAGE,
        /** A whole Markdown body, parsed when it is rendered. */
        MARKDOWN
    }
}
