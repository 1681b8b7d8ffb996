package org.backfile.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.backfile.article.Article;
import org.backfile.article.ArticleCard;
import org.backfile.article.ArticleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for any archive: tried on made ones with copies, edits, cuts, misread texts and templates. */
class GroupingPropertiesTest {
    private static Archive made(long seed) {
        MadeNews news = new MadeNews(seed);
        Archive archive = new Archive();
        int number = 0;
        for (int story = 0; story < 25; story++) {
            String text = news.story(50 + news.upTo(250));
            for (int print = news.upTo(5); print >= 0; print--) {
                String version = switch (news.upTo(5)) {
                    case 0 -> news.edited(text, 3 + news.upTo(20));
                    case 1 -> news.misread(text, 3 + news.upTo(20));
                    case 2 -> MadeNews.cut(text, 30 + news.upTo(200));
                    case 3 -> String.join("\n", news.shuffledLines(text));
                    default -> text;
                };
                archive.with(news.upTo(100) + "/" + number++ + ".txt", "Headline " + news.upTo(3), version);
            }
        }
        return archive;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everyArticleIsInExactlyOneStory(long seed) {
        Archive archive = made(seed);
        List<ArticleId> members = new ArrayList<>();
        archive.stories().stories().forEach(story -> story.members().forEach(m -> members.add(m.article())));

        assertThat(members)
                .containsExactlyInAnyOrderElementsOf(
                        archive.sorted().stream().map(a -> a.id()).toList());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theNumberOfThreadsAndWhatIsKnownAlreadyChangeNothing(long seed) {
        Archive archive = made(seed);
        HeldMemory alone = new HeldMemory();
        HeldMemory again = new HeldMemory();
        Stories stories = archive.stories(new StorySettings(1, 3), Verdicts.NONE, alone);

        assertThat(archive.stories(new StorySettings(4, 3), Verdicts.NONE, GroupingMemory.NONE))
                .isEqualTo(stories);
        assertThat(archive.stories(new StorySettings(2, 3), Verdicts.NONE, again))
                .isEqualTo(stories);
        assertThat(again.kept()).containsExactlyInAnyOrderEntriesOf(alone.kept());
    }

    /** With few stories nearly all texts share a phrase with one that changed, with many hardly any. */
    @ParameterizedTest
    @CsvSource({"1, 15, 7", "2, 15, 7", "3, 15, 7", "4, 120, 7", "5, 120, 16", "6, 120, 30", "7, 150, 50"})
    void whatIsRememberedFromTheLastGroupingChangesNothing(long seed, int stories, int notices) {
        MadeNews news = new MadeNews(seed);
        String notice = news.story(60);
        List<String> texts = new ArrayList<>();
        for (int story = 0; story < stories; story++) {
            String text = news.story(40 + news.upTo(120));
            for (int print = 1 + news.upTo(4) * news.upTo(Math.max(1, 180 / stories)); print > 0; print--) {
                texts.add(
                        news.edited(text, 3 + news.upTo(30)) + (story % (stories / notices) == 0 ? "\n" + notice : ""));
            }
        }
        HeldMemory memory = new HeldMemory();
        for (int step = 0; step < 50; step++) {
            int at = news.upTo(texts.size());
            switch (news.upTo(6)) {
                case 0 -> texts.remove(at);
                case 1 -> texts.add(at, texts.get(news.upTo(texts.size())));
                case 2 -> texts.add(at, news.story(30 + news.upTo(100)) + "\n" + notice);
                case 3 -> texts.set(at, MadeNews.cut(texts.get(at), 20 + news.upTo(100)));
                case 4 -> texts.set(at, texts.get(news.upTo(texts.size())) + "\n" + texts.get(at));
                default -> texts.set(at, news.edited(texts.get(at), 2 + news.upTo(20)));
            }
            Archive archive = new Archive();
            for (int i = 0; i < texts.size(); i++) {
                archive.with("%04d.txt".formatted(i * 7919 % 9973), "Same", texts.get(i));
            }
            HeldMemory nothing = new HeldMemory();
            Stories clean = archive.stories(StorySettings.DEFAULTS, Verdicts.NONE, nothing);
            Stories again = archive.stories(StorySettings.DEFAULTS, Verdicts.NONE, memory);

            assertThat(again).as("step " + step).isEqualTo(clean);
            for (String name : List.of(KnownStories.NAME, Findings.NAME, Alignments.NAME)) {
                assertThat(memory.kept().get(name))
                        .as(name + " of step " + step)
                        .isEqualTo(nothing.kept().get(name));
            }
            memory = memory.next();
        }
    }

    @Test
    void theStoriesOfAnUnchangedArchiveAreKnownWithoutLookingAtItsTexts() {
        List<Article> articles = made(1).sorted();
        List<ArticleCard> cards = articles.stream().map(ArticleCard::of).toList();
        StoryGrouper grouper = new StoryGrouper(StorySettings.DEFAULTS);
        Fingerprints read = new Fingerprints() {
            @Override
            public Fingerprint get(int index) {
                return Fingerprint.of(articles.get(index));
            }

            @Override
            public long key(int index) {
                return articles.get(index).hashCode();
            }
        };
        Fingerprints unread = new Fingerprints() {
            @Override
            public Fingerprint get(int index) {
                throw new AssertionError("asked for " + index);
            }

            @Override
            public long key(int index) {
                return read.key(index);
            }
        };
        HeldMemory first = new HeldMemory();
        Stories stories = grouper.group(cards, read, Verdicts.NONE, first);
        HeldMemory second = first.next();

        assertThat(grouper.group(cards, unread, Verdicts.NONE, second)).isEqualTo(stories);
        assertThat(second.kept()).containsExactlyInAnyOrderEntriesOf(first.kept());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aDamagedMemoryIsRefused(long seed) {
        HeldMemory stored = new HeldMemory();
        made(seed).stories(StorySettings.DEFAULTS, Verdicts.NONE, stored);
        Archive other = made(seed).with("another.txt", "Another", "One more text.");

        for (Map.Entry<String, byte[]> entry : stored.kept().entrySet()) {
            HeldMemory damaged = stored.next();
            damaged.last().put(entry.getKey(), Arrays.copyOf(entry.getValue(), entry.getValue().length - 1));

            assertThatThrownBy(() -> other.stories(StorySettings.DEFAULTS, Verdicts.NONE, damaged))
                    .as(entry.getKey())
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void anArticleThatSharesNoPhraseWithAnyOtherChangesNoStory(long seed) {
        Archive archive = made(seed);
        List<String> before = Archive.shown(archive.stories());
        StringBuilder foreign = new StringBuilder();
        for (int i = 0; i < 150; i++) {
            foreign.append("q").append(Integer.toString(i * 7919, 36)).append(' ');
        }
        archive.with("50/zz.txt", "qqq", foreign.toString());

        List<String> after = new ArrayList<>(Archive.shown(archive.stories()));

        assertThat(after).contains("50/zz.txt*");
        after.remove("50/zz.txt*");
        assertThat(after).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aFileAndItsExactCopyAlwaysMeet(long seed) {
        Archive archive = made(seed);
        var some = archive.sorted().get((int) (seed * 11));
        StringBuilder body = new StringBuilder();
        some.body().forEach(paragraph -> body.append(paragraph.text()).append('\n'));
        archive.with("copy.txt", "Copy", body.toString());

        Stories stories = archive.stories();

        assertThat(storyOf(stories, "copy.txt"))
                .isEqualTo(storyOf(stories, some.id().path()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aVerdictDoesNotDependOnWhichOfTwoArticlesIsGivenFirst(long seed) {
        List<Article> articles = made(seed).sorted();
        StoryGrouper grouper = new StoryGrouper(StorySettings.DEFAULTS);
        for (int i = 0; i < articles.size(); i++) {
            for (int j = i + 1; j < articles.size(); j += 1 + i % 7) {
                PairExplanation there = explain(grouper, articles.get(i), articles.get(j));
                PairExplanation back = explain(grouper, articles.get(j), articles.get(i));

                assertThat(back.turned())
                        .as(articles.get(i).id() + ", " + articles.get(j).id())
                        .isEqualTo(there);
            }
        }
    }

    private static PairExplanation explain(StoryGrouper grouper, Article one, Article other) {
        return grouper.explain(ArticleCard.of(one), Fingerprint.of(one), ArticleCard.of(other), Fingerprint.of(other));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theNamesOfFilesDoNotDecideWhichTextsMeet(long seed) {
        List<String> stories = new ArrayList<>();
        for (String prefix : List.of("", "z")) {
            Archive renamed = new Archive();
            var sorted = made(seed).sorted();
            for (int i = 0; i < sorted.size(); i++) {
                StringBuilder body = new StringBuilder();
                sorted.get(i)
                        .body()
                        .forEach(paragraph -> body.append(paragraph.text()).append('\n'));
                int at = prefix.isEmpty() ? i : sorted.size() - 1 - i;
                renamed.with("%04d.txt".formatted(at), "Same", body.toString());
            }
            int last = sorted.size() - 1;
            stories.add(renamed.stories().stories().stream()
                    .map(story -> story.members().stream()
                            .map(m -> Integer.parseInt(m.article().path().substring(0, 4)))
                            .map(n -> prefix.isEmpty() ? n : last - n)
                            .sorted()
                            .toList()
                            .toString())
                    .sorted()
                    .toList()
                    .toString());
        }

        assertThat(stories.get(1)).isEqualTo(stories.get(0));
    }

    private static ArticleId storyOf(Stories stories, String path) {
        return stories.stories().stream()
                .filter(story -> story.members().stream()
                        .anyMatch(m -> m.article().path().equals(path)))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
