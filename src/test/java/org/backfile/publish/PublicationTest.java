package org.backfile.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.backfile.page.SitePath;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationTest {
    private static final Publication.Options PLAIN = new Publication.Options(false, false, false);
    private static final Publication.Options DRY = new Publication.Options(true, false, false);
    private static final Publication.Options DELETING = new Publication.Options(false, true, false);

    @TempDir
    Path folder;

    private Path target() {
        return folder.resolve("target");
    }

    private int sites;

    private Path site(SyntheticSite site) {
        return site.write(folder.resolve("site" + sites++));
    }

    private PublishReport publish(Path site, Publication.Options options) throws PublishFailure {
        return Publication.run(site, new DirectoryTarget(target()), options, Target.Progress.SILENT);
    }

    private static Map<String, String> tree(Path root) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                files.put(root.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    @Test
    void theTargetEqualsTheSiteByteForByte() throws PublishFailure, IOException {
        Path site = site(SyntheticSite.clean());

        PublishReport report = publish(site, PLAIN);

        assertThat(tree(target())).isEqualTo(tree(site));
        assertThat(report.plan().adds()).hasSize(15);
        assertThat(report.sent()).isEqualTo(16);
    }

    @Test
    void onlyWhatDiffersIsSentAndWhatIsGoneIsDeleted() throws PublishFailure, IOException {
        publish(site(SyntheticSite.clean()), PLAIN);
        Path next = site(SyntheticSite.clean()
                .replace("search.html", "Search", "Find")
                .page("new.html", "New", "")
                .without("robots.txt"));

        PublishReport report = publish(next, PLAIN);

        assertThat(report.plan().adds()).containsExactly(new SitePath("new.html"));
        assertThat(report.plan().changes()).containsExactly(new SitePath("search.html"));
        assertThat(report.plan().deletes()).containsExactly(new SitePath("robots.txt"));
        assertThat(report.plan().unchanged()).isEqualTo(13);
        assertThat(tree(target())).isEqualTo(tree(next));
        assertThat(publish(next, PLAIN).sent()).isZero();
    }

    @Test
    void aDryRunChangesNothing() throws PublishFailure {
        PublishReport report = publish(site(SyntheticSite.clean()), DRY);

        assertThat(report.bytes()).isGreaterThan(2_000);
        assertThat(report.plan().adds()).hasSize(15);
        assertThat(target()).doesNotExist();
    }

    @Test
    void strangersAtTheTargetStay() throws PublishFailure, IOException {
        publish(site(SyntheticSite.clean()), PLAIN);
        Files.writeString(target().resolve("2014/mine.txt"), "mine");

        publish(site(new SyntheticSite().page("index.html", "Empty", "")), DELETING);

        assertThat(tree(target())).containsOnlyKeys("2014/mine.txt", "index.html", "manifest-sha256.txt");
        assertThat(target().resolve("2014/12")).doesNotExist();
    }

    @Test
    void manyDeletionsMustBeMeant() throws PublishFailure {
        publish(site(SyntheticSite.clean()), PLAIN);
        Path less = site(SyntheticSite.clean().without("robots.txt").without("search.html"));

        assertThatThrownBy(() -> publish(less, PLAIN))
                .hasMessageStartingWith("2 of 15 files at dir:")
                .hasMessageEndingWith("would be deleted – give --delete if that is meant, or see --dry-run");
        assertThat(target().resolve("search.html")).exists();
        assertThat(publish(less, DELETING).deleted()).isEqualTo(2);
    }

    @Test
    void aThousandDeletionsAreAllowedInALargeSiteAndNotOneMore() {
        PublishPlan thousand = new PublishPlan(List.of(), List.of(), paths(1_000), 20_000, 21_000);
        PublishPlan more = new PublishPlan(List.of(), List.of(), paths(1_001), 20_000, 21_000);

        assertThat(thousand.deletesMuch()).isFalse();
        assertThat(more.deletesMuch()).isTrue();
    }

    private static List<SitePath> paths(int count) {
        return Stream.iterate(0, i -> i + 1)
                .limit(count)
                .map(i -> new SitePath(i + ".html"))
                .toList();
    }

    @Test
    void somebodyElsesSiteIsNotWrittenOver() throws IOException, PublishFailure {
        Files.createDirectories(target());
        Files.writeString(target().resolve("index.html"), "not ours");
        Path site = site(SyntheticSite.clean());

        assertThatThrownBy(() -> publish(site, PLAIN)).hasMessageContaining("--adopt");
        publish(site, new Publication.Options(false, false, true));
        assertThat(target().resolve("index.html")).content().contains("Harbour News");
    }

    @Test
    void aFolderOfOtherFilesIsNoPlaceForASite() throws IOException, PublishFailure {
        Path site = site(SyntheticSite.clean());
        Files.createDirectories(target().resolve(".git"));
        Path thesis = Files.writeString(target().resolve("thesis.txt"), "all of it");

        assertThatThrownBy(() -> publish(site, PLAIN))
                .hasMessageContaining("already holds thesis.txt")
                .hasMessageContaining("--adopt");

        Files.delete(thesis);
        assertThat(publish(site, PLAIN).sent()).isPositive();
    }

    @Test
    void aSiteThatWasEditedByHandIsNotSent() throws IOException {
        Path site = site(SyntheticSite.clean());
        Files.writeString(site.resolve("robots.txt"), "edited");
        Path lost = site(SyntheticSite.clean());
        Files.delete(lost.resolve("robots.txt"));

        assertThatThrownBy(() -> publish(site, PLAIN)).hasMessageContaining("robots.txt is not as the build wrote it");
        assertThatThrownBy(() -> publish(lost, PLAIN)).hasMessageContaining("robots.txt is missing – build again");
        assertThat(target()).doesNotExist();
    }

    @Test
    void aSpoiltManifestAtTheTargetIsASentence() throws IOException {
        Files.createDirectories(target());
        for (String line :
                List.of("x", "0".repeat(64) + "  ../up", "0".repeat(64) + "  a//b", "G".repeat(64) + "  a")) {
            Files.writeString(target().resolve("manifest-sha256.txt"), line);

            assertThatThrownBy(() -> publish(site(SyntheticSite.clean()), PLAIN))
                    .isInstanceOf(PublishFailure.class)
                    .hasMessageContaining("manifest-sha256.txt:1:1: not a line of a manifest");
        }
    }

    @Test
    void aLinkThatLeadsOutOfTheTargetIsRefused() throws IOException {
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.createDirectories(target());
        Files.createSymbolicLink(target().resolve("assets"), outside);

        assertThatThrownBy(() -> publish(site(SyntheticSite.clean()), new Publication.Options(false, false, true)))
                .hasMessageContaining("a symbolic link would lead assets/");
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void killedAtAnyMomentTheTargetHasNoBrokenLinkAndTheNextRunCompletes() throws PublishFailure, IOException {
        Random random = new Random(8);
        Path before = site(archive(0));
        Path after = site(archive(1));
        for (int round = 0; round < 50; round++) {
            Path target = folder.resolve("killed" + round);
            Publication.run(before, new DirectoryTarget(target), PLAIN, Target.Progress.SILENT);
            killed(after, target, random.nextInt(40));
            assertThat(brokenLinks(target)).isEmpty();
            killed(round % 2 == 0 ? before : after, target, random.nextInt(40));
            assertThat(brokenLinks(target)).isEmpty();

            Publication.run(after, new DirectoryTarget(target), DELETING, Target.Progress.SILENT);

            assertThat(tree(target)).isEqualTo(tree(after));
        }
    }

    /** An archive in which some articles are new, some changed, and some gone from one edition to the next. */
    static SyntheticSite archive(int edition) {
        SyntheticSite site = SyntheticSite.clean();
        StringBuilder links = new StringBuilder("<a href=\"2014/12/index.html\">x</a><a href=\"search.html\">x</a>");
        for (int i = edition * 5; i < 12 + edition * 5; i++) {
            site.page(i + ".html", "Article " + i, edition + "<a href=\"" + (i / 3 * 3 + 2) + ".html\">x</a>");
            links.append("<a href=\"").append(i).append(".html\">x</a>");
        }
        for (int i = 12 + edition * 5; i < 18; i++) {
            site.page(i + ".html", "Article " + i, "always");
        }
        site.page("5.html", "Article 5", "always");
        return site.page("index.html", "Front " + edition, links.toString());
    }

    private static void killed(Path site, Path target, int acts) {
        try {
            Publication.run(site, new DyingTarget(new DirectoryTarget(target), acts), DELETING, Target.Progress.SILENT);
        } catch (Killed | PublishFailure e) {
            assertThat(e).isInstanceOf(Killed.class);
        }
    }

    private static List<String> brokenLinks(Path site) {
        return brokenLinks(path -> {
            try {
                Path file = site.resolve(path);
                return Files.exists(file) ? Files.readAllBytes(file) : null;
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    /** What a crawler asks for, from the front page on, and does not get. */
    static List<String> brokenLinks(Function<String, byte @Nullable []> files) {
        List<String> broken = new ArrayList<>();
        Set<String> met = new HashSet<>();
        Deque<String> queue = new ArrayDeque<>(List.of("index.html"));
        while (!queue.isEmpty()) {
            String path = queue.remove();
            byte[] page = files.apply(path);
            if (page == null) {
                broken.add(path);
            } else if (met.add(path) && path.endsWith(".html")) {
                for (Element link :
                        Jsoup.parse(new String(page, StandardCharsets.UTF_8)).select("[href],[src]")) {
                    String url = link.hasAttr("href") ? link.attr("href") : link.attr("src");
                    if (!url.contains(":")) {
                        queue.add(java.net
                                .URI
                                .create("/" + SigV4.encoded(path))
                                .resolve(url)
                                .getPath()
                                .substring(1));
                    }
                }
            }
        }
        return broken;
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** A target that dies after some acts, files being sent one by one. */
    private static final class DyingTarget implements Target {
        private final Target target;
        private int acts;

        DyingTarget(Target target, int acts) {
            this.target = target;
            this.acts = acts;
        }

        private void act() {
            if (acts-- == 0) {
                throw new Killed();
            }
        }

        @Override
        public String name() {
            return target.name();
        }

        @Override
        public Optional<byte[]> read(SitePath path) throws PublishFailure {
            return target.read(path);
        }

        @Override
        public boolean holds(SitePath path, String digest) throws PublishFailure {
            return target.holds(path, digest);
        }

        @Override
        public void send(Path site, List<Shipment> files, Progress progress) throws PublishFailure {
            for (Shipment file : files) {
                act();
                target.send(site, List.of(file), progress);
            }
        }

        @Override
        public void delete(List<SitePath> files, Progress progress) throws PublishFailure {
            for (SitePath file : files) {
                act();
                target.delete(List.of(file), progress);
            }
        }
    }

    @Test
    void aTargetIsOpenedByItsName() throws PublishFailure {
        Targets targets = new Targets(folder, folder, Map.of(), Clock.systemUTC(), millis -> {});

        assertThat(targets.open(PublishSettings.of("dir:target")).name()).isEqualTo("dir:" + target());
        assertThatThrownBy(() -> targets.open(PublishSettings.of("ftp://me:secret@host/")))
                .hasMessageContaining("“ftp://…@host/” is no target");
        assertThatThrownBy(() -> targets.open(PublishSettings.of("sftp:nohost")))
                .hasMessageContaining("names no place");
        assertThatThrownBy(() -> targets.open(PublishSettings.of("rsync:-e sh")))
                .hasMessageContaining("names no place");
    }

    @Test
    void aSecondPublicationOfTenThousandWithOneMoreSendsFew() throws PublishFailure {
        SyntheticSite many = SyntheticSite.clean();
        for (int i = 0; i < 10_000; i++) {
            many.put("2015/" + i % 100 + "/" + i + ".html", "page " + i);
        }
        publish(site(many), PLAIN);

        PublishReport report = publish(site(many.put("2015/0/new.html", "new")), PLAIN);

        assertThat(report.sent()).isEqualTo(2);
        assertThat(report.plan().unchanged()).isEqualTo(10_015);
    }
}
