package org.backfile.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.backfile.page.SitePath;
import org.jspecify.annotations.Nullable;

/** Files that a site may carry for its host beside what readers see: headers, and compressed twins of its texts. */
final class HostFiles {
    /** Where hosts look for the headers. */
    static final SitePath HEADERS = new SitePath("_headers");

    /** Where hosts look for redirects. */
    static final SitePath REDIRECTS = new SitePath("_redirects");

    private static final Set<String> TEXTS =
            Set.of("html", "css", "js", "json", "jsonl", "csv", "txt", "xml", "atom", "rss", "svg");

    private static final int LEAST_BYTES = 512;
    private static final int LONGEST_PATH = 200;
    private static final String HEX_DIGITS = "0123456789abcdef";

    private HostFiles() {}

    /**
     * The file {@code _headers} for the hosts that read one (Cloudflare Pages, Netlify). Shards of the search are named by
     * their content and may be kept for ever; their names begin with a hexadecimal digit, which the root's does not, so
     * that no two rules meet.
     */
    static String headers() {
        StringBuilder text = new StringBuilder();
        rule(text, "/*", "X-Content-Type-Options: nosniff", "Referrer-Policy: same-origin");
        for (int i = 0; i < HEX_DIGITS.length(); i++) {
            rule(text, "/search/" + HEX_DIGITS.charAt(i) + "*", "Cache-Control: public, max-age=31536000, immutable");
        }
        rule(text, "/data/*.jsonl", "Content-Type: application/x-ndjson; charset=utf-8");
        rule(text, "/data/*.csv", "Content-Type: text/csv; charset=utf-8");
        rule(text, "/feed.atom", "Content-Type: application/atom+xml; charset=utf-8");
        rule(text, "/feed.rss", "Content-Type: application/rss+xml; charset=utf-8");
        return text.toString();
    }

    private static void rule(StringBuilder text, String path, String... headers) {
        text.append(path).append('\n');
        for (String header : headers) {
            text.append("  ").append(header).append('\n');
        }
    }

    /** The place of a file's compressed twin; null where a file of that name has none. */
    static @Nullable SitePath twin(SitePath path) {
        String ending = path.value().substring(path.value().lastIndexOf('.') + 1);
        boolean fits = TEXTS.contains(ending) && path.value().length() + 3 <= LONGEST_PATH;
        return fits && !path.equals(Manifest.PATH) ? new SitePath(path.value() + ".gz") : null;
    }

    /**
     * The bytes in gzip format, without time or name; null where that would spare less than a tenth. The same Java gives
     * the same bytes; another one may pack them otherwise, since each brings its own zlib.
     */
    static byte @Nullable [] gzip(byte[] bytes) {
        if (bytes.length < LEAST_BYTES) {
            return null;
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 3);
        try (GZIPOutputStream gzip = new BestGzip(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can't fail to be written", e);
        }
        byte[] result = packed.toByteArray();
        return result.length <= bytes.length / 10 * 9 ? result : null;
    }

    private static final class BestGzip extends GZIPOutputStream {
        BestGzip(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
