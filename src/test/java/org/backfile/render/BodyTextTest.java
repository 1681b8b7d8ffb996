package org.backfile.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.backfile.article.Paragraph;
import org.backfile.page.SitePath;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTextTest {
    private static List<String> text(Paragraph.Kind kind, String source) {
        return BodyText.of(List.of(new Paragraph(kind, source, 1, 1)));
    }

    @Test
    void markdownHasTheWordsOfItsPageAndNotThoseOfItsMarks() {
        assertThat(text(Paragraph.Kind.MARKDOWN, """
                        The *Dora Quill*, [built](https://example.org/ships/1958 "a yard") in 1958[^1],
                        un**believ**able &amp; `plain`. ![a hull](hull.png)

                        ![the quay](quay.png "The quay at noon")

                        ```java
                        int tide;
                        ```

                        | tide | metres |
                        | ---- | -----: |
                        | high | 4.2 |

                        [yard]: https://example.org/yard
                        [^1]: At [Holm][yard].
                        """))
                .containsExactly(
                        "The Dora Quill, built in 1958, unbelievable & plain. ",
                        "The quay at noon",
                        "int tide;",
                        "tide metres",
                        "high 4.2",
                        "At Holm.");
    }

    @Test
    void aPicturesPathAndAlternativeTextAreNoWordsOfTheBody() {
        assertThat(text(Paragraph.Kind.IMAGE, "img/pier.jpg\nPlanks")).isEmpty();
        assertThat(text(Paragraph.Kind.CAPTION, "The pier")).containsExactly("The pier");
        assertThat(text(Paragraph.Kind.TEXT, "5 * 3 [sic](x)")).containsExactly("5 * 3 [sic](x)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\\*b\\* `c](d)` [e](f(g)h) ![i](j) <https://k.example/l> www.m.example",
                "[](https://example.org) and [![alt](x.png)](https://example.org)",
                "<div>n <b>o</b></div>\n\n# p #\n\nq\n===\n\n    r\n\n> s\n> t\n\n1. u\n2. v\n\n* w\n\n  x",
                "[y]\n\n[y]: z\n\n[1][] [2](3 \"4\") ![5][y]",
            })
    void thePageShowsTheSameWords(String markdown) {
        Paragraph body = new Paragraph(Paragraph.Kind.MARKDOWN, markdown, 1, 1);
        Document page = Jsoup.parseBodyFragment(new BodyHtml(MessagesTest.messages("en"))
                .render(new SitePath("x.html"), List.of(body), java.util.Map.of(), 1)
                .value());
        page.select(".missing-picture").remove();

        assertThat(String.join(" ", BodyText.of(List.of(body))).strip().split("\\s+"))
                .containsExactly(page.text().split("\\s+"));
    }
}
