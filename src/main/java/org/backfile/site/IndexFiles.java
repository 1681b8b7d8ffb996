package org.backfile.site;

import org.backfile.page.SitePath;
import org.backfile.search.IndexSink;

/** The files of the search index on their way to the output; its root is published after all others. */
record IndexFiles(Output output) implements IndexSink {
    private static final SitePath ROOT = new SitePath("search/root.js");

    @Override
    public boolean holds(SitePath file) {
        return output.keep(file);
    }

    @Override
    public void put(SitePath file, byte[] bytes) {
        if (file.equals(ROOT)) {
            output.putLast(file, bytes);
        } else if (!output.keep(file)) {
            output.put(file, bytes);
        }
    }
}
