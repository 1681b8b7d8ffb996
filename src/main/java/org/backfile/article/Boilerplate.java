package org.backfile.article;

import org.backfile.article.FolderJudgement.LineUse;

/**
 * Takes out of a text what is the page's and not the article's. Lines that most files of the folder have go wherever
 * they stand, and so do those that most files of the same site have, where a folder holds several sites; lines that
 * several files have go at the edges of the text, where they stand together. What follows such lines within and below
 * the text goes with them where it is a list or comments, and not text again. Bylines and dates recur rightly and stay.
 * Stateless; one pass.
 */
final class Boilerplate {
    /** A line of prose of so many words is the text's, and ends what stands above it. */
    static final int TEXT = 15;

    private static final int LABEL = 4;
    /** Above these many words a line below the text is text again. */
    private static final int TEXT_AGAIN = 35;
    /** A page of a site has so many lines at least in common with the site's other pages. */
    private static final int LINES_OF_SITE = 6;

    private static final int MOST_LEVEL = 15;
    /** What a page's pages say below their text has fewer words. */
    private static final int LONGEST_FOOTER = 80;
    /** A list above the text has no more lines. */
    private static final int LONGEST_LIST = 12;

    private final TextLines text;
    private final LineRole[] roles;
    private final LineUse[] uses;
    private final byte[] levels;

    private Boilerplate(TextLines text, LineRole[] roles, FolderJudgement folder) {
        this.text = text;
        this.roles = roles;
        this.uses = new LineUse[text.count()];
        this.levels = new byte[text.count()];
        boolean above = true;
        boolean begun = false;
        for (int i = 0; i < uses.length; i++) {
            uses[i] = LineUse.OWN;
            if (!text.isBlank(i)) {
                boolean prose = text.isProse(i);
                above &= text.weight(i) < TEXT || !prose;
                uses[i] = guarded(i, use(i, folder, above), above);
                if (uses[i] == LineUse.MASTHEAD && Block.dividers(text.text(i)) > 1) {
                    uses[i] = LineUse.BOILERPLATE;
                }
                if (begun && above && folder.useOf(FileFacts.key(text.hash(i)), false) == LineUse.BOILERPLATE) {
                    uses[i] = guarded(i, LineUse.BOILERPLATE, true);
                }
                begun |= prose && uses[i] == LineUse.OWN && text.endsSentence(i);
            }
        }
    }

    private LineUse use(int i, FolderJudgement folder, boolean above) {
        long key = FileFacts.key(text.hash(i));
        LineUse use = folder.useOf(key, above);
        levels[i] = (byte) folder.levelOf(key, above);
        if (use != LineUse.OWN) {
            return use;
        }
        long counter = CounterLine.key(text, i);
        if (counter == 0) {
            return use;
        }
        levels[i] = (byte) Math.max(levels[i], folder.levelOf(counter, above));
        return folder.useOf(counter, above);
    }

    /** Sets the roles of the lines that are not the article's. */
    static void mark(TextLines text, LineRole[] roles, FolderJudgement folder) {
        if (!folder.isEmpty()) {
            new Boilerplate(text, roles, folder).mark(folder);
        }
    }

    /** Bylines recur rightly; dates do above the text, where an issue's articles all have the same. */
    private LineUse guarded(int i, LineUse use, boolean above) {
        if ((use == LineUse.OWN && levels[i] == 0) || text.length(i) > 160) {
            return use == LineUse.LISTED ? LineUse.OWN : use;
        }
        String line = text.text(i);
        if (Byline.of(line) != null || (above && (DateLine.of(line) != null || isNameUnderHeadline(i, line)))) {
            levels[i] = 0;
            return LineUse.OWN;
        }
        return use == LineUse.LISTED ? LineUse.OWN : use;
    }

    /** A name alone between the article's own headline and a date: all of a folder's files may be by one writer. */
    private boolean isNameUnderHeadline(int i, String line) {
        int before = neighbour(i, -1);
        int after = neighbour(i, 1);
        return before >= 0
                && after >= 0
                && uses[before] == LineUse.OWN
                && levels[before] == 0
                && text.weight(before) >= 3
                && HeadFinder.isName(line)
                && text.length(after) <= DateLine.LONGEST
                && DateLine.of(text.text(after)) != null;
    }

    private void mark(FolderJudgement folder) {
        keepTextOfAll();
        keepLinesOfStory();
        int firstText = longText(0, 1);
        if (firstText >= 0) {
            addLinesOfSite(firstText);
            addLeads(firstText, folder);
        }
        for (int i = 0; i < uses.length; i++) {
            if (roles[i] == LineRole.BODY) {
                if (uses[i] == LineUse.BOILERPLATE) {
                    roles[i] = LineRole.BOILERPLATE;
                } else if (uses[i] == LineUse.MASTHEAD) {
                    roles[i] = LineRole.MASTHEAD;
                }
            }
        }
        firstText = longText(0, 1);
        if (firstText < 0) {
            return;
        }
        markEdge(0, firstText);
        markListAbove(firstText);
        markAfterPage(firstText);
        markBelow(afterText());
    }

