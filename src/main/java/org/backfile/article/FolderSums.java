package org.backfile.article;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The facts of all files by folder, to be summed: in how many of its files each line stands, and how its dates are
 * written; and over the archive: in how many files each label stands as sections' names do. What {@link FolderMemory}
 * has of a folder whose files tell the same as before is not summed again, and its facts are not asked for.
 * The order of adding does not matter. Not safe for use by several threads at a time.
 */
public final class FolderSums {
    private final FolderMemory known;
    private final Map<String, FolderFiles> folders = new HashMap<>();

    /** Sums in which nothing is known from before. */
    public FolderSums() {
        this(FolderMemory.NONE);
    }

    /** Sums that spare what is known. */
    public FolderSums(FolderMemory known) {
        this.known = known;
    }

    /** Adds one file; each path once. */
    public void add(String path, FileFacts facts) {
        add(path, FolderKeys.ofNew(path), () -> facts);
    }

    /**
     * Adds one file; each path once.
     *
     * @param key stands for the file's facts and all that decisions about it were used for: see {@link FolderKeys}
     * @param facts may be asked from several threads, and more than once
     */
    public void add(String path, long key, Supplier<FileFacts> facts) {
        folders.computeIfAbsent(folderOf(path), folder -> new FolderFiles()).add(key, facts);
    }

    /** Decides what the sums decide. */
    public FolderDecisions decide() {
        return FolderDecisions.from(new TreeMap<>(folders), known);
    }

    static String folderOf(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }
}
