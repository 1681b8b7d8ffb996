package org.backfile.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.backfile.article.ArticleDate;
import org.backfile.page.SitePath;

/**
 * Made articles, the same ones for the same seed: words drawn by Zipf's law from a made vocabulary, common ones short, and some from
 * an article's own few topics; some with diacritics, hyphens and apostrophes. Of 450 words some 220 are different and the average
 * has five letters, as in the news of {@code wikinews-en} and {@code senate}.
 */
final class MadeArticles {
    private static final String[] ONSETS = "b c d f g h j k l m n p r s t v w br cl dr fl gr pl sh st tr th".split(" ");
    private static final String[] VOWELS = "a e i o u ai ea ou é ü".split(" ");
    private static final String[] CODAS = {"", "", "n", "r", "l", "s", "t", "nd", "st", "ck"};
    private static final String[] SECTIONS = {"World", "Politics", "Sports", "Arts", "Science"};

    private final String[] vocabulary;
    private final double[] cumulative;

    MadeArticles(int words) {
        Random random = new Random(7);
        vocabulary = new String[words];
        cumulative = new double[words];
        double sum = 0;
        for (int i = 0; i < words; i++) {
            vocabulary[i] = i < 25 ? shortWord(i) : madeWord(random, i < 900 ? 1 : 2 + random.nextInt(2));
            sum += 1 / Math.pow(i + 2.7, 1.13);
            cumulative[i] = sum;
        }
    }

    private static String shortWord(int number) {
        return "aeiou".charAt(number % 5) + "" + "nstrm".charAt(number / 5);
    }

    private static String madeWord(Random random, int syllables) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            word.append(ONSETS[random.nextInt(ONSETS.length)]);
            // the last two vowels, with diacritics, stand in one word of twenty
            word.append(VOWELS[random.nextInt(random.nextInt(12) == 0 ? VOWELS.length : VOWELS.length - 2)]);
            word.append(CODAS[random.nextInt(CODAS.length)]);
        }
        return word.toString();
    }

    /** What one article is about, and how it goes on. */
    private final class Author {
        private final Random random;
        private final String[] topics = new String[15];

        Author(Random random) {
            this.random = random;
            for (int i = 0; i < topics.length; i++) {
                double far = random.nextDouble();
                topics[i] = vocabulary[(int) (vocabulary.length * (0.01 + 0.99 * far * far * far))];
            }
        }

        String word(int topical) {
            return random.nextInt(100) < topical
                    ? topics[random.nextInt(topics.length)]
                    : MadeArticles.this.word(random);
        }
    }

    private String word(Random random) {
        double at = random.nextDouble() * cumulative[cumulative.length - 1];
        int found = java.util.Arrays.binarySearch(cumulative, at);
        return vocabulary[Math.min(vocabulary.length - 1, found < 0 ? -found - 1 : found)];
    }

    /** That many articles from 1995 on in date order, the last ones undated. */
    List<SearchDocument> articles(int count, int words) {
        List<SearchDocument> articles = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            articles.add(article(i, count, words));
        }
        return articles;
    }

    SearchDocument article(int number, int of, int words) {
        Random random = new Random(number * 31L + 5);
        ArticleDate date = dateOf(number, of);
        Author author = new Author(random);
        String headline = sentence(author, 5 + random.nextInt(5), false);
        List<String> paragraphs = new ArrayList<>();
        for (int left = words; left > 0; left -= 60) {
            paragraphs.add(sentence(author, Math.min(left, 60), true));
        }
        String folder = date == null ? "undated" : date.iso().replace('-', '/');
        return new SearchDocument(
                new SitePath(folder + "/"
                        + headline.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + "-"
                        + Integer.toString(number + 100_000, 32) + ".html"),
                random.nextInt(40) == 0 ? null : headline,
                random.nextInt(4) == 0 ? sentence(author, 2, false) : null,
                random.nextInt(2) == 0 ? sentence(author, 2, false) : null,
                random.nextInt(2) == 0 ? author.word(0).toUpperCase(java.util.Locale.ROOT) : null,
                random.nextInt(10) == 0 ? null : SECTIONS[random.nextInt(SECTIONS.length)],
                date,
                paragraphs);
    }

    ArticleDate dateOf(int number, int of) {
        int undated = of / 50;
        return number >= of - undated ? null : date(number, of - undated);
    }

    private static ArticleDate date(int number, int dated) {
        int day = (int) (number * 30L * 336 / dated);
        int year = 1995 + day / 336;
        int month = day % 336 / 28;
        // in each year the first few are known by year or month only
        if (day % 336 < 3) {
            return new ArticleDate(year, 0, 0);
        }
        return new ArticleDate(year, month + 1, day % 28 < 3 ? 0 : day % 28 + 1);
    }

    private static String sentence(Author author, int words, boolean stops) {
        Random random = author.random;
        StringBuilder text = new StringBuilder();
        boolean start = true;
        for (int i = 0; i < words; i++) {
            String word = author.word(stops ? 20 : 60);
            text.append(i == 0 ? "" : " ");
            text.append(start ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word);
            int turn = random.nextInt(60);
            start = stops && turn < 5;
            text.append(
                    start
                            ? "."
                            : switch (turn) {
                                case 6 -> "-" + author.word(16);
                                case 7 -> "’s";
                                case 8 -> " " + (1 + random.nextInt(9)) + ",000";
                                case 9 -> " U.S.";
                                default -> "";
                            });
        }
        return text.toString();
    }
}
