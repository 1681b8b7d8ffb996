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
}
