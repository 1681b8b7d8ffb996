package org.backfile.check;

import java.util.Arrays;
import java.util.BitSet;

/** Which file of a site leads to which, files numbered from 0. Eight bytes a link. Not thread-safe. */
final class LinkGraph {
    private final int files;
    private int[] from = new int[1024];
    private int[] to = new int[1024];
    private int links;

    LinkGraph(int files) {
        this.files = files;
    }

    /** Notes that the file {@code source} links to {@code target}. Sources come in rising order. */
    void link(int source, int target) {
        if (links == from.length) {
            from = Arrays.copyOf(from, 2 * links);
            to = Arrays.copyOf(to, 2 * links);
        }
        from[links] = source;
        to[links++] = target;
    }

    /** The files to which a chain of links leads from {@code start}, itself included. Linear in files and links. */
    BitSet reachable(int start) {
        int[] first = new int[files + 1];
        for (int i = 0; i < links; i++) {
            first[from[i] + 1]++;
        }
        for (int i = 0; i < files; i++) {
            first[i + 1] += first[i];
        }
        BitSet met = new BitSet(files);
        int[] queue = new int[files];
        int tail = 0;
        queue[tail++] = start;
        met.set(start);
        for (int head = 0; head < tail; head++) {
            for (int i = first[queue[head]]; i < first[queue[head] + 1]; i++) {
                if (!met.get(to[i])) {
                    met.set(to[i]);
                    queue[tail++] = to[i];
                }
            }
        }
        return met;
    }
}
