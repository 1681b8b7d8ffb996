package org.backfile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.SortedMap;
import java.util.zip.GZIPInputStream;
import org.backfile.Archive;
import org.backfile.page.SitePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostFilesTest {
    @TempDir
    Path folder;

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

    @Test
    void aBuildPutsATwinBesideEachTextAndTheNextOneKeepsIt() throws IOException {
        Archive archive = new Archive(folder).with("a.txt", "Fog\n\nNo boat left the harbour.\n");
        SortedMap<String, byte[]> plain = built(archive);
        SortedMap<String, byte[]> both = built(archive, "--compress", "gzip");

        for (var file : plain.entrySet()) {
            byte[] twin = both.get(file.getKey() + ".gz");
            boolean packed =
                    HostFiles.twin(new SitePath(file.getKey())) != null && HostFiles.gzip(file.getValue()) != null;
            assertThat(twin != null).as(file.getKey()).isEqualTo(packed);
            if (twin != null) {
                assertThat(new GZIPInputStream(new ByteArrayInputStream(twin)).readAllBytes())
                        .isEqualTo(file.getValue());
            }
        }
        assertThat(both).hasSizeGreaterThan(plain.size() + 10);
        assertThat(archive.build("--compress", "gzip").out())
                .contains("; 0 files written")
                .contains(" 0 deleted");
        assertThat(built(archive).keySet()).isEqualTo(plain.keySet());
    }

    @Test
    void theSettingsAskForTwinsHeadersAndRedirects() throws IOException {
        Archive archive = new Archive(folder)
                .with("a.txt", "Fog\n\nNo boat left the harbour.\n")
                .file(
                        "backfile.yaml",
                        "site-url: https://example.org/tidings\npublish:\n  compress: gzip\n  headers: true\n");
        assertThat(built(archive)).containsKeys("index.html.gz", "_headers").doesNotContainKey("_redirects");

        archive.with("a.txt", "The fog\n\nNo boat left the harbour.\n");
        assertThat(new String(built(archive).getOrDefault("_redirects", new byte[0]), StandardCharsets.UTF_8))
                .matches("(?s).*/tidings/undated/fog-(.{5})\\.html /tidings/undated/the-fog-\\1\\.html 301\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "compress: brotli | \"compress\" knows gzip only",
                "headers: often | \"headers\" must be true or false",
                "targt: dir:x | unknown setting \"targt\" – did you mean \"target\"?"
            })
    void aWrongSettingIsNamedWithItsPlace(String setting, String sentence) {
        Archive archive =
                new Archive(folder).with("a.txt", "Fog").file("backfile.yaml", "publish:\n  " + setting + "\n");

        assertThat(archive.build().err()).contains("backfile.yaml:2:", sentence);
    }

    private static SortedMap<String, byte[]> built(Archive archive, String... options) {
        Archive.Run run = archive.build(options);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return archive.files();
    }
}
