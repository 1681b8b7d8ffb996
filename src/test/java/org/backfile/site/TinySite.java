package org.backfile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.backfile.page.SitePath;
import org.backfile.source.Sha256;

/** A site for tests: pages whose text is the list of the paths they link to, and an end mark. */
record TinySite(Map<String, String> pages) {
    private static final String END = "end of page";
    private static final String[] FOLDERS = {"", "2013/01/", "2014/", "2014/12/", "sections/x/"};

    /** A site of random pages with random links, each page reachable from the front page. */
    static TinySite random(Random random) {
        List<String> paths = new ArrayList<>(List.of("index.html"));
        for (String folder : FOLDERS) {
            for (int i = 0; i < 4; i++) {
                if (random.nextInt(3) > 0) {
                    paths.add(folder + "page" + i + ".html");
                }
            }
        }
        Map<String, List<String>> links = new TreeMap<>();
        paths.forEach(path -> links.put(path, new ArrayList<>()));
        for (int i = 1; i < paths.size(); i++) {
            links.get(paths.get(random.nextInt(i))).add(paths.get(i));
            links.get(paths.get(i)).add(paths.get(random.nextInt(paths.size())));
        }
        Map<String, String> pages = new TreeMap<>();
        links.forEach((path, targets) -> pages.put(path, text(random.nextInt(3), targets)));
        return new TinySite(pages);
    }

    /** A site of the front page and these pages, all linked from it, with the same text. */
    static TinySite of(String text, String... paths) {
        Map<String, String> pages = new TreeMap<>();
        pages.put("index.html", "words: " + text + "\n" + text(0, List.of(paths)));
        for (String path : paths) {
            pages.put(path, "words: " + text + "\n" + text(0, List.of("index.html")));
        }
        return new TinySite(pages);
    }

    private static String text(int edition, List<String> targets) {
        StringBuilder text = new StringBuilder("edition " + edition + "\n");
        targets.forEach(target -> text.append("link: ").append(target).append('\n'));
        return text.append(END).toString();
    }

    /** Builds this site as {@code SiteBuild} would: hands in all pages and publishes. */
    Output.Published buildInto(Output output) {
        pages.forEach((path, text) -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            if (path.contains("page3")) {
                output.putLast(new SitePath(path), bytes);
            } else {
                output.put(new SitePath(path), bytes);
            }
        });
        return output.finish();
    }

    /** Checks that what a reader coming from the front page sees is whole pages of these editions, and no dead link. */
    static void assertIntact(Path folder, Collection<TinySite> editions) throws IOException {
        Deque<String> open = new ArrayDeque<>(List.of("index.html"));
        Set<String> seen = new HashSet<>(open);
        while (!open.isEmpty()) {
            String path = open.remove();
            String text = Files.readString(folder.resolve(path));
            assertThat(text)
                    .as(path)
                    .isIn(editions.stream().map(site -> site.pages.get(path)).toList());
            text.lines()
                    .filter(line -> line.startsWith("link: "))
                    .map(line -> line.substring(6))
                    .forEach(target -> {
                        assertThat(folder.resolve(target))
                                .as("linked from " + path)
                                .exists();
                        if (seen.add(target)) {
                            open.add(target);
                        }
                    });
        }
        assertThat(filesIn(folder)).allSatisfy((path, text) -> {
            if (!path.equals(Manifest.PATH.value()) && !path.startsWith(Staging.NAME)) {
                assertThat(text).as(path).endsWith(END);
            }
        });
    }

    /** All files below a folder with their text. */
    static Map<String, String> filesIn(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.filter(Files::isRegularFile)
                    .forEach(
                            file -> files.put(folder.relativize(file).toString().replace('\\', '/'), read(file)));
        }
        return files;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files that a clean build of this site leaves, manifest included. */
    Map<String, String> clean() {
        Map<String, String> files = new TreeMap<>(pages);
        List<Holding> holdings = new ArrayList<>();
        pages.forEach((path, text) ->
                holdings.add(Holding.unseen(new SitePath(path), Sha256.of(text.getBytes(StandardCharsets.UTF_8)))));
        files.put(Manifest.PATH.value(), new String(Manifest.bytes(holdings), StandardCharsets.UTF_8));
        return files;
    }
}
