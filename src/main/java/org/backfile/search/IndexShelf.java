package org.backfile.search;

import org.jspecify.annotations.Nullable;

/**
 * Scratch space for the parts of an index, a few megabytes each: what is kept from one build to the next makes the next
 * cheaper, and nothing else depends on it. Called from several threads at once, with different keys.
 */
public interface IndexShelf {
    /** A part kept under a key (lower-case hexadecimal digits), or null. */
    @Nullable
    Part find(String key);

    /** Keeps a part; it must be found until the index is published. */
    void put(String key, byte[] bytes);

    /** A part, read in pieces so that all parts need not be in memory at once. */
    interface Part {
        /** In bytes. */
        long size();

        /** Reads {@code length} bytes from {@code offset} into {@code into}, from its start. */
        void read(long offset, byte[] into, int length);
    }
}
