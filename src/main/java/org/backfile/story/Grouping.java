package org.backfile.story;

/**
 * What a grouping gives.
 *
 * @param alignments of the pairs that were compared: hand them to the next build
 */
public record Grouping(Stories stories, Alignments alignments) {}
