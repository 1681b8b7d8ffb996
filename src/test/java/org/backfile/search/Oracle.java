package org.backfile.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A document as one sees it who looks through its text, with regular expressions and none of the index's code: the JDK's own character
 * classes, folding by normalising the whole text, no positions but those of the lists it makes.
 */
final class Oracle {
    private static final Pattern GROUP = Pattern.compile("([\\p{L}\\p{M}\\p{N}]|(?<=\\d)[.,](?=\\d))+"
            + "(?:['’‘&\\-]([\\p{L}\\p{M}\\p{N}]|(?<=\\d)[.,](?=\\d))+)*");
    private static final Pattern INITIALS =
            Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}])\\p{L}(?:\\.\\p{L}(?![\\p{L}\\p{M}\\p{N}]))+");
    private static final Pattern THOUSANDS = Pattern.compile("(?<![\\d.,])(\\d{1,3})[.,](\\d{3})(?!\\d)");
    private static final String PAIRED = "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}\\p{IsThai}ーｰ々]";
    private static final Pattern RUN = Pattern.compile(PAIRED + "+");

    private static final List<String> NAMES = List.of("headline", "kicker", "byline", "place", "body", "section");

    private final SearchDocument document;

    /** For each field its texts, each as the list of its words. */
    private final List<List<List<String>>> fields = new ArrayList<>();

    /** All words but those of the section. */
    private final Set<String> words = new HashSet<>();

    /** For each field what signs join in it. */
    private final List<Set<String>> joins = new ArrayList<>();

    private final Set<String> joined = new HashSet<>();
    private final String runs;

    Oracle(SearchDocument document) {
        this.document = document;
        StringBuilder paired = new StringBuilder();
        for (List<String> field : fieldsOf(document)) {
            // what a section holds is looked for under its name only
            boolean section = fields.size() == NAMES.indexOf("section");
            Set<String> own = new HashSet<>();
            StringBuilder runsOfField = section ? new StringBuilder() : paired;
            List<List<String>> texts = new ArrayList<>();
            field.forEach(part -> texts.add(words(part, own, runsOfField)));
            fields.add(texts);
            joins.add(own);
        }
        joins.subList(0, 5).forEach(joined::addAll);
        fields.subList(0, 5).forEach(texts -> texts.forEach(words::addAll));
        runs = paired.toString();
    }

    private static List<List<String>> fieldsOf(SearchDocument text) {
        return List.of(
                listOf(text.headline()),
                listOf(text.kicker()),
                listOf(text.byline()),
                listOf(text.place()),
                text.paragraphs(),
                listOf(text.section()));
    }

    private static List<String> listOf(String text) {
        return text == null ? List.of() : List.of(text);
    }

    SearchDocument document() {
        return document;
    }

    boolean hasWord(String word) {
        return words.contains(word) || joined.contains(word);
    }

    boolean hasWord(String field, String word) {
        int number = NAMES.indexOf(field);
        return joins.get(number).contains(word) || fields.get(number).stream().anyMatch(text -> text.contains(word));
    }

    boolean hasPrefix(String prefix) {
        return words.stream().anyMatch(word -> word.startsWith(prefix))
                || joined.stream().anyMatch(word -> word.startsWith(prefix));
    }

    boolean hasPhrase(List<String> phrase) {
        return words.containsAll(phrase)
                && fields.subList(0, 5).stream()
                        .flatMap(List::stream)
                        .anyMatch(text -> Collections.indexOfSubList(text, phrase) >= 0);
    }

    /** Whether a run of characters of a script without spaces stands in the text. */
    boolean hasCharacters(String characters) {
        return runs.contains(characters);
    }

    /** The texts of the body, as lists of words. */
    List<List<String>> body() {
        return fields.get(NAMES.indexOf("body"));
    }

    List<List<String>> field(String name) {
        return fields.get(NAMES.indexOf(name));
    }

    Set<String> joined() {
        return joined;
    }

    /** The runs of characters of scripts without spaces, a line each. */
    String runs() {
        return runs;
    }

    /** The words of all fields but the section. */
    Set<String> words() {
        return words;
    }

    /** The words of a text; what is joined by signs is added to {@code joins}, runs without spaces to {@code paired}. */
    private static List<String> words(String text, Set<String> joins, StringBuilder paired) {
        String plain = folded(text);
        Matcher run = RUN.matcher(plain);
        while (run.find()) {
            paired.append(run.group()).append('\n');
        }
        // a word of its own kind, so that no phrase runs on over it
        plain = run.reset().replaceAll(" 漢 ");
        plain = INITIALS.matcher(plain).replaceAll(match -> match.group().replace(".", ""));
        plain = THOUSANDS.matcher(plain).replaceAll("$1$2").replaceAll("(?<=\\d),(?=\\d)", ".");
        List<String> words = new ArrayList<>();
        Matcher group = GROUP.matcher(plain);
        while (group.find()) {
            List<String> parts = new ArrayList<>(
                    List.of(group.group().replaceAll("['’‘]s(?=$|['’‘&-])", "").split("['’‘&-]")));
            words.addAll(parts);
            String whole = String.join("", parts);
            if (parts.size() > 1 && parts.size() <= 4 && whole.length() <= 40) {
                joins.add(whole);
            }
        }
        return words;
    }

    /** Case and diacritics gone, and signs that are no letters: a degree Celsius is no word. */
    static String folded(String text) {
        String letters = text.replaceAll("\\p{So}", " ");
        String apart =
                Normalizer.normalize(letters, Normalizer.Form.NFKD).replaceAll("[\\u0300-\\u036F\\u00AD\\u2044]", "");
        return Normalizer.normalize(apart, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("ø", "o")
                .replace("ł", "l")
                .replace("đ", "d")
                .replace("ı", "i");
    }
}
