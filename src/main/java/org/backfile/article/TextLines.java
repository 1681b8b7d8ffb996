package org.backfile.article;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import org.backfile.source.Lines;

/**
 * A stretch of a file's lines, each scanned once: where its text begins and ends without white space, its words as
 * hashes, and a hash of the whole. Words here are folded to lower case without normalising; a character of a script
 * written without spaces (Han, kana, Thai and their like) is a word of its own. Counts lines from 0.
 *
 * <p>Cost is one pass over the characters and four bytes a word. For one thread at a time.
 */
final class TextLines {
    private static final long MIX = 0x9E3779B97F4A7C15L;

    /** Shorter words are seldom cut at the end of a line. */
    static final int LONG_WORD = 6;

    private static final char ALONE = '\uFFFF';

    /** Signs that a line may have, so that most lines need not be searched for them: see {@link #mayHave}. */
    private static final int DIGIT = 1 << 16;

    private static final int DIVIDER = 1 << 17;
    private static final int COLON = 1 << 18;
    private static final int TAB_OR_STROKE = 1 << 19;
    private static final int FAR_LETTER = 1 << 20;
    private static final int ANY = DIGIT | DIVIDER | COLON | TAB_OR_STROKE | FAR_LETTER;

    /**
     * For each character below U+3000 what it adds to its word's hash: 0 where it parts words, {@link #ALONE} where it is
     * a word of its own. Above these 16 bits, which of the signs it is.
     */
    private static final int[] FOLDED = new int[0x3000];

    static {
        for (char c = 0; c < FOLDED.length; c++) {
            FOLDED[c] = folded(c)
                    | (isDigit(c) ? DIGIT : 0)
                    | (Block.isDivider(c) ? DIVIDER : 0)
                    | (c == ':' ? COLON : 0)
                    | (c == '\t' || c == '|' ? TAB_OR_STROKE : 0)
                    | (c >= Language.FIRST_SCRIPT && Character.isLetter(c) ? FAR_LETTER : 0);
        }
    }

    private final Lines lines;
    private final IntUnaryOperator cuts;
    private final int first;
    private final int[] starts;
    private final int[] ends;
    private final long[] hashes;
    private final int[] firstWord;
    private final byte[] prose;
    /** For each line the signs that it may have. */
    private final int[] signs;

    private final WordSet longWords;
    private int[] words;
    /** Whether the file has three spaces in a row: 1 or -1 once it was searched. */
    private byte wideSpaces;

    private char[] buffer = new char[256];
    /** The lengths of the words of the line at hand. */
    private int[] lengths = new int[130];
    /** The signs of the line at hand. */
    private int seen;

    /** Scans lines {@code from} to {@code to} of {@code lines}, counted from 1, both inclusive. */
    TextLines(Lines lines, int from, int to) {
        this(lines, from, to, line -> false);
    }

    /** The same, where lines that {@code skipped} holds for (by their number in the file) count as blank. */
    TextLines(Lines lines, int from, int to, IntPredicate skipped) {
        this(lines, from, to, skipped, line -> 0);
    }

    /** The same, where the first {@code cuts} characters of a line (by its number in the file) are none of its text. */
    TextLines(Lines lines, int from, int to, IntPredicate skipped, IntUnaryOperator cuts) {
        this.lines = lines;
        this.cuts = cuts;
        this.first = from;
        int count = to - from + 1;
        starts = new int[count];
        ends = new int[count];
        hashes = new long[count];
        firstWord = new int[count + 1];
        prose = new byte[count];
        signs = new int[count];
        longWords = new WordSet();
        int characters = count == 0 ? 0 : lines.end(to) - lines.start(from);
        words = new int[Math.max(16, characters / 5)];
        int wordCount = 0;
        for (int i = 0; i < count; i++) {
            wordCount = skipped.test(from + i) ? skip(i, wordCount) : scan(i, wordCount);
            firstWord[i + 1] = wordCount;
        }
        buffer = new char[0];
        lengths = new int[0];
    }

