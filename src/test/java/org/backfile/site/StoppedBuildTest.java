package org.backfile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.backfile.Archive;
import org.backfile.cli.Main;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A build that is killed or stopped, while somebody reads the site. More rounds: {@code mvn -Dquick test
 * -Dtest=StoppedBuildTest -Dbackfile.kills=200}.
 */
class StoppedBuildTest {
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\":?#]+)[\"?#]");

    /** So many articles that a build cannot be done between its first page and the signal. */
    private static final int MANY = 1500;

    private static final int KILLS = Integer.getInteger("backfile.kills", 4);

    @TempDir
    Path folder;

    /** Walks over a site from its front page again and again and notes the first thing that is not whole. */
    private static final class Crawler extends Thread {
        private final Path site;
        private final AtomicReference<String> wrong = new AtomicReference<>("");
        private volatile boolean stopped;

        Crawler(Path site) {
            this.site = site;
        }

        @Override
        public void run() {
            while (!stopped && wrong.get().isEmpty()) {
                walk();
            }
        }

        String stopAndTell() throws InterruptedException {
            stopped = true;
            join();
            return wrong.get();
        }

        private void walk() {
            Deque<Path> open = new ArrayDeque<>(Set.of(site.resolve("index.html")));
            Set<Path> seen = new HashSet<>(open);
            while (!open.isEmpty() && !stopped) {
                Path page = open.remove();
                String text = read(page);
                if (text == null) {
                    continue; // told where it was linked from
                }
                if (!text.stripTrailing().endsWith("</html>") && !text.contains("</html>\n<!-- ")) {
                    wrong.compareAndSet("", page + " is torn");
                }
                Matcher links = LINK.matcher(text);
                while (links.find()) {
                    Path target = page.resolveSibling(links.group(1)).normalize();
                    if (!Files.exists(target) && text.equals(read(page))) {
                        wrong.compareAndSet("", page + " links to " + target + ", which is not there");
                    }
                    if (target.toString().endsWith(".html") && seen.add(target)) {
                        open.add(target);
                    }
                }
            }
        }

        /** The text of a page, or null where there is none. */
        private static @Nullable String read(Path page) {
            try {
                return Files.readString(page);
            } catch (NoSuchFileException e) {
                return null;
            } catch (IOException e) {
                return "cannot be read: " + e;
            }
        }
    }

    private Process build() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "build",
                        "-q")
                .directory(folder.toFile())
                .redirectError(folder.resolve("errors").toFile())
                .start();
    }

    @Test
    void whenItIsKilledReadersMeetWholePagesAndTheNextBuildEndsAsIfNothingHadHappened() throws Exception {
        Random random = new Random(17);
        RandomArchive archive = new RandomArchive(folder, random);
        Path site = folder.resolve("site-output");
        SiteBuild.run(archive.request(site, folder.resolve(".backfile")), Progress.SILENT);
        Crawler crawler = new Crawler(site);
        crawler.start();
        long took = 1500;
        for (int round = 0; round < KILLS; round++) {
            for (int i = 0; i < 4; i++) {
                archive.edit();
            }
            Process build = build();
            if (round == 0) {
                long start = System.nanoTime();
                build.waitFor();
                took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            } else {
                build.waitFor(random.nextInt((int) took), TimeUnit.MILLISECONDS);
            }
            build.destroyForcibly().waitFor();
        }
        assertThat(crawler.stopAndTell()).isEmpty();

        SiteBuild.run(archive.request(site, folder.resolve(".backfile")), Progress.SILENT);
        RandomArchive.copy(site, folder.resolve("clean"));
        SiteBuild.run(archive.request(folder.resolve("clean"), folder.resolve(".clean")), Progress.SILENT);
        assertThat(RandomArchive.digests(site)).isEqualTo(RandomArchive.digests(folder.resolve("clean")));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whenItIsToldToStopTheSiteStandsAsItWas() throws Exception {
        Random random = new Random(19);
        RandomArchive archive = new RandomArchive(folder, random);
        Path site = folder.resolve("site-output");
        SiteBuild.run(archive.request(site, folder.resolve(".backfile")), Progress.SILENT);
        for (int i = 0; i < MANY; i++) {
            archive.add();
        }
        Process build = build();
        while (build.isAlive() && !Files.exists(site.resolve(Staging.NAME))) {
            Thread.sleep(2);
        }
        // not INT: a JVM started in the background by a shell ignores it, as that shell asked
        new ProcessBuilder("kill", "-TERM", Long.toString(build.pid())).start().waitFor();

        assertThat(build.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(build.exitValue()).isEqualTo(128 + 15);
        assertThat(Files.readString(folder.resolve("errors")))
                .contains("stopped")
                .doesNotContain("Exception");
        Crawler crawler = new Crawler(site);
        crawler.walk();
        assertThat(crawler.stopAndTell()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"folders.table", "grouping.table", "search.table", "last-build.table"})
    void whenNothingCanBeKeptForTheNextBuildTheSiteIsCompleteAndThePersonIsTold(String table) throws Exception {
        Archive archive = new Archive(folder).with("ferry.txt", "Ferry opens\n\nThe ferry opens on Monday.\n");
        archive.build();
        archive.with("tram.txt", "Tram closes\n\nThe tram closes on Friday.\n");
        for (String name : List.of("ferry.txt", "tram.txt")) { // a file of this second might change once more
            Files.setLastModifiedTime(
                    folder.resolve("articles").resolve(name), FileTime.fromMillis(1_000_000_000_000L));
        }
        Path inTheWay = Files.createDirectories(folder.resolve(".backfile/" + table + ".new/in the way"));

        Archive.Run run = archive.build();

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains(table + " could not be written").contains("The site is complete");
        assertThat(archive.page("index.html")).contains("Tram closes");
        new Disk().deleteTree(inTheWay.getParent());
        assertThat(archive.build().out()).doesNotContain("could not be");
    }
}
