package org.backfile.story;

import java.util.BitSet;

/**
 * Which texts may have other candidates than the last time: those that came, and those that see a text that came or went in
 * the list of a shingle that both have. All others share with the same texts, in the same order, shingles of as many.
 */
final class Touched {
    private final Changes changes;
    private final byte[] magnitudes;
    private final BitSet texts = new BitSet();

    private Touched(Changes changes, byte[] magnitudes) {
        this.changes = changes;
        this.magnitudes = magnitudes;
    }

    /**
     * The texts, by their numbers of now.
     *
     * @param index of the shingles of all texts that came or went, by the common order; lists that were looked at are marked
     * @param magnitudes which shingles were asked, by the numbers of then
     */
    static BitSet of(Changes changes, ShingleIndex index, byte[] magnitudes) {
        Touched touched = new Touched(changes, magnitudes);
        for (int text = 0; text < changes.count(); text++) {
            if (changes.changed(text)) {
                touched.add(text);
                index.forEach(text, touched::look);
            }
        }
        return touched.texts;
    }

    private void add(int text) {
        if (changes.now(text) != Changes.NONE) {
            texts.set(changes.now(text));
        }
    }

    private void look(int[] column, int start, int end, int[] lists) {
        for (int i = start; i < end; i++) {
            int known = column[i];
            if (known >= 0) {
                if (lists[known] > 0) {
                    look(lists, known + 1, known + 1 + lists[known]);
                    lists[known] = -lists[known];
                }
            } else if (known != ShingleIndex.ALONE) {
                add(~known);
            }
        }
    }

    private void look(int[] list, int start, int end) {
        int then = 0;
        int now = 0;
        for (int i = start; i < end; i++) {
            then += changes.then(list[i]) == Changes.NONE ? 0 : 1;
            now += changes.now(list[i]) == Changes.NONE ? 0 : 1;
        }
        int magnitude = Candidates.magnitude(now);
        if (Math.min(then, now) <= Candidates.FEW || magnitude != Candidates.magnitude(then)) {
            addAll(list, start, end);
            return;
        }
        for (int i = start; i < end; i++) {
            if (changes.changed(list[i])) {
                if (i < start + Candidates.FULLEST) {
                    addAskers(list, start, end, magnitude);
                    return;
                }
                int from = Math.max(start, i - Candidates.NEIGHBOURS);
                addAskers(list, from, Math.min(end, i + 1 + Candidates.NEIGHBOURS), magnitude);
            }
        }
    }

    private void addAll(int[] list, int from, int to) {
        for (int i = from; i < to; i++) {
            add(list[i]);
        }
    }

    /** Adds those that ask so common a shingle at all. */
    private void addAskers(int[] list, int from, int to, int magnitude) {
        for (int i = from; i < to; i++) {
            int then = changes.then(list[i]);
            if (then != Changes.NONE && magnitude <= magnitudes[then]) {
                add(list[i]);
            }
        }
    }
}
