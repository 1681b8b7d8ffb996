package org.backfile.site;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * One layer of the store: a table of rows that is read whole, and the slices that they point to, read one by one. The
 * table names the slice file that it belongs to and its length, so whatever a build that died left behind is cut off or
 * deleted by the next. When less than half of the slices are pointed to, opening the layer copies those to a new file.
 */
final class Layer<R> implements AutoCloseable {
    /** Below this many bytes, copying would not be worth a thought. */
    private static final long WORTH_COMPACTING = 1 << 20;

    private final Path folder;
    private final Kind<R> kind;
    private final String version;
    private final Disk disk;
    private final TableFile.State state;
    private List<R> rows;
    private long generation;
    private SliceFile slices;

    /**
     * What sort of rows a layer has.
     *
     * @param name of its files
     * @param size how many bytes of slices a row points to
     * @param moved the row after each of its slices went where the mover put it
     */
    record Kind<R>(
            String name,
            Function<RecordReader, R> read,
            BiConsumer<R, RecordWriter> write,
            ToLongFunction<R> size,
            Moved<R> moved) {}

    /** Makes the row that points to copied slices. */
    interface Moved<R> {
        R of(R row, Mover mover);
    }

    /** Copies a slice and gives its new position. */
    interface Mover {
        long move(long position, long length);
    }

    private Layer(Path folder, Kind<R> kind, String version, Disk disk) throws IOException {
        this.folder = folder;
        this.kind = kind;
        this.version = version;
        this.disk = disk;
        TableFile.Found<R> found = TableFile.read(table(), version, kind.read());
        TableFile.State read = found.state();
        SliceFile opened = null;
        if (read == TableFile.State.READ) {
            generation = found.heading().get(0);
            try {
                opened = SliceFile.open(slices(generation), found.heading().get(1));
            } catch (DamagedStore e) {
                read = TableFile.State.DAMAGED;
            }
        }
        this.state = read;
        this.rows = opened == null ? List.of() : found.rows();
        if (opened == null) {
            Files.deleteIfExists(table()); // before the slices that it points to
            deleteSlices(-1);
            opened = SliceFile.open(slices(0), 0);
            generation = 0;
        }
        this.slices = opened;
    }

    /** Opens a layer; where there is none, or none that can be used, it is empty. */
    static <R> Layer<R> open(Path folder, Kind<R> kind, String version, Disk disk) throws IOException {
        Layer<R> layer = new Layer<>(folder, kind, version, disk);
        layer.compact();
        layer.deleteSlices(layer.generation);
        return layer;
    }

    private void compact() throws IOException {
        long used = rows.stream().mapToLong(kind.size()).sum();
        if (slices.length() < WORTH_COMPACTING || used * 2 > slices.length()) {
            return;
        }
        Files.deleteIfExists(slices(generation + 1));
        SliceFile from = slices;
        SliceFile to = SliceFile.open(slices(generation + 1), 0);
        List<R> moved = new ArrayList<>(rows.size());
        for (R row : rows) {
            moved.add(kind.moved().of(row, (position, length) -> from.copy(position, length, to)));
        }
        generation++;
        rows = moved;
        slices = to;
        commit(rows);
        from.close();
    }

    /** How the layer was found. */
    TableFile.State state() {
        return state;
    }

    /** The rows as of the last build, in the order in which they were given to {@link #commit}. */
    List<R> rows() {
        return rows;
    }

    SliceFile slices() {
        return slices;
    }

    /** Keeps these rows, and all slices written so far, for the next build. */
    void commit(Collection<R> now) {
        TableFile.write(table(), version, List.of(generation, slices.length()), now, kind.write(), disk);
    }

    private Path table() {
        return folder.resolve(kind.name() + ".table");
    }

    private Path slices(long number) {
        return folder.resolve(kind.name() + "-" + number + ".slices");
    }

    private void deleteSlices(long otherThan) throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, kind.name() + "-*.slices")) {
            for (Path file : all) {
                if (!file.equals(slices(otherThan))) {
                    disk.delete(file);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        slices.close();
    }
}
