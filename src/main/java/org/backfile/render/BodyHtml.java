package org.backfile.render;

import java.util.List;
import java.util.function.Function;
import org.backfile.article.Paragraph;
import org.backfile.page.SitePath;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;

/**
 * Makes an article's body into HTML. Plain text becomes a commonmark node tree and goes through the same renderer as
 * Markdown, so that both look alike and are equally safe: raw HTML is shown as text, links lead to {@code http},
 * {@code https} and {@code mailto} only, and pictures come from the site alone.
 *
 * <p>Headings start at level 2 and skip no level, whatever the source has; an id begins with {@code note-} and stands
 * at a footnote only. A link to a place inside the text, or to a file beside it, is shown as its words.
 *
 * <p>Immutable and safe for use by several threads. Cost: one pass over plain text; linear in the length of Markdown. Blocks and inlines nested deeper than 40 are shown as text; links stop being links once
 * their addresses have taken eight times the length of the text, so that a page cannot be blown up by references.
 */
public final class BodyHtml {
    private static final int DEEPEST = 40;
    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), AutolinkExtension.create(), FootnotesExtension.create());

    private final Parser parser = Parser.builder()
            .extensions(EXTENSIONS)
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();
    private final HtmlRenderer renderer;

    /**
     * A picture that stands in the site.
     *
     * @param width in pixels; 0 where it is unknown
     * @param height in pixels; 0 where it is unknown
     */
    public record Picture(SitePath path, int width, int height) {}

    /** Renders with {@code backToText} as the name that a screen reader gives to the arrow after a footnote. */
    public BodyHtml(String backToText) {
        renderer = HtmlRenderer.builder()
                .escapeHtml(true)
                .sanitizeUrls(true)
                .nodeRendererFactory(context -> new BodyNodeRenderer(context, backToText))
                .attributeProviderFactory(context -> BodyNodeRenderer::attributes)
                .extensions(EXTENSIONS)
                .build();
    }

    /**
     * The body as HTML for the page {@code page}.
     *
     * @param pictures gives the picture for a path as the article has it, or null where there is none; its alternative
     *     text stands in its place then
     */
    public Html render(SitePath page, List<Paragraph> body, Function<String, @Nullable Picture> pictures) {
        Node document = new Document();
        for (int i = 0; i < body.size(); i++) {
            Paragraph paragraph = body.get(i);
            if (paragraph.kind() == Paragraph.Kind.IMAGE) {
                boolean captioned = i + 1 < body.size() && body.get(i + 1).kind() == Paragraph.Kind.CAPTION;
                i += captioned ? 1 : 0;
                figure(
                        document,
                        page,
                        pictures.apply(paragraph.text()),
                        captioned ? body.get(i).text() : "");
            } else if (paragraph.kind() == Paragraph.Kind.MARKDOWN) {
                markdown(document, page, paragraph.text(), pictures);
            } else {
                append(document, paragraph);
            }
        }
        return new Html(HtmlText.clean(renderer.render(document)));
    }

    /** The owner's own text, whose links may lead to pages of the site; {@code page} stands at its root. */
    Html ownersText(SitePath page, String markdown) {
        Node parsed = parser.parse(HtmlText.clean(markdown));
        new MarkdownMending(page, path -> null, SiteUrl::ofOwner, markdown.length()).mend(parsed);
        return new Html(HtmlText.clean(renderer.render(parsed)));
    }

    private void markdown(Node document, SitePath page, String source, Function<String, @Nullable Picture> pictures) {
        Node parsed = parser.parse(HtmlText.clean(source));
        new MarkdownMending(page, pictures, SiteUrl::outward, source.length()).mend(parsed);
        for (Node block = parsed.getFirstChild(); block != null; ) {
            Node next = block.getNext();
            document.appendChild(block);
            block = next;
        }
    }

    private static void figure(Node document, SitePath page, @Nullable Picture picture, String caption) {
        if (picture != null) {
            document.appendChild(new BodyNode.Figure(BodyNode.Shown.of(page, picture, caption)));
        } else if (!caption.isBlank()) {
            document.appendChild(new BodyNode.Caption(caption));
        }
    }

    private static void append(Node document, Paragraph paragraph) {
        String text = paragraph.text();
        switch (paragraph.kind()) {
            case TEXT -> document.appendChild(block(new org.commonmark.node.Paragraph(), new Text(text)));
            case SUBHEADING -> document.appendChild(heading(text));
            case LIST_ITEM -> listItem(document, text);
            case QUOTE -> quote(document, text);
            case PREFORMATTED -> document.appendChild(new BodyNode.Lines(text, "table-text"));
            case VERSE -> document.appendChild(new BodyNode.Lines(text, "verse"));
            case CAPTION -> document.appendChild(new BodyNode.Caption(text));
            case IMAGE, MARKDOWN -> throw new IllegalArgumentException("not a plain paragraph: " + paragraph.kind());
        }
    }

    private static Node block(Node block, Node content) {
        block.appendChild(content);
        return block;
    }

    private static Node heading(String text) {
        Heading heading = new Heading();
        heading.setLevel(2);
        return block(heading, new Text(text));
    }

    private static void listItem(Node document, String text) {
        Node list = document.getLastChild();
        if (!(list instanceof BulletList)) {
            BulletList started = new BulletList();
            started.setTight(true);
            document.appendChild(started);
            list = started;
        }
        list.appendChild(block(new ListItem(), block(new org.commonmark.node.Paragraph(), new Text(text))));
    }

    private static void quote(Node document, String text) {
        Node quote = document.getLastChild();
        if (!(quote instanceof BlockQuote)) {
            quote = new BlockQuote();
            document.appendChild(quote);
        }
        quote.appendChild(block(new org.commonmark.node.Paragraph(), new Text(text)));
    }
}
