package org.backfile.article;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The first sentence of a body, for listings. Where sentences end is told by a small rule of our own, since those of
 * the Java platform change from release to release: a full stop, question or exclamation mark, with the quotes and
 * brackets that close after it, before a space and anything but a small letter; a full stop behind a single letter
 * or a title's abbreviation ends none.
 */
final class Opening {
    private static final int LIMIT = 200;
    private static final int LONGEST_ABBREVIATION = 3;

    /** So much of a Markdown body is looked at. */
    private static final int MARKDOWN_LIMIT = 8_000;

    /** A picture or the call of a footnote. */
    private static final Pattern UNREAD =
            Pattern.compile("!\\[[^\\]\\[]{0,200}]\\([^)]{0,500}\\)|\\[\\^[^\\]\\s]{1,50}]");

    /** A link, with its words: {@code [words](address "title")} or {@code [words][name]}. */
    private static final Pattern LINK = Pattern.compile(
            "\\[([^\\]\\[]{0,200})](?:\\([^)\\s]{0,500}(?:\\s{1,5}\"[^\"]{0,200}\"|\\s{1,5}'[^']{0,200}')?\\)|\\[[^\\]\\[]{0,100}])");

    /** A mark of emphasis or code; an underscore within a word is none. */
    private static final Pattern MARK = Pattern.compile("[*`]|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])");

    private Opening() {}

    static String of(List<Paragraph> body) {
        for (Paragraph paragraph : body) {
            if (paragraph.kind() == Paragraph.Kind.MARKDOWN) {
                return sentence(firstProse(paragraph.text()));
            }
            if (paragraph.kind() == Paragraph.Kind.TEXT || paragraph.kind() == Paragraph.Kind.QUOTE) {
                return sentence(paragraph.text());
            }
        }
        return body.stream()
                .filter(paragraph -> paragraph.kind() != Paragraph.Kind.IMAGE)
                .findFirst()
                .map(paragraph -> sentence(paragraph.text()))
                .orElse("");
    }

    /** The first Markdown block that is running text, without the marks of emphasis and links; empty where there is none. */
    private static String firstProse(String markdown) {
        for (String block : markdown.substring(0, Math.min(markdown.length(), MARKDOWN_LIMIT))
                .split("\\n\\s*\\n", -1)) {
            String text = block.strip();
            if (!text.isEmpty() && "#!|>-+<`=[".indexOf(text.charAt(0)) < 0 && !text.startsWith("* ")) {
                String read = LINK.matcher(UNREAD.matcher(text).replaceAll("")).replaceAll("$1");
                return MARK.matcher(read).replaceAll("").strip();
            }
        }
        return "";
    }

    private static String sentence(String text) {
        String flat = flat(text);
        int end = end(flat);
        if (end <= LIMIT) {
            return flat.substring(0, end);
        }
        int cut = flat.lastIndexOf(' ', LIMIT - 1);
        return flat.substring(0, cut < LIMIT / 2 ? flat.offsetByCodePoints(0, LIMIT / 2) : cut) + "…";
    }

    /** The text's beginning, runs of white space as one space each. */
    private static String flat(String text) {
        StringBuilder flat = new StringBuilder(2 * LIMIT);
        for (int i = 0; i < text.length() && flat.length() < 2 * LIMIT; i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c)) {
                flat.append(c);
            } else if (flat.length() > 0 && flat.charAt(flat.length() - 1) != ' ') {
                flat.append(' ');
            }
        }
        return flat.toString().strip();
    }

    private static int end(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ("。！？".indexOf(c) >= 0) {
                return closed(text, i + 1);
            }
            if (".?!…؟".indexOf(c) >= 0) {
                int after = closed(text, i + 1);
                if (after >= text.length()
                        || (text.charAt(after) == ' '
                                && startsSentence(text, after + 1)
                                && !(c == '.' && isAbbreviation(text, i)))) {
                    return after;
                }
            }
        }
        return text.length();
    }

    private static int closed(String text, int from) {
        int end = from;
        while (end < text.length() && "\"'”’»“)]」』…".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private static boolean startsSentence(String text, int at) {
        return at >= text.length() || !Character.isLowerCase(text.charAt(at));
    }

    /** True where the stop follows one letter or a short word that begins with a capital, as in {@code St. Mary}. */
    private static boolean isAbbreviation(String text, int stop) {
        int start = stop;
        while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        int length = stop - start;
        return length == 1
                || (length > 1 && length <= LONGEST_ABBREVIATION && Character.isUpperCase(text.charAt(start)));
    }
}
