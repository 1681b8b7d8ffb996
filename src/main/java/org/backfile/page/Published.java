package org.backfile.page;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.backfile.article.ArticleId;
import org.jspecify.annotations.Nullable;

/** What earlier builds put where readers could find it, as far as the site's own files still tell. */
public interface Published {
    /** Nothing was published yet. */
    Published NOTHING = new Published() {
        @Override
        public Set<SitePath> pages() {
            return Set.of();
        }

        @Override
        public List<Row> remembered() {
            return List.of();
        }

        @Override
        public List<Row> articles(Set<SitePath> addresses) {
            return List.of();
        }
    };

    /** The addresses of all pages, former ones among them, in any order. */
    Set<SitePath> pages();

    /** What the earlier build remembered of addresses that were former ones then: {@link FormerAddresses#rows}. */
    List<Row> remembered();

    /** What the earlier build's data files say of the articles at {@code addresses}, some of which may be no article's. */
    Collection<Row> articles(Set<SitePath> addresses);

    /**
     * What stood at an address.
     *
     * @param article null where it was no article's
     * @param bodySha1 the digest of its words; empty where nothing is to be told of them
     * @param kin another article of its story; null where it was alone
     */
    record Row(
            SitePath url,
            @Nullable ArticleId article,
            String bodySha1,
            @Nullable ArticleId kin) {}
}
