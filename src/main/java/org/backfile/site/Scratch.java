package org.backfile.site;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Room on disk for what a stage can't keep in memory, gone when the build ends. What a build that died left there is
 * deleted by the next one. Files are named by the stage; different ones may be used from different threads.
 */
final class Scratch implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final Disk disk;
    private final Map<String, FileChannel> open = new ConcurrentHashMap<>();

    private Scratch(Path folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
    }

    /**
     * Makes a folder for scratch files, emptied if it is there.
     *
     * @param folder used for nothing else and by no other build at the same time
     */
    static Scratch open(Path folder) {
        Disk disk = new Disk();
        try {
            if (Files.isSymbolicLink(folder)) {
                throw new Refusal(folder + " is a symbolic link, which no build made: remove it and build again.");
            }
            disk.deleteTree(folder);
            disk.createFolders(folder);
            return new Scratch(folder, disk);
        } catch (IOException e) {
            throw Refusal.ofDisk(folder, "made", e);
        }
    }

    /** A new file, buffered; an earlier one of that name is replaced. To be closed by the caller. */
    OutputStream write(String name) {
        try {
            forget(name);
            return new BufferedOutputStream(Files.newOutputStream(file(name)), BUFFER);
        } catch (IOException e) {
            throw Refusal.ofDisk(file(name), "written", e);
        }
    }

    /** A file from its beginning, buffered. To be closed by the caller. */
    InputStream read(String name) {
        try {
            return new BufferedInputStream(Files.newInputStream(file(name)), BUFFER);
        } catch (IOException e) {
            throw Refusal.ofDisk(file(name), "read", e);
        }
    }

    /** Some bytes of a file that is written to no more; from many threads at once. */
    byte[] read(String name, long position, int length) {
        try {
            FileChannel channel = open.computeIfAbsent(name, this::channel);
            ByteBuffer rest = ByteBuffer.allocate(length);
            while (rest.hasRemaining()) {
                if (channel.read(rest, position + rest.position()) < 0) {
                    throw new IOException("it ends before byte " + (position + length));
                }
            }
            return rest.array();
        } catch (IOException e) {
            throw Refusal.ofDisk(file(name), "read", e);
        }
    }

    private FileChannel channel(String name) {
        try {
            return FileChannel.open(file(name), StandardOpenOption.READ);
        } catch (IOException e) {
            throw Refusal.ofDisk(file(name), "read", e);
        }
    }

    /** Gives back the room that a file takes. */
    void delete(String name) {
        try {
            forget(name);
            disk.delete(file(name));
        } catch (IOException e) {
            throw Refusal.ofDisk(file(name), "deleted", e);
        }
    }

    private void forget(String name) throws IOException {
        FileChannel channel = open.remove(name);
        if (channel != null) {
            channel.close();
        }
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    @Override
    public void close() {
        try {
            for (FileChannel channel : open.values()) {
                channel.close();
            }
            open.clear();
            disk.deleteTree(folder);
        } catch (IOException e) {
            throw Refusal.ofDisk(folder, "deleted", e);
        }
    }
}
