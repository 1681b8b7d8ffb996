package org.backfile.story;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How pairs of texts are alike, kept from one build to the next so that they need not be aligned again. A pair is known
 * by 64 bits of both texts' words (those that count), so an entry is right wherever both texts turn up. Grouping gives
 * the same with it as without it. Unchangeable; 24 bytes a pair.
 */
final class Alignments {
    /** The name under which they are kept. */
    static final String NAME = "alignments";

    private static final int INTS = 4;
    private static final int RULE_BITS = 8;
    private static final DecidingRule[] RULES = DecidingRule.values();

    /** Sorted. */
    private final long[] pairs;

    private final int[] likenesses;

    private Alignments(long[] pairs, int[] likenesses) {
        this.pairs = pairs;
        this.likenesses = likenesses;
    }

    /** The key of a pair, of the keys of its texts; their order counts. */
    static long pair(long first, long second) {
        return Fingerprint.mix(Fingerprint.mix(first) + second);
    }

    /** The number of pairs known. */
    int size() {
        return pairs.length;
    }

    /** The form for the store, a function of the pairs alone. */
    byte[] toBytes() {
        ByteBuffer out = ByteBuffer.allocate(size() * (Long.BYTES + INTS * Integer.BYTES));
        Flat.put(out, pairs);
        Flat.put(out, likenesses);
        return out.array();
    }

    /** The pairs of the last grouping. */
    static Alignments of(GroupingMemory memory) {
        byte[] stored = memory.get(NAME);
        if (stored == null) {
            return new Alignments(new long[0], new int[0]);
        }
        int count = stored.length / (Long.BYTES + INTS * Integer.BYTES);
        ByteBuffer in = ByteBuffer.wrap(stored);
        Alignments alignments = new Alignments(Flat.longs(in, count), Flat.ints(in, INTS * count));
        if (in.hasRemaining()) {
            throw new IllegalArgumentException(in.remaining() + " bytes too many");
        }
        return alignments;
    }

    /** Collects pairs, in any order, each as often as it comes. */
    static final class Collector {
        private long[] pairs = new long[1024];
        private int[] likenesses = new int[INTS * pairs.length];
        private int count;

        void add(long pair, Likeness likeness) {
            if (count == pairs.length) {
                pairs = Arrays.copyOf(pairs, 2 * count);
                likenesses = Arrays.copyOf(likenesses, INTS * pairs.length);
            }
            pairs[count] = pair;
            put(likenesses, count++, likeness);
        }

        Alignments all() {
            long[] sorted = Arrays.copyOf(pairs, count);
            Arrays.sort(sorted);
            int distinct = 0;
            for (int i = 0; i < count; i++) {
                if (i == 0 || sorted[i] != sorted[i - 1]) {
                    sorted[distinct++] = sorted[i];
                }
            }
            sorted = Arrays.copyOf(sorted, distinct);
            int[] inOrder = new int[INTS * distinct];
            for (int i = 0; i < count; i++) {
                int place = Arrays.binarySearch(sorted, pairs[i]);
                System.arraycopy(likenesses, INTS * i, inOrder, INTS * place, INTS);
            }
            return new Alignments(sorted, inOrder);
        }
    }

    private static void put(int[] likenesses, int place, Likeness likeness) {
        int at = INTS * place;
        likenesses[at] = likeness.wordsA();
        likenesses[at + 1] = likeness.wordsB();
        likenesses[at + 2] = likeness.matched();
        likenesses[at + 3] = likeness.undated().ordinal()
                | likeness.together().ordinal() << RULE_BITS
                | likeness.apart().ordinal() << (2 * RULE_BITS);
    }

    /** What is known of the pair, or null. */
    @Nullable
    Likeness get(long pair) {
        int place = Arrays.binarySearch(pairs, pair);
        return place < 0 ? null : likeness(INTS * place);
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
