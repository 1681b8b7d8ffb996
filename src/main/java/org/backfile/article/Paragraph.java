package org.backfile.article;

/**
 * A piece of a body as it will be shown.
 *
 * @param text plain text, never HTML; line breaks only in {@link Kind#PREFORMATTED} and {@link Kind#VERSE}; Markdown
 *     source in {@link Kind#MARKDOWN}; no words of the body in {@link Kind#IMAGE}: see {@link #image()}
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
        /** The words below a picture; right after its {@link #IMAGE}, where that is known. */
        CAPTION,
        /** A picture. */
        IMAGE,
        /** A whole Markdown body, parsed when it is rendered. */
        MARKDOWN
    }

    /**
     * What a {@link Kind#IMAGE} holds.
     *
     * @param path as written
     * @param alternative the words for those who don't see the picture; empty where there are none
     */
    public record Image(String path, String alternative) {}

    static Paragraph of(Image image, int fromLine, int toLine) {
        return new Paragraph(Kind.IMAGE, image.path + '\n' + image.alternative, fromLine, toLine);
    }

    /** The picture that a {@link Kind#IMAGE} is. */
    public Image image() {
        int end = text.indexOf('\n');
        return end < 0 ? new Image(text, "") : new Image(text.substring(0, end), text.substring(end + 1));
    }
}
