package org.backfile.article;

/**
 * A line that a label and a colon begin, with other words after them on each page: {@code Read also: Bridge closed},
 * {@code Tags: harbour, storm}. Stateless.
 */
final class LeadLine {
    private static final long LEAD = 0x51ED270B7F4A7C15L;
    private static final int LONGEST_LABEL = 30;
    private static final int MOST_WORDS = 4;
    private static final int MOST_WEIGHT = 25;

    private LeadLine() {}

    /** The key under which folders count the line's label, or 0 where it begins with none. */
    static long key(TextLines text, int i) {
        int colon = colon(text, i);
        if (colon == 0 || text.weight(i) > MOST_WEIGHT || text.lastChar(i) == '.') {
            return 0;
        }
        long hash = LEAD;
        for (int at = 0; at < colon; at++) {
            hash = (hash ^ Character.toLowerCase(text.charAt(i, at))) * 0x9E3779B97F4A7C15L;
        }
        return FileFacts.key(hash ^ (hash >>> 31));
    }

    /** Where the colon stands that ends a label of letters, with something after it; 0 where none does. */
    private static int colon(TextLines text, int i) {
        int words = 1;
        for (int at = 0; text.mayHaveColon(i) && at < Math.min(text.length(i) - 2, LONGEST_LABEL); at++) {
            char c = text.charAt(i, at);
            if (c == ':' || c == '：') {
                return at < 2 ? 0 : at;
            }
            words += c == ' ' ? 1 : 0;
            if (words > MOST_WORDS || Character.isDigit(c)) {
                return 0;
            }
        }
        return 0;
    }
}
