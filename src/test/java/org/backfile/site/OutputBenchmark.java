package org.backfile.site;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.backfile.page.Checksum;
import org.backfile.page.SitePath;

/**
 * Wall and CPU seconds of publishing a site of many small pages: cold, unchanged, known to be unchanged, 1 % changed, all
 * changed. Arguments: a folder to work in, pages (100,000), bytes a page (8,000).
 */
final class OutputBenchmark {
    private final Path folder;
    private final int pages;
    private final byte[] text;

    private OutputBenchmark(Path folder, int pages, int bytes) {
        this.folder = folder;
        this.pages = pages;
        this.text = new byte[bytes];
        new Random(1).nextBytes(text);
    }

    public static void main(String[] args) throws IOException {
        OutputBenchmark benchmark = new OutputBenchmark(
                Path.of(args[0]),
                args.length > 1 ? Integer.parseInt(args[1]) : 100_000,
                args.length > 2 ? Integer.parseInt(args[2]) : 8_000);
        benchmark.run();
    }

    private void run() throws IOException {
        new Disk().deleteTree(folder.resolve("site-output"));
        build("cold", 0);
        build("all handed in, unchanged", 0);
        known();
        known();
        build("1 % changed", pages / 100);
        build("all changed", pages);
    }

    private Output open() {
        return Output.open(
                folder.resolve("site-output"),
                List.of(),
                OutputMemory.look(folder.resolve("site-output"), folder.resolve("memory")));
    }

    private void build(String what, int changed) {
        Stopwatch watch = new Stopwatch();
        try (Output output = open()) {
            watch.lap(what + ": open");
            output.put(new SitePath("index.html"), new byte[] {1});
            IntStream.range(0, pages).parallel().forEach(i -> output.put(path(i), page(i, i < changed ? changed : 0)));
            watch.lap(what + ": put");
            output.finish();
            watch.lap(what + ": finish");
        }
    }

    private void known() {
        Stopwatch watch = new Stopwatch();
        long[] checksums = IntStream.range(0, pages)
                .parallel()
                .mapToLong(i -> Checksum.of(page(i, 0)))
                .toArray();
        watch.lap("checksums");
        try (Output output = open()) {
            watch.lap("known unchanged: open");
            output.put(new SitePath("index.html"), new byte[] {1});
            IntStream.range(0, pages).parallel().forEach(i -> output.keep(path(i), checksums[i]));
            watch.lap("known unchanged: ask");
            output.finish();
            watch.lap("known unchanged: finish");
        }
    }

    /** Some 14 pages a day over twenty years. */
    private static SitePath path(int i) {
        int day = i / 14 % 7_000;
        return new SitePath((1990 + day / 350) + "/" + (1 + day % 350 / 30) + "/" + (1 + day % 30)
                + "/a-headline-of-usual-length-and-kind-" + i + ".html");
    }

    private byte[] page(int i, int edition) {
        byte[] bytes = text.clone();
        byte[] mark = (i + " " + edition + " ").getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(mark, 0, bytes, 0, mark.length);
        return bytes;
    }

    /** Prints how long each part took. */
    static final class Stopwatch {
        private long wall = System.nanoTime();
        private long cpu = cpu();

        private static long cpu() {
            return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                    .getProcessCpuTime();
        }

        void lap(String what) {
            System.out.printf(
                    "%-36s %6.2f s wall %6.2f s CPU%n", what, (System.nanoTime() - wall) / 1e9, (cpu() - cpu) / 1e9);
            wall = System.nanoTime();
            cpu = cpu();
        }
    }
}
