package org.backfile.site;

import org.backfile.source.Sha256;
import org.backfile.story.GroupingMemory;
import org.jspecify.annotations.Nullable;

/** What groupings found out, in the store. */
record StoredGrouping(BlobStore blobs) implements GroupingMemory {
    @Override
    public byte @Nullable [] get(String name) {
        return blobs.look(key(name));
    }

    @Override
    public void put(String name, byte[] bytes) {
        blobs.replace(key(name), bytes);
    }

    @Override
    public void retain(String name) {
        blobs.keep(key(name));
    }

    private static Sha256 key(String name) {
        return Sha256.of(name);
    }
}
