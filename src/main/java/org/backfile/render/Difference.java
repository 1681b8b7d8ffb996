package org.backfile.render;

/**
 * How a version of a story differs from its lead, ready to be shown.
 *
 * @param html the version's whole text, what only it has in {@code ins}, what only the lead has in {@code del}, long
 *     unchanged runs in {@code details}
 * @param added words that only the version has
 * @param removed words that only the lead has
 * @param unchanged words that both have
 * @param cut whether the texts were too long to be compared to the end; the counts are of what was compared
 */
public record Difference(Html html, int added, int removed, int unchanged, boolean cut) {
    /** True where both have the same words, whatever their signs and paragraphs. */
    public boolean sameWords() {
        return added == 0 && removed == 0;
    }
}
