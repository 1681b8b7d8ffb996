package org.backfile.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BylinesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Ada Pell                               | Ada Pell
                    Ada Pell and Jo Marsh                  | Ada Pell; Jo Marsh
                    Ada Pell, Jo Marsh & Lu Orme           | Ada Pell; Jo Marsh; Lu Orme
                    Ada Pell, Staff Writer                 | Ada Pell
                    Ada Pell und Jo Marsh, Redaktion       | Ada Pell; Jo Marsh
                    Ada Pell and Ada Pell                  | Ada Pell
                    Our Staff Correspondent                | Our Staff Correspondent
                    """)
    void thePeopleOfABylineAreToldApart(String byline, String names) {
        assertThat(Bylines.authors(byline)).isEqualTo(List.of(names.split("; ")));
    }

    @org.junit.jupiter.api.Test
    void aHostileBylineNamesAtMostTwelve() {
        StringBuilder byline = new StringBuilder("A B");
        for (int i = 0; i < 100_000; i++) {
            byline.append(" and N").append(i);
        }
        assertThat(Bylines.authors(byline.toString())).hasSize(12);
    }
}
