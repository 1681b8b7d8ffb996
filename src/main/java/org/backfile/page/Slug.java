package org.backfile.page;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * The part of a path that a headline or a name becomes: lower case, letters with a compatibility decomposition turned
 * to their base ({@code é} to {@code e}), letters of other scripts kept, everything else a single hyphen. At most 60
 * characters and 120 bytes of UTF-8 in NFC; never a name that Windows reserves. Stateless; one pass.
 */
final class Slug {
    private static final int MOST_CHARACTERS = 60;
    private static final int MOST_BYTES = 120;
    /** How much of a headline is looked at: a hostile one may be megabytes long. */
    private static final int LOOKED_AT = 400;

    private static final Set<String> RESERVED = Set.of(
            "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1",
            "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

    private Slug() {}

    /** The slug of {@code text}; empty where it has no letter or digit. */
    static String of(String text) {
        String slug = cut(hyphenated(beginning(text)));
        return RESERVED.contains(slug) ? slug + "_" : slug;
    }

    private static String beginning(String text) {
        if (text.length() <= LOOKED_AT) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(LOOKED_AT - 1)) ? LOOKED_AT - 1 : LOOKED_AT);
    }

    private static String hyphenated(String text) {
        String plain = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKD);
        String lower = plain.toLowerCase(Locale.ROOT);
        StringBuilder slug = new StringBuilder(lower.length());
        int c;
        for (int i = 0; i < lower.length(); i += Character.charCount(c)) {
            c = lower.codePointAt(i);
            if (c < 0x80
                    ? isAsciiLetterOrDigit(c)
                    : Character.isLetterOrDigit(c) || (isVowelSign(c) && !endsInHyphen(slug))) {
                slug.appendCodePoint(c);
            } else if (!endsInHyphen(slug) && !isSilent(c)) {
                slug.append('-');
            }
        }
        return isAscii(slug) ? slug.toString() : Normalizer.normalize(slug, Normalizer.Form.NFC);
    }

    /** Of lower-case text. */
    private static boolean isAsciiLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    /** Marks that a script cannot be read without; those of Latin, Greek, Cyrillic, Hebrew and Arabic are dropped. */
    private static boolean isVowelSign(int c) {
        int type = Character.getType(c);
        return (type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK) && !isDroppedMark(c);
    }

    private static boolean isDroppedMark(int c) {
        return (c >= 0x300 && c <= 0x36F) || (c >= 0x483 && c <= 0x489) || (c >= 0x591 && c <= 0x670);
    }

    /** Characters that vanish without a hyphen: {@code don't} is one word. */
    private static boolean isSilent(int c) {
        return c == '\'' || c == '’' || c == 'ʼ' || c == 0xAD || isDroppedMark(c);
    }

    private static boolean endsInHyphen(StringBuilder slug) {
        return slug.length() == 0 || slug.charAt(slug.length() - 1) == '-';
    }

    private static String cut(String slug) {
        int end = 0;
        int bytes = 0;
        int characters = 0;
        int lastHyphen = 0;
        while (end < slug.length()) {
            int c = slug.codePointAt(end);
            bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            if (++characters > MOST_CHARACTERS || bytes > MOST_BYTES) {
                break;
            }
            if (c == '-') {
                lastHyphen = end;
            }
            end += Character.charCount(c);
        }
        if (end < slug.length() && slug.charAt(end) != '-' && lastHyphen > end / 2) {
            end = lastHyphen;
        }
        while (end > 0 && slug.charAt(end - 1) == '-') {
            end--;
        }
        return slug.substring(0, end);
    }

    private static boolean isAscii(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    /** The number of bytes of {@code text} in UTF-8. */
    static int bytes(String text) {
        return isAscii(text) ? text.length() : text.getBytes(StandardCharsets.UTF_8).length;
    }
}
