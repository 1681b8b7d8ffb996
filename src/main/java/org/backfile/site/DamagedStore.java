package org.backfile.site;

/**
 * A record of the store is not what was written there. The store is a cache: whoever catches this says so, discards the
 * store and builds again. Never thrown for a store that is merely old or missing.
 */
final class DamagedStore extends RuntimeException {
    private static final long serialVersionUID = 1;

    DamagedStore(String what) {
        super(what);
    }

    DamagedStore(String what, Throwable cause) {
        super(what, cause);
    }
}
