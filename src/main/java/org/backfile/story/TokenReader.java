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
        String text = Normalizer.isNormalized(paragraph, Normalizer.Form.NFKC)
                ? paragraph
                : Normalizer.normalize(paragraph, Normalizer.Form.NFKC);
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
        String text = Normalizer.normalize(paragraph, Normalizer.Form.NFKC);
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
        } else {
            String word = text.substring(from, end);
            append(word.toLowerCase(Locale.ROOT), kind(word, sentenceStart, capitals));
        }
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
        if (size == tokens.length) {
            tokens = Arrays.copyOf(tokens, size + (size >> 1));
        }
        tokens[size++] = Token.of(hash(folded) >>> 13, letterBag(folded), kind);
    }

    private static int hash(String word) {
        int hash = 0x811C9DC5;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * 0x01000193;
        }
        hash ^= hash >>> 15;
        hash *= 0x2C1B3C6D;
        hash ^= hash >>> 12;
        hash *= 0x297A2D39;
        return hash ^ hash >>> 15;
    }

    /** Letters that are easily taken for one another (i, l, 1; o, 0; s, 5 …) share a bit. */
    private static int letterBag(String word) {
        int bag = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
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

    private static int kind(String word, boolean sentenceStart, boolean capitals) {
        boolean digit = false;
        boolean letter = false;
        boolean allUpper = true;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean isDigit = Character.isDigit(c);
            digit |= isDigit;
            letter |= !isDigit;
            allUpper &= isDigit || Character.isUpperCase(c);
        }
        if (digit) {
            return letter ? Token.ODD : Token.NUMBER;
        }
        if (Character.isUpperCase(word.codePointAt(0))) {
            boolean capitalTells = !capitals && (!sentenceStart || (allUpper && word.length() > 1));
            return capitalTells ? Token.NAME : Token.START;
        }
        boolean stray = word.length() == 1 && word.charAt(0) < 128 && "aisyotd".indexOf(word.charAt(0)) < 0;
        return stray ? Token.ODD : Token.LOWER;
    }

    private static boolean mostlyCapitals(String text) {
        int upper = 0;
        int lower = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isUpperCase(c)) {
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
