package org.backfile.site;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One build's claim on a folder, kept by a lock on a file in it. The lock is the operating system's: that of a dead
 * process is void at once. Thread-safe.
 */
final class FolderLock implements AutoCloseable {
    /** What this process holds: file locks tell processes apart and not threads. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @param file in a folder that exists; named by its real path. It stays there when the lock is released
     * @param claim what the other build is doing if it is taken, after "Another build ", and what to do about it
     * @throws Refusal where it is taken
     */
    static FolderLock take(Path file, String claim) throws IOException {
        if (!HELD.add(file)) {
            throw busy("", claim);
        }
        FileChannel channel = null;
        boolean held = false;
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            lock(file, channel, claim);
            held = true;
            return new FolderLock(file, channel);
        } finally {
            if (!held) {
                release(file, channel);
            }
        }
    }

    private static void lock(Path file, FileChannel channel, String claim) throws IOException {
        // one byte far behind the text, for Windows lets nobody read a locked byte
        FileLock lock = channel.tryLock(Long.MAX_VALUE - 1, 1, false);
        if (lock == null) {
            throw busy(owner(channel), claim);
        }
        byte[] process = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(process), 0);
        BasicFileAttributes there = Disk.look(file);
        if (there == null || there.size() != process.length) {
            throw busy("", claim); // what we hold is the file of a build that was just deleting it
        }
    }

    private static String owner(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(20);
        channel.read(text, 0);
        String process = new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII);
        return process.isEmpty() ? "" : "(process " + process + ") ";
    }

    private static Refusal busy(String owner, String claim) {
        return new Refusal("Another build " + owner + claim);
    }

    private static void release(Path file, @Nullable FileChannel channel) throws IOException {
        HELD.remove(file);
        if (channel != null) {
            channel.close();
        }
    }

    /** Lets others have the folder. */
    @Override
    public void close() throws IOException {
        release(file, channel);
    }
}
