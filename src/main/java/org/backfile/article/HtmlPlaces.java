package org.backfile.article;

import org.backfile.source.Lines;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;

/** Finds the lines of a page's nodes, whose positions the parser counts in characters. */
final class HtmlPlaces {
    private final Lines lines;

    HtmlPlaces(Lines lines) {
        this.lines = lines;
    }

    /** The line, from 1, that holds the character at {@code at}. */
    int lineAt(int at) {
        int low = 1;
        int high = Math.max(1, lines.count());
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (lines.start(middle) <= at) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    static int start(Node node) {
        Range range = node.sourceRange();
        return range.isTracked() ? Math.max(0, range.startPos()) : -1;
    }

    static int end(Node node) {
        Range range = node.sourceRange();
        int end = range.isTracked() ? range.endPos() : -1;
        if (node instanceof Element element && element.endSourceRange().isTracked()) {
            end = Math.max(end, element.endSourceRange().endPos());
        }
        return end;
    }

    /** The first and the last line of a node that stands in the file. */
    int[] linesOf(Node node) {
        int start = start(node);
        int from = lineAt(Math.max(0, start));
        return new int[] {from, Math.max(from, lineAt(Math.max(0, end(node) - 1)))};
    }

    /** The place of a node, or the file's first character for one that the parser added. */
    Evidence.Place place(Node node) {
        int start = Math.max(0, start(node));
        int last = Math.max(start, end(node) - 1);
        int from = lineAt(start);
        int to = Math.max(from, lineAt(last));
        return new Evidence.Place(from, to, start - lines.start(from) + 1, last - lines.start(to) + 1);
    }
}
