package org.backfile.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedDateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Friday, January 4, 2019 | 2019-01-04",
                "Jan. 4th, 2019 | 2019-01-04",
                "4 January 2019 | 2019-01-04",
                "the 4th of January 2019 | 2019-01-04",
                "4. Januar 2019 | 2019-01-04",
                "1er février 2019 | 2019-02-01",
                "4 de enero de 2019 | 2019-01-04",
                "4 gennaio 2019 | 2019-01-04",
                "4. tammikuuta 2019 | 2019-01-04",
                "4 stycznia 2019 r. | 2019-01-04",
                "4 января 2019 г. | 2019-01-04",
                "la 4-an de januaro 2019 | 2019-01-04",
                "2019. január 4. | 2019-01-04",
                "4 Ocak 2019 | 2019-01-04",
                "4 يناير 2019 | 2019-01-04",
                "2019年1月4日 | 2019-01-04",
                "2019년 1월 4일 | 2019-01-04",
                "2019-01-04T10:22:00Z | 2019-01-04",
                "2019/1/4 | 2019-01-04",
                "30.12.2014 | 2014-12-30",
                "3.4.2014 | 2014-04-03",
                "30/12/2014 | 2014-12-30",
                "12/30/2014 | 2014-12-30",
                "5/5/2014 | 2014-05-05",
                "January 2019 | 2019-01",
                "2019年1月 | 2019-01",
                "30-dec-2014 | 2014-12-30",
            })
    void datesAreReadInManyLanguages(String text, String date) {
        PrintedDate printed = PrintedDate.find(text);

        assertThat(printed).isNotNull();
        assertThat(printed.meant(FolderJudgement.NONE)).hasToString(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "since the 1980s",
                "in 1980 the war began",
                "costs $3.50 or 1,200 in all",
                "call 202/224-5521",
                "version 1.2.3.4",
                "at 12:20 p.m.",
                "",
                "a score of 3-2",
            })
    void numbersInRunningTextAreNoDates(String text) {
        assertThat(PrintedDate.find(text)).isNull();
    }

    @Test
    void figuresAreReadOnlyAsTheFolderWritesThem() {
        PrintedDate undecided = PrintedDate.find("3/4/2014");

        assertThat(undecided).isNotNull();
        assertThat(undecided.isUndecided()).isTrue();
        assertThat(undecided.meant(FolderJudgement.NONE)).isNull();
        assertThat(undecided.meant(folder("Posted 30/12/2014"))).hasToString("2014-04-03");
        assertThat(undecided.meant(folder("Posted 12/30/2014"))).hasToString("2014-03-04");
        assertThat(undecided.meant(folder("Posted 12/30/2014", "Posted 30/12/2014")))
                .isNull();
    }

    @Test
    void twoDigitsOfAYearMeanTheFoldersCentury() {
        PrintedDate printed = PrintedDate.find("30/12/14");

        assertThat(printed).isNotNull();
        assertThat(printed.meant(FolderJudgement.NONE)).isNull();
        assertThat(printed.meant(folder("May 4, 2012", "May 9, 2016"))).hasToString("2014-12-30");
        assertThat(printed.meant(folder("May 4, 1912", "May 9, 2016"))).isNull();
    }

    @Test
    void aDayWithoutAYearTakesTheFoldersOnlyYear() {
        PrintedDate printed = PrintedDate.find("Dec. 30");

        assertThat(printed).isNotNull();
        assertThat(printed.meant(folder("May 4, 2012"))).hasToString("2012-12-30");
        assertThat(printed.meant(folder("May 4, 2012", "May 4, 2013"))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"February 31, 2014", "31.4.2014", "2014-13-01", "31 June"})
    void aDayThatNoCalendarHasIsTold(String text) {
        PrintedDate printed = PrintedDate.find(text);

        assertThat(printed).isNotNull();
        assertThat(printed.isImpossible()).isTrue();
        assertThat(printed.meant(FolderJudgement.NONE)).isNull();
    }

    /** A folder whose files have these date lines. */
    private static FolderJudgement folder(@Nullable String... dateLines) {
        List<String> texts = new ArrayList<>();
        for (String line : dateLines) {
            texts.add("Headline of a Story\n" + line
                    + "\nSome words of a body that goes on for a while and then it ends.\n");
        }
        ArticleReader reader = new ArticleReader(ReadingSettings.defaults());
        FolderSums sums = new FolderSums();
        for (int i = 0; i < texts.size(); i++) {
            sums.add("a/" + i + ".txt", reader.facts(TextFiles.file("a/" + i + ".txt", texts.get(i))));
        }
        return sums.decide().judgementOf("a/0.txt");
    }
}
