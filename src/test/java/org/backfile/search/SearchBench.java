package org.backfile.search;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Builds an index of made articles with its search page and says what it costs; run by {@code dev/search-bench}. Arguments:
 * how many articles, of how many words, the folder to build in, and one for plain pages of the articles.
 */
final class SearchBench {
    private SearchBench() {}

    public static void main(String[] arguments) throws Exception {
        int count = Integer.parseInt(arguments[0]);
        int words = Integer.parseInt(arguments[1]);
        MadeArticles made = new MadeArticles(30_000);
        List<SearchIndex.Entry> entries = IntStream.range(0, count)
                .mapToObj(i -> new SearchIndex.Entry(made.dateOf(i, count), "made " + i + " " + words))
                .toList();
        long text = IntStream.range(0, count)
                .parallel()
                .mapToLong(i -> size(made.article(i, count, words)))
                .sum();
        if (arguments.length > 3) {
            writePages(made, count, words, Path.of(arguments[3]));
        }
        Times generating = Times.of(() -> generate(made, count, words));
        IndexFolder folder = new IndexFolder(Path.of(arguments[2]));
        Times cold = Times.of(() -> build(folder, entries, made, count, words)).less(generating);
        report(folder, text);
        System.out.printf(
                "built in %s without making the articles: %.0f articles a second, %.0f on 2 idle cores; peak heap %d MB%n",
                cold, count / cold.wall(), count * 2 / cold.cpu(), peakMegabytes());
        Times same = Times.of(() -> build(folder, entries, made, count, words));
        System.out.printf(
                "unchanged: %s, files written %d%n", same, folder.added().size());
        edit(folder, entries, made, count, words);
        SearchSite.writeSearchPage(folder.path());
    }

    private static void edit(
            IndexFolder folder, List<SearchIndex.Entry> entries, MadeArticles made, int count, int words) {
        int edited = count * 2 / 3;
        List<SearchIndex.Entry> changed = new java.util.ArrayList<>(entries);
        changed.set(edited, new SearchIndex.Entry(entries.get(edited).date(), "edited"));
        folder.edit(
                edited,
                document -> new SearchDocument(
                        document.url(),
                        document.headline(),
                        null,
                        null,
                        null,
                        document.section(),
                        document.date(),
                        List.of("Some other words stand here now, and a zanzibar.")));
        Times times = Times.of(() -> build(folder, changed, made, count, words));
        System.out.printf(
                "one edited: %s, files written %d%n", times, folder.added().size());
    }

    /** A document's plain text in bytes. */
    private static long size(SearchDocument document) {
        return document.paragraphs().stream().mapToLong(p -> bytes(p) + 1).sum()
                + (document.headline() == null ? 0 : bytes(document.headline()));
    }

    private static int bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    }

    /** The same articles as plain pages, for another program to index. */
    private static void writePages(MadeArticles made, int count, int words, Path folder) throws java.io.IOException {
        for (int i = 0; i < count; i++) {
            SearchDocument article = made.article(i, count, words);
            Path page = folder.resolve(article.url().value());
            java.nio.file.Files.createDirectories(page.getParent());
            java.nio.file.Files.writeString(
                    page,
                    "<!doctype html><html lang=en><meta charset=utf-8><title>Article</title><main><h1>"
                            + article.headline() + "</h1><p>" + String.join("</p><p>", article.paragraphs())
                            + "</p></main>");
        }
    }

    private static void generate(MadeArticles made, int count, int words) {
        AtomicInteger sum = new AtomicInteger();
        IntStream.range(0, count).parallel().forEach(i -> sum.addAndGet((int) size(made.article(i, count, words))));
    }

    /** Seconds on the wall and of all processors. */
    private record Times(double wall, double cpu) {
        static Times of(Runnable work) {
            com.sun.management.OperatingSystemMXBean system = (com.sun.management.OperatingSystemMXBean)
                    java.lang.management.ManagementFactory.getOperatingSystemMXBean();
            long start = System.nanoTime();
            long used = system.getProcessCpuTime();
            work.run();
            return new Times((System.nanoTime() - start) / 1e9, (system.getProcessCpuTime() - used) / 1e9);
        }

        Times less(Times other) {
            return new Times(wall - other.wall, cpu - other.cpu);
        }

        @Override
        public String toString() {
            return String.format(java.util.Locale.ROOT, "%.2f s (%.2f CPU-s)", wall, cpu);
        }
    }

    private static void build(
            IndexFolder folder, List<SearchIndex.Entry> entries, MadeArticles made, int count, int words) {
        folder.begin();
        SearchIndex index = SearchIndex.plan(entries, folder, folder);
        int threads = Runtime.getRuntime().availableProcessors();
        AtomicInteger next = new AtomicInteger();
        IntStream.range(0, threads).parallel().forEach(thread -> {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                if (index.needs(i)) {
                    index.add(i, folder.edited(i, made.article(i, count, words)));
                }
            }
        });
        index.publish();
    }

    private static void report(IndexFolder folder, long text) {
        Map<String, long[]> sizes = folder.sizes();
        long[] index = sizes.get("index");
        long[] texts = sizes.get("texts");
        System.out.printf(
                "text %.1f MB; index %.1f MB = %.1f %% in %d files, root %.1f KB; texts %.1f MB in %d files; all %.1f %%%n",
                text / 1e6,
                index[1] / 1e6,
                100.0 * index[1] / text,
                index[0] + 1,
                sizes.get("root")[1] / 1e3,
                texts[1] / 1e6,
                texts[0],
                100.0 * (index[1] + texts[1]) / text);
    }

    private static long peakMegabytes() {
        return java.lang.management.ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }
}
