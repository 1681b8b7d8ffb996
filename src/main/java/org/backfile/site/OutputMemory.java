package org.backfile.site;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import org.backfile.page.Checksum;
import org.backfile.render.DataFiles;
import org.jspecify.annotations.Nullable;

/**
 * What the last build remembers of each file in the output, and which of them stand as they were left: these need not be
 * looked at again in the build that looked. Kept are size and time, so that a file need not be read, and a checksum of
 * what it was made from, so that it need not be made. All this belongs to one state of the manifest; with another, or
 * damaged, or missing, it is ignored: files are read, and made anew.
 */
final class OutputMemory {
    private static final long MAGIC = 0x4261636b4f757434L; // "BackOut4"
    private static final int HEAD = 2 * Long.BYTES;
    private static final int ROW = 3 * Long.BYTES;

    private final Path file;
    private final boolean damaged;
    private final byte[] manifest;
    private final List<Holding> files;

    private OutputMemory(Path file, boolean damaged, byte[] manifest, List<Holding> files) {
        this.file = file;
        this.damaged = damaged;
        this.manifest = manifest;
        this.files = files;
    }

    /**
     * Looks at each file in the output once, in parallel. An output that can't be read is as good as an empty one here:
     * {@link #now} says what is wrong with it.
     *
     * @param file where it is remembered how they were left
     */
    static OutputMemory look(Path folder, Path file) {
        try {
            return look(folder, file, Manifest.read(folder));
        } catch (IOException | IllegalArgumentException e) {
            return new OutputMemory(file, false, new byte[0], List.of());
        }
    }

    private static OutputMemory look(Path folder, Path file, byte[] manifest) throws IOException {
        List<Holding> named = Manifest.parse(manifest);
        byte[] kept = Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
        boolean damaged = kept.length > 0 && !isWhole(kept);
        ByteBuffer rows = damaged ? null : rows(kept, manifest, named.size());
        List<Holding> seen = IntStream.range(0, named.size())
                .parallel()
                .mapToObj(i -> rows == null ? named.get(i) : remembered(named.get(i), rows, HEAD + i * ROW, folder))
                .toList();
        return new OutputMemory(file, damaged, manifest, seen);
    }

    private static Holding remembered(Holding named, ByteBuffer rows, int at, Path folder) {
        return new Holding(
                        named.path(),
                        named.sha256(),
                        rows.getLong(at + 2 * Long.BYTES),
                        rows.getLong(at),
                        rows.getLong(at + Long.BYTES))
                .ifStanding(folder);
    }

    /**
     * The same as of now.
     *
     * @param changed whether another build may have changed the files since; if it was completed, the manifest tells
     * @throws IllegalArgumentException where the manifest is damaged
     */
    OutputMemory now(Path folder, boolean changed) throws IOException {
        byte[] current = Manifest.read(folder);
        return !changed && Arrays.equals(current, manifest) ? this : look(folder, file, current);
    }

    /** The manifest's bytes; none where there is no manifest. */
    byte[] manifest() {
        return manifest;
    }

    /** The files that the manifest names, in its order; {@linkplain Holding#isSeen seen} are those that stand as left. */
    List<Holding> files() {
        return files;
    }

    /** True where the manifest is that of a site. */
    boolean holdsSite() {
        return Manifest.isOfSite(files);
    }

    /** True where the manifest is that of a site which holds an article. */
    boolean holdsArticles() {
        return files.stream().anyMatch(file -> DataFiles.isOfArticles(file.path()));
    }

    /** True where there is a site and the whole of it stands. */
    boolean stands() {
        return !files.isEmpty() && files.stream().allMatch(Holding::isSeen);
    }

    /** True where something was remembered and can't be used, since its bytes are not those that were written. */
    boolean isDamaged() {
        return damaged;
    }

    private static boolean isWhole(byte[] kept) {
        int end = kept.length - Integer.BYTES;
        return end >= HEAD && ByteBuffer.wrap(kept).getInt(end) == checksum(kept);
    }

    /** The remembered rows in the order of the manifest, from {@value #HEAD} on; null where they belong to another one. */
    private static @Nullable ByteBuffer rows(byte[] kept, byte[] manifest, int count) {
        ByteBuffer in = ByteBuffer.wrap(kept);
        boolean ofManifest = kept.length == HEAD + (long) count * ROW + Integer.BYTES
                && in.getLong(0) == MAGIC
                && in.getLong(Long.BYTES) == Checksum.of(manifest);
        return ofManifest ? in : null;
    }

    /** Remembers the files of a manifest, which are given in its order, for the next build. */
    void keep(byte[] of, List<Holding> left, Disk disk) throws IOException {
        ByteBuffer out = ByteBuffer.allocate(HEAD + left.size() * ROW + Integer.BYTES);
        out.putLong(MAGIC).putLong(Checksum.of(of));
        for (Holding each : left) {
            out.putLong(each.size()).putLong(each.modified()).putLong(each.inputs());
        }
        out.putInt(checksum(out.array()));
        disk.replaceLoosely(file, out.array());
    }

    private static int checksum(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, bytes.length - Integer.BYTES);
        return (int) crc.getValue();
    }
}
