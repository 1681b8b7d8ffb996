package org.backfile.article;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the dash at the start of a body: {@code WASHINGTON, Dec. 30 (Reuters) —}, {@code Madrid, 3 may
 * (EFE).-}, {@code (ANSA) - ROMA, 4 GEN -}, {@code 【ワシントン共同】}, {@code 新华社北京1月4日电}.
 *
 * @param place as printed, with what follows it after a comma where that is no date
 * @param placeFrom where the place starts in the text, from 0
 * @param agency the wire service, or null
 * @param agencyFrom where the agency starts; 0 without one
 * @param date the date printed after the place, its place counted in the text; or null
 * @param certain whether capitals, an agency or a date make it sure that this is a dateline
 * @param end where the text goes on
 */
record Dateline(
        String place,
        int placeFrom,
        @Nullable String agency,
        int agencyFrom,
        @Nullable PrintedDate date,
        boolean certain,
        int end) {
    private static final int LONGEST = 100;
    private static final int MOST_WORDS = 7;
    /** Begin letters, and are no places. */
    private static final Set<String> SALUTATIONS = new HashSet<>(
            List.of(("sir,sirs,madam,dear sir,dear madam,sir or madam,dear editor,monsieur,madame,messieurs,"
                            + "mein herr,geehrte redaktion,señor,señora,signore,egregio direttore,mijnheer,mevrouw")
                    .split(",", -1)));

    private static final Set<String> LOWER_IN_NAMES = Set.of(
            "de", "del", "la", "le", "les", "el", "di", "da", "do", "of", "the", "am", "an", "der", "den", "upon",
            "sur", "und", "y", "e", "im", "in", "bei", "van", "aan", "zee", "es", "al", "et", "and", "by", "on");

    /** The dateline at the start of {@code text}, or null. */
    static @Nullable Dateline of(String text) {
        if (text.length() < 6) {
            return null;
        }
        char first = text.charAt(0);
        if (first == '【' || first == '［' || first == '[') {
            return inBrackets(text, first == '【' ? '】' : first == '［' ? '］' : ']');
        }
        if (first == '(' && text.indexOf('=') > 0) {
            Dateline korean = korean(text);
            if (korean != null) {
                return korean;
            }
        }
        if (TextLines.isUnspaced(first)) {
            return chinese(text);
        }
        int limit = Math.min(text.length(), LONGEST);
        if (!hasDash(text, Math.min(text.length(), limit + 1))) {
            return null;
        }
        int from = first == '(' ? afterAgency(text) : 0;
        if (!mayBePlace(text, from)) {
            return null;
        }
        for (int at = from + 2; at < limit; at++) {
            int end = dashEnd(text, at);
            if (end > 0) {
                Dateline found = before(text, from, at, end);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** A quick look: a capital, and no more words up to a comma, bracket or figure than a place and a month have. */
    private static boolean mayBePlace(String text, int from) {
        if (Character.isLowerCase(text.codePointAt(from)) || "\"“„«".indexOf(text.charAt(from)) >= 0) {
            return false;
        }
        int spaces = 0;
        for (int at = from + 1; at < text.length() && spaces <= MOST_WORDS + 2; at++) {
            char c = text.charAt(at);
            if (isComma(c) || c == '(' || c == '/' || (c >= '0' && c <= '9') || isDash(c)) {
                return true;
            }
            spaces += c == ' ' ? 1 : 0;
        }
        return false;
    }

    private static boolean hasDash(String text, int to) {
        for (int at = 2; at < to; at++) {
            if (isDash(text.charAt(at)) || text.charAt(at) == '/') {
                return true;
            }
        }
        return false;
    }

    /** Where the place starts after {@code (AGENCY) - }; 0 where the bracket holds something else. */
    private static int afterAgency(String text) {
        int close = text.indexOf(')');
        int end = close > 0 && close < 40 && close + 1 < text.length() ? dashEnd(text, close + 1) : 0;
        return Math.max(end, 0);
    }

    /** Where the text goes on after a dash that starts at {@code at}, white space before it included; 0 if none does. */
    private static int dashEnd(String text, int at) {
        char before = text.charAt(at - 1);
        if (before == ' ') {
            return slashAgency(text, at);
        }
        int dash = skipSpaces(text, at);
        int end = dash;
        while (end < text.length() && isDash(text.charAt(end))) {
            end++;
        }
        int after = skipSpaces(text, end);
        if (end == dash || after >= text.length()) {
            return 0;
        }
        boolean strong = text.charAt(dash) != '-' || end - dash > 1 || before == '.' || before == ')' || before == '/';
        return strong || (dash > at && after > end) ? after : 0;
    }

    /** {@code . /TASS/. } ends a dateline without a dash. */
    private static int slashAgency(String text, int at) {
        if (text.charAt(at) != '/' || at < 2) {
            return 0;
        }
        int close = text.indexOf('/', at + 1);
        boolean service =
                close > at + 2 && close - at < 14 && close + 1 < text.length() && text.charAt(close + 1) == '.';
        return service ? skipSpaces(text, close + 2) : 0;
    }

    private static int skipSpaces(String text, int from) {
        int at = from;
        while (at < text.length() && TextLines.isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isComma(char c) {
        return c == ',' || c == '،' || c == '、';
    }

    private static boolean isDash(char c) {
        return c == '-' || c == '–' || c == '—' || c == '―' || c == '−';
    }

    private static @Nullable Dateline before(String text, int from, int dash, int end) {
        int stop = dash;
        if (text.charAt(stop - 1) == '.' && stop - 2 > from && text.charAt(stop - 2) == ')') {
            stop--;
        }
        String agency = from > 0 ? text.substring(1, text.indexOf(')')) : null;
        int agencyFrom = from > 0 ? 1 : 0;
        char last = text.charAt(stop - 1);
        int open = last == ')' ? text.lastIndexOf('(', stop) : last == '/' ? text.lastIndexOf('/', stop - 2) : -1;
        if (last == ')' && open <= from) {
            return null;
        }
        if (text.charAt(dash) == '/') {
            agencyFrom = dash + 1;
            agency = text.substring(agencyFrom, text.indexOf('/', agencyFrom));
        } else if (open > from) {
            agency = text.substring(open + 1, stop - 1).strip();
            agencyFrom = text.indexOf(agency, open);
            stop = open;
        }
        String head = text.substring(from, stop);
        PrintedDate date = PrintedDate.find(head);
        int placeEnd = date == null ? head.length() : date.from();
        String place = withoutWeekday(trimmed(head.substring(0, placeEnd)));
        boolean isSure = (agency != null && !agency.isEmpty()) || date != null;
        if ((agency != null && agency.length() > 40) || !isPlace(place, isSure, startsLarge(text, end))) {
            return null;
        }
        boolean certain = isSure || Block.isCapitals(name(place));
        return new Dateline(place, from, agency, agencyFrom, date == null ? null : date.shifted(from), certain, end);
    }

    private static boolean startsLarge(String text, int at) {
        int start = at;
        while (start < text.length() && !Character.isLetterOrDigit(text.charAt(start))) {
            start++;
        }
        return start < text.length() && !Character.isLowerCase(text.charAt(start));
    }

    private static String trimmed(String place) {
        int end = place.length();
        while (end > 0 && " ,،、;:/".indexOf(place.charAt(end - 1)) >= 0) {
            end--;
        }
        return place.substring(0, end).strip();
    }

    /** {@code LONDON, Tuesday, May 4}: the weekday is no part of the place. */
    private static String withoutWeekday(String place) {
        int comma = Math.max(place.lastIndexOf(','), place.lastIndexOf('،'));
        return comma > 0 && DateLine.isWeekday(place.substring(comma + 1).strip())
                ? trimmed(place.substring(0, comma))
                : place;
    }

    private static String name(String place) {
        int comma = place.indexOf(place.indexOf(',') < 0 ? '،' : ',');
        return comma < 0 ? place : place.substring(0, comma);
    }

    /** {@code Sir,}: how letters begin. */
    static boolean isSalutation(String line) {
        String bare = line.length() > 30 ? "" : trimmed(line);
        return SALUTATIONS.contains(bare.toLowerCase(Locale.ROOT));
    }

    private static boolean isPlace(String place, boolean isSure, boolean largeAfter) {
        String name = name(place);
        if (isSalutation(name)) {
            return false;
        }
        int letters = 0;
        for (int i = 0; i < place.length(); i++) {
            char c = place.charAt(i);
            if (Character.isDigit(c) || ":?!\"“”„«»;…()[]|*#@_".indexOf(c) >= 0) {
                return false;
            }
            letters += i < name.length() && Character.isLetter(c) ? 1 : 0;
        }
        String[] words = name.split(" ", -1);
        if (letters < (isSure ? 2 : 3) || words.length > MOST_WORDS || hasSentence(place)) {
            return false;
        }
        if (Block.isCapitals(name)) {
            return true;
        }
        return isInTitleCase(words) && words.length <= 4 && (isSure || (largeAfter && words.length <= 3));
    }

    /** A full stop after a whole word, as it does not stand in {@code St. Louis} or {@code D.C.}. */
    private static boolean hasSentence(String place) {
        for (int at = place.indexOf(". "); at > 0; at = place.indexOf(". ", at + 1)) {
            int start = at;
            while (start > 0 && Character.isLetter(place.charAt(start - 1))) {
                start--;
            }
            if (at - start > 5) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInTitleCase(String[] words) {
        int first = words[0].isEmpty() ? ' ' : words[0].codePointAt(0);
        if (!Character.isLetter(first) || Character.isLowerCase(first)) {
            return false;
        }
        for (String word : words) {
            boolean small = !word.isEmpty() && Character.isLowerCase(word.codePointAt(0));
            if (word.isEmpty() || (small && !LOWER_IN_NAMES.contains(word))) {
                return false;
            }
        }
        return true;
    }

    private static final String[] EASTERN_AGENCIES = {
        "共同", "時事", "ロイター", "ＡＦＰ時事", "AFP時事", "ＡＰ", "AP", "聯合", "연합뉴스", "新华社", "中新社", "中央社", "AFP", "Reuters"
    };

    /** {@code 【ワシントン共同】}, {@code ［東京 4日 ロイター］}, {@code [서울=연합뉴스]}. */
    private static @Nullable Dateline inBrackets(String text, char closing) {
        int close = text.indexOf(closing);
        if (close < 3 || close > 30) {
            return null;
        }
        String inside = text.substring(1, close);
        for (String agency : EASTERN_AGENCIES) {
            int at = inside.indexOf(agency);
            if (at > 0) {
                int end = 0;
                while (end < at && !TextLines.isSpace(inside.charAt(end)) && "=＝／/・、".indexOf(inside.charAt(end)) < 0) {
                    end++;
                }
                int next = skipSpaces(text, close + 1);
                return new Dateline(inside.substring(0, end), 1, agency, at + 1, null, true, next);
            }
        }
        return null;
    }

    /** {@code (서울=연합뉴스) 김철수 기자 = }: place and service in a bracket, then perhaps the reporter. */
    private static @Nullable Dateline korean(String text) {
        int equals = text.indexOf('=');
        int close = text.indexOf(')');
        if (equals < 2 || close < equals + 2 || close > 40 || !TextLines.isHangul(text.charAt(1))) {
            return null;
        }
        String place = text.substring(1, equals);
        String agency = text.substring(equals + 1, close);
        int second = text.indexOf('=', close);
        int end = second > 0 && second - close < 20 ? second + 1 : close + 1;
        return place.length() <= 20
                ? new Dateline(place, 1, agency, equals + 1, null, true, skipSpaces(text, end))
                : null;
    }

    /** {@code 新华社北京1月4日电}. */
    private static @Nullable Dateline chinese(String text) {
        int wire = text.indexOf('电');
        wire = wire < 0 ? text.indexOf('電') : wire;
        int service = text.indexOf('社');
        if (service < 1 || service > 6 || wire < service + 4 || wire > 30) {
            return null;
        }
        PrintedDate date = PrintedDate.find(text.substring(0, wire));
        int monthAt = service + 1;
        while (monthAt < wire && !Character.isDigit(text.charAt(monthAt))) {
            monthAt++;
        }
        String place = text.substring(service + 1, monthAt);
        return monthAt < wire && place.length() >= 2
                ? new Dateline(place, service + 1, text.substring(0, service + 1), 0, date, true, wire + 1)
                : null;
    }
}
