package org.backfile.story;

import java.util.BitSet;
import java.util.function.IntUnaryOperator;

/**
 * What stands in many stories and is news in none: form letters, footers, standing notices. A shingle of {@value
 * #STORIES} stories or more is a stop; {@value #RUN} stops in a row take their words out of the count. A story printed
 * four hundred times counts once, so its words are not taken for boilerplate.
 */
final class Boilerplate {
    static final int STORIES = 16;
    static final int RUN = 4;

    private static final int NEAR = 8;

    private final ShingleIndex index;
    /** By the shingles' numbers. */
    private final BitSet stops;

    private Boilerplate(ShingleIndex index, BitSet stops) {
        this.index = index;
        this.stops = stops;
    }

    static Boilerplate of(ShingleIndex index, IntUnaryOperator storyOf) {
        BitSet stops = new BitSet(index.count());
        index.forEach(0, ShingleIndex.parts(), (number, texts, start, end) -> {
            if (end - start >= STORIES && inManyStories(texts, start, end, storyOf)) {
                stops.set(number);
            }
        });
        return new Boilerplate(index, stops);
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

    /** The places of a text's words that are boilerplate; empty in most texts. */
    BitSet in(Fingerprint text) {
        BitSet off = new BitSet();
        int[] run = {0, 0, 0};
        Shingles.forEach(text, (hash, at) -> {
            if (!isStop(hash)) {
                run[0] = 0;
                return;
            }
            int end = at + Shingles.length(text.tokens(), at);
            if (run[0] == 0 || at - run[2] > NEAR) {
                run[0] = 0;
                run[1] = at;
            }
            run[0]++;
            run[2] = at;
            if (run[0] >= RUN) {
                off.set(run[1], end);
            }
        });
        return off;
    }

    private boolean isStop(int hash) {
        int number = index.number(hash);
        return number >= 0 && stops.get(number);
    }
}
