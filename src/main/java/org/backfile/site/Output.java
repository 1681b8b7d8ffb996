package org.backfile.site;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.backfile.page.Checksum;
import org.backfile.page.SitePath;
import org.backfile.source.Sha256;

/**
 * The output folder during one build. Files handed in are staged beside the site; {@link #finish} then renames them into
 * place in an order in which, at each moment, every page is whole and every link that can be followed from the front
 * page leads somewhere: the {@linkplain #putFirst first} files, new files, changed files, {@linkplain #putLast last}
 * files, manifest, deletions. Until then, and
 * if {@link #finish} is never called, the site stays as it was. Only links are promised: a file that is not there yet is
 * named by no file that a reader could come from, and one to be deleted is named by none any more.
 *
 * <p>Ours is what the manifest in the output names, and what the journal of a build that died while publishing names, if
 * its bytes are the announced ones. Nothing else is ever replaced or deleted.
 *
 * <p>{@link #put} and {@link #keep} and their kind may be called from many threads. They throw a {@link Refusal}
 * when the disk fails.
 */
final class Output implements AutoCloseable {
    private final Path folder;
    private final OutputMemory memory;
    private final Disk disk;
    private final Staging staging;
    private final boolean folderIsNew;

    /** Ours before this build, in the order of the manifest. */
    private final Map<SitePath, Holding> before;

    private final Set<SitePath> announced = new HashSet<>();
    private final List<Holding> recovered = new ArrayList<>();
    private final Map<SitePath, Holding> now;
    private final Set<SitePath> notOurs = new ConcurrentSkipListSet<>();
    private final Map<String, Standing> folders = new ConcurrentHashMap<>();
    private final AtomicInteger written = new AtomicInteger();
    private final AtomicLong bytesWritten = new AtomicLong();
    private boolean compressing;
    private boolean closed;

    /**
     * What a build did to the output.
     *
     * @param files of ours in the output now, the manifest left out
     * @param written of these, the new and the changed ones
     * @param bytesWritten their size
     * @param deleted files of earlier builds
     * @param notOurs paths of pages that could not be written because a file stands there that no build made; in order
     * @param manifest its checksum
     */
    record Published(int files, int written, long bytesWritten, int deleted, List<SitePath> notOurs, long manifest) {
        Published {
            notOurs = List.copyOf(notOurs);
        }
    }

    private Output(Path folder, OutputMemory memory, Disk disk, Staging staging, boolean folderIsNew)
            throws IOException {
        this.folder = folder;
        this.disk = disk;
        this.staging = staging;
        this.folderIsNew = folderIsNew;
        byte[] journal = staging.journal();
        this.memory = memory.now(folder, journal != null);
        List<Holding> files = this.memory.files();
        this.before = new LinkedHashMap<>(files.size() * 2);
        files.forEach(holding -> before.put(holding.path(), holding));
        this.now = new ConcurrentHashMap<>(files.size() * 2);
        if (journal != null) {
            recover(Manifest.parse(journal));
        }
    }

    /** A build died while publishing: takes for ours what it had put in place. */
    private void recover(List<Holding> journal) throws IOException {
        for (Holding holding : journal) {
            announced.add(holding.path());
            Holding done = holding.confirmed(folder.resolve(holding.path().value()));
            if (done != null) {
                before.put(done.path(), done);
                recovered.add(done); // in no manifest yet, so this build must announce it again
            }
        }
    }

    /**
     * Takes hold of an output folder; it is made if it does not exist.
     *
     * @param sources the input, which must not overlap with the output
     * @param memory what was seen of the output shortly before; from then on it is believed that nobody but builds
     *     changes files there. Who does so all the same is noticed by the next build
     * @throws Refusal where the site can't or must not be written there, or another build has it
     */
    static Output open(Path folder, List<Path> sources, OutputMemory memory) {
        return open(folder, sources, memory, Path.of(System.getProperty("user.home")), new Disk());
    }

