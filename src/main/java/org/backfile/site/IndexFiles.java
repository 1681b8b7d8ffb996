package org.backfile.site;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.backfile.page.SitePath;
import org.backfile.search.IndexSink;

/**
 * The files of the search index on their way to the output; its root is published after all others. The others are named
 * by what they hold, so two threads may well come with the same one.
 */
final class IndexFiles implements IndexSink {
    private static final SitePath ROOT = new SitePath("search/root.js");

    private final Output output;
    private final Set<SitePath> taken = ConcurrentHashMap.newKeySet();

    IndexFiles(Output output) {
        this.output = output;
    }

    @Override
    public boolean holds(SitePath file) {
        return output.keep(file);
    }

    @Override
    public void put(SitePath file, byte[] bytes) {
        if (file.equals(ROOT)) {
            output.putLast(file, bytes);
        } else if (taken.add(file) && !output.keep(file)) {
            output.put(file, bytes);
        }
    }
}
