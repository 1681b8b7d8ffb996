package org.backfile.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BylineTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "By Ann Lee | Ann Lee | -",
                "BY ANN LEE, Associated Press | ANN LEE | Associated Press",
                "By Ann Lee and Tom Orr, Staff Writers | Ann Lee and Tom Orr | -",
                "By Our Correspondent | Our Correspondent | -",
                "By Ann Lee, Tom Orr and Eva Kern | Ann Lee, Tom Orr and Eva Kern | -",
                "Von Eva Kern - dpa | Eva Kern | dpa",
                "Par Luc Petit, Paris | Luc Petit | -",
                "Por Juan de la Torre (EFE) | Juan de la Torre | EFE",
                "Door Jan van der Berg | Jan van der Berg | -",
                "Written by Ann Lee | Ann Lee | -",
                "Text: Astrid Berg | Astrid Berg | -",
                "Di Paolo Verdi | Paolo Verdi | -",
                "Автор: Павел Громыко | Павел Громыко | -",
                "بقلم أحمد علي | أحمد علي | -",
                "By our own Reporter | our own Reporter | -",
                "From our Leith correspondent | our Leith correspondent | -",
                "By a staff writer | a staff writer | -",
                "Von unserem Korrespondenten | unserem Korrespondenten | -",
                "De notre correspondant | notre correspondant | -",
                "Compiled by Ann Lee | Ann Lee | -",
                "ANN LEE, Staff Writer | ANN LEE | -",
                "By Ann Lee May 3, 2014 | Ann Lee | -",
                "By Ann Lee on Tuesday, May 3, 2014 | Ann Lee | -",
                "By Theresa May, 3 May 2018 | Theresa May | -",
                "By Theresa May 3 May 2018 | Theresa May | -",
                "By Kim Le, 3 May 2014 | Kim Le | -",
                "By April Sun, March 3, 2014 | April Sun | -",
                "Von Eva Kern am Dienstag, 3. Mai 2014 | Eva Kern | -",
                "By <a href=\"mailto:max@x.example\">Max Lee</a> | Max Lee | -",
            })
    void namesFollowTheWordForBy(String line, String name, String agency) {
        Byline byline = Byline.of(line);

        assertThat(byline).isNotNull();
        assertThat(byline.name()).isEqualTo(name);
        assertThat(byline.agency()).isEqualTo(agency);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "By land and sea they came",
                "By noon the river had risen by two feet.",
                "Byron Reads at the Library",
                "By",
                "De minister zei gisteren niets",
                "Por la mañana salieron los trenes",
                "Only Names Here",
                "From our correspondence, some letters",
                "From Leith to Arran in a day",
                "Compiled Works of Ann Lee",
                "Reader, writer",
            })
    void otherLinesAreNone(String line) {
        assertThat(Byline.of(line)).isNull();
    }
}
