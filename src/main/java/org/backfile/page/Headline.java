package org.backfile.page;

import java.util.Arrays;
import org.backfile.article.ArticleCard;
import org.jspecify.annotations.Nullable;

/** What stands for an article in listings. Stateless. */
public final class Headline {
    private static final int LONGEST = 200;
    private static final int LONGEST_WORDS = 80;

    private Headline() {}

    /** The headline, cut to 200 characters, or the first eight words of the text where there is none. */
    public static String of(ArticleCard card) {
        String headline = card.headline();
        return headline != null ? clipped(headline, LONGEST) : firstWords(card.opening());
    }

    private static String firstWords(String opening) {
        String[] words = opening.strip().split("\\s+", 9);
        String first = String.join(" ", Arrays.asList(words).subList(0, Math.min(8, words.length)));
        return clipped(first, LONGEST_WORDS) + (words.length > 8 || first.isEmpty() ? "…" : "");
    }

    /** The text, cut to so many UTF-16 units; null stays null. */
    static @Nullable String clip(@Nullable String text, int most) {
        return text == null ? null : clipped(text, most);
    }

    private static String clipped(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end).strip() + "…";
    }
}
