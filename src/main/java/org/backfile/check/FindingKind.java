package org.backfile.check;

/** What can be wrong with a built site. */
public enum FindingKind {
    /** The manifest is missing or spoilt, so that nothing can be compared with it. */
    MANIFEST("build the site again"),
    /** The manifest names a file that is not there. */
    MISSING_FILE("build the site again, or copy it whole"),
    /** A file's bytes are not those the manifest tells. */
    CHANGED_FILE("build the site again; edits belong into templates/ or the sources"),
    /** A file that the build did not write. */
    STRANGER("remove it, unless you put it there on purpose: a publication never sends or deletes it"),
    /** A path that some system can't hold, or that differs from another in case only. */
    PATH("build the site again"),
    /** A link that leads to no file of the site. */
    BROKEN_LINK("mend the template or the source that makes the link"),
    /** A link to a place inside a page that the page doesn't have. */
    BROKEN_FRAGMENT("mend the template or the source that makes the link"),
    /** A page to which no chain of links leads from index.html. */
    ORPHAN("link to it from a listing"),
    /** Markup that browsers have to guess at. */
    MARKUP("mend the template that makes it"),
    /** Script or style written into a page, which the page's own content policy blocks. */
    INLINE_CODE("move it into a file under assets/"),
    /** Something that a browser would load from another site. */
    OUTSIDE_REFERENCE("take it into the site, or leave it out: readers' visits are nobody else's business"),
    /** A line of the ledger that doesn't account for its file. */
    LEDGER("build the site again with --verify"),
    /** A row of the data files that names a page that is not there. */
    DATA("build the site again with --verify"),
    /** More than the host takes. */
    HOST("choose another host, a larger plan of it, or divide the archive into several sites"),
    /** An address that was published once and now leads nowhere. */
    DEAD_ADDRESS("build onto the earlier output, so that the address gets a page that leads on");

    private final String hint;

    FindingKind(String hint) {
        this.hint = hint;
    }

    /** What to do about it: the rest of a sentence, without a full stop. */
    public String hint() {
        return hint;
    }
}
