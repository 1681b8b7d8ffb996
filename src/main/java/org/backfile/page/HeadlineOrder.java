package org.backfile.page;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.backfile.article.Words;
import org.jspecify.annotations.Nullable;

/**
 * The order of headlines in an A–Z, as readers of a language expect it and the same on every JDK: word by word, without
 * regard to case, accents and signs; digits before letters; scripts in the order of Unicode.
 *
 * <p>Letters that a language counts as its own stand where its alphabet has them (Swedish å ä ö after z, Spanish ñ after
 * n); elsewhere they go with their base letter. Kana are grouped by row, Hangul by first consonant, Han by character.
 * In Arabic the article {@code ال} at the start does not count.
 *
 * <p>Immutable and safe for use by several threads. A key takes one pass over the first {@value #LONGEST} characters.
 */
public final class HeadlineOrder implements Comparator<String> {
    /** The heading of headlines that begin with a number, or hold no letter at all. */
    public static final String NUMBERS = "#";

    private static final int LONGEST = 300;
    /** Above every letter: {@code n} and one of these is the first letter that stands after n. */
    private static final char AFTER = '\uFFF0';

    private static final String KANA_ROWS = "あかさたなはまやらわ";
    private static final String SMALL_KANA = "ぁあぃいぅうぇえぉおっつゃやゅゆょよゎわゕかゖけ";
    private static final String FIRST_CONSONANTS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    /** Letters that Unicode does not take apart, each with what it is read as. */
    private static final Map<Character, String> SPELT_OUT = Map.ofEntries(
            Map.entry('æ', "ae"),
            Map.entry('œ', "oe"),
            Map.entry('ø', "o"),
            Map.entry('ß', "ss"),
            Map.entry('đ', "d"),
            Map.entry('ð', "d"),
            Map.entry('ħ', "h"),
            Map.entry('ı', "i"),
            Map.entry('ł', "l"),
            Map.entry('þ', "th"),
            Map.entry('ς', "σ"),
            Map.entry('ى', "ي"),
            Map.entry('ٱ', "ا"));

    private final boolean arabic;
    private final Map<Character, String> ownLetters;

    private HeadlineOrder(String language) {
        this.arabic = language.equals("ar");
        this.ownLetters = ownLetters(alphabet(language));
    }

    /** The order for a language, given by its BCP 47 tag; null where no language is known. */
    public static HeadlineOrder of(@Nullable String language) {
        String tag = language == null ? "" : language.toLowerCase(Locale.ROOT);
        int end = 0;
        while (end < tag.length() && tag.charAt(end) >= 'a' && tag.charAt(end) <= 'z') {
            end++;
        }
        return new HeadlineOrder(tag.substring(0, end));
    }

    /** A language's own letters, each group after the letter that it stands behind. */
    private static String alphabet(String language) {
        return switch (language) {
            case "sv", "fi" -> "zåäö";
            case "da", "nb", "nn", "no" -> "zæøå";
            case "is" -> "aá dð eé ií oó uú yý zþæö";
            case "et" -> "sš zž võäöü";
            case "es", "eu", "gl", "fil" -> "nñ";
            case "pl" -> "aą cć eę lł nń oó sś zźż";
            case "cs", "sk" -> "cč rř sš zž";
            case "hr", "bs", "sl", "sr" -> "cčć dđ sš zž";
            case "hu" -> "oö uü";
            case "lt", "lv" -> "cč sš zž";
            case "ro" -> "aăâ iî sș tț";
            case "tr", "az" -> "cç gğ hı oö sş uü";
            case "eo" -> "cĉ gĝ hĥ jĵ sŝ uŭ";
            case "ru", "uk", "be", "bg" -> "ий";
            default -> "";
        };
    }

    private static Map<Character, String> ownLetters(String alphabet) {
        Map<Character, String> weights = new HashMap<>();
        for (String group : alphabet.split(" ", -1)) {
            for (int i = 1; i < group.length(); i++) {
                weights.put(group.charAt(i), "" + group.charAt(0) + (char) (AFTER + i));
            }
        }
        return Map.copyOf(weights);
    }

    /** Compares by {@link #key}, then by the texts themselves. */
    @Override
    public int compare(String one, String other) {
        int byKey = key(one).compareTo(key(other));
        return byKey != 0 ? byKey : one.compareTo(other);
    }

