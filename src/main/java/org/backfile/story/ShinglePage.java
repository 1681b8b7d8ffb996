package org.backfile.story;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The shingles of some hundred texts by the rounds of the {@link ShingleIndex}, and what else of their words is asked
 * again and again: at first the shingles' hashes, and once the index is made of it what the index knows of them. It is
 * kept from one grouping to the next. Four bytes a shingle and some forty a text.
 */
final class ShinglePage {
    /** A text is known by its page, shifted by so many bits, and its number there. */
    static final int PLACE_BITS = 9;

    /** The most texts of a page. */
    static final int TEXTS = 1 << PLACE_BITS;

    private final int[] words;
    private final int[] odd;
    /** Round by round where the shingles of each text begin, and at the end where the last ones end. */
    private final int[] starts;

    private final int[] shingles;

    private ShinglePage(int[] words, int[] odd, int[] starts, int[] shingles) {
        this.words = words;
        this.odd = odd;
        this.starts = starts;
        this.shingles = shingles;
    }

    /** Makes a page of one text after another. */
    static final class Builder {
        private final int[] words = new int[TEXTS];
        private final int[] odd = new int[TEXTS];
        private final int[][] columns = new int[ShingleIndex.ROUNDS][1 << 12];
        private final int[][] ends = new int[ShingleIndex.ROUNDS][TEXTS + 1];
        private final Shingles shingles = new Shingles();
        private int count;

        /** Adds a text by its words. */
        void add(Fingerprint text) {
            words[count] = text.tokens().length;
            odd[count] = text.oddWords();
            shingles.read(text);
            int[] sizes = new int[ShingleIndex.ROUNDS];
            for (int round = 0; round < sizes.length; round++) {
                sizes[round] = ends[round][count];
                makeRoom(round, shingles.count());
            }
            for (int i = 0; i < shingles.count(); i++) {
                int hash = shingles.hash(i);
                int round = ShingleIndex.round(hash);
                columns[round][sizes[round]++] = hash;
            }
            count++;
            for (int round = 0; round < sizes.length; round++) {
                ends[round][count] = sizes[round];
            }
        }

        /** Adds a text of another page that no index was made of. */
        void add(ShinglePage page, int number) {
            words[count] = page.words[number];
            odd[count] = page.odd[number];
            for (int round = 0; round < columns.length; round++) {
                int size = page.end(round, number) - page.start(round, number);
                makeRoom(round, size);
                System.arraycopy(page.shingles, page.start(round, number), columns[round], ends[round][count], size);
                ends[round][count + 1] = ends[round][count] + size;
            }
            count++;
        }

        private void makeRoom(int round, int more) {
            int most = ends[round][count] + more;
            if (most > columns[round].length) {
                columns[round] = Arrays.copyOf(columns[round], most + most / 2);
            }
        }

        ShinglePage page() {
            int[] starts = new int[ShingleIndex.ROUNDS * count + 1];
            int at = 0;
            for (int round = 0; round < columns.length; round++) {
                for (int number = 0; number < count; number++) {
                    starts[round * count + number] = at + ends[round][number];
                }
                at += ends[round][count];
            }
            starts[columns.length * count] = at;
            int[] all = new int[at];
            for (int round = 0; round < columns.length; round++) {
                System.arraycopy(columns[round], 0, all, starts[round * count], ends[round][count]);
            }
            return new ShinglePage(Arrays.copyOf(words, count), Arrays.copyOf(odd, count), starts, all);
        }
    }

    /** The page with those shingles only that are in the set. */
    ShinglePage only(HashSieve sieve) {
        int[] kept = new int[64];
        int[] newStarts = new int[starts.length];
        int size = 0;
        for (int i = 0; i + 1 < starts.length; i++) {
            newStarts[i] = size;
            int end = starts[i + 1];
            for (int at = starts[i]; at < end; at++) {
                if (sieve.passes(shingles[at])) {
                    if (size == kept.length) {
                        kept = Arrays.copyOf(kept, 2 * size);
                    }
                    kept[size++] = shingles[at];
                }
            }
        }
        newStarts[starts.length - 1] = size;
        return new ShinglePage(words, odd, newStarts, Arrays.copyOf(kept, size));
    }

    /** The number of texts. */
    int count() {
        return words.length;
    }

    /** The length of a text in words. */
    int words(int number) {
        return words[number];
    }

    /** How many of a text's words look misread. */
    int oddWords(int number) {
        return odd[number];
    }

    /** All shingles, round by round, in each round text by text. */
    int[] shingles() {
        return shingles;
    }

    /** Where the shingles of a text begin that belong to the round. */
    int start(int round, int number) {
        return starts[round * words.length + number];
    }

    /** Where they end. */
    int end(int round, int number) {
        return starts[round * words.length + number + 1];
    }

    /** How many shingles a text has. */
    int size(int number) {
        int size = 0;
        for (int round = 0; round < ShingleIndex.ROUNDS; round++) {
            size += end(round, number) - start(round, number);
        }
        return size;
    }

    /** The form for the store, of a page that no index was made of. */
    byte[] toBytes() {
        ByteBuffer out = ByteBuffer.allocate(Integer.BYTES * (1 + 2 * words.length + starts.length + shingles.length));
        out.putInt(words.length);
        Flat.put(out, words);
        Flat.put(out, odd);
        Flat.put(out, starts);
        Flat.put(out, shingles);
        return out.array();
    }

    /**
     * Reads what {@link #toBytes} wrote.
     *
     * @throws IllegalArgumentException where the bytes are none of it
     */
    static ShinglePage fromBytes(byte[] stored) {
        try {
            ByteBuffer in = ByteBuffer.wrap(stored);
            int count = in.getInt();
            int[] words = Flat.ints(in, count);
            int[] odd = Flat.ints(in, count);
            int[] starts = Flat.ints(in, ShingleIndex.ROUNDS * count + 1);
            int[] shingles = Flat.ints(in, in.remaining() / Integer.BYTES);
            if (count > TEXTS || starts[starts.length - 1] != shingles.length) {
                throw new IllegalArgumentException("no page of shingles");
            }
            return new ShinglePage(words, odd, starts, shingles);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("no page of shingles", e);
        }
    }
}
