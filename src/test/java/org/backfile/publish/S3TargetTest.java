package org.backfile.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.backfile.page.SitePath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3TargetTest {
    private static final Publication.Options PLAIN = new Publication.Options(false, false, false);

    @TempDir
    Path folder;

    private LocalS3 s3;

    @BeforeEach
    void start() throws IOException {
        s3 = new LocalS3();
    }

    @AfterEach
    void stop() {
        s3.close();
    }

    private Targets targets(Map<String, String> environment) {
        return new Targets(folder, folder.resolve("home"), environment, Clock.systemUTC(), millis -> {});
    }

    private Targets targets() {
        return targets(Map.of("AWS_ACCESS_KEY_ID", LocalS3.KEY, "AWS_SECRET_ACCESS_KEY", LocalS3.SECRET));
    }

    private PublishSettings settings(String place) {
        return new PublishSettings(place, s3.endpoint(), null, null, null, false, false);
    }

    private PublishReport publish(Targets targets, Path site) throws PublishFailure {
        return publish(targets, site, PLAIN);
    }

    private PublishReport publish(Targets targets, Path site, Publication.Options options) throws PublishFailure {
        try (Target target = targets.open(settings("s3://archive/news"))) {
            return Publication.run(site, target, options, Target.Progress.SILENT);
        }
    }

    @Test
    void theBucketHoldsTheSiteByteForByte() throws PublishFailure {
        SyntheticSite site = SyntheticSite.clean();

        publish(targets(), site.write(folder.resolve("site")));

        Map<String, byte[]> expected = new HashMap<>();
        site.files().forEach((path, bytes) -> expected.put("archive/news/" + path, bytes));
        expected.put("archive/news/manifest-sha256.txt", site.manifest().getBytes(StandardCharsets.UTF_8));
        assertThat(s3.objects().keySet()).isEqualTo(expected.keySet());
        expected.forEach((key, bytes) -> assertThat(s3.objects().get(key)).isEqualTo(bytes));
    }

    @Test
    void filesCarryTheirTypeAndHowLongTheyMayBeKept() throws PublishFailure {
        publish(targets(), SyntheticSite.clean().write(folder.resolve("site")));

        assertThat(s3.headers("archive/news/index.html"))
                .containsEntry("content-type", "text/html; charset=utf-8")
                .containsEntry("cache-control", "public, max-age=0, must-revalidate");
        assertThat(s3.headers("archive/news/search/a1b2c3d4.js"))
                .containsEntry("content-type", "text/javascript; charset=utf-8")
                .containsEntry("cache-control", "public, max-age=31536000, immutable");
    }

    @Test
    void nothingChangedSendsNothing() throws PublishFailure {
        Path site = SyntheticSite.clean().write(folder.resolve("site"));
        publish(targets(), site);
        s3.requests().clear();

        assertThat(publish(targets(), site).plan().isEmpty()).isTrue();
        assertThat(s3.requests()).noneMatch(request -> request.startsWith("PUT") || request.startsWith("DELETE"));
    }

    @Test
    void aChangeSendsThePageTheManifestAndTheJournalOnly() throws PublishFailure {
        publish(targets(), SyntheticSite.clean().write(folder.resolve("site")));
        s3.requests().clear();

        publish(
                targets(),
                SyntheticSite.clean().replace("search.html", "Search", "Find").write(folder.resolve("site")));

        assertThat(s3.requests().stream().filter(request -> !request.startsWith("GET")))
                .containsExactly(
                        "PUT archive/news/manifest-sha256.pending.txt",
                        "PUT archive/news/search.html",
                        "PUT archive/news/manifest-sha256.txt",
                        "DELETE archive/news/manifest-sha256.pending.txt");
    }

    @Test
    void aWrongSecretIsASentenceWithoutTheSecret() {
        Targets wrong = targets(Map.of("AWS_ACCESS_KEY_ID", LocalS3.KEY, "AWS_SECRET_ACCESS_KEY", "not-the-secret"));
        Path site = SyntheticSite.clean().write(folder.resolve("site"));

        assertThatThrownBy(() -> publish(wrong, site))
                .isInstanceOf(PublishFailure.class)
                .hasMessage(
                        "s3://archive/news/: the secret key is wrong – look at AWS_SECRET_ACCESS_KEY or the profile");
        assertThat(s3.objects()).isEmpty();
    }

    @Test
    void anUnknownKeyAndAnUnknownBucketAreSentences() {
        Targets unknown = targets(Map.of("AWS_ACCESS_KEY_ID", "WHO", "AWS_SECRET_ACCESS_KEY", "x"));
        Path site = SyntheticSite.clean().write(folder.resolve("site"));

        assertThatThrownBy(() -> publish(unknown, site)).hasMessageContaining("the access key is unknown");
        assertThatThrownBy(() -> {
                    try (Target target = targets().open(settings("s3://nowhere"))) {
                        Publication.run(site, target, PLAIN, Target.Progress.SILENT);
                    }
                })
                .hasMessage("s3://nowhere: there is no such bucket – create it, or mend its name");
    }

    @Test
    void aBusyServiceIsAskedAgain() throws PublishFailure {
        s3.failNext(4);

        publish(targets(), SyntheticSite.clean().write(folder.resolve("site")));

        assertThat(s3.objects()).containsKey("archive/news/manifest-sha256.txt");
    }

    @Test
    void aServiceThatStaysBusyIsASentence() {
        s3.failNext(1_000);
        Path site = SyntheticSite.clean().write(folder.resolve("site"));

        assertThatThrownBy(() -> publish(targets(), site))
                .isInstanceOf(PublishFailure.class)
                .hasMessageContaining("failed 5 times: the service answered 503 SlowDown");
    }

    @Test
    void aNetworkThatIsGoneIsASentence() {
        s3.close();
        Path site = SyntheticSite.clean().write(folder.resolve("site"));

        assertThatThrownBy(() -> publish(targets(), site))
                .isInstanceOf(PublishFailure.class)
                .hasMessageContaining("nobody answers at that address");
    }

    @Test
    void anInterruptedPublicationGoesOnWithWhatIsMissing() throws PublishFailure {
        Path site = SyntheticSite.clean().write(folder.resolve("site"));
        publish(targets(), site);
        s3.put("archive/news/manifest-sha256.pending.txt", journal("index.html", "search.html", "gone.html"));
        s3.objects().put("archive/news/gone.html", new byte[0]);
        s3.objects().remove("archive/news/search.html");
        s3.requests().clear();

        publish(targets(), site);

        assertThat(s3.requests())
                .contains("PUT archive/news/search.html")
                .doesNotContain("PUT archive/news/index.html");
        assertThat(s3.objects())
                .doesNotContainKeys("archive/news/gone.html", "archive/news/manifest-sha256.pending.txt");
    }

    @Test
    void killedAtAnyMomentTheBucketHasNoBrokenLinkAndTheNextRunCompletes() throws PublishFailure {
        Publication.Options deleting = new Publication.Options(false, true, false);
        Random random = new Random(3);
        Path before = PublicationTest.archive(0).write(folder.resolve("before"));
        Path after = PublicationTest.archive(1).write(folder.resolve("after"));
        int killed = 0;
        for (int round = 0; round < 50; round++) {
            publish(targets(), before, deleting);
            s3.changeNoMoreThan(random.nextInt(30));
            try {
                publish(targets(), after, deleting);
            } catch (PublishFailure dead) {
                killed++;
            }
            assertThat(PublicationTest.brokenLinks(path -> s3.objects().get("archive/news/" + path)))
                    .as("round " + round)
                    .isEmpty();
            s3.changeNoMoreThan(Integer.MAX_VALUE);

            publish(targets(), after, deleting);

            Map<String, byte[]> expected = new TreeMap<>();
            org.backfile.Archive.files(after).forEach((path, bytes) -> expected.put("archive/news/" + path, bytes));
            assertThat(s3.objects()).containsExactlyInAnyOrderEntriesOf(expected);
        }
        assertThat(killed).isGreaterThan(30);
    }

    private static byte[] journal(String... paths) {
        StringBuilder text = new StringBuilder();
        for (String path : paths) {
            text.append("0".repeat(64)).append("  ").append(path).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void theProfileFilesAreReadAsOtherToolsReadThem() throws PublishFailure, IOException {
        Path aws = Files.createDirectories(folder.resolve("home/.aws"));
        Files.writeString(aws.resolve("credentials"), """
                [default]
                aws_access_key_id = WRONG
                aws_secret_access_key = WRONG
                # the paper's own
                [paper]
                aws_access_key_id=AKIDLOCAL
                aws_secret_access_key = the/local+secret
                """);
        Files.writeString(aws.resolve("config"), "[profile paper]\nregion = eu-west-3\n");

        publish(targets(Map.of("AWS_PROFILE", "paper")), SyntheticSite.clean().write(folder.resolve("site")));

        assertThat(s3.objects()).isNotEmpty();
        assertThat(Credentials.region(null, "paper", Map.of(), folder.resolve("home")))
                .isEqualTo("eu-west-3");
        assertThat(Credentials.region(null, null, Map.of(), folder)).isEqualTo("us-east-1");
        assertThat(Credentials.region("x", "paper", Map.of(), folder.resolve("home")))
                .isEqualTo("x");
    }

    @Test
    void noKeyAtAllIsASentence() {
        assertThatThrownBy(() -> targets(Map.of()).open(settings("s3://archive")))
                .hasMessageContaining("set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY");
    }

    @Test
    void theBucketStandsInTheHostOrInThePath() throws PublishFailure {
        SitePath page = new SitePath("2014/é.html");

        assertThat(S3Place.of("s3://archive", null, null, "eu-west-3").address(page))
                .hasToString("https://archive.s3.eu-west-3.amazonaws.com/2014/%C3%A9.html");
        assertThat(S3Place.of("s3://my.archive/a/b", null, null, "eu-west-3").address(page))
                .hasToString("https://s3.eu-west-3.amazonaws.com/my.archive/a/b/2014/%C3%A9.html");
        assertThat(S3Place.of("s3://archive", "http://localhost:9000/", null, "x")
                        .address(page))
                .hasToString("http://localhost:9000/archive/2014/%C3%A9.html");
        assertThat(S3Place.of("s3://archive", "https://s3.example.org", false, "x")
                        .address(page))
                .hasToString("https://archive.s3.example.org/2014/%C3%A9.html");
    }

    @Test
    void placesThatMeanNothingAreSentences() {
        assertThatThrownBy(() -> S3Place.of("s3:///x", null, null, "x")).hasMessageContaining("names no bucket");
        for (String endpoint : List.of("ftp://x", "s3.example.org", "https://x/path", "https://u:p@x", "ht tp")) {
            assertThatThrownBy(() -> S3Place.of("s3://b", endpoint, null, "x")).hasMessageContaining("--endpoint");
        }
    }

    @Test
    void refusalsAreExplained() {
        for (String code : List.of(
                "ExpiredToken", "AccessDenied", "RequestTimeTooSkewed", "EntityTooLarge", "PermanentRedirect")) {
            assertThat(S3Place.meaning(400, code)).contains(" – ");
        }
        assertThat(S3Place.meaning(301, "")).contains("another region");
        assertThat(S3Place.meaning(418, "Teapot")).isEqualTo("the service refused with 418 Teapot");
        assertThat(S3Place.meaning(418, "")).isEqualTo("the service refused with 418");
    }
}
