package org.backfile.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects findings: counts all, and keeps the first of each kind, so that a wholly broken site fits in memory too. */
final class Findings {
    /** How many of a kind are kept. */
    static final int KEPT = 1_000;

    private final Map<FindingKind, List<Finding>> kept = new EnumMap<>(FindingKind.class);
    private final Map<FindingKind, Long> counts = new EnumMap<>(FindingKind.class);

    void add(Finding finding) {
        if (counts.merge(finding.kind(), 1L, Long::sum) <= KEPT) {
            kept.computeIfAbsent(finding.kind(), kind -> new ArrayList<>()).add(finding);
        }
    }

    void addAll(Iterable<Finding> findings) {
        findings.forEach(this::add);
    }

    /** The findings kept, by kind and then by place. */
    List<Finding> sorted() {
        List<Finding> all = new ArrayList<>();
        for (List<Finding> alike : kept.values()) {
            alike.sort(Comparator.comparing(Finding::path)
                    .thenComparingInt(Finding::line)
                    .thenComparingInt(Finding::column)
                    .thenComparing(Finding::message));
            all.addAll(alike);
        }
        return all;
    }

    /** How many there are of each kind that occurs. */
    Map<FindingKind, Long> counts() {
        return counts;
    }
}
