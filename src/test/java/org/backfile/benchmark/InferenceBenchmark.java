package org.backfile.benchmark;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.backfile.article.ArticleReader;
import org.backfile.article.FileFacts;
import org.backfile.article.FileReading;
import org.backfile.article.FolderDecisions;
import org.backfile.article.ReadingSettings;
import org.backfile.source.Lines;
import org.backfile.source.SourceFile;
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

/**
 * Decoded files of 3 KB whose facts are found, and whose articles are read, per second and core. Run it with
 * {@code dev/jmh InferenceBenchmark}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class InferenceBenchmark {
    private static final int SIZE = 3000;

    private final ArticleReader reader = new ArticleReader(ReadingSettings.defaults());
    private SourceFile file = new SourceFile("a.txt", 0, "", "UTF-8", new Lines(""), List.of());

    /** Makes the text. */
    @Setup
    public void makeText() {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder("The Lantern\nHarbour Opens Again After the Storm\nMay 4, 2014\n");
        while (text.length() < SIZE) {
            int word = 2 + random.nextInt(9);
            for (int i = 0; i < word; i++) {
                text.append("eeeetaoinshrdlu".charAt(random.nextInt(15)));
            }
            text.append(random.nextInt(50) == 0 ? ".\n" : " ");
        }
        file = new SourceFile("folder/file.txt", SIZE, "", "UTF-8", new Lines(text.toString()), List.of());
    }

    @Benchmark
    public FileFacts facts() {
        return reader.facts(file);
    }

    @Benchmark
    public FileReading read() {
        return reader.read(file, FolderDecisions.NONE);
    }
}
