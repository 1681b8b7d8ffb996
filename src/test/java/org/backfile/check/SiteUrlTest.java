package org.backfile.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteUrlTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2014/12/a.html | b.html             | INSIDE    | 2014/12/b.html | ''
                    2014/12/a.html | ../index.html?q=1#x| INSIDE    | 2014/index.html| x
                    2014/12/a.html | #p3                | INSIDE    | 2014/12/a.html | p3
                    2014/12/a.html | ?page=2            | INSIDE    | 2014/12/a.html | ''
                    2014/12/a.html | ../../             | INSIDE    | ''             | ''
                    2014/12/a.html | ..                 | INSIDE    | 2014/          | ''
                    2014/12/a.html | ./b.html           | INSIDE    | 2014/12/b.html | ''
                    2014/12/a.html | ../../../x         | ABOVE     | ../../../x     | ''
                    a.html         | caf%C3%A9.html     | INSIDE    | café.html      | ''
                    a.html         | caf%E9.html        | SPOILT    | caf%E9.html    | ''
                    a.html         | b%2               | SPOILT    | b%2            | ''
                    a.html         | #:~:text=storm     | INSIDE    | a.html         | ''
                    a.html         | HTTPS://example.org| OUTSIDE   | HTTPS://example.org | ''
                    a.html         | //example.org/     | OUTSIDE   | //example.org/ | ''
                    a.html         | mailto:x@y         | ELSEWHERE | mailto:x@y     | ''
                    a.html         | data:image/png,x   | ELSEWHERE | data:image/png,x | ''
                    a.html         | JavaScript:x       | SCRIPT    | JavaScript:x   | ''
                    a.html         | /b.html            | ROOTED    | /b.html        | ''
                    a.html         | 1:2.html           | INSIDE    | 1:2.html       | ''
                    """)
    void aUrlLeadsWhereABrowserWouldGo(String from, String url, SiteUrl.Kind kind, String path, String fragment) {
        assertThat(SiteUrl.of(from, url)).isEqualTo(new SiteUrl(kind, path, fragment));
    }
}
