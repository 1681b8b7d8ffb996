package org.backfile.benchmark;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.backfile.article.Article;
import org.backfile.article.ArticleCard;
import org.backfile.story.Fingerprint;
import org.backfile.story.Fingerprints;
import org.backfile.story.GroupingMemory;
import org.backfile.story.HeldMemory;
import org.backfile.story.Stories;
import org.backfile.story.StoryGrouper;
import org.backfile.story.StorySettings;
import org.backfile.story.Verdicts;

/**
 * What telling stories costs in CPU seconds and memory, at scale and in the worst cases. Fingerprints are read from a
 * file, as a build does.
 *
 * <pre>
 * GroupingBenchmark time|again|memory corpus docs.jsonl   the corpus of {@code BenchGen --mode scale}
 * GroupingBenchmark … copies|template|short N             N copies of one text, N texts of one template, N texts of
 *                                                         five words
 * GroupingBenchmark … long MEGABYTES                      one text of that size among 19 short ones
 * </pre>
 *
 * <p>{@code time} counts CPU seconds of the whole process, compiler and garbage collector with it, in a fresh Java: what
 * reading the corpus left to be compiled is waited for before, what the stage left after. The stage is the
 * fingerprints and the first grouping; {@code again} goes on with groupings in the warm Java, of the same articles and
 * of all but one. {@code memory} counts what is live: while it groups, a full collection is
 * asked for as soon as the last one is over, and the most that any of them left is told, less what was there before
 * (the cards, and the places of the fingerprints in their file). Run it with {@code -XX:+UseParallelGC}, where a
 * collection that is asked for is a full one and stops all threads.
 */
public final class GroupingBenchmark {
    /** Articles that are read before their fingerprints are made. */
    private static final int BATCH = 25_000;

    private final String mode;
    private final Path scratch;

    private GroupingBenchmark(String mode, Path scratch) {
        this.mode = mode;
        this.scratch = scratch;
    }

    /** See the class. */
    public static void main(String[] args) throws IOException {
        Path scratch = Files.createTempFile("fingerprints", ".bin");
        GroupingBenchmark benchmark = new GroupingBenchmark(args[0], scratch);
        try (Stream<Article> articles = articles(args[1], args[2])) {
            benchmark.run(articles.iterator());
        } finally {
            Files.delete(scratch);
        }
    }

