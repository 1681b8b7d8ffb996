package org.backfile.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.backfile.article.Article;
import org.backfile.article.FileAccount;
import org.backfile.article.FolderMemory;
import org.backfile.source.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * What earlier builds found out and this one need not: the readings of source files, and results by the digest of their
 * inputs. It lies in a folder of its own that is safe to delete at any time. Each record has a checksum; one that fails
 * it throws {@link DamagedStore}, after which {@link #clear} and a new start make it right ({@link #mending}).
 *
 * <p>Cards are in memory, and 16 bytes a record; everything else stays on disk and is read by position. Thread-safe but for {@link #commitReadings},
 * {@link #commit}, {@link #clear} and {@link #close}.
 */
final class ReadingStore implements AutoCloseable {
    private static final String LOCK = "lock";
    private static final String FOLDERS = "folders";
    private static final Sha256 FOLDERS_KEY = Sha256.of(new byte[0]);
    private static final Layer.Kind<StoredEntry> READINGS = new Layer.Kind<>(
            "readings", StoredEntry::read, StoredEntry::write, StoredEntry::storedBytes, StoredEntry::moved);

    private final Path folder;
    private final String version;
    private final Disk disk;
    private final FolderLock lock;
    private final long openedAt;
    private final Map<String, StoredEntry> before = new HashMap<>();
    private final Map<String, StoredEntry> now = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Map<String, BlobStore> blobs = new TreeMap<>();
    private Layer<StoredEntry> readings;
    private boolean damaged;
    private boolean readingsKept;
    private boolean passing;

    private ReadingStore(Path folder, String version, Disk disk, FolderLock lock) throws IOException {
        this.folder = folder;
        this.version = version + " " + ReadingRecord.form();
        this.disk = disk;
        this.lock = lock;
        this.openedAt = FileStamp.of(folder.resolve(LOCK)).modified();
        this.readings = Layer.open(folder, READINGS, this.version, disk);
        readings.rows().forEach(entry -> before.put(entry.path(), entry));
    }

    /**
     * Opens the store in a folder, which is made if it is not there.
     *
     * @param version stands for the program and all settings that every record depends on; records of another version
     *     are forgotten
     * @throws Refusal where another build has it, or the disk fails
     */
    static ReadingStore open(Path folder, String version) {
        return open(folder, version, new Disk());
    }

    /**
     * Like {@link #open(Path, String)}, for somebody who only looks: a store that was not there is gone again when it is
     * closed.
     */
    static ReadingStore openToLook(Path folder, String version) {
        boolean isNew = !Files.exists(folder);
        ReadingStore store = open(folder, version);
        store.passing = isNew;
        return store;
    }

    static ReadingStore open(Path folder, String version, Disk disk) {
        try {
            disk.createFolders(folder);
            Path real = folder.toRealPath();
            FolderLock lock = FolderLock.take(
                    real.resolve(LOCK),
                    "of this archive is running, and both would write to " + real + ": wait until it is done.");
            boolean opened = false;
            try {
                markAsCache(real);
                ReadingStore store = new ReadingStore(real, version, disk, lock);
                opened = true;
                return store;
            } finally {
                if (!opened) {
                    lock.close();
                }
            }
        } catch (IOException e) {
            throw Refusal.ofDisk(folder, "used to keep what was read", e);
        }
    }

    /** Tells backup programs and version control to leave the folder out (bford.info/cachedir). */
    private static void markAsCache(Path folder) throws IOException {
        Path tag = folder.resolve("CACHEDIR.TAG");
        if (!Files.exists(tag)) {
            Files.writeString(tag, """
                    Signature: 8a477f597d28d172789f06886806bc55
                    # What Backfile remembers between builds. Safe to delete.
                    """, StandardCharsets.US_ASCII);
            Files.writeString(folder.resolve(".gitignore"), "*\n", StandardCharsets.US_ASCII);
        }
    }

    /** A sentence for a person where an earlier store was there and can't be used, else null. */
    @Nullable
    String notice() {
        List<TableFile.State> states = new ArrayList<>();
        states.add(readings.state());
        blobs.values().forEach(layer -> states.add(layer.state()));
        if (damaged || states.contains(TableFile.State.DAMAGED)) {
            return "The store " + folder + " is damaged; what is lost of it is made anew.";
        }
        if (states.contains(TableFile.State.OTHER_VERSION)) {
            return "The store " + folder + " is of another version of Backfile, or of other settings; it is made anew.";
        }
        return null;
    }

    /** Takes note that something which others keep in the store's folder is damaged. */
    void foundDamage() {
        damaged = true;
    }

    /** When the store was opened, in nanoseconds since 1970, by the clock of its file system. */
    long openedAt() {
        return openedAt;
    }

    /** The entry at a path as it was last read, or null. */
    @Nullable
    StoredEntry find(String path) {
        return before.get(path);
    }

    /**
     * Begins to store what is read from a file with these facts. It is kept only if an entry that has it is {@link #put}.
     */
    FileRecords records(byte[] facts) {
        return new FileRecords(readings.slices(), facts);
    }

    /**
     * Says that an entry, read now or found to be as it was, belongs to the archive. The order matters to nothing but
     * to what lies side by side on the disk.
     */
    void put(StoredEntry entry) {
        now.put(entry.path(), entry);
    }

    /** The facts of a file. */
    byte[] facts(StoredFile file) {
        return file.facts(readings.slices());
    }

    /** The fingerprint of an article, by its index in {@link StoredFile#cards}. */
    byte[] fingerprint(StoredFile file, int index) {
        return file.fingerprint(index, readings.slices());
    }

    /** An article, by its index in {@link StoredFile#cards}. */
    Article article(StoredFile file, int index) {
        return decode(file.article(index, readings.slices()), in -> ReadingRecord.readArticle(file.path(), in));
    }

    /** The account of a file's lines. */
    FileAccount account(StoredFile file) {
        return decode(file.account(readings.slices()), in -> ReadingRecord.readAccount(file.path(), in));
    }

    private static <T> T decode(byte[] bytes, Function<RecordReader, T> form) {
        RecordReader in = new RecordReader(bytes);
        try {
            T value = form.apply(in);
            if (!in.atEnd()) {
                throw new DamagedStore("a record goes on too long");
            }
            return value;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new DamagedStore("a record says what can't be", e);
        }
    }

    /** What is known of the folders since the last build. */
    FolderMemory folders() {
        byte[] stored = blobs(FOLDERS).get(FOLDERS_KEY);
        try {
            return stored == null ? FolderMemory.NONE : FolderMemory.fromBytes(stored);
        } catch (IllegalArgumentException e) {
            throw new DamagedStore("a record says what can't be", e);
        }
    }

    /** Keeps what is known of the folders for the next build. */
    void rememberFolders(FolderMemory folders) {
        blobs(FOLDERS).replace(FOLDERS_KEY, folders.toBytes());
    }

    /**
     * The store of one sort of results.
     *
     * @param name lower-case letters and hyphens
     */
    synchronized BlobStore blobs(String name) {
        return blobs.computeIfAbsent(name, this::openBlobs);
    }

    private BlobStore openBlobs(String name) {
        try {
            return new BlobStore(folder, name, version, disk);
        } catch (IOException e) {
            throw Refusal.ofDisk(folder.resolve(name), "opened", e);
        }
    }

    /**
     * Keeps for the next build the entries of this one, once all are {@link #put}. May be called early, beside others who
     * read: a build that dies later has read for good.
     */
    void commitReadings() {
        if (!readingsKept && !now.equals(before)) {
            readingsKept = true;
            readings.commit(List.copyOf(now.values()));
        }
    }

    /** Keeps for the next build everything that belongs to this one; to be called once the output is published. */
    synchronized void commit() {
        commitReadings();
        blobs.values().forEach(BlobStore::commit);
    }

    /** Something that is made with the store. */
    interface Use<T, E extends Exception> {
        T make() throws E;
    }

    /** What {@code use} makes; where that shows that the store is damaged, it is emptied, and all is made once more. */
    <T, E extends Exception> T mending(Use<T, E> use) throws E {
        try {
            return use.make();
        } catch (DamagedStore damage) {
            clear();
            return use.make();
        }
    }

    /** Forgets everything, as if the folder had been deleted. */
    synchronized void clear() {
        try {
            closeLayers();
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.{table,slices,new}")) {
                for (Path file : files) {
                    disk.delete(file);
                }
            }
            damaged = true;
            readingsKept = false;
            blobs.clear();
            before.clear();
            now.clear();
            readings = Layer.open(folder, READINGS, version, disk);
        } catch (IOException e) {
            throw Refusal.ofDisk(folder, "emptied", e);
        }
    }

    private void closeLayers() throws IOException {
        readings.close();
        for (BlobStore layer : blobs.values()) {
            layer.close();
        }
    }

    /** Lets go of the store; what was not committed is lost. */
    @Override
    public synchronized void close() {
        try (lock) {
            try {
                closeLayers();
            } finally {
                if (passing) {
                    disk.deleteTree(folder);
                }
            }
        } catch (IOException e) {
            // either all is committed, and the site may be published by now, or something worse is being told already
        }
    }
}
