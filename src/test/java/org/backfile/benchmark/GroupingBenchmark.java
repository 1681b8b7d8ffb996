package org.backfile.benchmark;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.backfile.article.Article;
import org.backfile.article.ArticleCard;
import org.backfile.story.Fingerprint;
import org.backfile.story.Fingerprints;
import org.backfile.story.Grouping;
import org.backfile.story.GroupingMemory;
import org.backfile.story.StoryGrouper;
import org.backfile.story.StorySettings;
import org.backfile.story.Verdicts;

/**
 * What grouping costs: articles a second and core, and memory beyond the cards. Fingerprints are read from a file.
 *
 * <pre>
 * GroupingBenchmark corpus docs.jsonl [pred.jsonl]   the corpus of {@code BenchGen --mode scale}
 * GroupingBenchmark copies|template|short|headline N the worst cases
 * GroupingBenchmark long MEGABYTES
 * </pre>
 */
public final class GroupingBenchmark {
    private GroupingBenchmark() {}

    /** See the class. */
    public static void main(String[] args) throws IOException {
        Path scratch = Files.createTempFile("fingerprints", ".bin");
        try {
            int number = args[0].equals("corpus") ? 0 : Integer.parseInt(args[1]);
            switch (args[0]) {
                case "corpus" -> {
                    try (BufferedReader in = Files.newBufferedReader(Path.of(args[1]));
                            Stream<String> lines = in.lines()) {
                        run(lines.map(GroupingBenchmark::ofJson), scratch, args.length > 2 ? args[2] : null);
                    }
                }
                case "copies" -> run(made(number, i -> COPIED), scratch, null);
                case "template" -> run(made(number, GroupingBenchmark::templated), scratch, null);
                case "headline" -> run(made(number, i -> "Weather\n" + words(i, 200)), scratch, null);
                case "short" -> run(made(number, i -> words(i, 5)), scratch, null);
                case "long" -> run(made(20, i -> words(i, i == 0 ? number * 170_000 : 300)), scratch, null);
                default -> throw new IllegalArgumentException(args[0]);
            }
        } finally {
            Files.delete(scratch);
        }
    }

    private static void run(Stream<Article> articles, Path scratch, String pred) throws IOException {
        List<ArticleCard> cards = new ArrayList<>();
        long[] starts = new long[1024];
        int count = 0;
        try (RandomAccessFile file = new RandomAccessFile(scratch.toFile(), "rw")) {
            var out = new java.io.BufferedOutputStream(new java.io.FileOutputStream(file.getFD()), 1 << 20);
            long reading = 0;
            for (var each = articles.iterator(); each.hasNext(); ) {
                Article article = each.next();
                long before = threadNanos();
                byte[] print = Fingerprint.of(article).toBytes();
                reading += threadNanos() - before;
                out.write(print);
                cards.add(ArticleCard.of(article));
                if (count + 2 > starts.length) {
                    starts = Arrays.copyOf(starts, starts.length * 2);
                }
                starts[count + 1] = starts[count] + print.length;
                count++;
            }
            out.flush();
            report("fingerprints", count, reading);
            FileChannel channel = file.getChannel();
            Integer[] order = new Integer[cards.size()];
            Arrays.setAll(order, i -> i);
            Arrays.sort(
                    order, (a, b) -> cards.get(a).id().compareTo(cards.get(b).id()));
            List<ArticleCard> sorted = Stream.of(order).map(cards::get).toList();
            Fingerprints inOrder = new Stored(channel, starts, order, 0);
            Grouping grouping = group("grouping", sorted, inOrder, GroupingMemory.NONE);
            group("grouping again", sorted, inOrder, GroupingMemory.NONE);
            GroupingMemory memory = GroupingMemory.fromBytes(grouping.memory().toBytes());
            group("nothing changed", sorted, inOrder, memory);
            group("one article gone", sorted.subList(1, count), new Stored(channel, starts, order, 1), memory);
            if (pred != null) {
                write(grouping, Path.of(pred));
            }
        }
    }

    /** Fingerprints in a file, without the first ones. */
    private record Stored(FileChannel channel, long[] starts, Integer[] order, int skip) implements Fingerprints {
        @Override
        public Fingerprint get(int index) {
            int at = order[index + skip];
            return Fingerprint.fromBytes(read(channel, starts[at], starts[at + 1]));
        }

        @Override
        public long key(int index) {
            return starts[order[index + skip] + 1] - starts[order[index + skip]];
        }
    }

