package org.backfile.source;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a scan of the sources found.
 *
 * @param entries the files and containers to read, in the order of their paths, no path twice
 * @param notRead how many files of each kind are left alone, by lower-case extension with its dot ({@code .jpg}), or
 *     {@link #WITHOUT_EXTENSION}
 * @param problems one for each kind of file not read, each refused link and each folder that would not open, in order
 */
public record Scan(List<SourceEntry> entries, SortedMap<String, Integer> notRead, List<Problem> problems) {
    /** The key for binary files without an extension. */
    public static final String WITHOUT_EXTENSION = "";

    public Scan {
        entries = List.copyOf(entries);
        notRead = Collections.unmodifiableSortedMap(new TreeMap<>(notRead));
        problems = List.copyOf(problems);
    }
}
