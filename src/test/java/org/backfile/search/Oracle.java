package org.backfile.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Answers by looking through the texts, with regular expressions and none of the index's code: the JDK's own character
 * classes, folding by normalising the whole text, no positions but those of the lists it makes.
 */
final class Oracle {
    private static final Pattern GROUP = Pattern.compile(
            "([\\p{L}\\p{M}\\p{N}]|(?<=\\d)[.,](?=\\d))+" + "(?:['’&\\-]([\\p{L}\\p{M}\\p{N}]|(?<=\\d)[.,](?=\\d))+)*");
    private static final Pattern INITIALS =
            Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}])\\p{L}(?:\\.\\p{L}(?![\\p{L}\\p{M}\\p{N}]))+");
    private static final Pattern THOUSANDS = Pattern.compile("(?<![\\d.,])(\\d{1,3})[.,](\\d{3})(?!\\d)");
    private static final String PAIRED = "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}\\p{IsThai}ーｰ々]";
    private static final Pattern RUN = Pattern.compile(PAIRED + "+");

    /** For each field of each document its texts, each as the list of its words. */
    private final List<List<List<List<String>>>> documents = new ArrayList<>();

    private final List<Set<String>> joined = new ArrayList<>();
    private final List<String> runs = new ArrayList<>();

    Oracle(List<SearchDocument> texts) {
        for (SearchDocument text : texts) {
            Set<String> joins = new LinkedHashSet<>();
            StringBuilder paired = new StringBuilder();
            List<List<List<String>>> fields = new ArrayList<>();
            for (List<String> field : fieldsOf(text)) {
                List<List<String>> words = new ArrayList<>();
                field.forEach(part -> words.add(words(part, joins, paired)));
                fields.add(words);
            }
            documents.add(fields);
            joined.add(joins);
            runs.add(paired.toString());
        }
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

    private static final List<String> NAMES = List.of("headline", "kicker", "byline", "place", "body", "section");

    /** The documents that hold a word, in any field but the section or in a named one. */
    List<Integer> word(String field, String word) {
        return documentsWhere(number -> fields(number, field).anyMatch(words -> words.contains(word))
                || (field.isEmpty() && joined.get(number).contains(word)));
    }

    List<Integer> prefix(String prefix) {
        return documentsWhere(number ->
                fields(number, "").anyMatch(words -> words.stream().anyMatch(word -> word.startsWith(prefix)))
                        || joined.get(number).stream().anyMatch(word -> word.startsWith(prefix)));
    }

    List<Integer> phrase(String field, List<String> phrase) {
        return documentsWhere(number ->
                fields(number, field).anyMatch(words -> java.util.Collections.indexOfSubList(words, phrase) >= 0));
    }

    /** The documents in which a run of characters of a script without spaces stands. */
    List<Integer> characters(String characters) {
        return documentsWhere(number -> runs.get(number).contains(characters));
    }

    private Stream<List<String>> fields(int number, String field) {
        List<List<List<String>>> fields = documents.get(number);
        if (field.isEmpty()) {
            return fields.subList(0, 5).stream().flatMap(List::stream);
        }
        return fields.get(NAMES.indexOf(field)).stream();
    }

    private List<Integer> documentsWhere(java.util.function.IntPredicate holds) {
        return java.util.stream.IntStream.range(0, documents.size())
                .filter(holds)
                .boxed()
                .toList();
    }

    /** The words of a text; what is joined by signs is added to {@code joins}, runs without spaces to {@code paired}. */
    private static List<String> words(String text, Set<String> joins, StringBuilder paired) {
        String plain = folded(text);
        Matcher run = RUN.matcher(plain);
        while (run.find()) {
            paired.append(run.group()).append('\n');
        }
        plain = run.reset().replaceAll(" ");
        plain = INITIALS.matcher(plain).replaceAll(match -> match.group().replace(".", ""));
        plain = THOUSANDS.matcher(plain).replaceAll("$1$2").replaceAll("(?<=\\d),(?=\\d)", ".");
        List<String> words = new ArrayList<>();
        Matcher group = GROUP.matcher(plain);
        while (group.find()) {
            List<String> parts = new ArrayList<>(
                    List.of(group.group().replaceAll("['’]s(?=$|['’&-])", "").split("['’&-]")));
            words.addAll(parts);
            String whole = String.join("", parts);
            if (parts.size() > 1 && parts.size() <= 4 && whole.length() <= 40) {
                joins.add(whole);
            }
        }
        return words;
    }

    /** Case and diacritics gone. */
    static String folded(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("[\\u0300-\\u036F\\u00AD]", "");
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
