package org.backfile.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DoubtTest {
    private static final String ARTICLE = """
            Ferry Late Again
            By Ann Lee
            May 4, 2014
            The ferry came in two hours late on Monday, and the people on the quay were told to wait for news.
            Nobody was hurt, and the engine was mended before the evening came, the master of the ship said.
            """;

    @Test
    void aFileWithHeadlineDateAndBodyIsNotDoubtful() {
        assertThat(doubt("a/ferry.txt", ARTICLE)).isEmpty();
    }

    @Test
    void aMissingDateAloneIsNoDoubt() {
        assertThat(doubt("a/ferry.txt", ARTICLE.replace("May 4, 2014\n", ""))).isEmpty();
    }

    @Test
    void anotherDateInThePathThanInTheTextIsADoubt() {
        assertThat(doubt("2009/11/ferry.txt", ARTICLE))
                .hasValueSatisfying(doubt ->
                        assertThat(doubt.reasons()).containsExactly("another date in the text than in the path"));
        assertThat(doubt("2014/05/05/ferry.txt", ARTICLE)).isEmpty();
    }

    @Test
    void reasonsAddUpAndTheWeightiestComesFirst() {
        Doubt empty = doubt("a/empty.txt", "").orElseThrow();
        Doubt bodiless = doubt("a/line.txt", "Ferry Late Again\n").orElseThrow();

        assertThat(empty.reasons()).containsExactly("no article found");
        assertThat(bodiless.reasons()).containsExactly("no headline", "a body of a few words", "no date");
        assertThat(List.of(bodiless, empty)).isSortedAccordingTo(Doubt.WORST_FIRST.reversed());
    }

    private static Optional<Doubt> doubt(String path, String text) {
        FileReading reading =
                ExampleReading.of(List.of(TextFiles.file(path, text))).get(0);
        return Doubt.of(
                path,
                reading.articles().stream().map(ArticleCard::of).toList(),
                Doubt.isMostlyPage(reading.account().spans()),
                reading.account().problems());
    }
}
