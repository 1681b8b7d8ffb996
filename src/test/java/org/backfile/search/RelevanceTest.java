package org.backfile.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a story is found by words of its own, among real texts, each story once. */
class RelevanceTest {
    private static final int STORIES = 500;

    @TempDir
    static Path folder;

    @Test
    void aStoryIsFirstForRareWordsOfItsHeadlineAndAmongTheFirstTenForThreeWordsOfItsBody() throws Exception {
        List<SearchDocument> documents = new ArrayList<>();
        List<Set<String>> headlines = new ArrayList<>();
        for (String name : List.of("wikinews-en", "senate")) {
            for (SearchDocument text : SearchIndexTest.texts(name)) {
                if (text.headline() != null && isNew(text.headline(), headlines)) {
                    documents.add(text);
                }
            }
        }
        IndexFolder.of(folder, documents);
        List<Oracle> texts = documents.stream().map(Oracle::new).toList();
        Map<String, Integer> holding = new HashMap<>();
        texts.forEach(text -> text.words().forEach(word -> holding.merge(word, 1, Integer::sum)));
        Random random = new Random(11);
        List<Integer> stories = IntStream.range(0, STORIES)
                .mapToObj(i -> random.nextInt(documents.size()))
                .toList();

        List<List<Integer>> byHeadline = answers(stories, story -> {
            List<String> words = words(texts.get(story).field("headline").get(0));
            words.sort(java.util.Comparator.<String>comparingInt(word -> holding.getOrDefault(word, 0))
                    .thenComparing(w -> w));
            return words.subList(0, Math.min(3, words.size()));
        });
        List<List<Integer>> byBody = answers(stories, story -> {
            List<String> words =
                    words(texts.get(story).body().stream().flatMap(List::stream).toList());
            java.util.Collections.shuffle(words, random);
            return words.subList(0, Math.min(3, words.size()));
        });

        assertThat(share(stories, byHeadline, 1)).as("first by the headline").isGreaterThanOrEqualTo(0.95);
        assertThat(share(stories, byBody, 10))
                .as("in the first ten by the body")
                .isGreaterThanOrEqualTo(0.95);
    }

    private static List<String> words(Collection<String> words) {
        return new ArrayList<>(new HashSet<>(words)
                .stream().filter(word -> word.matches("[a-z]{4,}")).sorted().toList());
    }

    private static List<List<Integer>> answers(
            List<Integer> stories, java.util.function.IntFunction<List<String>> words) throws Exception {
        Path queries = folder.resolve("queries.txt");
        Files.write(
                queries,
                stories.stream()
                        .map(story -> String.join(" ", words.apply(story)) + "\t\t\t\trelevance")
                        .toList());
        return Node.run("queries.cjs", folder.toString(), queries.toString()).stream()
                .map(line -> line.isEmpty()
                        ? List.<Integer>of()
                        : java.util.Arrays.stream(line.split(" ", -1))
                                .map(Integer::valueOf)
                                .toList())
                .toList();
    }

    /** False for another senator's release of the same news: its headline has nearly the same words. */
    private static boolean isNew(String headline, List<Set<String>> headlines) {
        Set<String> words = new HashSet<>(List.of(Oracle.folded(headline).split("[^a-z0-9]+", -1)));
        for (Set<String> other : headlines) {
            long shared = words.stream().filter(other::contains).count();
            if (shared * 10 >= (words.size() + other.size() - shared) * 5) {
                return false;
            }
        }
        return headlines.add(words);
    }

    private static double share(List<Integer> stories, List<List<Integer>> answers, int within) {
        long right = IntStream.range(0, stories.size())
                .filter(i -> answers.get(i).stream().limit(within).toList().contains(stories.get(i)))
                .count();
        return (double) right / stories.size();
    }
}
