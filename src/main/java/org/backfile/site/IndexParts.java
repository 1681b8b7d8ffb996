package org.backfile.site;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.backfile.search.IndexShelf;
import org.jspecify.annotations.Nullable;

/** The parts of the search index while it is built. */
final class IndexParts implements IndexShelf {
    private final Map<String, byte[]> parts = new ConcurrentHashMap<>();

    @Override
    public @Nullable Part find(String key) {
        byte[] bytes = parts.get(key);
        return bytes == null ? null : new InMemory(bytes);
    }

    @Override
    public void put(String key, byte[] bytes) {
        parts.put(key, bytes);
    }

    private record InMemory(byte[] bytes) implements Part {
        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public void read(long offset, byte[] into, int length) {
            System.arraycopy(bytes, Math.toIntExact(offset), into, 0, length);
        }
    }
}
