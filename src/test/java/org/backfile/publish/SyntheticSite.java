package org.backfile.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** A small site made by hand, for tests that need one before they need an archive. */
public final class SyntheticSite {
    private final Map<String, byte[]> files = new TreeMap<>();

    /** Two articles, a month's listing, an index of the search, and the data of both. */
    public static SyntheticSite clean() {
        return new SyntheticSite()
                .page(
                        "index.html",
                        "Harbour News",
                        "<a href=\"2014/12/index.html\">December</a> <a href=\"search.html\">Search</a>")
                .page("search.html", "Search", "<form action=\"search.html\"><input name=\"q\"></form>")
                .page("404.html", "Not found", "<p>Not found</p>")
                .page(
                        "2014/12/index.html",
                        "December 2014",
                        "<a href=\"30/storm-closes-harbour-k3f9x.html#p1\">Storm</a> <a href=\"31/caf%C3%A9-opens-aaaaa.html\">Café</a>")
                .page(
                        "2014/12/30/storm-closes-harbour-k3f9x.html",
                        "Storm closes harbour",
                        "<p id=\"p1\">Waves.</p><a href=\"../../../index.html\">Home</a> <a href=\"https://example.org/tide\">Tide</a>")
                .page("2014/12/31/café-opens-aaaaa.html", "Café opens", "<p>Coffee.</p>")
                .put("assets/style.css", "body { background: url(paper.png) }\n")
                .put("assets/paper.png", "not really a picture")
                .put("assets/site.js", "document.title;\n")
                .put("search/root.js", "root('a1b2c3d4');\n")
                .put("search/a1b2c3d4.js", "shard();\n")
                .put(".nojekyll", "")
                .put("robots.txt", "User-agent: *\nAllow: /\n")
                .put("data/articles/2014.jsonl", """
                        {"path":"a.txt","article":1,"url":"2014/12/30/storm-closes-harbour-k3f9x.html"}
                        {"path":"b.txt","article":1,"url":"2014/12/31/café-opens-aaaaa.html"}
                        """)
                .put("data/ledger/a.jsonl", """
                        {"path":"a.txt","lines":3,"pages":["2014/12/30/storm-closes-harbour-k3f9x.html"],"spans":[{"from":1,"to":1,"role":"headline","article":1},{"from":2,"to":3,"role":"body","article":1}]}
                        {"path":"b.txt","lines":2,"pages":["2014/12/31/café-opens-aaaaa.html"],"spans":[{"from":1,"to":1,"role":"headline","article":1},{"from":2,"to":2,"role":"body","article":1}]}
                        """);
    }

    /** Adds a page in the site's layout. */
    public SyntheticSite page(String path, String title, String body) {
        String up = "../".repeat((int) path.chars().filter(c -> c == '/').count());
        return put(path, """
                <!DOCTYPE html>
                <html lang="en">
                <head><meta charset="utf-8"><title>%s</title>
                <link rel="stylesheet" href="%sassets/style.css">
                <script src="%sassets/site.js" defer></script></head>
                <body>
                %s
                </body>
                </html>
                """.formatted(title, up, up, body));
    }

    /** Adds a file, or replaces it. */
    public SyntheticSite put(String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Replaces a part of a file. */
    public SyntheticSite replace(String path, String part, String by) {
        String text = new String(files.get(path), StandardCharsets.UTF_8);
        if (!text.contains(part)) {
            throw new IllegalArgumentException(path + " does not contain " + part);
        }
        return put(path, text.replace(part, by));
    }

    /** Takes a file out. */
    public SyntheticSite without(String path) {
        files.remove(path);
        return this;
    }

    /** The bytes of every file, without the manifest. */
    public Map<String, byte[]> files() {
        return files;
    }

    /** The manifest's text. */
    public String manifest() {
        StringBuilder text = new StringBuilder();
        files.forEach((path, bytes) ->
                text.append(sha256(bytes)).append("  ").append(path).append('\n'));
        return text.toString();
    }

    /** Writes the files and the manifest into {@code folder}; what else stands there stays. */
    public Path write(Path folder) {
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
            return Files.writeString(folder.resolve("manifest-sha256.txt"), manifest())
                    .getParent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The SHA-256 in hexadecimal digits. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
