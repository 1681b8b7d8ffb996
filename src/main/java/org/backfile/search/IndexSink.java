package org.backfile.search;

import org.backfile.page.SitePath;

/**
 * Takes the index's files. All but the root are named by their content, so a file that is held under its name needs no
 * writing again. Called from several threads at once.
 */
public interface IndexSink {
    /** True where the site has this file already, with the bytes that its name stands for, and keeps it. */
    boolean holds(SitePath file);

    /** Adds a file, or keeps it where the site has the same. */
    void put(SitePath file, byte[] bytes);
}
