package org.backfile.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.backfile.page.Archive.Draft;
import org.junit.jupiter.api.Test;

class AddressTest {
    private static String address(Draft draft) {
        return Address.of(new Archive().add(draft).cards().get(0)).value();
    }

    @Test
    void anAddressIsTheDateTheHeadlineAndAHashOfThePath() {
        assertThat(address(Draft.of("a/b.txt", "Storm closes harbour", "2014-12-30")))
                .matches("2014/12/30/storm-closes-harbour-[0-9a-z]{5}\\.html");
        assertThat(address(Draft.of("a/b.txt", "Storm", "2014-12"))).startsWith("2014/12/storm-");
        assertThat(address(Draft.of("a/b.txt", "Storm", "2014"))).startsWith("2014/storm-");
        assertThat(address(Draft.of("a/b.txt", "Storm", null))).startsWith("undated/storm-");
    }

    @Test
    void withoutAHeadlineTheFilesNameStands() {
        assertThat(address(Draft.of("a/Box 7.old.txt", null, null))).startsWith("undated/box-7-old-");
        assertThat(address(Draft.of("a/.txt", "…", null))).startsWith("undated/txt-");
        assertThat(address(Draft.of("a/---", null, null))).startsWith("undated/article-");
    }

    @Test
    void noOtherArticleChangesAnAddress() {
        Draft draft = Draft.of("a.txt", "Storm", "2014");
        Archive two = new Archive().add(draft).add(Draft.of("b.txt", "Storm", "2014"));
        SitePlan plan = two.plan(PageSettings.titled("T"));
        assertThat(plan.address(two.cards().get(0).id()).value()).isEqualTo(address(draft));
        assertThat(plan.address(two.cards().get(1).id()))
                .isNotEqualTo(plan.address(two.cards().get(0).id()));
    }

    @Test
    void whereTwoShortHashesAreOneTheLaterInOrderGetsALongerOne() {
        var one = new Archive().add(Draft.of("a.txt", "S", null)).cards().get(0);
        assertThat(Address.longer(one).value()).matches("undated/s-[0-9a-z]{12}\\.html");
        assertThat(Address.longer(one).value())
                .startsWith(Address.of(one).value().replace(".html", ""));
    }

    @Test
    void severalArticlesOfAFileHaveAddressesOfTheirOwn() {
        assertThat(List.of(1, 2, 3).stream().map(n -> Address.nameless("x" + n)).distinct())
                .hasSize(3);
    }
}
