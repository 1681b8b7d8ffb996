package org.backfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real and hostile texts that lie beside the project; skipped where they don't. */
class RealTextsTest {
    private static final Path SEED = Path.of("../shared/seed");

    @TempDir
    Path folder;

    @Test
    void theFileThatTheProjectBeganWithComesOutRight() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(SEED), "needs the first file in " + SEED);
        Archive archive = new Archive(folder);

        archive.build(List.of(SEED));

        Json article = Json.rows(archive.site().resolve("data/articles")).get(0);
        assertThat(Json.rows(archive.site().resolve("data/stories"))).hasSize(1);
        assertThat(article.text("headline")).isEqualTo("Iran and Iraq Deepen Defense Ties, Sign Pact");
        assertThat(article.text("kicker")).isEqualTo("THINK TANK: SENIOR");
        assertThat(article.text("masthead")).isEqualTo("Scorpion");
        assertThat(article.text("place")).isEqualTo("WASHINGTON");
        assertThat(article.text("date")).isNull();
        Document page = Jsoup.parse(archive.page(article.text("url")));
        String source = Files.readString(Archive.files(SEED).keySet().stream()
                .map(SEED::resolve)
                .findFirst()
                .orElseThrow());
        List<String> body = source.lines().toList().subList(3, 16);
        assertThat(page.select(".body p").eachText()).containsExactlyElementsOf(body);
        assertThat(Json.rows(archive.site().resolve("data/ledger")).get(0).list("spans").stream()
                        .filter(span -> span.text("role").equals("repeat"))
                        .map(span -> span.number("from") + "-" + span.number("to") + " of " + span.number("of")))
                .containsExactly("17-30 of 3", "31-31 of 3");
        assertThat(archive.page("index.html")).contains("undated/index.html");
        assertThat(archive.page("undated/index.html")).contains("Iran and Iraq Deepen Defense Ties");
    }

    @Test
    void noPayloadBecomesLiveHtml() {
        BuiltSites.Site naughty = BuiltSites.real("naughty");
        Archive plain = new Archive(folder).with("a.txt", "A headline here\nTOWN — Some words of a body, no more.\n");
        plain.build();
        Set<String> known = new TreeSet<>();
        BuiltSites.sample().archive().files().forEach((path, bytes) -> known.addAll(marks(path, bytes)));
        plain.files().forEach((path, bytes) -> known.addAll(marks(path, bytes)));

        Set<String> strange = new TreeSet<>();
        for (Map.Entry<String, byte[]> file : naughty.archive().files().entrySet()) {
            for (String mark : marks(file.getKey(), file.getValue())) {
                if (!known.contains(mark)) {
                    strange.add(mark + " in " + file.getKey());
                }
            }
        }
        assertThat(strange.stream().filter(RealTextsTest::isLive)).isEmpty();
    }

    /** Elements and attributes that can run, load or submit something; new harmless ones come from what is shown. */
    private static boolean isLive(String mark) {
        return mark.matches(
                        "(script|iframe|object|embed|form|input|svg|math|style|link|meta|base|img|video|audio)\\b.*")
                || mark.matches("\\w+\\[(on\\w+|style|srcdoc|formaction|action|src|xlink:href)].*");
    }

    /** Each kind of element with each of its attributes. */
    private static Set<String> marks(String path, byte[] bytes) {
        Set<String> marks = new TreeSet<>();
        if (path.endsWith(".html")) {
            for (Element element : Jsoup.parse(new String(bytes, java.nio.charset.StandardCharsets.UTF_8))
                    .getAllElements()) {
                marks.add(element.normalName());
                for (Attribute attribute : element.attributes()) {
                    marks.add(element.normalName() + "[" + attribute.getKey() + "]");
                }
            }
        }
        return marks;
    }

    @Test
    void allOfThemTogetherBuildAndEachBadFileHasItsSentence() {
        List<String> names = BuiltSites.realNames();
        Assumptions.assumeFalse(names.isEmpty(), "needs the real texts in " + BuiltSites.REAL_TEXTS);
        List<Path> sources = new ArrayList<>();
        names.forEach(name -> sources.add(BuiltSites.REAL_TEXTS.resolve(name).resolve("txt")));

        Archive.Run run = new Archive(folder).build(sources, "-v");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out() + run.err()).doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(run.out()).contains("naughty/txt/made/empty.txt: ", "naughty/txt/made/all-nul.txt: ");
    }
}
