package org.backfile.source;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the undecided files of each folder say together about the folder's charset. A build looks all files over under
 * {@link #NONE}, sums the facts of those that have some, and decodes anew the few for which {@link #charsetFor} then
 * gives another charset. Sums do not depend on the order of the files. Immutable.
 */
public final class FolderCharsets {
    /** No folder has a say; each file decides for itself. */
    public static final FolderCharsets NONE = new FolderCharsets(Collections.emptySortedMap());

    /** What one file may add to its folder's sum: a long file must not outvote twenty short ones. */
    private static final int ONE_FILE = 300;

    /** What the folder may add to a file's own evidence: enough for a few letters, too little against a page. */
    private static final int FOLDER = 150;

    private final SortedMap<String, long[]> sums;

    private FolderCharsets(SortedMap<String, long[]> sums) {
        this.sums = sums;
    }

    /** Sums the facts of undecided files, given by path. */
    public static FolderCharsets sum(Map<String, CharsetFacts> factsByPath) {
        SortedMap<String, long[]> sums = new TreeMap<>();
        factsByPath.forEach((path, facts) -> {
            long[] sum = sums.computeIfAbsent(
                    folder(path), any -> new long[CharsetCandidate.all().size()]);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += bounded(facts.gain(i), ONE_FILE);
            }
        });
        return new FolderCharsets(sums);
    }

    /** The name of the charset to read the file's undecided bytes with. */
    public String charsetFor(String path, CharsetFacts facts) {
        return candidateFor(path, facts).charset().name();
    }

    CharsetCandidate candidateFor(String path, CharsetFacts facts) {
        List<CharsetCandidate> candidates = CharsetCandidate.all();
        long[] sum = sums.get(folder(path));
        int best = 0;
        long most = 0;
        for (int i = 1; i < candidates.size(); i++) {
            long others = sum == null ? 0 : sum[i] - bounded(facts.gain(i), ONE_FILE);
            long gain =
                    facts.gain(i) + bounded(others, FOLDER) - candidates.get(i).rarity();
            if (gain > most) {
                best = i;
                most = gain;
            }
        }
        return candidates.get(best);
    }

    private static long bounded(long gain, int limit) {
        return Math.max(-limit, Math.min(limit, gain));
    }

    private static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FolderCharsets charsets && toString().equals(charsets.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @Override
    public String toString() {
        StringBuilder shown = new StringBuilder();
        sums.forEach((folder, sum) ->
                shown.append(folder).append(' ').append(Arrays.toString(sum)).append('\n'));
        return shown.toString();
    }
}
