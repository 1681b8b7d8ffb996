package org.backfile.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files to read below the source folders. Names that begin with a dot are passed over, with all that is
 * below them. A link to a file is read as that file; a link to a folder is followed once, and refused where the folder
 * is read anyway, so that loops and doubled trees cannot arise. One scan is for one thread.
 */
public final class SourceScan {
    /** As much of a file without extension as is looked at to tell text from other bytes. */
    static final int SNIFFED_BYTES = 4096;

    private final List<SourceEntry> entries = new ArrayList<>();
    private final List<PassedOver> passedOver = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Path> walked = new ArrayList<>();
    private final Deque<Found> pending = new ArrayDeque<>();

    private record Found(Path file, String path) {}

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

    private void walk(Path root, String prefix) {
        if (!Files.isDirectory(root)) {
            file(root, prefix, attributes(root));
            return;
        }
        pending.push(new Found(root, prefix));
        while (!pending.isEmpty()) {
            Found folder = pending.pop();
            List<Path> children = children(folder);
            for (Path child : children) {
                String name = SourceNames.name(child);
                if (!name.startsWith(".")) {
                    child(child, folder.path.isEmpty() ? name : folder.path + "/" + name);
                }
            }
        }
    }

    private List<Path> children(Found folder) {
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder.file)) {
            stream.forEach(children::add);
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            problem(folder.path, ProblemKind.UNREADABLE_FILE, "the folder could not be listed");
        }
        // links that lead outside are followed in this order, so it must not be the disk's
        children.sort(null);
        return children;
    }

    /** Looks at it once; only links need a second look. */
    private void child(Path child, String path) {
        BasicFileAttributes attributes = attributes(child, LinkOption.NOFOLLOW_LINKS);
        if (attributes != null && attributes.isSymbolicLink()) {
            attributes = attributes(child);
            if (attributes != null && attributes.isDirectory()) {
                followOnce(child, path);
                return;
            }
        }
        if (attributes != null && attributes.isDirectory()) {
            pending.push(new Found(child, path));
        } else {
            file(child, path, attributes);
        }
    }

    private static @Nullable BasicFileAttributes attributes(Path file, LinkOption... options) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class, options);
        } catch (IOException e) {
            return null;
        }
    }

    private void followOnce(Path link, String path) {
        try {
            Path target = link.toRealPath();
            if (walked.stream().anyMatch(root -> target.startsWith(root) || root.startsWith(target))) {
                problem(
                        path,
                        ProblemKind.NOT_READ,
                        "the link leads to a folder that is read anyway, or round in a loop");
                return;
            }
            walked.add(target);
            pending.push(new Found(link, path));
        } catch (IOException e) {
            problem(path, ProblemKind.UNREADABLE_FILE, "the link could not be followed");
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
            problem(path, ProblemKind.NOT_READ, "this is neither a file nor a folder");
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
                    Objects.toString(attributes.fileKey(), "")));
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
                problem(entry.path(), ProblemKind.NOT_READ, "another file has the same path, and only one is read");
            } else {
                distinct.add(entry);
            }
            last = entry;
        }
        problems.sort(null);
        return new Scan(distinct, passedOver, problems);
    }
}
