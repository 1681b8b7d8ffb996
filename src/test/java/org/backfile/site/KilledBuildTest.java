package org.backfile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build may die at any moment: the site stays whole, and the next build makes it right. */
class KilledBuildTest {
    @TempDir
    Path archive;

    private Path folder;

    @BeforeEach
    void name() throws IOException {
        folder = archive.toRealPath().resolve("site-output");
    }

    /** The process is gone: nothing happens any more. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    /** A disk on which the process dies at its nth act, a file half written where it was writing one. */
    private static final class DyingDisk extends Disk {
        private int left;

        DyingDisk(int acts) {
            left = acts;
        }

        private boolean dies() {
            if (left < 0) {
                throw new Killed();
            }
            return left-- == 0;
        }

        private void act() {
            if (dies()) {
                throw new Killed();
            }
        }

        @Override
        void write(Path file, byte[] bytes) throws IOException {
            boolean dies = dies();
            super.write(file, dies ? Arrays.copyOf(bytes, bytes.length / 2) : bytes);
            if (dies) {
                throw new Killed();
            }
        }

        @Override
        void writeDurably(Path file, byte[] bytes) throws IOException {
            boolean dies = dies();
            Files.write(file, dies ? Arrays.copyOf(bytes, bytes.length / 2) : bytes);
            if (dies) {
                throw new Killed();
            }
        }

        @Override
        void move(Path from, Path to) throws IOException {
            act();
            super.move(from, to);
        }

        @Override
        void delete(Path file) throws IOException {
            act();
            super.delete(file);
        }

        @Override
        void createFolders(Path place) throws IOException {
            act();
            super.createFolders(place);
        }
    }

    private Output open(Disk disk) {
        return Output.open(
                folder, List.of(), OutputMemory.look(folder, archive.resolve("memory")), Path.of("/home/nobody"), disk);
    }

    /** Builds until the process dies; true when it lived. */
    private boolean survives(TinySite site, int acts) {
        Output output = null;
        try {
            output = open(new DyingDisk(acts));
            site.buildInto(output);
            return true;
        } catch (Killed e) {
            return false;
        } finally {
            release(output);
        }
    }

    /** What the operating system does when a process is gone. */
    private static void release(Output output) {
        try {
            if (output != null) {
                output.close();
            }
        } catch (Killed e) {
            // it does not clean up
        }
    }

    private void build(TinySite site) {
        try (Output output = open(new DyingDisk(Integer.MAX_VALUE))) {
            site.buildInto(output);
        }
    }

    @Test
    void leavesAWholeSiteWhereverItIsKilled() throws IOException {
        Random random = new Random(7);
        for (int round = 0; round < 2; round++) {
            TinySite old = TinySite.random(random);
            TinySite next = TinySite.random(random);
            build(old);
            int acts = 0;
            while (!survives(next, acts)) {
                TinySite.assertIntact(folder, List.of(old, next));
                build(old);
                assertThat(TinySite.filesIn(folder)).as("after act " + acts).isEqualTo(old.clean());
                acts++;
            }
            assertThat(TinySite.filesIn(folder)).isEqualTo(next.clean());
            assertThat(acts).isGreaterThan(20);
        }
    }

    @Test
    void recoversFromBeingKilledAgainAndAgain() throws IOException {
        Random random = new Random(11);
        for (int round = 0; round < 40; round++) {
            TinySite old = TinySite.random(random);
            TinySite next = TinySite.random(random);
            TinySite third = TinySite.random(random);
            build(old);
            survives(next, random.nextInt(60));
            survives(third, random.nextInt(60));
            TinySite.assertIntact(folder, List.of(old, next, third));
            build(third);
            assertThat(TinySite.filesIn(folder)).as("round " + round).isEqualTo(third.clean());
        }
    }

    @Test
    void finishesAFirstBuildThatWasKilled() throws IOException {
        TinySite site = TinySite.random(new Random(3));
        int acts = 0;
        while (!survives(site, acts)) {
            if (Files.exists(folder.resolve("index.html"))) {
                TinySite.assertIntact(folder, List.of(site));
            }
            build(site);
            assertThat(TinySite.filesIn(folder)).as("after act " + acts).isEqualTo(site.clean());
            new Disk().deleteTree(folder);
            acts++;
        }
    }

    @Test
    void leavesAWholeSiteWhenTheOperatingSystemKillsIt() throws Exception {
        TinySite a = TinySite.random(new Random(Builds.SEED_A));
        TinySite b = TinySite.random(new Random(Builds.SEED_B));
        build(a);
        Random random = new Random(5);
        for (int round = 0; round < 5; round++) {
            Process builds = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Builds.class.getName(),
                            folder.toString(),
                            archive.resolve("memory").toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            assertThat(builds.getInputStream().read()).as("it builds").isEqualTo('b');
            Thread.sleep(random.nextInt(100));
            builds.destroyForcibly().waitFor(10, TimeUnit.SECONDS);

            TinySite.assertIntact(folder, List.of(a, b));
            TinySite next = round % 2 == 0 ? a : b;
            build(next);
            assertThat(TinySite.filesIn(folder)).isEqualTo(next.clean());
        }
    }

    /** A process that builds one of two sites after the other into a folder until it is killed. */
    static final class Builds {
        static final int SEED_A = 101;
        static final int SEED_B = 102;

        private Builds() {}

        public static void main(String[] args) throws IOException {
            TinySite a = TinySite.random(new Random(SEED_A));
            TinySite b = TinySite.random(new Random(SEED_B));
            File parent = new File(args[0]).getParentFile();
            for (int i = 0; parent.exists(); i++) {
                try (Output output = Output.open(
                        Path.of(args[0]), List.of(), OutputMemory.look(Path.of(args[0]), Path.of(args[1])))) {
                    (i % 2 == 0 ? b : a).buildInto(output);
                }
                if (i == 0) {
                    System.out.write('b');
                    System.out.flush();
                }
            }
        }
    }
}
