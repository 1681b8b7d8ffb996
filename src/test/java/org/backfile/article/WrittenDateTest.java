package org.backfile.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2014-12-30 | 2014-12-30",
                "2014-12-30T23:30:00-05:00 | 2014-12-30",
                "2014-12-30 01:00:00 +0900 | 2014-12-30",
                "20141230 | 2014-12-30",
                "20141230T101500Z | 2014-12-30",
                "2014/12/3 | 2014-12-03",
                "2014-12 | 2014-12",
                "2014 | 2014",
                "Tue, 30 Dec 2014 10:00:00 GMT | 2014-12-30",
                "30 December 2014 | 2014-12-30",
                "December 30th, 2014 | 2014-12-30",
                "Dec. 30, 2014 at 10:15 p.m. | 2014-12-30",
                "10:15 PM, Dec. 30, 2014 | 2014-12-30",
                "8:15 AM EST December 30, 2014 | 2014-12-30",
                "December 2014 | 2014-12",
                "Dienstag, 30. Dezember 2014 | 2014-12-30",
                "30 décembre 2014 à 18h05 | 2014-12-30",
                "1er janvier 2015 | 2015-01-01",
                "martes 30 de diciembre de 2014 | 2014-12-30",
                "2014. december 30. | 2014-12-30",
                "30 декабря 2014 г. | 2014-12-30",
                "la 30-a de decembro 2014 | 2014-12-30",
                "2014年12月30日 | 2014-12-30",
                "2014년 12월 30일 | 2014-12-30",
                "2014年12月 | 2014-12",
                "30/12/2014 | 2014-12-30",
                "12/30/2014 | 2014-12-30",
                "3/3/2014 | 2014-03-03",
                "3.4.2014 | 2014-04-03",
                "1419897600 | 2014-12-30",
                "1419897600000 | 2014-12-30"
            })
    void formsThatPeopleAndProgramsWrite(String written, String date) {
        assertThat(WrittenDate.of(written, DateOrder.UNKNOWN).date()).hasToString(date);
    }

    @Test
    void figuresMeanWhatTheFolderDecides() {
        assertThat(WrittenDate.of("3/4/2014", DateOrder.DAY_FIRST).date()).hasToString("2014-04-03");
        assertThat(WrittenDate.of("3/4/2014", DateOrder.MONTH_FIRST).date()).hasToString("2014-03-04");
        assertThat(WrittenDate.of("30/4/2014", DateOrder.MONTH_FIRST).date()).hasToString("2014-04-30");
        assertThat(WrittenDate.of("3/4/2014", DateOrder.UNKNOWN).complaint())
                .isEqualTo("the date \"3/4/2014\" may have the day or the month first");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "soon",
                "",
                "30 February 2014",
                "2014-13-01",
                "2014-02-30",
                "31/02/2014",
                "3/4/14",
                "since the 1980s",
                "30 December",
                "December 99, 2014",
                "9999-12-30",
                "2014-00-10",
                "12345",
                "00/00/2014",
                "2014-12-30-31-x-"
            })
    void whatIsNoDateIsNotGuessed(String written) {
        boolean oneIsFine = written.startsWith("2014-12-30");
        assertThat(WrittenDate.of(written, DateOrder.UNKNOWN).date() != null).isEqualTo(oneIsFine);
    }

    @Test
    void aLongValueIsShownShort() {
        assertThat(WrittenDate.of("x".repeat(5000), DateOrder.UNKNOWN).complaint())
                .hasSizeLessThan(60);
    }
}
