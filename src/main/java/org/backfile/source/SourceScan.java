package org.backfile.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files to read below the source folders. Names that begin with a dot are passed over, with all that is
 * below them. A link to a file is read as that file; a link to a folder is followed once, and refused where the folder
 * is read anyway, so that loops and doubled trees cannot arise: of several links to one folder the least deep is
 * followed, then the first by path.
 */
public final class SourceScan {
    /** As much of a file without extension as is looked at to tell text from other bytes. */
    static final int SNIFFED_BYTES = 4096;

    private final List<SourceEntry> entries = new ArrayList<>();
    private final List<PassedOver> passedOver = new ArrayList<>();

    /** Several threads tell of folders that can't be listed; sorted at the end. */
    private final List<Problem> problems = Collections.synchronizedList(new ArrayList<>());

    private final List<Path> walked = new ArrayList<>();

    /** Those of the next level. */
    private final List<Found> folders = new ArrayList<>();

    private record Found(Path file, String path) {}

    /**
     * What was seen where something was found.
     *
     * @param linked whether there is a link, and the attributes are those of what it leads to
     * @param attributes null where they can't be had
     */
    private record Look(
            Found found, boolean linked, @Nullable BasicFileAttributes attributes) {
        /** Looks once; only links need a second look. */
        static Look at(Found found) {
            BasicFileAttributes own = SourceScan.attributes(found.file, LinkOption.NOFOLLOW_LINKS);
            return own != null && own.isSymbolicLink()
                    ? new Look(found, true, SourceScan.attributes(found.file))
                    : new Look(found, false, own);
        }
    }

    private SourceScan() {}

    /**
     * Scans source folders and single files. With several of them, each path begins with the shortest tail of its
     * source's own path that tells the sources apart; a source inside another one is read once, with the outer.
     *
     * @throws NoSuchFileException where a source does not exist
     */
    public static Scan scan(List<Path> sources) throws IOException {
        SourceScan scan = new SourceScan();
        List<Path> roots = SourceNames.distinctRoots(sources);
        List<String> prefixes = SourceNames.prefixes(roots);
        scan.walked.addAll(roots);
        for (int i = 0; i < roots.size(); i++) {
            scan.walk(roots.get(i), prefixes.get(i));
        }
        return scan.finish();
    }

    /** Level by level, so that all cores list the folders of one, and then look at what is in them. */
    private void walk(Path root, String prefix) {
        if (!Files.isDirectory(root)) {
            file(root, prefix, attributes(root));
            return;
        }
        folders.add(new Found(root, prefix));
        while (!folders.isEmpty()) {
            List<Found> children = folders.parallelStream()
                    .flatMap(folder -> children(folder).stream())
                    .toList();
            List<Look> looks = children.parallelStream().map(Look::at).toList();
            folders.clear();
            looks.forEach(this::child);
        }
    }

    private List<Found> children(Found folder) {
        List<Found> children = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder.file)) {
            for (Path child : stream) {
                String name = SourceNames.name(child);
                if (!name.startsWith(".")) {
                    children.add(new Found(child, folder.path.isEmpty() ? name : folder.path + "/" + name));
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            problem(folder.path, ProblemKind.UNREADABLE_FILE, "the folder could not be listed");
        }
        // links that lead outside are followed in this order, so it must not be the disk's
        children.sort(Comparator.comparing(Found::file));
        return children;
    }

    private void child(Look look) {
        Found found = look.found;
        BasicFileAttributes attributes = look.attributes;
        if (attributes == null || !attributes.isDirectory()) {
            file(found.file, found.path, attributes);
        } else if (look.linked) {
            followOnce(found);
        } else {
            folders.add(found);
        }
    }

    private static @Nullable BasicFileAttributes attributes(Path file, LinkOption... options) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class, options);
        } catch (IOException e) {
            return null;
        }
    }

    private void followOnce(Found link) {
        try {
            Path target = link.file.toRealPath();
            if (walked.stream().anyMatch(target::startsWith)) {
                problem(
                        link.path,
                        ProblemKind.LEFT_OUT,
                        "the link leads to a folder that is read anyway, or round in a loop");
                return;
            }
            if (walked.stream().anyMatch(root -> root.startsWith(target))) {
                problem(
                        link.path,
                        ProblemKind.LEFT_OUT,
                        "the link leads to a folder of which a part is read already; link to its other parts one by one");
                return;
            }
            walked.add(target);
            folders.add(link);
        } catch (IOException e) {
            problem(link.path, ProblemKind.UNREADABLE_FILE, "the link could not be followed");
        }
    }

    private void file(Path file, String path, @Nullable BasicFileAttributes attributes) {
        if (attributes == null) {
            problem(
                    path,
                    ProblemKind.UNREADABLE_FILE,
                    Files.isSymbolicLink(file) ? "the link leads nowhere" : "the file could not be looked at");
            return;
        }
        if (!attributes.isRegularFile()) {
            problem(path, ProblemKind.LEFT_OUT, "this is neither a file nor a folder");
        } else if (SourceForm.of(path).isEmpty()) {
            passedOver.add(new PassedOver(path, file, SourceForm.extension(path)));
        } else if (SourceForm.extension(path).isEmpty() && !looksLikeText(file)) {
            passedOver.add(new PassedOver(path, file, Scan.WITHOUT_EXTENSION));
        } else {
            entries.add(new SourceEntry(
                    path,
                    file,
                    attributes.size(),
                    attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
                    Objects.hashCode(attributes.fileKey())));
        }
    }

    /** True also for what can't be opened: the reader then says so by name. */
    private static boolean looksLikeText(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Binary.looksLikeText(in.readNBytes(SNIFFED_BYTES));
        } catch (IOException e) {
            return true;
        }
    }

    private void problem(String path, ProblemKind kind, String message) {
        problems.add(Problem.ofFile(path, kind, message));
    }

    private Scan finish() {
        passedOver.sort(null);
        entries.sort(null);
        List<SourceEntry> distinct = new ArrayList<>(entries.size());
        @Nullable SourceEntry last = null;
        for (SourceEntry entry : entries) {
            if (last != null && last.path().equals(entry.path())) {
                problem(entry.path(), ProblemKind.LEFT_OUT, "another file has the same path, and only one is read");
            } else {
                distinct.add(entry);
            }
            last = entry;
        }
        problems.sort(null);
        return new Scan(distinct, passedOver, problems);
    }
}
