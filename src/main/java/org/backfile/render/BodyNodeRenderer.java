package org.backfile.render;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.ThematicBreak;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * Writes the nodes of {@link BodyNode}, and those of commonmark's whose usual HTML is not what HTML checkers and screen
 * readers want: tables (no {@code align} attribute, no empty header cell, reachable by keyboard when too wide) and void
 * elements (no slash).
 */
final class BodyNodeRenderer implements NodeRenderer {
    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;
    private final Messages messages;

    BodyNodeRenderer(HtmlNodeRendererContext context, Messages messages) {
        this.context = context;
        this.html = context.getWriter();
        this.messages = messages;
    }

    /** What core elements get otherwise: blocks that may be wider than the page can be scrolled by keyboard. */
    static void attributes(Node node, String tag, Map<String, String> attributes) {
        if (tag.equals("pre")) {
            attributes.put("tabindex", "0");
        }
        if (tag.equals("a") && !attributes.getOrDefault("href", "").contains(":")) {
            // within the site: search engines are to follow
            attributes.remove("rel");
        }
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(
                BodyNode.Figure.class,
                BodyNode.InlinePicture.class,
                BodyNode.Caption.class,
                BodyNode.Lines.class,
                BodyNode.NoteMark.class,
                BodyNode.Notes.class,
                TableBlock.class,
                TableCell.class,
                HardLineBreak.class,
                ThematicBreak.class);
    }

    @Override
    public void render(Node node) {
        if (node instanceof BodyNode.Figure figure) {
            figure(figure);
        } else if (node instanceof BodyNode.InlinePicture picture) {
            picture(picture.shown, picture.title);
        } else if (node instanceof BodyNode.Caption caption) {
            element("p", Map.of("class", "caption"), caption.text);
        } else if (node instanceof BodyNode.Lines lines) {
            lines(lines);
        } else if (node instanceof BodyNode.NoteMark mark) {
            mark(mark);
        } else if (node instanceof BodyNode.Notes notes) {
            notes(notes);
        } else if (node instanceof TableBlock) {
            table(node);
        } else if (node instanceof TableCell cell) {
            cell(cell);
        } else {
            html.raw(node instanceof HardLineBreak ? "<br>\n" : "<hr>\n");
        }
    }

    private void figure(BodyNode.Figure figure) {
        html.line();
        html.tag("figure");
        picture(figure.shown, "");
        if (!figure.caption.isBlank()) {
            element("figcaption", Map.of(), figure.caption);
        }
        html.tag("/figure");
        html.line();
    }

    private void picture(BodyNode.Shown shown, String title) {
        if (shown.url() == null) {
            if (!shown.alternative().isBlank()) {
                String words = messages.text("story.picture-missing", shown.alternative());
                element("span", Map.of("class", "missing-picture"), words);
            }
            return;
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("src", shown.url());
        attributes.put("alt", shown.alternative());
        if (!title.isBlank()) {
            attributes.put("title", title);
        }
        if (shown.width() > 0 && shown.height() > 0) {
            attributes.put("width", Integer.toString(shown.width()));
            attributes.put("height", Integer.toString(shown.height()));
        }
        attributes.put("loading", "lazy");
        html.tag("img", attributes);
    }

    private void element(String name, Map<String, String> attributes, String text) {
        html.tag(name, attributes);
        html.text(text);
        html.tag("/" + name);
    }

    private void lines(BodyNode.Lines lines) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("class", lines.style);
        attributes.put("tabindex", "0");
        html.line();
        html.tag("pre", attributes);
        // HTML takes one line end away right after the tag
        html.raw("\n");
        html.text(lines.text);
        html.tag("/pre");
        html.line();
    }

    private void mark(BodyNode.NoteMark mark) {
        html.raw("<sup><a class=\"note-mark\" id=\"note-" + mark.number + "-call-" + mark.call + "\" href=\"#note-"
                + mark.number + "\">" + mark.number + "</a></sup>");
    }

    private void notes(Node notes) {
        html.line();
        html.raw("<ol class=\"notes\">");
        html.line();
        for (Node child = notes.getFirstChild(); child != null; child = child.getNext()) {
            BodyNode.Note note = (BodyNode.Note) child;
            html.raw("<li id=\"note-" + note.number + "\">");
            children(note);
            for (int call = 1; call <= note.calls; call++) {
                back(note.number, call, note.calls);
            }
            html.raw("</li>");
            html.line();
        }
        html.raw("</ol>");
        html.line();
    }

    private void back(int number, int call, int calls) {
        String backToText = messages.text("note.back");
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("class", "note-back");
        attributes.put("href", "#note-" + number + "-call-" + call);
        attributes.put("aria-label", calls == 1 ? backToText : backToText + " (" + call + ")");
        element("a", attributes, "↩");
    }

    private void table(Node table) {
        html.line();
        html.raw("<div class=\"table\" tabindex=\"0\">");
        html.tag("table");
        children(table);
        html.tag("/table");
        html.raw("</div>");
        html.line();
    }

    private void cell(TableCell cell) {
        boolean header = cell.isHeader() && cell.getFirstChild() != null;
        TableCell.Alignment alignment = cell.getAlignment();
        Map<String, String> attributes = new LinkedHashMap<>();
        if (header) {
            attributes.put("scope", "col");
        }
        if (alignment == TableCell.Alignment.RIGHT || alignment == TableCell.Alignment.CENTER) {
            attributes.put("class", alignment == TableCell.Alignment.RIGHT ? "right" : "center");
        }
        html.tag(header ? "th" : "td", attributes);
        children(cell);
        html.tag(header ? "/th" : "/td");
    }

    private void children(Node parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            context.render(child);
        }
    }
}
