package org.backfile.article;

import org.jspecify.annotations.Nullable;

/**
 * What stands above a body.
 *
 * @param date the date line's date, or null
 * @param bodyFrom the first block that can belong to the body, counted from 0
 */
record Head(
        @Nullable Stated<String> masthead,
        @Nullable Stated<String> kicker,
        @Nullable Stated<String> section,
        @Nullable Stated<String> headline,
        @Nullable Stated<String> byline,
        @Nullable Stated<String> agency,
        @Nullable Stated<ArticleDate> date,
        int bodyFrom) {}
