package org.backfile.story;

import java.util.Arrays;
import java.util.BitSet;

/** Compares two texts by their alignment. Reused from pair to pair, by one thread. */
final class Comparer {
    private static final int RUN = 4;
    /** A word has aligned passages around it if they stand no further away. */
    private static final int NEAR = 8;

    private final PairAligner aligner = new PairAligner();
    private final int[] counts = new int[KINDS];

    // places in counts
    private static final int MATCHED = 0;
    private static final int MISREAD = 1;
    private static final int LOWER = 2;
    private static final int ODD = 3;
    private static final int NAMES_SAME = 4;
    private static final int NAMES_ALIKE = 5;
    private static final int NAMES_DIFFER = 6;
    private static final int NUMBERS_SAME = 7;
    private static final int NUMBERS_DIFFER = 8;
    private static final int WORDS_DIFFER = 9;
    private static final int KINDS = 10;

    /** What is counted on each side: names, what is said again, and what has no match. */
    private static final class Side {
        private final Fingerprint text;
        private final BitSet off;
        private final boolean first;
        private int ownNames;
        private int allNames;
        private int themeNames;
        private int themeNumbers;
        private int inner;
        private int loose;
        private int gaps;
        private int rewritten;
        private int passages;
        private int passageWords;

        Side(Fingerprint text, BitSet off, boolean first) {
            this.text = text;
            this.off = off;
            this.first = first;
        }
    }

    /**
     * Compares.
     *
     * @param offA the places of the first text that do not count
     * @param offB likewise of the second
     */
    Comparison compare(Fingerprint textA, BitSet offA, Fingerprint textB, BitSet offB) {
        int[] a = textA.tokens();
        int[] b = textB.tokens();
        aligner.align(textA, textB);
        countPairs(a, offA, b, offB);
        int wordsA = a.length - offA.cardinality();
        int wordsB = b.length - offB.cardinality();
        if (get(MATCHED) < Judge.LEAST_SHARE * Math.min(wordsA, wordsB)) {
            return Comparison.little(wordsA, wordsB, get(MATCHED));
        }
        Side sideA = new Side(textA, offA, true);
        Side sideB = new Side(textB, offB, false);
        for (Side side : new Side[] {sideA, sideB}) {
            countNames(side);
            countLoose(side, side.first ? b : a);
        }
        return new Comparison(
                wordsA,
                wordsB,
                get(MATCHED),
                get(MISREAD),
                get(LOWER),
                get(ODD),
                get(NAMES_SAME),
                get(NAMES_ALIKE),
                get(NAMES_DIFFER),
                get(NUMBERS_SAME),
                get(NUMBERS_DIFFER),
                get(WORDS_DIFFER),
                sideA.ownNames,
                sideB.ownNames,
                sideA.allNames,
                sideB.allNames,
                sideA.themeNames,
                sideB.themeNames,
                sideA.themeNumbers,
                sideB.themeNumbers,
                sideA.inner / 2,
                sideB.inner / 2,
                sideA.loose / 2,
                sideB.loose / 2,
                sideA.gaps,
                sideB.gaps,
                sideA.rewritten / 2,
                sideB.rewritten / 2,
                sideA.passages,
                sideB.passages,
                sideA.passageWords / 2,
                sideB.passageWords / 2);
    }

    private void countPairs(int[] a, BitSet offA, int[] b, BitSet offB) {
        Arrays.fill(counts, 0);
        for (int i = 0; i < a.length; i++) {
            int j = aligner.partnerOfA(i);
            if (j >= 0 && !offA.get(i) && !offB.get(j)) {
                count(a[i], b[j]);
            }
        }
    }

    private int get(int count) {
        return counts[count];
    }

    private void add(int count) {
        counts[count]++;
    }

    /** Counts two words beside each other. */
    private void count(int a, int b) {
        int kindA = Token.kind(a);
        int kindB = Token.kind(b);
        boolean names = kindA == Token.NAME && kindB == Token.NAME;
        boolean numbers = kindA == Token.NUMBER && kindB == Token.NUMBER;
        if (Token.sameWord(a, b)) {
            add(MATCHED);
            add(LOWER, kindA == Token.LOWER);
            add(names ? NAMES_SAME : NUMBERS_SAME, names || numbers);
            return;
        }
        if (numbers) {
            add(NUMBERS_DIFFER);
            return;
        }
        if (Token.alike(a, b)) {
            add(MATCHED);
            add(names ? NAMES_ALIKE : MISREAD);
        } else {
            add(names ? NAMES_DIFFER : WORDS_DIFFER);
        }
    }

