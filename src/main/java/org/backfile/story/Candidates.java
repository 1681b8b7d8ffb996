package org.backfile.story;

import java.util.Arrays;

/**
 * Which texts are worth comparing with a text: those that share most shingles with it, rare ones counting more. A
 * shingle of many texts asks only the fullest of them and those of about the same length. One per thread.
 */
final class Candidates {
    /** The most texts compared with one for its own sake. */
    static final int MOST = 12;

    private static final int FEW = 24;
    private static final int FULLEST = 6;
    private static final int NEIGHBOURS = 6;

    private final ShingleIndex index;
    private int[] texts = new int[1 << 10];
    private int[] votes = new int[1 << 10];
    private int[] scores = new int[1 << 10];
    private int count;
    private int[] used = new int[1 << 9];

    Candidates(ShingleIndex index) {
        this.index = index;
        Arrays.fill(texts, -1);
    }

    /** Hands the candidates of a text to {@code out}, best first; equally good ones by number. */
    int[] of(int text, Fingerprint fingerprint) {
        clear();
        Shingles.forEach(fingerprint, (hash, at) -> {
            int start = index.start(hash);
            if (start >= 0) {
                ask(index.postings(hash), start, text);
            }
        });
        return best();
    }

    private void clear() {
        for (int i = 0; i < count; i++) {
            texts[used[i]] = -1;
        }
        count = 0;
    }

    private void ask(long[] postings, int start, int text) {
        int end = ShingleIndex.end(postings, start);
        int df = end - start;
        int weight = weight(df);
        if (df <= FEW) {
            vote(postings, start, end, text, weight);
            return;
        }
        int self = Arrays.binarySearch(postings, start, end, postings[start] >>> 32 << 32 | text);
        vote(postings, start, start + FULLEST, text, weight);
        vote(
                postings,
                Math.max(start + FULLEST, self - NEIGHBOURS),
                Math.min(end, self + 1 + NEIGHBOURS),
                text,
                weight);
    }

    private static int weight(int df) {
        return df <= 2 ? 8 : df <= 4 ? 5 : df <= 8 ? 3 : df <= FEW ? 2 : 1;
    }

    private void vote(long[] postings, int from, int to, int text, int weight) {
        for (int i = from; i < to; i++) {
            int other = (int) postings[i];
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
            slot = slot + 1 & texts.length - 1;
        }
        return slot;
    }

    private int start(int text) {
        return (text * 0x9E3779B1 >>> 7) & texts.length - 1;
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

    private int[] best() {
        long[] ranked = new long[count];
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int slot = used[i];
            if (votes[slot] >= 3 || scores[slot] >= 10) {
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
}