    private static Grouping group(
            String what, List<ArticleCard> cards, Fingerprints fingerprints, GroupingMemory memory) {
        awaitCompiler();
        long before = usedAfterGc();
        Peak peak = new Peak();
        long start = cpuNanos();
        long wall = System.nanoTime();
        Grouping grouping = new StoryGrouper(StorySettings.DEFAULTS).group(cards, fingerprints, Verdicts.NONE, memory);
        report(what, cards.size(), cpuNanos() - start);
        System.out.printf(
                Locale.ROOT,
                "  wall %.2f s, %d stories, %d bytes to remember, peak heap beyond cards %.0f MB (%.2f KB an article)%n",
                (System.nanoTime() - wall) / 1e9,
                grouping.stories().stories().size(),
                grouping.memory().toBytes().length,
                (peak.stop() - before) / 1e6,
                (peak.stop() - before) / 1e3 / cards.size());
        return grouping;
    }

    private static void write(Grouping grouping, Path path) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(path)) {
            for (var story : grouping.stories().stories()) {
                for (var member : story.members()) {
                    out.write("{\"path\":\"" + member.article().path() + "\",\"story\":\"" + story.id()
                            + "\",\"role\":\"" + member.role().id() + "\"}\n");
                }
            }
        }
    }

    /** Notes the most heap in use right after collections, while it runs. */
    private static final class Peak {
        private volatile long most;
        private volatile boolean done;
        private final List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans();
        private final Thread watcher = new Thread(() -> {
            while (!done) {
                long used = 0;
                for (MemoryPoolMXBean pool : pools) {
                    var usage = pool.getCollectionUsage();
                    used += usage == null ? 0 : usage.getUsed();
                }
                most = Math.max(most, used);
                try {
                    Thread.sleep(20);
                } catch (InterruptedException e) {
                    return;
                }
            }
        });

        Peak() {
            watcher.setDaemon(true);
            watcher.start();
        }

        long stop() {
            done = true;
            return most;
        }
    }

    /** Until nothing is being compiled: what reading the corpus left to be compiled is not grouping's. */
    private static void awaitCompiler() {
        var compiler = ManagementFactory.getCompilationMXBean();
        try {
            for (long before = -1; compiler.getTotalCompilationTime() != before; ) {
                before = compiler.getTotalCompilationTime();
                Thread.sleep(500);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long usedAfterGc() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void report(String what, int count, long nanos) {
        double seconds = nanos / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%s %d articles: %.1f CPU seconds, %.0f a second and core%n",
                what,
                count,
                seconds,
                count / seconds);
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static long threadNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static byte[] read(FileChannel channel, long from, long to) {
        ByteBuffer bytes = ByteBuffer.allocate((int) (to - from));
        try {
            int got = 0;
            while (bytes.hasRemaining() && got >= 0) {
                got = channel.read(bytes, from + bytes.position());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.array();
    }

    private interface Text {
        String of(int number);
    }

    private static Stream<Article> made(int count, Text text) {
        return IntStream.range(0, count)
                .mapToObj(i -> StoryScore.article(String.format(Locale.ROOT, "%07d.txt", i), text.of(i), null));
    }

    private static final String COPIED = "Ferry aground\n" + words(1, 200);

    private static String templated(int number) {
        SplittableRandom random = new SplittableRandom(number);
        StringBuilder text = new StringBuilder("Rainfall at station " + random.nextInt(100_000) + "\n");
        for (int line = 0; line < 12; line++) {
            text.append("In the week that ended on day ")
                    .append(random.nextInt(365))
                    .append(" the gauge at Station ")
                    .append((char) ('A' + random.nextInt(26)))
                    .append(random.nextInt(900))
                    .append(" showed ")
                    .append(random.nextInt(500))
                    .append(" millimetres\n");
        }
        return text.toString();
    }

    private static String words(int seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append('w')
                    .append(Integer.toString(random.nextInt(20_000), 26))
                    .append(i % 60 == 59 ? '\n' : ' ');
        }
        return text.toString();
    }

    private static Article ofJson(String line) {
        return StoryScore.article(field(line, "path"), field(line, "text"), null);
    }

    private static String field(String json, String key) {
        int i = json.indexOf("\"" + key + "\":\"") + key.length() + 4;
        StringBuilder value = new StringBuilder();
        for (; json.charAt(i) != '"'; i++) {
            char c = json.charAt(i);
            if (c == '\\') {
                char escaped = json.charAt(++i);
                if (escaped == 'u') {
                    value.append((char) Integer.parseInt(json.substring(i + 1, i + 5), 16));
                    i += 4;
                } else {
                    value.append(escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped == 'r' ? '\r' : escaped);
                }
            } else {
                value.append(c);
            }
        }
        return value.toString();
    }
}
