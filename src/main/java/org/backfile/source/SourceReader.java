package org.backfile.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a scan found: a file as one {@link SourceFile}, a container as those it holds, one after another, so that
 * one decoded file at a time is in memory. What can't be read is a problem, never an exception. Thread-safe.
 */
public final class SourceReader {
    /** A file of this size or more is left alone: its text would not fit a Java string in every encoding. */
    static final long TOO_LARGE = 1L << 30;

    private final Decoder decoder;

    public SourceReader(SourceSettings settings) {
        this.decoder = new Decoder(settings);
    }

    /**
     * Reads an entry under the charsets that {@code folders} decided ({@link FolderCharsets#NONE} at first).
     *
     * @param files takes each file; those of a zip come in the order of their names, those of a tar as they stand there
     * @param problems takes what concerns no file handed over: unreadable ones, refused names, files not read
     */
    public void read(
            SourceEntry entry, FolderCharsets folders, Consumer<SourceFile> files, Consumer<Problem> problems) {
        SourceForm form = SourceForm.of(entry.path()).orElse(SourceForm.TEXT);
        switch (form) {
            case ZIP -> new Container(entry, this, folders, files, problems).readZip();
            case TAR_GZ -> new Container(entry, this, folders, files, problems).readTarGz();
            case TEXT, MARKDOWN, HTML, JSON_LINES, CSV -> readFile(entry, folders, files, problems);
        }
    }

    private void readFile(
            SourceEntry entry, FolderCharsets folders, Consumer<SourceFile> files, Consumer<Problem> problems) {
        // in a method of its own, so that the bytes of a large file are garbage when its text is read
        SourceFile file = decoded(entry, folders, problems);
        if (file != null) {
            files.accept(file);
        }
    }

    private @Nullable SourceFile decoded(SourceEntry entry, FolderCharsets folders, Consumer<Problem> problems) {
        try {
            byte[] bytes = entry.size() < TOO_LARGE ? bytes(entry) : null;
            if (bytes == null || bytes.length >= TOO_LARGE) {
                problems.accept(
                        Problem.ofFile(entry.path(), ProblemKind.UNREADABLE_FILE, "the file is larger than 1 GB"));
                return null;
            }
            return decode(entry.path(), bytes, folders);
        } catch (IOException e) {
            problems.accept(
                    Problem.ofFile(entry.path(), ProblemKind.UNREADABLE_FILE, "the file could not be opened or read"));
            return null;
        }
    }

    /** All bytes of a file, up to those that make it too large: at once if there are as many as the scan saw. */
    private static byte[] bytes(SourceEntry entry) throws IOException {
        try (InputStream in = Files.newInputStream(entry.file())) {
            byte[] bytes = new byte[(int) entry.size()];
            int read = in.readNBytes(bytes, 0, bytes.length);
            int next = read < bytes.length ? -1 : in.read();
            if (next < 0) {
                return read == bytes.length ? bytes : Arrays.copyOf(bytes, read);
            }
            ByteArrayOutputStream grown = new ByteArrayOutputStream();
            grown.write(bytes);
            grown.write(next);
            grown.write(in.readNBytes((int) TOO_LARGE - bytes.length - 1));
            return grown.toByteArray();
        }
    }

    /** The file that these bytes are; a pure function. */
    public SourceFile decode(String path, byte[] bytes, FolderCharsets folders) {
        Decoded decoded = decoder.decode(path, bytes, folders);
        return new SourceFile(
                path,
                bytes.length,
                Sha256.of(bytes),
                decoded.charset(),
                new Lines(decoded.text()),
                decoded.problems(),
                decoded.readable(),
                decoded.facts());
    }
}
