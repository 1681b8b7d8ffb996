package org.backfile.article;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ObjIntConsumer;
import org.backfile.source.Lines;
import org.backfile.source.Problem;
import org.backfile.source.ProblemKind;
import org.jspecify.annotations.Nullable;

/**
 * The rows of {@code overrides.csv}: what the archive's owner says against what was read. A row has a path (with
 * {@code #2} after it for a second article of a file), a field's name as in the data files, and a value; the first row
 * may name the columns {@code path,field,value}. A field that no stage knows is a problem; each stage takes those that concern it. Immutable.
 *
 * @param byArticle the rows of each article in the order of the file, by path with number
 * @param problems rows that say nothing
 */
public record Overrides(SortedMap<String, List<Correction>> byArticle, List<Problem> problems) {
    /** No rows. */
    public static final Overrides NONE = new Overrides(new TreeMap<>(), List.of());

    /** The field whose value is the reason why an article is withdrawn. */
    public static final String WITHDRAWN = "withdrawn";

    /** The field whose value is an article that is one story with the row's. */
    public static final String SAME_STORY = "same-story";

    /** The field whose value is an article that is another story than the row's; it counts more than the one above. */
    public static final String OTHER_STORY = "other-story";

    /** The fields that a row can have, in the order in which they are told. */
    private static final List<String> FIELDS = List.of(
            "headline",
            "title",
            "kicker",
            "masthead",
            "section",
            "byline",
            "author",
            "agency",
            "place",
            "date",
            "publication",
            "language",
            WITHDRAWN,
            SAME_STORY,
            OTHER_STORY);

    /**
     * One row.
     *
     * @param field in lower case
     * @param value as written; an empty one takes the field away
     * @param line of overrides.csv, from 1
     */
    public record Correction(String field, String value, int line) {}

    public Overrides {
        byArticle = Collections.unmodifiableSortedMap(new TreeMap<>(byArticle));
        problems = List.copyOf(problems);
    }

    /** Reads the text of a file that problems call {@code name}. */
    public static Overrides read(String text, String name) {
        SortedMap<String, List<Correction>> byArticle = new TreeMap<>();
        List<Problem> problems = new ArrayList<>();
        CsvTable table = new CsvTable(new Lines(text));
        while (table.next()) {
            List<String> cells = table.row().stream().map(CsvTable.Cell::text).toList();
            boolean isHeader = table.fromLine() == 1 && cells.get(0).strip().equalsIgnoreCase("path");
            if (isHeader || cells.get(0).startsWith("#")) {
                continue;
            }
            boolean named = cells.size() > 1 && cells.get(1).strip().equalsIgnoreCase(WITHDRAWN);
            if (cells.size() < (named ? 2 : 3)
                    || cells.get(0).isBlank()
                    || cells.get(1).isBlank()) {
                problems.add(new Problem(
                        name,
                        table.fromLine(),
                        0,
                        ProblemKind.BAD_RECORD,
                        "a row needs a path, a field and a value; \"path,field,\" takes the field away"));
                continue;
            }
            String field = cells.get(1).strip().toLowerCase(Locale.ROOT);
            if (!FIELDS.contains(field)) {
                problems.add(new Problem(
                        name,
                        table.fromLine(),
                        0,
                        ProblemKind.BAD_RECORD,
                        "no field is called \"" + shown(field) + "\"; there are " + String.join(", ", FIELDS)));
                continue;
            }
            String value = cells.size() < 3 ? "" : cells.get(2).strip();
            byArticle
                    .computeIfAbsent(article(cells.get(0)), any -> new ArrayList<>())
                    .add(new Correction(field, value, table.fromLine()));
        }
        byArticle.replaceAll((article, rows) -> List.copyOf(rows));
        return new Overrides(byArticle, problems);
    }

    /** A path as people write it: {@code #1} means the same as nothing, a backslash a slash. */
    private static String article(String path) {
        String slashed = path.strip().replace('\\', '/');
        String plain = slashed.startsWith("./") ? slashed.substring(2) : slashed;
        return plain.endsWith("#1") ? plain.substring(0, plain.length() - 2) : plain;
    }

    /** The rows about an article, in the order of the file. */
    public List<Correction> of(ArticleId id) {
        return byArticle.getOrDefault(id.toString(), List.of());
    }

    /** The owner's reason to withdraw an article, or null where it is not withdrawn. */
    public @Nullable String withdrawn(ArticleId id) {
        for (Correction row : of(id)) {
            if (row.field.equals(WITHDRAWN)) {
                return row.value;
            }
        }
        return null;
    }

    /** Stands for all rows about the articles of a file; empty where there are none. */
    public String digestFor(String path) {
        if (byArticle.isEmpty()) {
            return "";
        }
        StringBuilder digest = new StringBuilder();
        byArticle.subMap(path, path + "$").forEach((article, rows) -> {
            if (article.equals(path) || article.startsWith(path + "#")) {
                digest.append(article).append(rows);
            }
        });
        return digest.toString();
    }

