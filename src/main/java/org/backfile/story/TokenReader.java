package org.backfile.story;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.backfile.article.Words;

/**
 * Turns text to tokens: the words of {@link Words} with a token each; runs of scripts without spaces (Chinese,
 * Japanese, Thai and their like) give a token for each pair of neighbouring characters instead. One pass.
 */
final class TokenReader {
    private int[] tokens = new int[256];
    private int size;

    /** Reads one paragraph; a paragraph begins a sentence. */
    void read(String paragraph) {
        String text = Words.normalized(paragraph, Normalizer.Form.NFKC);
        boolean capitals = mostlyCapitals(text);
        boolean sentenceStart = true;
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (isWord(c)) {
                int end = runEnd(text, i);
                add(text, i, end, sentenceStart, capitals);
                sentenceStart = false;
                i = end;
            } else {
                sentenceStart |= c == '.' || c == '!' || c == '?' || c == ':' || c == '\n' || c == '\u2022';
                i += Character.charCount(c);
            }
        }
    }

    int size() {
        return size;
    }

    int[] tokens() {
        return Arrays.copyOf(tokens, size);
    }

    /** The text behind each token of {@link #read}, in the same order. */
    static void texts(String paragraph, List<String> out) {
        String text = Words.normalized(paragraph, Normalizer.Form.NFKC);
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (!isWord(c)) {
                i += Character.charCount(c);
                continue;
            }
            int end = runEnd(text, i);
            if (isUnspaced(c)) {
                for (int at = i, next; at < end; at = next) {
                    next = at + Character.charCount(text.codePointAt(at));
                    boolean last = next >= end;
                    if (!last || at == i) {
                        out.add(text.substring(at, last ? end : next + Character.charCount(text.codePointAt(next))));
                    }
                }
            } else {
                out.add(text.substring(i, end));
            }
            i = end;
        }
    }

    private static int runEnd(String text, int from) {
        int simple = from;
        while (simple < text.length() && text.charAt(simple) < 128 && isWord(text.charAt(simple))) {
            simple++;
        }
        if (simple == text.length() || (simple > from && text.charAt(simple) < 128)) {
            return simple;
        }
        boolean unspaced = isUnspaced(text.codePointAt(from));
        int i = from;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (!isWord(c) || isUnspaced(c) != unspaced) {
                break;
            }
            i += Character.charCount(c);
        }
        return i;
    }

    private void add(String text, int from, int end, boolean sentenceStart, boolean capitals) {
        if (isUnspaced(text.codePointAt(from))) {
            addPairs(text, from, end);
            return;
        }
        int kind = kind(text, from, end, sentenceStart, capitals);
        if (isAscii(text, from, end)) {
            append(text, from, end, kind);
        } else {
            append(text.substring(from, end).toLowerCase(Locale.ROOT), kind);
        }
    }

    private static boolean isAscii(String text, int from, int end) {
        for (int i = from; i < end; i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    private void addPairs(String text, int from, int end) {
        int first = from;
        for (int second; first < end; first = second) {
            second = first + Character.charCount(text.codePointAt(first));
            if (second < end) {
                append(text.substring(first, second + Character.charCount(text.codePointAt(second))), Token.UNSPACED);
            } else if (first == from) {
                append(text.substring(first, end), Token.UNSPACED);
            }
        }
    }

    private void append(String folded, int kind) {
        append(folded, 0, folded.length(), kind);
    }

    /** Adds a word; ASCII letters count as small ones. */
    private void append(String word, int from, int end, int kind) {
        if (size == tokens.length) {
            tokens = Arrays.copyOf(tokens, size + (size >> 1));
        }
        tokens[size++] = Token.of(hash(word, from, end) >>> 13, letterBag(word, from, end), kind);
    }

    private static char small(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
    }

    private static int hash(String word, int from, int end) {
        int hash = 0x811C9DC5;
        for (int i = from; i < end; i++) {
            hash = (hash ^ small(word.charAt(i))) * 0x01000193;
        }
        hash ^= hash >>> 15;
        hash *= 0x2C1B3C6D;
        hash ^= hash >>> 12;
        hash *= 0x297A2D39;
        return hash ^ hash >>> 15;
    }

    /** Letters that are easily taken for one another (i, l, 1; o, 0; s, 5 …) share a bit. */
    private static int letterBag(String word, int from, int end) {
        int bag = 0;
        for (int i = from; i < end; i++) {
            char c = small(word.charAt(i));
            bag |= 1 << (c < 128 ? LETTER_GROUP[c] : c % 10);
        }
        return bag;
    }

    private static final byte[] LETTER_GROUP = letterGroups();

    private static byte[] letterGroups() {
        String[] groups = {"il1jt7f", "o0a4q9", "s5z2x3", "e c", "b8h6k", "nmu", "rvyw", "dp", "g", ""};
        byte[] group = new byte[128];
        Arrays.fill(group, (byte) 9);
        for (byte g = 0; g < groups.length; g++) {
            for (int i = 0; i < groups[g].length(); i++) {
                group[groups[g].charAt(i)] = g;
            }
        }
        return group;
    }

    private static int kind(String text, int from, int end, boolean sentenceStart, boolean capitals) {
        boolean digit = false;
        boolean letter = false;
        boolean allUpper = true;
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            boolean isDigit = Character.isDigit(c);
            digit |= isDigit;
            letter |= !isDigit;
            allUpper &= isDigit || Character.isUpperCase(c);
        }
        if (digit) {
            return letter ? Token.ODD : Token.NUMBER;
        }
        if (Character.isUpperCase(text.codePointAt(from))) {
            boolean capitalTells = !capitals && (!sentenceStart || (allUpper && end - from > 1));
            return capitalTells ? Token.NAME : Token.START;
        }
        boolean stray = end - from == 1 && text.charAt(from) < 128 && "aisyotd".indexOf(text.charAt(from)) < 0;
        return stray ? Token.ODD : Token.LOWER;
    }

    private static boolean mostlyCapitals(String text) {
        int upper = 0;
        int lower = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 128) {
                upper += c >= 'A' && c <= 'Z' ? 1 : 0;
                lower += c >= 'a' && c <= 'z' ? 1 : 0;
            } else if (Character.isUpperCase(c)) {
                upper++;
            } else if (Character.isLowerCase(c)) {
                lower++;
            }
        }
        return upper > lower;
    }

    private static boolean isWord(int c) {
        return Words.isWordCharacter(c);
    }

    private static boolean isUnspaced(int c) {
        if (c < 0x0E00) {
            return false;
        }
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR, TIBETAN -> true;
            default -> false;
        };
    }
}
