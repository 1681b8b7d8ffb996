package org.backfile.check;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a check found.
 *
 * @param files files that the manifest names
 * @param bytes their bytes in all
 * @param pages HTML pages among them
 * @param links references followed, inside and outside
 * @param findings what is wrong, by kind and place, at most 1,000 of a kind
 * @param counts how many findings there are of each kind that occurs
 * @param outside the addresses on other sites that pages link to, each with how often; none was fetched
 * @param addresses what became of the addresses of an earlier manifest; empty where none was given
 */
public record CheckReport(
        long files,
        long bytes,
        long pages,
        long links,
        List<Finding> findings,
        Map<FindingKind, Long> counts,
        SortedMap<String, Long> outside,
        List<OldAddress> addresses) {
    public CheckReport {
        findings = List.copyOf(findings);
        Map<FindingKind, Long> ordered = new EnumMap<>(FindingKind.class);
        ordered.putAll(counts);
        counts = Collections.unmodifiableMap(ordered);
        outside = Collections.unmodifiableSortedMap(new TreeMap<>(outside));
        addresses = List.copyOf(addresses);
    }

    /** Whether nothing is wrong. */
    public boolean clean() {
        return counts.isEmpty();
    }
}
