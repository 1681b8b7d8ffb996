package org.backfile.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MojibakeTest {
    private static final String FRENCH = "L’Élysée: “naïve” façade – 5 € à Košice, déjà vu";

    @Test
    void utf8ReadAsWindows1252IsMendedAndTold() {
        Mojibake.Mended mended = Mojibake.mend("a.txt", "One\nIt isnâ€™t cafÃ©");

        assertThat(mended.text()).isEqualTo("One\nIt isn’t café");
        assertThat(mended.problems())
                .extracting(Problem::toString)
                .containsExactly("a.txt:2:7: 2 letters were UTF-8 read as windows-1252, and are mended"
                        + " – save the file as UTF-8 from its first source if a letter looks wrong");
    }

    @Test
    void onceOrTwiceAndWithEitherCharset() {
        String once = new String(FRENCH.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        String twice = new String(once.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        String windows = new String("déjà – vu".getBytes(StandardCharsets.UTF_8), Charset.forName("windows-1252"));

        assertThat(mend(once)).isEqualTo(FRENCH);
        assertThat(mend(twice)).isEqualTo(FRENCH);
        assertThat(mend(windows)).isEqualTo("déjà – vu");
    }

    @Test
    void theClosingQuoteThatLostItsLastByteIsMended() {
        assertThat(mend("â€œyesâ€\uFFFD he said")).isEqualTo("“yes” he said");
    }

    @Test
    void otherAlphabetsAreMendedToo() {
        String russian = "Президент подписал закон";
        String greek = "κυβέρνηση";
        assertThat(mend(new String(russian.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)))
                .isEqualTo(russian);
        assertThat(mend(new String(greek.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)))
                .isEqualTo(greek);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "die „SPÖ“ und „FPÖ“",
                "« CAFÉ »",
                "A MANHÃ\u00a0é",
                "L’Élysée a dit « déjà »…",
                "ÃÂ",
                "ação, não, São Paulo",
                "Ångström Ärger Öl Übel",
                "naïveté âgée",
                "鎌倉市",
                "plain"
            })
    void whatMayBeMeantAsItStandsIsLeft(String text) {
        assertThat(mend(text)).isEqualTo(text);
    }

    @Test
    void aSingleDoubtfulPairIsLeftAndTwoAreMended() {
        assertThat(mend("AÃ\u00a0")).isEqualTo("AÃ\u00a0");
        assertThat(mend("voilÃ\u00a0 et dÃ©jÃ\u00a0")).isEqualTo("voilà et déjà");
    }

    @Test
    void theTextBeforeIsKept() {
        assertThat(mend("a\r\nb\rc\ndÃ©")).isEqualTo("a\r\nb\rc\ndé");
        assertThat(Mojibake.mend("a", "a\r\nb\rc\ndÃ©").problems())
                .extracting(Problem::line, Problem::column)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(4, 2));
    }

    private static String mend(String text) {
        return Mojibake.mend("a.txt", text).text();
    }
}
