package org.backfile.story;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * How pairs of texts are alike: by aligning them when first asked, or known from an earlier build. Of a pair the text
 * with the smaller number is the first one.
 */
final class Comparisons {
    private static final BitSet NOTHING = new BitSet();

    private final IntFunction<Fingerprint> fingerprint;
    private final long[] keys;
    private final Judge judge;
    private final Alignments known;
    private final Workers workers;
    private final Comparer comparer = new Comparer();
    private final Map<Integer, BitSet> boilerplate = new HashMap<>();
    private final Alignments.Collector made = new Alignments.Collector();
    private final Map<Long, Likeness> asked = new HashMap<>();
    private long[] pairs = {};
    private Likeness[] whole = {};

    /** Of texts that are known by these keys: the same key, the same words. */
    Comparisons(IntFunction<Fingerprint> fingerprint, long[] keys, Judge judge, Alignments known, Workers workers) {
        this.fingerprint = fingerprint;
        this.keys = keys;
        this.judge = judge;
        this.known = known;
        this.workers = workers;
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

    /** From now on {@link #news} leaves out these places of the texts; null for none. */
    void leaveOut(@Nullable BitSet[] off) {
        for (int text = 0; text < off.length; text++) {
            if (off[text] != null && !off[text].isEmpty()) {
                boilerplate.put(text, off[text]);
            }
        }
    }

    int boilerplateWords(int text) {
        return off(text).cardinality();
    }

    /** How the pairs, which are in order, are alike, all words counting. */
    Likeness[] whole(long[] pairs) {
        this.pairs = pairs;
        this.whole = all(pairs, new Likeness[pairs.length], false);
        return whole.clone();
    }

    /** How the pairs are alike beside boilerplate. */
    Likeness[] news(long[] pairs) {
        Likeness[] found = new Likeness[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            found[i] = hasBoilerplate(pairs[i]) ? null : asked(pairs[i]);
        }
        return all(pairs, found, true);
    }

    /** Fills in what has not been found. */
    private Likeness[] all(long[] pairs, @Nullable Likeness[] found, boolean newsOnly) {
        boolean[] fresh = new boolean[pairs.length];
        workers.forRanges(pairs.length, (from, to) -> {
            Comparer own = new Comparer();
            int last = -1;
            Fingerprint first = null;
            for (int i = from; i < to; i++) {
                if (found[i] != null) {
                    continue;
                }
                fresh[i] = true;
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
            if (fresh[i]) {
                remember(pairs[i], newsOnly, found[i]);
            }
        }
        return found;
    }

    /** How two texts are alike, all words counting. */
    Likeness whole(int one, int other) {
        return single(pair(one, other), false);
    }

    /** How two texts are alike beside boilerplate. */
    Likeness news(int one, int other) {
        long pair = pair(one, other);
        return single(pair, hasBoilerplate(pair));
    }

    /** Whether most words of the shorter headline, and two at least, stand in the other. */
    boolean sameHeadline(int one, int other) {
        return fingerprint.apply(one).sharesHeadline(fingerprint.apply(other));
    }

    private Likeness single(long pair, boolean newsOnly) {
        Likeness likeness = newsOnly ? asked.get(~pair) : asked(pair);
        if (likeness == null) {
            likeness = lookUp(pair, newsOnly);
            if (likeness == null) {
                likeness = compare(comparer, pair, fingerprint.apply(first(pair)), newsOnly);
            }
            asked.put(newsOnly ? ~pair : pair, likeness);
            remember(pair, newsOnly, likeness);
        }
        return likeness;
    }

    /** What was found of a pair, all words counting, or null. */
    private @Nullable Likeness asked(long pair) {
        int at = Arrays.binarySearch(pairs, pair);
        return at >= 0 ? whole[at] : asked.get(pair);
    }

    private Likeness compare(Comparer own, long pair, Fingerprint first, boolean newsOnly) {
        return judge.likeness(own.compare(
                first, off(first(pair), newsOnly), fingerprint.apply(second(pair)), off(second(pair), newsOnly)));
    }

    private boolean hasBoilerplate(long pair) {
        return boilerplate.containsKey(first(pair)) || boilerplate.containsKey(second(pair));
    }

    private BitSet off(int text) {
        return boilerplate.getOrDefault(text, NOTHING);
    }

    private BitSet off(int text, boolean newsOnly) {
        return newsOnly ? off(text) : NOTHING;
    }

    private @Nullable Likeness lookUp(long pair, boolean newsOnly) {
        return known.size() == 0 ? null : known.get(key(pair, newsOnly));
    }

    private void remember(long pair, boolean newsOnly, Likeness likeness) {
        made.add(key(pair, newsOnly), likeness);
    }

    private long key(long pair, boolean newsOnly) {
        return Alignments.pair(key(first(pair), newsOnly), key(second(pair), newsOnly));
    }

    private long key(int text, boolean newsOnly) {
        return keys[text] + Fingerprint.hash(off(text, newsOnly));
    }

    /** All pairs that were asked for. */
    Alignments alignments() {
        return made.all();
    }
}
