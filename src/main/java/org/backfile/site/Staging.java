package org.backfile.site;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.backfile.page.SitePath;
import org.jspecify.annotations.Nullable;

/**
 * The folder inside the output where a build keeps what it has not published yet: a tree of files for each turn, the
 * journal of what is about to change, and the lock that keeps other builds out. It lies inside the output because only
 * there every rename is sure to stay within one file system.
 *
 * <p>The lock is the operating system's, so that of a dead process is void at once. Thread-safe but for
 * {@link #publish} and {@link #close}.
 */
final class Staging implements AutoCloseable {
    /** Its name in the output. */
    static final String NAME = ".backfile-staging";

    private static final String LOCK = "lock";
    private static final String JOURNAL = "journal";
    private static final String MANIFEST = Manifest.PATH.value();

    private final Path output;
    private final Path folder;
    private final Disk disk;
    private final FolderLock lock;
    private final Set<String> folders = ConcurrentHashMap.newKeySet();

    /** When a file appears in the output. Each turn is over before the next begins. */
    enum Turn {
        /** Files that the next build must find if this one is killed. */
        FIRST,
        /** Files at paths where nothing stood: linked from nowhere yet. */
        NEW,
        /** Files that replace their earlier selves. */
        CHANGED,
        /** Files that name others which must all be there, as the root of the search index does. */
        LAST;

        private String folder() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private Staging(Path output, Disk disk, FolderLock lock) {
        this.output = output;
        this.folder = output.resolve(NAME);
        this.disk = disk;
        this.lock = lock;
    }

    /**
     * Locks the output and clears away what an earlier build left unpublished, its journal excepted.
     *
     * @param output a real path
     * @throws Refusal where another build has it
     */
    static Staging open(Path output, Disk disk) throws IOException {
        Path folder = output.resolve(NAME);
        if (Files.isSymbolicLink(folder)) {
            throw new Refusal(folder + " is a symbolic link, which no build made: remove it and build again.");
        }
        disk.createFolders(folder);
        FolderLock lock = FolderLock.take(
                folder.resolve(LOCK),
                "is writing to " + output + ": wait until it is done, or choose another output with -o.");
        boolean opened = false;
        try {
            Staging staging = new Staging(output, disk, lock);
            staging.clear();
            opened = true;
            return staging;
        } finally {
            if (!opened) {
                lock.close();
            }
        }
    }

    private void clear() throws IOException {
        for (Turn turn : Turn.values()) {
            disk.deleteTree(folder.resolve(turn.folder()));
        }
        disk.deleteTree(fresh(JOURNAL));
        disk.deleteTree(fresh(MANIFEST));
    }

    /** Writes a file for its turn, once, and gives what the file system says of it. */
    BasicFileAttributes write(Turn turn, SitePath path, byte[] bytes) throws IOException {
        String value = path.value();
        int slash = value.lastIndexOf('/');
        Path parent = folder.resolve(turn.folder() + "/" + value.substring(0, Math.max(slash, 0)));
        if (!folders.contains(parent.toString())) {
            disk.createFolders(parent);
            folders.add(parent.toString()); // not before: other threads rely on it
        }
        Path file = parent.resolve(value.substring(slash + 1));
        disk.write(file, bytes);
        return Files.readAttributes(file, BasicFileAttributes.class);
    }

    /** Keeps {@code bytes} as the journal until {@link #forgetJournal}, also when the process dies. */
    void writeJournal(byte[] bytes) throws IOException {
        disk.replace(folder.resolve(JOURNAL), bytes);
    }

    /** The journal of a build that died while publishing, or null. */
    byte @Nullable [] journal() throws IOException {
        try {
            return Files.readAllBytes(folder.resolve(JOURNAL));
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /** True where a build died while publishing to {@code output}, which is ours then even without a manifest. */
    static boolean hasJournal(Path output) {
        return Files.isRegularFile(output.resolve(NAME).resolve(JOURNAL), LinkOption.NOFOLLOW_LINKS);
    }

    /** Everything that the journal announced has been done. */
    void forgetJournal() throws IOException {
        disk.delete(folder.resolve(JOURNAL));
    }

    /** Writes the manifest, which {@link #publishManifest} will put in place. */
    void writeManifest(byte[] bytes) throws IOException {
        disk.writeDurably(fresh(MANIFEST), bytes);
    }

    void publishManifest() throws IOException {
        disk.move(fresh(MANIFEST), output.resolve(MANIFEST));
    }

    private Path fresh(String name) {
        return folder.resolve(name + ".new");
    }

    /** Moves the files of a turn into the output; a folder that is not there yet goes in one step with all its files. */
    void publish(Turn turn) throws IOException {
        Path staged = folder.resolve(turn.folder());
        if (Files.exists(staged)) {
            publish(staged, output);
        }
    }

    private void publish(Path from, Path to) throws IOException {
        for (Path entry : foldersFirst(from)) {
            Path target = to.resolve(entry.getFileName());
            if (Files.isDirectory(entry) && Disk.look(target) != null) {
                publish(entry, target);
            } else {
                disk.move(entry, target);
            }
        }
    }

    /** Folders, then files, and index.html at the very end: it is the door to all of them. */
    private static List<Path> foldersFirst(Path folder) throws IOException {
        List<Path> folders = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        @Nullable Path index = null;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (Files.isDirectory(entry)) {
                    folders.add(entry);
                } else if (entry.endsWith("index.html")) {
                    index = entry;
                } else {
                    files.add(entry);
                }
            }
        }
        folders.addAll(files);
        if (index != null) {
            folders.add(index);
        }
        return folders;
    }

    /** Releases the output and leaves nothing in it but, where publishing was cut short, the journal. */
    @Override
    public void close() throws IOException {
        try {
            clear();
            if (!hasJournal(output)) {
                disk.deleteTree(folder);
            }
        } finally {
            lock.close();
        }
    }
}
