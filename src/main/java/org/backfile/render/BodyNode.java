package org.backfile.render;

import org.backfile.page.SitePath;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/** The nodes that bodies need beside commonmark's own; {@link BodyNodeRenderer} writes them. */
final class BodyNode {
    private BodyNode() {}

    /**
     * A picture as a page shows it.
     *
     * @param url as seen from the page; null where the picture is not in the site
     * @param width in pixels, 0 where unknown, as {@code height}
     * @param alternative the words for those who don't see it
     */
    record Shown(@Nullable String url, int width, int height, String alternative) {
        static Shown of(SitePath page, SitePictures.@Nullable Picture picture, String alternative) {
            return picture == null
                    ? new Shown(null, 0, 0, alternative)
                    : new Shown(SiteUrl.relative(page, picture.path()), picture.width(), picture.height(), alternative);
        }

        boolean isSomething() {
            return url != null || !alternative.isBlank();
        }
    }

    /** A picture on its own, with what stands below it, which may be nothing. */
    static final class Figure extends CustomBlock {
        final Shown shown;
        final String caption;

        Figure(Shown shown, String caption) {
            this.shown = shown;
            this.caption = caption;
        }
    }

    /** A picture within a line. */
    static final class InlinePicture extends CustomNode {
        final Shown shown;
        final String title;

        InlinePicture(Shown shown, String title) {
            this.shown = shown;
            this.title = title;
        }
    }

    /** The words of a picture that is not known. */
    static final class Caption extends CustomBlock {
        final String text;

        Caption(String text) {
            this.text = text;
        }
    }

    /** Text whose line ends and spaces stay. */
    static final class Lines extends CustomBlock {
        final String text;
        final String style;

        Lines(String text, String style) {
            this.text = text;
            this.style = style;
        }
    }

    /** Where a footnote is called: the note's number from 1, and which of its calls this is, from 1. */
    static final class NoteMark extends CustomNode {
        final int number;
        final int call;

        NoteMark(int number, int call) {
            this.number = number;
            this.call = call;
        }
    }

    /** The footnotes, in the order of their numbers; its children are {@link Note}s. */
    static final class Notes extends CustomBlock {}

    /** A footnote, with how often it is called. */
    static final class Note extends CustomBlock {
        final int number;
        final int calls;

        Note(int number, int calls) {
            this.number = number;
            this.calls = calls;
        }
    }

    /** Moves the children of {@code from} to the end of {@code to}. */
    static void moveChildren(Node from, Node to) {
        for (Node child = from.getFirstChild(); child != null; ) {
            Node next = child.getNext();
            to.appendChild(child);
            child = next;
        }
    }
}
