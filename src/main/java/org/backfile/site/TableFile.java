package org.backfile.site;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A file of rows that is read whole and written whole, in pages of some 256 KB each with a checksum, so that a row is
 * never in memory as bytes for long and a damage is noticed before anything is taken from the page. It begins with its
 * version: a table of another version is as good as none.
 *
 * <p>A replaced file is not forced to the disk: after a power failure the checksums tell, and the store is a cache.
 */
final class TableFile {
    private static final int PAGE = 1 << 18;
    private static final int PAGES_AT_ONCE = 64;
    private static final int LARGEST = 1 << 30;

    private TableFile() {}

    /** How a table was found. */
    enum State {
        READ,
        MISSING,
        /** Of another version of the program, or of other settings. */
        OTHER_VERSION,
        DAMAGED
    }

    /**
     * A table as it was found.
     *
     * @param heading the numbers that were written with it
     * @param rows all of them in order; these are empty unless it could be read
     */
    record Found<R>(State state, List<Long> heading, List<R> rows) {
        static <R> Found<R> nothing(State state) {
            return new Found<>(state, List.of(), List.of());
        }
    }

    /** Reads a table; pages are decoded in parallel, so {@code row} must be able to be called from many threads. */
    static <R> Found<R> read(Path file, String version, Function<RecordReader, R> row) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), PAGE))) {
            RecordReader head = new RecordReader(page(in));
            if (!version.equals(head.string())) {
                return Found.nothing(State.OTHER_VERSION);
            }
            long count = head.number();
            List<Long> heading = new ArrayList<>();
            while (!head.atEnd()) {
                heading.add(head.number());
            }
            List<R> rows = new ArrayList<>();
            while (rows.size() < count) {
                int before = rows.size();
                pages(in, count - before)
                        .parallel()
                        .map(page -> rows(page, row))
                        .toList()
                        .forEach(rows::addAll);
            }
            boolean whole = rows.size() == count && in.read() < 0;
            return whole ? new Found<>(State.READ, heading, rows) : Found.nothing(State.DAMAGED);
        } catch (NoSuchFileException e) {
            return Found.nothing(State.MISSING);
        } catch (EOFException | RuntimeException e) {
            // a page that passed its checksum may still be of a program that meant something else by it
            return Found.nothing(State.DAMAGED);
        } catch (IOException e) {
            throw Refusal.ofDisk(file, "read", e);
        }
    }

    private static Stream<byte[]> pages(DataInputStream in, long rowsLeft) throws IOException {
        List<byte[]> pages = new ArrayList<>();
        while (pages.size() < Math.min(PAGES_AT_ONCE, rowsLeft) && in.available() > 0) {
            pages.add(page(in));
        }
        if (pages.isEmpty()) {
            throw new EOFException();
        }
        return pages.stream();
    }

    private static byte[] page(DataInputStream in) throws IOException {
        int length = in.readInt();
        int checksum = in.readInt();
        if (length < 0 || length > LARGEST) {
            throw new DamagedStore("a page of " + length + " bytes");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length || SliceFile.checksum(bytes, 0, length) != checksum) {
            throw new DamagedStore("a page has other bytes than were written");
        }
        return bytes;
    }

    private static <R> List<R> rows(byte[] page, Function<RecordReader, R> row) {
        RecordReader in = new RecordReader(page);
        List<R> rows = new ArrayList<>();
        while (!in.atEnd()) {
            rows.add(row.apply(in));
        }
        return rows;
    }

    /** Writes a table in place of an earlier one. */
    static <R> void write(
            Path file,
            String version,
            List<Long> heading,
            Collection<R> rows,
            BiConsumer<R, RecordWriter> row,
            Disk disk) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (DataOutputStream pages =
                    new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(fresh), PAGE))) {
                RecordWriter out = new RecordWriter().string(version).number(rows.size());
                heading.forEach(out::number);
                writePage(out, pages);
                for (R each : rows) {
                    row.accept(each, out);
                    if (out.size() >= PAGE) {
                        writePage(out, pages);
                    }
                }
                if (out.size() > 0) {
                    writePage(out, pages);
                }
            }
            disk.move(fresh, file);
        } catch (IOException e) {
            throw Refusal.ofDisk(file, "written", e);
        }
    }

    private static void writePage(RecordWriter out, DataOutputStream pages) throws IOException {
        byte[] page = out.toBytes();
        out.reset();
        pages.writeInt(page.length);
        pages.writeInt(SliceFile.checksum(page, 0, page.length));
        pages.write(page);
    }
}
