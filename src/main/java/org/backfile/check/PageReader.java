package org.backfile.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.backfile.check.PageReading.Reference;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range;
import org.jsoup.parser.ParseError;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads one page: its anchors, its references with their places, and what is wrong with its markup. One instance a page.
 *
 * <p>jsoup repairs like a browser and tells the errors of the HTML standard that it met. It is silent about elements
 * left open, so these are told by their closing tag being implied although the standard asks for one.
 */
final class PageReader {
    /** More errors than these on one page are the first one's echo. */
    private static final int ERRORS = 3;

    /** Elements whose end tag may be left out or that have none. */
    private static final Set<String> CLOSED_BY_THEMSELVES = Set.of(
            "html",
            "head",
            "body",
            "li",
            "dt",
            "dd",
            "p",
            "rt",
            "rp",
            "optgroup",
            "option",
            "colgroup",
            "caption",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "td",
            "th",
            "area",
            "base",
            "br",
            "col",
            "embed",
            "hr",
            "img",
            "input",
            "link",
            "meta",
            "source",
            "track",
            "wbr",
            "param",
            "#root");

    /** What a {@code <link>} of these kinds names, a browser fetches or connects to. */
    private static final Set<String> LOADING_RELATIONS = Set.of(
            "stylesheet",
            "icon",
            "apple-touch-icon",
            "preload",
            "prefetch",
            "modulepreload",
            "manifest",
            "preconnect",
            "dns-prefetch",
            "prerender",
            "mask-icon");

    private static final Set<String> FOLLOWED_ATTRIBUTES = Set.of("href", "action", "formaction", "cite", "ping");
    private static final Set<String> LOADED_ATTRIBUTES =
            Set.of("src", "poster", "data", "background", "xlink:href", "srcset", "imagesrcset");

    private final String path;
    private final List<Reference> references = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private @Nullable String forwards;
    private @Nullable String canonical;
    private boolean former;

    private PageReader(String path) {
        this.path = path;
    }

    /** Reads the page {@code html} that stands at {@code path}. Thread-safe. */
    static PageReading read(String path, String html) {
        Parser parser = Parser.htmlParser().setTrackErrors(ERRORS).setTrackPosition(true);
        return new PageReader(path).read(parser.parseInput(html, ""), parser);
    }

    private PageReading read(Document document, Parser parser) {
        for (ParseError error : parser.getErrors()) {
            String[] place = error.getCursorPos().split(":", 2);
            finding(FindingKind.MARKUP, number(place[0]), number(place[1]), error.getErrorMessage());
        }
        frame(document);
        former(document);
        for (Element element : document.getAllElements()) {
            element(element);
        }
        return new PageReading(
                Anchors.of(ids), List.copyOf(references), List.copyOf(findings), forwards, former, canonical);
    }

    private void frame(Document document) {
        if (document.documentType() == null) {
            finding(FindingKind.MARKUP, 1, 1, "the page does not begin with <!DOCTYPE html>");
        }
        if (document.title().isBlank()) {
            finding(FindingKind.MARKUP, 1, 1, "the page has no title");
        }
    }

    /** The page of an address whose article is elsewhere or gone; the one link of its text is where it leads. */
    private void former(Document document) {
        former = document.body().hasClass("gone");
        Element link = former ? document.selectFirst("main a[href]") : null;
        if (link != null) {
            forwards = link.attr("href");
        }
    }

    private void element(Element element) {
        String name = element.normalName();
        boolean html = element.tag().namespace().equals(Parser.NamespaceHtml); // a <rect/> of SVG closes itself
        if (html && !CLOSED_BY_THEMSELVES.contains(name) && isLeftOpen(element)) {
            finding(FindingKind.MARKUP, element, "the element <" + name + "> is not closed");
        }
        for (Attribute attribute : element.attributes()) {
            attribute(element, name, attribute.getKey().toLowerCase(Locale.ROOT), attribute.getValue());
        }
        switch (name) {
            case "script" -> script(element);
            case "style" -> style(element);
            case "meta" -> meta(element);
            case "base" -> finding(FindingKind.MARKUP, element, "a <base> bends every link of the page");
            default -> {}
        }
    }

    private static boolean isLeftOpen(Element element) {
        Range end = element.endSourceRange();
        boolean selfClosed = element.sourceRange().equals(end);
        return element.sourceRange().isTracked() && !selfClosed && (!end.isTracked() || end.isImplicit());
    }

    private void attribute(Element element, String tag, String key, String value) {
        if (key.equals("id") || (key.equals("name") && tag.equals("a"))) {
            if (!ids.add(value) && key.equals("id")) {
                finding(FindingKind.MARKUP, element, "the id “" + value + "” stands twice in the page");
            }
        } else if (key.equals("style")) {
            references(element, StyleReferences.of(value));
            inlineCode(element, "a style attribute");
        } else if (key.startsWith("on") && key.length() > 2) {
            inlineCode(element, "the inline script " + key);
        } else if (key.equals("srcset") || key.equals("imagesrcset")) {
            for (String candidate : value.split(",", -1)) {
                String url = candidate.strip();
                int space = url.indexOf(' ');
                reference(element, space < 0 ? url : url.substring(0, space), true);
            }
        } else if (LOADED_ATTRIBUTES.contains(key)) {
            reference(element, value, true);
        } else if (FOLLOWED_ATTRIBUTES.contains(key)) {
            reference(element, value, isLoaded(element, tag, key));
        }
    }

    private boolean isLoaded(Element element, String tag, String key) {
        if (!tag.equals("link")) {
            return !tag.equals("a") && !tag.equals("area") && !key.equals("cite");
        }
        List<String> relations =
                List.of(element.attr("rel").toLowerCase(Locale.ROOT).split(" ", -1));
        if (relations.contains("canonical")) {
            canonical = element.attr("href");
        }
        return relations.stream().anyMatch(LOADING_RELATIONS::contains);
    }

    private void script(Element script) {
        String type = script.attr("type").toLowerCase(Locale.ROOT);
        boolean runs = type.isEmpty() || type.contains("javascript") || type.equals("module");
        if (runs && !script.hasAttr("src") && !script.data().isBlank()) {
            inlineCode(script, "an inline script");
        }
    }

    private void style(Element style) {
        references(style, StyleReferences.of(style.data()));
        inlineCode(style, "an inline style");
    }

    private void meta(Element meta) {
        if (meta.attr("http-equiv").equalsIgnoreCase("refresh")) {
            String content = meta.attr("content");
            int url = content.toLowerCase(Locale.ROOT).indexOf("url=");
            if (url >= 0) {
                forwards = content.substring(url + 4).strip();
                reference(meta, forwards, false);
            }
        }
    }

    /** The page for what was not found carries its own style, since it is shown at any depth. */
    private void inlineCode(Element element, String what) {
        if (!path.equals("404.html")) {
            finding(FindingKind.INLINE_CODE, element, what + " stands in the page");
        }
    }

    private void references(Element element, List<String> urls) {
        urls.forEach(url -> reference(element, url, true));
    }

    private void reference(Element element, String url, boolean loaded) {
        Range.Position at = element.sourceRange().start();
        references.add(new Reference(url, loaded, at.lineNumber(), at.columnNumber()));
    }

    private void finding(FindingKind kind, Element element, String message) {
        Range.Position at = element.sourceRange().start();
        finding(kind, at.lineNumber(), at.columnNumber(), message);
    }

    private void finding(FindingKind kind, int line, int column, String message) {
        findings.add(new Finding(kind, path, Math.max(1, line), Math.max(1, column), message));
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