    /** A part of lines scanned already. */
    private TextLines(TextLines whole, int from, int to, IntPredicate skipped) {
        lines = whole.lines;
        cuts = whole.cuts;
        first = from;
        int at = from - whole.first;
        int end = at + to - from + 1;
        starts = Arrays.copyOfRange(whole.starts, at, end);
        ends = Arrays.copyOfRange(whole.ends, at, end);
        hashes = Arrays.copyOfRange(whole.hashes, at, end);
        prose = Arrays.copyOfRange(whole.prose, at, end);
        signs = Arrays.copyOfRange(whole.signs, at, end);
        longWords = whole.longWords;
        firstWord = new int[end - at + 1];
        words = new int[whole.firstWord[end] - whole.firstWord[at]];
        int count = 0;
        for (int i = 0; i < end - at; i++) {
            if (skipped.test(from + i)) {
                skip(i, 0);
                hashes[i] = 0;
            } else {
                int length = whole.wordCount(at + i);
                System.arraycopy(whole.words, whole.firstWord[at + i], words, count, length);
                count += length;
            }
            firstWord[i + 1] = count;
        }
    }

    /**
     * Lines {@code from} to {@code to} of these, by their numbers in the file; those that {@code skipped} holds for count
     * as blank. Nothing is scanned again.
     */
    TextLines part(int from, int to, IntPredicate skipped) {
        boolean whole = from == first && to == first + count() - 1;
        for (int line = from; whole && line <= to; line++) {
            whole = !skipped.test(line);
        }
        return whole ? this : new TextLines(this, from, to, skipped);
    }

    private int skip(int i, int wordCount) {
        starts[i] = lines.end(first + i);
        ends[i] = starts[i];
        return wordCount;
    }

    private int scan(int i, int wordCount) {
        String text = lines.text();
        int start = lines.start(first + i) + cuts.applyAsInt(first + i);
        int end = lines.end(first + i);
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        starts[i] = start;
        ends[i] = end;
        return start == end ? wordCount : scanWords(i, text, start, end, wordCount);
    }

    private int scanWords(int i, String text, int start, int end, int wordCount) {
        int length = end - start;
        if (buffer.length < length) {
            buffer = new char[Math.max(length, 2 * buffer.length)];
            lengths = new int[buffer.length / 2 + 2];
        }
        char[] line = buffer;
        text.getChars(start, end, line, 0);
        if (words.length < wordCount + length / 2 + 2) {
            words = Arrays.copyOf(words, Math.max(2 * words.length, wordCount + length / 2 + 2));
        }
        int count = spacedWords(line, length, wordCount);
        signs[i] = count < 0 ? ANY : seen;
        count = count < 0 ? mixedWords(line, length, wordCount) : count;
        long lineHash = 0;
        for (int k = wordCount; k < count; k++) {
            lineHash = lineHash * MIX + words[k];
            if (lengths[k - wordCount] >= LONG_WORD) {
                longWords.add(words[k]);
            }
        }
        for (int at = 0; count == wordCount && at < length; at++) {
            lineHash = lineHash * 31 + line[at];
        }
        lineHash ^= lineHash >>> 29;
        lineHash *= MIX;
        lineHash ^= lineHash >>> 32;
        hashes[i] = lineHash == 0 ? 1 : lineHash;
        return count;
    }

    /**
     * The words of a line in which spaces or signs part all of them; -1 where a character is a word of its own. Each word
     * is written at every character, and the place moves on at its end: a branch that turns with each word would cost
     * more than all else.
     */
    private int spacedWords(char[] line, int length, int wordCount) {
        int[] found = words;
        int[] foundLengths = lengths;
        int count = 0;
        int word = 0;
        int wordLength = 0;
        int signs = 0;
        for (int at = 0; at < length; at++) {
            char c = line[at];
            int entry = c < FOLDED.length ? FOLDED[c] : ANY | folded(c);
            signs |= entry;
            int folded = entry & ALONE;
            if (folded == ALONE) {
                return -1;
            }
            int inside = -folded >> 31;
            found[wordCount + count] = word;
            foundLengths[count] = wordLength;
            count += ~inside & (word | -word) >>> 31;
            word = (word * 31 + folded) & inside;
            wordLength = (wordLength + 1) & inside;
        }
        found[wordCount + count] = word;
        foundLengths[count] = wordLength;
        seen = signs & ANY;
        return wordCount + count + (word == 0 ? 0 : 1);
    }

