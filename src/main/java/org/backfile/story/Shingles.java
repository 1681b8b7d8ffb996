package org.backfile.story;

/**
 * The word triples of a text by which candidates are found; of each two, one counts, chosen by its hash. Where a script
 * has no spaces, five pairs of characters (six characters) stand for three words. Reused from text to text, by one
 * thread.
 */
final class Shingles {
    private static final int WORDS = 3;
    private static final int UNSPACED_PAIRS = 5;

    private static final long FIRST = 0x9E3779B97F4A7C15L;
    private static final long SECOND = 0xC2B2AE3D27D4EB4FL;
    private static final long THIRD = 0x165667B19E3779F9L;

    private int count;
    private int[] hashes = new int[256];
    private int[] places = new int[256];

    /** Takes up a text; the one before is forgotten. */
    void read(Fingerprint text) {
        int[] tokens = text.tokens();
        if (hashes.length <= tokens.length) {
            hashes = new int[tokens.length + 1];
            places = new int[tokens.length + 1];
        }
        count = 0;
        read(tokens, 0, text.headlineLength());
        read(tokens, text.headlineLength(), tokens.length);
        if (count > ShingleIndex.MOST) {
            leaveOutTooMany();
        }
    }

    private void leaveOutTooMany() {
        int[] counts = new int[ShingleIndex.ROUNDS];
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (counts[ShingleIndex.round(hashes[i])]++ < ShingleIndex.MOST) {
                hashes[kept] = hashes[i];
                places[kept++] = places[i];
            }
        }
        count = kept;
    }

    /** How many there are, in the order of the text. */
    int count() {
        return count;
    }

    /** The hash of one, spread evenly. */
    int hash(int number) {
        return hashes[number];
    }

    /** The position of the first token of one. */
    int place(int number) {
        return places[number];
    }

    /** How many tokens from {@code at} on make a shingle. */
    static int length(int[] tokens, int at) {
        return Token.kind(tokens[at]) == Token.UNSPACED ? UNSPACED_PAIRS : WORDS;
    }

    /** Each is written, and the count moves on where it counts: a branch that nobody can foresee would cost more. */
    private void read(int[] tokens, int from, int to) {
        int end = count;
        for (int at = from; at + WORDS <= to; at++) {
            long hash = Token.word(tokens[at]) * FIRST
                    + Token.word(tokens[at + 1]) * SECOND
                    + Token.word(tokens[at + 2]) * THIRD;
            int length = length(tokens, at);
            if (length > WORDS) {
                if (at + length > to) {
                    continue;
                }
                for (int i = WORDS; i < length; i++) {
                    hash = mix(hash) + Token.word(tokens[at + i]) * FIRST;
                }
            }
            hash = mix(hash);
            hashes[end] = (int) (hash >>> 32);
            places[end] = at;
            end += 1 - (int) (hash & 1);
        }
        count = end;
    }

    private static long mix(long bits) {
        long mixed = (bits ^ bits >>> 32) * 0xD6E8FEB86659FD93L;
        return (mixed ^ mixed >>> 32) * 0xD6E8FEB86659FD93L;
    }
}
