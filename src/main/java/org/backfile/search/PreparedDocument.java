package org.backfile.search;

import org.backfile.article.ArticleDate;
import org.backfile.page.SitePath;
import org.jspecify.annotations.Nullable;

/**
 * A document as its segment takes it in: what its results show, and its terms; some 10 KB for 450 words.
 *
 * @param text what snippets are cut from: the paragraphs in UTF-8 with {@link #PARAGRAPH} between, the only control character in it
 * @param characters of all terms, one after the other
 * @param terms for each term, in the order of their coming: its hash ({@link TermTable#hash}), its length, its level ({@link Ranking}),
 *     the number of its positions, and the positions in order
 */
record PreparedDocument(Display display, byte[] text, char[] characters, int[] terms) implements ShardCutter.Item {
    static final byte PARAGRAPH = 1;

    /** In a file of headlines all documents count the same. */
    @Override
    public long bytes() {
        return 1;
    }

    @Override
    public int hash() {
        char[] address = display.url().value().toCharArray();
        return TermTable.hash(address, 0, address.length) & Integer.MAX_VALUE;
    }

    /** What a result shows before its text is read; {@code opening} stands for a missing headline, else it is empty. */
    record Display(
            SitePath url,
            @Nullable String headline,
            @Nullable String kicker,
            @Nullable String place,
            @Nullable String section,
            @Nullable ArticleDate date,
            String opening) {}
}
