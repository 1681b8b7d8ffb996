package org.backfile.render;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * A link or a picture that stands in Markdown, told by the parser that renders it.
 *
 * @param picture whether it is a picture
 * @param target where it leads, as written
 * @param line on which it begins, from 1
 */
public record Reference(boolean picture, String target, int line) {
    private static final Parser PARSER = BodyHtml.parser()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    /** All links and pictures of a text, in its order. One pass. */
    public static List<Reference> in(String markdown) {
        List<Reference> found = new ArrayList<>();
        PARSER.parse(markdown).accept(new AbstractVisitor() {
            private int line = 1;

            @Override
            protected void visitChildren(Node parent) {
                if (!parent.getSourceSpans().isEmpty()) {
                    line = parent.getSourceSpans().get(0).getLineIndex() + 1;
                }
                super.visitChildren(parent);
            }

            @Override
            public void visit(Image image) {
                add(true, image, image.getDestination());
            }

            @Override
            public void visit(Link link) {
                add(false, link, link.getDestination());
                visitChildren(link);
            }

            private void add(boolean picture, Node node, String target) {
                boolean placed = !node.getSourceSpans().isEmpty();
                found.add(new Reference(
                        picture, target, placed ? node.getSourceSpans().get(0).getLineIndex() + 1 : line));
            }
        });
        return found;
    }
}
