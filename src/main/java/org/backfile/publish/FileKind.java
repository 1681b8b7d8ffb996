package org.backfile.publish;

import java.util.Locale;
import java.util.Map;

/** What a file of a site is to a web server, told by its name. */
public final class FileKind {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("json", "application/json; charset=utf-8"),
            Map.entry("jsonl", "application/x-ndjson; charset=utf-8"),
            Map.entry("csv", "text/csv; charset=utf-8"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("xml", "application/xml; charset=utf-8"),
            Map.entry("atom", "application/atom+xml; charset=utf-8"),
            Map.entry("rss", "application/rss+xml; charset=utf-8"),
            Map.entry("svg", "image/svg+xml; charset=utf-8"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("gif", "image/gif"),
            Map.entry("webp", "image/webp"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("gz", "application/gzip"),
            Map.entry("zip", "application/zip"));

    private FileKind() {}

    /** The media type of the file, with its charset where it is text; {@code application/octet-stream} for others. */
    public static String mediaType(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(ending, "application/octet-stream");
    }

    /**
     * How long a cache may keep the file unasked. A shard of the search index is named by its content and never
     * changes; everything else may change with the next publication, and costs a reader one question.
     */
    public static String cacheControl(String path) {
        return isContentNamed(path) ? "public, max-age=31536000, immutable" : "public, max-age=0, must-revalidate";
    }

    /** Whether the name holds a hash of the content, so that other content would have another name. */
    public static boolean isContentNamed(String path) {
        return path.startsWith("search/") && hashLength(path) >= 8;
    }

    /** The length of the run of lower-case letters and digits before the last dot, if it has a digit, else 0. */
    private static int hashLength(String path) {
        int end = path.lastIndexOf('.');
        int start = end;
        boolean digit = false;
        while (start > 0 && isHashCharacter(path.charAt(start - 1))) {
            start--;
            digit |= Character.isDigit(path.charAt(start));
        }
        return digit ? end - start : 0;
    }

    private static boolean isHashCharacter(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
    }
}
