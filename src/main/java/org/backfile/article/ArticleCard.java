package org.backfile.article;

import org.backfile.source.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * What stays in memory of an article while its body is on disk; about half a kilobyte. Fields are those of
 * {@link Fields}, null where unknown.
 *
 * @param idHash the first 64 bits of the SHA-256 of path, a zero character and number; addresses end in some of it
 * @param dateEvidence why the date is believed; null exactly where the date is
 * @param opening the first sentence of the body, at most 200 characters; empty where there is no body
 * @param words the number of words of the body
 * @param bodyBytes the most bytes that the body comes to as HTML; {@link Integer#MAX_VALUE} where that can't be told
 */
public record ArticleCard(
        ArticleId id,
        long idHash,
        @Nullable String headline,
        @Nullable String kicker,
        @Nullable String masthead,
        @Nullable String section,
        @Nullable String byline,
        @Nullable String agency,
        @Nullable String place,
        @Nullable ArticleDate date,
        @Nullable Evidence dateEvidence,
        @Nullable String publication,
        @Nullable String language,
        String opening,
        int words,
        int bodyBytes,
        String bodySha1) {

    /** The card of an article. */
    public static ArticleCard of(Article article) {
        Fields fields = article.fields();
        return new ArticleCard(
                article.id(),
                idHash(article.id()),
                Fields.value(fields.headline()),
                Fields.value(fields.kicker()),
                Fields.value(fields.masthead()),
                Fields.value(fields.section()),
                Fields.value(fields.byline()),
                Fields.value(fields.agency()),
                Fields.value(fields.place()),
                Fields.value(fields.date()),
                fields.date() == null ? null : fields.date().evidence(),
                Fields.value(fields.publication()),
                Fields.value(fields.language()),
                Opening.of(article.body()),
                article.words(),
                BodyBytes.atMost(article.body()),
                article.bodySha1());
    }

    /** The hash of an id, as its card has it. */
    public static long idHash(ArticleId id) {
        return Sha256.of(id.path() + "\0" + id.number()).a();
    }
}
