package org.backfile.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatelineTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "WASHINGTON — The senate met on Tuesday. | WASHINGTON | -",
                "PORT HARLAN, Dec. 30 (AP) -- A ship ran aground. | PORT HARLAN | AP",
                "COLDWATER, N.Y., Tuesday, May 4 (Reuters) - The mill turned. | COLDWATER, N.Y. | Reuters",
                "Madrid, 3 may (EFE).- El consejo se reunió. | Madrid | EFE",
                "Berlin/Altenried (dpa) - Die Brücke bleibt zu. | Berlin/Altenried | dpa",
                "Saint-Aubrac (AFP) – Le vieux pont ferme. | Saint-Aubrac | AFP",
                "(ANSA) - ROMA, 4 GEN - Il porto chiude. | ROMA | ANSA",
                "МОСКВА, 3 марта — Пристань закрыта. | МОСКВА | -",
                "МОСКВА, 3 марта /ТАСС/. Пристань закрыта. | МОСКВА | ТАСС",
                "القاهرة (رويترز) - افتتحت المدينة سوقا. | القاهرة | رويترز",
                "【ワシントン共同】政府は三日、発表した。 | ワシントン | 共同",
                "［東京 4日 ロイター］ - 日銀は決めた。 | 東京 | ロイター",
                "新华社北京1月4日电 新年的第一列车出发了。 | 北京 | 新华社",
                "Villamar - Los pescadores volvieron ayer. | Villamar | -",
                "ST. LARKSPUR, Md. -- The bell rang twice. | ST. LARKSPUR, Md. | -",
            })
    void placeAndAgencyStandBeforeTheDash(String text, String place, String agency) {
        Dateline dateline = Dateline.of(text);

        assertThat(dateline).isNotNull();
        assertThat(dateline.place()).isEqualTo(place);
        assertThat(dateline.agency()).isEqualTo(agency);
        assertThat(text.substring(dateline.placeFrom())).startsWith(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The mayor - a baker by trade - was late.",
                "Two-thirds of the members voted for the pier.",
                "\"I knew it\" — said nobody at all.",
                "Nothing here",
                "",
                "A - b",
                "UPDATE 1 - The ship has been towed off.",
                "RV: How do you do? — Fine.",
                "(see page 4) and the rest of the story",
                "【速報】船が座礁した。",
                "[Photo] of a ship",
                "本社は三日に発表した電",
                "Sir — I read with wonder that the clock is right.",
                "It was over. Then — Nothing happened for a long while.",
            })
    void ordinarySentencesHaveNone(String text) {
        assertThat(Dateline.of(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LONDON, May 4, 1990 (Reuters) - The pound rose. | 1990-05-04",
                "PARIS, 4 janv. 2019 (AFP) – Le vent se lève. | 2019-01-04",
            })
    void aDateMayStandBehindThePlace(String text, String date) {
        Dateline dateline = Dateline.of(text);

        assertThat(dateline).isNotNull();
        assertThat(dateline.date()).isNotNull();
        assertThat(dateline.date().meant(FolderJudgement.NONE)).hasToString(date);
    }
}
