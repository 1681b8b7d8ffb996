package org.backfile.search;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Makes one word of its spellings: compatibility forms, case and diacritics go, so that {@code Zürich},
 * {@code ZURICH} and {@code Ｚurich} meet. Signs that are letters of their script stay (Thai vowels, Japanese voicing).
 * {@code search.js} does the same to what a reader types.
 */
final class Folding {
    /** Below it, no character but a diacritic joins with the one before, so that words fold character by character. */
    private static final int APART = 0x590;

    /** What characters fold to, as far as it was asked; threads may ask at once, for each finds the same. */
    private static final @Nullable String[] FOLDED = new String[0x10000];

    private static final @Nullable String[] EXACT = new String[APART];

    private Folding() {}

    /** Without case and diacritics. */
    static String folded(String word) {
        if (word.length() == 1) {
            return folded(word.charAt(0));
        }
        if (!isApart(word)) {
            return normalizedFolded(word);
        }
        StringBuilder folded = new StringBuilder(word.length() + 4);
        for (int i = 0; i < word.length(); i++) {
            folded.append(folded(word.charAt(i)));
        }
        return folded.toString();
    }

    private static String folded(char c) {
        String known = FOLDED[c];
        if (known == null) {
            known = normalizedFolded(String.valueOf(c));
            FOLDED[c] = known;
        }
        return known;
    }

    private static boolean isApart(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c >= APART || isDiacritic(c) || (c >= 0x483 && c <= 0x489)) {
                return false;
            }
        }
        return true;
    }

    private static String normalizedFolded(String word) {
        String apart = Normalizer.normalize(word, Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(apart.length());
        int c;
        for (int i = 0; i < apart.length(); i += Character.charCount(c)) {
            c = apart.codePointAt(i);
            if (!isDiacritic(c)) {
                appendPlain(folded, Character.toLowerCase(c));
            }
        }
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }

    /** Without case only, its marks composed: what a reader means who types the diacritic. */
    static String exact(String word) {
        if (!isApart(word)) {
            return normalizedExact(word);
        }
        StringBuilder exact = new StringBuilder(word.length() + 4);
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            String known = EXACT[c];
            if (known == null) {
                known = normalizedExact(String.valueOf(c));
                EXACT[c] = known;
            }
            exact.append(known);
        }
        return exact.toString();
    }

    private static String normalizedExact(String word) {
        String whole = Normalizer.normalize(word, Normalizer.Form.NFKC);
        StringBuilder exact = new StringBuilder(whole.length());
        int c;
        for (int i = 0; i < whole.length(); i += Character.charCount(c)) {
            c = whole.codePointAt(i);
            int lower = Character.toLowerCase(c);
            if (!isSelector(c)) {
                appendIfWord(exact, lower == 'ς' ? 'σ' : lower);
            }
        }
        return Normalizer.normalize(exact, Normalizer.Form.NFC);
    }

    private static boolean isDiacritic(int c) {
        return (c >= 0x300 && c <= 0x36F)
                || (c >= 0x591 && c <= 0x5C7)
                || (c >= 0x610 && c <= 0x61A)
                || (c >= 0x64B && c <= 0x65F)
                || c == 0x670
                || (c >= 0x1AB0 && c <= 0x1AFF)
                || (c >= 0x1DC0 && c <= 0x1DFF)
                || (c >= 0xFE20 && c <= 0xFE2F)
                || isSelector(c);
    }

    /** Signs that choose a picture of a character and say nothing of the word. */
    private static boolean isSelector(int c) {
        return (c >= 0x20D0 && c <= 0x20FF) || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
    }

    private static void appendPlain(StringBuilder out, int lower) {
        switch (lower) {
            case 'ß' -> out.append("ss");
            case 'æ' -> out.append("ae");
            case 'œ' -> out.append("oe");
            case 'þ' -> out.append("th");
            case 'ø' -> out.append('o');
            case 'đ', 'ð' -> out.append('d');
            case 'ł' -> out.append('l');
            case 'ħ' -> out.append('h');
            case 'ŧ' -> out.append('t');
            case 'ı' -> out.append('i');
            case 'ς' -> out.append('σ');
            default -> appendIfWord(out, lower);
        }
    }

    private static void appendIfWord(StringBuilder out, int c) {
        byte kind = WordCharacters.classOf(c);
        if (c == '.' || kind == WordCharacters.ALPHABETIC || kind == WordCharacters.PAIRED) {
            out.appendCodePoint(c);
        }
    }
}