    /** What the headline is sorted by, to be compared unit by unit; it may be cut to a prefix. */
    public String key(String headline) {
        String cut = headline.length() > LONGEST ? headline.substring(0, LONGEST) : headline;
        String lower = Words.normalized(
                Words.normalized(cut, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
        StringBuilder key = new StringBuilder(lower.length() + 8);
        boolean gap = false;
        for (int i = 0; i < lower.length(); ) {
            int c = lower.codePointAt(i);
            i += Character.charCount(c);
            int before = key.length();
            if (c < 0x80 && !isAsciiLetterOrDigit(c)) {
                gap |= !isSilent(c);
                continue;
            }
            if (gap && before > 0) {
                key.append(' ');
            }
            int start = key.length();
            append(c, key);
            if (key.length() > start) {
                gap = false;
            } else {
                key.setLength(before);
                gap |= !isSilent(c);
            }
        }
        String result = key.toString();
        return arabic && result.startsWith("ال") && result.length() > 3 && result.charAt(2) != ' '
                ? result.substring(2)
                : result;
    }

    /** Signs inside words, which do not part them: apostrophes, soft hyphens, vowel points, lengthening strokes. */
    private static boolean isSilent(int c) {
        return c == '\'' || c == '’' || c == 0xAD || c == 'ー' || c == 0x640 || isAccent(c);
    }

    private static boolean isAccent(int c) {
        return (c >= 0x300 && c <= 0x36F)
                || (c >= 0x591 && c <= 0x5C7)
                || (c >= 0x64B && c <= 0x65F)
                || c == 0x670
                || c == 0x3099
                || c == 0x309A;
    }

    /** Of lower-case text. */
    private static boolean isAsciiLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    /** Appends what a character that is no ASCII sign is sorted by. */
    private void append(int c, StringBuilder key) {
        if (c < 0x80) {
            key.append((char) c);
            return;
        }
        String own = c <= 0xFFFF ? ownLetters.get((char) c) : null;
        if (own != null) {
            key.append(own);
            return;
        }
        String parts = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD);
        for (int i = 0; i < parts.length(); ) {
            int part = parts.codePointAt(i);
            i += Character.charCount(part);
            appendPart(part, key);
        }
    }

    private static void appendPart(int c, StringBuilder key) {
        int digit = Character.digit(c, 10);
        String speltOut = c <= 0xFFFF ? SPELT_OUT.get((char) c) : null;
        if (digit >= 0) {
            key.append((char) ('0' + digit));
        } else if (speltOut != null) {
            key.append(speltOut);
        } else if (isSilent(c) || !(Character.isLetter(c) || isMark(c))) {
            return;
        } else {
            key.appendCodePoint(hiragana(c));
        }
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static int hiragana(int c) {
        int kana = c >= 'ァ' && c <= 'ヶ' ? c - 0x60 : c;
        int small = kana >= 'ぁ' && kana <= 'ゖ' ? SMALL_KANA.indexOf(kana) : -1;
        return small >= 0 && small % 2 == 0 ? SMALL_KANA.charAt(small + 1) : kana;
    }

    /**
     * The heading that a headline with this {@link #key} stands under: a letter, a kana row, a first consonant, a Han
     * character, or {@link #NUMBERS}. Headlines of one heading follow each other in this order.
     */
    public String heading(String key) {
        if (key.isEmpty() || Character.isDigit(key.charAt(0))) {
            return NUMBERS;
        }
        int first = key.codePointAt(0);
        if (key.length() > 1 && key.charAt(1) > AFTER) {
            return ownLetter(key.substring(0, 2));
        }
        if (first >= 'ぁ' && first <= 'ゖ') {
            int row = 0;
            while (row + 1 < KANA_ROWS.length() && KANA_ROWS.charAt(row + 1) <= first) {
                row++;
            }
            return KANA_ROWS.substring(row, row + 1);
        }
        if (first >= 0x1100 && first <= 0x1112) {
            return FIRST_CONSONANTS.substring(first - 0x1100, first - 0x1100 + 1);
        }
        return Character.toString(first).toUpperCase(Locale.ROOT);
    }

    private String ownLetter(String weight) {
        for (Map.Entry<Character, String> letter : ownLetters.entrySet()) {
            if (letter.getValue().equals(weight)) {
                return letter.getKey().toString().toUpperCase(Locale.ROOT);
            }
        }
        throw new IllegalArgumentException("not a key of this order: " + weight);
    }
}
