package org.backfile;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import nu.validator.client.EmbeddedValidator;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One page of each kind, as checkers, screen readers and narrow windows meet it. */
class EveryKindOfPageTest {
    private static final Path AXE = Path.of("node_modules/axe-core/axe.min.js");

    /** The rules of WCAG 2.2 A and AA, and axe's best practices. */
    private static final List<String> ALL =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** What a colour scheme can break. */
    private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");

    /** Gives a sentence for each violation. */
    private static final String VIOLATIONS = """
            async rules => {
              const found = await axe.run(document, { runOnly: rules });
              return found.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).slice(0, 3).join(', '));
            }""";

    /** A page of each kind that the site has, told by the class of its body; the one that says most of its kind. */
    private static Collection<String> onePageOfEachKind(Path site) {
        SortedMap<String, String> kinds = new TreeMap<>();
        SortedMap<String, Integer> sizes = new TreeMap<>();
        Archive.files(site).forEach((path, bytes) -> {
            if (path.endsWith(".html")) {
                String kind = Jsoup.parse(new String(bytes, StandardCharsets.UTF_8))
                        .body()
                        .className();
                if (sizes.merge(kind, bytes.length, Math::max) == bytes.length) {
                    kinds.put(kind, path);
                }
            }
        });
        return kinds.values();
    }

    private static List<String> violations(Path site, ColorScheme scheme, List<String> rules) throws IOException {
        Assumptions.assumeTrue(Files.exists(AXE), "needs npm's axe-core in " + AXE);
        List<String> violations = new ArrayList<>();
        Browser.NewContextOptions options =
                new Browser.NewContextOptions().setColorScheme(scheme).setBypassCSP(true);
        try (BrowserContext context = Browsers.chromium().newContext(options)) {
            Page page = context.newPage();
            for (String path : onePageOfEachKind(site)) {
                page.navigate(site.toAbsolutePath().resolve(path).toUri().toString());
                page.evaluate(Files.readString(AXE));
                for (Object violation : (List<?>) page.evaluate(VIOLATIONS, rules)) {
                    violations.add(scheme + " " + path + " " + violation);
                }
            }
        }
        return violations;
    }

    private static void assertAccessible(Path site) throws IOException {
        assertThat(violations(site, ColorScheme.LIGHT, ALL)).isEmpty();
        assertThat(violations(site, ColorScheme.DARK, COLOURS)).isEmpty();
    }

    @Test
    @Tag(Browsers.TAG)
    void isAccessibleFromLeftToRight() throws IOException {
        assertAccessible(BuiltSites.sample().output());
    }

    @Test
    @Tag(Browsers.TAG)
    void isAccessibleWhereTheSiteIsLaidOutByDays() throws IOException {
        assertAccessible(BuiltSites.sampleByDay().output());
    }

    @Test
    @Tag(Browsers.TAG)
    void isAccessibleFromRightToLeft() throws IOException {
        assertAccessible(BuiltSites.sampleIn("ar").output());
    }

