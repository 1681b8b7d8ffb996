package org.backfile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.backfile.cli.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody works on an archive with the preview open beside the editor, and never reloads by hand. */
@Tag(Browsers.TAG)
class PreviewBrowserTest {
    private static final Pattern ADDRESS = Pattern.compile("the site is at (http\\S+/)");
    private static final String FOG = "Herring boats stay in port\n\n3 February 1988\n\nNo boat left the harbour.\n";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Archive archive;
    private Thread serving;
    private BrowserContext context;

    @BeforeEach
    void serve() throws Exception {
        context = Browsers.chromium().newContext();
        archive = new Archive(folder).with("fog.txt", FOG).file("backfile.yaml", "title: The Tidings\n");
        Files.createDirectories(folder.resolve("templates"));
        String[] command = {
            "serve",
            folder.resolve("articles").toString(),
            "-o",
            archive.site().toString(),
            "--templates",
            folder.resolve("templates").toString(),
            "--config",
            folder.resolve("backfile.yaml").toString(),
            "--port",
            "0",
            "--base",
            "/archive/"
        };
        serving = new Thread(() -> Main.run(
                command, InputStream.nullInputStream(), new PrintWriter(out, true), new PrintWriter(err, true)));
        serving.start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (context != null) {
            context.close();
        }
        if (serving != null) {
            serving.interrupt();
            serving.join(20_000);
        }
    }

    private String address() throws InterruptedException {
        for (int i = 0; i < 1_200; i++) {
            Matcher found = ADDRESS.matcher(out.toString());
            if (found.find()) {
                return found.group(1);
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the preview did not start: " + out + err);
    }

    private static LocatorAssertions.ContainsTextOptions patiently() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);
    }

    @Test
    void editsAppearAndABrokenTemplateIsShownUntilItIsMended() throws Exception {
        Page page = context.newPage();
        page.navigate(address() + "index.html");
        page.click("text=Herring boats stay in port");
        assertThat(page.locator("article")).containsText("No boat left the harbour");

        archive.with("fog.txt", FOG.replace("No boat", "Not one boat"));
        assertThat(page.locator("article")).containsText("Not one boat left the harbour", patiently());

        Path template = folder.resolve("templates/story.ftlh");
        String story = Files.readString(Path.of("templates/story.ftlh"));
        Files.writeString(template, story.replace("</article>", "<p>Looked at by the editor</p></article>"));
        assertThat(page.locator("article")).containsText("Looked at by the editor", patiently());

        Files.writeString(template, story.replace("</article>", "${no.such.thing}</article>"));
        assertThat(page.locator("#backfile-failure")).containsText("story.ftlh", patiently());
        assertThat(page.locator("article")).containsText("Looked at by the editor");

        Files.writeString(template, story);
        assertThat(page.locator("#backfile-failure"))
                .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(60_000));
        assertThat(page.locator("article")).not().containsText("Looked at by the editor", patiently());
        assertThat(onlyThePreviewReloads()).isTrue();
    }

    private boolean onlyThePreviewReloads() throws IOException {
        return !Files.readString(archive.site().resolve("index.html")).contains("reload.js");
    }
}
