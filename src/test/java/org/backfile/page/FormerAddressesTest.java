package org.backfile.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.backfile.article.ArticleId;
import org.backfile.page.Archive.Draft;
import org.backfile.page.Published.Row;
import org.backfile.story.Stories.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An address that was published once goes on leading somewhere, whatever becomes of its article. */
class FormerAddressesTest {
    private static final Content.Gone GONE = new Content.Gone(false, null, null);

    private final Earlier earlier = new Earlier();
    private final Map<ArticleId, String> withdrawn = new HashMap<>();

    /** What stood before, as the manifest, the data files and the record of former addresses told it. */
    private static final class Earlier implements Published {
        private final Set<SitePath> pages = new LinkedHashSet<>();
        private final List<Row> articles = new ArrayList<>();
        private List<Row> remembered = List.of();
        private int asked;

        Earlier page(String path) {
            pages.add(new SitePath(path));
            return this;
        }

        /** An article of an earlier build, with the address that it had then. */
        SitePath article(Draft draft, @Nullable String kin) {
            Archive alone = new Archive().add(draft);
            SitePath address = Address.of(alone.cards().get(0));
            pages.add(address);
            articles.add(
                    new Row(address, id(draft.path()), alone.cards().get(0).bodySha1(), kin == null ? null : id(kin)));
            return address;
        }

        @Override
        public Set<SitePath> pages() {
            return pages;
        }

        @Override
        public List<Row> remembered() {
            return remembered;
        }

        @Override
        public Collection<Row> articles(Set<SitePath> addresses) {
            asked++;
            return articles;
        }
    }

    private static ArticleId id(String path) {
        return new ArticleId(path, 1);
    }

    private SitePlan plan(Archive now) {
        Extras extras =
                new Extras(path -> null, 1, 0, 0, List.of(), List.of(), List.of(), List::of, earlier, withdrawn::get);
        PageSettings settings = PageSettings.titled("The Lantern");
        return SitePlan.of(
                new Catalog(now.cards(), Addresses.of(now.cards()), now.stories(), settings), settings, extras);
    }

    private static Content.Gone to(SitePlan plan, String path) {
        return new Content.Gone(false, null, plan.address(id(path)));
    }

    @Test
    void anArticleWithAnotherHeadlineOrDateLeadsToItsNewAddress() {
        SitePath retitled = earlier.article(Draft.of("a.txt", "Strom closes harbour", "2014-12-30"), null);
        SitePath dated = earlier.article(Draft.of("b.txt", "Fog", null), null);

        SitePlan plan = plan(new Archive()
                .add(Draft.of("a.txt", "Storm closes harbour", "2014-12-30"))
                .add(Draft.of("b.txt", "Fog", "1999")));

        assertThat(plan.former().gone())
                .containsOnly(Map.entry(retitled, to(plan, "a.txt")), Map.entry(dated, to(plan, "b.txt")));
    }

    @Test
    void aRenamedFileLeadsToTheStoryWithItsWords() {
        SitePath old = earlier.article(Draft.of("b.txt", "Gale", "2014").saying("the pier is shut"), null);

        SitePlan plan = plan(new Archive()
                .add(Draft.of("a.txt", "Other", "2014").saying("nothing of the sort"))
                .add(Draft.of("y.txt", "Gale", "2014").saying("the pier was shut"))
                .also(Draft.of("z.txt", "Gale", "2014").saying("the pier is shut"), Role.VERSION));

        assertThat(plan.former().gone()).containsExactly(Map.entry(old, to(plan, "y.txt")));
    }

    @Test
    void aRemovedVersionLeadsToWhatIsLeftOfItsStory() {
        SitePath old = earlier.article(Draft.of("b.txt", "Gale", "2014").saying("edited words"), "a.txt");

        SitePlan plan = plan(new Archive().add(Draft.of("a.txt", "Gale", "2014").saying("first words")));

        assertThat(plan.former().gone()).containsExactly(Map.entry(old, to(plan, "a.txt")));
    }

    @Test
    void aRemovedArticleIsNoLongerInTheArchive() {
        SitePath old = earlier.article(Draft.of("b.txt", "Gale", "2014").saying("lost words"), null);

        assertThat(plan(new Archive().add(Draft.of("a.txt", "Fog", "2014")))
                        .former()
                        .gone())
                .containsExactly(Map.entry(old, GONE));
    }