    /**
     * Where one story is what most of a folder's files hold, its paragraphs stand in as many files as a page's footer. But
     * no footer is so long and all that a page says.
     */
    private void keepTextOfAll() {
        int all = 0;
        int common = 0;
        for (int i = 0; i < uses.length; i++) {
            if (!text.isBlank(i)) {
                all += text.weight(i);
                common += isProseOfPage(i) ? text.weight(i) : 0;
                if (text.isProse(i) && uses[i] != LineUse.BOILERPLATE) {
                    return;
                }
            }
        }
        for (int i = 0; i < uses.length && common >= LONGEST_FOOTER && 2 * common > all; i++) {
            if (isProseOfPage(i)) {
                uses[i] = LineUse.OWN;
                levels[i] = 0;
            }
        }
    }

    private boolean isProseOfPage(int i) {
        return uses[i] == LineUse.BOILERPLATE && text.isProse(i);
    }

    /**
     * A story that many papers print has its headline, its subheadings and its lists in as many files as its text. Where
     * most of the text recurs as often as a line, that line is the story's own.
     */
    private void keepLinesOfStory() {
        int[] words = new int[MOST_LEVEL + 1];
        int all = 0;
        for (int i = 0; i < uses.length; i++) {
            if (!text.isBlank(i) && text.isProse(i) && uses[i] != LineUse.BOILERPLATE) {
                words[levels[i]] += text.weight(i);
                all += text.weight(i);
            }
        }
        int prints = MOST_LEVEL;
        for (int often = words[prints]; prints > 0 && 2 * often <= all; often += words[prints]) {
            prints--;
        }
        for (int i = 0; i < uses.length; i++) {
            if (levels[i] > 0 && levels[i] <= prints && uses[i] != LineUse.BOILERPLATE) {
                uses[i] = LineUse.OWN;
                levels[i] = 0;
            }
        }
    }

    /** The line after the last that is text: a long paragraph, or own sentences only between two lines of the page. */
    private int afterText() {
        int from = longText(uses.length - 1, -1) + 1;
        while (from < uses.length) {
            int to = from;
            while (to < uses.length && (roles[to] == LineRole.BOILERPLATE || text.isBlank(to))) {
                to++;
            }
            int end = to;
            while (end < uses.length && (text.isBlank(end) || isOwnSentence(end))) {
                end++;
            }
            if (end == to || (end < uses.length && roles[end] != LineRole.BOILERPLATE)) {
                return from;
            }
            from = end;
        }
        return from;
    }

