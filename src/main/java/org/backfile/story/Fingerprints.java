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

    /**
     * Sixty-four bits that stand for the fingerprint beside the words of the body: of two articles with the same words the
     * same number only for equal fingerprints. Those that know it without reading the fingerprint say so.
     *
     * @param index the article's place in the list of cards, from 0
     */
    default long key(int index) {
        return get(index).hash();
    }
}
