package org.backfile.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What stands above the headline of a text that stands alone. */
class MastheadTest {
    private static final String BODY =
            "\n\nThe boats came in on Monday with more fish than anybody at the market could remember.\n";

    private static String shown(String text) {
        ArticleReader reader = new ArticleReader(ReadingSettings.defaults());
        FileReading reading = reader.read(TextFiles.file("a.txt", text + BODY), FolderDecisions.NONE);
        return Shown.fields(reading.articles().get(0).fields());
    }

    @Test
    void aNameWithADateFarToItsRightIsTheMasthead() {
        assertThat(shown("THE SHORE TIMES              2 February 1990\n\nTHE RAIN IN JANUARY"))
                .isEqualTo("""
                headline=THE RAIN IN JANUARY @3:1-19
                masthead=THE SHORE TIMES @1:1-15
                date=1990-02-02 @1:30-44
                publication=THE SHORE TIMES @1:1-15
                language=en
                """);
    }

    @Test
    void aNameOverADateAKickerAndAHeadlineIsTheMasthead() {
        assertThat(shown("The Echo of the Shore\n3 May 1999\nTWINNING\n\nTen years of friendship and no bridge"))
                .contains("headline=Ten years of friendship and no bridge @5:1-37")
                .contains("kicker=TWINNING @3:1-8")
                .contains("masthead=The Echo of the Shore @1:1-21");
    }

    @Test
    void aLettersHeadlineStandsOverItsSalutation() {
        assertThat(shown("The Shore Times\n\nLetters to the Editor\n\nThe pier\n\nSir,"))
                .contains("headline=The pier @5:1-8")
                .contains("kicker=Letters to the Editor @3:1-21");
    }

    @Test
    void aLabelInCapitalsRightAboveTheHeadlineIsAKicker() {
        assertThat(shown("PROFILE\n\nA man who counts the waves"))
                .contains("kicker=PROFILE @1:1-7")
                .doesNotContain("masthead=");
    }
}
