package org.backfile.render;

import org.backfile.page.SitePath;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;

/** The nodes that bodies need beside commonmark's own; {@link BodyNodeRenderer} writes them. */
final class BodyNode {
    private BodyNode() {}

    /** A picture as a page shows it: its URL as seen from the page, its size (0 where unknown) and its words. */
    record Shown(String url, int width, int height, String alternative) {
        static Shown of(SitePath page, BodyHtml.Picture picture, String alternative) {
            return new Shown(SiteUrl.relative(page, picture.path()), picture.width(), picture.height(), alternative);
        }
    }

    /** A picture on its own, its alternative text below it. */
    static final class Figure extends CustomBlock {
        final Shown shown;

        Figure(Shown shown) {
            this.shown = shown;
        }
    }

    /** A picture within a line. */
    static final class InlinePicture extends CustomNode {
        final Shown shown;

        InlinePicture(Shown shown) {
            this.shown = shown;
        }
    }

    /** The words of a picture that is not there. */
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
