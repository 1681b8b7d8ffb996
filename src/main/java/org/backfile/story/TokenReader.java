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
    private static final int ASCII = 128;
    private static final int SMALL_MASK = ASCII - 1;
    private static final int BAG_SHIFT = 7;
    private static final int LOWER_SHIFT = 17;
    private static final int UPPER_SHIFT = 18;
    private static final int LOWER = 1 << LOWER_SHIFT;
    private static final int UPPER = 1 << UPPER_SHIFT;
    private static final int DIGIT = 1 << 19;
    private static final int SORTS = LOWER | UPPER | DIGIT;

    private int[] tokens = new int[256];
    private int size;
    /** The paragraph. */
    private char[] chars = new char[1 << 12];
    /** Letters of the paragraph. */
    private int upper;

    private int lower;

    /** Reads one paragraph; a paragraph begins a sentence. */
    void read(String paragraph) {
        String text = Words.normalized(paragraph, Normalizer.Form.NFKC);
        int length = text.length();
        if (chars.length < length) {
            chars = new char[length + (length >> 1)];
        }
        text.getChars(0, length, chars, 0);
        int first = size;
        upper = 0;
        lower = 0;
        boolean sentenceStart = true;
        int i = 0;
        while (i < length) {
            char c = chars[i];
            if (c < ASCII ? LETTERS[c] != 0 : isWord(text.codePointAt(i))) {
                i = addWord(text, i, length, sentenceStart);
                sentenceStart = false;
            } else {
                sentenceStart |= c == '.' || c == '!' || c == '?' || c == ':' || c == '\n' || c == '\u2022';
                i += Character.isHighSurrogate(c) ? Character.charCount(text.codePointAt(i)) : 1;
            }
        }
        if (upper > lower) {
            tellNoNames(first);
        }
    }

    /** In a line of capitals a capital means nothing. */
    private void tellNoNames(int first) {
        for (int i = first; i < size; i++) {
            tokens[i] = Token.kind(tokens[i]) == Token.NAME ? Token.ofKind(tokens[i], Token.START) : tokens[i];
        }
    }

    /** Adds the word that begins here, in one pass where it is of ASCII characters alone, and tells where it ends. */
    private int addWord(String text, int from, int length, boolean sentenceStart) {
        int hash = HASH_OF_NOTHING;
        int all = 0;
        int uppers = 0;
        int lowers = 0;
        int i = from;
        for (int letter; i < length && chars[i] < ASCII && (letter = LETTERS[chars[i]]) != 0; i++) {
            hash = (hash ^ (letter & SMALL_MASK)) * HASH_FACTOR;
            all |= letter;
            uppers += letter >>> UPPER_SHIFT & 1;
            lowers += letter >>> LOWER_SHIFT & 1;
        }
        if (i < length && chars[i] >= ASCII && isWord(text.codePointAt(i))) {
            int end = runEnd(text, from);
            add(text, from, end, sentenceStart);
            return end;
        }
        upper += uppers;
        lower += lowers;
        append(hash, all >>> BAG_SHIFT, kind(from, i, all & SORTS, sentenceStart));
        return i;
    }

    private int kind(int from, int end, int sorts, boolean sentenceStart) {
        if ((sorts & DIGIT) != 0) {
            return sorts == DIGIT ? Token.NUMBER : Token.ODD;
        }
        if ((LETTERS[chars[from]] & UPPER) != 0) {
            boolean initials = sorts == UPPER && end - from > 1;
            return !sentenceStart || initials ? Token.NAME : Token.START;
        }
        return end - from == 1 && "aisyotd".indexOf(chars[from]) < 0 ? Token.ODD : Token.LOWER;
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

    private void add(String text, int from, int end, boolean sentenceStart) {
        for (int i = from; i < end; i++) {
            upper += Character.isUpperCase(chars[i]) ? 1 : 0;
            lower += Character.isLowerCase(chars[i]) ? 1 : 0;
        }
        if (isUnspaced(text.codePointAt(from))) {
            addPairs(text, from, end);
        } else {
            append(text.substring(from, end).toLowerCase(Locale.ROOT), kind(text, from, end, sentenceStart));
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
        int hash = HASH_OF_NOTHING;
        int bag = 0;
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            hash = (hash ^ c) * HASH_FACTOR;
            bag |= 1 << (c < ASCII ? LETTER_GROUP[c] : c % 10);
        }
        append(hash, bag, kind);
    }

    private void append(int hash, int letterBag, int kind) {
        if (size == tokens.length) {
            tokens = Arrays.copyOf(tokens, size + (size >> 1));
        }
        tokens[size++] = Token.of(spread(hash) >>> 13, letterBag, kind);
    }

    // FNV-1a, then spread
    private static final int HASH_OF_NOTHING = 0x811C9DC5;
    private static final int HASH_FACTOR = 0x01000193;

    private static int spread(int hash) {
        int spread = (hash ^ hash >>> 15) * 0x2C1B3C6D;
        spread = (spread ^ spread >>> 12) * 0x297A2D39;
        return spread ^ spread >>> 15;
    }

    /** Letters that are easily taken for one another (i, l, 1; o, 0; s, 5 …) share a bit. */
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

    /**
     * Of each ASCII letter or digit all that its word needs: the small letter, above it the bit of its group, above that
     * which of the three it is; 0 for what parts words.
     */
    private static final int[] LETTERS = new int[ASCII];

    static {
        for (char c = 0; c < ASCII; c++) {
            int sort = c >= '0' && c <= '9' ? DIGIT : c >= 'a' && c <= 'z' ? LOWER : c >= 'A' && c <= 'Z' ? UPPER : 0;
            int small = sort == UPPER ? c | 0x20 : c;
            LETTERS[c] = sort == 0 ? 0 : small | (1 << (BAG_SHIFT + LETTER_GROUP[small])) | sort;
        }
    }

    private static int kind(String text, int from, int end, boolean sentenceStart) {
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
            boolean capitalTells = !sentenceStart || (allUpper && end - from > 1);
            return capitalTells ? Token.NAME : Token.START;
        }
        boolean stray = end - from == 1 && text.charAt(from) < 128 && "aisyotd".indexOf(text.charAt(from)) < 0;
        return stray ? Token.ODD : Token.LOWER;
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
