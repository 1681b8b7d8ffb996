package org.backfile.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.backfile.article.ArticleCard;
import org.backfile.article.ArticleId;
import org.backfile.page.Published.Row;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the addresses that were published once and show nothing now, so that a reader's link never dies.
 *
 * <p>An address leads on to the same article of the same file; else to the story of an article with the same words, as
 * when a file was renamed; else to what is left of its story; else it says that the article was withdrawn or is no longer
 * in the archive. The address of a listing leads to the nearest listing above it. Where nothing is known of an article
 * but its address, the address itself tells which it was, since it ends in a hash of the file's path.
 *
 * @param gone what stands at each of them, by address
 * @param rows what must be remembered of them, by address, since the data files tell only of articles that are there
 */
public record FormerAddresses(SortedMap<SitePath, Content.Gone> gone, List<Row> rows) {
    /** The site has no former addresses. */
    static final FormerAddresses NONE = new FormerAddresses(new TreeMap<>(), List.of());

    private static final String INDEX = "index.html";

    /** Hosts read no more lines of redirects than this (Cloudflare Pages, 2026); the pages lead on without them. */
    private static final int MOST_REDIRECTS = 2_000;

    public FormerAddresses {
        gone = new TreeMap<>(gone);
        rows = List.copyOf(rows);
    }

    /**
     * The former addresses of a site. Linear in the pages published; the catalog is only looked into where there is a
     * former address.
     *
     * @param withdrawn the owner's reason to withdraw an article, null where it is not withdrawn
     * @param standing the pages of this build
     */
    static FormerAddresses of(
            Published published,
            Function<ArticleId, @Nullable String> withdrawn,
            Catalog catalog,
            Set<SitePath> standing) {
        SortedSet<SitePath> former = new TreeSet<>();
        for (SitePath page : published.pages()) {
            if (!standing.contains(page)) {
                former.add(page);
            }
        }
        return former.isEmpty() ? NONE : new Finding(published, withdrawn, catalog, standing).find(former);
    }

    /** One search for where former addresses lead. */
    private static final class Finding {
        private final Function<ArticleId, @Nullable String> withdrawn;
        private final Catalog catalog;
        private final Set<SitePath> standing;
        private final Published published;
        private @Nullable Map<String, Integer> byWords;
        private @Nullable Map<String, Integer> byHash;

        Finding(
                Published published,
                Function<ArticleId, @Nullable String> withdrawn,
                Catalog catalog,
                Set<SitePath> standing) {
            this.published = published;
            this.withdrawn = withdrawn;
            this.catalog = catalog;
            this.standing = standing;
        }

        /** An article with these words, or -1. */
        private int withWords(String bodySha1) {
            Map<String, Integer> all = byWords;
            if (all == null) {
                all = new HashMap<>();
                for (int i = 0; i < catalog.articles(); i++) {
                    ArticleCard card = catalog.card(i);
                    if (card.words() > 0) {
                        all.putIfAbsent(card.bodySha1(), i);
                    }
                }
                byWords = all;
            }
            return all.getOrDefault(bodySha1, -1);
        }

        /** The only article with this hash at the end of its address, or -1. */
        private int withHash(String place) {
            Map<String, Integer> all = byHash;
            if (all == null) {
                all = new HashMap<>();
                for (int i = 0; i < catalog.articles(); i++) {
                    all.merge(Address.place(catalog.card(i)), i, (one, other) -> -1); // shared, it tells nothing
                }
                byHash = all;
            }
            return all.getOrDefault(place, -1);
        }

        FormerAddresses find(SortedSet<SitePath> former) {
            Map<SitePath, Row> known = known(former);
            SortedMap<SitePath, Content.Gone> gone = new TreeMap<>();
            SortedMap<SitePath, Row> rows = new TreeMap<>();
            for (SitePath path : former) {
                Row row = known.getOrDefault(path, new Row(path, null, "", null));
                ArticleId article = row.article();
                String reason = article == null ? null : withdrawn.apply(article);
                // of a withdrawn article not even the digest of its words is kept
                rows.put(path, reason == null ? row : new Row(path, article, "", null));
                gone.put(
                        path,
                        reason == null
                                ? new Content.Gone(false, null, target(row))
                                : new Content.Gone(true, reason.isBlank() ? null : reason, null));
            }
            return new FormerAddresses(gone, List.copyOf(rows.values()));
        }

        private Map<SitePath, Row> known(Set<SitePath> former) {
            Map<SitePath, Row> known = new HashMap<>();
            published.remembered().forEach(row -> known.put(row.url(), row));
            Set<SitePath> unknown = new HashSet<>(former);
            unknown.removeAll(known.keySet());
            unknown.removeIf(path -> Address.place(path).isEmpty());
            if (!unknown.isEmpty()) {
                published.articles(unknown).forEach(row -> known.putIfAbsent(row.url(), row));
            }
            return known;
        }

        private @Nullable SitePath target(Row row) {
            ArticleId article = row.article();
            if (article == null) {
                int guess = withHash(Address.place(row.url()));
                return guess >= 0 ? catalog.address(guess) : nearest(row.url(), standing);
            }
            int same = catalog.articleOrNone(article);
            if (same >= 0) {
                return catalog.address(same);
            }
            int alike = row.bodySha1().isEmpty() ? -1 : withWords(row.bodySha1());
            ArticleId kin = row.kin();
            int heir = alike >= 0 || kin == null ? alike : catalog.articleOrNone(kin);
            return heir < 0 ? null : catalog.page(catalog.storyOf(heir));
        }
    }

    /** The nearest index above the path that stands; null where not even the front page does. */
    private static @Nullable SitePath nearest(SitePath path, Set<SitePath> standing) {
        String folder = path.value();
        while (!folder.isEmpty()) {
            int slash = folder.lastIndexOf('/');
            folder = slash < 0 ? "" : folder.substring(0, slash);
            SitePath index = new SitePath(folder.isEmpty() ? INDEX : folder + "/" + INDEX);
            if (standing.contains(index)) {
                return index;
            }
        }
        return null;
    }

    /**
     * The file {@code _redirects} for the hosts that read one (Cloudflare Pages, Netlify): a line for each address that
     * leads on, by address, at most 2,000. Names are percent-encoded.
     *
     * @param base the path of the site on its host, {@code /} or {@code /archive/}
     */
    public String redirects(String base) {
        StringBuilder text = new StringBuilder();
        gone.entrySet().stream()
                .filter(page -> page.getValue().target() != null)
                .limit(MOST_REDIRECTS)
                .forEach(page -> text.append(base)
                        .append(encoded(page.getKey().value()))
                        .append(' ')
                        .append(base)
                        .append(encoded(String.valueOf(page.getValue().target())))
                        .append(" 301\n"));
        return text.toString();
    }

    private static String encoded(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/")
                .replace("%23", "#");
    }
}
