package org.backfile;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site laid out by days: short articles share the page of their day, and every address says which of them is meant. */
class DayLayoutTest {
    private static final String DAY = "2014/12/30/index.html";
    private static final String SITE = "https://archive.example.org/";

    @TempDir
    Path folder;

    private Archive byDay() {
        return new Archive(folder).file("backfile.yaml", "layout: day\nsite-url: " + SITE + "\n");
    }

    private static String article(String headline, String date, String text) {
        return "Headline: " + headline + "\nDate: " + date + "\n\n" + text + "\n";
    }

    /** So many words of which hardly two stand in another text. */
    private static String words(int count, int seed) {
        Random random = new Random(seed);
        StringBuilder words = new StringBuilder("Told");
        for (int i = 1; i < count; i++) {
            words.append(' ').append(Integer.toString(random.nextInt(100_000) + 50_000, 36));
        }
        return words.append('.').toString();
    }

    private static Archive built(Archive archive, String... options) {
        Archive.Run run = archive.build(options);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return archive;
    }

    private static Document page(Archive archive, String path) {
        return Jsoup.parse(archive.page(path), SITE + path);
    }

    private static void assertClean(Archive archive) {
        Archive.Run checked = Archive.run("check", archive.site().toString());
        assertThat(checked.exitCode()).as(checked.out()).isZero();
    }

    private static Archive withTwoShortOnesAndALongOne(Archive archive) {
        return archive.with("a.txt", article("Storm closes harbour", "2014-12-30", words(40, 1)))
                .with("b.txt", article("Ferry runs again", "2014-12-30", words(300, 2)))
                .with("c.txt", article("The year in full", "2014-12-30", words(301, 3)));
    }

    @Test
    void articlesOfAtMost300WordsStandWholeOnThePageOfTheirDayAndTheOthersAsRows() {
        Archive archive = built(withTwoShortOnesAndALongOne(byDay()));

        Document day = page(archive, DAY);
        assertThat(day.select("h1").text()).isEqualTo("30 December 2014");
        assertThat(day.select("article[id] > header h2").eachText())
                .containsExactly("Storm closes harbour", "Ferry runs again");
        assertThat(day.select("article .body").get(1).text()).isEqualTo(words(300, 2));
        assertThat(day.select("article details .cite")).hasSize(2);
        assertThat(day.select("section .rows a").eachText()).containsExactly("The year in full");
        assertThat(archive.files().keySet().stream().filter(path -> path.startsWith("2014/12/30/")))
                .hasSize(2)
                .contains(DAY);
        assertClean(archive);
    }

    @Test
    void everyAddressOfSuchAnArticleNamesItsPlace() {
        Archive archive = built(withTwoShortOnesAndALongOne(byDay()));
        String id = page(archive, DAY).select("article").get(0).id();
        assertThat(id).matches("[0-9a-z]{5}");

        String address = DAY + "#" + id;
        for (String listing : List.of("index.html", "2014/12/index.html", "on-this-day/12-30.html")) {
            Element link = page(archive, listing).selectFirst("a:contains(Storm closes harbour)");
            assertThat(link.absUrl("href")).as(listing).isEqualTo(SITE + address);
        }
        Element record = page(archive, DAY).selectFirst("article");
        assertThat(record.select(".permalink a").attr("href")).isEqualTo(SITE + address);
        assertThat(record.select("pre").eachText()).allMatch(citation -> citation.contains(SITE + address));
        assertThat(archive.page("feed.atom")).contains(SITE + address);
        assertThat(archive.page("data/articles/2014.jsonl")).contains("\"url\":\"" + address + "\"");
        assertThat(page(archive, DAY).select("script[type=application/ld+json]").outerHtml())
                .contains(SITE + address);
        assertThat(archive.page("sitemap.xml")).containsOnlyOnce(DAY).doesNotContain("#");
    }

    @Test
    void copiesLeadToThePlaceAndStoriesWithVersionsOrWithoutADayHaveTheirOwnPage() {
        Archive archive = built(byDay().with("a.txt", article("Storm closes harbour", "2014-12-30", words(80, 1)))
                .with("b/a.txt", article("Storm closes harbour", "2014-12-30", words(80, 1)))
                .with("c.txt", article("Council meets", "2014-12-30", words(150, 2)))
                .with("d/c.txt", article("Council meets", "2014-12-30", words(150, 2) + " " + words(20, 4)))
                .with("e.txt", article("A month is known", "2014-12", words(40, 5))));

        assertThat(page(archive, DAY).select("article h2").eachText()).containsExactly("Storm closes harbour");
        assertThat(page(archive, DAY).select("section .rows a").eachText()).containsExactly("Council meets");
        String copy = archive.files().keySet().stream()
                .filter(path -> path.startsWith("2014/12/30/storm-closes-harbour-"))
                .findFirst()
                .orElseThrow();
        String id = page(archive, DAY).select("article").get(0).id();
        assertThat(page(archive, copy).select("main a").eachAttr("href")).contains("index.html#" + id);
        assertThat(archive.files().keySet()).anyMatch(path -> path.startsWith("2014/12/a-month-is-known-"));
        assertClean(archive);
    }

