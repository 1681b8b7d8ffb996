package org.backfile.render;

import java.util.ArrayList;
import java.util.List;
import org.backfile.article.Paragraph;
import org.backfile.article.Words;

/**
 * A piece of text that a diff marks as a whole: a word, one character of a script without spaces, a sign, or the end of a
 * paragraph.
 *
 * @param text as written; empty for the end of a paragraph
 * @param spaced whether a space stands before it, or it begins a paragraph
 */
record DiffWord(String text, boolean spaced) {
    /** The end of a paragraph. */
    static final DiffWord BREAK = new DiffWord("", true);

    boolean isBreak() {
        return text.isEmpty();
    }

    /** True for what counts as a word and not as a sign. */
    boolean isWord() {
        return !text.isEmpty() && Words.isWordCharacter(text.codePointAt(0));
    }

    /** What it is compared by: kinds of quotation marks, dashes and apostrophes make no difference. */
    String key() {
        if (text.length() > 1) {
            return text.replace('’', '\'');
        }
        return switch (text) {
            case "“", "”", "„", "«", "»", "″" -> "\"";
            case "‘", "’", "‚", "′", "`" -> "'";
            case "–", "—", "−", "‐", "‑" -> "-";
            default -> text;
        };
    }

    /** Whether both count as the same word. */
    boolean isLike(DiffWord other) {
        return text.equals(other.text) || key().equals(other.key());
    }

    /** The pieces of a body, a {@link #BREAK} after each paragraph and each line that ends for a reason. */
    static List<DiffWord> of(List<Paragraph> body) {
        List<DiffWord> words = new ArrayList<>();
        BodyText.of(body).forEach(text -> addText(text, words));
        return words;
    }

    private static void addText(String text, List<DiffWord> words) {
        boolean spaced = true;
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            int end = i + Character.charCount(c);
            if (c == '\n') {
                addBreak(words);
                spaced = true;
            } else if (c == ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                spaced = true;
            } else {
                end = end(text, i, c);
                words.add(new DiffWord(text.substring(i, end), spaced));
                spaced = false;
            }
            i = end;
        }
        addBreak(words);
    }

    private static void addBreak(List<DiffWord> words) {
        if (!words.isEmpty() && !words.get(words.size() - 1).isBreak()) {
            words.add(BREAK);
        }
    }

    private static int end(String text, int start, int first) {
        int i = start + Character.charCount(first);
        if (!Words.isWordCharacter(first) || isUnspaced(first)) {
            return i;
        }
        while (i < text.length()) {
            char letter = text.charAt(i);
            if (letter >= 'a' && letter <= 'z') {
                i++;
                continue;
            }
            int c = text.codePointAt(i);
            boolean joins = c == '\'' || c == '’';
            if (joins && (i + 1 >= text.length() || !Words.isWordCharacter(text.codePointAt(i + 1)))) {
                return i;
            }
            if (!joins && (!Words.isWordCharacter(c) || isUnspaced(c))) {
                return i;
            }
            i += Character.charCount(c);
        }
        return i;
    }

    /** True for scripts that put no space between words. */
    private static boolean isUnspaced(int c) {
        if (c < 0xE00) {
            return false;
        }
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }
}
