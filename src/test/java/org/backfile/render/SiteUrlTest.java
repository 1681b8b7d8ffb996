package org.backfile.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.backfile.page.SitePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteUrlTest {
    @Test
    void linksAreRelativeAndPercentEncoded() {
        SitePath page = new SitePath("2014/12/30/storm-k3f9x.html");
        assertThat(SiteUrl.relative(page, new SitePath("2014/12/index.html"))).isEqualTo("../index.html");
        assertThat(SiteUrl.relative(page, new SitePath("places/são paulo/index.html")))
                .isEqualTo("../../../places/s%C3%A3o%20paulo/index.html");
        assertThat(SiteUrl.relative(new SitePath("a.html"), new SitePath("50%?.html").at("són")))
                .isEqualTo("50%25%3F.html#s%C3%B3n");
    }

    @Test
    void aColonDoesNotMakeAScheme() {
        SitePath page = new SitePath("index.html");
        assertThat(SiteUrl.relative(page, new SitePath("javascript:x/y.html"))).isEqualTo("./javascript:x/y.html");
    }

    @Test
    void absoluteUrlsNeedTheSitesAddress() {
        SitePath page = new SitePath("undated/港-k3f9x.html");
        assertThat(SiteUrl.absolute("https://example.org/news", page))
                .isEqualTo("https://example.org/news/undated/%E6%B8%AF-k3f9x.html");
        assertThat(SiteUrl.absolute("https://example.org/", page)).startsWith("https://example.org/undated/");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://example.org/a?b=c#d | https://example.org/a?b=c#d",
                "HTTP://Example.ORG | http://example.org",
                "https://example.org:8080/ | https://example.org:8080/",
                "http://bücher.example/ä b | http://xn--bcher-kva.example/%C3%A4%20b",
                "//cdn.example.org/x | https://cdn.example.org/x",
                "http://example.org/100%/%41 | http://example.org/100%25/%41",
                "http://example.org/<script>\"'| http://example.org/%3Cscript%3E%22'",
                "http://example.org/a#b#c | http://example.org/a#b%23c",
                "http://192.0.2.7/ | http://192.0.2.7/",
                "mailto:desk@example.org?subject=x | mailto:desk@example.org",
            })
    void outwardLinksAreMendedSoThatTheyAreValid(String written, String url) {
        assertThat(SiteUrl.outward(written)).contains(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "neighbour.html",
                "/root.html",
                "#part",
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                " \u0001javascript:alert(1)",
                "data:text/html,x",
                "data:image/png;base64,AAAA",
                "vbscript:x",
                "file:///etc/passwd",
                "http:",
                "http://",
                "http:///x",
                "http://user:secret@example.org/",
                "http://[::1]/",
                "http://exa mple.org/",
                "http://-\u0000.org",
                "http://a..b/",
                "http://1.2.3.400/",
                "http://1.2.3/",
                "http://0x7f.0.0.01/",
                "http://example.org:/",
                "http://example.org:99999/",
                "http://example.org:80a/",
                "mailto:nobody",
                "mailto:@example.org",
                "mailto:a b@example.org",
                "mailto:a?x@example.org"
            })
    void whatIsNoLinkToTheWebIsRefused(String written) {
        assertThat(SiteUrl.outward(written)).isEmpty();
    }

    @Test
    void anEndlessAddressIsRefused() {
        assertThat(SiteUrl.outward("http://example.org/" + "a".repeat(5000))).isEmpty();
        assertThat(SiteUrl.outward("http://" + "a.".repeat(200) + "org")).isEmpty();
        assertThat(SiteUrl.outward("http://" + "a".repeat(64) + ".org")).isEmpty();
    }
}
