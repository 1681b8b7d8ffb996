package org.backfile.article;

import java.util.Arrays;

/**
 * Finds the lines of a text that stand in it a second time: a page scraped with its body two or three times, its last
 * copy perhaps cut, misread or touched up, its headline perhaps once more at the end.
 *
 * <p>Lines are aligned to earlier ones in order: an equal line or one that shares most word triples starts a run; the
 * run goes on as long as each line is like the one that follows the last one's original. Whether a run is a repeat is
 * decided for the run as a whole, so that refrains, rows of a table, signatures and doubled quotations stay: it needs
 * a long line, or a weight of words, or the text's own beginning. Time is linear in the text.
 */
final class RepeatFinder {
    /** Runs of shorter lines only must weigh {@link #SHORT_RUN} words. */
    private static final int LONG_LINE = 16;

    private static final int SHORT_RUN = 60;
    private static final int RUN_FROM_TOP = 12;
    /** So many lines that are like the ones expected make a run sure without an equal one. */
    private static final int ENOUGH_ALIKE = 3;

    /** Share of equal words that makes a line a copy of the one expected. */
    private static final double LIKE_EXPECTED = 0.5;

    private static final double LIKE_BETWEEN = 0.25;
    /** Characters of a script without spaces are alike sooner than words are. */
    private static final double UNSPACED = 0.25;

    /** Share of a line's word triples that must stand in one earlier line, where nothing is expected. */
    private static final double LIKE_ANY = 0.6;

    private static final int NEAR_LINE = 8;
    /** Longer lines are compared by their first words. */
    private static final int COMPARED_WORDS = 4000;
    /** In longer texts only equal lines start a run: the triples would take too much memory. */
    private static final int TRIPLES_LIMIT = 4_000_000;

    private static final int TOP_LINES = 4;

    private final TextLines text;
    private final int count;
    private final int[] source;
    private final int[] following;
    private final LineIndex exact;
    private final TripleIndex triples;

    private RepeatFinder(TextLines text) {
        this.text = text;
        this.count = text.count();
        this.source = new int[count];
        Arrays.fill(source, -1);
        this.following = new int[count + 1];
        this.exact = new LineIndex(text.filled());
        this.triples = new TripleIndex(text.totalWords() <= TRIPLES_LIMIT ? text.totalWords() : 0);
        following[count] = count;
        int next = count;
        for (int i = count - 1; i >= 0; i--) {
            following[i] = next;
            if (!text.isBlank(i)) {
                next = i;
            }
        }
    }

    /** For each line the earlier line that it repeats, counted from 0, or -1. */
    static int[] find(TextLines text) {
        RepeatFinder finder = new RepeatFinder(text);
        finder.align();
        finder.keepRepeats();
        return finder.source;
    }

    private void align() {
        int expected = count;
        int last = -1;
        for (int i = 0; i < count; i++) {
            if (text.isBlank(i)) {
                continue;
            }
            int original = original(i, expected);
            source[i] = original;
            if (original >= 0) {
                fillGap(last, i);
                last = i;
                expected = following[original];
            } else if (last >= 0 && i - last > 3) {
                expected = count;
            }
            exact.add(text.hash(i), i);
            if (original < 0 || text.hash(i) != text.hash(original)) {
                triples.add(text, i);
            }
        }
    }

    private int original(int i, int expected) {
        if (expected < i) {
            if (text.hash(i) == text.hash(expected) || isLike(i, expected, LIKE_EXPECTED) || isCut(i, expected)) {
                return expected;
            }
            int after = following[expected];
            if (after < i && (text.hash(i) == text.hash(after) || isLike(i, after, LIKE_EXPECTED))) {
                return after;
            }
        }
        int equal = exact.first(text.hash(i));
        if (equal >= 0) {
            return equal;
        }
        return text.weight(i) >= NEAR_LINE ? triples.covering(text, i, LIKE_ANY) : -1;
    }

