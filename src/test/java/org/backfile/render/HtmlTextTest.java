package org.backfile.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTextTest {
    @Test
    void ordinaryTextOfAnyScriptIsReturnedAsItIs() {
        String text = "Storm – “closes” harbour\tالميناء 港 😀\n";
        assertThat(HtmlText.clean(text)).isEqualTo(text);
    }

    @Test
    void whatHtmlForbidsIsShownAsAReplacementCharacter() {
        assertThat(HtmlText.clean("a\u0000b\u0001c\u007Fd\u0085e\uFFFEf\uFDD0g\uD83Dh" + Character.toString(0x1FFFF)))
                .isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf\uFFFDg\uFFFDh\uFFFD");
    }

    @Test
    void verticalTabAndFormFeedAreSpaces() {
        assertThat(HtmlText.clean("one\fpage\u000Bmore")).isEqualTo("one page more");
    }

    @Test
    void anOverrideCannotTurnTheTextAroundIt() {
        assertThat(HtmlText.clean("report\u202Egpj.exe")).isEqualTo("report\uFFFDgpj.exe");
    }

    @Test
    void aBidirectionalRunStaysWhereItIsClosedAgain() {
        String closed = "see \u202Bالميناء\u202C and \u2067قناة\u2069";
        assertThat(HtmlText.clean(closed)).isEqualTo(closed);
        assertThat(HtmlText.clean("open \u202Bالميناء")).isEqualTo("open \uFFFDالميناء");
        assertThat(HtmlText.clean("closed \u2069 twice \u202C")).isEqualTo("closed \uFFFD twice \uFFFD");
        assertThat(HtmlText.clean("\u2067crossed\u202C")).isEqualTo("\uFFFDcrossed\uFFFD");
    }

    @Test
    void aThousandOpenRunsAreAllClosed() {
        assertThat(HtmlText.clean("\u2068".repeat(1000))).isEqualTo("\uFFFD".repeat(1000));
    }

    @Test
    void marksThatOnlyHintStay() {
        assertThat(HtmlText.clean("\u200E1914\u200F \u061C\u200D\u200C"))
                .isEqualTo("\u200E1914\u200F \u061C\u200D\u200C");
    }

    @Test
    void escapedTextIsSafeInElementsAndAttributes() {
        assertThat(HtmlText.escape("<b title=\"x\" id='y'>&\u0000"))
                .isEqualTo("&lt;b title=&quot;x&quot; id=&#39;y&#39;&gt;&amp;\uFFFD");
        assertThat(Html.text("1 < 2").toString()).isEqualTo("1 &lt; 2");
    }
}
