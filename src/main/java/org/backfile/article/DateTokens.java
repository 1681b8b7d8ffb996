package org.backfile.article;

import java.util.Arrays;
import java.util.Set;

/** A short text cut into numbers, words and single signs, white space left out. Figures of all scripts count. */
final class DateTokens {
    private static final Set<String> LINKS =
            Set.of("de", "del", "di", "of", "d", "da", "do", "den", "the", "г", "р", "la", "van");
    private static final Set<String> ORDINALS =
            Set.of("st", "nd", "rd", "th", "er", "re", "e", "a", "an", "º", "ª", "o", "го", "°", "ter", "te");

    /** A figure that belongs to a month's name is one of so many tokens after it. */
    private static final int LINKED = 6;

    private final String text;
    private int[] starts = new int[32];
    private int[] ends = new int[32];
    private int count;

    DateTokens(String text) {
        this.text = text;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = at + 1;
            if (Character.isDigit(c)) {
                while (end < text.length() && Character.isDigit(text.charAt(end))) {
                    end++;
                }
            } else if (Character.isLetter(c) && !TextLines.isUnspaced(c)) {
                while (end < text.length() && isInWord(text.charAt(end))) {
                    end++;
                }
            }
            if (!TextLines.isSpace(c)) {
                add(at, end);
            }
            at = end;
        }
    }

    private static boolean isInWord(char c) {
        int type = Character.getType(c);
        return (Character.isLetter(c) && !TextLines.isUnspaced(c))
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private void add(int from, int to) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        starts[count] = from;
        ends[count++] = to;
    }

    int count() {
        return count;
    }

    int from(int i) {
        return starts[i];
    }

    int to(int i) {
        return ends[i];
    }

    String text(int i) {
        return text.substring(starts[i], ends[i]);
    }

    boolean isNumber(int i) {
        return i < count && Character.isDigit(text.charAt(starts[i]));
    }

    boolean isWord(int i) {
        return i < count && Character.isLetter(text.charAt(starts[i]));
    }

    int digits(int i) {
        return ends[i] - starts[i];
    }

    int number(int i) {
        int number = 0;
        for (int at = starts[i]; at < Math.min(ends[i], starts[i] + 9); at++) {
            number = number * 10 + Character.digit(text.charAt(at), 10);
        }
        return number;
    }

    boolean isYear(int i) {
        return isNumber(i) && digits(i) == 4 && PrintedDate.isYear(number(i));
    }

    /** True for a figure of a decimal number, a time or an amount: {@code 3.5}, {@code 1,200}, {@code $4}. */
    boolean isPartOfNumber(int i) {
        int before = starts[i] - 1;
        return (before >= 0 && (text.charAt(before) == '$' || text.charAt(before) == ':' || text.charAt(before) == '#'))
                || (before >= 1
                        && ",.".indexOf(text.charAt(before)) >= 0
                        && Character.isDigit(text.charAt(before - 1)));
    }

    /** True where a figure follows, a few signs and short words such as "of the" between. */
    boolean isBeforeNumber(int i) {
        for (int next = i + 1; next <= i + LINKED; next++) {
            if (isNumber(next)) {
                return true;
            }
        }
        return false;
    }

    boolean isMonth(int i) {
        return i < count && isWord(i) && month(i) != 0;
    }

    int month(int i) {
        return ends[i] - starts[i] < 3 ? 0 : MonthNames.month(text(i));
    }

    /** The token after this one if it is one of these signs, else this one. */
    int skip(int i, String signs) {
        return i < count && ends[i] - starts[i] == 1 && signs.indexOf(text.charAt(starts[i])) >= 0 ? i + 1 : i;
    }

    /** The sign at {@code i} if it is one of these, else an empty string. */
    String between(int i, String signs) {
        return skip(i, signs) == i ? "" : text(i);
    }

    /** Steps over "de", "of" and the like. */
    int skipLink(int i) {
        int at = i;
        while (isWord(at) && LINKS.contains(text(at).toLowerCase(java.util.Locale.ROOT))) {
            at = skip(at + 1, "'’");
        }
        return at;
    }

    /** Steps over the ending of an ordinal: {@code 4th}, {@code 1er}, {@code 4-an}. */
    int skipOrdinal(int i) {
        int word = skip(i, "-");
        boolean ending = word < count
                && ORDINALS.contains(text(word).toLowerCase(java.util.Locale.ROOT))
                && (word != i || starts[word] == ends[i - 1]);
        return ending ? word + 1 : i;
    }
}
