package org.backfile.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.IntFunction;
import org.backfile.page.SitePath;

/** A folder to build an index in, with a shelf beside the index: what the build of a site has as the output and the store. */
class IndexFolder implements IndexSink, IndexShelf {
    private final Path folder;
    private final Set<String> files = new ConcurrentSkipListSet<>();
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
                .map(document -> new SearchIndex.Entry(document.date(), document.hashCode()))
                .toList();
    }

    Path path() {
        return folder;
    }

    /** The files that the last build put and that were not there, in the order of putting. */
    List<String> added() {
        return added;
    }

    /** How many files the index has and their bytes: all, the root, and those of texts that a server can send a part of. */
    Map<String, long[]> sizes() {
        Map<String, long[]> kinds = new TreeMap<>();
        for (String file : files) {
            try (var in = Files.newInputStream(folder.resolve(file))) {
                boolean texts = new String(in.readNBytes(33), java.nio.charset.StandardCharsets.US_ASCII).contains("[");
                long size = Files.size(folder.resolve(file));
                List<String> own = file.endsWith("root.js")
                        ? List.of("all", "root")
                        : texts ? List.of("all", "texts") : List.of("all");
                for (String kind : own) {
                    long[] sum = kinds.computeIfAbsent(kind, k -> new long[2]);
                    sum[0]++;
                    sum[1] += size;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return kinds;
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
        boolean there = files.contains(file.value()) || Files.exists(folder.resolve(file.value()));
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
        write(path, bytes);
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Part find(String key) {
        Path file = shelved(key);
        return Files.exists(file) ? new Kept(file) : null;
    }

    @Override
    public void put(String key, byte[] bytes) {
        write(shelved(key), bytes);
    }

    private Path shelved(String key) {
        return folder.resolve("shelf").resolve(key);
    }

    private record Kept(Path file) implements Part {
        @Override
        public long size() {
            try {
                return Files.size(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void read(long offset, byte[] into, int length) {
            try (FileChannel channel = FileChannel.open(file)) {
                ByteBuffer rest = ByteBuffer.wrap(into, 0, length);
                while (rest.hasRemaining()) {
                    channel.read(rest, offset + rest.position());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
