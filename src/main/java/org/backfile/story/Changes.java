package org.backfile.story;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Which texts of an archive are those of the last grouping, and which came or went. In one order stand the texts of then
 * and those of now: which of two is the longer stays as it was.
 */
final class Changes {
    /** In place of a number: then, or now, there is no such text. */
    static final int NONE = -1;

    private final long[] keysThen;
    private final long[] keysNow;
    private final int[] thenOf;
    /** The numbers of then and of now, in the common order. */
    private final int[] then;

    private final int[] now;
    private int count;
    private int changed;

    private Changes(long[] keysThen, long[] keysNow) {
        this.keysThen = keysThen;
        this.keysNow = keysNow;
        this.thenOf = new int[keysNow.length];
        this.then = new int[keysThen.length + keysNow.length];
        this.now = new int[then.length];
    }

    /** The changes between texts in their orders, known by their keys: the same key, the same words. */
    static Changes between(long[] keysThen, long[] keysNow) {
        Changes changes = new Changes(keysThen, keysNow);
        changes.match();
        return changes;
    }

    /** A text that has changed places, or whose key is not the only one, may be taken for one that went and one that came. */
    private void match() {
        int endThen = keysThen.length;
        int endNow = keysNow.length;
        int i = 0;
        while (i < Math.min(endThen, endNow) && keysThen[i] == keysNow[i]) {
            add(i, i);
            i++;
        }
        while (Math.min(endThen, endNow) > i && keysThen[endThen - 1] == keysNow[endNow - 1]) {
            endThen--;
            endNow--;
        }
        matchBetween(i, endThen, endNow);
        while (endThen < keysThen.length) {
            add(endThen++, endNow++);
        }
    }

    private void matchBetween(int start, int endThen, int endNow) {
        long[] sortedThen = Arrays.copyOfRange(keysThen, start, endThen);
        long[] sortedNow = Arrays.copyOfRange(keysNow, start, endNow);
        Arrays.sort(sortedThen);
        Arrays.sort(sortedNow);
        int i = start;
        int j = start;
        while (i < endThen || j < endNow) {
            if (i < endThen && j < endNow && keysThen[i] == keysNow[j]) {
                add(i++, j++);
            } else if (i < endThen && (j == endNow || !isIn(sortedNow, keysThen[i]) || isIn(sortedThen, keysNow[j]))) {
                add(i++, NONE);
            } else {
                add(NONE, j++);
            }
        }
    }

    private static boolean isIn(long[] sorted, long key) {
        return Arrays.binarySearch(sorted, key) >= 0;
    }

    private void add(int ofThen, int ofNow) {
        then[count] = ofThen;
        now[count++] = ofNow;
        if (ofNow != NONE) {
            thenOf[ofNow] = ofThen;
        }
        changed += ofThen == NONE || ofNow == NONE ? 1 : 0;
    }

    /** How many texts there are in the common order. */
    int count() {
        return count;
    }

    /** How many came or went. */
    int changed() {
        return changed;
    }

    /** The number of then, or {@link #NONE}, by the common order. */
    int then(int common) {
        return then[common];
    }

    /** The number of now, or {@link #NONE}, by the common order. */
    int now(int common) {
        return now[common];
    }

    /** Whether a text of the common order came or went. */
    boolean changed(int common) {
        return then[common] == NONE || now[common] == NONE;
    }

    /** The number of then, or {@link #NONE}, of a text of now. */
    int thenOf(int ofNow) {
        return thenOf[ofNow];
    }

    /** What is known of each text of then by the numbers of now; 0 for those that came. */
    int[] ofNow(int[] known) {
        int[] ofNow = new int[thenOf.length];
        Arrays.setAll(ofNow, text -> thenOf[text] == NONE ? 0 : known[thenOf[text]]);
        return ofNow;
    }

    /** The numbers of now of the texts of then, or {@link #NONE}. */
    int[] nowOfThen() {
        int[] nowOf = new int[keysThen.length];
        Arrays.fill(nowOf, NONE);
        for (int text = 0; text < thenOf.length; text++) {
            if (thenOf[text] != NONE) {
                nowOf[thenOf[text]] = text;
            }
        }
        return nowOf;
    }

    /**
     * The texts of now that are not in the same company as then, those that came among them.
     *
     * @param companyThen of each text of then the number of one that stands for its company
     */
    BitSet inOtherCompany(int[] companyThen, int[] companyNow) {
        int[] sizeThen = sizes(companyThen);
        int[] sizeNow = sizes(companyNow);
        int[] matching = new int[companyNow.length];
        Arrays.fill(matching, Integer.MAX_VALUE);
        BitSet other = new BitSet();
        for (int text = 0; text < companyNow.length; text++) {
            int from = thenOf[text] == NONE ? NONE : companyThen[thenOf[text]];
            int company = companyNow[text];
            if (matching[company] == Integer.MAX_VALUE) {
                matching[company] = from;
            }
            if (from == NONE || matching[company] != from || sizeThen[from] != sizeNow[company]) {
                other.set(company);
            }
        }
        BitSet texts = new BitSet();
        for (int text = 0; text < companyNow.length; text++) {
            if (other.get(companyNow[text])) {
                texts.set(text);
            }
        }
        return texts;
    }

    private static int[] sizes(int[] companies) {
        int[] sizes = new int[companies.length];
        for (int company : companies) {
            sizes[company]++;
        }
        return sizes;
    }
}
