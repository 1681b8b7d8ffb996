package org.backfile.search;

import java.util.Arrays;

/**
 * Which code points make words, by Unicode 13: letters, marks and numbers, one table for Java and for
 * {@code search.js}, since the JDK's and a browser's own tables change with their version. What Unicode 13 does not know
 * separates words.
 */
final class WordCharacters {
    /** What a code point does to a word. */
    static final byte SEPARATOR = 0;

    /** Part of a word that is written between spaces. */
    static final byte ALPHABETIC = 1;

    /** Part of a script written without spaces, or without spaces where words end: indexed by pairs. */
    static final byte PAIRED = 2;

    /** As if it were not there: soft hyphens and joiners. */
    static final byte IGNORED = 3;

    /**
     * The ranges above ASCII: pairs of the distance from the end of the last range and the length, in base 36.
     */
    static final String RANGES = """
            4q 1 7 2 1 1 3 2 1 3 1 n 1 v 1 cq 4 c e 5 7 1 1 1 h 39 1 2 2 4 1 1 6 1 1 3 1 1 1 k 1 2b 1 3v 1 4t 1
            12 2 1 6 15 8 19 1 1 1 2 1 2 1 1 8 r 4 4 t b 5 22 4 2u 1 8 2 a 1 j 2 1 g 1n 2 2t e 1i 4 1 2 1 2 1a i
            s 4 b 1h l 1 i b f 1 3l 2 a 1 j 1 8 2 2 2 m 1 7 1 1 3 4 2 9 2 2 2 4 8 1 4 2 1 5 2 c 2 6 2 1 1 1 2 3
            1 6 4 2 2 m 1 7 1 2 1 2 1 2 2 1 1 5 4 2 2 3 3 1 7 4 1 1 7 g b 3 1 9 1 3 1 m 1 7 1 2 1 5 2 a 1 3 1 3
            2 1 f 4 2 a 9 7 1 3 1 8 2 2 2 m 1 7 1 2 1 5 2 9 2 2 2 3 7 3 4 2 1 5 2 a 1 7 a 2 1 6 3 3 1 4 3 2 1 1
            1 2 3 2 3 3 3 c 4 5 3 3 1 4 2 1 6 1 e d d d 1 3 1 n 1 g 3 8 1 3 1 4 7 2 1 3 5 4 2 a 8 7 1 4 1 8 1 3
            1 n 1 a 1 5 2 9 1 3 1 4 7 2 7 1 1 4 2 a 1 2 d d 1 3 1 1f 1 3 1 5 5 g 2 j 1 6 1 3 1 i 3 o 1 9 1 1 2 7
            3 1 4 6 1 1 1 8 6 a 2 2 d 1m 5 f 1 a 13 2 1 1 1 5 1 o 1 1 1 n 2 5 1 1 1 6 2 a 2 4 w 1 n 2 6 k 1 1 1
            1 1 1 4 a 1 10 4 k 1 i 1 10 9 1 1l 22 6 26 2 12 1 1 5 1 2 17 1 99 1 4 2 7 1 1 1 4 2 15 1 4 2 x 1 4 2
            7 1 1 1 4 2 f 1 1l 1 4 2 1v 2 3 9 k 3 g g 2e 2 6 3 h8 2 h 1 q 5 23 3 b 7 d 1 7 b l b k c d 1 3 1 2 c
            2c 3 1 4 2 2 a 6 a h 3 2 a 6 2h 7 17 5 1y a v 1 c 4 c a 14 2 5 b 18 4 q 6 b 11 s 4 1r 1 t 2 b 6 a d
            1 8 h 1r 24 4 a h 9 c 38 c 1k 8 a 3 1d 2 9 7 17 2 3 g 3 1 13 5 6y 1 7v 2 6 2 12 2 6 2 8 1 1 1 1 1 1
            1 v 2 1h 1 7 1 1 3 3 1 7 3 4 2 6 4 d 5 3 1 7 37 2 2 6 5 b 6 d 1f x h 1 4 1 2 a 1 1 3 5 6 1 1 1 1 1 1
            4 1 b 2 4 5 5 4 1 1 1m k6 1o 26 m hi u vg 1b 1 1b 1 3p 6 9 9 1 2 12 1 1 5 1 2 1k 7 1 f o 9 7 1 7 1 7
            1 7 1 7 1 7 1 7 1 7 1 w 1b 1 d1 3 p f 1 5 2 5 4 2e 2 2 2 3 1 2i 1 4 5 17 1 2m 3 4 a w 1c g w a u 8 1
            f w a 13 f 8w 534 1s g71 3 wd 1v 1a 2 7h 3 s k 1f 1 a 1 37 11 9 2 2v 2 1h 2 9 16 1f 4 1 3 6 a 1g c
            1y a a 6 o 3 1 1 1d 2 10 c t 3 1t e b 6 v 1 1j 9 e 2 a 6 n 3 21 o 3 2 g 2 5 a 6 2 6 2 6 9 7 1 7 1 17
            1 e 6 3f 1 2 2 a 6 8mc c n 4 1d 6is a6 2 2y 12 7 c 5 5 c 1 d 1 5 1 1 1 2 1 2 1 30 x a3 i 1s 2 1i 14
            c 4 g g g 1s 5 1 3r j a 7 q 6 q b 2h 3 6 2 6 2 6 2 3 z c 1 q 1 j 1 2 1 f 2 e y 3f c 19 c 1l h 2 35 1
            3m t 3 1d f s 4 10 9 u 5 17 5 u 2 10 4 8 1 5 16 4e 2 a 6 10 4 10 4 14 8 1g 4c 8n 9 m a 8 48 6 2 1 1
            18 1 2 3 1 2 n 2 v 2 12 8 9 1c j 1 2 5 x 4 q 1y 1k 4 k 2 1e 1 2 5 8 1 3 1 t 2 3 4 a n v 1 w w 8 1 u
            4 5 g 1i a m 2 r 5 q n 7 28 21 1j 1f d 1f 7 1a 8 a 86 v 1 16 1 2 3 2 26 14 8 11 2j s k n 9 1z b u f
            1o l p 7 a 6 1h 1 a 4 4 8 10 2 1 9 1x 4 4 1 d 1 1 4 k b i 1 11 6 1 1t 7 1 1 1 4 1 f 1 a 7 1n 5 a 6 4
            1 8 2 2 2 m 1 7 1 2 1 5 1 a 2 2 2 3 2 1 6 1 5 7 2 7 3 5 3v 23 5 a 4 4 u 1y 1 1 8 a 4m 1i 2 9 n 6 y
            1t 3 1 b a 12 1l 7 a 1i r 2 f 4 c 5g 1n 2t 2b c 8 2 1 2 8 1 2 1 u 1 2 2 9 c a 1y 8 2 1a 2 8 1 2 r 1r
            8 1 8 22 3 1 y 1l 7b 9 1 19 1 9 f t 5 u 2 m 1 e 21 7 1 2 1 18 3 1 1 2 1 9 8 a 6 6 1 2 1 11 1 2 1 6 7
            a 8m n 55 1 f l 17 pm 2u 33 h 5g 24c tr 34h g7 6nt ft 7 v 1 a 2u u 2 5 b 1j 9 4 c a 1 7 1 l 5 j j4
            2f 2x 23 4 1l 7 h 1s 2 1 2 b 2 e 4qg 8 ye 16 9 6wn 7z 1d 3 h 4 8 b0 1s4 2z 5 d 3 9 7 a 3 2 43q 5 3 6
            8 8 2 7 u 4 44 3 4b k 30 p 3r 2d 1 1z 1 2 2 1 2 2 2 4 1 c 1 1 1 7 1 1t 1 4 2 8 1 7 1 s 1 4 1 5 1 1 3
            7 1 9g 2 p 1 p 1 v 1 p 1 v 1 p 1 v 1 p 1 v 1 p 1 8 2 1e e8 1j 4 1e 8 1 e 1 m 5 1 f 11s 7 1 h 2 7 1 2
            1 5 5x 19 3 e 2 a 4 1 a9 1m zq 5h 2 g 15 24 4 a lz 1n 1 3 1 4 24 19 1 f 5e 4 1 r 1 2 1 1 2 1 1 a 1 4
            1 1 1 1 6 1 4 1 1 1 1 1 1 3 1 2 1 1 2 1 1 1 1 1 1 1 1 1 1 2 1 1 2 4 1 7 1 4 1 4 1 1 1 a 1 h 5 3 1 5
            1 h g4 d 25f a sm wym y 379 b 66 2 4g2 e 5rl 2e7 f2 15u 3t7 fcmt 6o
            """.replace('\n', ' ').strip();

