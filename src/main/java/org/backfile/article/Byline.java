package org.backfile.article;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line that names who wrote the text: {@code By Ann Lee}, {@code Von Eva Kern | dpa}, {@code Par Luc Petit, Paris},
 * {@code From our Paris correspondent}, {@code ANN LEE, Staff Writer}.
 *
 * @param name as printed, without the word before it and what follows the name
 * @param from where the name starts in the line, from 0
 * @param agency the wire service named after it, or null
 * @param certain whether the line says "by" in so many words, and not in one that means "of" as well
 */
record Byline(String name, int from, @Nullable String agency, boolean certain) {
    private static final int LONGEST = 110;
    private static final int MOST_NAMES = 14;
    /** Markup, and no address of a mail. */
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z]+(?:\\s[^<>]*)?>");

    private static final Set<String> SURE = words(
            "by von par por pel door oleh skrevet geschreven scris написал написала пише penulis haber autor autora auteur author autore författare forfatter tekst text texte texto testo"
                    + " автор автори írta yazan teksti kirjoittanut napisał napisała napsal napsala skribis verkis"
                    + " του της بقلم كتب كتبت מאת लेखक kirjoittaja szerző auteure reporter bericht words story written rédigé escrito scritto");
    /** Begin a byline only where a second word says "by". */
    private static final Set<String> DONE = words("compiled reported edited researched collected");
    /** Stand before somebody who is named by what he is. */
    private static final Set<String> OUR =
            words("our a an the unser unserem unserer notre onze nuestro nuestra nostro nostra vår vores naszego la");

    private static final Set<String> ROLES = words(
            "correspondent correspondents reporter reporters staff writer writers editor contributor korrespondent"
                    + " korrespondenten korrespondentin mitarbeiter reporterin redakteur correspondant correspondante"
                    + " corresponsal enviado corrispondente inviato inviata correspondente enviada verslaggever"
                    + " medewerker korrespondenta redactie redaktion rédaction redacción redazione redação redakcji redakce");
    private static final int MOST_ROLE_WORDS = 6;

    private static final Set<String> UNSURE = words("de di da av af od fra från o do από от від");
    /** Stand before or between the names without a capital letter. */
    private static final Set<String> PARTICLES = words(
            "de la del di da do dos das van von der den ter ten zu zum zur af av el al bin ibn bint ben τον την τους y i e et und and og"
                    + " och en ja és is и та ve kaj with with le les d l the our a an staff special correspondent"
                    + " correspondents reporter reporters writer editor contributor");

    private static final Set<String> AGENCIES = words(
            "ap reuters reuter afp dpa apa efe ansa tass xinhua kyodo jiji pti ians ani upi bloomberg lusa tt ntb ritzau anp belga"
                    + " mti pap čtk ctk interfax ria anadolu aa stt yonhap ats sda europa agerpres bta tanjug hina sta elta");

    private static Set<String> words(String list) {
        return new HashSet<>(List.of(list.split(" ", -1)));
    }

    /** The line as a byline, or null. */
    static @Nullable Byline of(String line) {
        if (line.length() > LONGEST || line.length() < 4) {
            return null;
        }
        if (line.indexOf('<') >= 0 && TAG.matcher(line).find()) {
            return withoutTags(line);
        }
        int marks = emphasis(line);
        if (marks > 0) {
            Byline inside = of(line.substring(marks, line.length() - marks));
            return inside == null
                    ? null
                    : new Byline(inside.name(), inside.from() + marks, inside.agency(), inside.certain());
        }
        int word = 0;
        while (word < line.length() && Character.isLetter(line.charAt(word))) {
            word++;
        }
        Byline korean = korean(line, word);
        if (korean != null) {
            return korean;
        }
        String first = line.substring(0, word).toLowerCase(Locale.ROOT);
        boolean sure = SURE.contains(first);
        boolean done = DONE.contains(first);
        boolean fromOf = first.equals("from");
        if (word == 0 || (!sure && !done && !fromOf && !UNSURE.contains(first))) {
            return word == 0 ? null : nameAndRole(line);
        }
        int from = word;
        boolean colon = false;
        while (from < line.length() && (line.charAt(from) == ' ' || line.charAt(from) == ':')) {
            colon |= line.charAt(from) == ':';
            from++;
        }
        if (from == word) {
            return null;
        }
        if (!done) {
            Byline role = role(line, from);
            if (role != null || fromOf) {
                return role;
            }
        }
        int second = afterSecondWord(line, from);
        if (done && second == from) {
            return null;
        }
        return named(line, second, done || (sure && (colon || isPlainBy(first))));
    }

    /** A line with markup names whom it names without. */
    private static @Nullable Byline withoutTags(String line) {
        Byline plain = of(TAG.matcher(line).replaceAll(""));
        if (plain == null) {
            return null;
        }
        int space = plain.name().indexOf(' ');
        String first = space < 0 ? plain.name() : plain.name().substring(0, space);
        int from = Math.max(line.indexOf(first), plain.from());
        return new Byline(plain.name(), from, plain.agency(), plain.certain());
    }

    /** How many asterisks or underlines stand before the line and behind it, {@code *By Ann Lee*}. */
    private static int emphasis(String line) {
        int marks = 0;
        while (marks < line.length() / 3
                && (line.charAt(marks) == '*' || line.charAt(marks) == '_')
                && line.charAt(line.length() - 1 - marks) == line.charAt(marks)) {
            marks++;
        }
        return marks;
    }

    /** {@code 김철수 기자}, perhaps an address after it: a Korean name and "reporter". */
    private static @Nullable Byline korean(String line, int word) {
        boolean hangul = word >= 2 && word <= 4 && TextLines.isHangul(line.charAt(0));
        if (!hangul || line.length() > 60) {
            return null;
        }
        String rest = line.substring(word).strip();
        int end = 0;
        while (end < rest.length() && Character.isLetter(rest.charAt(end))) {
            end++;
        }
        String role = rest.substring(0, end);
        boolean reporter = role.equals("기자") || role.equals("특파원") || role.equals("선임기자") || role.equals("인턴기자");
        String after = rest.substring(end).strip();
        boolean alone = after.isEmpty() || (after.indexOf('@') >= 0 && after.indexOf(' ') < 0);
        return reporter && alone ? new Byline(line.substring(0, word), 0, null, true) : null;
    }

    /** {@code our own Reporter}, {@code a staff writer}: who is named by what he is. */
    private static @Nullable Byline role(String line, int from) {
        int end = end(line, from);
        String name = line.substring(from, end).strip();
        int space = name.indexOf(' ');
        if (space < 0 || !OUR.contains(name.substring(0, space).toLowerCase(Locale.ROOT))) {
            return null;
        }
        String[] words = name.toLowerCase(Locale.ROOT).split(" ", MOST_ROLE_WORDS + 1);
        boolean role = words.length <= MOST_ROLE_WORDS && ROLES.contains(words[words.length - 1]);
        return role ? new Byline(name, from, agency(line.substring(end)), true) : null;
    }

    /** {@code Ann Lee, Staff Writer}: a name and what he or she is, with nothing said before. */
    private static @Nullable Byline nameAndRole(String line) {
        int comma = line.indexOf(',');
        if (comma < 4 || line.length() > 60) {
            return null;
        }
        String[] words =
                line.substring(comma + 1).strip().toLowerCase(Locale.ROOT).split(" ", 4);
        String name = line.substring(0, comma).strip();
        boolean role = words.length <= 3 && ROLES.contains(words[words.length - 1]);
        return role && capitals(name) >= 2 && capitals(name) <= 4 ? new Byline(name, 0, null, false) : null;
    }

    /** "Written by", "Scritto da", "Text: by": the names start after the second word. */
    private static int afterSecondWord(String line, int from) {
        int end = from;
        while (end < line.length() && Character.isLetter(line.charAt(end))) {
            end++;
        }
        String second = line.substring(from, end).toLowerCase(Locale.ROOT);
        boolean by = end < line.length()
                && line.charAt(end) == ' '
                && (second.equals("by")
                        || second.equals("von")
                        || second.equals("par")
                        || second.equals("da")
                        || second.equals("door")
                        || second.equals("av")
                        || second.equals("af")
                        || second.equals("de")
                        || second.equals("por"));
        return by ? end + 1 : from;
    }

    private static boolean isPlainBy(String word) {
        return word.equals("by")
                || word.equals("von")
                || word.equals("par")
                || word.equals("por")
                || word.equals("door")
                || word.equals("written")
                || word.equals("بقلم");
    }

    private static @Nullable Byline named(String line, int from, boolean certain) {
        int end = end(line, from);
        int nameEnd = isDateNext(line, end) ? beforeDate(line, from, end) : end;
        String name = line.substring(from, nameEnd).strip();
        int capitals = capitals(name);
        if (capitals < 0 || capitals > MOST_NAMES || (capitals < 2 && !certain)) {
            return null;
        }
        if (name.length() < 2 || (".!?".indexOf(name.charAt(name.length() - 1)) >= 0 && name.length() > 40)) {
            return null;
        }
        return new Byline(name, from, agency(line.substring(end)), certain);
    }

    /** Names end where a divider, a date or, after a comma, something other than a further name begins. */
    private static int end(String line, int from) {
        for (int at = from + 1; at < line.length(); at++) {
            char c = line.charAt(at);
            boolean divider = c == '|'
                    || (c == '<' && line.indexOf('@', at) > 0)
                    || c == '•'
                    || c == '·'
                    || c == '('
                    || c == '/'
                    || c == '—'
                    || c == '–'
                    || c == ';'
                    || Character.isDigit(c)
                    || (c == '-' && line.charAt(at - 1) == ' ');
            if (divider || (c == ',' && !isName(line, at + 1))) {
                return at;
            }
        }
        return line.length();
    }

    /** A figure or the name of a month stands there, or behind a comma. */
    private static boolean isDateNext(String line, int end) {
        int at = end;
        while (at < line.length() && (line.charAt(at) == ',' || line.charAt(at) == ' ')) {
            at++;
        }
        int word = at;
        while (word < line.length() && Character.isLetter(line.charAt(word))) {
            word++;
        }
        return at < line.length()
                && (Character.isDigit(line.charAt(at)) || MonthNames.month(line.substring(at, word)) != 0);
    }

    /**
     * Where the words begin that lead to a date: {@code on Tuesday, May 3}, {@code am 3. Mai}. Of a name two words are
     * left, since May and April are names too; behind a comma no month is one of the date's words.
     */
    private static int beforeDate(String line, int from, int dateOrComma) {
        boolean comma = dateOrComma < line.length() && line.charAt(dateOrComma) == ',';
        int end = dateOrComma;
        boolean first = !comma;
        while (end > from) {
            int to = end;
            while (to > from && !Character.isLetter(line.charAt(to - 1))) {
                to--;
            }
            int start = to;
            while (start > from && Character.isLetter(line.charAt(start - 1))) {
                start--;
            }
            String word = line.substring(start, to);
            boolean capital = !word.isEmpty() && Character.isUpperCase(word.charAt(0));
            boolean leads = DateLine.isWeekday(word)
                    || (!capital && DateLine.isBesideDate(word))
                    || (first && MonthNames.month(word) != 0);
            String name = line.substring(from, start).strip();
            if (start == to || !leads || (capital && name.indexOf(' ') < 0)) {
                break;
            }
            end = start;
            first = false;
        }
        return end;
    }

    /** True where up to the next comma a name of two words or more follows, or the last of several names. */
    private static boolean isName(String line, int from) {
        int comma = line.indexOf(',', from);
        String part = line.substring(from, comma < 0 ? line.length() : comma).strip();
        String[] words = part.split(" ", -1);
        if (words.length < 2 || words.length > 7 || agency(part) != null) {
            return false;
        }
        boolean roles = false;
        for (String word : words) {
            String lower = word.toLowerCase(Locale.ROOT);
            roles |= lower.equals("staff")
                    || lower.endsWith("writer")
                    || lower.endsWith("editor")
                    || lower.startsWith("correspond")
                    || lower.endsWith("reporter")
                    || lower.equals("press")
                    || lower.equals("news")
                    || lower.equals("service")
                    || lower.equals("times");
        }
        return !roles && capitals(part) >= 2;
    }

    /** The number of words that start like names, or -1 where another word stands between them. */
    private static int capitals(String text) {
        int capitals = 0;
        int end = 0;
        for (int start = nameStart(text, 0); start < text.length(); start = nameStart(text, end)) {
            end = start;
            while (end < text.length() && !isBetweenNames(text.charAt(end))) {
                end++;
            }
            String word = text.substring(start, end);
            int first = word.codePointAt(0);
            boolean upper = Character.isUpperCase(first) || Character.isTitleCase(first);
            boolean caseless = Character.isLetter(first) && !Character.isLowerCase(first) && !upper;
            if (upper || caseless) {
                capitals++;
            } else if (!PARTICLES.contains(word.toLowerCase(Locale.ROOT))
                    && !word.startsWith("'")
                    && !word.startsWith("d'")) {
                return -1;
            }
        }
        return capitals;
    }

    private static int nameStart(String text, int from) {
        int at = from;
        while (at < text.length() && isBetweenNames(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isBetweenNames(char c) {
        return c == ' ' || c == ',' || c == '&';
    }

    /** The wire service that {@code text} names, as printed, or null. */
    static @Nullable String agency(String text) {
        String bare = text.strip();
        if (bare.length() > 60) {
            return null;
        }
        String lower = bare.toLowerCase(Locale.ROOT);
        int at = lower.indexOf("associated press");
        if (at >= 0) {
            return bare.substring(at, at + "associated press".length());
        }
        int start = 0;
        while (start < bare.length()) {
            int end = start;
            while (end < bare.length() && Character.isLetter(bare.charAt(end))) {
                end++;
            }
            String word = bare.substring(start, end);
            boolean capital = !word.isEmpty() && (Character.isUpperCase(word.charAt(0)) || word.equals("dpa"));
            if (capital && AGENCIES.contains(word.toLowerCase(Locale.ROOT)) && (word.length() > 2 || isUpper(word))) {
                return word;
            }
            start = Math.max(end, start + 1);
        }
        return null;
    }

    private static boolean isUpper(String word) {
        return word.equals(word.toUpperCase(Locale.ROOT));
    }
}
