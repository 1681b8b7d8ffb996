package org.backfile.search;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.backfile.page.Archive;
import org.backfile.page.Archive.Draft;
import org.backfile.page.Page;
import org.backfile.page.PageSettings;
import org.backfile.page.SitePath;
import org.backfile.page.SitePlan;
import org.backfile.render.Renderer;
import org.backfile.render.SitePictures;

/** A site of a search page, its index and plain pages of the documents, in a folder; on demand behind a server. */
final class SearchSite implements AutoCloseable {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");

    private final Path folder;
    private final HttpServer server;

    SearchSite(Path folder, List<SearchDocument> documents) throws IOException {
        this.folder = folder;
        IndexFolder.of(folder, documents);
        writeSearchPage(folder);
        for (SearchDocument document : documents) {
            String text = String.join(
                    "</p><p>",
                    document.paragraphs().stream().map(SearchSite::escaped).toList());
            write(
                    folder,
                    document.url(),
                    ("<!doctype html><meta charset=utf-8><title>Article</title><p>" + text)
                            .getBytes(StandardCharsets.UTF_8));
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/", exchange -> serve(exchange, exchange.getRequestURI().getPath()));
        server.createContext(
                "/papers/old/",
                exchange -> serve(exchange, exchange.getRequestURI().getPath().substring("/papers/old".length())));
        server.start();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    /** Writes a search page with its script and style into a folder that has an index. */
    static void writeSearchPage(Path folder) throws IOException {
        PageSettings settings = PageSettings.titled("The Lantern");
        Archive archive = new Archive().add(Draft.of("a.txt", "Storm", "2014-12-30"));
        SitePlan plan = archive.plan(settings);
        Renderer renderer = new Renderer(settings, plan.shelves(), name -> null, SitePictures.NONE);
        for (Page page : plan.pages()) {
            if (page.path().value().equals("search.html")) {
                write(folder, page.path(), renderer.render(page, archive::article));
            }
        }
        for (var asset : renderer.assets().entrySet()) {
            write(folder, asset.getKey(), asset.getValue());
        }
    }

    private static void write(Path folder, SitePath path, byte[] bytes) throws IOException {
        Path file = folder.resolve(path.value());
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private void serve(HttpExchange exchange, String path) throws IOException {
        Path file = folder.resolve(path.substring(1));
        try (exchange) {
            if (!Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            byte[] bytes = Files.readAllBytes(file);
            exchange.getResponseHeaders()
                    .set(
                            "Content-Type",
                            path.endsWith(".js")
                                    ? "text/javascript"
                                    : path.endsWith(".css") ? "text/css" : "text/html");
            String wanted = exchange.getRequestHeaders().getFirst("Range");
            Matcher range = RANGE.matcher(wanted == null ? "" : wanted);
            boolean part = range.matches();
            byte[] sent = part
                    ? Arrays.copyOfRange(bytes, Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)) + 1)
                    : bytes;
            exchange.sendResponseHeaders(part ? 206 : 200, sent.length);
            exchange.getResponseBody().write(sent);
        }
    }

    /** Where the site is: on the disk, at a server's root, and below a path of it. */
    List<String> addresses() {
        String host = "http://127.0.0.1:" + server.getAddress().getPort();
        return List.of(folder.toUri().toString(), host + "/", host + "/papers/old/");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
