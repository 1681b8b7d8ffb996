package org.backfile.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceReaderTest {
    private static final String TEXT = "Ferry opens\n\nThe ferry opens on Monday.\n";

    @TempDir
    Path folder;

    private final List<SourceFile> files = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private void read(long sizeInScan) throws IOException {
        Path file = Files.writeString(folder.resolve("ferry.txt"), TEXT);
        new SourceReader(SourceSettings.NONE)
                .read(
                        new SourceEntry("ferry.txt", file, sizeInScan, 0, 0),
                        FolderCharsets.NONE,
                        files::add,
                        problems::add);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 39, 40, 41, 10_000})
    void aFileIsReadWholeThoughItGrewOrShrankSinceTheScan(long sizeInScan) throws IOException {
        read(sizeInScan);

        assertThat(files)
                .singleElement()
                .satisfies(file -> assertThat(file.lines().text()).isEqualTo(TEXT));
        assertThat(problems).isEmpty();
    }

    @Test
    void aFileThatIsTooLargeIsLeftAlone() throws IOException {
        read(SourceReader.TOO_LARGE);

        assertThat(files).isEmpty();
        assertThat(problems).extracting(Problem::message).containsExactly("the file is larger than 1 GB");
    }
}
