package org.backfile.story;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What pairs of texts have in common: aligned when first asked for, or known from an earlier build. Of a pair the text
 * with the smaller number is the first one.
 */
final class Comparisons {
    private static final BitSet NOTHING = new BitSet();

    private final IntFunction<Fingerprint> fingerprint;
    private final Alignments known;
    private final long[] hashes;
    private final Map<Integer, BitSet> boilerplate = new HashMap<>();
    private final List<Alignments.Entry> made = new ArrayList<>();
    private final Map<Long, Comparison> asked = new HashMap<>();
    private final Comparer comparer = new Comparer();

    Comparisons(int texts, IntFunction<Fingerprint> fingerprint, Alignments known, Workers workers) {
        this.fingerprint = fingerprint;
        this.known = known;
        this.hashes = new long[texts];
        workers.forRanges(texts, (from, to) -> {
            for (int text = from; text < to; text++) {
                hashes[text] = fingerprint.apply(text).hash();
            }
        });
    }

    static long pair(int one, int other) {
        return (long) Math.min(one, other) << 32 | Math.max(one, other);
    }

    static int first(long pair) {
        return (int) (pair >> 32);
    }

    static int second(long pair) {
        return (int) pair;
    }

    /** Finds the boilerplate of these texts. From now on {@link #news} leaves it out. */
    void leaveOut(Boilerplate found, int[] texts, Workers workers) {
        BitSet[] off = new BitSet[texts.length];
        workers.forRanges(texts.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                off[i] = found.in(fingerprint.apply(texts[i]));
            }
        });
        for (int i = 0; i < texts.length; i++) {
            if (!off[i].isEmpty()) {
                boilerplate.put(texts[i], off[i]);
            }
        }
    }

    boolean hasBoilerplate(int text) {
        return boilerplate.containsKey(text);
    }

    int boilerplateWords(int text) {
        return boilerplate.getOrDefault(text, NOTHING).cardinality();
    }

    /** What each pair has in common, all words counting. */
    Comparison[] whole(long[] pairs, Workers workers) {
        return all(pairs, false, workers);
    }

    /** What each pair has in common beside boilerplate. */
    Comparison[] news(long[] pairs, Workers workers) {
        return all(pairs, true, workers);
    }

    private Comparison[] all(long[] pairs, boolean newsOnly, Workers workers) {
        Comparison[] found = new Comparison[pairs.length];
        workers.forRanges(pairs.length, (from, to) -> {
            Comparer own = new Comparer();
            int last = -1;
            Fingerprint first = null;
            for (int i = from; i < to; i++) {
                found[i] = lookUp(pairs[i], newsOnly);
                if (found[i] == null) {
                    int one = first(pairs[i]);
                    if (first == null || one != last) {
                        first = fingerprint.apply(one);
                        last = one;
                    }
                    found[i] = compare(own, pairs[i], first, newsOnly);
                }
            }
        });
        for (int i = 0; i < pairs.length; i++) {
            remember(pairs[i], newsOnly, found[i]);
        }
        return found;
    }

    /** What two texts have in common, all words counting. */
    Comparison whole(int one, int other) {
        return single(pair(one, other), false);
    }

    /** What two texts have in common beside boilerplate. */
    Comparison news(int one, int other) {
        long pair = pair(one, other);
        return single(pair, hasBoilerplate(one) || hasBoilerplate(other));
    }

    private Comparison single(long pair, boolean newsOnly) {
        long key = newsOnly ? ~pair : pair;
        Comparison comparison = asked.get(key);
        if (comparison == null) {
            comparison = lookUp(pair, newsOnly);
            if (comparison == null) {
                comparison = compare(comparer, pair, fingerprint.apply(first(pair)), newsOnly);
            }
            asked.put(key, comparison);
            remember(pair, newsOnly, comparison);
        }
        return comparison;
    }

    private Comparison compare(Comparer own, long pair, Fingerprint first, boolean newsOnly) {
        return own.compare(
                first, off(first(pair), newsOnly), fingerprint.apply(second(pair)), off(second(pair), newsOnly));
    }

    private BitSet off(int text, boolean newsOnly) {
        return newsOnly ? boilerplate.getOrDefault(text, NOTHING) : NOTHING;
    }

    private @Nullable Comparison lookUp(long pair, boolean newsOnly) {
        return known.size() == 0 ? null : known.get(key(first(pair), newsOnly), key(second(pair), newsOnly));
    }

    private void remember(long pair, boolean newsOnly, Comparison comparison) {
        made.add(new Alignments.Entry(key(first(pair), newsOnly), key(second(pair), newsOnly), comparison));
    }

    private long key(int text, boolean newsOnly) {
        return hashes[text] + Fingerprint.hash(off(text, newsOnly));
    }

    /** All pairs that were asked for. */
    Alignments alignments() {
        return Alignments.of(made);
    }
}
