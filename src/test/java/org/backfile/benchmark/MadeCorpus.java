package org.backfile.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Writes made news articles for whole-run benchmarks: {@code MadeCorpus COUNT FOLDER [WORDS [HUGO]]}; into the folder
 * HUGO go the same articles as Markdown for Hugo. Article i depends on i alone, so that a small corpus is the beginning
 * of a large one. Shape: masthead, section, headline,
 * {@code CITY — first paragraph}, one paragraph a line; the date is in the path only. Words are drawn by Zipf's law
 * from 30,000 made ones, a tenth of them from a few that belong to the article's topic; 15 % of the files hold headline
 * and body twice; 10 % are an earlier article with some words changed and at times a paragraph less.
 */
public final class MadeCorpus {
    private static final String[] SECTIONS = {
        "World",
        "Council",
        "Business",
        "Harbour",
        "Science",
        "Health",
        "Sport",
        "Arts",
        "Travel",
        "Letters",
        "Schools",
        "Weather"
    };
    private static final String[] ONSETS = {
        "b", "br", "c", "d", "dr", "f", "g", "gl", "h", "k", "l", "m", "n", "p", "pr", "r", "s", "st", "t", "tr", "v",
        "w"
    };
    private static final String[] RIMES = {
        "a", "an", "ar", "e", "el", "en", "er", "i", "in", "is", "o", "on", "or", "u", "un", "ost", "end", "ick", "ale",
        "ound"
    };
    private static final int VOCABULARY = 30_000;
    private static final LocalDate FIRST_DAY = LocalDate.of(1995, 1, 1);

    private final String[] words = new String[VOCABULARY];
    private final double[] cumulated = new double[VOCABULARY];
    private final int meanWords;

    private MadeCorpus(int meanWords) {
        this.meanWords = meanWords;
        double sum = 0;
        for (int i = 0; i < VOCABULARY; i++) {
            words[i] = word(i);
            sum += 1.0 / (i + 2.7);
            cumulated[i] = sum;
        }
    }

    /** Writes the corpus. */
    public static void main(String[] args) throws IOException {
        int count = Integer.parseInt(args[0]);
        Path folder = Path.of(args[1]);
        MadeCorpus corpus = new MadeCorpus(args.length > 2 ? Integer.parseInt(args[2]) : 600);
        for (int i = 0; i < count; i++) {
            corpus.write(i, folder, args.length > 3 ? Path.of(args[3]) : null);
        }
    }

    private void write(int number, Path folder, @Nullable Path hugo) throws IOException {
        SplittableRandom chance = new SplittableRandom(number * 0x9E3779B97F4A7C15L + 7);
        boolean near = number > 100 && chance.nextInt(10) == 0;
        int origin = near ? chance.nextInt(number) : number;
        SplittableRandom text = new SplittableRandom(origin * 0xD1B54A32D192ED03L + 11);
        LocalDate day = FIRST_DAY.plusDays(text.nextInt(10_950)).plusDays(near ? chance.nextInt(3) : 0);
        String section = SECTIONS[text.nextInt(SECTIONS.length)];
        String headline = capital(sentence(text, 6 + text.nextInt(5), origin).replace(".", ""));
        List<String> paragraphs = paragraphs(text, origin);
        if (near) {
            change(paragraphs, chance);
        }
        StringBuilder page =
                new StringBuilder("The Made Courier\n").append(section).append('\n');
        int times = chance.nextInt(100) < 15 ? 2 : 1;
        for (int t = 0; t < times; t++) {
            page.append(headline).append('\n');
            page.append(words[origin % 400 + 200].toUpperCase(Locale.ROOT)).append(" — ");
            for (String paragraph : paragraphs) {
                page.append(paragraph).append('\n');
            }
        }
        if (hugo != null) {
            writeMarkdown(number, day, section, headline, paragraphs, hugo);
        }
        Path home = folder.resolve(
                String.format(Locale.ROOT, "%04d/%02d/%02d", day.getYear(), day.getMonthValue(), day.getDayOfMonth()));
        Files.createDirectories(home);
        Files.writeString(home.resolve(String.format(Locale.ROOT, "a%07d.txt", number)), page, StandardCharsets.UTF_8);
    }

    private static void writeMarkdown(
            int number, LocalDate day, String section, String headline, List<String> paragraphs, Path folder)
            throws IOException {
        String text = "---\ntitle: \"" + headline + "\"\ndate: " + day + "\nslug: a" + number + "\nsections: [\""
                + section + "\"]\n---\n\n" + String.join("\n\n", paragraphs) + "\n";
        Path home = folder.resolve("posts/" + day.getYear());
        Files.createDirectories(home);
        Files.writeString(home.resolve("a" + number + ".md"), text, StandardCharsets.UTF_8);
    }

    private List<String> paragraphs(SplittableRandom text, int topic) {
        int length = meanWords / 2 + text.nextInt(meanWords);
        List<String> paragraphs = new ArrayList<>();
        int written = 0;
        while (written < length) {
            StringBuilder paragraph = new StringBuilder();
            int sentences = 1 + text.nextInt(4);
            for (int s = 0; s < sentences; s++) {
                int size = 8 + text.nextInt(20);
                paragraph.append(s == 0 ? "" : " ").append(capital(sentence(text, size, topic)));
                written += size;
            }
            paragraphs.add(paragraph.toString());
        }
        return paragraphs;
    }

    private void change(List<String> paragraphs, SplittableRandom chance) {
        if (paragraphs.size() > 4 && chance.nextBoolean()) {
            paragraphs.remove(paragraphs.size() - 1);
        }
        for (int i = 0; i < paragraphs.size(); i++) {
            String[] parts = paragraphs.get(i).split(" ");
            parts[chance.nextInt(parts.length)] = zipf(chance);
            paragraphs.set(i, String.join(" ", parts));
        }
    }

    private String sentence(SplittableRandom text, int size, int topic) {
        StringBuilder sentence = new StringBuilder();
        for (int i = 0; i < size; i++) {
            if (i > 0) {
                sentence.append(text.nextInt(14) == 0 ? ", " : " ");
            }
            int kind = text.nextInt(100);
            if (kind < 11) {
                sentence.append(words[(topic * 31 + text.nextInt(30)) % (VOCABULARY - 1000) + 1000]);
            } else if (kind < 15) {
                sentence.append(capital(words[300 + text.nextInt(3000)]));
            } else if (kind < 17) {
                sentence.append(text.nextInt(2000));
            } else {
                sentence.append(zipf(text));
            }
        }
        return sentence.append('.').toString();
    }

    private String zipf(SplittableRandom chance) {
        double at = chance.nextDouble() * cumulated[VOCABULARY - 1];
        int low = 0;
        int high = VOCABULARY - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulated[middle] < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return words[low];
    }

    private static String word(int number) {
        StringBuilder word = new StringBuilder();
        int rest = number;
        do {
            word.append(ONSETS[rest % ONSETS.length]);
            rest /= ONSETS.length;
            word.append(RIMES[rest % RIMES.length]);
            rest /= RIMES.length;
        } while (rest > 0);
        return word.toString();
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
