package org.backfile.story;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What a grouping found out of each text, and the next one need not where nothing that it follows from has changed. A
 * function of the archive alone. Some 40 bytes a text.
 */
final class Findings {
    /** The name under which they are kept. */
    static final String NAME = "findings";

    private final long[] keys;
    private final int[] words;
    private final int[] oddWords;
    private final byte[] magnitudes;
    private final int[][] candidates;
    private final int[] near;
    private final int[] stops;
    private final @Nullable BitSet[] boilerplate;

    /**
     * Findings, each by text.
     *
     * @param keys what each text is known by
     * @param words its length in words
     * @param oddWords how many of these look misread
     * @param magnitudes which shingles were asked for its candidates
     * @param candidates its candidates, best first
     * @param near a text that stands for those that were joined with it as nearly the same
     * @param stops the hashes of all stops of {@link Boilerplate}
     * @param boilerplate the places of its words that are boilerplate; null where nobody asked
     */
    Findings(
            long[] keys,
            int[] words,
            int[] oddWords,
            byte[] magnitudes,
            int[][] candidates,
            int[] near,
            int[] stops,
            @Nullable BitSet[] boilerplate) {
        this.keys = keys;
        this.words = words;
        this.oddWords = oddWords;
        this.magnitudes = magnitudes;
        this.candidates = candidates;
        this.near = near;
        this.stops = stops;
        this.boilerplate = boilerplate;
    }

    long[] keys() {
        return keys;
    }

    int[] words() {
        return words;
    }

    int[] oddWords() {
        return oddWords;
    }

    byte[] magnitudes() {
        return magnitudes;
    }

    /** Which shingles were asked by the numbers of now. */
    byte[] magnitudes(Changes changes, int texts) {
        byte[] now = new byte[texts];
        for (int text = 0; text < texts; text++) {
            int then = changes.thenOf(text);
            now[text] = then == Changes.NONE ? 0 : magnitudes[then];
        }
        return now;
    }

    int[] near() {
        return near;
    }

    int[] stops() {
        return stops;
    }

    /** The boilerplate by the numbers of now; null where it is not known. */
    @Nullable
    BitSet[] boilerplate(Changes changes, int texts) {
        BitSet[] now = new BitSet[texts];
        for (int text = 0; text < texts; text++) {
            int then = changes.thenOf(text);
            now[text] = then == Changes.NONE ? null : boilerplate[then];
        }
        return now;
    }

    /** The candidates of each text by the numbers of now; those that went are wrong, and those of texts that came none. */
    int[][] candidates(Changes changes, int texts) {
        int[] nowOf = changes.nowOfThen();
        int[][] now = new int[texts][];
        for (int text = 0; text < texts; text++) {
            int then = changes.thenOf(text);
            now[text] = then == Changes.NONE ? NOBODY : renumbered(candidates[then], nowOf);
        }
        return now;
    }

    private static final int[] NOBODY = {};

    private static int[] renumbered(int[] texts, int[] nowOf) {
        if (texts.length == 0) {
            return NOBODY;
        }
        int[] now = new int[texts.length];
        for (int i = 0; i < now.length; i++) {
            now[i] = nowOf[texts[i]];
        }
        return now;
    }

    /** The form for the store. */
    byte[] toBytes() {
        byte[] counts = new byte[keys.length];
        int all = 0;
        for (int text = 0; text < counts.length; text++) {
            counts[text] = (byte) candidates[text].length;
            all += counts[text];
        }
        int[] flat = new int[all];
        int at = 0;
        for (int[] ofText : candidates) {
            System.arraycopy(ofText, 0, flat, at, ofText.length);
            at += ofText.length;
        }
        int[] off = flatBoilerplate();
        ByteBuffer out = ByteBuffer.allocate(Integer.BYTES * (4 + near.length + all + stops.length + off.length)
                + keys.length * (Long.BYTES + 2 * Integer.BYTES + 2));
        out.putInt(keys.length);
        Flat.put(out, keys);
        Flat.put(out, words);
        Flat.put(out, oddWords);
        out.put(magnitudes).put(counts);
        Flat.put(out, near);
        out.putInt(all);
        Flat.put(out, flat);
        out.putInt(stops.length);
        Flat.put(out, stops);
        out.putInt(off.length);
        Flat.put(out, off);
        return out.array();
    }

    /** Of each text that was asked: the text, the number of runs of boilerplate, then where each begins and ends. */
    private int[] flatBoilerplate() {
        int[] flat = new int[1024];
        int at = 0;
        for (int text = 0; text < boilerplate.length; text++) {
            BitSet off = boilerplate[text];
            if (off == null) {
                continue;
            }
            int start = at;
            flat = withRoom(flat, at + 2);
            flat[at++] = text;
            flat[at++] = 0;
            for (int from = off.nextSetBit(0); from >= 0; ) {
                int to = off.nextClearBit(from);
                flat = withRoom(flat, at + 2);
                flat[at++] = from;
                flat[at++] = to;
                flat[start + 1]++;
                from = off.nextSetBit(to);
            }
        }
        return Arrays.copyOf(flat, at);
    }

    private static int[] withRoom(int[] flat, int most) {
        return most > flat.length ? Arrays.copyOf(flat, 2 * most) : flat;
    }

    /**
     * What the last grouping kept; nothing of nothing where it kept nothing.
     *
     * @throws IllegalArgumentException where the bytes are none of it
     */
    static Findings of(GroupingMemory memory) {
        byte[] stored = memory.get(NAME);
        if (stored == null) {
            return new Findings(
                    new long[0],
                    new int[0],
                    new int[0],
                    new byte[0],
                    new int[0][],
                    new int[0],
                    new int[0],
                    new BitSet[0]);
        }
        try {
            return read(ByteBuffer.wrap(stored));
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("no findings of a grouping", e);
        }
    }

    private static Findings read(ByteBuffer in) {
        int texts = in.getInt();
        long[] keys = Flat.longs(in, texts);
        int[] words = Flat.ints(in, texts);
        int[] oddWords = Flat.ints(in, texts);
        byte[] magnitudes = new byte[texts];
        byte[] counts = new byte[texts];
        in.get(magnitudes).get(counts);
        int[] near = Flat.ints(in, texts);
        int[] flat = Flat.ints(in, in.getInt());
        int[][] candidates = new int[texts][];
        int at = 0;
        for (int text = 0; text < texts; text++) {
            candidates[text] = counts[text] == 0 ? NOBODY : Arrays.copyOfRange(flat, at, at + counts[text]);
            at += counts[text];
        }
        int[] stops = Flat.ints(in, in.getInt());
        BitSet[] boilerplate = boilerplate(texts, Flat.ints(in, in.getInt()));
        if (in.hasRemaining()) {
            throw new IllegalArgumentException(in.remaining() + " bytes too many");
        }
        return new Findings(keys, words, oddWords, magnitudes, candidates, near, stops, boilerplate);
    }

    private static BitSet[] boilerplate(int texts, int[] flat) {
        BitSet[] boilerplate = new BitSet[texts];
        for (int at = 0; at < flat.length; ) {
            BitSet off = new BitSet();
            boilerplate[flat[at++]] = off;
            for (int runs = flat[at++]; runs > 0; runs--) {
                off.set(flat[at], flat[at + 1]);
                at += 2;
            }
        }
        return boilerplate;
    }
}
