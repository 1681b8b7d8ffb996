package org.backfile.story;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What pairs of texts have in common, kept from one build to the next so that they need not be aligned again. A pair is
 * known by a 64-bit hash of each text's words (those that count), so an entry is right wherever both texts turn up.
 * Grouping gives the same with it as without it. Unchangeable; 80 bytes a pair.
 */
public final class Alignments {
    /** Nothing known. */
    public static final Alignments NONE = new Alignments(new long[0], new long[0], new int[0]);

    private static final int ENTRY_BYTES = 16 + 4 * Comparison.SIZE;

    /** Sorted, the second by the first. */
    private final long[] first;

    private final long[] second;
    private final int[] comparisons;

    private Alignments(long[] first, long[] second, int[] comparisons) {
        this.first = first;
        this.second = second;
        this.comparisons = comparisons;
    }

    /** The number of pairs known. */
    public int size() {
        return first.length;
    }

    /** The form for the store, a function of the pairs alone. */
    public byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(ENTRY_BYTES * first.length);
        for (int i = 0; i < first.length; i++) {
            bytes.putLong(first[i]).putLong(second[i]);
            for (int k = 0; k < Comparison.SIZE; k++) {
                bytes.putInt(comparisons[i * Comparison.SIZE + k]);
            }
        }
        return bytes.array();
    }

    /**
     * Reads what {@link #toBytes} wrote.
     *
     * @throws IllegalArgumentException where the bytes are none of it
     */
    public static Alignments fromBytes(byte[] stored) {
        int count = stored.length / ENTRY_BYTES;
        if (count * ENTRY_BYTES != stored.length) {
            throw new IllegalArgumentException("no alignments: " + stored.length + " bytes");
        }
        long[] first = new long[count];
        long[] second = new long[count];
        int[] comparisons = new int[count * Comparison.SIZE];
        ByteBuffer bytes = ByteBuffer.wrap(stored);
        for (int i = 0; i < count; i++) {
            first[i] = bytes.getLong();
            second[i] = bytes.getLong();
            for (int k = 0; k < Comparison.SIZE; k++) {
                comparisons[i * Comparison.SIZE + k] = bytes.getInt();
            }
        }
        return new Alignments(first, second, comparisons);
    }

    /** One pair and what it has in common. */
    record Entry(long first, long second, Comparison comparison) implements Comparable<Entry> {
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
        int[] comparisons = new int[count * Comparison.SIZE];
        for (int i = 0; i < count; i++) {
            Entry entry = sorted.get(i);
            first[i] = entry.first;
            second[i] = entry.second;
            entry.comparison.write(comparisons, i * Comparison.SIZE);
        }
        return new Alignments(first, second, comparisons);
    }

    /** What is known of the pair, or null. */
    @org.jspecify.annotations.Nullable
    Comparison get(long one, long other) {
        int low = 0;
        int high = first.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Long.compare(first[middle], one);
            order = order != 0 ? order : Long.compare(second[middle], other);
            if (order == 0) {
                return Comparison.read(comparisons, middle * Comparison.SIZE);
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return null;
    }
}
