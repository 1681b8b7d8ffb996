package org.backfile.page;

import java.util.function.Supplier;

/**
 * A page of the site: where it stands, and what it shows, made anew at each asking, so that a page weighs little while
 * nobody looks at it. Safe to use from several threads.
 */
public final class Page {
    private final SitePath path;
    private final Supplier<Content> content;

    Page(SitePath path, Supplier<Content> content) {
        this.path = path;
        this.content = content;
    }

    public SitePath path() {
        return path;
    }

    /** What the page shows; at most some thousands of rows are put together at a call. */
    public Content content() {
        return content.get();
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
