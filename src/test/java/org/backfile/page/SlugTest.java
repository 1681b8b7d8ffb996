package org.backfile.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Storm closes harbour            | storm-closes-harbour
                    Don’t panic, it's only rain!    | dont-panic-its-only-rain
                    Élan vital à Zürich             | elan-vital-a-zurich
                    Straße frei                     | straße-frei
                    ﬁne ② print                     | fine-2-print
                    İSTANBUL                        | istanbul
                    العاصفة تغلق الميناء            | العاصفة-تغلق-الميناء
                    ガス漏れ、三人けが              | ガス漏れ-三人けが
                    हिन्दी समाचार                     | हिन्दी-समाचार
                    한국 뉴스                         | 한국-뉴스
                    CON                             | con_
                    lpt1                            | lpt1_
                    ../../etc/passwd                | etc-passwd
                    """)
    void aHeadlineBecomesAPartOfAPath(String headline, String slug) {
        assertThat(Slug.of(headline)).isEqualTo(slug);
    }

    @Test
    void whatHasNoLetterOrDigitHasNoSlug() {
        assertThat(Slug.of("?!… — 😀")).isEmpty();
    }

    @Test
    void aLongHeadlineIsCutAtAWord() {
        assertThat(Slug.of("word ".repeat(100))).hasSize(59).endsWith("-word");
        assertThat(Slug.of("x".repeat(1000))).hasSize(60);
    }

    @Test
    void noSlugIsLongerThan120Bytes() {
        String slug = Slug.of("漢".repeat(500));
        assertThat(slug.getBytes(StandardCharsets.UTF_8)).hasSize(120);
        assertThat(Slug.bytes(slug)).isEqualTo(120);
        assertThat(Slug.of("𠀀".repeat(300))).hasSize(60);
    }
}
