package org.backfile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.backfile.page.SitePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostFilesTest {
    private static final byte[] TEXT = "Waves came over the quay. ".repeat(100).getBytes(StandardCharsets.UTF_8);

    @Test
    void aTextIsPackedWithoutTimeAndUnpacksToItself() throws IOException {
        byte[] packed = HostFiles.gzip(TEXT);

        assertThat(packed).isNotNull().hasSizeLessThan(TEXT.length / 10).isEqualTo(HostFiles.gzip(TEXT));
        assertThat(packed).startsWith(0x1f, 0x8b, 8, 0, 0, 0, 0, 0);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes())
                .isEqualTo(TEXT);
    }

    @Test
    void whatIsSmallOrDoesNotShrinkIsNotPacked() {
        byte[] noise = new byte[4_096];
        new Random(1).nextBytes(noise);

        assertThat(HostFiles.gzip(new byte[511])).isNull();
        assertThat(HostFiles.gzip(noise)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "index.html, index.html.gz",
        "data/articles/2014.jsonl, data/articles/2014.jsonl.gz",
        "assets/paper.png,",
        "manifest-sha256.txt,",
        ".nojekyll,"
    })
    void onlyTextsHaveATwin(String path, String twin) {
        assertThat(HostFiles.twin(new SitePath(path))).isEqualTo(twin == null ? null : new SitePath(twin));
    }

    @Test
    void aTwinsPathIsNoLongerThanAPathMayBe() {
        assertThat(HostFiles.twin(new SitePath("a".repeat(193) + ".html"))).isNull();
    }

    @Test
    void theHeadersKeepShardsForEverAndNotTheRoot() {
        assertThat(HostFiles.headers())
                .startsWith("/*\n  X-Content-Type-Options: nosniff\n")
                .contains("/search/a*\n  Cache-Control: public, max-age=31536000, immutable\n")
                .doesNotContain("/search/r*")
                .contains("/feed.atom\n  Content-Type: application/atom+xml; charset=utf-8\n");
    }
}
