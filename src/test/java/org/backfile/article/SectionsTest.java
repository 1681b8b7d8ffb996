package org.backfile.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.backfile.source.SourceFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sections' names are known by their standing in several files of the archive, whichever folders these are in. */
class SectionsTest {
    private static final String BODY =
            "\n\nThe boats came in on Monday with more fish than anybody at the market could remember.\n";

    private final ArticleReader reader = new ArticleReader(ReadingSettings.defaults());
    private final Map<String, SourceFile> files = new LinkedHashMap<>();

    private void file(String path, String text) {
        files.put(path, TextFiles.file(path, text));
    }

    private FolderDecisions decisions() {
        FolderSums sums = new FolderSums();
        files.forEach((path, file) -> sums.add(path, reader.facts(file)));
        return sums.decide();
    }

    private Fields fields(String path) {
        return reader.read(files.get(path), decisions()).articles().get(0).fields();
    }

    private static @Nullable String text(@Nullable Stated<String> field) {
        return Fields.value(field);
    }

    @Test
    void aLabelAboveHeadlinesInTwoFoldersIsASection() {
        file("a/1.txt", "Shore Times\nHARBOUR\nNets mended before the winter" + BODY);
        file("b/2.txt", "Hill News\nHarbour\nA ferry for the summer months" + BODY);

        assertThat(text(fields("a/1.txt").section())).isEqualTo("HARBOUR");
        assertThat(text(fields("b/2.txt").section())).isEqualTo("Harbour");
        assertThat(fields("a/1.txt").kicker()).isNull();
        assertThat(reader.read(files.get("a/1.txt"), decisions())
                        .account()
                        .spans()
                        .get(1)
                        .role())
                .isEqualTo(LineRole.SECTION);
    }

    @Test
    void aLabelOfOneFileIsAKicker() {
        file("a/1.txt", "Shore Times\nHARBOUR\nNets mended before the winter" + BODY);

        assertThat(text(fields("a/1.txt").kicker())).isEqualTo("HARBOUR");
        assertThat(fields("a/1.txt").section()).isNull();
    }

    @Test
    void aKickerMayBeginWithTheSection() {
        file("a/1.txt", "Shore Times\nSPORT: ROWING\nEight men and a broken oar" + BODY);
        file("b/2.txt", "Hill News\nSPORT: CHESS\nThe queen is found under the table" + BODY);

        assertThat(text(fields("a/1.txt").kicker())).isEqualTo("SPORT: ROWING");
        Stated<String> section = fields("a/1.txt").section();
        assertThat(section).isNotNull();
        assertThat(section.value()).isEqualTo("SPORT");
        assertThat(section.evidence())
                .isEqualTo(new Evidence(new Evidence.Place(2, 2, 1, 5), Rule.LINE_ABOVE_HEADLINE, Confidence.INFERRED));
    }

    @Test
    void metadataAndMenusTellSectionsToo() {
        file("a/1.txt", "Shore Times\nSCHOOL\nNine goats and one examination" + BODY);
        file("b/2.md", "---\ntitle: A roof\nsection: [school, \"Arts\"]\n---\nText.\n");
        file("c/3.txt", "Home | News | Arts | Sport | Letters | Tides\nA day at the pier" + BODY);
        file("d/4.txt", "Hill News\nARTS\nA play without an ending" + BODY);

        assertThat(text(fields("a/1.txt").section())).isEqualTo("SCHOOL");
        assertThat(text(fields("d/4.txt").section())).isEqualTo("ARTS");
    }

    @Test
    void theLineBelowASectionIsTheHeadlineHoweverShort() {
        file("a/1.txt", "Shore Times\nHarbour\n\nFour bells\n\nThe old ferry made her last trip of the year" + BODY);
        file("b/2.txt", "Hill News\nHARBOUR\nA ferry for the summer months" + BODY);
        file("b/3.txt", "Hill News\nHARBOUR\nA ferry for the winter months" + BODY);
        for (int i = 1; i < 5; i++) {
            file(
                    "c/" + i + ".txt",
                    "Hill News\nA ferry for month " + i + "\n\nIt sails on day " + i + " of each week.");
        }

        assertThat(text(fields("a/1.txt").headline())).isEqualTo("Four bells");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Shore Times", "By Ann", "Title: Nets", "3 May", "harbour", "Two Long Words"})
    void namesOfPapersBylinesAndFieldsAreNoSections(String line) {
        for (String folder : List.of("a", "b", "c")) {
            file(folder + "/1.txt", line + "\nNets mended before the winter" + BODY);
        }

        assertThat(fields("b/1.txt").section()).isNull();
    }

    @Test
    void whatTheArchiveSaysOfALabelIsInTheDigestOfTheFilesThatHaveIt() {
        file("a/1.txt", "Shore Times\nHARBOUR\nNets mended before the winter" + BODY);
        file("b/2.txt", "Hill News\nHARBOUR\nA ferry for the summer months" + BODY);
        file("c/3.txt", "Hill News\nA ferry for the winter months\n\nIt sails on one day of each week.");

        assertThat(digest("a/1.txt")).isNotEqualTo(FolderDecisions.NONE.digestFor("a/1.txt", facts("a/1.txt")));
        assertThat(digest("c/3.txt")).isEqualTo(FolderDecisions.NONE.digestFor("c/3.txt", facts("c/3.txt")));
    }

    private String digest(String path) {
        return decisions().digestFor(path, facts(path));
    }

    private FileFacts facts(String path) {
        return reader.facts(files.get(path));
    }
}