    @Test
    @Tag(Browsers.TAG)
    void isAccessibleWithRealTexts() throws IOException {
        assertAccessible(BuiltSites.real("wikinews-ja").output());
        assertAccessible(BuiltSites.real("naughty").output());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar", "ja", "by day"})
    @Tag(Browsers.TAG)
    void fitsAWindowOf320PixelsAsThatOfAWindowOf1280AtFourfoldZoom(String kind) {
        BuiltSites.Site built = kind.equals("by day") ? BuiltSites.sampleByDay() : BuiltSites.sampleIn(kind);
        Path site = built.output().toAbsolutePath();
        List<String> tooWide = new ArrayList<>();
        Browser.NewContextOptions phone =
                new Browser.NewContextOptions().setViewportSize(320, 640).setReducedMotion(ReducedMotion.REDUCE);
        try (BrowserContext context = Browsers.chromium().newContext(phone)) {
            Page page = context.newPage();
            for (String path : onePageOfEachKind(site)) {
                page.navigate(site.resolve(path).toUri().toString());
                Object width = page.evaluate("document.documentElement.scrollWidth");
                if (((Number) width).intValue() > 320) {
                    tooWide.add(path + ": " + width);
                }
            }
        }
        assertThat(tooWide).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://archive.test/", "http://archive.test/some/where/"})
    @Tag(Browsers.TAG)
    void loadsFromADiskAServerAndAFolderOfAServerWithoutAWordOnTheConsole(String address) {
        Path site = BuiltSites.sample().output().toAbsolutePath();
        String base = address.isEmpty() ? site.toUri().toString() : address;
        List<String> heard = new ArrayList<>();
        try (BrowserContext context = Browsers.chromium().newContext()) {
            context.route(url -> url.startsWith("http:"), route -> serve(route, address, site));
            Page page = context.newPage();
            page.onConsoleMessage(message -> heard.add(page.url() + ": " + message.text()));
            page.onPageError(error -> heard.add(page.url() + ": " + error));
            page.onRequest(request -> {
                if (!request.url().startsWith(base)) {
                    heard.add(page.url() + " asks for " + request.url());
                }
            });
            for (String path : onePageOfEachKind(site)) {
                page.navigate(base + path);
            }
        }
        assertThat(heard).isEmpty();
    }

    private static void serve(Route route, String address, Path site) {
        String url = route.request().url();
        Path file = url.startsWith(address)
                ? site.resolve(URI.create(url.substring(address.length())).getPath())
                : site.resolve("elsewhere");
        if (file.getFileName().toString().equals("favicon.ico")) {
            route.fulfill(new Route.FulfillOptions().setStatus(204));
        } else if (Files.isRegularFile(file)) {
            route.fulfill(new Route.FulfillOptions().setPath(file));
        } else {
            route.fulfill(new Route.FulfillOptions().setStatus(404));
        }
    }

    @Test
    @Tag(Browsers.TAG)
    void showsOnPaperWhatAVersionFoldsOnTheScreen() {
        Path site = BuiltSites.sample().output().toAbsolutePath();
        String version = Archive.files(site).entrySet().stream()
                .filter(file -> file.getKey().endsWith(".html")
                        && new String(file.getValue(), StandardCharsets.UTF_8).contains("class=\"folded\""))
                .findFirst()
                .orElseThrow()
                .getKey();
        try (BrowserContext context = Browsers.chromium().newContext()) {
            Page page = context.newPage();
            page.navigate(site.resolve(version).toUri().toString());
            assertThat(page.locator(".folded").first().isVisible()).isFalse();
            page.locator("summary").first().click();
            assertThat(page.locator(".folded").first().isVisible()).isTrue();
            page.locator("summary").first().click();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.locator(".folded").first().isVisible()).isTrue();
        }
    }

    @Test
    void hasHtmlThatTheCheckerFindsNoErrorInWithRealTexts() throws Exception {
        for (String name : List.of("wikinews-ja", "naughty")) {
            Path site = BuiltSites.real(name).output();
            for (String path : onePageOfEachKind(site)) {
                assertThat(errors(Files.readAllBytes(site.resolve(path))))
                        .as(path)
                        .isEmpty();
            }
        }
    }

    @Test
    void hasHtmlThatTheCheckerFindsNoErrorInWhereTheSiteIsLaidOutByDays() throws Exception {
        Path site = BuiltSites.sampleByDay().output();
        Collection<String> pages = onePageOfEachKind(site);
        assertThat(pages).anyMatch(path -> path.matches("\\d{4}/\\d\\d/\\d\\d/index\\.html"));
        for (String path : pages) {
            assertThat(errors(Files.readAllBytes(site.resolve(path)))).as(path).isEmpty();
        }
    }

    @Test
    void hasAStyleSheetThatTheCheckerFindsNoErrorIn() throws Exception {
        for (String file : List.of("style.css", "404.css")) {
            String page = "<!doctype html><html lang=en><title>Styles</title><style>"
                    + Files.readString(Path.of("templates", file)) + "</style>";

            assertThat(errors(page.getBytes(StandardCharsets.UTF_8))).as(file).isEmpty();
        }
    }

    private static List<String> errors(byte[] html) throws Exception {
        EmbeddedValidator validator = new EmbeddedValidator();
        validator.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
        return validator
                .validate(new ByteArrayInputStream(html))
                .lines()
                .filter(line -> line.contains("error:"))
                .toList();
    }

    @Test
    void isListedInTheSampleSoThatNoneGoesUnchecked() {
        assertThat(onePageOfEachKind(BuiltSites.sample().output())).hasSizeGreaterThanOrEqualTo(18);
    }
}
