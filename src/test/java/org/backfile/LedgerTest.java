package org.backfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.backfile.article.Words;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Nothing is lost: every line of every input file is in the ledger, and what it calls body stands on the page that it
 * names. The test reads the input itself, with a line counter of its own.
 */
class LedgerTest {
    @TestFactory
    Stream<DynamicTest> accountsForEveryLine() {
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(DynamicTest.dynamicTest("sample", () -> check(BuiltSites.sample(), Path.of("articles"))));
        for (String name : BuiltSites.realNames()) {
            tests.add(DynamicTest.dynamicTest(
                    name,
                    () -> check(
                            BuiltSites.real(name),
                            BuiltSites.REAL_TEXTS.resolve(name).resolve("txt"))));
        }
        return tests.stream();
    }

    private static void check(BuiltSites.Site site, Path source) throws IOException {
        SortedMap<String, Json> ledger = new TreeMap<>();
        for (Json row : Json.rows(site.output().resolve("data/ledger"))) {
            ledger.put(row.text("path"), row);
        }
        Map<String, Set<String>> wordsOfPages = new HashMap<>();
        SortedMap<String, byte[]> files = Archive.files(source);
        files.keySet().removeIf(path -> !isText(path));
        assertThat(ledger.keySet()).isEqualTo(files.keySet());
        files.forEach((path, bytes) -> checkFile(site, ledger.get(path), bytes, wordsOfPages));
    }

    private static boolean isText(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return !name.startsWith(".") && (name.indexOf('.') < 0 || name.matches(".*\\.(txt|text|md|markdown|html?)"));
    }

    private static void checkFile(BuiltSites.Site site, Json row, byte[] bytes, Map<String, Set<String>> wordsOfPages) {
        String path = row.text("path");
        int next = 1;
        List<int[]> bodies = new ArrayList<>();
        for (Json span : row.list("spans")) {
            assertThat(span.number("from")).as(path).isEqualTo(next);
            next = span.number("to") + 1;
            if (span.text("role").equals("body")) {
                bodies.add(new int[] {span.number("from"), span.number("to"), span.number("article")});
            }
        }
        assertThat(next - 1).as(path).isEqualTo(row.number("lines"));
        if (isUtf8(bytes)) {
            List<String> lines = lines(new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
            assertThat(row.number("lines")).as(path).isEqualTo(lines.size());
            List<String> pages = row.texts("pages");
            for (int[] body : bodies) {
                Set<String> shown =
                        wordsOfPages.computeIfAbsent(pages.get(body[2] - 1), page -> wordsOf(site.output(), page));
                for (int line = body[0]; line <= body[1]; line++) {
                    Words.forEach(
                            readable(path, lines, line),
                            word -> assertThat(shown).as(path + " " + pages).contains(word));
                }
            }
        }
    }

    /**
     * What of a line has to stand on the page in its own letters: not the targets of Markdown's links and pictures, not
     * the halves of a word that is cut at the line's end, and nothing of a line with control or format characters,
     * which HTML can't carry, or with the marks of a wrong decoding, which is mended.
     */
    private static String readable(String path, List<String> lines, int line) {
        String text = lines.get(line - 1);
        boolean unprintable = text.codePoints()
                .anyMatch(c -> Character.getType(c) == Character.CONTROL || Character.getType(c) == Character.FORMAT);
        if (unprintable || text.matches(".*[ÂÃâ][^a-z ].*")) {
            return "";
        }
        boolean afterCut = line > 1 && lines.get(line - 2).endsWith("-");
        String whole = afterCut ? text.strip().replaceFirst("^\\S+", "") : text;
        String uncut = whole.endsWith("-") ? whole.replaceFirst("\\S+$", "") : whole;
        return path.endsWith(".md") ? uncut.replaceAll("]\\([^)]*\\)", "]") : uncut;
    }

    /** The words of a page; of a copy's page together with those of the story that it leads to. */
    private static Set<String> wordsOf(Path site, String page) {
        Set<String> words = new HashSet<>();
        try {
            var html = Jsoup.parse(Files.readString(site.resolve(page)));
            Words.forEach(html.text(), words::add);
            html.select("main img[alt]").forEach(image -> Words.forEach(image.attr("alt"), words::add));
            html.select("main a[href]").forEach(link -> Words.forEach(link.attr("href"), words::add));
            if (html.selectFirst("meta[name=robots][content=noindex]") != null) {
                String story = html.select("main p a[href]").attr("href");
                Path shown = site.resolve(page).resolveSibling(story).normalize();
                Words.forEach(Jsoup.parse(Files.readString(shown)).text(), words::add);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return words;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            Charset.forName("UTF-8").newDecoder().decode(java.nio.ByteBuffer.wrap(bytes));
            return true;
        } catch (java.nio.charset.CharacterCodingException e) {
            return false;
        }
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\r\n|\r|\n", -1)));
        if (lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }
}
