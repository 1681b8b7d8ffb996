package org.backfile.render;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
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

/**
 * Makes an article's body into HTML. Plain text becomes a commonmark node tree and goes through the same renderer as
 * Markdown, so that both look alike and are equally safe: raw HTML is shown as text, links lead to {@code http},
 * {@code https} and {@code mailto} only, and pictures come from the site alone.
 *
 * <p>Headings start one level below the headline and skip no level, whatever the source has; an id begins with {@code note-} and stands
 * at a footnote only. A link to a place inside the text, or to a file beside it, is shown as its words; where a picture is
 * not in the site its alternative text stands, marked as such.
 *
 * <p>Immutable and safe for use by several threads. Cost: one pass over plain text; linear in the length of Markdown. Blocks and inlines nested deeper than 40 are shown as text; links stop being links once
 * their addresses have taken eight times the length of the text, so that a page cannot be blown up by references.
 */
final class BodyHtml {
    private static final int DEEPEST = 40;

    /** The level of the lowest headings that HTML has. */
    private static final int LOWEST = 6;

    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), AutolinkExtension.create(), FootnotesExtension.create());

    /** Reads Markdown as bodies have it. */
    static final Parser PARSER = parser().build();

    private final HtmlRenderer renderer;

    static Parser.Builder parser() {
        return Parser.builder()
                .extensions(EXTENSIONS)
                .maxOpenBlockParsers(DEEPEST)
                .maxInlineNesting(DEEPEST);
    }

    /** Renders with these words where a body needs some of the page's. */
    BodyHtml(Messages messages) {
        renderer = HtmlRenderer.builder()
                .escapeHtml(true)
                .sanitizeUrls(true)
                .nodeRendererFactory(context -> new BodyNodeRenderer(context, messages))
                .attributeProviderFactory(context -> BodyNodeRenderer::attributes)
                .extensions(EXTENSIONS)
                .build();
    }

    /**
     * The body as HTML for the page {@code page}.
     *
     * @param pictures those that are in the site, by their paths as the article has them
     * @param below the level of the headline that the body stands below
     */
    Html render(SitePath page, List<Paragraph> body, Map<String, SitePictures.Picture> pictures, int below) {
        return isProse(body) ? prose(body, below) : html(document(page, body, pictures, below));
    }

    /** Most bodies are: they are written as their nodes would be, without these. */
    private static boolean isProse(List<Paragraph> body) {
        for (Paragraph paragraph : body) {
            if (paragraph.kind() != Paragraph.Kind.TEXT && paragraph.kind() != Paragraph.Kind.SUBHEADING) {
                return false;
            }
        }
        return true;
    }

    private static Html prose(List<Paragraph> body, int below) {
        StringBuilder html = new StringBuilder(8192);
        String heading = "h" + Math.min(LOWEST, below + 1);
        for (Paragraph paragraph : body) {
            String element = paragraph.kind() == Paragraph.Kind.SUBHEADING ? heading : "p";
            html.append('<').append(element).append('>');
            escape(paragraph.text(), html);
            html.append("</").append(element).append(">\n");
        }
        return new Html(HtmlText.clean(html.toString()));
    }

    /** Escapes as commonmark does it, which leaves apostrophes. */
    private static void escape(String text, StringBuilder html) {
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= '>' && (c == '"' || c == '&' || c == '<' || c == '>')) {
                html.append(text, done, i)
                        .append(c == '"' ? "&quot;" : c == '&' ? "&amp;" : c == '<' ? "&lt;" : "&gt;");
                done = i + 1;
            }
        }
        html.append(text, done, text.length());
    }

    private static Node document(
            SitePath page, List<Paragraph> body, Map<String, SitePictures.Picture> pictures, int below) {
        Node document = new Document();
        int next = 0;
        while (next < body.size()) {
            Paragraph paragraph = body.get(next);
            if (paragraph.kind() == Paragraph.Kind.IMAGE) {
                next = figure(document, page, body, next, pictures);
                continue;
            }
            if (paragraph.kind() == Paragraph.Kind.MARKDOWN) {
                BodyNode.moveChildren(markdown(page, paragraph.text(), pictures, SiteUrl::outward), document);
            } else {
                append(document, paragraph);
            }
            next++;
        }
        if (below > 1) {
            lower(document, below - 1);
        }
        return document;
    }

    /** The owner's own text, whose links may lead to pages of the site; {@code page} stands at its root. */
    Html ownersText(SitePath page, String markdown, Map<String, SitePictures.Picture> pictures) {
        return html(markdown(page, markdown, pictures, SiteUrl::ofOwner));
    }

    private static void lower(Node parent, int levels) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof Heading heading) {
                heading.setLevel(Math.min(LOWEST, heading.getLevel() + levels));
            } else {
                lower(child, levels);
            }
        }
    }

    private Html html(Node document) {
        return new Html(HtmlText.clean(renderer.render(document)));
    }

    private static Node markdown(
            SitePath page,
            String source,
            Map<String, SitePictures.Picture> pictures,
            Function<String, Optional<String>> links) {
        Node parsed = PARSER.parse(HtmlText.clean(source));
        new MarkdownMending((path, words) -> BodyNode.Shown.of(page, pictures.get(path), words), links, source.length())
                .mend(parsed);
        return parsed;
    }

    /** Appends a picture with its captions, if there is something to show; returns what comes after them. */
    private static int figure(
            Node document, SitePath page, List<Paragraph> body, int at, Map<String, SitePictures.Picture> pictures) {
        Paragraph.Image image = body.get(at).image();
        StringJoiner caption = new StringJoiner(" ");
        int next = at + 1;
        while (next < body.size() && body.get(next).kind() == Paragraph.Kind.CAPTION) {
            caption.add(body.get(next++).text());
        }
        BodyNode.Shown shown = BodyNode.Shown.of(page, pictures.get(image.path()), image.alternative());
        if (shown.isSomething() || caption.length() > 0) {
            document.appendChild(new BodyNode.Figure(shown, caption.toString()));
        }
        return next;
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
