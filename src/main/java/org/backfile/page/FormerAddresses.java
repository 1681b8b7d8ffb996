package org.backfile.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the addresses that were published once and show nothing now, so that a reader's link never dies.
 *
 * <p>An address leads on to the same article of the same file; else to an article with the same words, as when a file was
 * renamed; else it says that the article was withdrawn or is no longer in the archive. The address of a listing leads to
 * the nearest listing above it. What is known of such an address has to be handed in again at the next build, since the
 * data files no longer tell it: {@link #rows}.
 *
 * @param gone what stands at each of them, by address
 * @param rows what must be remembered of them, by address
 */
public record FormerAddresses(SortedMap<SitePath, Content.Gone> gone, List<Row> rows) {
    private static final String INDEX = "index.html";

    public FormerAddresses {
        gone = new TreeMap<>(gone);
        rows = List.copyOf(rows);
    }

    /**
     * An article and its address, as a line of the data files tells it.
     *
     * @param path of its file in the sources
     * @param article from 1 within the file
     * @param bodySha1 the digest of its words
     */
    public record Row(SitePath url, String path, int article, String bodySha1) {}

    /**
     * The former addresses of a site. Linear in its arguments.
     *
     * @param published the files of the earlier manifest
     * @param before the articles of the earlier build, and the rows that it remembered
     * @param now the articles of this build
     * @param standing the pages of this build
     * @param withdrawn what the owner says of the files whose articles were withdrawn, by their path; empty where nothing
     */
    public static FormerAddresses of(
            Collection<SitePath> published,
            Collection<Row> before,
            Collection<Row> now,
            Set<SitePath> standing,
            Map<String, String> withdrawn) {
        Map<SitePath, Row> known = new HashMap<>();
        before.forEach(row -> known.put(row.url(), row));
        Map<String, SitePath> byPlace = new HashMap<>();
        Map<String, SitePath> byWords = new HashMap<>();
        for (Row row : now) {
            byPlace.put(place(row), row.url());
            byWords.merge(row.bodySha1(), row.url(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
        }
        SortedMap<SitePath, Content.Gone> gone = new TreeMap<>();
        SortedMap<SitePath, Row> remembered = new TreeMap<>();
        for (SitePath path : new TreeSet<>(published)) {
            if (!path.value().endsWith(".html") || standing.contains(path)) {
                continue;
            }
            Row row = known.get(path);
            if (row == null) {
                gone.put(path, new Content.Gone(false, null, nearest(path, standing)));
                continue;
            }
            remembered.put(path, row);
            gone.put(path, gone(row, byPlace.get(place(row)), byWords.get(row.bodySha1()), withdrawn));
        }
        return new FormerAddresses(gone, List.copyOf(remembered.values()));
    }

    private static Content.Gone gone(
            Row row, @Nullable SitePath same, @Nullable SitePath alike, Map<String, String> withdrawn) {
        String reason = withdrawn.get(row.path());
        if (reason != null) {
            return new Content.Gone(true, reason.isBlank() ? null : reason, null);
        }
        return new Content.Gone(false, null, same != null ? same : alike);
    }

    private static String place(Row row) {
        return row.path() + "\0" + row.article();
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
     * leads on, by address. Names are percent-encoded.
     *
     * @param base the path of the site on its host, {@code /} or {@code /archive/}
     */
    public String redirects(String base) {
        StringBuilder text = new StringBuilder();
        gone.forEach((path, page) -> {
            SitePath target = page.target();
            if (target != null) {
                text.append(base).append(encoded(path)).append(' ');
                text.append(base).append(encoded(target)).append(" 301\n");
            }
        });
        return text.toString();
    }

    private static String encoded(SitePath path) {
        return URLEncoder.encode(path.value(), StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }
}
