package org.backfile.story;

/**
 * The word triples of a text by which candidates are found; of each two, one counts, chosen by its hash. Where a script
 * has no spaces, five pairs of characters (six characters) stand for three words.
 */
final class Shingles {
    private static final int WORDS = 3;
    private static final int UNSPACED_PAIRS = 5;

    private static final long FIRST = 0x9E3779B97F4A7C15L;
    private static final long SECOND = 0xC2B2AE3D27D4EB4FL;
    private static final long THIRD = 0x165667B19E3779F9L;

    private Shingles() {}

    /** Receives the shingles of a text. */
    @FunctionalInterface
    interface Sink {
        /**
         * Takes one.
         *
         * @param hash spread evenly
         * @param at the position of its first token
         */
        void accept(int hash, int at);
    }

    static void forEach(Fingerprint text, Sink sink) {
        int[] tokens = text.tokens();
        forEach(tokens, 0, text.headlineLength(), sink);
        forEach(tokens, text.headlineLength(), tokens.length, sink);
    }

    /** How many tokens from {@code at} on make a shingle. */
    static int length(int[] tokens, int at) {
        return Token.kind(tokens[at]) == Token.UNSPACED ? UNSPACED_PAIRS : WORDS;
    }

    private static void forEach(int[] tokens, int from, int to, Sink sink) {
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
            if ((hash & 1) == 0) {
                sink.accept((int) (hash >>> 32), at);
            }
        }
    }

    private static long mix(long bits) {
        long mixed = (bits ^ bits >>> 32) * 0xD6E8FEB86659FD93L;
        return (mixed ^ mixed >>> 32) * 0xD6E8FEB86659FD93L;
    }
}
