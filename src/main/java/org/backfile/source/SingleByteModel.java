package org.backfile.source;

import java.nio.charset.Charset;

/**
 * How likely bytes are as text of one language in one charset of one byte a character. The cost of a text is the sum,
 * over its bytes from 128 on, of the letter's cost (tenths of a nat; commonness falls by a fixed ratio from letter to
 * letter) and of what stands before it: a capital inside a word, letters of two scripts in one word, a sign within a
 * word, a letter beside a figure ({@code £40} is no Ł) are unlikely whatever the language. That part tells KOI8-R from windows-1251, where small and capital letters
 * change places.
 */
final class SingleByteModel {
    private static final int OTHER_LETTER = 70;
    private static final int PUNCTUATION = 30;
    private static final int SIGN = 50;
    private static final int OTHER = 90;
    private static final int UNDEFINED = 120;
    private static final int CAPITAL_STARTS_WORD = 10;
    private static final int CAPITAL_AFTER_CAPITAL = 2;
    private static final int CAPITAL_IN_WORD = 50;
    private static final int TWO_SCRIPTS = 50;
    private static final int AFTER_FINAL = 40;
    private static final int SIGN_IN_WORD = 25;
    private static final int LETTER_BESIDE_FIGURE = 40;

    private static final int NONE = 0;
    private static final int LATIN_SMALL = 1;
    private static final int LATIN_CAPITAL = 2;
    private static final int SMALL = 3;
    private static final int CAPITAL_LETTER = 4;
    private static final int FINAL = 5;
    private static final int MARK = 6;

    /** Letters that end words in Hebrew, Greek and Arabic. */
    private static final String FINALS = "\u05df\u05dd\u05da\u05e3\u05e5\u03c2\u0629\u0649";

    private final int[] costs = new int[256];
    private final byte[] kinds = new byte[256];

    SingleByteModel(Charset charset, String letters) {
        byte[] one = new byte[1];
        for (int b = 0; b < 256; b++) {
            one[0] = (byte) b;
            char c = new String(one, charset).charAt(0);
            kinds[b] = kind(c);
            costs[b] = b < 128 ? 0 : cost(c, letters);
        }
    }

    /** What kind of character it is: the scripts here are Latin and the charset's other one. */
    private static byte kind(char c) {
        if (!Character.isLetter(c)) {
            return (byte) (c < 128 || isPunctuation(c) ? NONE : MARK);
        }
        if (FINALS.indexOf(c) >= 0) {
            return FINAL;
        }
        boolean latin = Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
        boolean capital = Character.isUpperCase(c);
        return (byte) (latin ? capital ? LATIN_CAPITAL : LATIN_SMALL : capital ? CAPITAL_LETTER : SMALL);
    }

    private static boolean isPunctuation(char c) {
        return "\u2018\u2019\u201c\u201d\u201e\u201a\u2013\u2014\u2026\u00a0\u00ab\u00bb\u00bf\u00a1\u00a3\u20ac"
                        .indexOf(c)
                >= 0;
    }

    private static int cost(char c, String letters) {
        int rank = letters.indexOf(Character.toLowerCase(c));
        if (rank >= 0) {
            double fall = 3.2 / letters.length();
            double total = (1 - StrictMath.exp(-3.2)) / (1 - StrictMath.exp(-fall));
            return (int) Math.round(10 * (StrictMath.log(total) + fall * rank));
        }
        if (c == '\uFFFD' || (c >= 0x80 && c < 0xA0)) {
            return UNDEFINED;
        }
        if (Character.isLetter(c)) {
            return OTHER_LETTER;
        }
        if (isPunctuation(c)) {
            return PUNCTUATION;
        }
        return "\u00a7\u00b0\u00a9\u00ae\u00b7\u2022\u2122\u2116\u00bd\u00ba\u00aa".indexOf(c) >= 0 ? SIGN : OTHER;
    }

    /** The cost of these bytes in tenths of a nat. */
    int cost(byte[] bytes, int length) {
        int cost = 0;
        int before = NONE;
        for (int i = 0; i < length; i++) {
            int b = bytes[i] & 0xFF;
            int kind = kinds[b];
            cost += costs[b];
            if (b >= 128 || (i > 0 && bytes[i - 1] < 0)) {
                cost += transition(before, kind) + besideFigure(i == 0 ? ' ' : bytes[i - 1], before, b, kind);
            }
            before = kind;
        }
        return cost;
    }

    private static int besideFigure(int last, int before, int b, int kind) {
        boolean letterThenFigure = isLetter(before) && isFigure(b);
        boolean figureThenLetter = isFigure(last) && isLetter(kind);
        return letterThenFigure || figureThenLetter ? LETTER_BESIDE_FIGURE : 0;
    }

    private static boolean isLetter(int kind) {
        return kind != NONE && kind != MARK;
    }

    private static boolean isFigure(int b) {
        return b >= '0' && b <= '9';
    }

    private static int transition(int before, int kind) {
        boolean capital = kind == LATIN_CAPITAL || kind == CAPITAL_LETTER;
        if (before == NONE || kind == NONE) {
            return capital ? CAPITAL_STARTS_WORD : 0;
        }
        if (before == MARK || kind == MARK) {
            return SIGN_IN_WORD;
        }
        boolean latin = kind <= LATIN_CAPITAL;
        if (latin != (before <= LATIN_CAPITAL)) {
            return TWO_SCRIPTS;
        }
        if (before == FINAL) {
            return AFTER_FINAL;
        }
        boolean small = before == LATIN_SMALL || before == SMALL;
        return !capital ? 0 : small ? CAPITAL_IN_WORD : CAPITAL_AFTER_CAPITAL;
    }
}
