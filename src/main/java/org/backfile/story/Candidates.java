package org.backfile.story;

import java.util.Arrays;

/**
 * Which texts are worth comparing with a text: those that share most shingles with it, rare ones counting more. A
 * shingle of many texts asks only the fullest of them and those of about the same length. One per thread.
 */
final class Candidates {
    /** The most texts compared with one for its own sake. */
    static final int MOST = 12;

    /** A text this many times longer cannot be the same story, boilerplate and all. */
    private static final int LENGTHS = 12;

    private static final int FEW = 24;
    private static final int FULLEST = 6;
    private static final int NEIGHBOURS = 6;

    /** Of a hundred shingles of the shorter text, those that must be shared: a text read with many errors keeps few. */
    private static final int PER_HUNDRED = 5;
    /** Or, each counting by its rarity, this much. */
    private static final int SCORE_PER_HUNDRED = 14;

    private final ShingleIndex index;
    private final int[] words;
    private int[] texts = new int[1 << 10];
    private int[] votes = new int[1 << 10];
    private int[] scores = new int[1 << 10];
    private int count;
    private int[] used = new int[1 << 9];

    /** Of texts of these lengths in words. */
    Candidates(ShingleIndex index, int[] words) {
        this.index = index;
        this.words = words;
        Arrays.fill(texts, -1);
    }

    /** The candidates of a text, best first; equally good ones by number. */
    int[] of(int text, Fingerprint fingerprint) {
        clear();
        Shingles.forEach(fingerprint, (hash, at) -> {
            int number = index.number(hash);
            if (number >= 0) {
                index.texts(hash, number, (texts, start, end) -> ask(texts, start, end, text));
            }
        });
        return best(text);
    }

    private void clear() {
        for (int i = 0; i < count; i++) {
            texts[used[i]] = -1;
        }
        count = 0;
    }

    private void ask(int[] holders, int start, int end, int text) {
        int count = end - start;
        int weight = weight(count);
        if (count <= FEW) {
            vote(holders, start, end, text, weight);
            return;
        }
        int self = Arrays.binarySearch(holders, start, end, text);
        int near = start + FULLEST;
        vote(holders, start, near, text, weight);
        vote(holders, Math.max(near, self - NEIGHBOURS), Math.min(end, self + 1 + NEIGHBOURS), text, weight);
    }

    private static int weight(int count) {
        return count <= 2 ? 8 : count <= 4 ? 5 : count <= 8 ? 3 : count <= FEW ? 2 : 1;
    }

    private void vote(int[] holders, int from, int to, int text, int weight) {
        for (int i = from; i < to; i++) {
            int other = holders[i];
            if (other != text) {
                int slot = slot(other);
                votes[slot]++;
                scores[slot] += weight;
            }
        }
    }

    private int slot(int text) {
        int slot = start(text);
        while (texts[slot] != text) {
            if (texts[slot] < 0) {
                if (count == used.length) {
                    grow();
                    return slot(text);
                }
                texts[slot] = text;
                votes[slot] = 0;
                scores[slot] = 0;
                used[count++] = slot;
                return slot;
            }
            slot = (slot + 1) & (texts.length - 1);
        }
        return slot;
    }

    private int start(int text) {
        return ((text * 0x9E3779B1) >>> 7) & (texts.length - 1);
    }

    private void grow() {
        int[] oldTexts = texts;
        int[] oldVotes = votes;
        int[] oldScores = scores;
        int[] oldUsed = Arrays.copyOf(used, count);
        texts = new int[oldTexts.length * 2];
        Arrays.fill(texts, -1);
        votes = new int[texts.length];
        scores = new int[texts.length];
        used = new int[texts.length / 2];
        count = 0;
        for (int old : oldUsed) {
            int slot = slot(oldTexts[old]);
            votes[slot] = oldVotes[old];
            scores[slot] = oldScores[old];
        }
    }

    private int[] best(int text) {
        long[] ranked = new long[count];
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int slot = used[i];
            if (isEnough(slot, text)) {
                ranked[kept++] = (long) -scores[slot] << 32 | texts[slot];
            }
        }
        Arrays.sort(ranked, 0, kept);
        int[] best = new int[Math.min(MOST, kept)];
        for (int i = 0; i < best.length; i++) {
            best[i] = (int) ranked[i];
        }
        return best;
    }

    private boolean isEnough(int slot, int text) {
        int one = words[text];
        int other = words[texts[slot]];
        int shorter = Math.min(one, other);
        boolean comparable = shorter * LENGTHS >= Math.max(one, other);
        boolean some = votes[slot] >= 3 || scores[slot] >= 10;
        boolean telling = votes[slot] * 200L >= (long) PER_HUNDRED * shorter
                || scores[slot] * 200L >= (long) SCORE_PER_HUNDRED * shorter;
        return comparable && some && telling;
    }
}
