package org.backfile.article;

import java.util.Map;
import java.util.TreeMap;

/**
 * The facts of all files, summed by folder: in how many of its files each line stands, and how its dates are written;
 * and summed over the archive: in how many files each label stands as sections' names do.
 * The order of adding does not matter. Sixteen bytes a distinct line of a folder, and twice that while growing. Not
 * safe for use by several threads at a time.
 */
public final class FolderSums {
    private final Map<String, FolderSum> folders = new TreeMap<>();
    private final SectionSum sections = new SectionSum();

    /** Adds one file; each path once. */
    public void add(String path, FileFacts facts) {
        folders.computeIfAbsent(folderOf(path), folder -> new FolderSum()).add(facts);
        sections.add(facts);
    }

    /** Decides what the sums decide. */
    public FolderDecisions decide() {
        return FolderDecisions.from(folders, sections.decide());
    }

    static String folderOf(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }
}
