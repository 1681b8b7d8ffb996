package org.backfile.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a scan of the sources found.
 *
 * @param entries the files and containers to read, in the order of their paths, no path twice
 * @param passedOver the files left alone, in the order of their paths
 * @param refused one problem for each refused link and each folder that would not open, in order
 */
public record Scan(List<SourceEntry> entries, List<PassedOver> passedOver, List<Problem> refused) {
    /** The kind of binary files without an extension. */
    public static final String WITHOUT_EXTENSION = "";

    public Scan {
        entries = List.copyOf(entries);
        passedOver = List.copyOf(passedOver);
        refused = List.copyOf(refused);
    }

    /** The same where these files, by their absolute paths, were of use after all: pictures that articles show. */
    public Scan withUsed(Set<Path> used) {
        if (used.isEmpty()) {
            return this;
        }
        List<PassedOver> left = new ArrayList<>(passedOver);
        left.removeIf(passed -> used.contains(passed.file().toAbsolutePath().normalize()));
        return new Scan(entries, left, refused);
    }

    /** How many files of each kind are left alone. */
    public SortedMap<String, Integer> notRead() {
        SortedMap<String, Integer> counts = new TreeMap<>();
        passedOver.forEach(passed -> counts.merge(passed.kind(), 1, Integer::sum));
        return counts;
    }

    /** What was refused, and one problem for each kind of file not read, at the first of them; in order. */
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>(refused);
        SortedMap<String, Integer> counts = notRead();
        for (PassedOver passed : passedOver) {
            Integer count = counts.remove(passed.kind());
            if (count != null) {
                problems.add(Problem.ofFile(passed.path(), ProblemKind.NOT_READ, notReadMessage(passed.kind(), count)));
            }
        }
        problems.sort(null);
        return problems;
    }

    /** The clause for {@code count} files of one kind. */
    static String notReadMessage(String kind, int count) {
        String shown = kind.equals(WITHOUT_EXTENSION) ? "without an extension and not text" : kind;
        return count == 1
                ? "one file not read (" + shown + ")"
                : count + " files not read (" + shown + "), this one the first";
    }
}
