package org.backfile.site;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.CRC32C;

/**
 * Size and time of each file in the output, as left by the last build, so that the next one can tell without reading
 * them that they are as the manifest says. Belongs to one state of the manifest; with another, or damaged, or missing, it
 * is ignored, and files are read instead.
 */
final class OutputMemory {
    private static final long MAGIC = 0x4261636b4f757431L; // "BackOut1"
    private static final int HEAD = Long.BYTES + 32;

    private OutputMemory() {}

    /** The files that {@code manifest} names, with size and time where this is known. */
    static List<Holding> recall(Path memory, byte[] manifest) throws IOException {
        List<Holding> named = Manifest.parse(manifest);
        if (!Files.isRegularFile(memory)) {
            return named;
        }
        byte[] bytes = Files.readAllBytes(memory);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (bytes.length != HEAD + named.size() * 16 + Integer.BYTES
                || in.getInt(bytes.length - Integer.BYTES) != checksum(bytes)
                || in.getLong() != MAGIC
                || !Sha256.of(bytes, Long.BYTES).equals(Sha256.of(manifest))) {
            return named;
        }
        in.position(HEAD);
        List<Holding> remembered = new ArrayList<>(named.size());
        for (Holding holding : named) {
            remembered.add(new Holding(holding.path(), holding.sha256(), in.getLong(), in.getLong()));
        }
        return remembered;
    }

    /** True where the output stands as the build left it that remembered it: every file, by size and time. */
    static boolean stands(Path folder, Path memory, Workers workers) {
        try {
            byte[] manifest = Files.readAllBytes(folder.resolve(Manifest.PATH.value()));
            List<Holding> files = recall(memory, manifest);
            AtomicBoolean stands = new AtomicBoolean(true);
            workers.forEach(files.size(), i -> {
                if (stands.get() && !files.get(i).stands(folder)) {
                    stands.set(false);
                }
            });
            return stands.get();
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Remembers the files of {@code manifest}, which are given in its order. */
    static void keep(Path memory, byte[] manifest, List<Holding> files, Disk disk) throws IOException {
        ByteBuffer out = ByteBuffer.allocate(HEAD + files.size() * 16 + Integer.BYTES);
        out.putLong(MAGIC).put(Sha256.digest().digest(manifest));
        for (Holding file : files) {
            out.putLong(file.size()).putLong(file.modified());
        }
        out.putInt(checksum(out.array()));
        disk.replace(memory, out.array());
    }

    private static int checksum(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, bytes.length - Integer.BYTES);
        return (int) crc.getValue();
    }
}
