package org.backfile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ServeCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private CommandLine command() {
        return new CommandLine(new ServeCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
    }

    private String[] arguments(String... more) throws IOException {
        Path articles = Files.createDirectories(folder.resolve("articles"));
        Files.writeString(
                articles.resolve("storm.txt"), "Storm closes harbour\n\n30 December 2014\n\nWaves came in.\n");
        Path config = Files.writeString(folder.resolve("backfile.yaml"), "title: Harbour News\n");
        String[] args = {
            articles.toString(),
            "-o",
            folder.resolve("out").toString(),
            "--config",
            config.toString(),
            "--templates",
            folder.resolve("templates").toString(),
            "--port",
            "0"
        };
        String[] all = Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return all;
    }

    @Test
    void theSiteIsShownAndFollowsItsSources() throws Exception {
        String[] args = arguments("--host", "0.0.0.0", "--base", "/archive/");
        AtomicInteger code = new AtomicInteger(-1);
        Thread serving = new Thread(() -> code.set(command().execute(args)));
        serving.start();
        await("the site is at ");
        String address = out.toString().replaceAll("(?s).*the site is at http://0.0.0.0:(\\d+)/.*", "$1");
        URI front = URI.create("http://127.0.0.1:" + address + "/archive/index.html");

        assertThat(read(front)).contains("Storm closes harbour").contains(".backfile/reload.js");
        assertThat(err.toString()).contains("warning: everybody who can reach this machine");

        Files.writeString(folder.resolve("backfile.yaml"), "title: Harbour Gazette\n");
        await("built\n");
        awaitPage(front, "Harbour Gazette");

        Files.writeString(folder.resolve("backfile.yaml"), "title: [\n");
        awaitError("the pages show the last build that worked");
        assertThat(read(front)).contains("Harbour Gazette");

        serving.interrupt();
        serving.join(20_000);
        assertThat(code).hasValue(0);
    }

    private static String read(URI page) throws IOException {
        try (InputStream in = page.toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void await(String text) throws InterruptedException {
        for (int i = 0; i < 600 && !out.toString().contains(text); i++) {
            Thread.sleep(50);
        }
        assertThat(out.toString()).contains(text);
    }

    private void awaitError(String text) throws InterruptedException {
        for (int i = 0; i < 600 && !err.toString().contains(text); i++) {
            Thread.sleep(50);
        }
        assertThat(err.toString()).contains(text);
    }

    private static void awaitPage(URI page, String text) throws IOException, InterruptedException {
        for (int i = 0; i < 600 && !read(page).contains(text); i++) {
            Thread.sleep(50);
        }
        assertThat(read(page)).contains(text);
    }

    @Test
    void aPortThatCantBeIsWrongUsage() throws IOException {
        String[] arguments = arguments();
        arguments[arguments.length - 1] = "99999";

        assertThat(command().execute(arguments)).isEqualTo(2);
        assertThat(err.toString()).contains("--port is a number from 0 to 65535");
    }

    @Test
    void aBaseWithoutSlashesIsWrongUsage() throws IOException {
        assertThat(command().execute(arguments("--base", "archive"))).isEqualTo(2);
        assertThat(err.toString()).contains("--base begins and ends with a slash: /archive/");
    }

    @Test
    void aHostThatIsNotThisMachineIsASentence() throws IOException {
        assertThat(command().execute(arguments("--host", "no.such.host.invalid")))
                .isEqualTo(1);
        assertThat(err.toString()).contains("is no name of this machine");
    }
}
