package org.backfile.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.backfile.source.SourceFile;
import org.junit.jupiter.api.Test;

/** A first line that many files of a folder have is their masthead, unless they are prints of one story. */
class ReprintedHeadlineTest {
    private static final String HEADLINE = "Ferry crews stay ashore for a second week";
    private static final String OPENING =
            "No boat left the quay on Monday, and the two sides in the quarrel over pay did not speak to each other.\n";
    private static final String REST = "The mayor offered both of them coffee.\n";

    private final ArticleReader reader = new ArticleReader(ReadingSettings.defaults());
    private final Map<String, SourceFile> files = new LinkedHashMap<>();

    private void file(String path, String text) {
        files.put(path, TextFiles.file(path, text));
    }

    private Fields fields(String path) {
        FolderSums sums = new FolderSums();
        files.forEach((name, file) -> sums.add(name, reader.facts(file)));
        return reader.read(files.get(path), sums.decide()).articles().get(0).fields();
    }

    @Test
    void theHeadlineOfAStoryThatStandsInManyFilesIsTheirHeadline() {
        for (int i = 0; i < 9; i++) {
            file("wire/" + i + ".txt", HEADLINE + "\n" + OPENING + REST);
        }

        assertThat(Fields.value(fields("wire/4.txt").headline())).isEqualTo(HEADLINE);
        assertThat(fields("wire/4.txt").masthead()).isNull();
    }

    @Test
    void aPrintWithTextOfItsOwnHasTheHeadlineOfTheOthers() {
        for (int i = 0; i < 4; i++) {
            file("wire/" + i + ".txt", HEADLINE + "\n" + OPENING + REST);
        }
        file(
                "wire/cut.txt",
                HEADLINE + "\nNo boat left the quay on Monday, and nobody on the island was in the least surprised.\n");

        assertThat(Fields.value(fields("wire/cut.txt").headline())).isEqualTo(HEADLINE);
        assertThat(fields("wire/cut.txt").masthead()).isNull();
    }

    @Test
    void aListInAStoryThatManyFilesHaveStaysInIt() {
        String list = String.join(
                "\n", "Wind - nine", "Tide - eight", "Rain - seven", "Fog - six", "Ice - five", "Sun - four", "");
        for (int i = 0; i < 20; i++) {
            String own =
                    "Letter %1$d from the island\n\nNobody had any post on day %1$d of that long winter, they said.\n";
            file("mixed/" + i + ".txt", i < 8 ? HEADLINE + "\n" + list + OPENING + REST : own.formatted(i));
        }

        FolderSums sums = new FolderSums();
        files.forEach((name, file) -> sums.add(name, reader.facts(file)));
        assertThat(reader.read(files.get("mixed/3.txt"), sums.decide())
                        .account()
                        .spans())
                .extracting(Span::role)
                .containsExactly(LineRole.HEADLINE, LineRole.BODY);
    }

    @Test
    void aNameOverStoriesOfWhichEachStandsTwiceIsTheMasthead() {
        String[] headlines = {
            "A pier of glass", "Nine goats too many", "The clock that ran back", "Snow in June", "Oars for sale"
        };
        for (int i = 0; i < headlines.length; i++) {
            String text = "The Shore Times\n" + headlines[i] + "\n" + OPENING.replace("Monday", "day " + i) + REST;
            file("times/" + i + ".txt", text);
            file("times/again-" + i + ".txt", text);
        }

        assertThat(Fields.value(fields("times/2.txt").masthead())).isEqualTo("The Shore Times");
        assertThat(Fields.value(fields("times/2.txt").headline())).isEqualTo("The clock that ran back");
    }
}