    private static Stream<Article> articles(String kind, String what) throws IOException {
        return switch (kind) {
            case "corpus" -> Files.lines(Path.of(what)).map(GroupingBenchmark::ofJson);
            case "copies" -> made(Integer.parseInt(what), i -> COPIED);
            case "template" -> made(Integer.parseInt(what), GroupingBenchmark::templated);
            case "short" -> made(Integer.parseInt(what), i -> "In brief\n" + words(i, 5));
            case "long" -> made(20, i -> words(i, i == 0 ? Integer.parseInt(what) * WORDS_OF_A_MEGABYTE : 300));
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private void run(Iterator<Article> articles) throws IOException {
        List<ArticleCard> cards = new ArrayList<>();
        long[] starts = new long[1024];
        long nanos = 0;
        long words = 0;
        try (FileChannel file = FileChannel.open(scratch, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var out = new BufferedOutputStream(Channels.newOutputStream(file), 1 << 20);
            while (articles.hasNext()) {
                List<Article> batch = new ArrayList<>();
                while (articles.hasNext() && batch.size() < BATCH) {
                    batch.add(articles.next());
                    cards.add(ArticleCard.of(batch.get(batch.size() - 1)));
                }
                starts = Arrays.copyOf(starts, Math.max(starts.length, 2 * cards.size()));
                int at = cards.size() - batch.size();
                long before = cpuNanos();
                for (Article article : batch) {
                    byte[] print = Fingerprint.of(article).toBytes();
                    out.write(print);
                    starts[at + 1] = starts[at++] + print.length;
                    words += article.words();
                }
                nanos += cpuNanos() - before;
            }
            out.flush();
            System.out.printf(Locale.ROOT, "%d articles of %d words%n", cards.size(), words / cards.size());
            report("fingerprints", cards.size(), nanos);
            group(cards, new Stored(file, Arrays.copyOf(starts, cards.size() + 1), inOrder(cards), 0));
        }
    }

    private static Integer[] inOrder(List<ArticleCard> cards) {
        Integer[] order = new Integer[cards.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparing(i -> cards.get(i).id()));
        return order;
    }

    private void group(List<ArticleCard> cards, Stored fingerprints) {
        List<ArticleCard> sorted = Stream.of(fingerprints.order).map(cards::get).toList();
        if (mode.equals("memory")) {
            measureMemory(sorted, fingerprints);
            return;
        }
        HeldMemory first = new HeldMemory();
        group("grouping", sorted, fingerprints, first);
        if (mode.equals("again")) {
            group("grouping again", sorted, fingerprints, new HeldMemory());
            group("nothing changed", sorted, fingerprints, first.next());
            group("one article gone", sorted.subList(1, sorted.size()), fingerprints.withoutFirst(), first.next());
        }
    }

    /** Fingerprints in a file, without the first ones. */
    private record Stored(FileChannel channel, long[] starts, Integer[] order, int skip) implements Fingerprints {
        Stored withoutFirst() {
            return new Stored(channel, starts, order, skip + 1);
        }

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

    private static void group(String what, List<ArticleCard> cards, Fingerprints fingerprints, HeldMemory memory) {
        long start = cpuNanos();
        long wall = System.nanoTime();
        Stories stories = new StoryGrouper(StorySettings.DEFAULTS).group(cards, fingerprints, Verdicts.NONE, memory);
        long took = System.nanoTime() - wall;
        report(what, cards.size(), cpuNanos() - start);
        System.out.printf(
                Locale.ROOT,
                "  wall %.2f s, %d stories, %d bytes to remember%n",
                took / 1e9,
                stories.stories().size(),
                memory.kept().values().stream().mapToLong(bytes -> bytes.length).sum());
    }

    private static void measureMemory(List<ArticleCard> cards, Fingerprints fingerprints) {
        long before = liveBytes();
        AtomicBoolean done = new AtomicBoolean();
        AtomicLong most = new AtomicLong();
        AtomicInteger collections = new AtomicInteger();
        Thread watcher = new Thread(() -> {
            for (; !done.get(); collections.incrementAndGet()) {
                most.accumulateAndGet(liveBytes(), Math::max);
            }
        });
        watcher.setDaemon(true);
        watcher.start();
        Stories stories =
                new StoryGrouper(StorySettings.DEFAULTS).group(cards, fingerprints, Verdicts.NONE, GroupingMemory.NONE);
        done.set(true);
        System.out.printf(
                Locale.ROOT,
                "%d stories; most that any of %d collections left beside %.0f MB before: %.1f MB, %.2f KB an article%n",
                stories.stories().size(),
                collections.get(),
                before / 1e6,
                (most.get() - before) / 1e6,
                (most.get() - before) / 1e3 / cards.size());
    }

    /** What a full collection leaves. */
    private static long liveBytes() {
        System.gc();
        long live = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            MemoryUsage usage = pool.getType() == MemoryType.HEAP ? pool.getCollectionUsage() : null;
            live += usage == null ? 0 : usage.getUsed();
        }
        return live;
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

    /** CPU time of the process once nothing is being compiled, so that each measured part bears its own compiling. */
    private static long cpuNanos() {
        var compiler = ManagementFactory.getCompilationMXBean();
        try {
            for (long before = -1; compiler.getTotalCompilationTime() != before; ) {
                before = compiler.getTotalCompilationTime();
                Thread.sleep(300);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
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

    private static final int WORDS_OF_A_MEGABYTE = 170_000;
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
