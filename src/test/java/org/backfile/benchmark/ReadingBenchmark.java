package org.backfile.benchmark;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.TimeUnit;
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

/**
 * Files of 3 KB decoded, hashed and cut into lines per second and core; the disk is left out. Run it with
 * {@code dev/jmh ReadingBenchmark}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ReadingBenchmark {
    private static final int SIZE = 3000;

    private final SourceReader reader = new SourceReader(SourceSettings.NONE);
    private byte[] plain = new byte[0];
    private byte[] accented = new byte[0];
    private byte[] windows = new byte[0];

    /** Makes the texts. */
    @Setup
    public void makeTexts() {
        plain = text("eeeetaoinshrdlu").getBytes(StandardCharsets.UTF_8);
        accented = text("eeeetaoinséèàçü").getBytes(StandardCharsets.UTF_8);
        windows = text("eeeetaoinséèàçü").getBytes(Charset.forName("windows-1252"));
    }

    private static String text(String letters) {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder();
        while (text.length() < SIZE) {
            int word = 2 + random.nextInt(9);
            for (int i = 0; i < word; i++) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            text.append(random.nextInt(60) == 0 ? '\n' : ' ');
        }
        return text.toString();
    }

    @Benchmark
    public SourceFile decodeAscii() {
        return reader.decode("folder/file.txt", plain, FolderCharsets.NONE);
    }

    @Benchmark
    public SourceFile decodeUtf8WithAccents() {
        return reader.decode("folder/file.txt", accented, FolderCharsets.NONE);
    }

    @Benchmark
    public SourceFile guessTheCharset() {
        return reader.decode("folder/file.txt", windows, FolderCharsets.NONE);
    }
}
