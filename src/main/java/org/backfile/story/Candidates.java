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

    static final int FEW = 24;
    /** Of so many shingles that a text shares, the rarest one is asked, and all that are as rare. */
    private static final int RAREST = 6;

    static final int FULLEST = 6;
    static final int NEIGHBOURS = 6;

    /** What shared shingles, each counting by its rarity, must come to for a hundred words of the shorter text. */
    private static final int SCORE_PER_HUNDRED = 5;
    /** So many shingles must be shared, or fewer that are rare. */
    private static final int LEAST_SHARED = 3;

    private static final int LEAST_SCORE = 10;

    private static final int[] NOBODY = {};
    private static final int BUCKETS = 1 << 13;
    private static final int WEIGHT_BITS = 4;

    private final ShingleIndex index;
    private final int[] words;
    /** Each text that was asked, as often as it was, with the weight below. */
    private long[] asked = new long[1 << 12];

    private int count;
    /** Sums of weights; texts share buckets, so that these are never too small. */
    private final int[] bounds = new int[BUCKETS];

    /** How many of a text's shingles stand in one text, in two to three, in four to seven, and so on. */
    private final int[] sizes = new int[Integer.SIZE + 1];

    private long[] likely = new long[1 << 8];

    private Candidates(ShingleIndex index, int[] words) {
        this.index = index;
        this.words = words;
    }

    /**
     * Finds the candidates of some texts, each best first.
     *
     * @param index of all shingles of these texts
     * @param words of each text its length
     * @param texts the texts that are asked for
     * @param candidatesOf takes the candidates, by text
     * @param magnitudes takes the {@link #magnitude} of the shingles that were asked, by text
     */
    static void of(
            ShingleIndex index, int[] words, int[] texts, int[][] candidatesOf, byte[] magnitudes, Workers workers) {
        workers.forRanges(texts.length, (from, to) -> {
            Candidates own = new Candidates(index, words);
            for (int i = from; i < to; i++) {
                int text = texts[i];
                magnitudes[text] = (byte) own.mostMagnitude(text);
                candidatesOf[text] = own.of(text, mostTexts(magnitudes[text]));
            }
        });
    }

    /** Of a number of texts, how many bits it has: where it stays the same, lists of that size are asked as before. */
    static int magnitude(int count) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(count);
    }

    /** The number of texts up to which a shingle is asked. */
    static int mostTexts(int magnitude) {
        return Math.max(FEW, (int) (1L << magnitude) - 1);
    }

    /** The candidates of a text, best first; equally good ones by number. */
    private int[] of(int text, int most) {
        count = 0;
        index.forEach(text, (column, start, end, lists) -> ask(text, most, column, start, end, lists));
        addUp();
        int kept = keepLikely(text);
        forget();
        return best(text, kept);
    }

    private void addUp() {
        for (int i = 0; i < count; i++) {
            bounds[bucket(asked[i])] += weight(asked[i]);
        }
    }

    private int keepLikely(int text) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (isEnough(bounds[bucket(asked[i])], text, other(asked[i]))) {
                if (kept == likely.length) {
                    likely = Arrays.copyOf(likely, kept * 2);
                }
                likely[kept++] = asked[i];
            }
        }
        return kept;
    }

    private void forget() {
        for (int i = 0; i < count; i++) {
            bounds[bucket(asked[i])] = 0;
        }
    }

    /** Up to which magnitude shingles are asked: common ones are only where the text has few that are rarer. */
    private int mostMagnitude(int text) {
        Arrays.fill(sizes, 0);
        index.forEach(text, (column, start, end, lists) -> {
            for (int i = start; i < end; i++) {
                int known = column[i];
                if (known != ShingleIndex.ALONE) {
                    sizes[magnitude(known < 0 ? 2 : lists[known])]++;
                }
            }
        });
        int all = 0;
        for (int size : sizes) {
            all += size;
        }
        int most = 0;
        for (int asked = 0; asked * RAREST < all; most++) {
            asked += sizes[most];
        }
        return most;
    }

    private void ask(int text, int most, int[] column, int start, int end, int[] lists) {
        for (int i = start; i < end; i++) {
            int known = column[i];
            if (known >= 0) {
                if (lists[known] <= most) {
                    askList(text, lists, known + 1, known + 1 + lists[known]);
                }
            } else if (known != ShingleIndex.ALONE) {
                add(~known, weight(2));
            }
        }
    }

    private void askList(int text, int[] texts, int start, int end) {
        int weight = weight(end - start);
        if (end - start <= FEW) {
            add(texts, start, end, text, weight);
            return;
        }
        int self = place(texts, start, end, text);
        int near = start + FULLEST;
        add(texts, start, near, text, weight);
        add(texts, Math.max(near, self - NEIGHBOURS), Math.min(end, self + 1 + NEIGHBOURS), text, weight);
    }

    /** Where a list of all lengths has the text: near where it would be in an even one, so few places are looked at. */
    private int place(int[] texts, int start, int end, int text) {
        int guess = start + (int) ((long) (end - start) * text / words.length);
        int low = guess;
        int high = guess;
        for (int step = 8; low > start && texts[low] > text; step *= 2) {
            high = low;
            low = Math.max(start, low - step);
        }
        for (int step = 8; high < end && texts[high] <= text; step *= 2) {
            low = high;
            high = Math.min(end, high + step);
        }
        return Arrays.binarySearch(texts, low, high, text);
    }

    private static int weight(int count) {
        return count <= 2 ? 8 : count <= 4 ? 5 : count <= 8 ? 3 : count <= FEW ? 2 : 1;
    }

    private void add(int[] texts, int from, int to, int text, int weight) {
        for (int i = from; i < to; i++) {
            if (texts[i] != text) {
                add(texts[i], weight);
            }
        }
    }

    private void add(int other, int weight) {
        if (count == asked.length) {
            asked = Arrays.copyOf(asked, count * 2);
        }
        asked[count++] = (long) other << WEIGHT_BITS | weight;
    }

    private static int other(long asked) {
        return (int) (asked >>> WEIGHT_BITS);
    }

    private static int weight(long asked) {
        return (int) asked & (1 << WEIGHT_BITS) - 1;
    }

    private static int bucket(long asked) {
        return other(asked) & BUCKETS - 1;
    }

    private int[] best(int text, int kept) {
        Arrays.sort(likely, 0, kept);
        int enough = 0;
        for (int start = 0, end; start < kept; start = end) {
            int other = other(likely[start]);
            int score = 0;
            for (end = start; end < kept && other(likely[end]) == other; end++) {
                score += weight(likely[end]);
            }
            if (isEnough(score, text, other) && (end - start >= LEAST_SHARED || score >= LEAST_SCORE)) {
                likely[enough++] = (long) -score << Integer.SIZE | other;
            }
        }
        Arrays.sort(likely, 0, enough);
        int[] best = enough == 0 ? NOBODY : new int[Math.min(MOST, enough)];
        for (int i = 0; i < best.length; i++) {
            best[i] = (int) likely[i];
        }
        return best;
    }

    private boolean isEnough(int score, int text, int other) {
        int shorter = Math.min(words[text], words[other]);
        int longer = Math.max(words[text], words[other]);
        return score * 100L >= (long) SCORE_PER_HUNDRED * shorter && shorter * LENGTHS >= longer;
    }
}
