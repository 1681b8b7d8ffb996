package org.backfile.site;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.backfile.source.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Results that are costly to make, by a digest of all that they were made from. What a build neither asks for nor adds is
 * forgotten at its end. Thread-safe but for {@link #commit} and {@link #close}; memory is about 150 bytes a result.
 */
final class BlobStore implements AutoCloseable {
    private final Layer<Blob> layer;
    private final Map<Sha256, Blob> before = new HashMap<>();
    private final Map<Sha256, Blob> now = new ConcurrentHashMap<>();

    private record Blob(Sha256 key, long position, int length, int checksum) {
        static void write(Blob blob, RecordWriter out) {
            out.digest(blob.key).number(blob.position).number(blob.length).number(blob.checksum & 0xffffffffL);
        }

        static Blob read(RecordReader in) {
            return new Blob(in.digest(), in.number(), in.small(), (int) in.number());
        }
    }

    BlobStore(Path folder, String name, String version, Disk disk) throws IOException {
        Layer.Kind<Blob> kind = new Layer.Kind<>(
                name,
                Blob::read,
                Blob::write,
                Blob::length,
                (blob, mover) -> new Blob(
                        blob.key(), mover.move(blob.position(), blob.length()), blob.length(), blob.checksum()));
        this.layer = Layer.open(folder, kind, version, disk);
        layer.rows().forEach(blob -> before.put(blob.key(), blob));
    }

    TableFile.State state() {
        return layer.state();
    }

    /** The result kept under a key, or null. */
    byte @Nullable [] get(Sha256 key) {
        Blob fresh = now.get(key);
        Blob blob = fresh == null ? before.get(key) : fresh;
        if (blob != null) {
            now.putIfAbsent(key, blob);
        }
        return read(blob);
    }

    private byte @Nullable [] read(@Nullable Blob blob) {
        return blob == null ? null : layer.slices().read(blob.position(), blob.length(), blob.checksum());
    }

    /** Keeps what is under a key for the next build without reading it; false where there is nothing. */
    boolean keep(Sha256 key) {
        Blob blob = before.get(key);
        if (blob != null) {
            now.putIfAbsent(key, blob);
        }
        return now.containsKey(key);
    }

    /** Keeps a result. The same key always comes with the same bytes, so the first ones stay. */
    void put(Sha256 key, byte[] bytes) {
        if (now.containsKey(key)) {
            return;
        }
        long position = layer.slices().append(bytes, bytes.length);
        now.putIfAbsent(key, new Blob(key, position, bytes.length, SliceFile.checksum(bytes, 0, bytes.length)));
    }

    /** Keeps a result instead of the one that was kept under this key. */
    void replace(Sha256 key, byte[] bytes) {
        now.remove(key);
        put(key, bytes);
    }

    /** Reads what the last build kept under a key, or null, without keeping it for the next. */
    byte @Nullable [] look(Sha256 key) {
        return read(before.get(key));
    }

    /** Keeps what this build asked for or added, and nothing else, for the next one. */
    void commit() {
        if (!now.equals(before)) {
            List<Blob> sorted = now.values().stream()
                    .sorted(Comparator.comparingLong(Blob::position))
                    .toList();
            layer.commit(sorted);
        }
    }

    @Override
    public void close() throws IOException {
        layer.close();
    }
}
