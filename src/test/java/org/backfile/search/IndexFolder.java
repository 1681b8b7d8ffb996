package org.backfile.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.backfile.page.SitePath;

/** A folder to build an index in, and a shelf in memory: what the build of a site has as the output and the store. */
final class IndexFolder implements IndexSink, IndexShelf {
    private final Path folder;
    private final Map<String, byte[]> shelf = new ConcurrentHashMap<>();
    private final Set<String> files = new ConcurrentSkipListSet<>();
    private final Map<Integer, UnaryOperator<SearchDocument>> edits = new ConcurrentHashMap<>();
    private final List<String> added = new ArrayList<>();

    IndexFolder(Path folder) {
        this.folder = folder;
    }

    /** An index of these documents, which must be in date order. */
    static IndexFolder of(Path folder, List<SearchDocument> documents) {
        IndexFolder index = new IndexFolder(folder);
        index.build(documents);
        return index;
    }

    /** Forgets what the build before wrote. */
    void begin() {
        added.clear();
        files.clear();
    }

    /** From now on the document of that number is another. */
    void edit(int number, UnaryOperator<SearchDocument> edit) {
        edits.put(number, edit);
    }

    SearchDocument edited(int number, SearchDocument document) {
        return edits.getOrDefault(number, UnaryOperator.identity()).apply(document);
    }

    void build(List<SearchDocument> documents) {
        build(entries(documents), documents::get);
    }

    /** Builds an index of documents that are made as they are needed. */
    void build(List<SearchIndex.Entry> entries, IntFunction<SearchDocument> documents) {
        begin();
        SearchIndex index = SearchIndex.plan(entries, this, this);
        for (int i = 0; i < entries.size(); i++) {
            if (index.needs(i)) {
                index.add(i, documents.apply(i));
            }
        }
        index.publish();
    }

    static List<SearchIndex.Entry> entries(List<SearchDocument> documents) {
        return documents.stream()
                .map(document -> new SearchIndex.Entry(document.date(), Integer.toHexString(document.hashCode())))
                .toList();
    }

    Path path() {
        return folder;
    }

    /** The files that the last build put and that were not there, in the order of putting. */
    List<String> added() {
        return added;
    }

    /** All files with their bytes. */
    Map<String, byte[]> files() {
        Map<String, byte[]> all = new TreeMap<>();
        files.forEach(file -> all.put(file, read(folder.resolve(file))));
        return all;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean holds(SitePath file) {
        boolean there = Files.exists(folder.resolve(file.value()));
        if (there) {
            files.add(file.value());
        }
        return there;
    }

    @Override
    public void put(SitePath file, byte[] bytes) {
        files.add(file.value());
        Path path = folder.resolve(file.value());
        if (Files.exists(path) && java.util.Arrays.equals(read(path), bytes)) {
            return;
        }
        synchronized (added) {
            added.add(file.value());
        }
        try {
            Files.createDirectories(path.getParent());
            Files.write(path, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Part find(String key) {
        byte[] bytes = shelf.get(key);
        return bytes == null ? null : new Kept(bytes);
    }

    @Override
    public void put(String key, byte[] bytes) {
        shelf.put(key, bytes);
    }

    private record Kept(byte[] bytes) implements Part {
        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public void read(long offset, byte[] into, int length) {
            System.arraycopy(bytes, (int) offset, into, 0, length);
        }
    }
}
