package org.backfile.article;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.backfile.source.Problem;
import org.backfile.source.ProblemKind;
import org.jspecify.annotations.Nullable;

/**
 * Collects what metadata says about one article. The first value of a field counts; later ones are left. Values are put
 * on one line, and a byline loses its "By". Not for two threads.
 */
final class WrittenFields {
    private static final List<String> BY = List.of("by ", "von ", "par ", "por ", "di ", "door ", "av ", "af ", "de ");
    private static final int LONGEST = 1000;

    private final Rule rule;
    private final String path;
    private final DateOrder order;
    private final Map<FieldName, Stated<String>> values = new EnumMap<>(FieldName.class);
    private final List<Problem> problems = new ArrayList<>();
    private @Nullable Stated<ArticleDate> date;
    private @Nullable Stated<ArticleDate> created;
    private @Nullable Stated<ArticleDate> loaded;

    WrittenFields(Rule rule, String path, DateOrder order) {
        this.rule = rule;
        this.path = path;
        this.order = order;
    }

    /** Takes the value of a field; an empty one says nothing. */
    void put(FieldName field, String value, Evidence.@Nullable Place place) {
        put(field, "", value, place);
    }

    /** Takes the value of a field that stands in a column of that name. */
    void put(FieldName field, String column, String value, Evidence.@Nullable Place place) {
        String flat = flat(rule == Rule.RECORD_FIELD ? HtmlArticle.plain(value) : value);
        if (flat.isEmpty()) {
            return;
        }
        Evidence evidence = new Evidence(place, rule, Confidence.WRITTEN);
        switch (field) {
            case DATE -> date = date != null ? date : date(column, flat, evidence);
            case CREATED -> created = created != null ? created : date(column, flat, evidence);
            case LOADED ->
                loaded = loaded != null ? loaded : date(column, flat, new Evidence(place, rule, Confidence.GUESSED));
            case BYLINE -> byline(flat, evidence);
            case LANGUAGE -> languageTag(flat).ifPresent(tag -> putFirst(field, tag, evidence));
            case HEADLINE, KICKER, SECTION, PLACE, AGENCY, URL -> putFirst(field, flat, evidence);
            case PUBLICATION -> {
                if (!flat.contains("://")) {
                    putFirst(field, flat, evidence);
                }
            }
            case BODY, OTHER -> {}
        }
    }

    private void putFirst(FieldName field, String value, Evidence evidence) {
        values.putIfAbsent(field, new Stated<>(value, evidence));
    }

    private void byline(String value, Evidence evidence) {
        String lower = value.toLowerCase(Locale.ROOT);
        String name = value;
        for (String by : BY) {
            if (lower.startsWith(by) && !by.equals("de ")) {
                name = value.substring(by.length()).strip();
            }
        }
        int address = name.indexOf('<');
        if (address > 0 && name.endsWith(">") && name.indexOf('@', address) > 0) {
            name = name.substring(0, address).strip();
        }
        if (name.length() > 2 && name.startsWith("\"") && name.endsWith("\"")) {
            name = name.substring(1, name.length() - 1).strip();
        }
        boolean addressOnly = name.indexOf('@') > 0 && name.indexOf(' ') < 0;
        if (!name.contains("://") && !addressOnly) {
            putFirst(FieldName.BYLINE, name, evidence);
        }
    }

    private @Nullable Stated<ArticleDate> date(String column, String value, Evidence evidence) {
        if (value.equals("true") || value.equals("false")) {
            return null;
        }
        WrittenDate read = WrittenDate.of(value, order);
        if (read.date() != null) {
            return new Stated<>(read.date(), evidence);
        }
        Evidence.Place place = evidence.place();
        problems.add(new Problem(
                path,
                place == null ? 0 : place.fromLine(),
                place == null ? 0 : place.fromColumn(),
                ProblemKind.BAD_DATE,
                read.complaint() + (column.isEmpty() ? "" : " (column \"" + column + "\")")));
        return null;
    }

    /**
     * What was said about the article; the date it was made where none of publishing is given, and where that is not
     * given either, as a guess, the date it was taken into an archive.
     */
    Fields fields() {
        Stated<ArticleDate> first = date != null ? date : created;
        return new Fields(
                values.get(FieldName.HEADLINE),
                values.get(FieldName.KICKER),
                null,
                values.get(FieldName.SECTION),
                values.get(FieldName.BYLINE),
                values.get(FieldName.AGENCY),
                values.get(FieldName.PLACE),
                first != null ? first : loaded,
                values.get(FieldName.PUBLICATION),
                values.get(FieldName.LANGUAGE));
    }

    /** The value as given of a field that has one. */
    @Nullable
    Stated<String> value(FieldName field) {
        return values.get(field);
    }

    /** True where no field has a value. */
    boolean isEmpty() {
        return values.isEmpty() && date == null && created == null && loaded == null;
    }

    /** What was wrong, in the order of the values. */
    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** One line, single spaces, no control characters. */
    static String flat(String value) {
        StringBuilder flat = new StringBuilder(Math.min(value.length(), LONGEST));
        boolean space = false;
        for (int i = 0; i < value.length() && flat.length() < LONGEST; i++) {
            char c = value.charAt(i);
            if (TextLines.isSpace(c) || Character.isISOControl(c)) {
                space = flat.length() > 0;
            } else {
                if (space) {
                    flat.append(' ');
                    space = false;
                }
                flat.append(c);
            }
        }
        return flat.toString();
    }

    /** True for the name of a language that {@link #languageTag} knows. */
    static boolean isLanguage(String value) {
        return value.length() > 3
                && languageTag(value).filter(tag -> tag.length() == 2).isPresent();
    }

    /** A BCP 47 tag from {@code en}, {@code en_US} or {@code English}. */
    static Optional<String> languageTag(String value) {
        String known = switch (value.toLowerCase(Locale.ROOT)) {
            case "english" -> "en";
            case "german", "deutsch" -> "de";
            case "french", "français" -> "fr";
            case "spanish", "español" -> "es";
            case "italian", "italiano" -> "it";
            case "portuguese", "português" -> "pt";
            case "dutch", "nederlands" -> "nl";
            case "russian", "русский" -> "ru";
            case "esperanto" -> "eo";
            case "japanese", "日本語" -> "ja";
            case "chinese", "中文" -> "zh";
            case "arabic", "العربية" -> "ar";
            default -> value;
        };
        String tag = Locale.forLanguageTag(known.replace('_', '-')).toLanguageTag();
        return tag.equals("und") ? Optional.empty() : Optional.of(tag);
    }
}
