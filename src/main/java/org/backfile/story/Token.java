package org.backfile.story;

/**
 * The bits of a token, one {@code int} a word: a 19-bit hash of the lower-cased word, a 10-bit <em>letter bag</em> (which
 * letters stand in it, folded onto ten bits; a misread word keeps most of its bag, another word does not) and a 3-bit
 * kind.
 */
final class Token {
    /** A word in lower case. */
    static final int LOWER = 0;
    /** A capitalised word where a capital means something: neither at a sentence's start nor in a line of capitals. */
    static final int NAME = 1;
    /** A word of digits. */
    static final int NUMBER = 2;
    /** A capitalised word that may or may not be a name. */
    static final int START = 3;
    /** Letters and digits mixed, or a stray letter: often a misread word. */
    static final int ODD = 4;
    /** Two neighbouring characters of a script that puts no spaces between words. */
    static final int UNSPACED = 5;

    private static final int KIND_BITS = 3;
    private static final int BAG_BITS = 10;
    private static final int BAG_MASK = (1 << BAG_BITS) - 1;
    private static final int KIND_MASK = (1 << KIND_BITS) - 1;

    private Token() {}

    static int of(int hash, int letterBag, int kind) {
        return hash << (BAG_BITS + KIND_BITS) | (letterBag & BAG_MASK) << KIND_BITS | kind;
    }

    /** The same word as another kind. */
    static int ofKind(int token, int kind) {
        return token & ~KIND_MASK | kind;
    }

    static int kind(int token) {
        return token & KIND_MASK;
    }

    /** The word whatever its case: hash and letter bag. */
    static int word(int token) {
        return token >>> KIND_BITS;
    }

    static int letterBag(int token) {
        return token >>> KIND_BITS & BAG_MASK;
    }

    static boolean sameWord(int a, int b) {
        return word(a) == word(b);
    }

    /** Whether the two may be one word misread: at most two of the ten letter groups differ, and some agree. */
    static boolean alike(int a, int b) {
        int bagA = letterBag(a);
        int bagB = letterBag(b);
        int differ = Integer.bitCount(bagA ^ bagB);
        return differ <= 2 && Integer.bitCount(bagA & bagB) > differ;
    }
}