    @Test
    void articlesWithoutWordsAreNotTakenForEachOther() {
        SitePath old = earlier.article(Draft.of("b.txt", "Gale", "2014").saying("…"), null);

        assertThat(plan(new Archive().add(Draft.of("a.txt", "Fog", "2014").saying("…")))
                        .former()
                        .gone())
                .containsExactly(Map.entry(old, GONE));
    }

    @Test
    void aWithdrawnArticleSaysSoAndLeadsNowhereEvenWhereACopyStands() {
        SitePath asked = earlier.article(Draft.of("b.txt", "Gale", "2014").saying("the same words"), "a.txt");
        SitePath silent = earlier.article(Draft.of("d.txt", "Fog", "2014").saying("other words"), null);
        withdrawn.put(id("b.txt"), "at the author's wish");
        withdrawn.put(id("d.txt"), "");

        SitePlan plan = plan(new Archive().add(Draft.of("a.txt", "Gale", "2014").saying("the same words")));

        assertThat(plan.former().gone())
                .containsOnly(
                        Map.entry(asked, new Content.Gone(true, "at the author's wish", null)),
                        Map.entry(silent, new Content.Gone(true, null, null)));
        assertThat(plan.former().rows())
                .as("no digest of withdrawn words is kept")
                .containsExactlyInAnyOrder(
                        new Row(asked, id("b.txt"), "", null), new Row(silent, id("d.txt"), "", null));
    }

    @Test
    void aListingLeadsToTheNearestOneAbove() {
        earlier.page("2014/11/index.html").page("places/rome/1911.html");

        assertThat(plan(new Archive().add(Draft.of("a.txt", "Fog", "2014-12-30")))
                        .former()
                        .gone())
                .containsOnly(
                        Map.entry(
                                new SitePath("2014/11/index.html"),
                                new Content.Gone(false, null, new SitePath("2014/index.html"))),
                        Map.entry(
                                new SitePath("places/rome/1911.html"),
                                new Content.Gone(false, null, new SitePath("index.html"))));
        assertThat(earlier.asked).as("no data file need be read for a listing").isZero();
    }

    @Test
    void whereOnlyTheAddressIsKnownItsHashTellsTheArticle() {
        SitePath old = earlier.article(Draft.of("a.txt", "Strom", "2014-12-30"), null);
        earlier.articles.clear();

        SitePlan plan = plan(new Archive().add(Draft.of("a.txt", "Storm", "2013-12-30")));

        assertThat(plan.former().gone()).containsExactly(Map.entry(old, to(plan, "a.txt")));
    }

    @Test
    void whatIsRememberedLeadsOnAfterFurtherBuilds() {
        SitePath first = earlier.article(Draft.of("a.txt", "Strom", "2014"), null);
        SitePlan second = plan(new Archive().add(Draft.of("a.txt", "Storm", "2014")));

        earlier.articles.clear();
        earlier.remembered = second.former().rows();
        second.pages().forEach(page -> earlier.pages.add(page.path()));
        earlier.articles.add(new Row(second.address(id("a.txt")), id("a.txt"), "w", null));
        SitePlan third = plan(new Archive().add(Draft.of("a.txt", "The storm", "2014")));

        assertThat(third.former().gone())
                .containsEntry(first, to(third, "a.txt"))
                .containsEntry(second.address(id("a.txt")), to(third, "a.txt"));
    }

    @Test
    void anAddressThatStandsAgainIsNoFormerOne() {
        earlier.article(Draft.of("a.txt", "Fog", "2014"), null);

        SitePlan plan = plan(new Archive().add(Draft.of("a.txt", "Fog", "2014")));

        assertThat(plan.former()).isEqualTo(FormerAddresses.NONE);
        assertThat(earlier.asked).as("nothing was removed, so nothing is read").isZero();
    }

    @Test
    void redirectsNameTheAddressesThatLeadOn() {
        earlier.article(Draft.of("a.txt", "茶", "2014"), null);
        earlier.article(Draft.of("b.txt", "Lost", "2014").saying("lost words"), null);

        SitePlan plan = plan(new Archive().add(Draft.of("a.txt", "Tea", "2014")));

        assertThat(plan.former().redirects("/archive/"))
                .matches("/archive/2014/%E8%8C%B6-(\\w{5}).html /archive/2014/tea-\\1.html 301\n");
    }
}
