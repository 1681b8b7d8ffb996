package org.backfile.render;

import java.util.ArrayList;
import java.util.List;
import org.backfile.article.Paragraph;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/**
 * The words that a reader sees of a body, without HTML: of Markdown not its marks nor where links lead, of pictures only
 * what stands below them. Linear; stateless.
 */
public final class BodyText {
    private BodyText() {}

    /** The paragraphs of a body in the order of the page, none of them blank; lines end where the page's do. */
    public static List<String> of(List<Paragraph> body) {
        List<String> texts = new ArrayList<>(body.size());
        for (Paragraph paragraph : body) {
            switch (paragraph.kind()) {
                case IMAGE -> {}
                case MARKDOWN -> addMarkdown(paragraph.text(), texts);
                case TEXT, SUBHEADING, LIST_ITEM, QUOTE, PREFORMATTED, VERSE, CAPTION -> add(paragraph.text(), texts);
            }
        }
        return texts;
    }

    private static void add(String text, List<String> texts) {
        if (!text.isBlank()) {
            texts.add(text);
        }
    }

    private static void addMarkdown(String source, List<String> texts) {
        Node parsed = BodyHtml.PARSER.parse(HtmlText.clean(source));
        new MarkdownMending((path, words) -> new BodyNode.Shown(null, 0, 0, words), SiteUrl::outward, source.length())
                .mend(parsed);
        addBlocks(parsed, texts);
    }

    private static void addBlocks(Node parent, List<String> texts) {
        for (Node block = parent.getFirstChild(); block != null; block = block.getNext()) {
            if (block instanceof org.commonmark.node.Paragraph
                    || block instanceof Heading
                    || block instanceof TableRow) {
                add(words(block, false), texts);
            } else if (block instanceof FencedCodeBlock code) {
                add(code.getLiteral().stripTrailing(), texts);
            } else if (block instanceof IndentedCodeBlock code) {
                add(code.getLiteral().stripTrailing(), texts);
            } else if (block instanceof HtmlBlock html) {
                add(html.getLiteral(), texts);
            } else if (block instanceof BodyNode.Figure figure) {
                add(figure.caption, texts);
            } else {
                addBlocks(block, texts);
            }
        }
    }

    /**
     * The words of a line of text and all that stands in it.
     *
     * @param ofPictures whether pictures' alternative texts are among them
     */
    static String words(Node node, boolean ofPictures) {
        StringBuilder words = new StringBuilder();
        addWords(node, ofPictures, words);
        return words.toString();
    }

    private static void addWords(Node node, boolean ofPictures, StringBuilder words) {
        if (node instanceof Text text) {
            words.append(text.getLiteral());
        } else if (node instanceof Code code) {
            words.append(code.getLiteral());
        } else if (node instanceof HtmlInline inline) {
            words.append(inline.getLiteral());
        } else if (node instanceof BodyNode.InlinePicture picture) {
            words.append(ofPictures ? picture.shown.alternative() : "");
        } else if (node instanceof SoftLineBreak) {
            words.append(' ');
        } else if (node instanceof HardLineBreak) {
            words.append('\n');
        } else if (node instanceof TableCell && node.getPrevious() != null) {
            words.append(' ');
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            addWords(child, ofPictures, words);
        }
    }
}
