package org.backfile.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
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
import org.jspecify.annotations.Nullable;

/** A small archive made in a test: articles with a path, a headline, perhaps a date, and a body. */
final class Archive {
    private final List<Article> articles = new ArrayList<>();

    Archive with(String path, String headline, String body) {
        return with(path, headline, null, body);
    }

    Archive with(String path, String headline, @Nullable LocalDate date, String body) {
        articles.add(article(path, headline, date, body));
        return this;
    }

    static Article article(String path, String headline, @Nullable LocalDate date, String body) {
        Evidence evidence = new Evidence(null, Rule.PATH_DATE, Confidence.INFERRED);
        Fields fields = new Fields(
                headline.isEmpty() ? null : new Stated<>(headline, evidence),
                null,
                null,
                null,
                null,
                null,
                null,
                date == null ? null : new Stated<>(ArticleDate.of(date), evidence),
                null,
                null);
        List<String> paragraphs =
                body.lines().map(String::strip).filter(s -> !s.isEmpty()).toList();
        int[] words = {0};
        paragraphs.forEach(text -> Words.forEach(text, word -> words[0]++));
        return new Article(
                new ArticleId(path, 1),
                fields,
                paragraphs.stream()
                        .map(text -> new Paragraph(Paragraph.Kind.TEXT, text, 1, 1))
                        .toList(),
                words[0],
                Words.sha1(paragraphs));
    }

    List<Article> sorted() {
        return articles.stream().sorted(Comparator.comparing(Article::id)).toList();
    }

    Stories stories() {
        return stories(Verdicts.NONE);
    }

    Stories stories(Verdicts forced) {
        return stories(StorySettings.DEFAULTS, forced, GroupingMemory.NONE);
    }

    Stories stories(StorySettings settings, Verdicts forced, GroupingMemory known) {
        List<Article> sorted = sorted();
        List<ArticleCard> cards = sorted.stream().map(ArticleCard::of).toList();
        List<Fingerprint> prints = sorted.stream().map(Fingerprint::of).toList();
        return new StoryGrouper(settings).group(cards, prints::get, forced, known);
    }

    /** The paths of each story's articles, the lead's with a star, as {@code "a* b"}. */
    static List<String> shown(Stories stories) {
        return stories.stories().stream()
                .map(story -> String.join(
                        " ",
                        story.members().stream()
                                .map(member -> member.article() + (member.role() == Stories.Role.LEAD ? "*" : ""))
                                .toList()))
                .toList();
    }
}