    /** A line that has lost most of its likeness is a copy all the same where the lines around it are. */
    private void fillGap(int last, int i) {
        if (last < 0 || following[last] >= i || source[i] < 0) {
            return;
        }
        int between = following[last];
        int original = following[source[last]];
        if (following[between] == i
                && following[original] == source[i]
                && source[i] < last
                && original < between
                && isLike(between, original, LIKE_BETWEEN)) {
            source[between] = original;
        }
    }

    private boolean isLike(int a, int b, double share) {
        int wordsA = Math.min(text.wordCount(a), COMPARED_WORDS);
        int wordsB = Math.min(text.wordCount(b), COMPARED_WORDS);
        int longer = Math.max(wordsA, wordsB);
        int shorter = Math.min(wordsA, wordsB);
        double least = text.weight(a) < text.wordCount(a) ? share + UNSPACED : share;
        if (shorter == 0 || shorter < longer * least) {
            return false;
        }
        return shared(a, wordsA, b, wordsB) >= longer * least;
    }

    private int shared(int a, int wordsA, int b, int wordsB) {
        int[] left = sorted(a, wordsA);
        int[] right = sorted(b, wordsB);
        int shared = 0;
        int i = 0;
        int j = 0;
        while (i < wordsA && j < wordsB) {
            if (left[i] == right[j]) {
                shared++;
                i++;
                j++;
            } else if (left[i] < right[j]) {
                i++;
            } else {
                j++;
            }
        }
        return shared;
    }

    private int[] sorted(int line, int words) {
        int[] sorted = Arrays.copyOfRange(text.words(), text.firstWord(line), text.firstWord(line) + words);
        Arrays.sort(sorted);
        return sorted;
    }

