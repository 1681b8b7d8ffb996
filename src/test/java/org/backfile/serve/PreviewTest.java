package org.backfile.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.backfile.publish.SyntheticSite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreviewTest {
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final BlockingQueue<Optional<String>> builds = new LinkedBlockingQueue<>();
    private final Semaphore mayGoOn = new Semaphore(0);

    @TempDir
    Path folder;

    private Path site;
    private Path articles;
    private Preview preview;

    @BeforeEach
    void start() throws IOException, PreviewFailure {
        site = SyntheticSite.clean().write(folder.resolve("site-output"));
        articles = Files.createDirectories(folder.resolve("articles"));
        Files.writeString(folder.resolve("secret.txt"), "secret");
        preview = start("/");
    }

    /**
     * A preview whose build writes what articles/a.txt says into robots.txt, and fails where it says "fail". If somebody
     * has the front page open, it gives that at once and goes on when it may.
     */
    private Preview start(String base) throws PreviewFailure {
        return Preview.start(
                new PreviewSettings(site, "127.0.0.1", 0, base, List.of(articles, folder.resolve("backfile.yaml"))),
                awaited -> {
                    try {
                        Path article = articles.resolve("a.txt");
                        String text = Files.exists(article) ? Files.readString(article) : "nothing";
                        if (text.equals("fail")) {
                            return Optional.of("templates/story.ftl:3:1: no such field\n– mend it");
                        }
                        if (awaited.containsKey("index.html")) {
                            awaited.get("index.html").accept(("Front page: " + text).getBytes(StandardCharsets.UTF_8));
                            mayGoOn.acquire();
                        }
                        Files.writeString(site.resolve("robots.txt"), text);
                        return Optional.empty();
                    } catch (IOException | InterruptedException e) {
                        return Optional.of(e.toString());
                    }
                },
                builds::add);
    }

    @AfterEach
    void stop() {
        preview.close();
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(preview.address() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void aPageIsServedWithTheReloadingScriptThatItDoesNotHaveOnDisk() throws Exception {
        HttpResponse<String> page = get("index.html");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("content-type")).hasValue("text/html; charset=utf-8");
        assertThat(page.body())
                .isEqualTo(Files.readString(site.resolve("index.html"))
                        + "<script src=\"/.backfile/reload.js?1\"></script>\n");
        assertThat(get(".backfile/reload.js").body()).contains("EventSource");
    }

    @Test
    void aFolderLeadsToItsIndex() throws Exception {
        assertThat(get("").body()).contains("Harbour News");
        assertThat(get("2014/12/").body()).contains("December 2014");
        assertThat(get("2014/12").headers().firstValue("location")).hasValue("/2014/12/");
    }

    @Test
    void namesInOtherLettersAreFound() throws Exception {
        assertThat(get("2014/12/31/caf%C3%A9-opens-aaaaa.html").body()).contains("Coffee");
    }

    @Test
    void whatIsNotThereGetsTheSitesOwnPage() throws Exception {
        HttpResponse<String> page = get("nowhere/at/all.html");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("<p>Not found</p>").contains("reload.js");
    }

    @Test
    void aSiteWithoutSuchAPageGetsASentence() throws Exception {
        Files.delete(site.resolve("404.html"));

        assertThat(get("nowhere.html").body()).startsWith("there is no such page");
    }

    @Test
    void aPartOfAFileIsServed() throws Exception {
        HttpResponse<String> part = get("assets/site.js", "Range", "bytes=0-7");

        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("document");
        assertThat(part.headers().firstValue("content-range")).hasValue("bytes 0-7/16");
        assertThat(get("assets/site.js", "Range", "bytes=99-").statusCode()).isEqualTo(416);
        assertThat(get("assets/site.js").headers().firstValue("content-type"))
                .hasValue("text/javascript; charset=utf-8");
        assertThat(get(".nojekyll").body()).isEmpty();
    }

    @Test
    void headHasTheHeadersAndNoBody() throws Exception {
        for (String path : List.of("index.html", "assets/site.js", ".backfile/events")) {
            HttpRequest head = HttpRequest.newBuilder(URI.create(preview.address() + path))
                    .method("HEAD", HttpRequest.BodyPublishers.noBody())
                    .build();

            HttpResponse<String> response = http.send(head, BodyHandlers.ofString());

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).isEmpty();
        }
    }

    @Test
    void nothingCanBeSentToIt() throws Exception {
        HttpRequest post = HttpRequest.newBuilder(preview.address())
                .POST(HttpRequest.BodyPublishers.ofString("x"))
                .build();

        HttpResponse<String> response = http.send(post, BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("allow")).hasValue("GET, HEAD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../secret.txt",
                "/%2e%2e/secret.txt",
                "/assets/../../secret.txt",
                "/..%2fsecret.txt",
                "/..\\secret.txt",
                "/%5c..%5csecret.txt",
                "/link/secret.txt",
                "//secret.txt",
                "/secret%00.txt"
            })
    void noPathLeadsOutOfTheSite(String path) throws Exception {
        Files.createSymbolicLink(site.resolve("link"), folder);

        String answer = raw("GET " + path + " HTTP/1.0\r\nHost: localhost\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("secret");
    }

    @Test
    void aForeignNameForThisMachineIsRefused() throws Exception {
        assertThat(raw("GET / HTTP/1.0\r\nHost: evil.example\r\n\r\n")).startsWith("HTTP/1.1 403");
        assertThat(raw("GET / HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.1 403");
        assertThat(raw("GET / HTTP/1.0\r\nHost: [::1]:80\r\n\r\n")).startsWith("HTTP/1.1 200");
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", preview.address().getPort());
                OutputStream out = socket.getOutputStream();
                InputStream in = socket.getInputStream()) {
            socket.setSoTimeout(10_000);
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aSubPathHoldsTheWholeSite() throws Exception {
        preview.close();
        preview = start("/archive/");

        assertThat(preview.address().getPath()).isEqualTo("/archive/");
        assertThat(get("index.html").body()).contains("src=\"/archive/.backfile/reload.js?1\"");
        assertThat(raw("GET / HTTP/1.0\r\nHost: localhost\r\n\r\n")).contains("Location: /archive/");
        assertThat(raw("GET /index.html HTTP/1.0\r\nHost: localhost\r\n\r\n")).startsWith("HTTP/1.1 404");
    }

    @Test
    void aChangeIsBuiltAndOpenPagesHearOfItAndOfFailures() throws Exception {
        assertThat(builds.take()).isEmpty();
        BlockingQueue<String> events = events("1/robots.txt");
        assertThat(next(events)).isEqualTo(": hello");

        Files.writeString(articles.resolve("a.txt"), "news");
        assertThat(next(events)).isEqualTo("event: built");
        assertThat(get("robots.txt").body()).isEqualTo("news");

        Files.createDirectories(articles.resolve("deep"));
        Files.writeString(articles.resolve("a.txt"), "fail");
        assertThat(until(events, "event: failed")).isTrue();
        assertThat(next(events)).isEqualTo("data: templates/story.ftl:3:1: no such field");
        assertThat(next(events)).isEqualTo("data: – mend it");
        assertThat(get("robots.txt").body()).isEqualTo("news");
        assertThat(until(events("1/robots.txt"), "event: failed"))
                .as("a page that begins to listen now")
                .isTrue();

        Files.writeString(articles.resolve("a.txt"), "mended");
        assertThat(until(events, "event: built")).isTrue();
        assertThat(get("robots.txt").body()).isEqualTo("mended");
    }

    @Test
    void thePageThatIsOpenIsShownBeforeTheRestIsBuiltAndNotReloadedAgain() throws Exception {
        assertThat(builds.take()).isEmpty();
        get("");
        BlockingQueue<String> events = events("1/index.html");
        BlockingQueue<String> others = events("1/robots.txt");
        assertThat(next(events)).isEqualTo(": hello");
        assertThat(next(others)).isEqualTo(": hello");

        Files.writeString(articles.resolve("a.txt"), "news");
        assertThat(next(events)).isEqualTo("event: built");
        assertThat(get("").body()).startsWith("Front page: news").contains("reload.js");
        BlockingQueue<String> reloaded = events("2/");
        assertThat(next(reloaded)).isEqualTo(": hello");
        assertThat(others).isEmpty();

        mayGoOn.release();
        assertThat(next(others)).isEqualTo("event: built");
        assertThat(get("index.html").body()).contains("Harbour News");
        assertThat(reloaded).isEmpty();
    }

    @Test
    void aSettingsFileThatAppearsCausesABuild() throws Exception {
        assertThat(builds.take()).isEmpty();

        Files.writeString(folder.resolve("backfile.yaml"), "title: Harbour");

        assertThat(builds.poll(20, TimeUnit.SECONDS)).isEqualTo(Optional.empty());
    }

    @Test
    void aFileInANewFolderCausesABuild() throws Exception {
        assertThat(builds.take()).isEmpty();
        Path deep = Files.createDirectories(articles.resolve("1911/12"));
        Files.writeString(deep.resolve("x.txt"), "x");
        assertThat(builds.poll(20, TimeUnit.SECONDS)).isNotNull();
        builds.clear();

        Files.writeString(deep.resolve("y.txt"), "y");

        assertThat(builds.poll(20, TimeUnit.SECONDS)).isNotNull();
    }

    /** What a page at this path is told. */
    private BlockingQueue<String> events(String path) {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        Thread reader = new Thread(() -> {
            try (InputStream in = preview.address()
                            .resolve("/.backfile/events?" + path)
                            .toURL()
                            .openStream();
                    BufferedReader text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                for (String line = text.readLine(); line != null; line = text.readLine()) {
                    if (!line.isEmpty()) {
                        lines.add(line);
                    }
                }
            } catch (IOException e) {
                lines.add("closed");
            }
        });
        reader.setDaemon(true);
        reader.start();
        return lines;
    }

    private static String next(BlockingQueue<String> events) throws InterruptedException {
        return String.valueOf(events.poll(20, TimeUnit.SECONDS));
    }

    private static boolean until(BlockingQueue<String> events, String wanted) throws InterruptedException {
        for (int i = 0; i < 20; i++) {
            if (next(events).equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void aTakenPortAndAForeignHostAreSentences() {
        PreviewSettings taken =
                new PreviewSettings(site, "127.0.0.1", preview.address().getPort(), "/", List.of());
        PreviewSettings foreign = new PreviewSettings(site, "no.such.host.invalid", 0, "/", List.of());

        assertThatThrownBy(() -> Preview.start(taken, awaited -> Optional.empty(), failure -> {}))
                .isInstanceOf(PreviewFailure.class)
                .hasMessageContaining("is taken");
        assertThatThrownBy(() -> Preview.start(foreign, awaited -> Optional.empty(), failure -> {}))
                .isInstanceOf(PreviewFailure.class)
                .hasMessageContaining("is no name of this machine");
    }

    @Test
    void aPreviewKnowsWhetherOthersCanSeeIt() throws PreviewFailure {
        assertThat(preview.onlyHere()).isTrue();
        PreviewSettings everywhere = new PreviewSettings(site, "0.0.0.0", 0, "/", List.of());
        try (Preview open = Preview.start(everywhere, awaited -> Optional.empty(), failure -> {})) {
            assertThat(open.onlyHere()).isFalse();
        }
    }
}
