package org.backfile.article;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One article read from plain lines: its repeats and boilerplate taken out, its head told from its body. */
final class PlainText {
    private final Fields fields;
    private final List<Paragraph> body;
    private final LineRole[] roles;
    private final int[] repeats;

    private PlainText(Fields fields, List<Paragraph> body, LineRole[] roles, int[] repeats) {
        this.fields = fields;
        this.body = body;
        this.roles = roles;
        this.repeats = repeats;
    }

    Fields fields() {
        return fields;
    }

    List<Paragraph> body() {
        return body;
    }

    /** What line {@code i} is, counted from 0. */
    LineRole role(int i) {
        return roles[i];
    }

    /** The line that line {@code i} repeats, counted from 0, or -1. */
    int repeated(int i) {
        return repeats[i];
    }

    /** Reads the lines of {@code text}. */
    static PlainText read(TextLines text, FolderJudgement folder) {
        int[] repeats = RepeatFinder.find(text);
        LineRole[] roles = new LineRole[text.count()];
        for (int i = 0; i < roles.length; i++) {
            roles[i] = text.isBlank(i)
                    ? LineRole.BLANK
                    : repeats[i] >= 0 ? LineRole.REPEAT : roleInFolder(text, i, folder);
        }
        Head head = Head.find(text, roles, repeats);
        List<Paragraph> body = new ArrayList<>();
        Dateline dateline = null;
        int datelineLine = -1;
        for (int i = 0; i < roles.length; i++) {
            if (roles[i] == LineRole.BODY) {
                int line = text.lineNumber(i);
                if (body.isEmpty()) {
                    dateline = Dateline.of(text.text(i));
                    datelineLine = i;
                }
                body.add(new Paragraph(Paragraph.Kind.TEXT, text.text(i), line, line));
            }
        }
        return new PlainText(fields(text, head, dateline, datelineLine), body, roles, repeats);
    }

    private static LineRole roleInFolder(TextLines text, int i, FolderJudgement folder) {
        return switch (folder.useOf(FileFacts.key(text.hash(i)))) {
            case OWN, OFTEN -> LineRole.BODY;
            case MASTHEAD -> LineRole.MASTHEAD;
            case BOILERPLATE -> LineRole.BOILERPLATE;
        };
    }

    private static Fields fields(TextLines text, Head head, @Nullable Dateline dateline, int line) {
        Stated<String> place = null;
        Stated<String> agency = null;
        if (dateline != null) {
            int column = text.column(line);
            place = new Stated<>(
                    dateline.place(),
                    new Evidence(
                            place(text, line, column + dateline.placeFrom(), column + dateline.placeTo() - 1),
                            Rule.DATELINE,
                            Confidence.INFERRED));
            String named = dateline.agency();
            if (named != null) {
                int from = column + dateline.agencyFrom();
                agency = new Stated<>(
                        named,
                        new Evidence(
                                place(text, line, from, from + named.length() - 1),
                                Rule.DATELINE,
                                Confidence.INFERRED));
            }
        }
        return new Fields(head.headline(), head.kicker(), head.masthead(), null, null, agency, place, null, null, null);
    }

    static Evidence.Place place(TextLines text, int line, int fromColumn, int toColumn) {
        return new Evidence.Place(text.lineNumber(line), text.lineNumber(line), fromColumn, toColumn);
    }
}
