package org.backfile.story;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * What a grouping found out and the next one need not: hand it over, and only what changed is worked out again. Grouping
 * gives the same with it as without it. Unchangeable.
 */
public final class GroupingMemory {
    /** Nothing known. */
    public static final GroupingMemory NONE = new GroupingMemory(KnownStories.NONE, Alignments.NONE);

    private final KnownStories stories;
    private final Alignments alignments;

    GroupingMemory(KnownStories stories, Alignments alignments) {
        this.stories = stories;
        this.alignments = alignments;
    }

    KnownStories stories() {
        return stories;
    }

    Alignments alignments() {
        return alignments;
    }

    /** The form for the store, a function of what is known alone. */
    public byte[] toBytes() {
        ByteBuffer out = ByteBuffer.allocate(stories.storedBytes() + alignments.storedBytes());
        stories.write(out);
        alignments.write(out);
        return out.array();
    }

    /**
     * Reads what {@link #toBytes} wrote.
     *
     * @throws IllegalArgumentException where the bytes are none of it
     */
    public static GroupingMemory fromBytes(byte[] stored) {
        try {
            ByteBuffer in = ByteBuffer.wrap(stored);
            GroupingMemory memory = new GroupingMemory(KnownStories.read(in), Alignments.read(in));
            if (in.hasRemaining()) {
                throw new IllegalArgumentException(in.remaining() + " bytes too many");
            }
            return memory;
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("no memory of a grouping", e);
        }
    }
}
