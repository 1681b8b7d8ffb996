package org.backfile.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.backfile.article.ArticleDate;
import org.junit.jupiter.api.Test;

class TextDatesTest {
    @Test
    void aCoarseDateIsApartOnlyByWhatIsSure() {
        ArticleDate day = new ArticleDate(2001, 5, 3);

        assertThat(TextDates.daysApart(day, new ArticleDate(2001, 5, 1))).isEqualTo(2);
        assertThat(TextDates.daysApart(new ArticleDate(2001, 5, 0), day)).isZero();
        assertThat(TextDates.daysApart(new ArticleDate(2001, 4, 0), day)).isEqualTo(3);
        assertThat(TextDates.daysApart(new ArticleDate(2003, 0, 0), day)).isGreaterThan(600);
        assertThat(TextDates.daysApart(null, day)).isEqualTo(Judge.NO_DATES);
    }
}
