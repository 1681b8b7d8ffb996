package org.backfile.story;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What a grouping kept, and nothing else, is there for the next. */
public final class HeldMemory implements GroupingMemory {
    private final Map<String, byte[]> last;
    private final Map<String, byte[]> kept = new ConcurrentHashMap<>();

    /** Nothing is known. */
    public HeldMemory() {
        this(Map.of());
    }

    private HeldMemory(Map<String, byte[]> last) {
        this.last = last;
    }

    /** The memory of the next grouping. */
    public HeldMemory next() {
        return new HeldMemory(new TreeMap<>(kept));
    }

    /** What the last grouping kept under each name. */
    public Map<String, byte[]> last() {
        return last;
    }

    /** What is kept under each name. */
    public Map<String, byte[]> kept() {
        return kept;
    }

    @Override
    public byte @Nullable [] get(String name) {
        return last.get(name);
    }

    @Override
    public void put(String name, byte[] bytes) {
        kept.put(name, bytes);
    }

    @Override
    public void retain(String name) {
        kept.put(name, last.get(name));
    }
}
