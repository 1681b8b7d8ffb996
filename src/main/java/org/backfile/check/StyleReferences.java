package org.backfile.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds what a style sheet loads: {@code url(…)} and {@code @import "…"}, comments left out. Linear. */
final class StyleReferences {
    private static final String IMPORT = "@import";

    private final String css;
    private final String folded;
    private final List<String> urls = new ArrayList<>();

    private StyleReferences(String css) {
        this.css = css;
        this.folded = css.toLowerCase(Locale.ROOT);
    }

    /** The URLs in {@code css}, in order. */
    static List<String> of(String css) {
        StyleReferences references = new StyleReferences(css);
        if (references.folded.length() == css.length()) {
            references.scan();
        }
        return references.urls;
    }

    private void scan() {
        int i = 0;
        while (i < css.length()) {
            if (css.startsWith("/*", i)) {
                int end = css.indexOf("*/", i + 2);
                i = end < 0 ? css.length() : end + 2;
            } else if (folded.startsWith("url(", i)) {
                i = address(i + 4, ')');
            } else if (folded.startsWith(IMPORT, i)) {
                i = imported(i + IMPORT.length());
            } else {
                i++;
            }
        }
    }

    /** An import's URL stands in quotes, or in {@code url(…)}, which the scan finds. */
    private int imported(int from) {
        int i = blanks(from);
        return i < css.length() && isQuote(css.charAt(i)) ? address(i, ';') : i;
    }

    /** Adds the address at {@code from}, quoted or up to {@code end}; gives where the scan goes on. */
    private int address(int from, char end) {
        int start = blanks(from);
        if (start >= css.length()) {
            return css.length();
        }
        char first = css.charAt(start);
        int open = isQuote(first) ? start + 1 : start;
        int close = css.indexOf(isQuote(first) ? first : end, open);
        if (close < 0) {
            return css.length();
        }
        urls.add(css.substring(open, close).strip());
        return close + 1;
    }

    private int blanks(int from) {
        int i = from;
        while (i < css.length() && Character.isWhitespace(css.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }
}
