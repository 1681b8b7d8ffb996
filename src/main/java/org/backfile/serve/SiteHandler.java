package org.backfile.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.backfile.publish.FileKind;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests for the files of a site. Pages get one script more than they have on disk, which reloads them after a
 * build. Nothing outside the folder of the site is ever read. Thread-safe.
 */
final class SiteHandler implements HttpHandler {
    private static final String OWN = ".backfile/";
    private static final String EVENTS = OWN + "events";
    private static final String SCRIPT = OWN + "reload.js";

    private static final Pattern LISTENER = Pattern.compile("(\\d{1,9})(/.*)");

    private final Path site;
    private final String base;
    private final OpenPages pages;
    private final boolean loopback;

    /**
     * A handler for a site.
     *
     * @param loopback whether to answer only those who ask for this machine by a local name, so that no foreign web page
     *     can read the preview by a name that it makes lead here
     */
    SiteHandler(Path site, String base, OpenPages pages, boolean loopback) {
        this.site = site.toAbsolutePath().normalize();
        this.base = base;
        this.pages = pages;
        this.loopback = loopback;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            String method = exchange.getRequestMethod();
            if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                text(exchange, 405, "only GET and HEAD");
            } else if (loopback && !isLocal(exchange.getRequestHeaders().getFirst("Host"))) {
                text(exchange, 403, "this preview answers to 127.0.0.1 and localhost only");
            } else {
                answer(exchange, exchange.getRequestURI());
            }
        }
    }

    private static boolean isLocal(@Nullable String host) {
        String name = host == null ? "" : host.toLowerCase(Locale.ROOT);
        int colon = name.lastIndexOf(':');
        String bare = colon > name.lastIndexOf(']') ? name.substring(0, colon) : name;
        return bare.equals("localhost") || bare.equals("[::1]") || bare.startsWith("127.");
    }

    private void answer(HttpExchange exchange, URI uri) throws IOException {
        String path = uri.getPath();
        if (path == null || !path.startsWith(base)) {
            if (path != null && base.startsWith(path.endsWith("/") ? path : path + "/")) {
                redirect(exchange, base);
            } else {
                text(exchange, 404, "the site is at " + base);
            }
            return;
        }
        String inside = path.substring(base.length());
        if (inside.equals(SCRIPT)) {
            bytes(exchange, 200, FileKind.mediaType(SCRIPT), reloadScript());
        } else if (inside.equals(EVENTS)) {
            events(exchange, uri.getQuery());
        } else {
            file(exchange, uri, inside);
        }
    }

    private void file(HttpExchange exchange, URI uri, String inside) throws IOException {
        String path = inside;
        Path file = place(path);
        if (file != null && Files.isDirectory(file)) {
            if (!inside.isEmpty() && !inside.endsWith("/")) {
                redirect(exchange, uri.getRawPath() + "/");
                return;
            }
            path = inside + "index.html";
            file = place(path);
        }
        OpenPages.Shown shown = pages.served(path);
        byte[] ahead = shown.ahead();
        if (ahead != null) {
            String type = FileKind.mediaType(path);
            bytes(exchange, 200, type, path.endsWith(".html") ? withScript(ahead, shown.build()) : ahead);
        } else if (file == null || !Files.isRegularFile(file)) {
            notFound(exchange, shown.build());
        } else if (file.toString().endsWith(".html")) {
            byte[] page = Files.readAllBytes(file);
            bytes(exchange, 200, FileKind.mediaType("x.html"), withScript(page, shown.build()));
        } else {
            ranged(exchange, file);
        }
    }

    /** The file at a decoded path; null where it would lie outside the site, symbolic links followed. */
    private @Nullable Path place(String inside) {
        if (inside.indexOf('\0') >= 0 || inside.indexOf('\\') >= 0 || ("/" + inside + "/").contains("/../")) {
            return null;
        }
        try {
            Path file = site.resolve("./" + inside).normalize();
            return file.startsWith(site)
                            && Files.exists(file)
                            && file.toRealPath().startsWith(site.toRealPath())
                    ? file
                    : null;
        } catch (InvalidPathException | IOException e) {
            return null; // no name of a file
        }
    }

    /** Answers with a file or, as players of sound and tools that go on with a download ask, a part of it. */
    private static void ranged(HttpExchange exchange, Path file) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        long size = Files.size(file);
        headers.set("Content-Type", FileKind.mediaType(file.toString()));
        headers.set("Accept-Ranges", "bytes");
        ByteRange range = ByteRange.of(exchange.getRequestHeaders().getFirst("Range"), size);
        if (range.isOutside()) {
            headers.set("Content-Range", "bytes */" + size);
            exchange.sendResponseHeaders(416, -1);
            return;
        }
        boolean part = range.length() < size;
        if (part) {
            headers.set("Content-Range", "bytes " + range.first() + "-" + range.last() + "/" + size);
        }
        if (exchange.getRequestMethod().equals("HEAD")) {
            headers.set("Content-Length", String.valueOf(range.length()));
            exchange.sendResponseHeaders(part ? 206 : 200, -1);
            return;
        }
        exchange.sendResponseHeaders(part ? 206 : 200, range.length() == 0 ? -1 : range.length());
        try (InputStream in = Files.newInputStream(file);
                OutputStream out = exchange.getResponseBody()) {
            in.skipNBytes(range.first());
            copy(in, out, range.length());
        }
    }

    private static void copy(InputStream in, OutputStream out, long length) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long left = length;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                return; // the file was made shorter meanwhile
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }

    private void notFound(HttpExchange exchange, long build) throws IOException {
        Path page = place("404.html");
        if (page == null) {
            text(exchange, 404, "there is no such page, and the site has no 404.html yet");
        } else {
            bytes(exchange, 404, FileKind.mediaType("404.html"), withScript(Files.readAllBytes(page), build));
        }
    }

    /** The page with the preview's script at its end, where browsers take it wherever the markup stops. */
    private byte[] withScript(byte[] page, long build) {
        byte[] script =
                ("<script src=\"" + base + SCRIPT + "?" + build + "\"></script>\n").getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(page, page.length + script.length);
        System.arraycopy(script, 0, all, page.length, script.length);
        return all;
    }

    private static byte[] reloadScript() throws IOException {
        try (InputStream script = SiteHandler.class.getResourceAsStream("reload.js")) {
            if (script == null) {
                throw new IOException("the program lacks its file reload.js");
            }
            return script.readAllBytes();
        }
    }

    /** @param page the build that the page is from and, as the browser has it, its path: {@code 7/archive/index.html} */
    private void events(HttpExchange exchange, @Nullable String page) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        exchange.sendResponseHeaders(200, 0);
        Matcher listener = LISTENER.matcher(page == null ? "" : page);
        long build = listener.matches() ? Long.parseLong(listener.group(1)) : 0;
        String path = listener.matches() ? listener.group(2) : "";
        String inside = path.startsWith(base) ? path.substring(base.length()) : "";
        pages.tell(
                inside.isEmpty() || inside.endsWith("/") ? inside + "index.html" : inside,
                build,
                exchange.getResponseBody());
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(302, -1);
    }

    private static void text(HttpExchange exchange, int status, String sentence) throws IOException {
        bytes(exchange, status, "text/plain; charset=utf-8", (sentence + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void bytes(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(body.length));
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
