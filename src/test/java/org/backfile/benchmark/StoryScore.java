package org.backfile.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.backfile.article.Article;
import org.backfile.article.ArticleCard;
import org.backfile.article.ArticleDate;
import org.backfile.article.ArticleId;
import org.backfile.article.Confidence;
import org.backfile.article.Evidence;
import org.backfile.article.Fields;
import org.backfile.article.Paragraph;
import org.backfile.article.Rule;
import org.backfile.article.Stated;
import org.backfile.article.Words;
import org.backfile.story.Fingerprint;
import org.backfile.story.Stories;
import org.backfile.story.StoryGrouper;
import org.backfile.story.StorySettings;
import org.backfile.story.Verdicts;
import org.jspecify.annotations.Nullable;

/**
 * Groups the text files of folders and writes what was found in the form that the scorers of {@code ../shared/eval}
 * read. Reads files in the simplest way (first line the headline, a paragraph a line, lines of eight words or more only
 * once), so that it measures grouping alone.
 *
 * <pre>
 * StoryScore pool DIR          DIR/1/docs … DIR/5/docs of pool.sh: writes DIR/pred.jsonl and DIR/labels.jsonl
 * StoryScore folder DIR OUT [undated]    writes OUT.jsonl (path, story, role) and OUT.csv (file, cluster)
 * </pre>
 */
public final class StoryScore {
    private StoryScore() {}

    /** See the class. */
    public static void main(String[] args) throws IOException {
        switch (args[0]) {
            case "pool" -> pool(Path.of(args[1]));
            case "folder" -> folder(Path.of(args[1]), args[2], args.length < 4);
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private static void pool(Path dir) throws IOException {
        try (BufferedWriter labels = Files.newBufferedWriter(dir.resolve("labels.jsonl"));
                BufferedWriter pred = Files.newBufferedWriter(dir.resolve("pred.jsonl"))) {
            for (int seed = 1; seed <= 5; seed++) {
                Path one = dir.resolve(Integer.toString(seed));
                if (!Files.isDirectory(one)) {
                    continue;
                }
                String text = Files.readString(one.resolve("labels.jsonl"));
                labels.write(text.replace("docs/", seed + "/docs/")
                        .replace("\"cluster\":\"", "\"cluster\":\"" + seed + ":"));
                List<Article> articles = articles(one.resolve("docs"), "docs/", false);
                write(pred, group(articles), seed + "/", seed + ":");
            }
        }
    }

    private static void folder(Path dir, String out, boolean dated) throws IOException {
        List<Article> articles = articles(dir, "", dated);
        Stories stories = group(articles);
        System.out.println(articles.size() + " articles, " + stories.stories().size() + " stories");
        try (BufferedWriter pred = Files.newBufferedWriter(Path.of(out + ".jsonl"));
                BufferedWriter csv = Files.newBufferedWriter(Path.of(out + ".csv"))) {
            write(pred, stories, "", "");
            csv.write("file,cluster\n");
            for (Stories.Story story : stories.stories()) {
                for (Stories.Member member : story.members()) {
                    csv.write(member.article().path() + "," + story.id() + "\n");
                }
            }
        }
    }

    static Stories group(List<Article> articles) {
        List<ArticleCard> cards = articles.stream().map(ArticleCard::of).toList();
        List<Fingerprint> prints = articles.stream().map(Fingerprint::of).toList();
        long start = System.nanoTime();
        Stories stories = new StoryGrouper(StorySettings.DEFAULTS).group(cards, prints::get, Verdicts.NONE);
        System.err.printf(
                Locale.ROOT, "%d articles grouped in %.2f s%n", cards.size(), (System.nanoTime() - start) / 1e9);
        return stories;
    }

    private static void write(BufferedWriter out, Stories stories, String pathPrefix, String storyPrefix)
            throws IOException {
        for (Stories.Story story : stories.stories()) {
            for (Stories.Member member : story.members()) {
                out.write("{\"path\":\"" + pathPrefix + member.article().path() + "\",\"story\":\"" + storyPrefix
                        + story.id() + "\",\"role\":\"" + member.role().id() + "\"}\n");
            }
        }
    }

    static List<Article> articles(Path dir, String prefix, boolean dated) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(dir)) {
            files = walk.filter(file -> file.toString().endsWith(".txt")).toList();
        }
        List<Article> articles = new ArrayList<>();
        for (Path file : files) {
            String name = dir.relativize(file).toString();
            articles.add(article(
                    prefix + name,
                    new String(Files.readAllBytes(file), StandardCharsets.UTF_8),
                    dated ? date(name) : null));
        }
        articles.sort(java.util.Comparator.comparing(Article::id));
        return articles;
    }

    static Article article(String path, String text, @Nullable ArticleDate date) {
        List<String> lines = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String line : text.lines().map(String::strip).toList()) {
            int[] words = {0};
            Words.forEach(line, word -> words[0]++);
            if (words[0] > 0 && (seen.add(line) || words[0] < 8)) {
                lines.add(line);
            }
        }
        String headline = lines.isEmpty() || lines.get(0).length() > 200 ? null : lines.remove(0);
        Evidence evidence = new Evidence(null, Rule.FIRST_HEADLINE_LIKE_LINE, Confidence.GUESSED);
        Fields fields = new Fields(
                headline == null ? null : new Stated<>(headline, evidence),
                null,
                null,
                null,
                null,
                null,
                null,
                date == null ? null : new Stated<>(date, evidence),
                null,
                null);
        int[] words = {0};
        lines.forEach(line -> Words.forEach(line, word -> words[0]++));
        List<Paragraph> body = lines.stream()
                .map(line -> new Paragraph(Paragraph.Kind.TEXT, line, 1, 1))
                .toList();
        return new Article(new ArticleId(path, 1), fields, body, words[0], Words.sha1(lines));
    }

    private static final Pattern ISO = Pattern.compile("(\\d{4})-?(\\d\\d)-?(\\d\\d)");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})([A-Z][a-z]{2})(\\d{4})");
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private static @Nullable ArticleDate date(String name) {
        Matcher dayFirst = DAY_FIRST.matcher(name);
        if (dayFirst.find() && MONTHS.contains(dayFirst.group(2))) {
            return ArticleDate.of(LocalDate.of(
                    Integer.parseInt(dayFirst.group(3)),
                    MONTHS.indexOf(dayFirst.group(2)) + 1,
                    Integer.parseInt(dayFirst.group(1))));
        }
        Matcher iso = ISO.matcher(name);
        return iso.find()
                ? ArticleDate.ifValid(
                                Integer.parseInt(iso.group(1)),
                                Integer.parseInt(iso.group(2)),
                                Integer.parseInt(iso.group(3)))
                        .orElse(null)
                : null;
    }
}
