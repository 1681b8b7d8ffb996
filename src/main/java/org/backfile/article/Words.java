package org.backfile.article;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The words of a text as Backfile counts and hashes them: maximal runs of Unicode letters, marks and digits after NFKC
 * and lower-casing ({@link Locale#ROOT}). Stateless; one pass over the text, most of it without
 * normalising.
 */
public final class Words {
    private Words() {}

    /** Hands each word of {@code text} to {@code sink}, in order. */
    public static void forEach(String text, Consumer<String> sink) {
        String folded = normalized(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        int start = -1;
        int i = 0;
        while (i < folded.length()) {
            int c = folded.codePointAt(i);
            if (isWordCharacter(c)) {
                if (start < 0) {
                    start = i;
                }
            } else if (start >= 0) {
                sink.accept(folded.substring(start, i));
                start = -1;
            }
            i += Character.charCount(c);
        }
        if (start >= 0) {
            sink.accept(folded.substring(start));
        }
    }

    /** The text in a composed form of Unicode; the same one where none of its characters could change. */
    public static String normalized(String text, Normalizer.Form form) {
        return isSimple(text) ? text : Normalizer.normalize(text, form);
    }

    /** True for Unicode's letters, marks and numbers (general categories L, M and N). */
    public static boolean isWordCharacter(int codePoint) {
        if (codePoint < 128) {
            return (codePoint >= 'a' && codePoint <= 'z')
                    || (codePoint >= '0' && codePoint <= '9')
                    || (codePoint >= 'A' && codePoint <= 'Z');
        }
        return switch (Character.getType(codePoint)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }

    /**
     * The words of several texts, counted and hashed.
     *
     * @param count of all texts together
     * @param sha1 over the words, in order, joined by single spaces (UTF-8), as hexadecimal digits
     */
    public record Digest(int count, String sha1) {}

    /** A SHA-1 over the words of the texts, in order, joined by single spaces (UTF-8), as hexadecimal digits. */
    public static String sha1(List<String> texts) {
        return digest(texts).sha1();
    }

    /** Counts and hashes the words of the texts in one pass. */
    public static Digest digest(List<String> texts) {
        WordBytes words = new WordBytes();
        for (String text : texts) {
            if (isSimple(text)) {
                words.addSimple(text);
            } else {
                forEach(text, words::add);
            }
        }
        return words.digest();
    }

    /**
     * Collects words as bytes, each with a space behind it, and hashes them a buffer at a time, without the last space.
     */
    private static final class WordBytes {
        /** Characters taken at a time; each makes three bytes at most. */
        private static final int CHUNK = 256;

        /** One for each thread: asking the platform for one takes longer than hashing a paragraph. */
        private static final ThreadLocal<MessageDigest> SHA1 = ThreadLocal.withInitial(WordBytes::newSha1);

        private final MessageDigest sha1;
        private final char[] chunk = new char[CHUNK];
        private final byte[] buffer = new byte[16 * CHUNK];
        private int size;
        private int count;

        WordBytes() {
            sha1 = SHA1.get();
            sha1.reset();
        }

        private static MessageDigest newSha1() {
            try {
                return MessageDigest.getInstance("SHA-1");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-1", e);
            }
        }

        void add(String word) {
            sha1.update(buffer, 0, size);
            sha1.update(word.getBytes(StandardCharsets.UTF_8));
            buffer[0] = ' ';
            size = 1;
            count++;
        }

        /** Hashes what is collected, but for a space at its end: it may be the last. */
        private void flush() {
            boolean parted = size > 0 && buffer[size - 1] == ' ';
            sha1.update(buffer, 0, parted ? size - 1 : size);
            buffer[0] = ' ';
            size = parted ? 1 : 0;
        }

        /** Adds the words of a text of {@link #SIMPLE} characters: each stands for itself in small letters. */
        void addSimple(String text) {
            int outside = 1;
            for (int from = 0; from < text.length(); from += CHUNK) {
                int length = Math.min(CHUNK, text.length() - from);
                if (size + 4 * length > buffer.length) {
                    flush();
                }
                text.getChars(from, from + length, chunk, 0);
                outside = addChunk(length, outside);
            }
            if (outside == 0) {
                buffer[size++] = ' ';
                count++;
            }
        }

        /**
         * Takes the next characters after one that was outside words, 1, or inside, 0; returns the same of the last.
         * Every character is written, and the place moves on where it counts: a branch that turns with each word would
         * cost more than all else.
         */
        private int addChunk(int length, int outsideBefore) {
            int outside = outsideBefore;
            int end = size;
            int ended = 0;
            char[] in = chunk;
            byte[] out = buffer;
            for (int i = 0; i < length; i++) {
                char folded = SIMPLE[in[i]];
                int parts = ((folded ^ PARTS) - 1) >>> 31;
                if (folded < 0x80) {
                    out[end] = (byte) folded;
                    end += 1 - (parts & outside);
                } else {
                    end = addCharacter(folded, end);
                }
                ended += parts & (1 - outside);
                outside = parts;
            }
            size = end;
            count += ended;
            return outside;
        }

        /** UTF-8 (RFC 3629, section 3) of a character beyond ASCII, of the basic plane. */
        private int addCharacter(char c, int from) {
            int end = from;
            if (c < 0x800) {
                buffer[end++] = (byte) (0xC0 | (c >> 6));
            } else {
                buffer[end++] = (byte) (0xE0 | (c >> 12));
                buffer[end++] = (byte) (0x80 | ((c >> 6) & 0x3F));
            }
            buffer[end++] = (byte) (0x80 | (c & 0x3F));
            return end;
        }

        Digest digest() {
            flush();
            return new Digest(count, HexFormat.of().formatHex(sha1.digest()));
        }
    }

    private static final char PARTS = ' ';
    private static final char NOT_SIMPLE = 0;

    /**
     * For each character what it is in small letters, {@link #PARTS} where it parts words, {@link #NOT_SIMPLE} where that
     * depends on others or needs normalising. Simple are the characters that composed text of the main scripts has:
     * they are their own NFKC form, and join no character before them.
     */
    private static final char[] SIMPLE = new char[0x10000];

    static {
        for (char[] range : new char[][] {
            {0x00, 0x17F},
            {0x388, 0x3CE},
            {0x400, 0x482},
            {0x48A, 0x52F},
            {0x5D0, 0x5EA},
            {0x60C, 0x60D},
            {0x61B, 0x61B},
            {0x61E, 0x64A},
            {0x660, 0x669},
            {0x6F0, 0x6F9},
            {0x1E00, 0x1E99},
            {0x1EA0, 0x1EF9},
            {0x2010, 0x2027},
            {0x2030, 0x203A},
            {0x20A0, 0x20B9},
            {0x3001, 0x3029},
            {0x3041, 0x3096},
            {0x30A1, 0x30FE},
            {0x4E00, 0x9FEF},
            {0xAC00, 0xD7A3}
        }) {
            for (char c = range[0]; c <= range[1]; c++) {
                SIMPLE[c] = simple(c);
            }
        }
    }

    private static char simple(char c) {
        // a dotted capital I becomes two characters, a capital sigma one of two
        boolean inSmallLetters = c != '\u0130' && c != '\u03A3';
        boolean ownForm = c < 128
                || (c >= 0x4E00 && c <= 0x9FEF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || Normalizer.isNormalized(String.valueOf(c), Normalizer.Form.NFKC);
        return !inSmallLetters || !ownForm ? NOT_SIMPLE : isWordCharacter(c) ? Character.toLowerCase(c) : PARTS;
    }

    private static boolean isSimple(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            if (SIMPLE[text.charAt(i)] == NOT_SIMPLE) {
                return false;
            }
        }
        return true;
    }
}
