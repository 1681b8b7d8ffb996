package org.backfile.story;

import java.util.Arrays;
import java.util.BitSet;

/** Compares two texts by their alignment. Reused from pair to pair, by one thread. */
final class Comparer {
    private final PairAligner aligner = new PairAligner();
    private final int[] counts = new int[Count.values().length];

    private enum Count {
        MATCHED,
        MISREAD,
        LOWER,
        LONGEST,
        NAMES_SAME,
        NAMES_ALIKE,
        NAMES_DIFFER,
        NUMBERS_SAME,
        NUMBERS_DIFFER,
        WORDS_DIFFER
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
        aligner.align(a, b);
        Arrays.fill(counts, 0);
        int run = 0;
        int lastPartner = -2;
        for (int i = 0; i < a.length; i++) {
            if (offA.get(i)) {
                continue;
            }
            int j = aligner.partnerOfA(i);
            if (j < 0 || offB.get(j)) {
                continue;
            }
            boolean matched = count(a[i], b[j]);
            run = !matched ? 0 : j == lastPartner + 1 ? run + 1 : 1;
            lastPartner = j;
            counts[Count.LONGEST.ordinal()] = Math.max(get(Count.LONGEST), run);
        }
        int[] names = new int[4];
        countNames(a, offA, true, names, 0);
        countNames(b, offB, false, names, 2);
        return new Comparison(
                a.length - offA.cardinality(),
                b.length - offB.cardinality(),
                get(Count.MATCHED),
                get(Count.MISREAD),
                get(Count.LOWER),
                get(Count.LONGEST),
                get(Count.NAMES_SAME),
                get(Count.NAMES_ALIKE),
                get(Count.NAMES_DIFFER),
                get(Count.NUMBERS_SAME),
                get(Count.NUMBERS_DIFFER),
                get(Count.WORDS_DIFFER),
                names[0],
                names[2],
                names[1],
                names[3]);
    }

    private int get(Count count) {
        return counts[count.ordinal()];
    }

    private void add(Count count) {
        counts[count.ordinal()]++;
    }

    /** Counts two words beside each other; true where they are the same, or one misread. */
    private boolean count(int a, int b) {
        int kindA = Token.kind(a);
        int kindB = Token.kind(b);
        boolean names = kindA == Token.NAME && kindB == Token.NAME;
        boolean numbers = kindA == Token.NUMBER && kindB == Token.NUMBER;
        if (Token.sameWord(a, b)) {
            add(Count.MATCHED);
            add(kindA == Token.LOWER ? Count.LOWER : Count.MATCHED, kindA == Token.LOWER);
            add(names ? Count.NAMES_SAME : Count.NUMBERS_SAME, names || numbers);
            return true;
        }
        if (numbers) {
            add(Count.NUMBERS_DIFFER);
            return false;
        }
        boolean alike = Token.alike(a, b);
        if (alike) {
            add(Count.MATCHED);
            add(names ? Count.NAMES_ALIKE : Count.MISREAD);
        } else {
            add(names ? Count.NAMES_DIFFER : Count.WORDS_DIFFER);
        }
        return alike;
    }

    private void add(Count count, boolean counts) {
        if (counts) {
            add(count);
        }
    }

    /** Different names in aligned passages that stand nowhere in the other text, and all of them. */
    private void countNames(int[] text, BitSet off, boolean first, int[] into, int at) {
        WordPositions own = first ? aligner.inA() : aligner.inB();
        WordPositions other = first ? aligner.inB() : aligner.inA();
        for (int i = 0; i < text.length; i++) {
            boolean inPassage = first ? aligner.inPassageOfA(i) : aligner.inPassageOfB(i);
            if (inPassage && Token.kind(text[i]) == Token.NAME && !off.get(i) && own.first(text[i]) == i) {
                into[at + 1]++;
                into[at] += other.first(text[i]) < 0 ? 1 : 0;
            }
        }
    }
}
