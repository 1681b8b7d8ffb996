package org.backfile.story;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * What a grouping found out and the next one need not: hand it over, and only what changed is worked out again. Grouping
 * gives the same with it as without it. Unchangeable.
 */
public final class GroupingMemory {
    /** Nothing known. */
    public static final GroupingMemory NONE =
            new GroupingMemory(KnownStories.NONE, KnownCandidates.NONE, Alignments.NONE);

    private final KnownStories stories;
    private final KnownCandidates candidates;
    private final Alignments alignments;

    GroupingMemory(KnownStories stories, KnownCandidates candidates, Alignments alignments) {
        this.stories = stories;
        this.candidates = candidates;
        this.alignments = alignments;
    }

    KnownStories stories() {
        return stories;
    }

    KnownCandidates candidates() {
        return candidates;
    }

    Alignments alignments() {
        return alignments;
    }

    /** The form for the store, a function of what is known alone. */
    public byte[] toBytes() {
        ByteBuffer out =
                ByteBuffer.allocate(stories.storedBytes() + candidates.storedBytes() + alignments.storedBytes());
        stories.write(out);
        candidates.write(out);
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
            GroupingMemory memory =
                    new GroupingMemory(KnownStories.read(in), KnownCandidates.read(in), Alignments.read(in));
            if (in.hasRemaining()) {
                throw new IllegalArgumentException(in.remaining() + " bytes too many");
            }
            return memory;
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("no memory of a grouping", e);
        }
    }
}
