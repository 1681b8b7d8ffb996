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
 * and lower-casing ({@link Locale#ROOT}). Stateless; one pass over the text, ASCII without normalising.
 */
public final class Words {
    private Words() {}

    /** Hands each word of {@code text} to {@code sink}, in order. */
    public static void forEach(String text, Consumer<String> sink) {
        String folded = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
        folded = folded.toLowerCase(Locale.ROOT);
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
            if (isAscii(text)) {
                words.addAscii(text);
            } else {
                forEach(text, words::add);
            }
        }
        return words.digest();
    }

    /** Collects words as bytes, parted by spaces, and hashes them a buffer at a time. */
    private static final class WordBytes {
        private final MessageDigest sha1;
        private final byte[] buffer = new byte[4096];
        private int size;
        private int count;

        WordBytes() {
            try {
                sha1 = MessageDigest.getInstance("SHA-1");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-1", e);
            }
        }

        void add(String word) {
            begin();
            byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
            for (byte b : bytes) {
                put(b);
            }
        }

        void addAscii(String text) {
            boolean inside = false;
            for (int i = 0; i < text.length(); i++) {
                byte folded = ASCII[text.charAt(i)];
                if (folded != 0) {
                    if (!inside) {
                        begin();
                    }
                    put(folded);
                }
                inside = folded != 0;
            }
        }

        private void begin() {
            if (count++ > 0) {
                put((byte) ' ');
            }
        }

        private void put(byte b) {
            if (size == buffer.length) {
                sha1.update(buffer, 0, size);
                size = 0;
            }
            buffer[size++] = b;
        }

        Digest digest() {
            sha1.update(buffer, 0, size);
            return new Digest(count, HexFormat.of().formatHex(sha1.digest()));
        }
    }

    /** For each ASCII character of a word what it folds to; 0 for the others. */
    private static final byte[] ASCII = new byte[128];

    static {
        for (char c = 0; c < 128; c++) {
            ASCII[c] = isWordCharacter(c) ? (byte) Character.toLowerCase(c) : 0;
        }
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }
}
