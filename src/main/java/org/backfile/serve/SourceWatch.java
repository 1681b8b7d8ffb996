package org.backfile.serve;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Waits for changes of files and folders, and says so once they have come to rest for a moment.
 *
 * <p>The system tells where something happened; what changed is told by comparing names, sizes and times, so that
 * reading a file, or a change that was undone, causes nothing. Where the system can't watch so many folders, the same
 * comparison is made every second. One thread.
 */
final class SourceWatch {
    /** Editors write a file in several steps: a change counts when nothing more came for so long. */
    private static final long REST_MILLIS = 120;

    private static final long POLL_MILLIS = 1_000;

    private final List<Path> watched;
    private final Path site;
    private final Set<Path> registered = new HashSet<>();
    private @Nullable WatchService service;
    private @Nullable Thread thread;
    private volatile boolean closed;

    /**
     * A watch that has not begun.
     *
     * @param watched folders and files; one that is missing is watched for by its folder
     * @param site whose changes don't count
     */
    SourceWatch(List<Path> watched, Path site) {
        this.watched =
                watched.stream().map(path -> path.toAbsolutePath().normalize()).toList();
        this.site = site.toAbsolutePath().normalize();
    }

    /** Begins to watch; {@code changed} is run after each change, by one thread. */
    void start(Runnable changed) {
        long before = fingerprint();
        try {
            service = watched.isEmpty() ? null : watched.get(0).getFileSystem().newWatchService();
            register();
        } catch (IOException e) {
            service = null; // no more watches to be had: compare every second instead
        }
        Thread watching = new Thread(() -> watch(before, changed), "backfile-watch");
        watching.setDaemon(true);
        watching.start();
        thread = watching;
    }

    private void watch(long before, Runnable changed) {
        long known = before;
        try {
            while (!closed) {
                await();
                long now = rested();
                if (now != known && !closed) {
                    known = now;
                    changed.run();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    /** Waits until something may have happened. */
    private void await() throws InterruptedException {
        WatchService watching = service;
        if (watching == null) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            return;
        }
        WatchKey key = watching.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
        while (key != null) {
            key.pollEvents();
            if (!key.reset() && key.watchable() instanceof Path gone) {
                registered.remove(gone);
            }
            key = watching.poll(REST_MILLIS, TimeUnit.MILLISECONDS);
        }
        try {
            register();
        } catch (IOException e) {
            service = null;
        }
    }

    /** The fingerprint, once it stays the same for a moment. */
    private long rested() throws InterruptedException {
        long now = fingerprint();
        for (long next = now; ; now = next) {
            TimeUnit.MILLISECONDS.sleep(REST_MILLIS / 4);
            next = fingerprint();
            if (next == now) {
                return now;
            }
        }
    }

    /** Watches every folder below the watched ones that isn't watched yet, and the folders of single files. */
    private void register() throws IOException {
        WatchService watching = service;
        if (watching == null) {
            return;
        }
        for (Path path : watched) {
            Path parent = path.getParent();
            if (!Files.isDirectory(path) && parent != null && Files.isDirectory(parent)) {
                register(watching, parent);
            }
            walk(path, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                        throws IOException {
                    if (folder.equals(site)) {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    register(watching, folder);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) {
                    return FileVisitResult.CONTINUE;
                }
            });
        }
    }

    private void register(WatchService watching, Path folder) throws IOException {
        if (registered.add(folder)) {
            folder.register(
                    watching,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_DELETE,
                    StandardWatchEventKinds.ENTRY_MODIFY);
        }
    }

    private static void walk(Path path, SimpleFileVisitor<Path> visitor) throws IOException {
        if (Files.exists(path)) {
            Files.walkFileTree(path, visitor);
        }
    }

    /** A hash over names, sizes and times, independent of the order in which the system lists them. */
    private long fingerprint() {
        long[] sum = {0};
        for (Path path : watched) {
            try {
                walk(path, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                        return folder.equals(site) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        long nanos = attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
                        long hash = file.toString().hashCode() * 0x9e3779b97f4a7c15L;
                        hash = (hash ^ attributes.size()) * 0xbf58476d1ce4e5b9L;
                        hash = (hash ^ nanos) * 0x94d049bb133111ebL;
                        sum[0] += hash ^ (hash >>> 31);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException failure) {
                        return FileVisitResult.CONTINUE; // it went while we looked
                    }
                });
            } catch (IOException e) {
                sum[0]++; // a folder that can't be read differs from one that can
            }
        }
        return sum[0];
    }

    void close() {
        closed = true;
        Thread watching = thread;
        if (watching != null) {
            watching.interrupt();
        }
        WatchService closing = service;
        if (closing != null) {
            try {
                closing.close();
            } catch (IOException e) {
                return; // the process is about to end, and the system takes it back
            }
        }
    }
}
