package org.backfile.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.backfile.source.SourceFile;
import org.junit.jupiter.api.Test;

/** What a folder's files tell about each other, whatever form they have. */
final class FolderKnowledgeTest {
    private static final String WRAPPED = """
            Ferry Late Again

            The ferry came in two hours late on Monday, and the people on
            the quay were told that its engine had to be mended at the ship-
            yard of Holm. That is a place for patient people, as it is well-
            known for its slow but careful work on engines of every kind and
            age, and for the long walks that its men take around dinner.
            """;

    @Test
    void aWordCutAtALinesEndIsJoinedWhereItStandsWholeInAnotherFileOfTheFolder() {
        String other = "Work for Holm\n\nThe shipyard of Holm has work for another year, its owner says.\n";

        assertThat(body("a/1.txt", WRAPPED, "a/2.txt", other)).contains("at the shipyard of Holm");
        assertThat(body("a/1.txt", WRAPPED, "a/2.txt", other)).contains("well-known for its slow");
    }

    @Test
    void aWordCutAtALinesEndKeepsItsHyphenWhereNoOtherFileHasItWhole() {
        String other = "Work for Holm\n\nThe yard of Holm has work for another year, its owner says.\n";

        assertThat(body("a/1.txt", WRAPPED, "a/2.txt", other)).contains("at the ship-yard of Holm");
    }

    @Test
    void aParagraphThatMostPagesOfTheFolderHaveIsNoTextOfAnArticle() {
        List<FileReading> pages =
                ExampleReading.of(Stream.of("storm", "council", "school", "herring", "choir", "bridge")
                        .map(topic -> TextFiles.file("web/" + topic + ".html", page(topic)))
                        .toList());

        for (FileReading page : pages) {
            assertThat(text(page)).contains("meeting on Tuesday").doesNotContain("weekly letter");
            assertThat(page.account().spans())
                    .extracting(Span::role)
                    .contains(LineRole.BOILERPLATE)
                    .endsWith(LineRole.MARKUP);
        }
    }

    private static String page(String topic) {
        return """
                <html><head><title>News of the %1$s</title></head><body>
                <h1>News of the %1$s</h1>
                <p>The %1$s was what people talked about at the meeting on Tuesday, and they did so until late.</p>
                <p>Nobody knew what would come of it, said the owner of the %1$s, and went home.</p>
                <p>Subscribe to our weekly letter and read all the news of the harbour first.</p>
                </body></html>
                """.formatted(topic);
    }

    @Test
    void theHeadlineOfAStoryThatManyFilesHaveIsNoMasthead() {
        for (int copies : List.of(3, 9)) {
            List<SourceFile> files = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                String own =
                        "Letter %1$d from the %1$d. island%n%nThe people of island %1$d had no post on day %1$d.%n";
                files.add(TextFiles.file("a/%02d.txt".formatted(i), i < copies ? STORY : own.formatted(i)));
            }

            Fields fields = ExampleReading.of(files).get(0).articles().get(0).fields();

            assertThat(Fields.value(fields.headline())).isEqualTo("Bell Found in the Harbour");
            assertThat(fields.masthead()).isNull();
        }
    }

    @Test
    void theTextThatAllFilesOfAFolderHaveIsTheirStory() {
        List<SourceFile> files = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            files.add(
                    TextFiles.file("wire/%02d.txt".formatted(i), "Bell found, paper %d%n%n".formatted(i) + SENTENCES));
        }

        for (FileReading read : ExampleReading.of(files)) {
            assertThat(text(read)).contains("since the great storm", "said the vicar");
        }
    }

    @Test
    void aNoteThatAllPagesHaveIsNotTheTextOfThoseThatSayNothingElse() {
        List<SourceFile> files = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            files.add(
                    TextFiles.file(
                            "gallery/%02d.txt".formatted(i),
                            "Anna at the quay, picture %d%n%n".formatted(i)
                                    + "All pictures of this gallery may be copied where it is said who took them and where.\n"));
        }

        for (FileReading read : ExampleReading.of(files)) {
            assertThat(text(read)).doesNotContain("may be copied");
        }
    }

    private static final String SENTENCES = """
            A diver found a bell in the harbour on Monday that had been looked for since the great storm, and nobody on
            the quay could say at first what it was that hung there on the chain between weed and mud and old rope.

            It hung in the church until the tower fell, and nobody had seen it from that day on, said the vicar, who is
            the third one to have written about it, in a book that few people have read to its end, as he knows well.
            """;

    private static final String STORY = """
            Bell Found in the Harbour

            A diver found a bell in the harbour on Monday that had been looked for since the great storm.

            It hung in the church until the tower fell, and nobody had seen it from that day on, said the vicar.
            """;

    @Test
    void aMenuInTheFirstLineOfAFoldersPagesIsNoMasthead() {
        List<FileReading> pages =
                ExampleReading.of(Stream.of("storm", "council", "school", "herring", "choir", "bridge")
                        .map(topic -> TextFiles.file("web/" + topic + ".txt", """
                                Start | Nachrichten | Sport
                                News of the %1$s

                                The %1$s was what people talked about at the meeting on Tuesday, and they did so late.
                                """.formatted(topic)))
                        .toList());

        for (FileReading page : pages) {
            assertThat(page.articles().get(0).fields().masthead()).isNull();
            assertThat(page.account().spans().get(0).role()).isEqualTo(LineRole.BOILERPLATE);
        }
    }

    @Test
    void aLineThatMostRowsOfATableHaveIsNoTextOfAnArticle() {
        StringBuilder rows = new StringBuilder();
        for (String topic : List.of("storm", "council", "school", "herring", "choir", "bridge")) {
            rows.append("{\"title\":\"News of the ")
                    .append(topic)
                    .append("\",\"text\":\"The ")
                    .append(topic);
            rows.append(" was what people talked about at the meeting on Tuesday until late.\\nShare this story\\n");
            rows.append("Read all our news in the letter\"}\n");
        }
        FileReading read = ExampleReading.of(List.of(TextFiles.file("all.jsonl", rows.toString())))
                .get(0);

        assertThat(read.articles()).hasSize(6);
        assertThat(text(read)).contains("meeting on Tuesday").doesNotContain("Share this", "letter");
    }

    @Test
    void theDatesOfATablesRowsTellWhetherTheDayOrTheMonthComesFirst() {
        String rows = "title,date,text\nOne,30/12/2014,First text.\nTwo,03/04/2014,Second text.\n";
        FileReading read =
                ExampleReading.of(List.of(TextFiles.file("all.csv", rows))).get(0);

        assertThat(read.articles().get(1).fields().date()).isNotNull();
        assertThat(Fields.value(read.articles().get(1).fields().date())).hasToString("2014-04-03");
    }

    private static String body(String path, String text, String otherPath, String other) {
        return text(ExampleReading.of(List.of(TextFiles.file(path, text), TextFiles.file(otherPath, other)))
                .get(0));
    }

    private static String text(FileReading reading) {
        StringBuilder text = new StringBuilder();
        reading.articles()
                .forEach(article ->
                        article.body().forEach(p -> text.append(p.text()).append('\n')));
        return text.toString();
    }
}
