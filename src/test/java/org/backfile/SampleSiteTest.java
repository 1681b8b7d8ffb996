package org.backfile;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import nu.validator.client.EmbeddedValidator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The site of the sample archive, as a visitor and as a checker sees it. */
class SampleSiteTest {
    @Test
    void theCommittedSiteIsWhatABuildMakes() {
        SortedMap<String, byte[]> built = BuiltSites.sample().archive().files();
        SortedMap<String, byte[]> committed = Archive.files(Path.of("site-output"));

        assertThat(committed.keySet())
                .as("run ./backfile build and commit site-output")
                .isEqualTo(built.keySet());
        built.forEach((path, bytes) -> assertThat(committed.get(path)).as(path).isEqualTo(bytes));
    }

    @Test
    void everyLinkResolvesAndEveryPageIsReachedFromTheFront() throws IOException {
        Path site = BuiltSites.sample().output();
        Set<String> reached = new TreeSet<>(Set.of("index.html"));
        Deque<String> next = new ArrayDeque<>(reached);
        List<String> broken = new ArrayList<>();
        while (!next.isEmpty()) {
            String page = next.remove();
            Document html = Jsoup.parse(Files.readString(site.resolve(page)));
            for (var link : html.select("[href], [src]")) {
                String url = link.hasAttr("href") ? link.attr("href") : link.attr("src");
                if (url.matches("[a-z]+:.*")) {
                    continue;
                }
                String file = java.net.URLDecoder.decode(url.replaceFirst("[#?].*", ""), StandardCharsets.UTF_8);
                Path target = file.isEmpty()
                        ? site.resolve(page)
                        : site.resolve(page).resolveSibling(file).normalize();
                if (!Files.isRegularFile(target) || !anchorStands(target, url)) {
                    broken.add(page + " → " + url);
                } else if (target.toString().endsWith(".html")) {
                    String path = site.relativize(target).toString();
                    if (reached.add(path)) {
                        next.add(path);
                    }
                }
            }
        }
        Set<String> pages = new TreeSet<>(BuiltSites.sample().archive().files().keySet());
        pages.removeIf(path -> !path.endsWith(".html") || path.equals("404.html"));
        assertThat(broken).isEmpty();
        assertThat(reached).isEqualTo(pages);
    }

    private static boolean anchorStands(Path target, String url) throws IOException {
        int hash = url.indexOf('#');
        return hash < 0
                || hash == url.length() - 1
                || Jsoup.parse(Files.readString(target)).getElementById(url.substring(hash + 1)) != null;
    }

    @Test
    void theHtmlCheckerFindsNoError() throws Exception {
        List<String> errors = new ArrayList<>();
        for (Map.Entry<String, byte[]> file :
                BuiltSites.sample().archive().files().entrySet()) {
            if (file.getKey().endsWith(".html")) {
                EmbeddedValidator validator = new EmbeddedValidator();
                validator.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
                String found = validator.validate(new ByteArrayInputStream(file.getValue()));
                found.lines().filter(line -> line.contains("error:")).forEach(line -> errors.add(file.getKey() + line));
            }
        }
        assertThat(errors).isEmpty();
    }

    @Test
    @Tag(Browsers.TAG)
    void aVisitorWalksFromTheFrontPageToAStoryWithoutAServer() {
        Path site = BuiltSites.sample().output().toAbsolutePath();
        List<String> messages = new ArrayList<>();
        Set<String> outside = new HashSet<>();
        try (BrowserContext context = Browsers.chromium().newContext()) {
            Page page = context.newPage();
            page.onConsoleMessage(message -> messages.add(message.text()));
            page.onPageError(messages::add);
            page.onRequest(request -> {
                if (!request.url().startsWith(site.toUri().toString().replace("file:///", "file:///"))) {
                    outside.add(request.url());
                }
            });
            page.navigate(site.resolve("index.html").toUri().toString());
            page.locator("a[href*='/index.html'] >> visible=true").first().click();
            page.navigate(site.resolve("index.html").toUri().toString());
            page.locator("main h2 a, main h3 a, main li a[href$='.html']")
                    .first()
                    .click();

            assertThat(page.locator("article h1").count()
                            + page.locator("main h1").count())
                    .isPositive();
            assertThat(page.url()).contains(".html");
        }
        assertThat(messages).isEmpty();
        assertThat(outside).isEmpty();
    }

    @Test
    void theManifestNamesEveryFileWithItsDigest() throws Exception {
        SortedMap<String, byte[]> files = BuiltSites.sample().archive().files();
        String manifest = new String(files.remove("manifest-sha256.txt"), StandardCharsets.UTF_8);
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            byte[] digest = java.security.MessageDigest.getInstance("SHA-256").digest(file.getValue());
            String line = java.util.HexFormat.of().formatHex(digest) + "  " + file.getKey() + "\n";
            expected.write(line.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(manifest.lines().sorted().toList())
                .isEqualTo(expected.toString(StandardCharsets.UTF_8)
                        .lines()
                        .sorted()
                        .toList());
    }
}
