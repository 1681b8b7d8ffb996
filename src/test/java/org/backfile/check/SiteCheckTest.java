package org.backfile.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.backfile.publish.PublishFailure;
import org.backfile.publish.SyntheticSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteCheckTest {
    private static final String STORM = "2014/12/30/storm-closes-harbour-k3f9x.html";

    @TempDir
    Path folder;

    private CheckReport check(SyntheticSite site) throws PublishFailure {
        return check(site, Host.ANY);
    }

    private CheckReport check(SyntheticSite site, Host host) throws PublishFailure {
        return SiteCheck.run(new CheckRequest(site.write(folder), host, true, null));
    }

    private static List<String> told(CheckReport report) {
        return report.findings().stream()
                .map(finding -> finding.kind() + " " + finding)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"ANY", "GITHUB_PAGES", "CLOUDFLARE_PAGES", "NETLIFY", "S3"})
    void aCleanSiteHasNoFindings(Host host) throws PublishFailure {
        CheckReport report = check(SyntheticSite.clean(), host);

        assertThat(told(report)).isEmpty();
        assertThat(report.clean()).isTrue();
        assertThat(report.pages()).isEqualTo(6);
        assertThat(report.outside()).containsOnlyKeys("https://example.org/tide");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <a href="nowhere.html">x</a>              | BROKEN_LINK index.html:7:1: the link “nowhere.html” leads to no file
                    <a href="2014/12/">x</a>                  | BROKEN_LINK index.html:7:1: the link “2014/12/” leads to a folder; on disk only 2014/12/index.html opens
                    <a href="/search.html">x</a>              | BROKEN_LINK index.html:7:1: the link “/search.html” begins at the server's root, and fails on disk or under a sub-path
                    <a href="../x.html">x</a>                 | BROKEN_LINK index.html:7:1: the link “../x.html” leads above the site
                    <a href="%zz.html">x</a>                  | BROKEN_LINK index.html:7:1: the link “%zz.html” is not a URL: its percent signs don't begin UTF-8
                    <a href="search.html#form">x</a>          | BROKEN_FRAGMENT index.html:7:1: there is no “#form” in search.html
                    <script src="assets/stray.js"></script>   | BROKEN_LINK index.html:7:1: the link “assets/stray.js” leads to no file
                    <script>alert(1)</script>                 | INLINE_CODE index.html:7:1: an inline script stands in the page
                    <p onclick="x()">x</p>                    | INLINE_CODE index.html:7:1: the inline script onclick stands in the page
                    <p style="color: red">x</p>               | INLINE_CODE index.html:7:1: a style attribute stands in the page
                    <a href="javascript:x()">x</a>            | INLINE_CODE index.html:7:1: the link “javascript:x()” runs a script
                    <img src="https://example.org/a.png">     | OUTSIDE_REFERENCE index.html:7:1: the page loads “https://example.org/a.png” from another site
                    <script src="//example.org/a.js"></script>| OUTSIDE_REFERENCE index.html:7:1: the page loads “//example.org/a.js” from another site
                    <form action="https://example.org/"></form>| OUTSIDE_REFERENCE index.html:7:1: the page loads “https://example.org/” from another site
                    <link rel="icon" href="//example.org/i">  | OUTSIDE_REFERENCE index.html:7:1: the page loads “//example.org/i” from another site
                    <img srcset="assets/paper.png 1x, b.png 2x">| BROKEN_LINK index.html:7:1: the link “b.png” leads to no file
                    <b><p>x</p></b><ul><li>x</ul><em>         | MARKUP index.html:7:30: the element <em> is not closed
                    <p id="a">x</p><p id="a">y</p>            | MARKUP index.html:7:16: the id “a” stands twice in the page
                    <base target="x">                         | MARKUP index.html:7:1: a <base> bends every link of the page
                    """)
    void aFaultInAPageIsToldWithItsPlace(String body, String finding) throws PublishFailure {
        SyntheticSite site = SyntheticSite.clean();
        site.replace("index.html", "<a href=\"2014", body + "\n<a href=\"2014");

        assertThat(told(check(site))).first().isEqualTo(finding);
    }

    @Test
    void drawingsWhoseElementsCloseThemselvesAreInOrder() throws PublishFailure {
        String drawing = "<svg viewBox=\"0 0 9 9\"><g><rect width=\"9\" height=\"9\"/><line x1=\"1\"/></g></svg>";

        assertThat(told(check(SyntheticSite.clean().replace("index.html", "</body>", drawing + "</body>"))))
                .isEmpty();
    }

    @Test
    void aStrayEndTagIsAnErrorOfMarkup() throws PublishFailure {
        CheckReport report = check(SyntheticSite.clean().replace("index.html", "</body>", "</section></body>"));

        assertThat(report.counts()).containsOnlyKeys(FindingKind.MARKUP);
    }

    @Test
    void aPageWithoutDoctypeOrTitleIsTold() throws PublishFailure {
        SyntheticSite site =
                SyntheticSite.clean().put("search.html", "<html lang=\"en\"><head></head><body><p>x</p></body></html>");

        assertThat(told(check(site)))
                .contains(
                        "MARKUP search.html:1:1: the page does not begin with <!DOCTYPE html>",
                        "MARKUP search.html:1:1: the page has no title");
    }

    @Test
    void aFlippedByteIsFound() throws PublishFailure, IOException {
        Path site = SyntheticSite.clean().write(folder);
        Files.writeString(site.resolve("search/root.js"), "root('a1b2c3d5');\n");

        CheckReport report = SiteCheck.run(new CheckRequest(site, Host.ANY, false, null));

        assertThat(told(report))
                .containsExactly("CHANGED_FILE search/root.js: the bytes are not those that manifest-sha256.txt tells");
    }

    @Test
    void aMissingFileAndAStrangerAreFound() throws PublishFailure, IOException {
        Path site = SyntheticSite.clean().write(folder);
        Files.delete(site.resolve("assets/paper.png"));
        Files.writeString(site.resolve("assets/tracker.js"), "spy();");
        Files.createDirectories(site.resolve(".git"));
        Files.writeString(site.resolve(".git/config"), "");

        CheckReport report = SiteCheck.run(new CheckRequest(site, Host.ANY, false, null));

        assertThat(told(report))
                .containsExactly(
                        "MISSING_FILE assets/paper.png: manifest-sha256.txt names this file, and it is not there",
                        "STRANGER assets/tracker.js: the build did not write this file");
    }

    @Test
    void aLinkToAStrangerIsBroken() throws PublishFailure, IOException {
        Path site = SyntheticSite.clean()
                .replace("search.html", "</form>", "</form><a href=\"mine.html\">x</a>")
                .write(folder);
        Files.writeString(site.resolve("mine.html"), "mine");

        assertThat(told(SiteCheck.run(new CheckRequest(site, Host.ANY, false, null))))
                .contains(
                        "BROKEN_LINK search.html:7:51: the link “mine.html” leads to a file that the build did not write");
    }

    @Test
    void aPageThatNothingLinksToIsAnOrphanAlsoWhenOrphansLinkToEachOther() throws PublishFailure {
        CheckReport report = check(SyntheticSite.clean()
                .page("a.html", "A", "<a href=\"b.html\">b</a>")
                .page("b.html", "B", "<a href=\"a.html\">a</a>"));

        assertThat(told(report))
                .containsExactly(
                        "ORPHAN a.html: no chain of links leads here from index.html",
                        "ORPHAN b.html: no chain of links leads here from index.html");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "from":2,"to":3 | "from":3,"to":3 | LEDGER data/ledger/a.jsonl:1:1: a.txt: line 2 stands in no span
                    "from":2,"to":3 | "from":2,"to":2 | LEDGER data/ledger/a.jsonl:1:1: a.txt: line 3 stands in no span
                    "from":2,"to":3 | "from":1,"to":3 | LEDGER data/ledger/a.jsonl:1:1: a.txt: line 1 stands in two spans
                    "from":2,"to":3 | "from":2,"to":1 | LEDGER data/ledger/a.jsonl:1:1: a.txt: a span ends before it begins, at line 2
                    "from":2,"to":3 | "from":2,"to":4 | LEDGER data/ledger/a.jsonl:1:1: a.txt: its spans reach to line 4 of 3
                    "lines":3,"pages":["2014 | "lines":3,"pages":["2015 | LEDGER data/ledger/a.jsonl:1:1: a.txt: the page 2015/12/30/storm-closes-harbour-k3f9x.html is not there
                    "path":"b.txt"  | "path":"a.txt"  | LEDGER data/ledger/a.jsonl:2:1: a.txt is accounted for twice
                    """)
    void aLedgerThatLosesALineIsTold(String part, String by, String finding) throws PublishFailure {
        assertThat(told(check(SyntheticSite.clean().replace("data/ledger/a.jsonl", part, by))))
                .contains(finding);
    }

    @Test
    void anUnknownRoleIsTold() throws PublishFailure {
        CheckReport report = check(SyntheticSite.clean()
                .replace(
                        "data/ledger/a.jsonl",
                        "\"lines\":2,\"pages\":[\"2014/12/31/café-opens-aaaaa.html\"],\"spans\":[{\"from\":1,\"to\":1,\"role\":\"headline\"",
                        "\"lines\":2,\"pages\":[],\"spans\":[{\"from\":1,\"to\":1,\"role\":\"gossip\""));

        assertThat(told(report))
                .containsExactly("LEDGER data/ledger/a.jsonl:2:1: b.txt: line 1 has the unknown role “gossip”");
    }

    @Test
    void rowsThatAreNotJsonAreToldWithTheirPlace() throws PublishFailure {
        CheckReport report = check(SyntheticSite.clean()
                .put("data/ledger/z.jsonl", "{\"path\":\"z\",\n oops")
                .put("data/ledger/y.jsonl", "[1]\n{\"lines\":1}\n")
                .put("data/articles/2015.jsonl", "{\"path\":\"lost.txt\",\"url\":\"gone.html\"}\n{\"n\":[1,{}]}\n"));

        assertThat(told(report))
                .containsExactly(
                        "LEDGER data/ledger/y.jsonl:1:1: a row that is no JSON object",
                        "LEDGER data/ledger/y.jsonl:2:1: a row without path or number of lines",
                        "LEDGER data/ledger/z.jsonl:2:2: not JSON from here on",
                        "DATA data/articles/2015.jsonl:1:1: lost.txt has an article and stands nowhere in data/ledger/",
                        "DATA data/articles/2015.jsonl:1:1: lost.txt: its page gone.html is not there",
                        "DATA data/articles/2015.jsonl:2:1: a row without path or url");
    }

    @Test
    void aStyleSheetThatLoadsFromOutsideIsTold() throws PublishFailure {
        CheckReport report = check(
                SyntheticSite.clean()
                        .put(
                                "assets/style.css",
                                "@import \"https://example.org/a.css\"; /* url(no.png) */ p { background: URL( 'gone.png' ) }"));

        assertThat(told(report))
                .contains(
                        "OUTSIDE_REFERENCE assets/style.css: the page loads “https://example.org/a.css” from another site",
                        "BROKEN_LINK assets/style.css: the link “gone.png” leads to no file");
    }

    @Test
    void aFeedThatIsNotWellFormedIsTold() throws PublishFailure {
        CheckReport report = check(SyntheticSite.clean().put("feed.atom", "<feed><entry></feed>"));

        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(FindingKind.MARKUP);
            assertThat(finding.toString()).startsWith("feed.atom:1:").endsWith("the XML is not well-formed");
        });
    }

    @Test
    void namesThatASystemCannotHoldAreTold() throws PublishFailure {
        CheckReport report = check(SyntheticSite.clean().put("ROBOTS.txt", "").put("data/a?.csv", ""));

        assertThat(told(report))
                .containsExactly(
                        "PATH data/a?.csv: Windows can't hold a name with one of < > : \" | ? *",
                        "PATH robots.txt: differs from ROBOTS.txt in case only; Windows and macOS hold one of them");
    }

    @Test
    void bytesThatAreNotUtf8AreTold() throws PublishFailure {
        SyntheticSite site = SyntheticSite.clean();
        site.files().put("search.html", new byte[] {(byte) 0xff, '<'});

        assertThat(told(check(site))).containsExactly("MARKUP search.html: the bytes are not UTF-8");
    }

    @Test
    void aSiteThatKnowsItsAddressMayLinkToItselfInFull() throws PublishFailure {
        SyntheticSite site = SyntheticSite.clean()
                .replace(
                        "index.html",
                        "<link rel=",
                        "<link rel=\"canonical\" href=\"https://news.example/archive/index.html\"><link rel=")
                .replace(
                        "404.html",
                        "<p>Not found</p>",
                        "<a href=\"https://news.example/archive/\">Home</a><a href=\"https://news.example/archive/lost.html\">Lost</a>");

        CheckReport report = check(site);

        assertThat(told(report))
                .containsExactly(
                        "BROKEN_LINK 404.html:7:49: the link “https://news.example/archive/lost.html” leads to no file");
        assertThat(report.outside()).containsOnlyKeys("https://example.org/tide");
    }

    @Test
    void eachOldAddressIsListedWithWhereItLeads() throws PublishFailure, IOException {
        Path old = Files.writeString(
                folder.resolve("old.txt"),
                SyntheticSite.clean()
                        .page("2014/12/29/typo-zzzzz.html", "T", "")
                        .page("2014/12/29/withdrawn-yyyyy.html", "W", "")
                        .page("2014/12/29/dead-xxxxx.html", "D", "")
                        .page("2014/12/29/loop-wwwww.html", "L", "")
                        .manifest());
        Path site = SyntheticSite.clean()
                .page(
                        "2014/12/29/typo-zzzzz.html",
                        "T",
                        "<main><a href=\"../30/storm-closes-harbour-k3f9x.html\">Storm</a></main>")
                .page("2014/12/29/withdrawn-yyyyy.html", "W", "<p>Withdrawn.</p>")
                .page(
                        "2014/12/29/loop-wwwww.html",
                        "L",
                        "<meta http-equiv=\"refresh\" content=\"0; url=loop-wwwww.html\">")
                .replace("2014/12/29/typo-zzzzz.html", "<body>", "<body class=\"gone\">")
                .replace("2014/12/29/withdrawn-yyyyy.html", "<body>", "<body class=\"gone\">")
                .write(folder.resolve("site"));

        CheckReport report = SiteCheck.run(new CheckRequest(site, Host.ANY, false, old));

        assertThat(report.addresses())
                .contains(
                        new OldAddress("index.html", OldAddress.Fate.STAYS, "index.html"),
                        new OldAddress("2014/12/29/typo-zzzzz.html", OldAddress.Fate.FORWARDS, STORM),
                        new OldAddress(
                                "2014/12/29/withdrawn-yyyyy.html",
                                OldAddress.Fate.EXPLAINS,
                                "2014/12/29/withdrawn-yyyyy.html"),
                        new OldAddress("2014/12/29/dead-xxxxx.html", OldAddress.Fate.DEAD, ""),
                        new OldAddress("2014/12/29/loop-wwwww.html", OldAddress.Fate.DEAD, ""));
        assertThat(told(report))
                .containsExactly(
                        "DEAD_ADDRESS 2014/12/29/dead-xxxxx.html: was published once, and leads nowhere now",
                        "DEAD_ADDRESS 2014/12/29/loop-wwwww.html: was published once, and leads nowhere now");
    }

    @Test
    void aFolderWithoutManifestIsNoSite() {
        assertThatThrownBy(() -> SiteCheck.run(new CheckRequest(folder, Host.ANY, false, null)))
                .isInstanceOf(PublishFailure.class)
                .hasMessageEndingWith("manifest-sha256.txt is not there – build the site first, or name its folder");
    }

    @Test
    void aSiteWithoutFrontPageIsTold() throws PublishFailure {
        assertThat(told(check(SyntheticSite.clean().without("index.html"))))
                .contains("MISSING_FILE index.html: a site begins with this page");
    }

    @Test
    void manyFindingsAreCountedAndTheFirstKept() throws PublishFailure {
        String links = "<a href=\"no.html\">x</a>".repeat(Findings.KEPT + 500);

        CheckReport report = check(SyntheticSite.clean().replace("index.html", "</body>", links + "</body>"));

        assertThat(report.findings()).hasSize(Findings.KEPT);
        assertThat(report.counts()).containsEntry(FindingKind.BROKEN_LINK, Findings.KEPT + 500L);
    }
}
