package org.backfile.article;

/** Words by their hashes, as {@link TextLines} has them; two words of one hash count as one. For one thread at a time. */
final class WordSet {
    private int[] slots = new int[256];
    private int size;

    /** A set of these words. */
    static WordSet of(int[] words) {
        WordSet set = new WordSet();
        for (int word : words) {
            set.add(word);
        }
        return set;
    }

    /** The words of all lines but those cut by a hyphen at a line's end. */
    static WordSet of(TextLines text) {
        WordSet set = new WordSet();
        for (int i = 0; i < text.count(); i++) {
            int words = text.wordCount(i);
            boolean cut = words > 0 && text.lastChar(i) == '-';
            for (int k = 0; k < words - (cut ? 1 : 0); k++) {
                set.add(text.word(i, k));
            }
        }
        return set;
    }

    void add(int word) {
        int slot = slot(word);
        if (word == 0 || slots[slot] != 0) {
            return;
        }
        slots[slot] = word;
        if (++size * 2 > slots.length) {
            int[] old = slots;
            slots = new int[old.length * 2];
            for (int each : old) {
                if (each != 0) {
                    slots[slot(each)] = each;
                }
            }
        }
    }

    /** This set with the words of another one in it. */
    WordSet with(WordSet other) {
        for (int word : other.slots) {
            add(word);
        }
        return this;
    }

    boolean isEmpty() {
        return size == 0;
    }

    boolean contains(int word) {
        return word != 0 && slots[slot(word)] == word;
    }

    private int slot(int word) {
        int slot = ((word * 0x9E3779B1) >>> 5) & (slots.length - 1);
        while (slots[slot] != 0 && slots[slot] != word) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    /** The words' hashes, in an order that follows from how they were added. */
    int[] toArray() {
        int[] words = new int[size];
        int count = 0;
        // each slot is written, and the place moves on at a word: a branch that turns at random would cost more
        for (int slot = 0; count < size; slot++) {
            int each = slots[slot];
            words[count] = each;
            count += (each | -each) >>> 31;
        }
        return words;
    }
}