    private static boolean isOfDate(Problem problem) {
        return problem.kind() == ProblemKind.BAD_DATE || problem.kind() == ProblemKind.LATE_DATE;
    }

    /**
     * An article as its owner wants it. Of a withdrawn one only the fields remain that its address is made of, and the
     * digest of its words, so that copies of it are found.
     *
     * @param name what problems call the file of the rows
     * @param complaints takes what is wrong with them
     */
    public Article apply(Article article, String name, List<Problem> complaints) {
        Fields fields = apply(article.id(), article.fields(), name, complaints);
        return withdrawn(article.id()) == null
                ? new Article(article.id(), fields, article.body(), article.words(), article.bodySha1())
                : new Article(article.id(), fields.addressOnly(), List.of(), 0, article.bodySha1());
    }

    /**
     * The account of a file as the owner wants it: the problem of a date is answered by a row that says the date anew or
     * withdraws the article, the lines of withdrawn articles are said to be withdrawn, and the complaints about the rows
     * stand behind the other problems.
     */
    public FileAccount apply(FileAccount account, List<Problem> complaints) {
        List<Problem> problems = new ArrayList<>(account.problems());
        int last = account.spans().stream().mapToInt(Span::article).max().orElse(0);
        problems.removeIf(problem -> isOfDate(problem)
                && answersDate(
                        account.path(), problem.line() > 0 ? account.articleAt(problem.line()) : last == 1 ? 1 : 0));
        problems.addAll(complaints);
        List<Span> spans = account.spans().stream()
                .map(span -> span.article() > 0 && withdrawn(new ArticleId(account.path(), span.article())) != null
                        ? new Span(span.from(), span.to(), LineRole.WITHDRAWN, span.article(), 0)
                        : span)
                .toList();
        return new FileAccount(
                account.path(), account.bytes(), account.sha256(), account.charset(), account.lines(), spans, problems);
    }

    /** True where a row says the date of a file's article of that number, or withdraws it. */
    private boolean answersDate(String path, int article) {
        return article > 0
                && of(new ArticleId(path, article)).stream()
                        .anyMatch(row -> row.field().equals(WITHDRAWN)
                                || (row.field().equals("date") && !row.value().isEmpty()));
    }

    /** Whether there is nothing to correct. */
    public boolean isEmpty() {
        return byArticle.isEmpty();
    }

    /** A problem for each row about an article that there is not, and for each that another row overrules. */
    public List<Problem> stale(Set<String> articles, String name) {
        List<Problem> stale = new ArrayList<>();
        Map<Set<String>, Integer> parted = new HashMap<>();
        forEachPair(OTHER_STORY, (pair, line) -> parted.merge(pair, line, Math::min));
        forEachPair(SAME_STORY, (pair, line) -> {
            Integer other = parted.get(pair);
            if (other != null) {
                String message = "line " + other + " says that the two are no one story, and that counts";
                stale.add(new Problem(name, line, 0, ProblemKind.BAD_RECORD, message));
            }
        });
        byArticle.forEach((article, rows) -> {
            for (Correction row : rows) {
                String missing = articles.contains(article) ? missing(row, articles) : article;
                if (!missing.isEmpty()) {
                    String message = "no article is called \"" + shown(missing) + "\"" + meant(missing, articles);
                    stale.add(new Problem(name, row.line, 0, ProblemKind.STALE_OVERRIDE, message));
                }
            }
        });
        stale.sort(null);
        return stale;
    }

    /** The article that the row's value names in vain; empty where there is none. */
    private static String missing(Correction row, Set<String> articles) {
        boolean pairs = row.field.equals(SAME_STORY) || row.field.equals(OTHER_STORY);
        String other = pairs ? article(row.value) : "";
        return articles.contains(other) ? "" : other;
    }

    private void forEachPair(String field, ObjIntConsumer<Set<String>> sink) {
        byArticle.forEach((article, rows) -> rows.stream()
                .filter(row -> row.field.equals(field))
                .forEach(row -> sink.accept(new TreeSet<>(List.of(article, article(row.value))), row.line)));
    }

    /** People write the folder of the articles before the path. */
    private static String meant(String article, Set<String> articles) {
        String inside = article.substring(article.indexOf('/') + 1);
        return articles.contains(inside) ? "; is \"" + shown(inside) + "\" meant?" : "";
    }

    private static String shown(String article) {
        return article.length() <= 80 ? article : "…" + article.substring(article.length() - 79);
    }

    /**
     * The fields of an article as the owner wants them. Rows of other stages' fields are left; a date or language that
     * is none is a problem and changes nothing.
     */
    public Fields apply(ArticleId id, Fields fields, String name, List<Problem> complaints) {
        Fields now = fields;
        for (Correction row : of(id)) {
            now = OverriddenField.apply(now, row, name, complaints);
        }
        return now;
    }
}
