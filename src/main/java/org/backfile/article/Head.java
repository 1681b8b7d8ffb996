package org.backfile.article;

import org.jspecify.annotations.Nullable;

/** What stands above a body: masthead, kicker, headline. */
record Head(
        @Nullable Stated<String> masthead,
        @Nullable Stated<String> kicker,
        @Nullable Stated<String> headline) {
    private static final int KICKER_WORDS = 6;
    private static final int MASTHEAD_WORDS = 6;
    private static final int HEADLINE_WORDS = 40;

    /** Finds the head of a text and sets the roles of its lines. */
    static Head find(TextLines text, LineRole[] roles, int[] repeats) {
        int headline = lineAboveRepeatedBody(text, roles, repeats);
        Rule rule = Rule.LINE_ABOVE_REPEATED_BODY;
        int first = nextKept(roles, 0);
        Stated<String> masthead = null;
        for (int i = 0; i < first && i < roles.length; i++) {
            if (roles[i] == LineRole.MASTHEAD && masthead == null) {
                masthead = stated(text, i, Rule.FIRST_LINE_OF_FOLDER, Confidence.INFERRED);
            }
        }
        if (headline < 0) {
            headline = first;
            rule = Rule.FIRST_HEADLINE_LIKE_LINE;
        }
        if (headline >= roles.length
                || nextKept(roles, headline + 1) >= roles.length
                || text.weight(headline) > HEADLINE_WORDS) {
            return new Head(masthead, null, null);
        }
        Stated<String> kicker = null;
        for (int i = headline - 1; i >= first; i--) {
            if (roles[i] != LineRole.BODY) {
                continue;
            }
            if (kicker == null && text.weight(i) <= KICKER_WORDS && (i > first || masthead != null)) {
                roles[i] = LineRole.KICKER;
                kicker = stated(text, i, Rule.LINE_ABOVE_HEADLINE, Confidence.INFERRED);
            } else if (masthead == null && i == first && text.weight(i) <= MASTHEAD_WORDS) {
                roles[i] = LineRole.MASTHEAD;
                masthead = stated(text, i, Rule.FIRST_LINE, Confidence.GUESSED);
            } else {
                roles[i] = LineRole.BOILERPLATE;
            }
        }
        roles[headline] = LineRole.HEADLINE;
        return new Head(masthead, kicker, stated(text, headline, rule, Confidence.INFERRED));
    }

    private static int nextKept(LineRole[] roles, int from) {
        int i = from;
        while (i < roles.length && roles[i] != LineRole.BODY) {
            i++;
        }
        return i;
    }

    private static int lineAboveRepeatedBody(TextLines text, LineRole[] roles, int[] repeats) {
        for (int i = 0; i < roles.length; i++) {
            if (roles[i] == LineRole.REPEAT) {
                int original = repeats[i];
                boolean copied = text.weight(original) <= HEADLINE_WORDS && roles[original] == LineRole.BODY;
                return copied && text.hash(original) == text.hash(i) && i + 1 < roles.length ? original : -1;
            }
        }
        return -1;
    }

    private static Stated<String> stated(TextLines text, int line, Rule rule, Confidence confidence) {
        int column = text.column(line);
        return new Stated<>(
                text.text(line),
                new Evidence(PlainText.place(text, line, column, column + text.length(line) - 1), rule, confidence));
    }
}
