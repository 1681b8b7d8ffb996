package org.backfile.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;

/**
 * Divides a long list, sorted by key, into leaves by the beginnings of the keys, so that an addition changes one leaf
 * or splits it in two and leaves the others, and their names, alone.
 *
 * <p>The keys are read as strings of bits, 21 a code point, and the leaves are those nodes of the binary trie over them
 * that hold no more than a page may while their parents do. A leaf is named by the least beginning that a key in it
 * could have. O(n) in the number of rows plus O(log n) comparisons a leaf. Keys must differ from one another.
 */
final class Division {
    /** The most rows of a page. */
    static final int MOST_ROWS = 1000;

    /** The most bytes that the rows of a page may come to; leaves room below 300 KB for the rest of it. */
    static final long MOST_BYTES = 230_000;

    private static final int BITS = 21;

    /** Rows {@code from} (inclusive) to {@code to} (exclusive) of the list. */
    record Leaf(String name, int from, int to) {}

    private final List<String> keys;
    private final long[] weightBefore;
    private final List<Leaf> leaves = new ArrayList<>();

    private Division(List<String> keys, IntToLongFunction weight) {
        this.keys = keys;
        this.weightBefore = new long[keys.size() + 1];
        for (int i = 0; i < keys.size(); i++) {
            weightBefore[i + 1] = weightBefore[i] + weight.applyAsLong(i);
        }
    }

    /** The leaves of {@code keys}, which are sorted by code point; {@code weight} is the bytes that a row comes to. */
    static List<Leaf> divide(List<String> keys, IntToLongFunction weight) {
        Division division = new Division(keys, weight);
        if (!keys.isEmpty()) {
            division.divide(0, keys.size(), 0);
        }
        return division.leaves;
    }

    /** True where so many rows of so many bytes go on one page. */
    static boolean fits(int rows, long bytes) {
        return rows <= MOST_ROWS && bytes <= MOST_BYTES;
    }

    private void divide(int from, int to, int depth) {
        boolean fits = fits(to - from, weightBefore[to] - weightBefore[from]);
        int fork = fits || to - from < 2 ? depth : firstDifference(keys.get(from), keys.get(to - 1));
        if (fits || to - from < 2 || fork < 0) {
            leaves.add(new Leaf(name(keys.get(from), depth), from, to));
            return;
        }
        int middle = firstWithBit(from, to, fork);
        divide(from, middle, fork + 1);
        divide(middle, to, fork + 1);
    }

    private int firstWithBit(int from, int to, int bit) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (bit(keys.get(middle), bit)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The number of the first bit in which the keys differ, a shorter one continued with zeros; -1 where none. */
    static int firstDifference(String a, String b) {
        int i = 0;
        int characters = 0;
        while (i < a.length() || i < b.length()) {
            int x = i < a.length() ? a.codePointAt(i) : 0;
            int y = i < b.length() ? b.codePointAt(i) : 0;
            if (x != y) {
                return characters * BITS + Integer.numberOfLeadingZeros(x ^ y) - (32 - BITS);
            }
            i += Character.charCount(x);
            characters++;
        }
        return -1;
    }

    private static boolean bit(String key, int bit) {
        int rest = bit / BITS;
        int i = 0;
        while (rest > 0 && i < key.length()) {
            i += Character.charCount(key.codePointAt(i));
            rest--;
        }
        int c = i < key.length() ? key.codePointAt(i) : 0;
        return (c >>> (BITS - 1 - bit % BITS) & 1) == 1;
    }

    /** The first {@code depth} bits of a key, continued to the least character of a slug that they can begin. */
    private static String name(String key, int depth) {
        int whole = Math.min(depth / BITS, key.codePointCount(0, key.length()));
        int end = key.offsetByCodePoints(0, whole);
        int open = BITS - depth % BITS;
        if (depth % BITS == 0 || end == key.length()) {
            return key.substring(0, end);
        }
        int c = key.codePointAt(end) >>> open << open;
        int last = key.codePointAt(end);
        while (c < last && c != '-' && !Character.isLetterOrDigit(c)) {
            c++;
        }
        return new StringBuilder(key.substring(0, end)).appendCodePoint(c).toString();
    }
}
