package org.backfile.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.backfile.page.SitePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The terms of several segments come in order, each once, with all segments that have it. */
class TermMergeTest {
    @Test
    void givesEachTermOnceWithTheSegmentsThatHaveIt() {
        assertThat(merged(List.of("harbour storm", "aid storm", "harbour harbours")))
                .containsExactly("aid [1]", "harbour [0, 2]", "harbours [2]", "storm [0, 1]");
    }

    /** Alphabets whose words differ early, late, only behind their eighth byte, and in how many bytes a letter has. */
    @ParameterizedTest
    @ValueSource(strings = {"abc", "aé", "zäöü", "жзи", "אבג", "日本語", "aж日𝒜", "eĀāé"})
    void ordersWordsOfAnyLettersAsTheirCharactersAreOrdered(String alphabet) {
        Random random = new Random(alphabet.hashCode());
        List<String> texts = new ArrayList<>();
        for (int segment = 0; segment < 9; segment++) {
            List<String> words = new ArrayList<>();
            for (int i = 0; i < 120; i++) {
                words.add(word(alphabet.codePoints().toArray(), random));
            }
            texts.add(String.join(" ", words));
        }
        assertThat(merged(texts)).isEqualTo(expected(texts));
    }

    private static String word(int[] letters, Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(14); i >= 0; i--) {
            word.appendCodePoint(letters[random.nextInt(random.nextInt(3) == 0 ? letters.length : 1)]);
        }
        return word.toString();
    }

    /** What looking through each segment's own terms finds. */
    private static List<String> expected(List<String> texts) {
        Map<String, List<Integer>> holders = new TreeMap<>();
        List<SegmentPart> parts = parts(texts);
        for (SegmentPart part : parts) {
            while (part.next()) {
                holders.computeIfAbsent(part.term(), term -> new ArrayList<>()).add(part.segment());
            }
        }
        assertThat(holders.values()).anyMatch(segments -> segments.size() > 1);
        return holders.entrySet().stream()
                .map(term -> term.getKey() + " " + term.getValue())
                .toList();
    }

    private static List<String> merged(List<String> texts) {
        TermMerge merge = new TermMerge(parts(texts));
        List<String> terms = new ArrayList<>();
        for (List<SegmentPart> holding = merge.next(); !holding.isEmpty(); holding = merge.next()) {
            terms.add(holding.get(0).term() + " "
                    + holding.stream().map(SegmentPart::segment).toList());
        }
        return terms;
    }

    private static List<SegmentPart> parts(List<String> texts) {
        return IntStream.range(0, texts.size())
                .mapToObj(i -> new SegmentPart(inMemory(segment(texts.get(i))), i))
                .toList();
    }

    private static byte[] segment(String text) {
        SearchDocument document =
                new SearchDocument(new SitePath("a.html"), null, null, null, null, null, null, List.of(text));
        return SegmentWriter.write(
                List.of(new Preparer().prepare(document)), IndexSizes.forDocuments(1), new IndexSink() {
                    @Override
                    public boolean holds(SitePath file) {
                        return false;
                    }

                    @Override
                    public void put(SitePath file, byte[] bytes) {
                        // only the terms matter here
                    }
                });
    }

    private static IndexShelf.Part inMemory(byte[] bytes) {
        return new IndexShelf.Part() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public void read(long offset, byte[] into, int length) {
                System.arraycopy(bytes, Math.toIntExact(offset), into, 0, length);
            }
        };
    }
}
