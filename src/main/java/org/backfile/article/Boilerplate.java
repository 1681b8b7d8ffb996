package org.backfile.article;

import org.backfile.article.FolderJudgement.LineUse;

/**
 * Takes out of a text what is the page's and not the article's. Lines that most files of the folder have go wherever
 * they stand; lines that several have go at the edges of the text, where they stand together; below the text, what
 * follows such a line goes with it unless it is long enough to be text again. Bylines and dates recur rightly and
 * stay. Stateless; one pass.
 */
final class Boilerplate {
    /** A line of prose of so many words is the text's, and ends what stands above it. */
    static final int TEXT = 15;

    private static final int LABEL = 4;
    /** Above these many words a line below the text is text again. */
    private static final int TEXT_AGAIN = 35;

    private final TextLines text;
    private final LineRole[] roles;
    private final LineUse[] uses;

    private Boilerplate(TextLines text, LineRole[] roles, FolderJudgement folder) {
        this.text = text;
        this.roles = roles;
        this.uses = new LineUse[text.count()];
        boolean above = true;
        for (int i = 0; i < uses.length; i++) {
            uses[i] = LineUse.OWN;
            if (!text.isBlank(i)) {
                above &= text.weight(i) < TEXT || !text.isProse(i);
                uses[i] = guarded(i, use(i, folder, above), above);
            }
        }
    }

    private LineUse use(int i, FolderJudgement folder, boolean above) {
        LineUse use = folder.useOf(FileFacts.key(text.hash(i)), above);
        if (use != LineUse.OWN) {
            return use;
        }
        long counter = CounterLine.key(text, i);
        return counter == 0 ? use : folder.useOf(counter, above);
    }

    /** Sets the roles of the lines that are not the article's. */
    static void mark(TextLines text, LineRole[] roles, FolderJudgement folder) {
        if (!folder.isEmpty()) {
            new Boilerplate(text, roles, folder).mark();
        }
    }

    /** Bylines recur rightly; dates do above the text, where an issue's articles all have the same. */
    private LineUse guarded(int i, LineUse use, boolean above) {
        if (use == LineUse.OWN || text.length(i) > 160) {
            return use == LineUse.LISTED ? LineUse.OWN : use;
        }
        String line = text.text(i);
        boolean recursRightly = Byline.of(line) != null || (above && DateLine.of(line) != null);
        return recursRightly || use == LineUse.LISTED ? LineUse.OWN : use;
    }

    private void mark() {
        for (int i = 0; i < uses.length; i++) {
            if (roles[i] == LineRole.BODY) {
                if (uses[i] == LineUse.BOILERPLATE) {
                    roles[i] = LineRole.BOILERPLATE;
                } else if (uses[i] == LineUse.MASTHEAD) {
                    roles[i] = LineRole.MASTHEAD;
                }
            }
        }
        int firstText = longText(0, 1);
        int lastText = longText(uses.length - 1, -1);
        if (firstText < 0) {
            return;
        }
        markEdge(0, firstText);
        markBelow(lastText + 1);
    }

    /** The first line, in this direction, that is long enough to be text and not the page's. */
    private int longText(int from, int step) {
        for (int i = from; i >= 0 && i < uses.length; i += step) {
            if (roles[i] == LineRole.BODY && uses[i] == LineUse.OWN && text.weight(i) >= TEXT && text.isProse(i)) {
                return i;
            }
        }
        return -1;
    }

    /** Lines that several files have are the page's where two or more stand above the text. */
    private void markEdge(int from, int to) {
        if (labelsOften(from, to) < 2) {
            return;
        }
        for (int i = from; i < to; i++) {
            if (roles[i] == LineRole.BODY && uses[i] == LineUse.OFTEN && isAmongOthers(i)) {
                roles[i] = LineRole.BOILERPLATE;
            }
        }
    }

    private int labelsOften(int from, int to) {
        int often = 0;
        for (int i = from; i < to; i++) {
            boolean recurs = uses[i] == LineUse.OFTEN || uses[i] == LineUse.BOILERPLATE;
            often += recurs && (uses[i] == LineUse.BOILERPLATE || !endsSentence(i)) ? 1 : 0;
        }
        return often;
    }

    private boolean endsSentence(int i) {
        return text.endsSentence(i);
    }

    /** The line before or after is the page's too, or recurs: a section's name above the headline stands alone. */
    private boolean isAmongOthers(int i) {
        int before = neighbour(i, -1);
        int after = neighbour(i, 1);
        boolean nextRecurs = after >= 0 && uses[after] != LineUse.OWN;
        boolean lastRecurs = before >= 0 && uses[before] != LineUse.OWN;
        boolean overText = after >= 0 && text.weight(after) >= TEXT && text.isProse(after);
        return nextRecurs || (lastRecurs && (overText || text.weight(i) > LABEL));
    }

    private int neighbour(int i, int step) {
        int at = i + step;
        while (at >= 0 && at < uses.length && text.isBlank(at)) {
            at += step;
        }
        return at >= 0 && at < uses.length ? at : -1;
    }

    /** From the first recurring line below the text on, everything goes that is not clearly text again. */
    private void markBelow(int from) {
        boolean below = false;
        boolean enough = labelsOften(from, uses.length) >= 2;
        for (int i = from; i < uses.length; i++) {
            if (roles[i] == LineRole.BOILERPLATE || (roles[i] == LineRole.BODY && uses[i] == LineUse.OFTEN && enough)) {
                below = true;
            }
            boolean stays = uses[i] == LineUse.OWN && (text.weight(i) > TEXT_AGAIN || keeps(i));
            if (below && roles[i] == LineRole.BODY && !stays) {
                roles[i] = LineRole.BOILERPLATE;
            }
        }
    }

    private boolean keeps(int i) {
        if (text.length(i) > 160 || text.isBlank(i)) {
            return false;
        }
        String line = text.text(i);
        Byline byline = Byline.of(line);
        DateLine date = DateLine.of(line);
        return (byline != null && byline.certain()) || (date != null && date.announced());
    }
}