    private int mixedWords(char[] line, int length, int wordCount) {
        int count = wordCount;
        int word = 0;
        int wordStart = 0;
        for (int at = 0; at <= length; at++) {
            char folded = at == length ? 0 : folded(line[at]);
            if (folded != 0 && folded != ALONE) {
                word = word * 31 + folded;
                continue;
            }
            if (word != 0) {
                count = add(word, at - wordStart, count, wordCount);
                word = 0;
            }
            wordStart = at + 1;
            if (folded == ALONE) {
                count = add(line[at] * 0x9E3779B1, 1, count, wordCount);
            }
        }
        return count;
    }

    private int add(int word, int length, int count, int lineStart) {
        if (count == words.length) {
            words = Arrays.copyOf(words, count * 2);
        }
        if (count - lineStart == lengths.length) {
            lengths = Arrays.copyOf(lengths, lengths.length * 2);
        }
        words[count] = word;
        lengths[count - lineStart] = length;
        return count + 1;
    }

    private static char folded(char c) {
        return isUnspaced(c) ? ALONE : isWordUnit(c) ? (char) (Character.toLowerCase(c) + 1) : 0;
    }

    /** The hash of a word that goes on with {@code c}. */
    static int wordHash(int word, char c) {
        return word * 31 + Character.toLowerCase(c) + 1;
    }

    /** White space, the invisible characters that stand at the ends of lines in page dumps, and the object sign. */
    static boolean isSpace(char c) {
        return c <= ' '
                || c == '\u00A0'
                || c == '\u3000'
                || c == '\uFEFF'
                || c == '\uFFFC'
                || (c >= '\u2000' && c <= '\u200F')
                || c == '\u2028'
                || c == '\u2029'
                || c == '\u202F'
                || c == '\u0085';
    }

    private static boolean isWordUnit(char c) {
        return Character.isSurrogate(c) || Words.isWordCharacter(c);
    }

    /** True for letters of scripts that put no spaces between words: Thai, Lao, Burmese, Khmer, Han, kana. */
    static boolean isUnspaced(char c) {
        return c >= '\u0E00'
                && (c <= '\u0EFF'
                        || (c >= '\u1000' && c <= '\u109F')
                        || (c >= '\u1780' && c <= '\u17FF')
                        || (c >= '\u3005' && c <= '\u9FFF' && (c <= '\u3007' || c >= '\u3041') && c != '\u30FB')
                        || (c >= '\uF900' && c <= '\uFAFF'));
    }

    /** True for a syllable of the Korean script. */
    static boolean isHangul(char c) {
        return c >= '\uAC00' && c <= '\uD7A3';
    }

    int count() {
        return hashes.length;
    }

    /** How many lines are not blank. */
    int filled() {
        int filled = 0;
        for (long hash : hashes) {
            filled += hash == 0 ? 0 : 1;
        }
        return filled;
    }

    /** The number of line {@code i} in the file, from 1. */
    int lineNumber(int i) {
        return first + i;
    }

    boolean isBlank(int i) {
        return hashes[i] == 0;
    }

    /** The line without white space at its ends. */
    String text(int i) {
        return lines.text().substring(starts[i], ends[i]);
    }

    /** The line as it stands, white space included. */
    String raw(int i) {
        return lines.get(first + i).substring(cuts.applyAsInt(first + i));
    }

    /** The length in UTF-16 units, white space at the ends left out. */
    int length(int i) {
        return ends[i] - starts[i];
    }

    /** How far the text is indented, in characters; a tab counts as four. */
    int indent(int i) {
        int indent = 0;
        for (int at = lines.start(first + i) + cuts.applyAsInt(first + i); at < starts[i]; at++) {
            indent += lines.text().charAt(at) == '\t' ? 4 : 1;
        }
        return indent;
    }

    /** The column of the first character of {@link #text}, from 1. */
    int column(int i) {
        return starts[i] - lines.start(first + i) + 1;
    }

