package org.backfile.search;

import java.util.List;
import org.backfile.article.ArticleDate;
import org.backfile.page.SitePath;
import org.jspecify.annotations.Nullable;

/**
 * A page as the search sees it; null is unknown.
 *
 * @param url where a result leads
 * @param paragraphs the body's paragraphs as plain text, in order; snippets are cut from them
 */
public record SearchDocument(
        SitePath url,
        @Nullable String headline,
        @Nullable String kicker,
        @Nullable String byline,
        @Nullable String place,
        @Nullable String section,
        @Nullable ArticleDate date,
        List<String> paragraphs) {
    public SearchDocument {
        paragraphs = List.copyOf(paragraphs);
    }
}
