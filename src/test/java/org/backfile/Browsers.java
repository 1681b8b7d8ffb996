package org.backfile;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * The browsers of this machine. A test that asks for one that is not there is skipped and says why; with
 * {@code -Dbackfile.browser=require} it fails. Tests that use a browser are tagged {@value #TAG}.
 *
 * <p>Chromium is driven by Playwright, whose driver is npm's {@code playwright-core} in the folder that the system
 * property {@code playwright.cli.dir} names ({@code npm install --no-save playwright-core@1.65.1}). Not thread-safe.
 */
public final class Browsers {
    /** The tag of tests that use a browser. */
    public static final String TAG = "browser";

    private static Optional<Browser> chromium = Optional.empty();

    private Browsers() {}

    /** Chromium without a window, one for all tests of this run: open a context of your own and close it. */
    public static Browser chromium() {
        if (chromium.isEmpty()) {
            Path program = program("Chromium", "chromium", "chromium-browser", "google-chrome");
            useDriver(Path.of(System.getProperty("playwright.cli.dir", "node_modules/playwright-core")));
            Path node = program("Node.js", "node");
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_NODEJS_PATH", node.toString())));
            Browser browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(program)
                            .setArgs(List.of("--no-sandbox", "--disable-gpu")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            chromium = Optional.of(browser);
        }
        return chromium.orElseThrow();
    }

    /** Playwright's own bundle has the package in a folder "package": a link gives it that look. */
    private static void useDriver(Path npmPackage) {
        need(Files.exists(npmPackage.resolve("cli.js")), "npm's playwright-core in " + npmPackage);
        try {
            Path bundle = Files.createTempDirectory("playwright");
            Path link = Files.createSymbolicLink(bundle.resolve("package"), npmPackage.toAbsolutePath());
            link.toFile().deleteOnExit();
            System.setProperty("playwright.cli.dir", bundle.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where Firefox is; its tests talk to it by WebDriver BiDi, for Playwright needs a Firefox of its own. */
    public static Path firefox() {
        return program("Firefox", "firefox-esr", "firefox");
    }

    private static Path program(String name, String... commands) {
        for (String command : commands) {
            for (String folder : System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator, -1)) {
                Path path = Path.of(folder, command);
                if (Files.isExecutable(path)) {
                    return path;
                }
            }
        }
        need(false, name);
        throw new AssertionError("unreachable");
    }

    private static void need(boolean there, String what) {
        if (!there && "require".equals(System.getProperty("backfile.browser"))) {
            Assertions.fail("-Dbackfile.browser=require needs " + what);
        }
        Assumptions.assumeTrue(there, "needs " + what);
    }
}
