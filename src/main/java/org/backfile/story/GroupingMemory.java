package org.backfile.story;

import org.jspecify.annotations.Nullable;

/**
 * Where groupings keep what they found out, so that the next one works out only what changed; usually on disk. Grouping
 * gives the same stories whatever it finds here, as long as it is what a grouping kept. Called by several threads at once.
 */
public interface GroupingMemory {
    /** Nothing is known, nothing is kept. */
    GroupingMemory NONE = new GroupingMemory() {
        @Override
        public byte @Nullable [] get(String name) {
            return null;
        }

        @Override
        public void put(String name, byte[] bytes) {}

        @Override
        public void retain(String name) {}
    };

    /** What the last grouping kept under a name, or null. */
    byte @Nullable [] get(String name);

    /** Keeps bytes for the next grouping, instead of what the last one kept under that name. */
    void put(String name, byte[] bytes);

    /** Keeps for the next grouping what the last one kept under a name. What is neither put nor retained may be forgotten. */
    void retain(String name);
}
