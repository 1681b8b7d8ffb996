package org.backfile.benchmark;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.backfile.article.ArticleReader;
import org.backfile.article.FileAccount;
import org.backfile.article.FileFacts;
import org.backfile.article.FileReading;
import org.backfile.article.FolderDecisions;
import org.backfile.article.ReadingSettings;
import org.backfile.article.ScannedFile;
import org.backfile.source.FolderCharsets;
import org.backfile.source.SourceFile;
import org.backfile.source.SourceReader;
import org.backfile.source.SourceSettings;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Files of 3 KB read per second and core, the disk left out: whole, as a build does it, and by steps. Each call takes
 * another of 256 made pages. Run it with {@code dev/jmh ReadingBenchmark}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 2)
public class ReadingBenchmark {
    private static final int FILES = 256;

    private final SourceReader source = new SourceReader(SourceSettings.NONE);
    private final ArticleReader articles = new ArticleReader(ReadingSettings.defaults());
    private final byte[][] ascii = new byte[FILES][];
    private final byte[][] utf8 = new byte[FILES][];
    private final byte[][] windows = new byte[FILES][];
    private final SourceFile[] decoded = new SourceFile[FILES];
    private int next;

    /** Makes the pages. */
    @Setup
    public void makePages() {
        MadePages pages = new MadePages();
        for (int i = 0; i < FILES; i++) {
            String page = pages.page(i);
            ascii[i] =
                    page.replace('“', '"').replace('”', '"').replace('—', '-').getBytes(StandardCharsets.US_ASCII);
            utf8[i] = page.getBytes(StandardCharsets.UTF_8);
            windows[i] = page.replace('k', 'é').getBytes(Charset.forName("windows-1252"));
            decoded[i] = decode(utf8[i]);
        }
    }

    private int next() {
        next = (next + 1) % FILES;
        return next;
    }

    private SourceFile decode(byte[] bytes) {
        return source.decode("2014/file.txt", bytes, FolderCharsets.NONE);
    }

    /** Everything that a build does to read a file, the decisions of its folder aside. */
    @Benchmark
    public FileAccount readWhole(Blackhole hole) {
        ScannedFile scanned = articles.scan(decode(utf8[next()]));
        hole.consume(articles.facts(scanned));
        return articles.read(scanned, FolderDecisions.NONE, hole::consume);
    }

    @Benchmark
    public SourceFile decodeAscii() {
        return decode(ascii[next()]);
    }

    @Benchmark
    public SourceFile decodeUtf8() {
        return decode(utf8[next()]);
    }

    @Benchmark
    public SourceFile guessTheCharset() {
        return decode(windows[next()]);
    }

    @Benchmark
    public FileFacts scanAndFacts() {
        return articles.facts(decoded[next()]);
    }

    @Benchmark
    public FileReading scanAndRead() {
        return articles.read(decoded[next()], FolderDecisions.NONE);
    }
}
