package org.backfile.render;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which words of two texts stand for each other: the alignment that a word-level diff shows.
 *
 * <p>Beginning and end that both share are matched first. What is left and long is cut at anchors: runs of three words,
 * or failing them single words, that stand exactly once on either side, as many as can be had in the same order (patience
 * diff, by Bram Cohen). Between anchors the same begins anew, up to {@value #DEEPEST} times. Pieces of at most
 * {@value #SHORT} words on both sides together go to Myers' algorithm ("An O(ND) Difference Algorithm and Its
 * Variations", 1986), where 320,000 steps are the most it takes; longer pieces without an anchor count as wholly
 * different. So the cost grows with the length of the texts times a constant, whatever stands in them.
 */
final class WordAlignment {
    private static final int SHORT = 800;
    private static final int DEEPEST = 6;
    private static final int[] GRAMS = {3, 1};
    private static final int TWICE = -1;

    private final int[] one;
    private final int[] other;
    private final int[] matches;

    private WordAlignment(int[] one, int[] other) {
        this.one = one;
        this.other = other;
        this.matches = new int[other.length];
        Arrays.fill(matches, -1);
    }

    /**
     * For each word of {@code other} the position of its match in {@code one}, or -1; positions only ever grow. Words are
     * given by number: equal words have equal numbers, from 0, below 2<sup>21</sup>.
     */
    static int[] of(int[] one, int[] other) {
        WordAlignment alignment = new WordAlignment(one, other);
        alignment.align(0, one.length, 0, other.length, 0);
        return alignment.matches;
    }

    private void align(int from, int to, int otherFrom, int otherTo, int depth) {
        int start = from;
        int otherStart = otherFrom;
        while (start < to && otherStart < otherTo && one[start] == other[otherStart]) {
            matches[otherStart++] = start++;
        }
        int end = to;
        int otherEnd = otherTo;
        while (end > start && otherEnd > otherStart && one[end - 1] == other[otherEnd - 1]) {
            matches[--otherEnd] = --end;
        }
        if (start == end || otherStart == otherEnd) {
            return;
        }
        if (end - start + otherEnd - otherStart <= SHORT) {
            alignShort(start, end, otherStart, otherEnd);
        } else if (depth < DEEPEST) {
            alignBetweenAnchors(start, end, otherStart, otherEnd, depth);
        }
    }

    private void alignShort(int from, int to, int otherFrom, int otherTo) {
        List<Change> changes = new MyersDiffWithLinearSpace<Integer>()
                .computeDiff(numbers(one, from, to), numbers(other, otherFrom, otherTo), null);
        changes = new ArrayList<>(changes);
        changes.sort((a, b) -> Integer.compare(a.startOriginal + a.startRevised, b.startOriginal + b.startRevised));
        int at = from;
        int otherAt = otherFrom;
        for (Change change : changes) {
            while (at < from + change.startOriginal) {
                matches[otherAt++] = at++;
            }
            at = from + change.endOriginal;
            otherAt = otherFrom + change.endRevised;
        }
        while (at < to) {
            matches[otherAt++] = at++;
        }
    }

    private static List<Integer> numbers(int[] words, int from, int to) {
        return Arrays.stream(words, from, to).boxed().toList();
    }

    private void alignBetweenAnchors(int from, int to, int otherFrom, int otherTo, int depth) {
        for (int gram : GRAMS) {
            List<int[]> anchors = anchors(from, to, otherFrom, otherTo, gram);
            if (anchors.isEmpty()) {
                continue;
            }
            int start = from;
            int otherStart = otherFrom;
            for (int[] anchor : anchors) {
                // an anchor may overlap the one before it: then its words are matched already
                if (anchor[0] >= start && anchor[1] >= otherStart) {
                    align(start, anchor[0], otherStart, anchor[1], depth + 1);
                    for (int i = 0; i < gram; i++) {
                        matches[anchor[1] + i] = anchor[0] + i;
                    }
                    start = anchor[0] + gram;
                    otherStart = anchor[1] + gram;
                }
            }
            align(start, to, otherStart, otherTo, depth + 1);
            return;
        }
    }

    private List<int[]> anchors(int from, int to, int otherFrom, int otherTo, int gram) {
        Places places = new Places(one, from, to, gram);
        Places otherPlaces = new Places(other, otherFrom, otherTo, gram);
        List<int[]> pairs = new ArrayList<>();
        for (int i = from; i + gram <= to; i++) {
            long key = key(one, i, gram);
            int otherPlace = otherPlaces.of(key);
            if (otherPlace >= 0 && places.of(key) >= 0) {
                pairs.add(new int[] {i, otherPlace});
            }
        }
        return longestRising(pairs);
    }

    /** The run of words at a place, as a number that is not 0. */
    private static long key(int[] words, int at, int gram) {
        long key = 0;
        for (int i = 0; i < gram; i++) {
            key = key << 21 | words[at + i];
        }
        return key + 1;
    }

    /** Where the runs of words stand that a text has once; a hash table without objects. */
    private static final class Places {
        private final long[] keys;
        private final int[] places;

        Places(int[] words, int from, int to, int gram) {
            int size = Integer.highestOneBit(Math.max(4, to - from)) << 2;
            keys = new long[size];
            places = new int[size];
            for (int i = from; i + gram <= to; i++) {
                long key = key(words, i, gram);
                int slot = slot(key);
                places[slot] = keys[slot] == 0 ? i : TWICE;
                keys[slot] = key;
            }
        }

        /** The only place of a run; negative where it stands nowhere or more than once. */
        int of(long key) {
            int slot = slot(key);
            return keys[slot] == 0 ? TWICE : places[slot];
        }

        private int slot(long key) {
            long mixed = key * 0x9E3779B97F4A7C15L;
            int slot = (int) (mixed >>> 32) & (keys.length - 1);
            while (keys[slot] != 0 && keys[slot] != key) {
                slot = slot + 1 & (keys.length - 1);
            }
            return slot;
        }
    }

    /** The longest subsequence whose second numbers rise too; the first numbers rise already. */
    private static List<int[]> longestRising(List<int[]> pairs) {
        int[] tails = new int[pairs.size()];
        int[] before = new int[pairs.size()];
        int length = 0;
        for (int i = 0; i < pairs.size(); i++) {
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (pairs.get(tails[middle])[1] < pairs.get(i)[1]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            before[i] = low == 0 ? -1 : tails[low - 1];
            tails[low] = i;
            length = Math.max(length, low + 1);
        }
        int[][] rising = new int[length][];
        int at = length == 0 ? -1 : tails[length - 1];
        for (int i = length - 1; i >= 0; i--) {
            rising[i] = pairs.get(at);
            at = before[at];
        }
        return List.of(rising);
    }
}
