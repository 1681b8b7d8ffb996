package org.backfile.article;

/** The words of a text, to look up whether one stands in it; by hash. Immutable after construction. */
final class WordSet {
    static final WordSet NONE = new WordSet(0);

    private final int[] slots;

    private WordSet(int words) {
        slots = new int[words == 0 ? 1 : Integer.highestOneBit(words) * 4];
    }

    /** The words of all lines but those cut by a hyphen at a line's end. */
    static WordSet of(TextLines text) {
        WordSet set = new WordSet(Math.max(1, text.totalWords()));
        for (int i = 0; i < text.count(); i++) {
            int words = text.wordCount(i);
            boolean cut = words > 0 && text.lastChar(i) == '-';
            for (int k = 0; k < words - (cut ? 1 : 0); k++) {
                set.add(text.word(i, k));
            }
        }
        return set;
    }

    private void add(int word) {
        slots[slot(word)] = word;
    }

    private int slot(int word) {
        int slot = ((word * 0x9E3779B1) >>> 5) & (slots.length - 1);
        while (slots[slot] != 0 && slots[slot] != word) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    /** True where the word that ends {@code start} before {@code end} and goes on with {@code rest} stands here. */
    boolean contains(CharSequence start, int end, String rest) {
        int from = end;
        while (from > 0 && Character.isLetter(start.charAt(from - 1))) {
            from--;
        }
        int word = 0;
        for (int i = from; i < end; i++) {
            word = TextLines.wordHash(word, start.charAt(i));
        }
        for (int i = 0; i < rest.length() && Character.isLetter(rest.charAt(i)); i++) {
            word = TextLines.wordHash(word, rest.charAt(i));
        }
        return slots[slot(word)] == word && word != 0;
    }
}