    /** Scripts of pairs, as first and last code points: South East Asian ones, kana, Hangul, Han. */
    private static final int[] PAIRED_RANGES = {
        0xE01, 0xE4E, 0xE81, 0xEDF, 0x1000, 0x109F, 0x1100, 0x11FF, 0x1780, 0x17DD, 0x3005, 0x3007, 0x3021, 0x3029,
        0x3031, 0x3035, 0x3038, 0x303C, 0x3041, 0x30FF, 0x3131, 0x318E, 0x31F0, 0x31FF, 0x3400, 0x4DBF, 0x4E00, 0x9FFF,
        0xAC00, 0xD7FB, 0xF900, 0xFAFF, 0xFF66, 0xFFDC, 0x20000, 0x3134F
    };

    private static final int[] IGNORED_POINTS = {0xAD, 0x200C, 0x200D, 0x2060, 0xFEFF};

    /** Letters beside the apostrophes that Unicode counts among the letters. */
    private static final int MODIFIER_APOSTROPHE = 0x2BC;

    private static final byte[] BASIC = new byte[0x10000];
    private static final int[] BEYOND_FROM;
    private static final int[] BEYOND_TO;

    static {
        String[] numbers = RANGES.split(" ");
        int[] from = new int[numbers.length / 2];
        int[] to = new int[numbers.length / 2];
        int beyond = 0;
        int at = 0;
        for (int i = 0; i < numbers.length; i += 2) {
            int first = at + Integer.parseInt(numbers[i], 36);
            at = first + Integer.parseInt(numbers[i + 1], 36);
            if (first < 0x10000) {
                Arrays.fill(BASIC, first, at, ALPHABETIC);
            } else {
                from[beyond] = first;
                to[beyond++] = at;
            }
        }
        BEYOND_FROM = Arrays.copyOf(from, beyond);
        BEYOND_TO = Arrays.copyOf(to, beyond);
        Arrays.fill(BASIC, '0', '9' + 1, ALPHABETIC);
        Arrays.fill(BASIC, 'A', 'Z' + 1, ALPHABETIC);
        Arrays.fill(BASIC, 'a', 'z' + 1, ALPHABETIC);
        for (int i = 0; i < PAIRED_RANGES.length && PAIRED_RANGES[i] < 0x10000; i += 2) {
            for (int c = PAIRED_RANGES[i]; c <= PAIRED_RANGES[i + 1]; c++) {
                BASIC[c] = BASIC[c] == ALPHABETIC ? PAIRED : BASIC[c];
            }
        }
        for (int c : IGNORED_POINTS) {
            BASIC[c] = IGNORED;
        }
        BASIC[MODIFIER_APOSTROPHE] = SEPARATOR;
    }

    private WordCharacters() {}

    /** The class of a code unit that is no surrogate. */
    static byte classOf(char basic) {
        return BASIC[basic];
    }

    /** The class of a code point. */
    static byte classOf(int codePoint) {
        if (codePoint < 0x10000) {
            return BASIC[codePoint];
        }
        int at = Arrays.binarySearch(BEYOND_FROM, codePoint);
        int range = at >= 0 ? at : -at - 2;
        if (range < 0 || codePoint >= BEYOND_TO[range]) {
            return SEPARATOR;
        }
        return codePoint >= 0x20000 && codePoint <= 0x3134F ? PAIRED : ALPHABETIC;
    }
}
