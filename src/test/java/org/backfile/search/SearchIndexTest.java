package org.backfile.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the search page finds in an index, beside what a look through all texts finds. */
class SearchIndexTest {
    private static final int QUERIES = Integer.getInteger("backfile.search.queries", 60);

    @TempDir
    static Path folder;

    private static List<SearchDocument> documents;
    private static Oracle oracle;
    private static final MadeArticles MADE = new MadeArticles(3000);

    @BeforeAll
    static void build() {
        documents = MADE.articles(1200, 150);
        IndexFolder.of(folder, documents);
        oracle = new Oracle(documents);
    }

    @Test
    void findsWords() throws Exception {
        Map<String, List<Integer>> expected = new LinkedHashMap<>();
        Random random = new Random(1);
        while (expected.size() < QUERIES) {
            String word = Oracle.folded(MADE.word(random));
            expected.put(word, oracle.word("", word));
        }
        assertFinds(expected);
    }

    @Test
    void findsPhrases() throws Exception {
        Map<String, List<Integer>> expected = new LinkedHashMap<>();
        Random random = new Random(2);
        while (expected.size() < QUERIES) {
            String paragraph =
                    documents.get(random.nextInt(documents.size())).paragraphs().get(0);
            String[] words = paragraph.split(" ");
            int from = random.nextInt(words.length - 4);
            List<String> phrase = List.of(words).subList(from, from + 2 + random.nextInt(3));
            if (phrase.stream().allMatch(word -> word.matches("\\p{L}+"))) {
                expected.put(
                        '"' + String.join(" ", phrase) + '"',
                        oracle.phrase("", phrase.stream().map(Oracle::folded).toList()));
            }
        }
        assertFinds(expected);
    }

    private static void assertFinds(Map<String, List<Integer>> expected) throws Exception {
        Path queries = folder.resolve("queries.txt");
        Files.write(
                queries,
                expected.keySet().stream().map(query -> query + "\t\t\t\t").toList());

        List<String> found = Node.run("queries.cjs", folder.toString(), queries.toString());

        List<String> numbers = new ArrayList<>();
        expected.values()
                .forEach(documents -> numbers.add(String.join(
                        " ", documents.stream().map(Object::toString).toList())));
        int at = 0;
        for (String query : expected.keySet()) {
            assertThat(found.get(at)).as(query).isEqualTo(numbers.get(at));
            at++;
        }
    }
}
