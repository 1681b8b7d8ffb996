package org.backfile.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Sets of texts that grow together (union-find); each set is known by its smallest text. Texts that were told apart
 * never come into one set.
 */
final class Clusters {
    private final int[] parent;
    private final int[] size;
    private final int[] next;
    private final List<int[]> toldApart = new ArrayList<>();
    /** Roots of the sets that have a text which was told apart from another. */
    private final BitSet restricted = new BitSet();

    Clusters(int count) {
        parent = new int[count];
        Arrays.setAll(parent, i -> i);
        size = new int[count];
        Arrays.fill(size, 1);
        next = parent.clone();
    }

    /** The number of texts. */
    int count() {
        return parent.length;
    }

    /** The smallest text of the set. */
    int find(int text) {
        int root = text;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    /** The smallest text of each text's set. */
    int[] all() {
        int[] all = new int[parent.length];
        Arrays.setAll(all, this::find);
        return all;
    }

    int size(int text) {
        return size[find(text)];
    }

    /** All texts of the set, starting with this one. */
    int[] members(int text) {
        int[] members = new int[size(text)];
        int at = text;
        for (int i = 0; i < members.length; i++) {
            members[i] = at;
            at = next[at];
        }
        return members;
    }

    /** From now on, no join brings these two texts together. */
    void tellApart(int a, int b) {
        toldApart.add(new int[] {a, b});
        restricted.set(find(a));
        restricted.set(find(b));
    }

    boolean together(int a, int b) {
        return find(a) == find(b);
    }

    boolean mayJoin(int a, int b) {
        int one = find(a);
        int other = find(b);
        if (!restricted.get(one) || !restricted.get(other)) {
            return true;
        }
        for (int[] pair : toldApart) {
            int x = find(pair[0]);
            int y = find(pair[1]);
            if ((x == one && y == other) || (x == other && y == one)) {
                return false;
            }
        }
        return true;
    }

    /** Makes one set of two, unless that would bring texts together that were told apart. */
    void join(int a, int b) {
        int one = find(a);
        int other = find(b);
        if (one == other || !mayJoin(one, other)) {
            return;
        }
        int root = Math.min(one, other);
        int child = Math.max(one, other);
        parent[child] = root;
        size[root] += size[child];
        int swap = next[root];
        next[root] = next[child];
        next[child] = swap;
        if (restricted.get(child)) {
            restricted.set(root);
        }
    }
}
