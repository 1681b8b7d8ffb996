package org.backfile.check;

/**
 * An address that was published once, and where it leads now.
 *
 * @param path of the page in the earlier site
 * @param leadsTo the page a reader ends at, and where on it, inside the site or outside; empty where there is none
 */
public record OldAddress(String path, Fate fate, String leadsTo) {
    /** What became of an address. */
    public enum Fate {
        /** A page of the archive stands there as before. */
        STAYS,
        /** A small page there leads on. */
        FORWARDS,
        /** A small page there says that the article was withdrawn or is no longer in the archive. */
        EXPLAINS,
        /** Nothing is there, or what is there leads to nothing. */
        DEAD
    }
}
