package org.backfile.search;

import java.util.Arrays;

/** Numbers distinct terms in the order in which they come; a hash table without objects. */
final class TermTable {
    private static final int FEW = 12;
    private static final long FREE = -1;

    private char[] characters = new char[1 << 13];
    private int[] starts = new int[1 << 10];
    private int[] hashes = new int[1 << 10];

    /** A term's hash above its number, or {@link #FREE}: a look-up that fails touches nothing else. */
    private long[] slots = new long[1 << 11];

    private int size;

    TermTable() {
        Arrays.fill(slots, FREE);
    }

    int size() {
        return size;
    }

    /** Forgets all terms, in time proportional to their number. */
    void clear() {
        int mask = slots.length - 1;
        for (int term = 0; term < size; term++) {
            int slot = hashes[term] & mask;
            while (slots[slot] != FREE) {
                slots[slot] = FREE;
                slot = slot + 1 & mask;
            }
        }
        size = 0;
    }

    /** The hash of a term, spread over all bits; the same on every machine. */
    static int hash(char[] chars, int from, int length) {
        int hash = 0x811C9DC5;
        for (int i = from; i < from + length; i++) {
            hash = (hash ^ chars[i]) * 0x01000193;
        }
        hash ^= hash >>> 15;
        hash *= 0x2C1B3C6D;
        return hash ^ hash >>> 13;
    }

    /** The number of a term, from 0; a term that is not known yet gets the next one. */
    int number(char[] chars, int from, int length, int hash) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        for (long held = slots[slot]; held != FREE; held = slots[slot]) {
            if ((int) (held >>> 32) == hash && isTerm((int) held, chars, from, length)) {
                return (int) held;
            }
            slot = slot + 1 & mask;
        }
        return add(chars, from, length, hash, slot);
    }

    private boolean isTerm(int term, char[] chars, int from, int length) {
        int start = starts[term];
        boolean same = starts[term + 1] - start == length;
        for (int i = 0; i < length && same; i++) { // terms are short: Arrays.equals takes longer to begin
            same = characters[start + i] == chars[from + i];
        }
        return same;
    }

    private int add(char[] chars, int from, int length, int hash, int slot) {
        if (size + 2 > starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
            hashes = Arrays.copyOf(hashes, hashes.length * 2);
        }
        int start = starts[size];
        if (start + length > characters.length) {
            characters = Arrays.copyOf(characters, Math.max(characters.length * 2, start + length));
        }
        System.arraycopy(chars, from, characters, start, length);
        starts[size + 1] = start + length;
        hashes[size] = hash;
        slots[slot] = slotOf(size++);
        if (size * 2 > slots.length) {
            grow();
        }
        return size - 1;
    }

    private long slotOf(int term) {
        return (long) hashes[term] << 32 | term;
    }

    private void grow() {
        slots = new long[slots.length * 2];
        Arrays.fill(slots, FREE);
        int mask = slots.length - 1;
        for (int term = 0; term < size; term++) {
            int slot = hashes[term] & mask;
            while (slots[slot] != FREE) {
                slot = slot + 1 & mask;
            }
            slots[slot] = slotOf(term);
        }
    }

    /** The characters of all terms; those of one stand from {@link #start} of its number to that of the next number. */
    char[] characters() {
        return characters;
    }

    /** See {@link #characters()}. */
    int start(int number) {
        return starts[number];
    }

    int hash(int number) {
        return hashes[number];
    }

    /**
     * The numbers of all terms, ordered by their UTF-16 code units, as Java and JavaScript compare strings. Sorts by one
     * character after the other (Bentley and Sedgewick, "Fast Algorithms for Sorting and Searching Strings", 1997).
     */
    int[] sorted() {
        int[] order = new int[size];
        for (int term = 0; term < size; term++) {
            order[term] = term;
        }
        sort(order, 0, size, 0);
        return order;
    }

    /** Sorts terms that have {@code depth} characters in common. */
    private void sort(int[] order, int first, int end, int depth) {
        int from = first;
        int to = end;
        int at = depth;
        while (to - from > FEW) {
            int pivot = pivot(order, from, to, at);
            int low = from;
            int high = to;
            for (int i = from; i < high; ) {
                int c = charAt(order[i], at);
                if (c < pivot) {
                    swap(order, low++, i++);
                } else if (c > pivot) {
                    swap(order, --high, i);
                } else {
                    i++;
                }
            }
            sort(order, from, low, at);
            sort(order, high, to, at);
            if (pivot < 0) {
                return;
            }
            from = low;
            to = high;
            at++;
        }
        insert(order, from, to);
    }

    /** The middle one of three characters, from places that nobody can foresee who writes an article. */
    private int pivot(int[] order, int from, int to, int depth) {
        int turn = hashes[order[from]] >>> 1;
        int size = to - from;
        int a = charAt(order[from + turn % size], depth);
        int b = charAt(order[from + turn / 3 % size], depth);
        int c = charAt(order[from + turn / 7 % size], depth);
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }

    private int charAt(int term, int depth) {
        int at = starts[term] + depth;
        return at < starts[term + 1] ? characters[at] : -1;
    }

    private static void swap(int[] order, int a, int b) {
        int held = order[a];
        order[a] = order[b];
        order[b] = held;
    }

    private void insert(int[] order, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            int term = order[i];
            int at = i;
            while (at > from && compare(order[at - 1], term) > 0) {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = term;
        }
    }

    private int compare(int a, int b) {
        return Arrays.compare(characters, starts[a], starts[a + 1], characters, starts[b], starts[b + 1]);
    }
}
