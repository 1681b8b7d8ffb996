package org.backfile.article;

/** The name of a site after a page's title: {@code Headline - Site}, {@code Headline | Site}. Stateless. */
final class TitleTail {
    private static final long TAIL = 0x5DEECE66D1234567L;
    private static final int LONGEST = 60;

    private TitleTail() {}

    /** Where the last divider with spaces around it stands, or -1. */
    static int divider(String title) {
        for (int at = title.length() - 3; at > 3; at--) {
            char c = title.charAt(at);
            boolean sign = c == '|' || c == '-' || c == '–' || c == '—' || c == '»' || c == '«' || c == '·' || c == '•';
            if (sign && title.charAt(at - 1) == ' ' && title.charAt(at + 1) == ' ') {
                return title.length() - at <= LONGEST ? at : -1;
            }
        }
        return -1;
    }

    /** What stands before the divider. */
    static String front(String title, int divider) {
        return title.substring(0, divider).strip();
    }

    /** What stands after it. */
    static String tail(String title, int divider) {
        return title.substring(divider + 1).strip();
    }

    /** The key under which folders count a tail, apart from the same words on a line of their own. */
    static long key(String tail) {
        long hash = TAIL;
        for (int i = 0; i < tail.length(); i++) {
            hash = hash * 0x9E3779B97F4A7C15L + Character.toLowerCase(tail.charAt(i));
        }
        return FileFacts.tailKey(hash ^ (hash >>> 31));
    }
}
