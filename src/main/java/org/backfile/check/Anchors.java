package org.backfile.check;

import java.util.Arrays;
import java.util.Collection;

/** The places inside a page that a link can name, eight bytes each. Unchangeable. */
final class Anchors {
    private final long[] sorted;

    private Anchors(long[] sorted) {
        this.sorted = sorted;
    }

    /** The anchors with the names {@code ids}. */
    static Anchors of(Collection<String> ids) {
        return new Anchors(ids.stream().mapToLong(Anchors::hash).sorted().toArray());
    }

    /** Whether there is an anchor of this name. */
    boolean has(String id) {
        return Arrays.binarySearch(sorted, hash(id)) >= 0;
    }

    /** FNV-1a over the UTF-16 units, 64 bits: among a million names two share a hash once in 30 million sites. */
    static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
