package org.backfile.article;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.backfile.source.Lines;
import org.backfile.source.Problem;
import org.backfile.source.ProblemKind;
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

    /** Roles from the lightest to the weightiest. */
    private static final List<LineRole> WEIGHT = List.of(
            LineRole.BLANK,
            LineRole.MARKUP,
            LineRole.BOILERPLATE,
            LineRole.DATE,
            LineRole.BYLINE,
            LineRole.CAPTION,
            LineRole.SUBHEADING,
            LineRole.HEADLINE,
            LineRole.BODY);

    private final Fields fields;
    private final List<Paragraph> body;
    private final LineRole[] roles;
    private final List<Problem> problems;

    private HtmlArticle(Fields fields, List<Paragraph> body, LineRole[] roles, List<Problem> problems) {
        this.fields = fields;
        this.body = List.copyOf(body);
        this.roles = roles;
        this.problems = List.copyOf(problems);
    }

    /** The fields that the page states; the rest of them is for inference from the body. */
    Fields fields() {
        return fields;
    }

    List<Paragraph> body() {
        return body;
    }

    /** What line {@code line} is, from 1. */
    LineRole roleOf(int line) {
        return roles[line - 1];
    }

    List<Problem> problems() {
        return problems;
    }

    /** Reads a whole file. */
    static HtmlArticle read(Lines lines, String path, DateOrder order) {
        LineRole[] roles = new LineRole[lines.count()];
        for (int i = 0; i < roles.length; i++) {
            roles[i] =
                    lines.start(i + 1) == lines.end(i + 1) || lines.get(i + 1).isBlank()
                            ? LineRole.BLANK
                            : LineRole.MARKUP;
        }
        String text = lines.text();
        boolean isCut = text.length() > LONGEST;
        Parser parser = Parser.htmlParser().setTrackPosition(true).setMaxDepth(DEEPEST);
        Document page = parser.parseInput(isCut ? text.substring(0, LONGEST) : text, "");
        HtmlPlaces places = new HtmlPlaces(lines);
        HtmlHead head = new HtmlHead(page, places, path, order);
        Fields fields = head.fields();
        Element root = HtmlRoot.of(page);
        HtmlBody body = new HtmlBody(root, places, Optional.ofNullable(Fields.value(fields.headline())), order);
        head.headlineElement().ifPresent(element -> mark(roles, places.linesOf(element), LineRole.HEADLINE));
        body.marks().forEach(mark -> mark(roles, new int[] {mark.fromLine(), mark.toLine()}, mark.role()));
        List<Problem> problems = new java.util.ArrayList<>(head.problems());
        if (isCut) {
            problems.add(Problem.ofFile(
                    path, ProblemKind.UNREADABLE_FILE, "a page of more than 16 million letters is read in part"));
        }
        return new HtmlArticle(fields, body.paragraphs(), roles, problems);
    }

    private static void mark(LineRole[] roles, int[] range, LineRole role) {
        for (int line = range[0]; line <= range[1]; line++) {
            LineRole now = roles[line - 1];
            if (now != LineRole.BLANK && WEIGHT.indexOf(role) > WEIGHT.indexOf(now)) {
                roles[line - 1] = role;
            }
        }
    }

    @Override
    public String toString() {
        return Arrays.toString(roles);
    }
}
