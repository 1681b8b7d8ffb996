package org.backfile.story;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * The shingles of {@value #TEXTS} texts that follow one another, a column for each round of the {@link ShingleIndex}: at
 * first their hashes, and when the round is over what the index knows of them. Four bytes a shingle.
 */
final class ShinglePage {
    static final int TEXTS = 512;

    private final int first;
    private final int[][] columns = new int[ShingleIndex.ROUNDS][1 << 12];
    /** By round: where the shingles of each text begin, and at the end where the last ones end. */
    private final int[][] starts;

    private ShinglePage(int first, int count) {
        this.first = first;
        this.starts = new int[ShingleIndex.ROUNDS][count + 1];
    }

    /** Reads the texts of a page; the length of each in words goes to {@code words}. */
    static ShinglePage read(int number, int[] words, IntFunction<Fingerprint> fingerprint) {
        int first = number * TEXTS;
        ShinglePage page = new ShinglePage(first, Math.min(TEXTS, words.length - first));
        Shingles shingles = new Shingles();
        for (int text = 0; text < page.count(); text++) {
            Fingerprint print = fingerprint.apply(first + text);
            words[first + text] = print.tokens().length;
            shingles.read(print);
            page.read(text, shingles);
        }
        for (int round = 0; round < ShingleIndex.ROUNDS; round++) {
            page.columns[round] = Arrays.copyOf(page.columns[round], page.starts[round][page.count()]);
        }
        return page;
    }

    private void read(int text, Shingles shingles) {
        int[] sizes = new int[ShingleIndex.ROUNDS];
        for (int round = 0; round < sizes.length; round++) {
            sizes[round] = starts[round][text];
            int most = sizes[round] + shingles.count();
            if (most > columns[round].length) {
                columns[round] = Arrays.copyOf(columns[round], most + most / 2);
            }
        }
        for (int i = 0; i < shingles.count(); i++) {
            int hash = shingles.hash(i);
            int round = ShingleIndex.round(hash);
            columns[round][sizes[round]++] = hash;
        }
        for (int round = 0; round < sizes.length; round++) {
            starts[round][text + 1] = Math.min(sizes[round], starts[round][text] + ShingleIndex.MOST);
        }
    }

    /** The number of texts. */
    int count() {
        return starts[0].length - 1;
    }

    /** The first text. */
    int first() {
        return first;
    }

    int[] column(int round) {
        return columns[round];
    }

    /** Where the shingles of a text begin in the column of the round; those of the next text begin where they end. */
    int start(int round, int text) {
        return starts[round][text - first];
    }
}
