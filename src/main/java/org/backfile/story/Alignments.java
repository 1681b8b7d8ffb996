package org.backfile.story;

/** What is known of pairs compared earlier. */
public final class Alignments {
    /** Nothing known. */
    public static final Alignments NONE = new Alignments();

    private Alignments() {}
}