    private boolean isOwnSentence(int i) {
        return roles[i] == LineRole.BODY && uses[i] == LineUse.OWN && levels[i] == 0 && text.isProse(i);
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

    /**
     * Where a folder holds several sites, a site's lines stand in few of its files, but together: the level that six of
     * a page's labels reach is taken for the site's size, and what labels stand in as many files are the site's. Never
     * sentences: a story that many papers print stands in many files, too.
     */
    private void addLinesOfSite(int firstText) {
        int[] labels = new int[MOST_LEVEL + 1];
        for (int i = 0; i < uses.length; i++) {
            labels[levels[i]] += text.isBlank(i) || text.isProse(i) ? 0 : 1;
        }
        int level = MOST_LEVEL;
        int found = labels[level];
        while (level > 0 && found < LINES_OF_SITE) {
            found += labels[--level];
        }
        for (int i = 0; level > 0 && i < uses.length; i++) {
            int least = i < firstText ? level : Math.max(1, level - 1);
            if (levels[i] >= least && uses[i] != LineUse.MASTHEAD && !text.isProse(i)) {
                uses[i] = LineUse.BOILERPLATE;
            }
        }
    }

    /** A label that begins a line in most files, between paragraphs or below them, is the page's: "Read also: …". */
    private void addLeads(int firstText, FolderJudgement folder) {
        for (int i = firstText + 1; i < uses.length; i++) {
            long lead = uses[i] == LineUse.OWN && !text.isBlank(i) ? LeadLine.key(text, i) : 0;
            if (lead != 0
                    && !BodyShape.isCreditLine(text.text(i))
                    && folder.useOf(lead, false) == LineUse.BOILERPLATE
                    && isParted(neighbour(i, -1), lead)
                    && isParted(neighbour(i, 1), lead)) {
                uses[i] = LineUse.BOILERPLATE;
            }
        }
    }

    /** A paragraph, a line of the page or none: no further line of a list. */
    private boolean isParted(int i, long lead) {
        return i < 0 || ((text.isProse(i) || uses[i] != LineUse.OWN) && LeadLine.key(text, i) != lead);
    }

    /** Lines that several files have are the page's where two or more stand above the text. */
    private void markEdge(int from, int to) {
        if (labelsOften(from, to) < 2) {
            return;
        }
        for (int i = from; i < to; i++) {
            if (roles[i] == LineRole.BODY && uses[i] == LineUse.OFTEN && isAmongOthers(i) && !isHead(i)) {
                roles[i] = LineRole.BOILERPLATE;
            }
        }
    }

    private int labelsOften(int from, int to) {
        int often = 0;
        for (int i = from; i < to; i++) {
            boolean recurs = uses[i] == LineUse.OFTEN || uses[i] == LineUse.BOILERPLATE;
            often += recurs && (uses[i] == LineUse.BOILERPLATE || !text.endsSentence(i)) ? 1 : 0;
        }
        return often;
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

    /** As long as a headline, with a date or byline below it: other pages may list it, too. */
    private boolean isHead(int i) {
        int next = i;
        for (int lines = 0; lines <= 2 && text.weight(i) >= 3; lines++) {
            next = neighbour(next, 1);
            if (next < 0 || uses[next] == LineUse.BOILERPLATE) {
                return false;
            }
            if (isDateOrByline(next)) {
                return true;
            }
        }
        return false;
    }

    private int neighbour(int i, int step) {
        int at = i + step;
        while (at >= 0 && at < uses.length && text.isBlank(at)) {
            at += step;
        }
        return at >= 0 && at < uses.length ? at : -1;
    }

    /** Headlines of other articles between a line of the page and the text, where the article's own head is above. */
    private void markListAbove(int firstText) {
        int from = firstText;
        int lines = 0;
        for (int i = firstText - 1; i >= 0 && lines <= LONGEST_LIST; i--) {
            if (roles[i] == LineRole.BOILERPLATE) {
                boolean list = lines >= 2 || (lines == 1 && levels[from] > 0);
                if (list && hasHead(i)) {
                    setGone(from, firstText);
                }
                return;
            }
            if (roles[i] == LineRole.BODY) {
                if (text.isProse(i) || isDateOrByline(i)) {
                    return;
                }
                from = i;
                lines++;
            }
        }
    }

    /** A line as long as a headline, and a date or byline after it. */
    private boolean hasHead(int to) {
        boolean headline = false;
        for (int i = 0; i < to; i++) {
            if (roles[i] == LineRole.BODY) {
                boolean dated = isDateOrByline(i);
                if (headline && dated) {
                    return true;
                }
                headline |= !dated && text.weight(i) >= 3;
            }
        }
        return false;
    }

    private boolean isDateOrByline(int i) {
        if (text.length(i) > 160) {
            return false;
        }
        String line = text.text(i);
        return DateLine.of(line) != null || Byline.of(line) != null;
    }

    /** Judges each stretch of own lines that follows a line of the page, from the first paragraph on. */
    private void markAfterPage(int firstText) {
        boolean page = false;
        boolean gone = false;
        int i = firstText;
        while (i < uses.length) {
            if (roles[i] == LineRole.BOILERPLATE) {
                page = true;
            } else if (page && roles[i] == LineRole.BODY) {
                int end = i;
                while (end < uses.length && roles[end] != LineRole.BOILERPLATE) {
                    end++;
                }
                gone = markStretch(i, end, gone);
                i = end - 1;
                page = false;
            }
            i++;
        }
    }

    /**
     * Short lines that follow a line of the page are a list; with a date among them, comments, and what follows is theirs.
     *
     * @param gone whether the stretch before was such
     * @return whether this one is
     */
    private boolean markStretch(int from, int to, boolean gone) {
        int rest = from;
        int lines = 0;
        boolean dated = false;
        boolean first = false;
        while (rest < to && (roles[rest] != LineRole.BODY || !text.isProse(rest))) {
            if (roles[rest] == LineRole.BODY) {
                lines++;
                if (text.length(rest) <= 160 && DateLine.of(text.text(rest)) != null) {
                    dated = true;
                    first |= lines == 1;
                }
            }
            rest++;
        }
        if ((dated && !(first && isText(rest, to))) || (rest == to && (gone || lines > 1))) {
            setGone(from, to);
            return true;
        }
        if (lines > 1) {
            setGone(from, rest);
        }
        if (gone && !isText(rest, to)) {
            setGone(rest, to);
            return true;
        }
        return rest == to && gone;
    }

    /** Two paragraphs, or a long one. */
    private boolean isText(int from, int to) {
        int paragraphs = 0;
        for (int i = from; i < to; i++) {
            if (roles[i] == LineRole.BODY && text.isProse(i)) {
                paragraphs += text.weight(i) > TEXT_AGAIN ? 2 : 1;
            }
        }
        return paragraphs >= 2;
    }

    private void setGone(int from, int to) {
        for (int i = from; i < to; i++) {
            if (roles[i] == LineRole.BODY && text.weight(i) <= TEXT_AGAIN && !keeps(i)) {
                roles[i] = LineRole.BOILERPLATE;
            }
        }
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
