package org.backfile.story;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * The shingles of some hundred texts by the rounds of the {@link ShingleIndex}: at first their hashes, and once the index
 * is made of it what the index knows of them. Four bytes a shingle and 32 a text.
 */
final class ShinglePage {
    /** A text is known by its page, shifted by so many bits, and its number there. */
    static final int PLACE_BITS = 9;

    /** The most texts of a page. */
    static final int TEXTS = 1 << PLACE_BITS;

    /** A page of no text. */
    static final ShinglePage EMPTY = new ShinglePage(0, new int[1], new int[0]);

    private final int count;
    /** Round by round where the shingles of each text begin, and at the end where the last ones end. */
    private final int[] starts;

    private final int[] shingles;

    private ShinglePage(int count, int[] starts, int[] shingles) {
        this.count = count;
        this.starts = starts;
        this.shingles = shingles;
    }

    /** Makes a page of one text after another. */
    static final class Builder {
        private final int[][] columns = new int[ShingleIndex.ROUNDS][1 << 12];
        private final int[][] ends = new int[ShingleIndex.ROUNDS][TEXTS + 1];
        private final Shingles shingles = new Shingles();
        private int count;

        /** Adds a text by its words. */
        void add(Fingerprint text) {
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
            return new ShinglePage(count, starts, all);
        }
    }

    /** Takes of stored pages the shingles that pass a sieve. Pages are read to the same place, so that they leave no garbage. */
    static final class Sifter {
        private final HashSieve sieve;
        private int[] shingles = {};

        Sifter(HashSieve sieve) {
            this.sieve = sieve;
        }

        ShinglePage sift(byte[] stored) {
            IntBuffer all = ByteBuffer.wrap(stored).asIntBuffer();
            int count = all.get();
            int[] starts = new int[ShingleIndex.ROUNDS * count + 1];
            all.get(starts);
            int length = all.remaining();
            if (shingles.length < length) {
                shingles = new int[length];
            }
            all.get(shingles, 0, length);
            int size = 0;
            int at = 0;
            for (int i = 0; i + 1 < starts.length; i++) {
                starts[i] = size;
                for (int end = starts[i + 1]; at < end; at++) {
                    int shingle = shingles[at];
                    if (sieve.passes(shingle)) {
                        shingles[size++] = shingle;
                    }
                }
            }
            starts[starts.length - 1] = size;
            return new ShinglePage(count, starts, Arrays.copyOf(shingles, size));
        }
    }

    /** The number of texts. */
    int count() {
        return count;
    }

    /** All shingles, round by round, in each round text by text. */
    int[] shingles() {
        return shingles;
    }

    /** Where the shingles of a text begin that belong to the round. */
    int start(int round, int number) {
        return starts[round * count + number];
    }

    /** Where they end. */
    int end(int round, int number) {
        return starts[round * count + number + 1];
    }

    /** Hands on all shingles of a text. */
    void forEach(int number, IntConsumer out) {
        for (int round = 0; round < ShingleIndex.ROUNDS; round++) {
            for (int i = start(round, number); i < end(round, number); i++) {
                out.accept(shingles[i]);
            }
        }
    }

    /** Whether a text has no shingle. */
    boolean isEmpty(int number) {
        int[] found = {0};
        forEach(number, shingle -> found[0]++);
        return found[0] == 0;
    }

    /** The form for the store, of a page that no index was made of. */
    byte[] toBytes() {
        ByteBuffer out = ByteBuffer.allocate(Integer.BYTES * (1 + starts.length + shingles.length));
        out.putInt(count);
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
            int[] starts = Flat.ints(in, ShingleIndex.ROUNDS * count + 1);
            int[] shingles = Flat.ints(in, in.remaining() / Integer.BYTES);
            if (count > TEXTS || starts[starts.length - 1] != shingles.length) {
                throw new IllegalArgumentException("no page of shingles");
            }
            return new ShinglePage(count, starts, shingles);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("no page of shingles", e);
        }
    }
}
