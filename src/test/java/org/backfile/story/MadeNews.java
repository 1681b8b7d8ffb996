package org.backfile.story;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Made news: every story has words, names and numbers of its own among common ones. The same seed, the same text. */
final class MadeNews {
    private static final String[] COMMON =
            "the of to and a in that for on with was is at by it from as be were has an this which".split(" ");
    private static final String[] SYLLABLES =
            "ba ce di fo gu ha je ki lo mu na pe ro su ta ve wi xo ya zen tor".split(" ");

    private final SplittableRandom random;

    MadeNews(long seed) {
        random = new SplittableRandom(seed);
    }

    /** A body of that many words, in sentences and lines. */
    String story(int words) {
        StringBuilder text = new StringBuilder();
        boolean start = true;
        for (int i = 0; i < words; i++) {
            String word = word();
            text.append(start ? capital(word) : word);
            start = i % 17 == 16;
            text.append(start ? "." : "").append(i % 51 == 50 ? "\n" : " ");
        }
        return text.append('.').toString();
    }

    private String word() {
        int kind = random.nextInt(10);
        if (kind < 4) {
            return COMMON[random.nextInt(COMMON.length)];
        }
        if (kind == 4) {
            return Integer.toString(random.nextInt(10_000));
        }
        String word = pick() + pick() + pick() + (random.nextBoolean() ? pick() : "");
        return kind == 5 ? capital(word) : word;
    }

    private String pick() {
        return SYLLABLES[random.nextInt(SYLLABLES.length)];
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /** The text with one word in {@code each} replaced by another in lower case. */
    String edited(String text, int each) {
        StringBuilder edited = new StringBuilder();
        for (String word : text.split("(?<=[ \n])")) {
            boolean replace = random.nextInt(each) == 0 && Character.isLowerCase(word.charAt(0));
            edited.append(replace ? "other" + pick() + " " : word);
        }
        return edited.toString();
    }

    /** The text as a bad scan gives it: one letter in {@code each} misread. */
    String misread(String text, int each) {
        StringBuilder misread = new StringBuilder();
        for (char c : text.toCharArray()) {
            int at = "oliseabt".indexOf(c);
            misread.append(at >= 0 && random.nextInt(each) == 0 ? "0115co6f".charAt(at) : c);
        }
        return misread.toString();
    }

    /** The first words of the text. */
    static String cut(String text, int words) {
        String[] all = text.split("(?<=[ \n])");
        return String.join("", List.of(all).subList(0, Math.min(words, all.length)));
    }

    List<String> shuffledLines(String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        for (int i = lines.size() - 1; i > 0; i--) {
            java.util.Collections.swap(lines, i, random.nextInt(i + 1));
        }
        return lines;
    }

    int upTo(int bound) {
        return random.nextInt(bound);
    }
}
