package org.backfile.site;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.backfile.page.SitePath;
import org.backfile.search.IndexSink;

/** The files of the search index on their way to the output; its root is published after all others. */
final class IndexFiles implements IndexSink {
    private static final SitePath ROOT = new SitePath("search/root.js");

    private final Output output;
    private final Set<SitePath> held = ConcurrentHashMap.newKeySet();

    IndexFiles(Output output) {
        this.output = output;
    }

    @Override
    public boolean holds(SitePath file) {
        synchronized (held) {
            if (!held.contains(file) && output.unchanged(file)) {
                held.add(file);
            }
            return held.contains(file);
        }
    }

    @Override
    public void put(SitePath file, byte[] bytes) {
        if (file.equals(ROOT)) {
            output.putLast(file, bytes);
        } else if (held.add(file)) {
            output.put(file, bytes);
        }
    }
}
