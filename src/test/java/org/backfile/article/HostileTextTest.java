package org.backfile.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts made to be slow to read; the limit only stops a test that hangs. */
class HostileTextTest {
    static Stream<Named<String>> texts() {
        return Stream.of(
                Named.of("a line of five million letters", "a".repeat(5_000_000)),
                Named.of("a line of a million words", "word ".repeat(1_000_000)),
                Named.of("half a million lines of one letter", "x\n".repeat(500_000)),
                Named.of("half a million different short lines", numbered("", 500_000)),
                Named.of("one paragraph a hundred thousand times", "The same words again and again.\n".repeat(100_000)),
                Named.of("two lines taking turns", "One line of words here.\nAnother line of words.\n".repeat(50_000)),
                Named.of("dashes", "- ".repeat(500_000)),
                Named.of("open brackets", "(".repeat(1_000_000)),
                Named.of("figures and slashes", "1/2/".repeat(300_000)),
                Named.of("dividers", "a | b > c » ".repeat(100_000)),
                Named.of("dates", numbered("May 4, 2014 ", 50_000)),
                Named.of("tabs", ("\t".repeat(50) + "1\n").repeat(20_000)),
                Named.of("capital letters", "ABC DEF, ".repeat(200_000)),
                Named.of("blank lines", "\n".repeat(1_000_000)),
                Named.of("Han", "漢字".repeat(500_000)));
    }

    private static String numbered(String front, int lines) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            text.append(front).append(i).append('\n');
        }
        return text.toString();
    }

    @ParameterizedTest
    @MethodSource("texts")
    @Timeout(60)
    void readingEndsAndAccountsForEveryLine(String text) {
        var file = TextFiles.file("hostile.txt", text);
        var reader = new ArticleReader(ReadingSettings.defaults());
        var sums = new FolderSums();
        FileFacts facts = reader.facts(file);
        sums.add(file.path(), facts);

        FileReading reading = reader.read(file, sums.decide());

        assertThat(reading.account().lines()).isEqualTo(file.lines().count());
        assertThat(FileFacts.fromBytes(facts.toBytes())).isEqualTo(facts);
    }
}
