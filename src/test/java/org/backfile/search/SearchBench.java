package org.backfile.search;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.backfile.article.ArticleDate;
import org.backfile.page.SitePath;

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
                .mapToObj(i -> new SearchIndex.Entry(made.dateOf(i, count), 31L * i + words))
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
        IntFunction<SearchDocument> documents = i -> made.article(i, count, words);
        Times cold = Times.of(() -> build(folder, entries, documents)).less(generating);
        report(folder, text);
        System.out.printf(
                "built in %s without making the articles: %.0f articles a second, %.0f on 2 idle cores; peak heap %d MB%n",
                cold, count / cold.wall(), count * 2 / cold.cpu(), peakMegabytes());
        SearchSite.writeSearchPage(folder.path());
        rebuild("unchanged", folder, entries, documents);
        int dated = (int) entries.stream().filter(entry -> entry.date() != null).count();
        add("one added, the newest", dated, folder, entries, documents);
        add("one added in the middle", count / 2, folder, entries, documents);
    }

    /** Builds with one more document at a place, and then again without it. */
    private static void add(
            String name,
            int place,
            IndexFolder folder,
            List<SearchIndex.Entry> entries,
            IntFunction<SearchDocument> documents) {
        ArticleDate date = entries.get(place - 1).date();
        List<SearchIndex.Entry> more = new ArrayList<>(entries);
        more.add(place, new SearchIndex.Entry(date, -1));
        SearchDocument other = documents.apply(place / 2);
        SearchDocument added = new SearchDocument(
                new SitePath("added.html"),
                other.headline(),
                null,
                null,
                null,
                other.section(),
                date,
                other.paragraphs());
        rebuild(name, folder, more, i -> i == place ? added : documents.apply(i < place ? i : i - 1));
        build(folder, entries, documents);
    }

    private static void rebuild(
            String name, IndexFolder folder, List<SearchIndex.Entry> entries, IntFunction<SearchDocument> documents) {
        Times times = Times.of(() -> build(folder, entries, documents));
        System.out.printf(
                "%s: %s, files written %d%n", name, times, folder.added().size());
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
            IndexFolder folder, List<SearchIndex.Entry> entries, IntFunction<SearchDocument> documents) {
        folder.begin();
        SearchIndex index = SearchIndex.plan(entries, folder, folder);
        int threads = Runtime.getRuntime().availableProcessors();
        AtomicInteger next = new AtomicInteger();
        IntStream.range(0, threads).parallel().forEach(thread -> {
            for (int i = next.getAndIncrement(); i < entries.size(); i = next.getAndIncrement()) {
                if (index.needs(i)) {
                    index.add(i, documents.apply(i));
                }
            }
        });
        index.publish();
    }

    private static void report(IndexFolder folder, long text) {
        Map<String, long[]> sizes = folder.sizes();
        System.out.printf("text %.1f MB%n", text / 1e6);
        sizes.forEach((kind, size) -> System.out.printf(
                "%s: %.1f MB = %.1f %% of the text in %d files%n",
                kind, size[1] / 1e6, 100.0 * size[1] / text, size[0]));
    }

    private static long peakMegabytes() {
        return java.lang.management.ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }
}
