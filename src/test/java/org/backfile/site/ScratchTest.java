package org.backfile.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {
    @TempDir
    Path archive;

    private Path folder() {
        return archive.resolve("scratch");
    }

    private static void write(Scratch scratch, String name, String text) throws IOException {
        try (OutputStream out = scratch.write(name)) {
            out.write(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
    }

    @Test
    void givesBackWhatWasWrittenWholeOrInPart() throws IOException {
        try (Scratch scratch = Scratch.open(folder())) {
            write(scratch, "words", "apple banana");
            assertThat(scratch.read("words", 6, 6)).asString().isEqualTo("banana");
            write(scratch, "words", "cherry");
            assertThat(scratch.read("words", 0, 6)).asString().isEqualTo("cherry");
            try (InputStream in = scratch.read("words")) {
                assertThat(in.readAllBytes()).asString().isEqualTo("cherry");
            }
            scratch.delete("words");
            assertThatThrownBy(() -> scratch.read("words")).isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> scratch.read("words", 0, 1)).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void saysWhenAFileIsShorterThanItShouldBe() throws IOException {
        try (Scratch scratch = Scratch.open(folder())) {
            write(scratch, "words", "apple");
            assertThatThrownBy(() -> scratch.read("words", 3, 6)).hasMessageContaining("ends before byte 9");
        }
    }

    @Test
    void leavesNothingBehind() throws IOException {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve("left-by-a-dead-build"), "x");
        try (Scratch scratch = Scratch.open(folder())) {
            assertThat(folder()).isEmptyDirectory();
            write(scratch, "words", "apple");
            scratch.read("words", 0, 1);
        }
        assertThat(folder()).doesNotExist();
    }

    @Test
    void emptiesNoFolderBehindALink() throws IOException {
        Path mine = Files.createDirectories(archive.resolve("mine"));
        Files.createSymbolicLink(folder(), mine);
        assertThatThrownBy(() -> Scratch.open(folder())).isInstanceOf(Refusal.class);
        assertThat(mine).exists();
    }
}
