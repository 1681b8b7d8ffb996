package org.backfile.article;

import org.jspecify.annotations.Nullable;

/**
 * What is known of an article beside its body; null is unknown.
 *
 * @param headline null where the text has none
 * @param kicker the short line above the headline
 * @param masthead the site's or paper's name on the page
 * @param byline as printed, without "By" and its like
 * @param agency the wire service named in the dateline or byline
 * @param place the dateline's place, as printed
 * @param language a BCP 47 tag
 */
public record Fields(
        @Nullable Stated<String> headline,
        @Nullable Stated<String> kicker,
        @Nullable Stated<String> masthead,
        @Nullable Stated<String> section,
        @Nullable Stated<String> byline,
        @Nullable Stated<String> agency,
        @Nullable Stated<String> place,
        @Nullable Stated<ArticleDate> date,
        @Nullable Stated<String> publication,
        @Nullable Stated<String> language) {
    /** Nothing known. */
    public static final Fields UNKNOWN = new Fields(null, null, null, null, null, null, null, null, null, null);

    /** What an article's address is made of, and nothing else. */
    Fields addressOnly() {
        return new Fields(headline, null, null, null, null, null, null, date, null, null);
    }

    /** The value of a field that may be unknown. */
    public static <T> @Nullable T value(@Nullable Stated<T> field) {
        return field == null ? null : field.value();
    }
}
