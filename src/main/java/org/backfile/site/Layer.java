package org.backfile.site;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * One layer of the store: a table of rows that is read whole, and the slices that they point to, read one by one. The
 * table names the slice file that it belongs to and its length, so whatever a build that died left behind is cut off or
 * deleted by the next. Where few rows changed the table stays, and only these are written, to a second table that names
 * the first. When less than half of the slices are pointed to, opening the layer copies those to a new file.
 */
final class Layer<R> implements AutoCloseable {
    /** Below this many bytes, copying would not be worth a thought. */
    private static final long WORTH_COMPACTING = 1 << 20;

    /** The table is written anew where more than one in so many of its rows changed. */
    private static final int FEW = 8;

    private final Path folder;
    private final Kind<R> kind;
    private final String version;
    private final Disk disk;
    private final TableFile.State state;
    private List<R> rows;
    /** The rows of the table, those that changed later included. */
    private List<R> base = List.of();

    private long baseLength;
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
        List<R> all = List.of();
        SliceFile opened = null;
        if (read == TableFile.State.READ) {
            base = found.rows();
            generation = found.heading().get(0);
            baseLength = found.heading().get(1);
            try {
                Changes<R> changes = changes();
                all = changes.to(base);
                opened = SliceFile.open(slices(generation), changes.length());
            } catch (DamagedStore e) {
                read = TableFile.State.DAMAGED;
            }
        }
        this.state = read;
        this.rows = all;
        if (opened == null) {
            Files.deleteIfExists(changesTable());
            Files.deleteIfExists(table()); // before the slices that it points to
            deleteSlices(-1);
            opened = SliceFile.open(slices(0), 0);
            base = List.of();
            rows = List.of();
            generation = 0;
        }
        this.slices = opened;
    }

    /**
     * What changed since the table was written.
     *
     * @param length of the slices that belong to it
     * @param removed places of rows in the table that went, in order
     */
    private record Changes<R>(long length, List<Long> removed, List<R> added) {
        List<R> to(List<R> base) {
            if (removed.isEmpty() && added.isEmpty()) {
                return base;
            }
            List<R> all = new ArrayList<>(base.size() + added.size());
            int next = 0;
            for (int i = 0; i < base.size(); i++) {
                if (next < removed.size() && removed.get(next) == i) {
                    next++;
                } else {
                    all.add(base.get(i));
                }
            }
            all.addAll(added);
            return all;
        }
    }

    /** The changes that belong to the table; none where those that are there belong to another one. */
    private Changes<R> changes() {
        TableFile.Found<R> found = TableFile.read(changesTable(), version, kind.read());
        List<Long> heading = found.heading();
        if (found.state() == TableFile.State.DAMAGED) {
            throw new DamagedStore(changesTable() + " is damaged");
        }
        return heading.size() < 3 || heading.get(0) != generation || heading.get(1) != baseLength
                ? new Changes<>(baseLength, List.of(), List.of())
                : new Changes<>(heading.get(2), heading.subList(3, heading.size()), found.rows());
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
        writeWhole(rows);
        from.close();
    }

    /** How the layer was found. */
    TableFile.State state() {
        return state;
    }

    /** The rows as of the last build. */
    List<R> rows() {
        return rows;
    }

    SliceFile slices() {
        return slices;
    }

    /** Keeps these rows, and all slices written so far, for the next build. Rows that stay must be the same objects. */
    void commit(Collection<R> now) {
        Set<R> gone = Collections.newSetFromMap(new IdentityHashMap<>(base.size()));
        gone.addAll(base);
        List<R> added = new ArrayList<>();
        for (R row : now) {
            if (!gone.remove(row)) {
                added.add(row);
            }
        }
        if (!base.isEmpty() && (gone.size() + added.size()) * (long) FEW <= base.size()) {
            List<Long> heading = new ArrayList<>(List.of(generation, baseLength, slices.length()));
            for (int i = 0; i < base.size() && !gone.isEmpty(); i++) {
                if (gone.remove(base.get(i))) {
                    heading.add((long) i);
                }
            }
            TableFile.write(changesTable(), version, heading, added, kind.write(), disk);
        } else {
            writeWhole(now);
        }
    }

    private void writeWhole(Collection<R> now) {
        try {
            Files.deleteIfExists(changesTable()); // they belong to the table that goes
        } catch (IOException e) {
            throw Refusal.ofDisk(changesTable(), "deleted", e);
        }
        base = new ArrayList<>(now);
        baseLength = slices.length();
        TableFile.write(table(), version, List.of(generation, baseLength), now, kind.write(), disk);
    }

    private Path table() {
        return folder.resolve(kind.name() + ".table");
    }

    private Path changesTable() {
        return folder.resolve(kind.name() + "-changes.table");
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
