package org.backfile.article;

/** A label with a figure that differs from page to page: {@code 26 Comments}, {@code Teilen (3)}. Stateless. */
final class CounterLine {
    private static final long COUNTER = 0x1B873593CC9E2D51L;
    private static final int LONGEST = 30;
    private static final int MOST_WORDS = 3;

    private CounterLine() {}

    /** The key under which folders count such a line whatever its figure, or 0 where the line is something else. */
    static long key(TextLines text, int i) {
        int length = text.length(i);
        if (length > LONGEST || length < 3 || text.wordCount(i) > MOST_WORDS || !text.hasDigit(i, LONGEST)) {
            return 0;
        }
        long hash = COUNTER;
        int letters = 0;
        int figures = 0;
        boolean inFigure = false;
        for (int at = 0; at < length; at++) {
            char c = text.charAt(i, at);
            boolean digit = c >= '0' && c <= '9';
            if (!digit) {
                hash = (hash ^ Character.toLowerCase(c)) * 0x9E3779B97F4A7C15L;
                letters += Character.isLetter(c) ? 1 : 0;
            } else if (!inFigure) {
                hash = (hash ^ '0') * 0x9E3779B97F4A7C15L;
                figures++;
            }
            inFigure = digit;
        }
        return letters >= 3 && figures == 1 ? FileFacts.key(hash ^ (hash >>> 31)) : 0;
    }
}
