package org.backfile.story;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.backfile.article.Article;
import org.backfile.article.Paragraph;

/**
 * What grouping needs of an article's words: one {@code int} a word (a hash, a letter bag, its kind), the headline's
 * first. Made once, when the article is read; four bytes a word. Texts of scripts without spaces have a token for each
 * two neighbouring characters. Unchangeable and thread-safe; the same article gives the same one on every machine.
 */
public final class Fingerprint {
    private final int headlineLength;
    private final int[] tokens;

    private Fingerprint(int headlineLength, int[] tokens) {
        this.headlineLength = headlineLength;
        this.tokens = tokens;
    }

    /** Reads the words of the headline and of the body; pictures' paths are not words. */
    public static Fingerprint of(Article article) {
        TokenReader reader = new TokenReader();
        var headline = article.fields().headline();
        if (headline != null) {
            reader.read(headline.value());
        }
        int headlineLength = reader.size();
        for (Paragraph paragraph : article.body()) {
            if (paragraph.kind() != Paragraph.Kind.IMAGE) {
                reader.read(paragraph.text());
            }
        }
        return new Fingerprint(headlineLength, reader.tokens());
    }

    /**
     * The words behind the tokens, in the same order: what a position in a {@link PairExplanation} stands for.
     */
    public static List<String> words(Article article) {
        List<String> words = new ArrayList<>();
        var headline = article.fields().headline();
        if (headline != null) {
            TokenReader.texts(headline.value(), words);
        }
        for (Paragraph paragraph : article.body()) {
            if (paragraph.kind() != Paragraph.Kind.IMAGE) {
                TokenReader.texts(paragraph.text(), words);
            }
        }
        return words;
    }

    /** The form for the store: the headline's length, then the tokens, each four bytes. */
    public byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * tokens.length);
        bytes.putInt(headlineLength).asIntBuffer().put(tokens);
        return bytes.array();
    }

    /**
     * Reads what {@link #toBytes} wrote.
     *
     * @throws IllegalArgumentException where the bytes are none of it
     */
    public static Fingerprint fromBytes(byte[] stored) {
        int count = stored.length / 4 - 1;
        if (stored.length % 4 != 0 || count < 0) {
            throw new IllegalArgumentException("no fingerprint: " + stored.length + " bytes");
        }
        ByteBuffer bytes = ByteBuffer.wrap(stored);
        int headlineLength = bytes.getInt();
        if (headlineLength < 0 || headlineLength > count) {
            throw new IllegalArgumentException("a headline of " + headlineLength + " words of " + count);
        }
        int[] tokens = new int[count];
        bytes.asIntBuffer().get(tokens);
        return new Fingerprint(headlineLength, tokens);
    }

    /** The headline's tokens, then the body's; not to be changed. */
    int[] tokens() {
        return tokens;
    }

    /** How many of the tokens are the headline's. */
    int headlineLength() {
        return headlineLength;
    }

    /** How many words look misread. */
    int oddWords() {
        int odd = 0;
        for (int token : tokens) {
            odd += Token.kind(token) == Token.ODD ? 1 : 0;
        }
        return odd;
    }

    /** Whether most words of the shorter headline, and two at least, stand in the other. */
    boolean sharesHeadline(Fingerprint other) {
        if (headlineLength > other.headlineLength) {
            return other.sharesHeadline(this);
        }
        int shared = 0;
        for (int i = 0; i < headlineLength; i++) {
            int word = tokens[i];
            boolean found =
                    Arrays.stream(other.tokens, 0, other.headlineLength).anyMatch(token -> Token.sameWord(token, word));
            shared += found ? 1 : 0;
        }
        return shared >= 2 && 2 * shared > headlineLength;
    }

    /** Sixty-four bits by which the words are known. */
    long hash() {
        long hash = headlineLength * 0x9E3779B97F4A7C15L;
        for (int token : tokens) {
            hash = mix(hash ^ token);
        }
        return mix(hash + tokens.length);
    }

    /** A number for a set of places; 0 for none. */
    static long hash(BitSet places) {
        long hash = 0;
        for (int from = places.nextSetBit(0); from >= 0; ) {
            int to = places.nextClearBit(from);
            hash = mix(hash ^ ((long) from << 32 | to));
            from = places.nextSetBit(to);
        }
        return hash;
    }

    static long mix(long bits) {
        long mixed = (bits ^ bits >>> 32) * 0xD6E8FEB86659FD93L;
        return mixed ^ mixed >>> 29;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprint that
                && headlineLength == that.headlineLength
                && Arrays.equals(tokens, that.tokens);
    }

    @Override
    public int hashCode() {
        return 31 * headlineLength + Arrays.hashCode(tokens);
    }

    @Override
    public String toString() {
        return "Fingerprint[" + headlineLength + "+" + (tokens.length - headlineLength) + " words]";
    }
}
