package org.backfile.render;

import org.jspecify.annotations.Nullable;

/**
 * What a text from input becomes before it stands in a page, a feed or a data file that browsers read: HTML and XML
 * both forbid control characters, noncharacters and halves of surrogate pairs, and a bidirectional control left open
 * turns the text around it. Each such character is replaced by U+FFFD, so that a reader sees that something stood
 * there; vertical tab and form feed become spaces. Bidirectional embeddings and isolates that are closed again stay;
 * overrides never do.
 *
 * <p>Stateless; one pass; a text that needs no change is returned as it is.
 */
public final class HtmlText {
    private static final char REPLACEMENT = '\uFFFD';
    /** Deeper than any writer needs, and within the 125 levels of the Unicode bidirectional algorithm. */
    private static final int BIDI_DEPTH = 60;

    private HtmlText() {}

    /** The text without what HTML and XML forbid; not escaped. */
    public static String clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isPlain(c) && (isForbidden(c) || isBidiControl(c))) {
                return cleaned(text, i);
            }
        }
        return text;
    }

    /** Whether a character is none to be looked at closely: most are letters, spaces and ASCII signs. */
    private static boolean isPlain(char c) {
        return c < 0x7F ? c >= ' ' || c == '\n' : (c > 0x9F && c < 0x2028) || (c > 0x2069 && c < 0xD800);
    }

    /** {@link #clean} and then {@code & < > " '} as character references: safe in elements and in quoted attributes. */
    public static String escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isPlain(c) || (c <= '>' && reference(c) != null)) {
                return escaped(clean(text), i);
            }
        }
        return text;
    }

    private static String escaped(String text, int from) {
        StringBuilder out = new StringBuilder(text.length() + 32);
        int done = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            String reference = c <= '>' ? reference(c) : null;
            if (reference != null) {
                out.append(text, done, i).append(reference);
                done = i + 1;
            }
        }
        return done == 0 ? text : out.append(text, done, text.length()).toString();
    }

    private static @Nullable String reference(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> null;
        };
    }

    private static String cleaned(String text, int from) {
        StringBuilder out = new StringBuilder(text.length()).append(text, 0, from);
        int[] open = new int[BIDI_DEPTH];
        int depth = 0;
        for (int i = from; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (isBidiOpening(c) && depth < BIDI_DEPTH) {
                open[depth++] = out.length();
                out.append((char) c);
            } else if (isBidiClosing(c) && depth > 0 && closes(c, out.charAt(open[depth - 1]))) {
                depth--;
                out.append((char) c);
            } else if (c == 0x0B || c == 0x0C) {
                out.append(' ');
            } else if (isForbidden(c) || isBidiControl(c)) {
                out.append(REPLACEMENT);
            } else {
                out.appendCodePoint(c);
            }
        }
        while (depth > 0) {
            out.setCharAt(open[--depth], REPLACEMENT);
        }
        return out.toString();
    }

    private static boolean isForbidden(int c) {
        boolean control = c < ' ' ? c != '\t' && c != '\n' && c != '\r' : c >= 0x7F && c <= 0x9F;
        boolean nonCharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
        return control || nonCharacter || (c >= 0xD800 && c <= 0xDFFF);
    }

    private static boolean isBidiControl(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }

    /** LRE, RLE, LRI, RLI, FSI; not the overrides LRO and RLO. */
    private static boolean isBidiOpening(int c) {
        return c == 0x202A || c == 0x202B || (c >= 0x2066 && c <= 0x2068);
    }

    /** PDF, PDI. */
    private static boolean isBidiClosing(int c) {
        return c == 0x202C || c == 0x2069;
    }

    private static boolean closes(int closing, char opening) {
        return (closing == 0x202C) == (opening <= 0x202B);
    }
}