    /** Character {@code at} of {@link #text}. */
    char charAt(int i, int at) {
        return lines.text().charAt(starts[i] + at);
    }

    char lastChar(int i) {
        return lines.text().charAt(ends[i] - 1);
    }

    /** A hash of the line's words, or of its characters where it has none; equal lines have equal hashes. 0 = blank. */
    long hash(int i) {
        return hashes[i];
    }

    int wordCount(int i) {
        return firstWord[i + 1] - firstWord[i];
    }

    /** The distinct words of at least {@link #LONG_WORD} characters, in no order; of a part, those of the whole. */
    WordSet longWords() {
        return longWords;
    }

    /** Hash of word {@code k} of line {@code i}. */
    int word(int i, int k) {
        return words[firstWord[i] + k];
    }

    /** The words of all lines, in order; those of line {@code i} begin at {@link #firstWord}. Not to be changed. */
    int[] words() {
        return words;
    }

    int firstWord(int i) {
        return firstWord[i];
    }

    int totalWords() {
        return firstWord[hashes.length];
    }

    /** True for a line that reads like running text, by its {@link #weight}; {@link Block#isProse} says how. */
    boolean isProse(int i) {
        if (prose[i] == 0) {
            prose[i] =
                    (byte) (Block.isProse(lines.text(), starts[i], ends[i], weight(i), mayHave(i, DIVIDER)) ? 1 : -1);
        }
        return prose[i] > 0;
    }

    /** True where the line ends as sentences do; false for a blank one. */
    boolean endsSentence(int i) {
        return Block.endsSentence(lines.text(), starts[i], ends[i]);
    }

    /** How many signs of the line part the items of a menu; {@link Block#dividers} says which. */
    int dividers(int i) {
        return mayHave(i, DIVIDER) ? Block.dividers(lines.text(), starts[i], ends[i]) : 0;
    }

    /** False where the line has none of these signs. */
    private boolean mayHave(int i, int these) {
        return (signs[i] & these) != 0;
    }

    /** False where the line has no colon, neither the common one nor the wide one of the East. */
    boolean mayHaveColon(int i) {
        return mayHave(i, COLON);
    }

    /** False where nothing in the line can part cells: tabs, upright strokes, and in the whole file three spaces. */
    boolean mayHaveCells(int i) {
        if (wideSpaces == 0) {
            wideSpaces = (byte) (lines.text().contains("   ") ? 1 : -1);
        }
        return wideSpaces > 0 || mayHave(i, TAB_OR_STROKE);
    }

    /** False where no letter of the line tells a language by its script. */
    boolean mayTellScript(int i) {
        return mayHave(i, FAR_LETTER);
    }

    /** True where a colon is among the line's first {@code most} characters. */
    boolean hasColon(int i, int most) {
        int end = Math.min(ends[i], starts[i] + most);
        for (int at = starts[i]; mayHaveColon(i) && at < end; at++) {
            if (lines.text().charAt(at) == ':') {
                return true;
            }
        }
        return false;
    }

    /** True where a figure of any script is among the line's first {@code most} characters. */
    boolean hasDigit(int i, int most) {
        String all = lines.text();
        int end = Math.min(ends[i], starts[i] + most);
        for (int at = starts[i]; mayHave(i, DIGIT) && at < end; at++) {
            if (isDigit(all.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    /** True where the line has two figures with a sign between, as {@code 3/4}. */
    boolean hasFigures(int i) {
        String all = lines.text();
        for (int at = starts[i] + 1; mayHave(i, DIGIT) && at + 1 < ends[i]; at++) {
            char c = all.charAt(at);
            if (c <= '/' && c >= '-' && isDigit(all.charAt(at - 1)) && isDigit(all.charAt(at + 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDigit(char c) {
        return c < 128 ? c <= '9' && c >= '0' : Character.isDigit(c);
    }

    /** The line's weight in words; two characters of an unspaced script weigh as much as one word. */
    int weight(int i) {
        int count = wordCount(i);
        int length = ends[i] - starts[i];
        return count * 3 > length ? (count + 1) / 2 : count;
    }
}
