package org.backfile.story;

/** Where the fingerprints of an archive are; usually on disk. Called by several threads at once. */
@FunctionalInterface
public interface Fingerprints {
    /**
     * The fingerprint of an article.
     *
     * @param index the article's place in the list of cards, from 0
     */
    Fingerprint get(int index);
}
