package org.backfile.story;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The candidates of texts as the last grouping found them. They hold for a text as long as all that they follow from is
 * the same: the text, and who shares each of its shingles, of which {@link ShingleIndex#surroundings} is a digest.
 * Unchangeable; some 30 bytes a text.
 */
final class KnownCandidates {
    static final KnownCandidates NONE = new KnownCandidates(new long[0], new long[0], new int[1], new int[0]);

    /** The keys of the texts, in order; texts of one key are left out. */
    private final long[] keys;

    private final long[] surroundings;
    /** Where the candidates of each text begin, and at the end where the last ones end. */
    private final int[] starts;
    /** Candidates, as places in {@link #keys}. */
    private final int[] candidates;

    private KnownCandidates(long[] keys, long[] surroundings, int[] starts, int[] candidates) {
        this.keys = keys;
        this.surroundings = surroundings;
        this.starts = starts;
        this.candidates = candidates;
    }

    /** What was found of texts with these keys. */
    static KnownCandidates of(long[] keysOfTexts, ShingleIndex index, int[][] candidatesOf) {
        int[] texts = inOrder(keysOfTexts);
        int[] placeOf = new int[keysOfTexts.length];
        Arrays.fill(placeOf, -1);
        for (int place = 0; place < texts.length; place++) {
            placeOf[texts[place]] = place;
        }
        long[] keys = new long[texts.length];
        long[] surroundings = new long[texts.length];
        int[] starts = new int[texts.length + 1];
        int[] candidates = new int[1024];
        int count = 0;
        for (int place = 0; place < texts.length; place++) {
            int[] found = candidatesOf[texts[place]];
            keys[place] = keysOfTexts[texts[place]];
            surroundings[place] = index.surroundings(texts[place]);
            if (count + found.length > candidates.length) {
                candidates = Arrays.copyOf(candidates, 2 * candidates.length);
            }
            for (int text : found) {
                candidates[count++] = placeOf[text];
            }
            starts[place + 1] = count;
        }
        return new KnownCandidates(keys, surroundings, starts, Arrays.copyOf(candidates, count));
    }

    /** The texts in the order of their keys, without those that share theirs with another. */
    private static int[] inOrder(long[] keys) {
        long[] sorted = keys.clone();
        Arrays.sort(sorted);
        int[] texts = new int[keys.length];
        Arrays.fill(texts, -1);
        for (int text = 0; text < keys.length; text++) {
            int place = Arrays.binarySearch(sorted, keys[text]);
            boolean alone = (place == 0 || sorted[place - 1] != keys[text])
                    && (place + 1 == sorted.length || sorted[place + 1] != keys[text]);
            if (alone) {
                texts[place] = text;
            }
        }
        return Arrays.stream(texts).filter(text -> text >= 0).toArray();
    }

    /** What is known, put in terms of the texts of an archive; asked by several threads. */
    final class In {
        private final long[] keysOfTexts;
        private final int[] textAt;

        private In(long[] keysOfTexts) {
            this.keysOfTexts = keysOfTexts;
            this.textAt = new int[keys.length];
            Arrays.fill(textAt, -1);
            for (int text : inOrder(keysOfTexts)) {
                int place = Arrays.binarySearch(keys, keysOfTexts[text]);
                if (place >= 0) {
                    textAt[place] = text;
                }
            }
        }

        /** The candidates of the text, best first, or null where they have to be found anew. */
        int @org.jspecify.annotations.Nullable [] of(int text, ShingleIndex index) {
            int place = Arrays.binarySearch(keys, keysOfTexts[text]);
            if (place < 0 || textAt[place] != text || surroundings[place] != index.surroundings(text)) {
                return null;
            }
            int[] found = Arrays.copyOfRange(candidates, starts[place], starts[place + 1]);
            for (int i = 0; i < found.length; i++) {
                found[i] = found[i] < 0 ? -1 : textAt[found[i]];
                if (found[i] < 0) {
                    return null;
                }
            }
            return found;
        }
    }

    In in(long[] keysOfTexts) {
        return new In(keysOfTexts);
    }

    int storedBytes() {
        return 2 * Integer.BYTES + keys.length * (2 * Long.BYTES + Integer.BYTES) + Integer.BYTES * candidates.length;
    }

    void write(ByteBuffer out) {
        out.putInt(keys.length).putInt(candidates.length);
        Flat.put(out, keys);
        Flat.put(out, surroundings);
        Flat.put(out, Arrays.copyOfRange(starts, 1, starts.length));
        Flat.put(out, candidates);
    }

    static KnownCandidates read(ByteBuffer in) {
        int texts = in.getInt();
        int count = in.getInt();
        long[] keys = Flat.longs(in, texts);
        long[] surroundings = Flat.longs(in, texts);
        int[] starts = new int[texts + 1];
        System.arraycopy(Flat.ints(in, texts), 0, starts, 1, texts);
        return new KnownCandidates(keys, surroundings, starts, Flat.ints(in, count));
    }
}
