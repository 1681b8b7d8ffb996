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

    /** A SHA-1 over the words of the texts, in order, joined by single spaces (UTF-8), as hexadecimal digits. */
    public static String sha1(List<String> texts) {
        MessageDigest sha1;
        try {
            sha1 = MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
        boolean[] any = {false};
        for (String text : texts) {
            forEach(text, word -> {
                if (any[0]) {
                    sha1.update((byte) ' ');
                }
                any[0] = true;
                sha1.update(word.getBytes(StandardCharsets.UTF_8));
            });
        }
        return HexFormat.of().formatHex(sha1.digest());
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
