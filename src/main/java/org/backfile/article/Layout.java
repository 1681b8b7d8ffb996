package org.backfile.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes paragraphs of lines. A text is read as one paragraph a line unless nearly every line is as full as the next
 * word allows: then it was broken by width, and lines are joined up to a blank line, an indent, or a line that ends
 * early. Tables, stanzas, lists and quoted lines keep their shape. One pass over the lines.
 */
final class Layout {
    private static final int LEAST_WIDTH = 25;
    private static final int MOST_WIDTH = 200;
    private static final int LEAST_PAIRS = 3;

    private final TextLines text;
    private final LineRole[] roles;
    private final int width;
    private final FolderJudgement folder;
    private final WordSet words;
    private final List<Block> blocks = new ArrayList<>();

    private Layout(TextLines text, LineRole[] roles, FolderJudgement folder) {
        this.text = text;
        this.roles = roles;
        this.folder = folder;
        this.width = widthIfWrapped();
        this.words = width > 0 ? WordSet.of(text) : new WordSet();
    }

    /** The blocks of the lines whose role is body, in order. */
    static List<Block> blocks(TextLines text, LineRole[] roles, FolderJudgement folder) {
        Layout layout = new Layout(text, roles, folder);
        layout.makeBlocks();
        return layout.blocks;
    }

    private boolean isKept(int i) {
        return i < text.count() && roles[i] == LineRole.BODY;
    }

    /** The width at which the lines were broken, or 0 where they were not. */
    private int widthIfWrapped() {
        int[] ends = new int[text.count()];
        int lines = 0;
        for (int i = 0; i < text.count(); i++) {
            if (isKept(i)) {
                ends[lines++] = end(i);
            }
        }
        if (lines <= LEAST_PAIRS) {
            return 0;
        }
        Arrays.sort(ends, 0, lines);
        int longest = ends[Math.min(lines - 1, lines * 9 / 10)];
        if (longest < LEAST_WIDTH || longest > MOST_WIDTH) {
            return 0;
        }
        int pairs = 0;
        int full = 0;
        int ended = 0;
        for (int i = 0; i + 1 < text.count(); i++) {
            if (isKept(i) && isKept(i + 1) && !isTableRow(i) && !startsItem(i + 1)) {
                boolean startsNew = text.indent(i + 1) > text.indent(i);
                pairs += startsNew ? 0 : 1;
                full += !startsNew && isFull(i, longest) ? 1 : 0;
                ended += !startsNew && text.endsSentence(i) ? 1 : 0;
            }
        }
        // lines that all end sentences are paragraphs, however alike their lengths
        return pairs >= LEAST_PAIRS && full * 5 >= pairs * 3 && ended * 3 < pairs * 2 ? longest : 0;
    }

    private int end(int i) {
        return text.column(i) - 1 + text.length(i);
    }

    /** True where the next line's first word would not have fitted on this one. */
    private boolean isFull(int i, int limit) {
        int word = 0;
        int length = text.length(i + 1);
        while (word < length && text.charAt(i + 1, word) != ' ' && !TextLines.isUnspaced(text.charAt(i + 1, word))) {
            word++;
        }
        return end(i) + 1 + word >= limit - 1;
    }

    private void makeBlocks() {
        int i = 0;
        while (i < text.count()) {
            if (isKept(i)) {
                i = makeBlock(i) + 1;
            } else {
                i++;
            }
        }
    }

    /** Adds the block that starts at this line and returns its last line. */
    private int makeBlock(int from) {
        int tableEnd = tableEnd(from);
        if (tableEnd > from) {
            add(Paragraph.Kind.PREFORMATTED, rawText(from, tableEnd), from, tableEnd);
            return tableEnd;
        }
        int stanzaEnd = width == 0 ? stanzaEnd(from) : from;
        if (stanzaEnd > from) {
            add(Paragraph.Kind.VERSE, rawText(from, stanzaEnd), from, stanzaEnd);
            return stanzaEnd;
        }
        int end = from;
        if (width > 0) {
            while (joinsNext(from, end)) {
                end++;
            }
        }
        addParagraph(from, end);
        return end;
    }

    private boolean joinsNext(int from, int end) {
        int next = end + 1;
        if (!isKept(next) || text.indent(next) > text.indent(end) + 1 || startsItem(next) || isTableRow(next)) {
            return false;
        }
        if (end > from && text.indent(next) > text.indent(from + 1)) {
            return false;
        }
        char last = text.lastChar(end);
        if (isFull(end, width) || (last == ',' && Character.isLowerCase(text.charAt(next, 0)))) {
            return true;
        }
        boolean early = end(end) < width * 3 / 4 || Block.isStop(last) || Character.isUpperCase(text.charAt(next, 0));
        return !early;
    }

    private void addParagraph(int from, int end) {
        String joined = from == end ? text.text(from) : joined(from, end);
        if (isItemMark(joined) && isList(from, end)) {
            add(Paragraph.Kind.LIST_ITEM, joined.substring(1).strip(), from, end);
        } else if (joined.startsWith("> ")) {
            add(Paragraph.Kind.QUOTE, joined.substring(2).strip(), from, end);
        } else {
            add(Paragraph.Kind.TEXT, joined, from, end);
        }
    }

