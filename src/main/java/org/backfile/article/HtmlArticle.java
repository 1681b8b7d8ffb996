package org.backfile.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.backfile.source.Lines;
import org.backfile.source.Problem;
import org.backfile.source.ProblemKind;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * An article read from an HTML page: its metadata, the paragraphs of its body, and what each line of the file is. A line
 * has the role of the weightiest text that stands in it; one with tags only is markup. Time and memory are in proportion
 * to the page; the parser bounds how deep tags may nest.
 */
final class HtmlArticle {
    /** What comes after so many characters is left out: no article is so long, and a tree takes much memory. */
    private static final int LONGEST = 16 << 20;

    private static final int DEEPEST = 256;

    private static final Pattern TAG = Pattern.compile(
            "</(?:p|div|span|a|b|i|u|em|strong|h[1-6]|ul|ol|li|blockquote|figure|table)>|<br\\s*/?>|<p>",
            Pattern.CASE_INSENSITIVE);
    /** Words between a tag and its end tag. */
    private static final Pattern PAIR =
            Pattern.compile("<(em|i|b|u|strong|span|a|p)(?:\\s[^<>]*)?>[^<>]*</\\1>", Pattern.CASE_INSENSITIVE);

    private static final Pattern PARTING_TAG = Pattern.compile("<(?:p|div)[\\s/>]", Pattern.CASE_INSENSITIVE);
    private static final Pattern BLANK_LINES = Pattern.compile("\\n[ \\t\\r]*\\n");

    /** Roles from the lightest to the weightiest. */
    private static final List<LineRole> WEIGHT = List.of(
            LineRole.BLANK,
            LineRole.MARKUP,
            LineRole.BOILERPLATE,
            LineRole.MASTHEAD,
            LineRole.SECTION,
            LineRole.KICKER,
            LineRole.DATE,
            LineRole.BYLINE,
            LineRole.CAPTION,
            LineRole.SUBHEADING,
            LineRole.HEADLINE,
            LineRole.BODY,
            LineRole.FRONT_MATTER);

    private final Fields fields;
    private final List<Paragraph> body;
    private final List<HtmlBody.Mark> marks;
    private final Lines lines;
    private final List<Problem> problems;
    private final TextLines text;

    private HtmlArticle(
            Fields fields, List<Paragraph> body, List<HtmlBody.Mark> marks, Lines lines, List<Problem> problems) {
        this.fields = fields;
        this.body = List.copyOf(body);
        this.marks = List.copyOf(marks);
        this.lines = lines;
        this.problems = List.copyOf(problems);
        StringBuilder shown = new StringBuilder();
        body.forEach(
                paragraph -> shown.append(paragraph.text().replace('\n', ' ').replace('\r', ' '))
                        .append('\n'));
        this.text = new TextLines(new Lines(shown.toString()), 1, body.size());
    }

    /** The fields that the page states; the rest of them is for inference from the body. */
    Fields fields() {
        return fields;
    }

    List<Paragraph> body() {
        return body;
    }

    /** The paragraphs of the body, each as one line. */
    TextLines text() {
        return text;
    }

    /** Where in the file a place of {@link #text} is. */
    Evidence.Place placeOf(Evidence.Place inText) {
        int last = body.get(inText.toLine() - 1).toLine();
        return new Evidence.Place(body.get(inText.fromLine() - 1).fromLine(), last, 1, 1);
    }

    /** The paragraphs of the body that are the article's, as {@code found} says of each. */
    List<Paragraph> kept(PlainText found) {
        List<Paragraph> kept = new ArrayList<>();
        for (int i = 0; i < body.size(); i++) {
            if (isKept(found.role(i))) {
                kept.add(body.get(i));
            }
        }
        return kept;
    }

    private static boolean isKept(LineRole role) {
        return role == LineRole.BODY || role == LineRole.BLANK;
    }

    /** What each line of the file is, where the paragraphs are what {@code found} says of each. */
    LineRole[] roles(PlainText found) {
        LineRole[] roles = new LineRole[lines.count()];
        for (int i = 0; i < roles.length; i++) {
            roles[i] =
                    lines.start(i + 1) == lines.end(i + 1) || lines.get(i + 1).isBlank()
                            ? LineRole.BLANK
                            : LineRole.MARKUP;
        }
        marks.forEach(mark -> mark(roles, mark.fromLine(), mark.toLine(), mark.role()));
        for (int i = 0; i < body.size(); i++) {
            Paragraph one = body.get(i);
            mark(
                    roles,
                    one.fromLine(),
                    one.toLine(),
                    isKept(found.role(i)) ? HtmlBody.role(one.kind()) : found.role(i));
        }
        return roles;
    }