    /** Like {@link #open(Path, List, OutputMemory)}, with the user's home and the disk given. */
    static Output open(Path folder, List<Path> sources, OutputMemory memory, Path home, Disk disk) {
        Path real = OutputFolder.checked(folder, sources, home);
        try {
            boolean isNew = Disk.look(real) == null;
            if (!isNew && !memory.holdsSite() && !holdsSite(real)) {
                OutputFolder.refuseForeign(real);
            }
            Staging staging = Staging.open(real, disk);
            boolean opened = false;
            try {
                Output output = new Output(real, memory, disk, staging, isNew);
                opened = true;
                return output;
            } finally {
                if (!opened) {
                    staging.close();
                }
            }
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    real.resolve(Manifest.PATH.value()) + " is damaged, so that nobody can tell which files are ours: "
                            + "empty the folder, or choose another with -o.",
                    e);
        } catch (IOException e) {
            throw Refusal.ofDisk(real, "written to", e);
        }
    }

    private static boolean holdsSite(Path folder) throws IOException {
        if (Staging.hasJournal(folder)) {
            return true;
        }
        try {
            return Manifest.isOfSite(Manifest.parse(Manifest.read(folder)));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** From now on each text that is handed in, or stays, has a gzip twin beside it where that spares a tenth. */
    void compress() {
        compressing = true;
    }

    /** The folder's real place. */
    Path folder() {
        return folder;
    }

    /** The files of ours that stood here when the output was opened. */
    Set<SitePath> earlier() {
        return Collections.unmodifiableSet(before.keySet());
    }

    /**
     * Says that the file at {@code path} stays as it is, since it was made from the same, by a checksum of that.
     *
     * @return false where the output has no such file, or another one, so that it must be {@link #put}
     */
    boolean keep(SitePath path, long inputs) {
        Holding earlier = before.get(path);
        return earlier != null && earlier.inputs() == inputs && stays(earlier);
    }

    private boolean stays(Holding earlier) {
        SitePath path = earlier.path();
        try {
            Holding still = null;
            if (usable(folderOf(path))) {
                still = earlier.isSeen() ? earlier : earlier.confirmed(place(path));
            }
            if (still != null) {
                hold(still);
                keepTwin(path);
            }
            return still != null;
        } catch (IOException e) {
            throw Refusal.ofDisk(place(path), "read", e);
        }
    }

    /**
     * Says that a file whose name tells what is in it stays as it is, where it is there; may be said again.
     *
     * @return false where the output has no such file
     */
    boolean keep(SitePath path) {
        Holding earlier = before.get(path);
        return now.containsKey(path) || (earlier != null && stays(earlier));
    }

    /** How long a file is that was handed in, or stays as it is; 0 where it could not be taken. */
    long size(SitePath path) {
        Holding holding = now.get(path);
        return holding == null ? 0 : holding.size();
    }

    /** Hands in a file of the site, each path once. */
    void put(SitePath path, byte[] bytes) {
        put(path, bytes, Staging.Turn.CHANGED);
    }

    /** The same for a file that need not be made again from the same inputs: see {@link #keep(SitePath, long)}. */
    void put(SitePath path, byte[] bytes, long inputs) {
        put(Holding.unseen(path, Sha256.of(bytes)).madeFrom(inputs), bytes, Staging.Turn.CHANGED);
    }

    /** Hands in a file that must replace its earlier self before any other does: after a killed build it must be there. */
    void putFirst(SitePath path, byte[] bytes) {
        put(path, bytes, Staging.Turn.FIRST);
    }

    /** Hands in a file that must replace its earlier self only when all others are in place, as the root of the search. */
    void putLast(SitePath path, byte[] bytes) {
        put(path, bytes, Staging.Turn.LAST);
    }

    private void put(SitePath path, byte[] bytes, Staging.Turn turn) {
        put(Holding.unseen(path, Sha256.of(bytes)), bytes, turn);
    }

    /** @param turn of a file that replaces one */
    private void put(Holding file, byte[] bytes, Staging.Turn turn) {
        SitePath path = file.path();
        Holding earlier = before.get(path);
        if (earlier != null && earlier.sha256().equals(file.sha256()) && stays(earlier.madeFrom(file.inputs()))) {
            return;
        }
        try {
            stage(file, bytes, turn);
            putTwin(path, bytes, turn);
        } catch (FileAlreadyExistsException e) {
            throw new IllegalStateException("two pages at " + path, e);
        } catch (IOException e) {
            throw Refusal.ofDisk(place(path), "written", e);
        }
    }

    /** Keeps the twin of a file that stays; makes it where there is none, as when the last build did not compress. */
    private void keepTwin(SitePath path) throws IOException {
        SitePath place = compressing ? HostFiles.twin(path) : null;
        if (place == null) {
            return;
        }
        Holding twin = announced.contains(path) ? null : before.get(place);
        Holding still = twin == null ? null : twin.confirmed(place(place));
        if (still != null) {
            hold(still);
        } else {
            putTwin(path, Files.readAllBytes(place(path)), Staging.Turn.CHANGED);
        }
    }

    private void putTwin(SitePath path, byte[] bytes, Staging.Turn turn) {
        SitePath place = compressing ? HostFiles.twin(path) : null;
        byte[] packed = place == null ? null : HostFiles.gzip(bytes);
        if (place != null && packed != null) {
            put(place, packed, turn);
        }
    }

    private void stage(Holding page, byte[] bytes, Staging.Turn changing) throws IOException {
        SitePath path = page.path();
        Standing parent = standing(folderOf(path));
        if (parent == Standing.OTHER) {
            notOurs.add(path);
            return;
        }
        BasicFileAttributes there = parent == Standing.NOTHING ? null : Disk.look(place(path));
        if (there != null && (there.isDirectory() || !before.containsKey(path))) {
            Holding same = page.confirmed(place(path));
            if (same == null) {
                notOurs.add(path);
            } else {
                hold(same);
            }
            return;
        }
        Staging.Turn turn = there == null && changing != Staging.Turn.FIRST ? Staging.Turn.NEW : changing;
        hold(page.seen(staging.write(turn, path, bytes)));
        written.incrementAndGet();
        bytesWritten.addAndGet(bytes.length);
    }

    private void hold(Holding holding) {
        if (now.putIfAbsent(holding.path(), holding) != null) {
            throw new IllegalStateException("two pages at " + holding.path());
        }
    }

    private Path place(SitePath path) {
        return folder.resolve(path.value());
    }

    /** The folder of a path, with no slash at its end; empty for the root. */
    private static String folderOf(SitePath path) {
        return parent(path.value());
    }

    private static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** What stands where a folder is wanted. */
    private enum Standing {
        FOLDER,
        /** Nor do any files in it. */
        NOTHING,
        /** Something that is no folder, or leads out of the output. */
        OTHER
    }

    /** True where files may be put into a folder: it and those above are real ones of the output, or not there yet. */
    private boolean usable(String inside) {
        return standing(inside) != Standing.OTHER;
    }

    /** What stood at a folder's place when it was first asked for; the folder of the site itself is taken to be there. */
    private Standing standing(String inside) {
        if (inside.isEmpty()) {
            return Standing.FOLDER;
        }
        Standing known = folders.get(inside);
        if (known == null) {
            Standing above = standing(parent(inside));
            known = above == Standing.FOLDER ? lookAt(folder.resolve(inside)) : above;
            folders.put(inside, known);
        }
        return known;
    }

    private static Standing lookAt(Path place) {
        try {
            BasicFileAttributes there = Disk.look(place);
            return there == null ? Standing.NOTHING : there.isDirectory() ? Standing.FOLDER : Standing.OTHER;
        } catch (IOException e) {
            throw Refusal.ofDisk(place, "looked into", e);
        }
    }

    /**
     * Publishes all that was handed in, and deletes what was not and is ours. To be called once, when no thread hands
     * in files any more.
     *
     * @throws Refusal where the disk fails; the message says whether publishing had begun, in which case the site is
     *     whole but of two states, and the next build finishes the work
     */
    Published finish() {
        List<Holding> gone = new ArrayList<>();
        List<Holding> changed = new ArrayList<>();
        List<Holding> files = inOrder(gone, changed);
        byte[] manifest = Manifest.bytesOfSorted(files);
        boolean nothingToDo = written.get() == 0 && gone.isEmpty() && announced.isEmpty();
        if (!nothingToDo || !Arrays.equals(manifest, memory.manifest())) {
            prepare(manifest, gone, changed);
            publish(gone);
        }
        remember(manifest, files);
        close();
        return new Published(
                files.size(),
                written.get(),
                bytesWritten.get(),
                gone.size(),
                new ArrayList<>(notOurs),
                Checksum.of(manifest));
    }

    /**
     * All files in the order of the manifest: most stood in the earlier one, so there is little to sort.
     *
     * @param gone takes what is to be deleted, in order
     * @param changed takes the new and the changed files
     */
    private List<Holding> inOrder(List<Holding> gone, List<Holding> changed) {
        List<Holding> files = new ArrayList<>(now.size());
        before.forEach((path, earlier) -> {
            Holding file = now.get(path);
            if (file == null) {
                gone.add(earlier);
            } else {
                files.add(file);
                if (!file.sha256().equals(earlier.sha256())) {
                    changed.add(file);
                }
            }
        });
        if (files.size() < now.size()) {
            now.values().stream()
                    .filter(file -> !before.containsKey(file.path()))
                    .forEach(file -> {
                        files.add(file);
                        changed.add(file);
                    });
        }
        gone.sort(Comparator.comparing(Holding::path));
        files.sort(Comparator.comparing(Holding::path));
        return files;
    }

    /** Writes all that is still to be written, so that publishing needs hardly any room on the disk. */
    private void prepare(byte[] manifest, List<Holding> gone, List<Holding> changed) {
        try {
            staging.writeManifest(manifest);
            List<Holding> journal = new ArrayList<>(recovered);
            journal.addAll(gone);
            journal.addAll(changed);
            staging.writeJournal(Manifest.bytes(journal));
        } catch (IOException e) {
            throw Refusal.ofDisk(folder, "written to", e);
        }
    }

    private void publish(List<Holding> gone) {
        try {
            for (Staging.Turn turn : Staging.Turn.values()) {
                staging.publish(turn);
            }
            staging.publishManifest();
            for (Holding holding : gone) {
                delete(holding.path());
            }
            deleteEmptyFolders(gone);
            staging.forgetJournal();
        } catch (IOException e) {
            throw new Refusal(
                    "Publishing to " + folder + " stopped half-way: " + Refusal.reason(e)
                            + " Every page there is whole, some old and some new; the next build finishes the work.",
                    e);
        }
    }

    private void delete(SitePath path) throws IOException {
        BasicFileAttributes there = usable(folderOf(path)) ? Disk.look(place(path)) : null;
        if (there != null && !there.isDirectory()) {
            disk.delete(place(path));
        }
    }

    private void deleteEmptyFolders(List<Holding> gone) throws IOException {
        NavigableSet<String> folders = new TreeSet<>();
        gone.forEach(holding -> addFolders(folders, holding.path()));
        announced.forEach(path -> addFolders(folders, path));
        for (String inside : folders.descendingSet()) {
            try {
                if (usable(inside)) {
                    disk.delete(folder.resolve(inside));
                }
            } catch (DirectoryNotEmptyException | NoSuchFileException e) {
                // others live there, or it went before
            }
        }
    }

    private static void addFolders(Set<String> folders, SitePath path) {
        String inside = folderOf(path);
        while (!inside.isEmpty() && folders.add(inside)) {
            inside = parent(inside);
        }
    }

    private void remember(byte[] manifest, List<Holding> files) {
        try {
            memory.keep(manifest, files, disk);
        } catch (IOException e) {
            // the next build reads the files and makes them anew instead; a store that can't be written says so itself
        }
    }

    /** Gives up what was handed in and not published, and lets go of the folder. Does nothing the second time. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            staging.close();
            if (folderIsNew) {
                disk.delete(folder);
            }
        } catch (DirectoryNotEmptyException e) {
            // published
        } catch (IOException e) {
            throw Refusal.ofDisk(folder.resolve(Staging.NAME), "deleted", e);
        }
    }
}
