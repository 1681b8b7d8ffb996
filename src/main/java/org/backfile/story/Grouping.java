package org.backfile.story;

/**
 * What a grouping gives.
 *
 * @param memory what was found out: hand it to the next build
 */
public record Grouping(Stories stories, GroupingMemory memory) {}