    private void add(Paragraph.Kind kind, String shown, int from, int to) {
        int weight = 0;
        for (int i = from; i <= to; i++) {
            weight += text.weight(i);
        }
        blocks.add(new Block(kind, shown, from, to, weight));
    }

    private String joined(int from, int end) {
        StringBuilder joined = new StringBuilder(text.text(from));
        for (int i = from + 1; i <= end; i++) {
            join(joined, text.text(i));
        }
        return joined.toString();
    }

    private void join(StringBuilder joined, String next) {
        int length = joined.length();
        char last = joined.charAt(length - 1);
        char first = next.charAt(0);
        boolean hyphen = length > 1 && Character.isLetter(joined.charAt(length - 2)) && Character.isLetter(first);
        if (last == '\u00AD' && hyphen) {
            joined.setLength(length - 1);
        } else if (last == '-' && hyphen) {
            if (Character.isLowerCase(first) && isWhole(CutWord.whole(joined, length - 1, next))) {
                joined.setLength(length - 1);
            }
        } else if (!TextLines.isUnspaced(last) || !TextLines.isUnspaced(first)) {
            boolean unspaced = TextLines.isUnspaced(first) && (last == '、' || last == '。' || last == '」');
            joined.append(unspaced ? "" : " ");
        }
        joined.append(next);
    }

    /** True for a word that stands uncut in the text or its folder. */
    private boolean isWhole(int word) {
        return words.contains(word) || folder.hasWord(word);
    }

    private String rawText(int from, int to) {
        StringBuilder raw = new StringBuilder();
        for (int i = from; i <= to; i++) {
            raw.append(i > from ? "\n" : "").append(text.raw(i).stripTrailing());
        }
        return raw.toString();
    }

    /** The last row of a table that starts here, else the line itself. */
    private int tableEnd(int from) {
        int end = from;
        while (isKept(end) && isTableRow(end)) {
            end++;
        }
        return end - from >= 2 ? end - 1 : from;
    }

    /** Cells parted by tabs, three spaces or upright strokes. */
    private boolean isTableRow(int i) {
        int gaps = 0;
        int strokes = 0;
        int spaces = 0;
        int length = text.length(i);
        if (length > MOST_WIDTH || !text.mayHaveCells(i)) {
            return false;
        }
        for (int at = 0; at < length; at++) {
            char c = text.charAt(i, at);
            if (c == ' ') {
                spaces++;
            } else {
                gaps += c == '\t' || spaces >= 3 ? 1 : 0;
                strokes += c == '|' ? 1 : 0;
                spaces = 0;
            }
        }
        boolean ruled = length > 1 && text.charAt(i, 0) == '|' && text.lastChar(i) == '|';
        return gaps >= 2 || (ruled && strokes >= 2) || (gaps == 1 && text.weight(i) <= 8 && endsInFigure(i));
    }

    private boolean endsInFigure(int i) {
        return Character.isDigit(text.lastChar(i));
    }

    private boolean startsItem(int i) {
        return isKept(i) && text.length(i) > 2 && isItemMark(text.charAt(i, 0), text.charAt(i, 1));
    }

    private static boolean isItemMark(String line) {
        return line.length() > 2 && isItemMark(line.charAt(0), line.charAt(1));
    }

    private static boolean isItemMark(char mark, char next) {
        boolean round = mark == '•' || mark == '▪' || mark == '◦' || mark == '●' || mark == '■' || mark == '‣';
        return (round && next != mark)
                || ((mark == '*' || mark == '-' || mark == '·') && (next == ' ' || next == '\t'));
    }

    /** A mark that other signs look like makes a list only where the line before or after has one too. */
    private boolean isList(int from, int end) {
        char mark = text.charAt(from, 0);
        return (mark != '-' && mark != '*' && mark != '·') || hasMark(from, -1, mark) || hasMark(end, 1, mark);
    }

    private boolean hasMark(int line, int step, char mark) {
        int i = line + step;
        while (i >= 0 && i < text.count() && text.isBlank(i)) {
            i += step;
        }
        return i >= 0 && i < text.count() && text.length(i) > 1 && text.charAt(i, 0) == mark;
    }

    /** The last line of a stanza that starts here: short lines of verse between blank lines. */
    private int stanzaEnd(int from) {
        if (from > 0 && !text.isBlank(from - 1)) {
            return from;
        }
        int end = from;
        int open = 0;
        while (isKept(end) && text.length(end) <= 60 && text.weight(end) >= 3 && text.weight(end) <= 12) {
            open += isOpen(end) ? 1 : 0;
            end++;
        }
        int lines = end - from;
        boolean parted = end >= text.count() || text.isBlank(end);
        return parted && lines >= 3 && lines <= 20 && open * 2 >= lines && hasTwin(from, end) ? end - 1 : from;
    }

    private boolean isOpen(int i) {
        char last = text.lastChar(i);
        return last == ',' || last == ';' || last == '—' || last == '–' || Character.isLetter(last);
    }

    /** Another group of lines of this shape beside it. */
    private boolean hasTwin(int from, int end) {
        return (isVerseLine(end + 1) && isVerseLine(end + 2)) || (isVerseLine(from - 2) && isVerseLine(from - 3));
    }

    private boolean isVerseLine(int i) {
        return i >= 0 && isKept(i) && text.length(i) <= 60 && text.weight(i) >= 3 && text.weight(i) <= 12;
    }
}
