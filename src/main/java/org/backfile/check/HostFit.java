package org.backfile.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts of a site that hosts limit, and the findings where a host takes less. Fed file by file; small. */
final class HostFit {
    private static final String FEWER_FILES =
            "; as long as nothing is published, “layout: day” in backfile.yaml gives fewer, larger pages";

    private final Host host;
    private final List<Host.Bound> bounds;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Long> entries = new TreeMap<>();
    private long files;
    private long bytes;
    private boolean nojekyll;

    HostFit(Host host) {
        this.host = host;
        this.bounds = host.bounds();
    }

    /** Counts a file of {@code size} bytes that would be published. Paths come in sorted order. */
    void add(String path, long size) {
        files++;
        bytes += size;
        nojekyll |= path.equals(".nojekyll");
        countEntry(path);
        String name = path.substring(path.lastIndexOf('/') + 1);
        over(Host.Limit.FILE_BYTES, path, size);
        over(Host.Limit.PATH_BYTES, path, path.getBytes(StandardCharsets.UTF_8).length);
        over(Host.Limit.NAME_BYTES, path, name.getBytes(StandardCharsets.UTF_8).length);
    }

    /** Counts the file in its folder, and the folder in its own the first time it is met. */
    private void countEntry(String path) {
        String entry = path;
        boolean added;
        do {
            int slash = entry.lastIndexOf('/');
            String folder = slash < 0 ? "" : entry.substring(0, slash);
            added = entries.merge(folder, 1L, Long::sum) == 1 && !folder.isEmpty();
            entry = folder;
        } while (added);
    }

    /** Counts the rules of {@code _redirects}. */
    void redirects(String text) {
        int rules = 0;
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                rules++;
                over(Host.Limit.REDIRECT_CHARACTERS, "_redirects:" + number, line.length());
            }
        }
        over(Host.Limit.REDIRECTS, "_redirects", rules);
    }

    /** What the host does not take, when all files were counted. */
    List<Finding> findings() {
        over(Host.Limit.FILES, ".", files);
        over(Host.Limit.SITE_BYTES, ".", bytes);
        entries.forEach((folder, count) -> over(Host.Limit.DIRECTORY_ENTRIES, folder.isEmpty() ? "." : folder, count));
        if (host == Host.GITHUB_PAGES && !nojekyll) {
            findings.add(Finding.of(
                    FindingKind.HOST, ".nojekyll", "without this file GitHub Pages leaves out what begins with _"));
        }
        return List.copyOf(findings);
    }

    private void over(Host.Limit limit, String path, long count) {
        for (Host.Bound bound : bounds) {
            if (bound.limit() == limit && count > bound.most()) {
                findings.add(Finding.of(
                        FindingKind.HOST,
                        path,
                        String.format(
                                Locale.ROOT,
                                "%,d %s, and %s takes at most %,d (as of %s)%s",
                                count,
                                limit.unit(),
                                host.label(),
                                bound.most(),
                                bound.day(),
                                limit == Host.Limit.FILES ? FEWER_FILES : "")));
            }
        }
    }
}
