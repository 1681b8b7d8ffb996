package org.backfile.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.backfile.page.FormerAddresses.Row;
import org.junit.jupiter.api.Test;

class FormerAddressesTest {
    private static final Set<SitePath> STANDING = paths("index.html", "2014/index.html", "2014/new-aaaaa.html");

    private static SitePath path(String value) {
        return new SitePath(value);
    }

    private static Set<SitePath> paths(String... values) {
        return Stream.of(values).map(SitePath::new).collect(Collectors.toSet());
    }

    private static Row row(String url, String file, String words) {
        return new Row(path(url), file, 1, words);
    }

    @Test
    void aRetitledArticleLeadsToItsNewAddress() {
        FormerAddresses former = FormerAddresses.of(
                paths("2014/old-aaaaa.html"),
                List.of(row("2014/old-aaaaa.html", "a.txt", "w1")),
                List.of(row("2014/new-aaaaa.html", "a.txt", "w2")),
                STANDING,
                Map.of());

        assertThat(former.gone())
                .containsExactly(Map.entry(
                        path("2014/old-aaaaa.html"), new Content.Gone(false, null, path("2014/new-aaaaa.html"))));
    }

    @Test
    void aRenamedFileLeadsToTheArticleWithItsWords() {
        FormerAddresses former = FormerAddresses.of(
                paths("2014/old-bbbbb.html"),
                List.of(row("2014/old-bbbbb.html", "b.txt", "w1")),
                List.of(row("2014/zebra-ccccc.html", "z.txt", "w1"), row("2014/new-aaaaa.html", "c.txt", "w1")),
                STANDING,
                Map.of());

        assertThat(former.gone().get(path("2014/old-bbbbb.html")).target()).isEqualTo(path("2014/new-aaaaa.html"));
    }

    @Test
    void aWithdrawnArticleSaysSoAndLeadsNowhereEvenWhereACopyStands() {
        FormerAddresses former = FormerAddresses.of(
                paths("2014/old-bbbbb.html", "2014/other-ddddd.html"),
                List.of(row("2014/old-bbbbb.html", "b.txt", "w1"), row("2014/other-ddddd.html", "d.txt", "w3")),
                List.of(row("2014/new-aaaaa.html", "c.txt", "w1")),
                STANDING,
                Map.of("b.txt", "at the author's wish", "d.txt", ""));

        assertThat(former.gone())
                .containsEntry(path("2014/old-bbbbb.html"), new Content.Gone(true, "at the author's wish", null))
                .containsEntry(path("2014/other-ddddd.html"), new Content.Gone(true, null, null));
    }

    @Test
    void aRemovedArticleIsNoLongerInTheArchive() {
        FormerAddresses former = FormerAddresses.of(
                paths("2014/old-bbbbb.html"),
                List.of(row("2014/old-bbbbb.html", "b.txt", "w1")),
                List.of(),
                STANDING,
                Map.of());

        assertThat(former.gone()).containsValue(new Content.Gone(false, null, null));
        assertThat(former.rows()).containsExactly(row("2014/old-bbbbb.html", "b.txt", "w1"));
    }

    @Test
    void aListingLeadsToTheNearestOneAbove() {
        FormerAddresses former = FormerAddresses.of(
                paths("2014/12/index.html", "places/rome/1911.html", "404.css"),
                List.of(),
                List.of(),
                STANDING,
                Map.of());

        assertThat(former.gone())
                .containsOnly(
                        Map.entry(path("2014/12/index.html"), new Content.Gone(false, null, path("2014/index.html"))),
                        Map.entry(path("places/rome/1911.html"), new Content.Gone(false, null, path("index.html"))));
        assertThat(FormerAddresses.of(paths("a.html"), List.of(), List.of(), Set.of(), Map.of())
                        .gone())
                .containsValue(new Content.Gone(false, null, null));
    }

    @Test
    void whatIsRememberedLeadsOnAfterFurtherBuilds() {
        FormerAddresses first = FormerAddresses.of(
                paths("2014/old-aaaaa.html"),
                List.of(row("2014/old-aaaaa.html", "a.txt", "w1")),
                List.of(row("2014/new-aaaaa.html", "a.txt", "w2")),
                STANDING,
                Map.of());
        FormerAddresses second = FormerAddresses.of(
                paths("2014/old-aaaaa.html", "2014/new-aaaaa.html"),
                Stream.concat(first.rows().stream(), Stream.of(row("2014/new-aaaaa.html", "a.txt", "w2")))
                        .toList(),
                List.of(row("2014/newer-aaaaa.html", "a.txt", "w2")),
                paths("2014/newer-aaaaa.html"),
                Map.of());

        assertThat(second.gone().values())
                .containsExactly(
                        new Content.Gone(false, null, path("2014/newer-aaaaa.html")),
                        new Content.Gone(false, null, path("2014/newer-aaaaa.html")));
    }

    @Test
    void anAddressThatStandsAgainIsNoFormerOne() {
        FormerAddresses former = FormerAddresses.of(
                paths("2014/new-aaaaa.html"),
                List.of(row("2014/new-aaaaa.html", "a.txt", "w1")),
                List.of(),
                STANDING,
                Map.of());

        assertThat(former.gone()).isEmpty();
        assertThat(former.rows()).isEmpty();
    }

    @Test
    void redirectsNameTheAddressesThatLeadOn() {
        FormerAddresses former = FormerAddresses.of(
                paths("2014/café-aaaaa.html", "2014/lost-bbbbb.html"),
                List.of(row("2014/café-aaaaa.html", "a.txt", "w1"), row("2014/lost-bbbbb.html", "b.txt", "w2")),
                List.of(row("2014/new-aaaaa.html", "a.txt", "w1")),
                STANDING,
                Map.of());

        assertThat(former.redirects("/archive/"))
                .isEqualTo("/archive/2014/caf%C3%A9-aaaaa.html /archive/2014/new-aaaaa.html 301\n");
    }
}
