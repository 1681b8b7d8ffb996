package org.backfile.render;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.backfile.article.ArticleDate;
import org.jspecify.annotations.Nullable;

/**
 * The words of the interface in one language, with its dates, numbers and plurals. They come from the theme's
 * {@code messages/LANGUAGE.properties} (UTF-8) and from nowhere else, so that every JDK writes the same.
 *
 * <p>A message is looked for in the archive's own file of the language, in the built-in one, then in English: what is
 * missing appears in English and is told by {@link #warnings()}. The English file is the list of all keys.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Messages {
    private static final Set<String> RIGHT_TO_LEFT =
            Set.of("ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "syr", "ug", "ur", "yi");
    private static final Set<String> RIGHT_TO_LEFT_SCRIPTS = Set.of("arab", "hebr", "nkoo", "syrc", "thaa");
    private static final Set<String> UNSPACED = Set.of("bo", "ja", "km", "lo", "my", "th", "wuu", "yue", "zh");
    private static final Set<String> PLURAL_FORMS = Set.of("zero", "one", "two", "few", "many", "other");

    private final String language;
    private final PluralRule plurals;
    private final Map<String, String> own;
    private final Map<String, String> english;

    /** Those of the language, and English ones where it has none. */
    private final Map<String, String> all;

    private final List<String> warnings;
    private final int leastGrouped;
    private final String groupSeparator;
    private final String direction;

    private Messages(String language, Map<String, String> own, Map<String, String> english, List<String> warnings) {
        this.language = language;
        this.plurals = PluralRule.of(primary(language));
        this.own = new HashMap<>(own);
        this.english = new HashMap<>(english);
        this.all = new HashMap<>(english);
        this.all.putAll(own);
        this.warnings = List.copyOf(warnings);
        this.leastGrouped = Integer.parseInt(text("number.group.least"));
        this.groupSeparator = text("number.group");
        this.direction = direction(language);
    }

    /**
     * The messages of a language.
     *
     * @param language a BCP 47 tag; {@code de-AT} reads {@code messages/de-at.properties} above {@code messages/de.properties}
     * @param theme gives the text of a file of the archive's own theme by its name, null where it has none
     * @param builtIn the same for the built-in theme; its English file is complete
     */
    public static Messages of(
            String language, Function<String, @Nullable String> theme, Function<String, @Nullable String> builtIn) {
        List<String> warnings = new ArrayList<>();
        Map<String, String> english = new TreeMap<>();
        read("en", List.of(builtIn, theme), english, warnings);
        Map<String, String> own = new TreeMap<>();
        String tag = language.toLowerCase(Locale.ROOT).replace('_', '-');
        if (!primary(tag).equals("en")) {
            read(primary(tag), List.of(builtIn, theme), own, warnings);
        }
        if (!tag.equals(primary(tag))) {
            read(tag, List.of(builtIn, theme), own, warnings);
        }
        if (own.isEmpty() && !primary(tag).equals("en")) {
            warnings.add("there are no messages in the language \"" + tag + "\": the interface is in English – "
                    + "translate messages/en.properties into templates/messages/" + primary(tag) + ".properties");
        } else if (!primary(tag).equals("en")) {
            warnOfMissing(tag, own, english, warnings);
        }
        return new Messages(own.isEmpty() ? "en" : language, own, english, warnings);
    }

    private static void read(
            String tag,
            List<Function<String, @Nullable String>> sources,
            Map<String, String> into,
            List<String> warnings) {
        String name = "messages/" + tag + ".properties";
        for (Function<String, @Nullable String> source : sources) {
            String text = source.apply(name);
            if (text == null) {
                continue;
            }
            try {
                Properties read = new Properties();
                read.load(new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text));
                read.forEach((key, value) -> into.put((String) key, (String) value));
            } catch (IllegalArgumentException malformed) {
                warnings.add(name + " is left out, since an escape \"\\u\" in it lacks its four digits");
            } catch (IOException e) {
                throw new UncheckedIOException("reading a string", e);
            }
        }
    }

    private static void warnOfMissing(
            String tag, Map<String, String> own, Map<String, String> english, List<String> warnings) {
        Set<String> missing = new TreeSet<>();
        for (String key : english.keySet()) {
            int dot = key.lastIndexOf('.');
            boolean plural = PLURAL_FORMS.contains(key.substring(dot + 1));
            if (!own.containsKey(key) && !(plural && own.containsKey(key.substring(0, dot) + ".other"))) {
                missing.add(key);
            }
        }
        if (!missing.isEmpty()) {
            warnings.add("messages/" + tag + ".properties lacks " + missing.size()
                    + (missing.size() == 1 ? " message" : " messages") + ", shown in English: "
                    + String.join(", ", missing));
        }
    }

    /** What the archive's owner should know of its messages: sentences, in a fixed order. */
    public List<String> warnings() {
        return warnings;
    }

    /** The language of these words: the one asked for, or English where there are no messages in it. */
    public String language() {
        return language;
    }

    /** {@code rtl} or {@code ltr}: how the language of this interface is written. */
    public String direction() {
        return direction;
    }

    /** {@code rtl} for languages written from right to left, given by their BCP 47 tag, else {@code ltr}. */
    public static String direction(String tag) {
        if (tag.length() == 2) {
            // nearly all are, and each row of a listing asks
            return RIGHT_TO_LEFT.contains(tag.toLowerCase(Locale.ROOT)) ? "rtl" : "ltr";
        }
        String[] parts = tag.toLowerCase(Locale.ROOT).split("[-_]", -1);
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].length() == 4 && !Character.isDigit(parts[i].charAt(0))) {
                return RIGHT_TO_LEFT_SCRIPTS.contains(parts[i]) ? "rtl" : "ltr";
            }
        }
        return RIGHT_TO_LEFT.contains(parts[0]) ? "rtl" : "ltr";
    }

    /** True for languages that are written with spaces between words, given by their BCP 47 tag. */
    static boolean isSpaced(@Nullable String tag) {
        return tag == null || !UNSPACED.contains(primary(tag));
    }

    private static String primary(String tag) {
        int end = tag.indexOf('-');
        return (end < 0 ? tag : tag.substring(0, end)).toLowerCase(Locale.ROOT);
    }

    /** True where there is a message of that key, in this language or in English. */
    public boolean has(String key) {
        return all.containsKey(key);
    }

    /**
     * The message of that key, {@code {0}}, {@code {1}} … replaced by the arguments; whole numbers are grouped as the
     * language does it.
     *
     * @throws IllegalArgumentException where not even English has it: a mistake in a template
     */
    public String text(String key, Object... arguments) {
        String pattern = all.get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no message \"" + key + "\" in messages/en.properties");
        }
        return arguments.length == 0 ? pattern : filled(pattern, name -> argument(name, arguments));
    }

    private @Nullable String argument(String name, Object[] arguments) {
        boolean isIndex = name.length() == 1 && name.charAt(0) >= '0' && name.charAt(0) <= '9';
        int index = isIndex ? name.charAt(0) - '0' : arguments.length;
        if (index >= arguments.length) {
            return null;
        }
        Object argument = arguments[index];
        return argument instanceof Long || argument instanceof Integer
                ? number(((Number) argument).longValue())
                : argument.toString();
    }

    /**
     * A message with a number in it: {@code key.one}, {@code key.other} or whichever form the language wants, {@code {n}}
     * replaced by the number and {@code {0}} … by further arguments.
     */
    public String count(String key, long n, Object... arguments) {
        String pattern = pattern(own, key, plurals.form(n));
        if (pattern == null) {
            pattern = pattern(english, key, PluralRule.ENGLISH.form(n));
        }
        if (pattern == null) {
            throw new IllegalArgumentException("no message \"" + key + ".other\" in messages/en.properties");
        }
        return filled(pattern, name -> name.equals("n") ? number(n) : argument(name, arguments));
    }

    private static @Nullable String pattern(Map<String, String> messages, String key, String form) {
        String pattern = messages.get(key + "." + form);
        return pattern != null ? pattern : messages.get(key + ".other");
    }

    /** The number in decimal digits, grouped by threes as the language does it. */
    public String number(long number) {
        String digits = Long.toString(Math.abs(number));
        if (number >= 0 && digits.length() < leastGrouped) {
            return digits;
        }
        StringBuilder grouped = new StringBuilder(number < 0 ? "−" : "");
        for (int i = 0; i < digits.length(); i++) {
            int left = digits.length() - i;
            if (i > 0 && left % 3 == 0 && digits.length() >= leastGrouped) {
                grouped.append(groupSeparator);
            }
            grouped.append(digits.charAt(i));
        }
        return grouped.toString();
    }

    /** The date as far as it is known: {@code 30 December 2014}, {@code December 2014} or {@code 2014}. */
    public String date(ArticleDate date) {
        return switch (date.precision()) {
            case DAY -> dated("date.day", date);
            case MONTH -> dated("date.month", date);
            case YEAR -> dated("date.year", date);
        };
    }

    /** The date with its day of the week, where the day is known. */
    public String longDate(ArticleDate date) {
        return date.precision() == ArticleDate.Precision.DAY ? dated("date.long", date) : date(date);
    }

    /** The date in the fewest characters that people read at once: {@code 30 Dec 2014}. */
    public String shortDate(ArticleDate date) {
        return date.precision() == ArticleDate.Precision.DAY ? dated("date.short", date) : date(date);
    }

    /** A day of any year: {@code 30 December}. */
    public String monthDay(int month, int day) {
        // a leap year, so that there is a 29 February
        return dated("date.monthday", new ArticleDate(2000, month, day));
    }

    private String dated(String key, ArticleDate date) {
        return filled(text(key), name -> switch (name) {
            case "year" -> Integer.toString(date.year());
            case "month" -> month(date.month());
            case "shortmonth" -> shortMonth(date.month());
            case "monthnumber" -> Integer.toString(date.month());
            case "day" -> date.day() == 1 && has("day.first") ? text("day.first") : Integer.toString(date.day());
            case "weekday" ->
                weekday(LocalDate.of(date.year(), date.month(), date.day())
                        .getDayOfWeek()
                        .getValue());
            default -> null;
        });
    }

    /** The name of a month, from 1. */
    public String month(int month) {
        return text("month." + month);
    }

    /** The short name of a month, from 1. */
    public String shortMonth(int month) {
        return text("month.short." + month);
    }

    /** The name of a day of the week, 1 being Monday. */
    public String weekday(int day) {
        return text("weekday." + day);
    }

    /** The short name of a day of the week, 1 being Monday. */
    public String shortWeekday(int day) {
        return text("weekday.short." + day);
    }

    /** The day that weeks begin with in calendars: 1 for Monday to 7 for Sunday. */
    public int firstWeekday() {
        return Integer.parseInt(text("week.first"));
    }

    /** Replaces each {@code {name}} that has a value; one pass, values are not looked into. */
    private static String filled(String pattern, Function<String, @Nullable String> values) {
        int open = pattern.indexOf('{');
        if (open < 0) {
            return pattern;
        }
        StringBuilder out = new StringBuilder(pattern.length() + 16);
        int at = 0;
        while (open >= 0) {
            int close = pattern.indexOf('}', open);
            if (close < 0) {
                break;
            }
            String value = values.apply(pattern.substring(open + 1, close));
            out.append(pattern, at, open).append(value == null ? pattern.substring(open, close + 1) : value);
            at = close + 1;
            open = pattern.indexOf('{', at);
        }
        return out.append(pattern, at, pattern.length()).toString();
    }
}
