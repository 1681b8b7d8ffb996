package org.backfile.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadlineOrderTest {
    private static List<String> sorted(String language, String... headlines) {
        List<String> list = new ArrayList<>(List.of(headlines));
        Collections.shuffle(list, new Random(7));
        list.sort(HeadlineOrder.of(language));
        return list;
    }

    @Test
    void headlinesGoWordByWordWithoutRegardToCaseAccentsAndSigns() {
        assertThat(sorted(
                        "en",
                        "12 boats lost",
                        "“Élan” launched",
                        "elan again",
                        "New York",
                        "newark",
                        "O'Brien",
                        "Obrien wins"))
                .containsExactly(
                        "12 boats lost",
                        "elan again",
                        "“Élan” launched",
                        "New York",
                        "newark",
                        "O'Brien",
                        "Obrien wins");
    }

    @Test
    void umlautsStandWithTheirBaseInGermanAndAtTheEndInSwedish() {
        assertThat(sorted("de", "Zug", "Ärzte", "Arzt", "Ähre", "Öl", "Straße", "Strasse"))
                .containsExactly("Ähre", "Arzt", "Ärzte", "Öl", "Strasse", "Straße", "Zug");
        assertThat(sorted("sv-SE", "Zon", "Ärta", "Ål", "Öl", "Arm")).containsExactly("Arm", "Zon", "Ål", "Ärta", "Öl");
        assertThat(sorted("da", "Zone", "Ål", "Æble", "Øl")).containsExactly("Zone", "Æble", "Øl", "Ål");
    }

    @Test
    void aLetterOfItsOwnFollowsTheLetterItStandsBehind() {
        assertThat(sorted("es", "nzz", "ñandú", "oso", "nube")).containsExactly("nube", "nzz", "ñandú", "oso");
        assertThat(sorted("eo", "cz", "ĉielo", "domo")).containsExactly("cz", "ĉielo", "domo");
        assertThat(sorted("pl", "zz", "źle", "żar")).containsExactly("zz", "źle", "żar");
        assertThat(sorted("ru", "яма", "йод", "ива")).containsExactly("ива", "йод", "яма");
    }

    @Test
    void theArabicArticleDoesNotCount() {
        assertThat(sorted("ar", "الميناء يغلق", "بحر", "أمواج", "نهر"))
                .containsExactly("أمواج", "بحر", "الميناء يغلق", "نهر");
        assertThat(heading("ar", "المِيناء")).isEqualTo("م");
        assertThat(heading("fa", "الميناء")).isEqualTo("ا");
        assertThat(heading("ar", "ال")).isEqualTo("ا");
    }

    @Test
    void kanaGoByRowWithoutRegardToVoiceSizeAndKind() {
        assertThat(sorted("ja", "港", "がっこう", "カツオ", "あめ", "ガツン")).containsExactly("あめ", "カツオ", "がっこう", "ガツン", "港");
        assertThat(List.of("ァ", "ギ", "っ", "ぱ", "ﾎﾟ", "ん", "港が", "ーか"))
                .extracting(headline -> heading("ja", headline))
                .containsExactly("あ", "か", "た", "は", "は", "わ", "港", "か");
    }

    @ParameterizedTest
    @CsvSource({
        "en, storm, S",
        "en, ‘Éclair’, E",
        "en, 7 dead, #",
        "en, '!?', #",
        "en, '', #",
        "sv, ärlig, Ä",
        "de, ärztin, A",
        "es, ñandú, Ñ",
        "ko, 학교, ㅎ",
        "ru, ёлка, Е",
        "el, Άνεμος, Α",
        "da, Ærø, Æ",
        "en, Ærø, A",
        "en, ٣ أيام, #",
        "hi, हिंदी, ह",
        "en, 😀 smile, S",
        "en, ﬁre, F",
        "en, Ⅷ, V"
    })
    void eachHeadlineStandsUnderAHeading(String language, String headline, String heading) {
        assertThat(heading(language, headline)).isEqualTo(heading);
    }

    @Test
    void headlinesOfOneHeadingFollowEachOther() {
        Random random = new Random(11);
        for (String language : new String[] {"en", "sv", "es", "pl", "ja", "ko", "ar", "eo", "tr", "is"}) {
            HeadlineOrder order = HeadlineOrder.of(language);
            List<String> headlines = new ArrayList<>();
            for (int i = 0; i < 2000; i++) {
                StringBuilder headline = new StringBuilder();
                for (int j = random.nextInt(4); j >= 0; j--) {
                    int[] blocks = {
                        0x20, 0x60, 0xC0, 0x100, 0x180, 0x370, 0x400, 0x5D0, 0x620, 0x3040, 0x30A0, 0x4E00, 0xAC00
                    };
                    headline.appendCodePoint(blocks[random.nextInt(blocks.length)] + random.nextInt(96));
                }
                headlines.add(headline.toString());
            }
            headlines.sort(order);
            Set<String> closed = new LinkedHashSet<>();
            String open = "";
            for (String headline : headlines) {
                String heading = order.heading(order.key(headline));
                if (!heading.equals(open)) {
                    assertThat(closed.add(heading))
                            .as("%s: %s stands twice", language, heading)
                            .isTrue();
                    open = heading;
                }
            }
        }
    }

    @Test
    void aHeadlineWithoutEndHasAShortKey() {
        assertThat(HeadlineOrder.of(null).key("x".repeat(1_000_000))).hasSizeLessThan(400);
    }

    private static String heading(String language, String headline) {
        HeadlineOrder order = HeadlineOrder.of(language);
        return order.heading(order.key(headline));
    }
}
