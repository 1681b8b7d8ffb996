package org.backfile.page;

import java.util.ArrayList;
import java.util.List;
import org.backfile.article.Article;
import org.backfile.article.ArticleCard;
import org.backfile.article.ArticleDate;
import org.backfile.article.ArticleId;
import org.backfile.article.Confidence;
import org.backfile.article.Evidence;
import org.backfile.article.Fields;
import org.backfile.article.Paragraph;
import org.backfile.article.Rule;
import org.backfile.article.Stated;
import org.backfile.article.Words;
import org.backfile.story.Stories;
import org.jspecify.annotations.Nullable;

/** An archive made up by a test, article by article. */
public final class Archive {
    private static final Evidence EVIDENCE =
            new Evidence(new Evidence.Place(1, 1, 1, 10), Rule.HEADER_LINE, Confidence.WRITTEN);

    private final List<Article> articles = new ArrayList<>();
    private final List<List<Stories.Member>> stories = new ArrayList<>();

    /** What a test says of an article; everything else is unknown. */
    public record Draft(
            String path,
            @Nullable String headline,
            @Nullable String date,
            @Nullable String section,
            @Nullable String place,
            @Nullable String byline,
            @Nullable String publication,
            @Nullable String kicker,
            @Nullable String language,
            String text) {
        public static Draft of(String path, @Nullable String headline, @Nullable String date) {
            return new Draft(
                    path, headline, date, null, null, null, null, null, null, "Nothing more is known of this. It was.");
        }

        public Draft in(String newSection, String newPlace, String newByline, String newPublication) {
            return new Draft(
                    path, headline, date, newSection, newPlace, newByline, newPublication, kicker, language, text);
        }

        public Draft saying(String newText) {
            return new Draft(path, headline, date, section, place, byline, publication, kicker, language, newText);
        }

        public Draft kicker(String newKicker) {
            return new Draft(path, headline, date, section, place, byline, publication, newKicker, language, text);
        }

        public Draft language(String newLanguage) {
            return new Draft(path, headline, date, section, place, byline, publication, kicker, newLanguage, text);
        }
    }

    /** Adds a story of one article. */
    public Archive add(Draft draft) {
        stories.add(new ArrayList<>(List.of(new Stories.Member(enter(draft), Stories.Role.LEAD, 1, 1))));
        return this;
    }

    /** Adds an article to the story added last. */
    public Archive also(Draft draft, Stories.Role role) {
        stories.get(stories.size() - 1).add(new Stories.Member(enter(draft), role, 0.95, 0.8));
        return this;
    }

    private ArticleId enter(Draft draft) {
        ArticleId id = new ArticleId(draft.path(), 1);
        List<Paragraph> body = new ArrayList<>();
        for (String paragraph : draft.text().split("\n\n")) {
            body.add(new Paragraph(Paragraph.Kind.TEXT, paragraph, 1, 1));
        }
        Fields fields = new Fields(
                stated(draft.headline()),
                stated(draft.kicker()),
                null,
                stated(draft.section()),
                stated(draft.byline()),
                null,
                stated(draft.place()),
                draft.date() == null ? null : new Stated<>(date(draft.date()), EVIDENCE),
                stated(draft.publication()),
                stated(draft.language()));
        int[] words = {0};
        Words.forEach(draft.text(), word -> words[0]++);
        articles.add(new Article(id, fields, body, words[0], Words.sha1(List.of(draft.text()))));
        return id;
    }

    private static @Nullable Stated<String> stated(@Nullable String value) {
        return value == null ? null : new Stated<>(value, EVIDENCE);
    }

    /** {@code 2014}, {@code 2014-12} or {@code 2014-12-30}. */
    public static ArticleDate date(String iso) {
        String[] parts = iso.split("-");
        return new ArticleDate(
                Integer.parseInt(parts[0]),
                parts.length > 1 ? Integer.parseInt(parts[1]) : 0,
                parts.length > 2 ? Integer.parseInt(parts[2]) : 0);
    }

    public List<ArticleCard> cards() {
        return articles.stream()
                .map(ArticleCard::of)
                .sorted(java.util.Comparator.comparing(ArticleCard::id))
                .toList();
    }

    public Stories stories() {
        List<Stories.Story> all = new ArrayList<>();
        for (List<Stories.Member> members : stories) {
            List<Stories.Member> sorted = new ArrayList<>(members);
            sorted.sort(java.util.Comparator.comparing(Stories.Member::article));
            all.add(new Stories.Story(sorted, List.of()));
        }
        all.sort(java.util.Comparator.comparing(Stories.Story::id));
        return new Stories(all);
    }

    public Article article(ArticleId id) {
        return articles.stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow();
    }

    public SitePlan plan(PageSettings settings) {
        return SitePlan.of(
                new Catalog(cards(), Addresses.of(cards()), stories(), settings),
                settings,
                Extras.ofFiles(articles.size()));
    }
}
