package org.backfile.site;

import java.util.Map;
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
    /** Of each file that was asked for whether the output has it: the first thread to come keeps or writes it. */
    private final Map<SitePath, Boolean> held = new ConcurrentHashMap<>();

    IndexFiles(Output output) {
        this.output = output;
    }

    @Override
    public boolean holds(SitePath file) {
        return held.computeIfAbsent(file, output::keep);
    }

    @Override
    public void put(SitePath file, byte[] bytes) {
        if (file.equals(ROOT)) {
            output.putLast(file, bytes);
        } else if (!holds(file) && held.replace(file, false, true)) {
            output.put(file, bytes);
        }
    }
}
