package org.backfile.search;

import java.util.Arrays;

/** Numbers the distinct terms of a segment in the order in which they come; a hash table without objects. */
final class TermTable {
    private char[] characters = new char[1 << 16];
    private int[] starts = new int[1 << 13];
    private int[] hashes = new int[1 << 13];
    private int[] slots = new int[1 << 14];
    private int size;

    TermTable() {
        Arrays.fill(slots, -1);
    }

    int size() {
        return size;
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

    /** The number of a term, from 0. */
    int number(char[] chars, int from, int length, int hash) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] >= 0) {
            int term = slots[slot];
            if (hashes[term] == hash && isTerm(term, chars, from, length)) {
                return term;
            }
            slot = slot + 1 & mask;
        }
        return add(chars, from, length, hash, slot);
    }

    private boolean isTerm(int term, char[] chars, int from, int length) {
        return Arrays.equals(characters, starts[term], starts[term + 1], chars, from, from + length);
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
        slots[slot] = size++;
        if (size * 2 > slots.length) {
            grow();
        }
        return size - 1;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        Arrays.fill(slots, -1);
        int mask = slots.length - 1;
        for (int term = 0; term < size; term++) {
            int slot = hashes[term] & mask;
            while (slots[slot] >= 0) {
                slot = slot + 1 & mask;
            }
            slots[slot] = term;
        }
    }

    String term(int number) {
        return new String(characters, starts[number], starts[number + 1] - starts[number]);
    }

    /** The numbers of all terms, ordered by their UTF-16 code units, as Java and JavaScript compare strings. */
    int[] sorted() {
        long[] keys = new long[size];
        // the first three code units: most comparisons end there
        Integer[] order = new Integer[size];
        for (int term = 0; term < size; term++) {
            order[term] = term;
            keys[term] = key(term);
        }
        Arrays.sort(order, (a, b) -> {
            int byKey = Long.compare(keys[a], keys[b]);
            return byKey != 0 ? byKey : compare(a, b);
        });
        int[] sorted = new int[size];
        for (int i = 0; i < size; i++) {
            sorted[i] = order[i];
        }
        return sorted;
    }

    private long key(int term) {
        long key = 0;
        for (int i = 0; i < 3; i++) {
            int at = starts[term] + i;
            key = key << 16 | (at < starts[term + 1] ? characters[at] : 0);
        }
        return key;
    }

    private int compare(int a, int b) {
        return Arrays.compare(characters, starts[a], starts[a + 1], characters, starts[b], starts[b + 1]);
    }
}