    private void add(int count, boolean applies) {
        if (applies) {
            add(count);
        }
    }

    private void countNames(Side side) {
        int[] text = side.text.tokens();
        WordPositions own = side.first ? aligner.inA() : aligner.inB();
        WordPositions other = side.first ? aligner.inB() : aligner.inA();
        for (int i = 0; i < text.length; i++) {
            int kind = Token.kind(text[i]);
            if ((kind != Token.NAME && kind != Token.NUMBER) || side.off.get(i) || earlierOfKind(own, text, i)) {
                continue;
            }
            boolean ownWord = other.first(text[i]) < 0;
            boolean theme = ownWord && saidTwice(side, own, text, i);
            if (kind == Token.NUMBER) {
                side.themeNumbers += theme ? 1 : 0;
                continue;
            }
            side.themeNames += theme ? 1 : 0;
            if (inPassage(side, i)) {
                side.allNames++;
                side.ownNames += ownWord ? 1 : 0;
            }
        }
    }

    /**
     * Whether the word stands twice or more in the text, and among what the two bodies share: in an aligned passage, or
     * within a few words of one, where a longer name stands for a shorter one.
     */
    private boolean saidTwice(Side side, WordPositions own, int[] text, int at) {
        int times = 0;
        boolean inPassage = false;
        for (int i = own.first(text[at]); i >= 0; i = own.next(i)) {
            times++;
            inPassage |= i >= side.text.headlineLength() && betweenPassages(side, i, text.length);
        }
        return times >= 2 && inPassage;
    }

    private boolean betweenPassages(Side side, int at, int length) {
        boolean before = false;
        boolean after = false;
        for (int away = 0; away <= NEAR; away++) {
            before |= at - away >= side.text.headlineLength() && inPassage(side, at - away);
            after |= at + away < length && inPassage(side, at + away);
        }
        return before && after;
    }

    private boolean inPassage(Side side, int at) {
        return side.first ? aligner.inPassageOfA(at) : aligner.inPassageOfB(at);
    }

    /** Whether the word stands earlier in the text with the same kind. */
    private static boolean earlierOfKind(WordPositions own, int[] text, int at) {
        int first = own.first(text[at]);
        while (first >= 0 && first < at && text[first] != text[at]) {
            first = own.next(first);
        }
        return first >= 0 && first < at;
    }

    /**
     * Counts the words of the body that have no match though words before and after them have one. Two pairs of
     * characters count as one word: changing a character changes two pairs.
     */
    private void countLoose(Side side, int[] other) {
        int[] text = side.text.tokens();
        int run = 0;
        int since = -1;
        for (int i = side.text.headlineLength(); i < text.length; i++) {
            if (side.off.get(i)) {
                continue;
            }
            int halves = Token.kind(text[i]) == Token.UNSPACED ? 1 : 2;
            if (!matched(side, text, i, other)) {
                run += halves;
                add(ODD, Token.kind(text[i]) == Token.ODD && since >= 0);
                continue;
            }
            if (since >= 0) {
                side.inner += run + halves;
                endRun(side, run, partner(side, i) - partner(side, since));
            }
            since = i;
            run = 0;
        }
    }

    /** Counts a run, given in half words, opposite of which the other text goes on by that many words. */
    private static void endRun(Side side, int run, int opposite) {
        side.loose += run;
        side.gaps += run > 0 ? 1 : 0;
        if (run >= 2 * RUN) {
            side.passages++;
            side.passageWords += run;
            side.rewritten += opposite > RUN ? run : 0;
        }
    }

    private int partner(Side side, int at) {
        return side.first ? aligner.partnerOfA(at) : aligner.partnerOfB(at);
    }

    private boolean matched(Side side, int[] text, int at, int[] other) {
        int partner = partner(side, at);
        if (partner < 0) {
            return false;
        }
        int word = text[at];
        int opposite = other[partner];
        boolean numbers = Token.kind(word) == Token.NUMBER && Token.kind(opposite) == Token.NUMBER;
        if (Token.sameWord(word, opposite)) {
            return true;
        }
        boolean alike = !numbers && Token.alike(word, opposite);
        add(ODD, alike && Token.kind(word) == Token.ODD);
        return alike;
    }
}
