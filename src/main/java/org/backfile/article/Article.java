package org.backfile.article;

import java.util.List;

/**
 * One published text, as read: its fields and its body, repeats and boilerplate taken out.
 *
 * @param words the number of words of the body, a dateline included
 * @param bodySha1 over the body's words joined by single spaces, 40 lower-case hexadecimal digits; two articles with
 *     the same words have the same one
 */
public record Article(ArticleId id, Fields fields, List<Paragraph> body, int words, String bodySha1) {
    public Article {
        body = List.copyOf(body);
    }

    /** The same article, where these texts are all that a reader sees of its body. */
    public Article withWordsOf(List<String> texts) {
        Words.Digest digest = Words.digest(texts);
        return new Article(id, fields, body, digest.count(), digest.sha1());
    }
}