    List<Problem> problems() {
        return problems;
    }

    /** Reads a whole file; front matter above the page, as site generators have it, goes before what the page says. */
    static HtmlArticle read(Lines lines, String path, DateOrder order) {
        Optional<WrittenHead> front = FrontMatter.read(lines, 1, lines.count(), path, order);
        String text = front.map(found -> below(found, lines)).orElse(lines.text());
        boolean isCut = text.length() > LONGEST;
        Parser parser = Parser.htmlParser().setTrackPosition(true).setMaxDepth(DEEPEST);
        Document page = parser.parseInput(isCut ? text.substring(0, LONGEST) : text, "");
        HtmlPlaces places = new HtmlPlaces(lines);
        HtmlHead head = new HtmlHead(page, places, path, order);
        Fields fields = front.map(found -> PathAndSettings.merge(found.fields(), head.fields()))
                .orElse(head.fields());
        Element root = HtmlRoot.of(page);
        HtmlBody body = new HtmlBody(root, places, fields, order);
        List<HtmlBody.Mark> marks = new ArrayList<>(body.marks());
        String headline = Fields.value(fields.headline());
        head.headlineElement()
                .filter(element -> front.isEmpty() || element.text().equals(headline))
                .map(places::linesOf)
                .ifPresent(at -> marks.add(new HtmlBody.Mark(at[0], at[1], LineRole.HEADLINE)));
        List<Problem> problems = new ArrayList<>(head.problems());
        front.ifPresent(found -> {
            marks.add(new HtmlBody.Mark(1, found.lastLine(), LineRole.FRONT_MATTER));
            problems.addAll(found.problems());
        });
        if (isCut) {
            problems.add(Problem.ofFile(
                    path, ProblemKind.UNREADABLE_FILE, "a page of more than 16 million letters is read in part"));
        }
        return new HtmlArticle(fields, body.paragraphs(), marks, lines, problems);
    }

    /** The text with nothing but space where the front matter is, so that all else stays at its place. */
    private static String below(WrittenHead front, Lines lines) {
        String text = lines.text();
        int end = lines.end(front.lastLine());
        StringBuilder below = new StringBuilder(text.length());
        for (int at = 0; at < end; at++) {
            char c = text.charAt(at);
            below.append(c == '\n' || c == '\r' ? c : ' ');
        }
        return below.append(text, end, text.length()).toString();
    }

    /**
     * True for a text that has two end tags or line breaks of HTML in it, or starts with a tag and has one; false for one
     * longer than a page may be, which is read as it stands.
     */
    static boolean isFragment(String text) {
        if (text.indexOf('<') < 0 || text.length() > LONGEST) {
            return false;
        }
        Matcher tag = TAG.matcher(text);
        return tag.find() && (text.stripLeading().startsWith("<") || tag.find());
    }

    /** A short value of an export without its tags, with the characters that its entities stand for. */
    static String plain(String value) {
        if (value.indexOf('<') >= 0 && PAIR.matcher(value).find()) {
            return Jsoup.parseBodyFragment(value).text();
        }
        return value.indexOf('&') >= 0 && value.indexOf(';') > 0 ? Parser.unescapeEntities(value, true) : value;
    }

    /**
     * Reads a body that is HTML. Where no element parts its paragraphs, blank lines do, as editing systems have it.
     *
     * @param stated what is known of the article from elsewhere
     */
    static HtmlArticle readFragment(String text, Fields stated) {
        boolean parted = PARTING_TAG.matcher(text).find();
        Lines lines = new Lines(parted ? text : BLANK_LINES.matcher(text).replaceAll("\n\n<p>"));
        Parser parser = Parser.htmlParser().setTrackPosition(true).setMaxDepth(DEEPEST);
        Element root = parser.parseInput(lines.text(), "").body();
        HtmlBody body = new HtmlBody(root, new HtmlPlaces(lines), stated, DateOrder.UNKNOWN);
        return new HtmlArticle(stated, body.paragraphs(), body.marks(), lines, List.of());
    }

    private static void mark(LineRole[] roles, int from, int to, LineRole role) {
        for (int line = from; line <= to; line++) {
            LineRole now = roles[line - 1];
            if (now != LineRole.BLANK && WEIGHT.indexOf(role) > WEIGHT.indexOf(now)) {
                roles[line - 1] = role;
            }
        }
    }
}
