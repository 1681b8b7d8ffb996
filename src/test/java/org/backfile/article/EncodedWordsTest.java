package org.backfile.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodedWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "=?UTF-8?B?U3Rvcm0gw7xiZXI=?= Holm | Storm über Holm",
                "=?iso-8859-1?Q?Ren=E9_Petit?= wins | René Petit wins",
                "a =?utf-8?q?b?= =?utf-8?q?c?= d | a bc d",
                "=?UTF-8?B?*?= | =?UTF-8?B?*?=",
                "=?x-none?B?YWJj?= | =?x-none?B?YWJj?=",
                "1 =? 2 ?= 3 | 1 =? 2 ?= 3",
                "=?utf-8?q?a=zz?= | a=zz",
            })
    void becomeText(String value, String text) {
        assertThat(EncodedWords.decode(value)).isEqualTo(text);
    }

    @Test
    void aLetterCutBetweenTwoWordsIsWhole() {
        assertThat(EncodedWords.decode("=?UTF-8?B?w4Y=?= x =?UTF-8?B?w5w=?= =?UTF-8?B?w5w=?="))
                .isEqualTo("Æ x ÜÜ");
        assertThat(EncodedWords.decode("=?UTF-8?Q?=C3?=  =?UTF-8?Q?=9Cber?=")).isEqualTo("Über");
    }
}
