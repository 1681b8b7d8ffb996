package org.backfile.site;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.backfile.page.SitePath;
import org.jspecify.annotations.Nullable;

/**
 * From which inputs each page was last rendered, and to which bytes, so that a page of the same inputs is not rendered
 * again. Thread-safe but for {@link #commit}.
 */
final class PageStore {
    private final Path file;
    private final String version;
    private final Disk disk;
    private final TableFile.State state;
    private final Map<SitePath, Rendered> before;
    private final Map<SitePath, Rendered> now = new ConcurrentHashMap<>();

    /** A page as it was rendered: digests of all that it was made from, and of its bytes. */
    private record Rendered(SitePath path, Sha256 inputs, Sha256 bytes) {
        static void write(Rendered page, RecordWriter out) {
            out.string(page.path.value()).digest(page.inputs).digest(page.bytes);
        }

        static Rendered read(RecordReader in) {
            return new Rendered(new SitePath(in.string()), in.digest(), in.digest());
        }
    }

    PageStore(Path folder, String version, Disk disk) {
        this.file = folder.resolve("pages.table");
        this.version = version;
        this.disk = disk;
        TableFile.Found<Rendered> found = TableFile.read(file, version, Rendered::read);
        this.state = found.state();
        this.before = new HashMap<>(found.rows().size() * 2);
        found.rows().forEach(page -> before.put(page.path(), page));
    }

    TableFile.State state() {
        return state;
    }

    /** The digest of the page's bytes if it was last rendered from these inputs, else null. */
    @Nullable
    Sha256 rendered(SitePath path, Sha256 inputs) {
        Rendered page = before.get(path);
        return page != null && page.inputs().equals(inputs) ? page.bytes() : null;
    }

    /** Remembers what a page of this build was, or would have been, rendered from and to. */
    void keep(SitePath path, Sha256 inputs, Sha256 bytes) {
        Rendered page = new Rendered(path, inputs, bytes);
        Rendered same = before.get(path);
        now.put(path, page.equals(same) ? same : page);
    }

    /** Keeps what was remembered in this build, and nothing else, for the next one. */
    void commit() {
        if (!now.equals(before)) {
            List<Rendered> sorted = now.values().stream()
                    .sorted(Comparator.comparing(Rendered::path))
                    .toList();
            TableFile.write(file, version, List.of(), sorted, Rendered::write, disk);
        }
    }
}