    @Test
    void aBusyDayIsDividedByHeadlinesIntoPagesOfAtMost300Kilobytes() {
        Archive archive = byDay();
        String marks = "<&\"'".repeat(5) + " ";
        for (int i = 0; i < 120; i++) {
            String text = i % 2 == 0 ? words(290, i) : words(100, i) + " " + marks.repeat(30);
            archive.with("a" + i + ".txt", article((char) ('A' + i % 26) + "bout number " + i, "2014-12-30", text));
        }
        built(archive);

        List<String> parts = page(archive, DAY).select("main .parts a").eachAttr("href");
        assertThat(parts).hasSizeGreaterThan(2).allMatch(part -> part.startsWith("az/from-"));
        List<String> told = new ArrayList<>();
        for (String part : parts) {
            String path = "2014/12/30/" + part;
            assertThat(archive.files().get(path)).hasSizeLessThanOrEqualTo(300_000);
            told.addAll(page(archive, path).select("article h2").eachText());
        }
        assertThat(told).hasSize(120).doesNotHaveDuplicates();
        assertClean(archive);
    }

    @Test
    void headingsOfATextStandBelowItsHeadline() {
        Archive archive = built(
                byDay().with("a.md", "---\ndate: 2014-12-30\n---\n# Storm\n\nIt came.\n\n## After\n\nIt went.\n"));
        assertThat(page(archive, DAY).select("article .body h3").text()).isEqualTo("After");
    }

    @Test
    void afterAChangeOfTheLayoutEveryOldAddressLeadsOn() throws IOException {
        Archive archive = built(withTwoShortOnesAndALongOne(new Archive(folder)));
        Path old = Files.copy(archive.site().resolve("manifest-sha256.txt"), folder.resolve("old.txt"));

        archive.file("backfile.yaml", "layout: day\n");
        String there = check(built(archive), old);
        assertThat(there)
                .containsPattern("2014/12/30/storm-closes-harbour-.{5}\\.html → " + DAY + "#[0-9a-z]{5}")
                .containsPattern("2014/12/30/ferry-runs-again-.{5}\\.html → " + DAY + "#[0-9a-z]{5}");
        Path byDay = Files.copy(archive.site().resolve("manifest-sha256.txt"), folder.resolve("by-day.txt"));

        archive.file("backfile.yaml", "layout: story\n");
        check(built(archive), old);
        assertThat(check(archive, byDay)).contains(DAY + " → 2014/12/index.html");
    }

    private static String check(Archive archive, Path against) {
        Archive.Run checked = Archive.run("check", archive.site().toString(), "--against", against.toString());
        assertThat(checked.exitCode()).as(checked.out()).isZero();
        return checked.out();
    }

    @Test
    void anAddressKeepsItsArticleWhenTheHeadlineChangesTheTextGrowsOrTheOwnerWithdrawsIt() {
        Archive archive = built(withTwoShortOnesAndALongOne(byDay()));
        List<String> ids = page(archive, DAY).select("article").eachAttr("id");
        String storm = "[id=" + ids.get(0) + "]";
        String ferry = "[id=" + ids.get(1) + "]";

        archive.with("a.txt", article("Harbour stays closed", "2014-12-30", words(40, 1)));
        archive.with("b.txt", article("Ferry runs again", "2014-12-30", words(400, 2)));
        Document day = page(built(archive), DAY);
        assertThat(day.select(storm + " h2").text()).isEqualTo("Harbour stays closed");
        assertThat(day.select("li" + ferry + " a").text()).isEqualTo("Ferry runs again");

        archive.with("d.txt", article("One more", "2014-12-30", words(40, 9)));
        archive.file("overrides.csv", "a.txt,withdrawn,Named a child.\n");
        day = page(built(archive), DAY);
        assertThat(day.select("p" + storm).text()).endsWith("withdrawn by the archive’s owner. Named a child.");
        assertThat(day.text()).doesNotContain("stays closed");
        assertClean(archive);
    }

    @Test
    void theLastShortArticleOfADayLeavesAPageThatLeadsOn() throws IOException {
        Archive archive = built(withTwoShortOnesAndALongOne(byDay()));
        Files.delete(folder.resolve("articles/a.txt"));
        assertThat(page(built(archive), DAY).select("article h2").eachText()).containsExactly("Ferry runs again");
        Files.delete(folder.resolve("articles/b.txt"));
        assertThat(page(built(archive), DAY).select("meta[http-equiv=refresh]").attr("content"))
                .endsWith("url=../index.html");
        assertClean(archive);
    }

    @Test
    void anotherWordIsRefusedWithItsPlace() {
        Archive.Run run = withTwoShortOnesAndALongOne(new Archive(folder))
                .file("backfile.yaml", "layout: week\n")
                .build();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("backfile.yaml:1", "\"layout\" must be story or day");
    }

    @Test
    @Tag(Browsers.TAG)
    void theSearchLeadsToThePlace() {
        Archive archive = built(withTwoShortOnesAndALongOne(byDay()));
        try (BrowserContext context = Browsers.chromium().newContext()) {
            Page page = context.newPage();
            page.navigate(archive.site().toAbsolutePath().resolve("search.html").toUri() + "?q=ferry");
            page.waitForSelector("main h2 a");
            assertThat(page.getAttribute("main h2 a", "href")).contains(DAY + "#");
            page.click("main h2 a");
            assertThat(page.url()).contains(DAY + "#");
            assertThat((String) page.evaluate("document.querySelector('article:target h2').textContent"))
                    .isEqualTo("Ferry runs again");
        }
    }
}
