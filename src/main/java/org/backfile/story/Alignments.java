package org.backfile.story;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * How pairs of texts are alike, kept from one build to the next so that they need not be aligned again. A pair is known
 * by a 64-bit key of each text's words (those that count), so an entry is right wherever both texts turn up. Grouping
 * gives the same with it as without it. Unchangeable; 32 bytes a pair.
 */
final class Alignments {
    /** Nothing known. */
    static final Alignments NONE = new Alignments(new long[0], new long[0], new int[0]);

    private static final int INTS = 4;
    private static final int RULE_BITS = 8;
    private static final DecidingRule[] RULES = DecidingRule.values();

    /** Sorted, the second by the first. */
    private final long[] first;

    private final long[] second;
    private final int[] likenesses;

    private Alignments(long[] first, long[] second, int[] likenesses) {
        this.first = first;
        this.second = second;
        this.likenesses = likenesses;
    }

    /** The number of pairs known. */
    int size() {
        return first.length;
    }

    int storedBytes() {
        return Integer.BYTES + size() * (2 * Long.BYTES + INTS * Integer.BYTES);
    }

    /** Writes the form for the store, a function of the pairs alone. */
    void write(ByteBuffer out) {
        out.putInt(size());
        Flat.put(out, first);
        Flat.put(out, second);
        Flat.put(out, likenesses);
    }

    /** Reads what {@link #write} wrote. */
    static Alignments read(ByteBuffer in) {
        int count = in.getInt();
        return new Alignments(Flat.longs(in, count), Flat.longs(in, count), Flat.ints(in, INTS * count));
    }

    /** One pair and what it has in common. */
    record Entry(long first, long second, Likeness likeness) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int byFirst = Long.compare(first, other.first);
            return byFirst != 0 ? byFirst : Long.compare(second, other.second);
        }
    }

    static Alignments of(List<Entry> entries) {
        List<Entry> sorted = new ArrayList<>(entries);
        sorted.sort(null);
        int count = 0;
        for (int i = 0; i < sorted.size(); i++) {
            if (i == 0 || sorted.get(i).compareTo(sorted.get(i - 1)) != 0) {
                sorted.set(count++, sorted.get(i));
            }
        }
        long[] first = new long[count];
        long[] second = new long[count];
        int[] likenesses = new int[INTS * count];
        for (int i = 0; i < count; i++) {
            Entry entry = sorted.get(i);
            first[i] = entry.first;
            second[i] = entry.second;
            Likeness likeness = entry.likeness;
            likenesses[INTS * i] = likeness.wordsA();
            likenesses[INTS * i + 1] = likeness.wordsB();
            likenesses[INTS * i + 2] = likeness.matched();
            likenesses[INTS * i + 3] = likeness.undated().ordinal()
                    | likeness.together().ordinal() << RULE_BITS
                    | likeness.apart().ordinal() << (2 * RULE_BITS);
        }
        return new Alignments(first, second, likenesses);
    }

    /** What is known of the pair, or null. */
    @org.jspecify.annotations.Nullable
    Likeness get(long one, long other) {
        int low = 0;
        int high = first.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Long.compare(first[middle], one);
            order = order != 0 ? order : Long.compare(second[middle], other);
            if (order == 0) {
                return likeness(INTS * middle);
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return null;
    }

    private Likeness likeness(int at) {
        int rules = likenesses[at + 3];
        return new Likeness(
                likenesses[at],
                likenesses[at + 1],
                likenesses[at + 2],
                rule(rules),
                rule(rules >> RULE_BITS),
                rule(rules >> (2 * RULE_BITS)));
    }

    private static DecidingRule rule(int bits) {
        return RULES[bits & (1 << RULE_BITS) - 1];
    }
}
