package org.backfile.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthNamesTest {
    @ParameterizedTest
    @CsvSource({
        "January, 1",
        "MÄRZ, 3",
        "août, 8",
        "Sept., 9",
        "dic, 12",
        "março, 3",
        "mei, 5",
        "maj, 5",
        "desember, 12",
        "joulukuuta, 12",
        "października, 10",
        "července, 7",
        "декабря, 12",
        "грудня, 12",
        "aŭgusto, 8",
        "ápr., 4",
        "iulie, 7",
        "KASIM, 11",
        "Ιανουαρίου, 1",
        "كانون الثاني, 1",
        "ديسمبر, 12",
        "12月, 12",
        "十一月, 11",
        "3월, 3"
    })
    void namesAreKnownInTwoDozenLanguagesInAnyCase(String name, int month) {
        assertThat(MonthNames.month(name)).isEqualTo(month);
    }

    @Test
    void composedAndDecomposedLettersAreTheSameName() {
        assertThat(MonthNames.month("fe\u0301vrier")).isEqualTo(2);
    }

    @Test
    void otherWordsNameNoMonth() {
        assertThat(MonthNames.month("Monday")).isZero();
        assertThat(MonthNames.month("")).isZero();
        assertThat(MonthNames.month("a".repeat(1000))).isZero();
    }
}
