package org.backfile.story;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What stands in many stories and is news in none: form letters, footers, standing notices. A shingle of {@value
 * #STORIES} stories or more is a stop; {@value #RUN} stops in a row take their words out of the count. A story printed
 * four hundred times counts once, so its words are not taken for boilerplate.
 */
final class Boilerplate {
    static final int STORIES = ShingleIndex.LONG;
    static final int RUN = 4;

    private static final int NEAR = 8;
    private static final BitSet NOTHING = new BitSet();

    /** The hashes of all stops, sorted. */
    private final int[] stops;

    private final HashSieve sieve = new HashSieve();
    /** The index of all shingles, where there is one, with stops known by the negative sizes of their lists. */
    private final @Nullable ShingleIndex index;

    private Boilerplate(int[] stops, @Nullable ShingleIndex index) {
        this.stops = stops;
        this.index = index;
        for (int stop : stops) {
            sieve.add(stop);
        }
    }

    /**
     * What is boilerplate now.
     *
     * @param part an index of all shingles that may have become stops or may be none any more
     * @param known the stops so far
     */
    static Boilerplate of(ShinglePages.Part part, IntUnaryOperator storyOf, int[] known) {
        HashSieve sieve = part.sieve();
        int[] stops = sieve == null
                ? new int[0]
                : Arrays.stream(known).filter(hash -> !sieve.passes(hash)).toArray();
        int count = stops.length;
        for (int round = 0; round < ShingleIndex.ROUNDS; round++) {
            int[] lists = part.index().lists(round);
            int size;
            for (int at = 0; at < lists.length; at += ShingleIndex.size(size)) {
                size = lists[at];
                if (size >= STORIES && inManyStories(lists, at + 1, at + 1 + size, storyOf)) {
                    lists[at] = -size;
                    stops = count < stops.length ? stops : Arrays.copyOf(stops, 2 * count + 16);
                    stops[count++] = lists[at + 1 + size];
                }
            }
        }
        stops = Arrays.copyOf(stops, count);
        Arrays.sort(stops);
        return new Boilerplate(stops, sieve == null ? part.index() : null);
    }

    private static boolean inManyStories(int[] texts, int start, int end, IntUnaryOperator storyOf) {
        int[] seen = new int[STORIES];
        int count = 0;
        for (int i = start; i < end && count < STORIES; i++) {
            int story = storyOf.applyAsInt(texts[i]);
            boolean known = false;
            for (int k = 0; k < count && !known; k++) {
                known = seen[k] == story;
            }
            if (!known) {
                seen[count++] = story;
            }
        }
        return count == STORIES;
    }

    /** The hashes of all stops, in order. */
    int[] stops() {
        return stops;
    }

    /** Which stops there are now that were none, or were and are no more; null where all is as it was. */
    @Nullable
    HashSieve difference(int[] known) {
        HashSieve difference = null;
        for (int[][] sides : new int[][][] {{stops, known}, {known, stops}}) {
            for (int stop : sides[0]) {
                if (Arrays.binarySearch(sides[1], stop) < 0) {
                    difference = difference == null ? new HashSieve() : difference;
                    difference.add(stop);
                }
            }
        }
        return difference;
    }

    /**
     * The places of some texts' words that are boilerplate; empty in most.
     *
     * @param known what is known already, by text
     * @return by text; null where nobody asked
     */
    @Nullable
    BitSet[] in(int[] texts, @Nullable BitSet[] known, IntFunction<Fingerprint> fingerprint, Workers workers) {
        BitSet[] off = new BitSet[known.length];
        workers.forRanges(texts.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                int text = texts[i];
                off[text] = known[text] != null ? known[text] : maybeIn(text) ? in(fingerprint.apply(text)) : NOTHING;
            }
        });
        return off;
    }

    /** Whether there may be boilerplate in a text; tells without its fingerprint. */
    private boolean maybeIn(int text) {
        if (index == null) {
            return stops.length >= RUN;
        }
        int[] found = {0};
        index.forEach(text, (column, start, end, lists) -> {
            for (int i = start; i < end; i++) {
                found[0] += column[i] >= 0 && lists[column[i]] < 0 ? 1 : 0;
            }
        });
        return found[0] >= RUN;
    }

    private BitSet in(Fingerprint fingerprint) {
        Shingles shingles = new Shingles();
        shingles.read(fingerprint);
        BitSet off = new BitSet();
        int run = 0;
        int from = 0;
        int last = 0;
        for (int i = 0; i < shingles.count(); i++) {
            if (!isStop(shingles.hash(i))) {
                run = 0;
                continue;
            }
            int at = shingles.place(i);
            int end = at + Shingles.length(fingerprint.tokens(), at);
            if (run == 0 || at - last > NEAR) {
                run = 0;
                from = at;
            }
            run++;
            last = at;
            if (run >= RUN) {
                off.set(from, end);
                from = end;
            }
        }
        return off;
    }

    private boolean isStop(int hash) {
        return sieve.passes(hash) && Arrays.binarySearch(stops, hash) >= 0;
    }
}
