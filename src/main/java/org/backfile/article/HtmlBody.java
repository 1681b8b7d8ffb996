package org.backfile.article;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * Collects the paragraphs of an article's element, and what its lines are. Left out are elements that are no text
 * (scripts, forms), those that are the page's ({@code nav}, {@code aside}, {@code footer}, or by the words of their
 * class), and short blocks that are mostly links.
 */
final class HtmlBody implements NodeFilter {
    private static final Set<String> SKIPPED = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "nav",
            "aside",
            "footer",
            "form",
            "button",
            "iframe",
            "svg",
            "select",
            "textarea",
            "dialog",
            "object",
            "video",
            "audio",
            "canvas",
            "head");

    private static final Map<String, Paragraph.Kind> BLOCKS = Map.ofEntries(
            Map.entry("p", Paragraph.Kind.TEXT),
            Map.entry("h1", Paragraph.Kind.SUBHEADING),
            Map.entry("h2", Paragraph.Kind.SUBHEADING),
            Map.entry("h3", Paragraph.Kind.SUBHEADING),
            Map.entry("h4", Paragraph.Kind.SUBHEADING),
            Map.entry("h5", Paragraph.Kind.SUBHEADING),
            Map.entry("h6", Paragraph.Kind.SUBHEADING),
            Map.entry("li", Paragraph.Kind.LIST_ITEM),
            Map.entry("blockquote", Paragraph.Kind.QUOTE),
            Map.entry("pre", Paragraph.Kind.PREFORMATTED),
            Map.entry("figcaption", Paragraph.Kind.CAPTION),
            Map.entry("tr", Paragraph.Kind.PREFORMATTED));

    /** Words of class names and ids that say that an element is the page's. */
    private static final Set<String> PAGE_WORDS = Set.of(
            "share",
            "sharing",
            "social",
            "related",
            "newsletter",
            "promo",
            "advert",
            "advertisement",
            "ad",
            "ads",
            "comments",
            "cookie",
            "breadcrumb",
            "breadcrumbs",
            "menu",
            "sidebar",
            "recommended",
            "recommendations",
            "subscribe",
            "signup",
            "footer",
            "navigation",
            "nav",
            "toolbar",
            "popular",
            "trending",
            "pagination",
            "skip");

    private static final int SHORT = 120;
    private static final int DATE_LENGTH = 60;

    /** What a run of lines is. */
    record Mark(int fromLine, int toLine, LineRole role) {}

    private final Element root;
    private final HtmlPlaces places;
    private final Optional<String> headline;
    private final DateOrder order;
    private final int rootLength;
    private final @Nullable ArticleDate known;
    private final List<Paragraph> paragraphs = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final List<Paragraph.Kind> kinds = new ArrayList<>();
    /** For each figure asked about, whether it has a caption: one look is enough for all of its pictures. */
    private final IdentityHashMap<Element, Boolean> captioned = new IdentityHashMap<>();

    private int preDepth;
    private int linkDepth;
    private int linkLength;
    private int from = -1;
    private int to = -1;
    private boolean afterBreak;
    private boolean byline;

    /** @param stated what the page's head says of the article */
    HtmlBody(Element root, HtmlPlaces places, Fields stated, DateOrder order) {
        this.root = root;
        this.places = places;
        this.headline = Optional.ofNullable(Fields.value(stated.headline()));
        this.known = Fields.value(stated.date());
        this.order = order;
        this.rootLength = root.wholeText().length();
        root.filter(this);
        flush();
    }

    List<Paragraph> paragraphs() {
        return paragraphs;
    }

    /** What is in the lines beside the paragraphs. */
    List<Mark> marks() {
        return marks;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            append(words);
            return FilterResult.CONTINUE;
        }
        if (!(node instanceof Element element) || element.equals(root)) {
            return FilterResult.CONTINUE;
        }
        String tag = element.normalName();
        if (SKIPPED.contains(tag) || isHidden(element) || isPages(element)) {
            flush();
            markSkipped(element);
            return FilterResult.SKIP_ENTIRELY;
        }
        open(element, tag);
        return FilterResult.CONTINUE;
    }

    private void open(Element element, String tag) {
        Paragraph.Kind kind = BLOCKS.get(tag);
        if (kind != null) {
            flush();
            kinds.add(kind);
            preDepth += tag.equals("pre") ? 1 : 0;
        } else if (tag.equals("br")) {
            lineBreak();
        } else if (tag.equals("img")) {
            image(element);
        } else if (tag.equals("a")) {
            linkDepth++;
        } else if (tag.equals("td") || tag.equals("th")) {
            text.append(text.length() == 0 ? "" : " | ");
        } else if (element.isBlock() || tag.equals("hr")) {
            flush();
        }
        byline |= isByline(element);
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element && !element.equals(root)) {
            String tag = element.normalName();
            if (tag.equals("a")) {
                linkDepth--;
            } else if (BLOCKS.containsKey(tag)) {
                flush();
                kinds.remove(kinds.size() - 1);
                preDepth -= tag.equals("pre") ? 1 : 0;
            } else if (element.isBlock() && !tag.equals("td") && !tag.equals("th")) {
                flush();
            }
        }
        return FilterResult.CONTINUE;
    }

    /** One break is a space, two are a new paragraph, as pages of the nineties have it. */
    private void lineBreak() {
        if (kind() == Paragraph.Kind.PREFORMATTED) {
            text.append('\n');
        } else if (afterBreak) {
            flush();
        } else {
            text.append(' ');
            afterBreak = true;
        }
    }

    private void append(TextNode node) {
        String words = node.getWholeText();
        if (preDepth == 0) {
            words = node.text();
            if (words.isBlank()) {
                text.append(text.length() > 0 ? " " : "");
                return;
            }
        }
        afterBreak = false;
        text.append(words);
        linkLength += linkDepth > 0 ? words.length() : 0;
        int start = HtmlPlaces.start(node);
        if (start >= 0 && !words.isBlank()) {
            String raw = node.getWholeText();
            int lead = raw.length() - raw.stripLeading().length();
            int trail = raw.length() - raw.stripTrailing().length();
            from = from < 0 ? places.lineAt(start + lead) : from;
            to = Math.max(from, places.lineAt(Math.max(start + lead, HtmlPlaces.end(node) - trail - 1)));
        }
    }

    private Paragraph.Kind kind() {
        Paragraph.Kind kind = kinds.isEmpty() ? Paragraph.Kind.TEXT : kinds.get(kinds.size() - 1);
        if (kind != Paragraph.Kind.TEXT) {
            return kind;
        }
        return kinds.contains(Paragraph.Kind.CAPTION)
                ? Paragraph.Kind.CAPTION
                : kinds.contains(Paragraph.Kind.QUOTE) ? Paragraph.Kind.QUOTE : kind;
    }

    private void flush() {
        Paragraph.Kind kind = kind();
        String shown = kind == Paragraph.Kind.PREFORMATTED ? withoutBlankEnds() : joined(text);
        if (!shown.isBlank() && from > 0) {
            add(kind, shown);
        }
        text.setLength(0);
        linkLength = 0;
        from = -1;
        to = -1;
        afterBreak = false;
        byline = false;
    }

    private void add(Paragraph.Kind kind, String shown) {
        if (headline.isPresent() && shown.equals(headline.get())) {
            marks.add(new Mark(from, to, LineRole.HEADLINE));
        } else if (shown.length() < DATE_LENGTH
                && known != null
                && known.equals(WrittenDate.of(shown, order).date())) {
            marks.add(new Mark(from, to, LineRole.DATE));
        } else if (byline && shown.length() < SHORT) {
            marks.add(new Mark(from, to, LineRole.BYLINE));
        } else if (linkLength * 10 > shown.length() * 6
                && (shown.length() < SHORT || kind == Paragraph.Kind.LIST_ITEM)) {
            marks.add(new Mark(from, to, LineRole.BOILERPLATE));
        } else {
            paragraphs.add(new Paragraph(kind, shown, from, to));
        }
    }

    /** What lines of a paragraph of that kind are. */
    static LineRole role(Paragraph.Kind kind) {
        return switch (kind) {
            case SUBHEADING -> LineRole.SUBHEADING;
            case CAPTION, IMAGE -> LineRole.CAPTION;
            case TEXT, LIST_ITEM, QUOTE, PREFORMATTED, VERSE, MARKDOWN -> LineRole.BODY;
        };
    }

    private static String joined(CharSequence text) {
        StringBuilder joined = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\u00a0') {
                space = joined.length() > 0;
            } else {
                joined.append(space ? " " : "").append(c);
                space = false;
            }
        }
        return joined.toString();
    }

    private String withoutBlankEnds() {
        String shown = text.toString().stripTrailing();
        int start = 0;
        while (start < shown.length() && shown.charAt(start) == '\n') {
            start++;
        }
        return shown.substring(start);
    }

    private void image(Element element) {
        String source = element.attr("src");
        int[] lines = places.linesOf(element);
        if (source.isBlank() || source.startsWith("data:") || source.length() > 1000) {
            return;
        }
        flush();
        String alternative = joined(element.attr("alt"));
        paragraphs.add(Paragraph.of(new Paragraph.Image(joined(source), alternative), lines[0], lines[1]));
        String title = joined(element.attr("title"));
        if (!title.isEmpty() && !title.equals(alternative) && !isCaptioned(element)) {
            paragraphs.add(new Paragraph(Paragraph.Kind.CAPTION, title, lines[0], lines[1]));
        }
    }

    private boolean isCaptioned(Element image) {
        Element figure = image.closest("figure");
        return figure != null && captioned.computeIfAbsent(figure, f -> f.selectFirst("figcaption") != null);
    }

    private void markSkipped(Element element) {
        boolean isCode =
                element.normalName().equals("script") || element.normalName().equals("style");
        if (!isCode && element.hasText() && HtmlPlaces.start(element) >= 0) {
            int[] lines = places.linesOf(element);
            marks.add(new Mark(lines[0], lines[1], LineRole.BOILERPLATE));
        }
    }

    private static boolean isHidden(Element element) {
        return element.hasAttr("hidden")
                || element.attr("aria-hidden").equals("true")
                || element.attr("style").replace(" ", "").contains("display:none");
    }

    /** True by a word of its class or id, unless most of the text is in it. */
    private boolean isPages(Element element) {
        String names = element.className() + " " + element.id();
        if (names.isBlank() || names.length() > 400) {
            return false;
        }
        for (String word : names.toLowerCase(Locale.ROOT).split("[^a-z]+", -1)) {
            if (PAGE_WORDS.contains(word)) {
                int end = HtmlPlaces.end(element);
                int start = HtmlPlaces.start(element);
                return start >= 0 && (end - start) < rootSourceLength() / 2;
            }
        }
        return false;
    }

    private int rootSourceLength() {
        int length = HtmlPlaces.end(root) - HtmlPlaces.start(root);
        return length > 0 ? length : rootLength * 2;
    }

    private static boolean isByline(Element element) {
        String names = element.className().toLowerCase(Locale.ROOT);
        return element.attr("rel").equals("author")
                || element.attr("itemprop").equals("author")
                || names.contains("byline")
                || names.equals("author");
    }
}
