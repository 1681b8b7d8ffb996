package org.backfile.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The ferry sank. Nobody was hurt.|The ferry sank.",
                "\"The ferry sank.\" He wept.|\"The ferry sank.\"",
                "Mr. J. Rook of St. Agnes sailed. Then he slept.|Mr. J. Rook of St. Agnes sailed.",
                "It cost 3.50 a head. Few paid.|It cost 3.50 a head.",
                "The dr. and e.g. the nurse came! All left.|The dr. and e.g. the nurse came!",
                "鎌倉市は訓練を行った。市民が参加した。|鎌倉市は訓練を行った。",
                "no end of a line|no end of a line"
            })
    void endsWithTheFirstSentence(String text, String opening) {
        assertThat(Opening.of(List.of(new Paragraph(Paragraph.Kind.TEXT, text, 1, 1))))
                .isEqualTo(opening);
    }

    @Test
    void cutsALongSentenceBetweenWords() {
        String text = "seventeen herrings and ".repeat(40);

        String opening = Opening.of(List.of(new Paragraph(Paragraph.Kind.TEXT, text, 1, 1)));

        assertThat(opening).hasSizeLessThanOrEqualTo(200).endsWith("…");
        assertThat(text).startsWith(opening.replace('…', ' '));
    }

    @Test
    void prefersTextToASubheadingAboveIt() {
        assertThat(Opening.of(List.of(
                        new Paragraph(Paragraph.Kind.SUBHEADING, "Eleven days", 1, 1),
                        new Paragraph(Paragraph.Kind.TEXT, "It should have taken months.", 2, 2))))
                .isEqualTo("It should have taken months.");
        assertThat(Opening.of(List.of())).isEmpty();
        assertThat(Opening.of(List.of(new Paragraph(Paragraph.Kind.IMAGE, "light.png\n", 1, 1))))
                .isEmpty();
    }

    @Test
    void passesOverPicturesAndMarksOfMarkdown() {
        String markdown =
                "![The light](light.png)\n\n## Dusk\n\nThe *Dora Quill*, [built](x.html \"then\") in [1958][1],[^2]"
                        + " ![a](b \"c\")_sails_ as file_name. She is old.\n";

        assertThat(Opening.of(List.of(new Paragraph(Paragraph.Kind.MARKDOWN, markdown, 1, 5))))
                .isEqualTo("The Dora Quill, built in 1958, sails as file_name.");
    }
}
