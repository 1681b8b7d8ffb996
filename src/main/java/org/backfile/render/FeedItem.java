package org.backfile.render;

import org.backfile.article.ArticleCard;
import org.backfile.article.ArticleDate;
import org.backfile.page.Headline;
import org.backfile.page.SitePath;
import org.jspecify.annotations.Nullable;

/**
 * A story in a feed.
 *
 * @param date the story's; null where it is not known, and then the story stands in no feed
 */
public record FeedItem(
        SitePath path,
        String title,
        String summary,
        @Nullable ArticleDate date,
        @Nullable String author,
        @Nullable String section,
        @Nullable String language) {
    /** The item of a story, given its lead, its page and its date. */
    public static FeedItem of(ArticleCard lead, SitePath page, @Nullable ArticleDate date) {
        return new FeedItem(
                page, Headline.of(lead), lead.opening(), date, lead.byline(), lead.section(), lead.language());
    }
}