    /** The last line of a text that was cut off in the middle: the beginning of the line expected. */
    private boolean isCut(int i, int expected) {
        int length = text.length(i);
        if (length >= text.length(expected) || (following[i] != count && length < 24)) {
            return false;
        }
        for (int at = 0; at < length; at++) {
            if (text.charAt(i, at) != text.charAt(expected, at)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Rejects the runs that are no repeats. Long runs first: a short one inside the original of a long one stands in
     * the article twice, since the long one has it twice as well.
     */
    private void keepRepeats() {
        boolean[] original = new boolean[count];
        judge(true, original);
        judge(false, original);
        keepHeadlineAgain();
        for (int line = 0; line < count; line++) {
            if (source[line] >= 0 && source[source[line]] >= 0) {
                source[line] = source[source[line]];
            }
        }
    }

    private void judge(boolean longRuns, boolean[] original) {
        int i = following(-1);
        while (i < count) {
            if (source[i] < 0) {
                i = following[i];
                continue;
            }
            int end = i;
            int lines = 1;
            while (following[end] < count && continues(i, end, following[end])) {
                end = following[end];
                lines++;
            }
            if (lines > 2 == longRuns) {
                boolean repeat = isRepeat(i, end, lines) && (longRuns || !original[i]);
                for (int line = i; line <= end; line++) {
                    if (!repeat) {
                        source[line] = -1;
                    } else if (source[line] >= 0) {
                        original[source[line]] = true;
                    }
                }
            }
            i = following[end];
        }
    }

    private int following(int i) {
        if (i >= 0) {
            return following[i];
        }
        return count > 0 && !text.isBlank(0) ? 0 : count == 0 ? 0 : following[0];
    }

    /**
     * The next line carries on the run: its original comes after the last one's, at most two lines further on, and
     * before the run itself.
     */
    private boolean continues(int from, int line, int next) {
        if (source[next] < 0 || source[next] >= from) {
            return false;
        }
        int expected = following[source[line]];
        return source[next] == expected || source[next] == following(Math.min(expected, count - 1));
    }

    private boolean isRepeat(int from, int to, int lines) {
        if (tellsOtherFigures(from, to, lines)) {
            return false;
        }
        int weight = 0;
        int longest = 0;
        int alike = 0;
        for (int i = from; i <= to; i++) {
            if (!text.isBlank(i)) {
                weight += text.weight(i);
                if (source[i] >= 0 && text.hash(i) == text.hash(source[i])) {
                    longest = Math.max(longest, text.weight(i));
                } else {
                    alike++;
                }
            }
        }
        if (isFromTop(from) && lines > 1 && (weight >= RUN_FROM_TOP || isAllThereIs(from, to))) {
            return true;
        }
        if (lines == 1 && following[source[from]] == from) {
            return isWholeBody(from);
        }
        return longest >= LONG_LINE || alike >= ENOUGH_ALIKE || (weight >= SHORT_RUN && alike < lines);
    }

    /**
     * Half of the lines differ from their originals in figures only, and hardly any in words: results, prices and hours have
     * the same words each time, and are other news. A figure misread in a copied text is not enough.
     */
    private boolean tellsOtherFigures(int from, int to, int lines) {
        int figures = 0;
        int others = 0;
        for (int i = from; i <= to; i++) {
            if (source[i] >= 0 && text.hash(i) != text.hash(source[i])) {
                boolean same = differInFigures(i, source[i]);
                figures += same ? 1 : 0;
                others += same ? 0 : 1;
            }
        }
        return figures > others && figures * 2 >= lines;
    }

    /** True for two lines that are equal but for their figures. */
    private boolean differInFigures(int a, int b) {
        int i = 0;
        int j = 0;
        boolean differ = false;
        while (true) {
            int endOfA = endOfFigures(a, i);
            int endOfB = endOfFigures(b, j);
            if ((endOfA > i) != (endOfB > j)) {
                return false;
            }
            differ |= endOfA - i != endOfB - j || !isEqual(a, i, b, j, endOfA - i);
            i = endOfA;
            j = endOfB;
            if (i == text.length(a) || j == text.length(b)) {
                return differ && i == text.length(a) && j == text.length(b);
            }
            if (text.charAt(a, i++) != text.charAt(b, j++)) {
                return false;
            }
        }
    }

    private int endOfFigures(int line, int from) {
        int end = from;
        while (end < text.length(line) && Character.isDigit(text.charAt(line, end))) {
            end++;
        }
        return end;
    }

    private boolean isEqual(int a, int i, int b, int j, int length) {
        for (int k = 0; k < length; k++) {
            if (text.charAt(a, i + k) != text.charAt(b, j + k)) {
                return false;
            }
        }
        return true;
    }

    /** The run's original begins at one of the first lines, or at a repeat of one. */
    private boolean isFromTop(int from) {
        int original = source[from];
        return original <= topLine() || (source[original] >= 0 && source[original] <= topLine());
    }

    /** Nothing stands between the original and the copy, and nothing below the copy. */
    private boolean isAllThereIs(int from, int to) {
        return following[to] == count && following[source[to]] == from;
    }

    /** One of the first lines: a masthead, kicker, headline, or the first of the body. */
    private int topLine() {
        int line = following(-1);
        for (int k = 1; k < TOP_LINES && line < count; k++) {
            line = following[line];
        }
        return line;
    }

    /** A paragraph twice in a row is mostly a quotation with its embedded twin; not where it is all there is. */
    private boolean isWholeBody(int line) {
        return following[line] == count && source[line] <= topLine() && text.weight(line) >= LONG_LINE;
    }

    /** The headline once more, beside a repeat or at the very end. */
    private void keepHeadlineAgain() {
        int last = -1;
        int line = following(-1);
        int top = topLine();
        while (line < count) {
            int next = following[line];
            if (source[line] < 0 && line > top) {
                int original = exact.first(text.hash(line));
                boolean beside = (last >= 0 && source[last] >= 0) || (next < count && source[next] >= 0);
                if (original >= 0
                        && original < top
                        && source[original] < 0
                        && text.weight(line) >= 2
                        && (beside || (next == count && text.weight(line) >= 4))) {
                    source[line] = original;
                }
            }
            last = line;
            line = next;
        }
    }

    /** From a line's hash to the first line that has it. Open addressing, half full at most. */
    private static final class LineIndex {
        private final long[] keys;
        private final int[] lines;

        LineIndex(int capacity) {
            int size = Integer.highestOneBit(Math.max(8, capacity)) * 4;
            keys = new long[size];
            lines = new int[size];
        }

        void add(long hash, int line) {
            int slot = slot(hash);
            if (keys[slot] == 0) {
                keys[slot] = hash;
                lines[slot] = line;
            }
        }

        int first(long hash) {
            int slot = slot(hash);
            return keys[slot] == 0 ? -1 : lines[slot];
        }

        private int slot(long hash) {
            int slot = (int) hash & (keys.length - 1);
            while (keys[slot] != 0 && keys[slot] != hash) {
                slot = (slot + 1) & (keys.length - 1);
            }
            return slot;
        }
    }

    /** From a word triple to the first line that has it. A lost triple (two in one slot) costs a little likeness. */
    private static final class TripleIndex {
        /** A triple and the line, which is counted from 1; 0 is an empty slot. */
        private final long[] slots;

        /** The triples of one line. */
        private int[] triples = new int[64];

        /** That line. */
        private int made = -1;

        TripleIndex(int words) {
            slots = new long[words == 0 ? 0 : Integer.highestOneBit(Math.max(8, words)) * 2];
        }

        /** Makes the line's triples, unless they are those made last; how many there are. */
        private int find(TextLines text, int line) {
            int[] words = text.words();
            int first = text.firstWord(line) + 2;
            int count = Math.max(0, text.firstWord(line + 1) - first);
            if (line != made) {
                made = line;
                triples = triples.length < count ? new int[2 * count] : triples;
                for (int k = 0; k < count; k++) {
                    triples[k] = triple(words, first + k);
                }
            }
            return count;
        }

        void add(TextLines text, int line) {
            int count = slots.length == 0 ? 0 : find(text, line);
            for (int k = 0; k < count; k++) {
                int triple = triples[k];
                int slot = slot(triple);
                if (slots[slot] == 0) {
                    slots[slot] = (long) triple << 32 | (line + 1);
                }
            }
        }

        /** The earlier line that has at least this share of the line's triples, or -1. */
        int covering(TextLines text, int line, double share) {
            int count = slots.length == 0 ? 0 : find(text, line);
            int best = -1;
            int votes = 0;
            int found = 0;
            for (int k = 0; k < count; k++) {
                int triple = triples[k];
                long held = slots[slot(triple)];
                if (held != 0 && (int) (held >>> 32) == triple) {
                    found++;
                    int lineHeld = (int) held - 1;
                    if (votes == 0) {
                        best = lineHeld;
                    }
                    votes += lineHeld == best ? 1 : -1;
                }
            }
            double enough = count * share;
            boolean covered = count > 0 && found >= enough && best != line;
            return covered && count(count, best) >= enough ? best : -1;
        }

        private int count(int count, int best) {
            int found = 0;
            for (int k = 0; k < count; k++) {
                int triple = triples[k];
                found += slots[slot(triple)] == ((long) triple << 32 | (best + 1)) ? 1 : 0;
            }
            return found;
        }

        private int slot(int triple) {
            return (triple >>> 7) & (slots.length - 1);
        }

        private static int triple(int[] words, int k) {
            int mixed = (words[k - 2] * 0x9E3779B1 + words[k - 1]) * 0x85EBCA6B + words[k];
            mixed ^= mixed >>> 15;
            mixed *= 0xC2B2AE35;
            return mixed ^ mixed >>> 13;
        }
    }
}
