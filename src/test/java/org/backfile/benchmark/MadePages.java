package org.backfile.benchmark;

import java.util.SplittableRandom;

/**
 * Made pages of a newspaper, about 3 KB each: name, section, headline, byline, date and paragraphs, words drawn by
 * Zipf's law from 20,000 made ones, with curly quotes and dashes as printed news has.
 */
final class MadePages {
    private static final int VOCABULARY = 20_000;
    private static final int SIZE = 3000;
    private static final String LETTERS = "eeeeetttaaaooiinnsshhrrddlucmfywgpbvk";

    private final String[] words = new String[VOCABULARY];

    MadePages() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < VOCABULARY; i++) {
            StringBuilder word = new StringBuilder();
            int length = 1 + Math.min(11, random.nextInt(2 + 31 - Integer.numberOfLeadingZeros(i + 2)) + 1);
            for (int k = 0; k < length; k++) {
                word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            words[i] = word.toString();
        }
    }

    /** The page of that number, always the same. */
    String page(int number) {
        SplittableRandom random = new SplittableRandom(number);
        StringBuilder page = new StringBuilder("The Lantern\nHarbour\n");
        page.append(capital(sentence(random, 7))).append("\nBy ").append(capital(word(random)));
        page.append(' ')
                .append(capital(word(random)))
                .append("\nMay ")
                .append(1 + number % 28)
                .append(", 2014\n");
        while (page.length() < SIZE) {
            for (int sentence = 1 + random.nextInt(3); sentence > 0; sentence--) {
                boolean quoted = random.nextInt(4) == 0;
                String said = capital(sentence(random, 8 + random.nextInt(16)));
                page.append(quoted ? "“" + said + ",” he said." : said + '.').append(sentence > 1 ? " " : "\n");
            }
        }
        return page.toString();
    }

    private String sentence(SplittableRandom random, int length) {
        StringBuilder sentence = new StringBuilder(word(random));
        for (int i = 1; i < length; i++) {
            int kind = random.nextInt(60);
            sentence.append(kind == 0 ? " — " : kind < 4 ? ", " : " ");
            sentence.append(kind == 5 ? String.valueOf(random.nextInt(3000)) : word(random));
        }
        return sentence.toString();
    }

    private String word(SplittableRandom random) {
        return words[(int) Math.exp(random.nextDouble() * Math.log(VOCABULARY)) - 1];
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
