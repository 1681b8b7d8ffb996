package org.backfile.story;

import java.util.BitSet;
import java.util.function.IntUnaryOperator;

/**
 * What stands in many stories and is news in none: form letters, footers, standing notices. A shingle of {@value
 * #STORIES} stories or more is a stop; {@value #RUN} stops in a row take their words out of the count. A story printed
 * four hundred times counts once, so its words are not taken for boilerplate. A stop is known by the negative size of its
 * list.
 */
final class Boilerplate {
    static final int STORIES = 16;
    static final int RUN = 4;

    private static final int NEAR = 8;

    private final ShingleIndex index;

    private Boilerplate(ShingleIndex index) {
        this.index = index;
    }

    static Boilerplate of(ShingleIndex index, IntUnaryOperator storyOf) {
        for (int round = 0; round < ShingleIndex.ROUNDS; round++) {
            int[] lists = index.lists(round);
            int size;
            for (int at = 0; at < lists.length; at += 1 + size) {
                size = lists[at];
                if (size >= STORIES && inManyStories(lists, at + 1, at + 1 + size, storyOf)) {
                    lists[at] = -size;
                }
            }
        }
        return new Boilerplate(index);
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

    /** Whether there may be boilerplate in a text; tells without its fingerprint. */
    boolean maybeIn(int text) {
        int[] stops = {0};
        index.forEach(text, (column, start, end, lists) -> {
            for (int i = start; i < end; i++) {
                stops[0] += isStop(column[i], lists) ? 1 : 0;
            }
        });
        return stops[0] >= RUN;
    }

    /** The places of a text's words that are boilerplate; empty in most texts. */
    BitSet in(int text, Fingerprint fingerprint) {
        Shingles shingles = new Shingles();
        shingles.read(fingerprint);
        BitSet off = new BitSet();
        int[] run = {0, 0, 0};
        index.forEach(text, shingles, (known, lists, at) -> {
            if (!isStop(known, lists)) {
                run[0] = 0;
                return;
            }
            int end = at + Shingles.length(fingerprint.tokens(), at);
            if (run[0] == 0 || at - run[2] > NEAR) {
                run[0] = 0;
                run[1] = at;
            }
            run[0]++;
            run[2] = at;
            if (run[0] >= RUN) {
                off.set(run[1], end);
                run[1] = end;
            }
        });
        return off;
    }

    private static boolean isStop(int known, int[] lists) {
        return known >= 0 && lists[known] < 0;
    }
}
