package org.backfile.story;

import java.util.Arrays;

/** Where each word, and each pair of neighbouring words, stands in a text. Reused from text to text. */
final class WordPositions {
    private static final int[] NONE = {};

    private int[] tokens = NONE;
    private boolean withPairs;
    private int mask;
    private int[] firstWord = NONE;
    private int[] nextWord = NONE;
    private int[] firstPair = NONE;
    private int[] nextPair = NONE;

    /** Takes up a text; the positions of the one before are forgotten. */
    void read(int[] text, boolean pairsToo) {
        if (tokens == text && (withPairs || !pairsToo)) {
            return;
        }
        tokens = text;
        withPairs = pairsToo;
        int size = Integer.highestOneBit(Math.max(8, text.length)) * 4;
        if (firstWord.length < size) {
            firstWord = new int[size];
            firstPair = new int[size];
        }
        if (nextWord.length < text.length) {
            nextWord = new int[size];
            nextPair = new int[size];
        }
        mask = size - 1;
        Arrays.fill(firstWord, 0, size, -1);
        if (withPairs) {
            Arrays.fill(firstPair, 0, size, -1);
        }
        for (int at = text.length - 1; at >= 0; at--) {
            insert(at);
        }
    }

    private void insert(int at) {
        int slot = wordSlot(tokens[at]);
        nextWord[at] = firstWord[slot];
        firstWord[slot] = at;
        if (withPairs && at + 1 < tokens.length) {
            int pair = pairSlot(tokens[at], tokens[at + 1]);
            nextPair[at] = firstPair[pair];
            firstPair[pair] = at;
        }
    }

    private int wordSlot(int token) {
        int h = Token.word(token) * 0x9E3779B1;
        return (h ^ h >>> 15) & mask;
    }

    private int pairSlot(int token, int following) {
        int h = (Token.word(token) * 0x85EBCA6B ^ Token.word(following)) * 0x9E3779B1;
        return (h ^ h >>> 15) & mask;
    }

    /** Where the word stands first, or -1. */
    int first(int token) {
        int at = firstWord[wordSlot(token)];
        while (at >= 0 && !Token.sameWord(tokens[at], token)) {
            at = nextWord[at];
        }
        return at;
    }

    /** The next place of the word that stands at {@code at}, or -1. */
    int next(int at) {
        int next = nextWord[at];
        while (next >= 0 && !Token.sameWord(tokens[next], tokens[at])) {
            next = nextWord[next];
        }
        return next;
    }

    /** The only place of the word, or -1 where it has none or several. */
    int only(int token) {
        int at = first(token);
        if (at < 0) {
            return -1;
        }
        for (int next = nextWord[at]; next >= 0; next = nextWord[next]) {
            if (Token.sameWord(tokens[next], token)) {
                return -1;
            }
        }
        return at;
    }

    /**
     * The places of the pair, in order.
     *
     * @return how many of {@code places} were filled; its length + 1 where there are more
     */
    int pairs(int token, int following, int[] places) {
        int found = 0;
        for (int at = firstPair[pairSlot(token, following)]; at >= 0; at = nextPair[at]) {
            if (Token.sameWord(tokens[at], token) && Token.sameWord(tokens[at + 1], following)) {
                if (found == places.length) {
                    return found + 1;
                }
                places[found++] = at;
            }
        }
        return found;
    }
}
