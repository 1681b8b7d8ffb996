package org.backfile.site;

import java.nio.charset.StandardCharsets;
import org.backfile.search.IndexShelf;
import org.jspecify.annotations.Nullable;

/** The parts of the search index, kept in the store from one build to the next. */
record IndexParts(BlobStore blobs) implements IndexShelf {
    @Override
    public @Nullable Part find(String key) {
        byte[] bytes = blobs.get(digest(key));
        return bytes == null ? null : new InMemory(bytes);
    }

    @Override
    public void put(String key, byte[] bytes) {
        blobs.put(digest(key), bytes);
    }

    private static Sha256 digest(String key) {
        return Sha256.of(key.getBytes(StandardCharsets.UTF_8));
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
