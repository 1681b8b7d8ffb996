package org.backfile.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The words that are offered instead of one that is found nowhere: the {@value #WORDS} that the most documents hold. A file of
 * their number and, for each, {@link TermWriter}'s code and how often it stands, as a power of two (gamma).
 */
final class SpellingList {
    private static final int WORDS = 30_000;
    private static final int SHORTEST = 4;

    private final List<Word> words = new ArrayList<>();

    /** Words that fewer documents hold have no chance. */
    private int least = 2;

    private record Word(String term, int documents) {}

    void add(String term, int documents) {
        if (documents >= least && term.length() >= SHORTEST && isWord(term)) {
            words.add(new Word(term, documents));
        }
        if (words.size() >= 4 * WORDS) {
            keepCommonest();
        }
    }

    /** False for numbers and for the terms of a field. */
    private static boolean isWord(String term) {
        for (int i = 0; i < term.length(); i++) {
            char c = term.charAt(i);
            if (c < 'a' || (c > 'z' && c < 128)) {
                return false;
            }
        }
        return true;
    }

    private void keepCommonest() {
        words.sort(Comparator.comparingInt(Word::documents).reversed().thenComparing(Word::term));
        if (words.size() >= WORDS) {
            words.subList(WORDS, words.size()).clear();
            least = words.get(WORDS - 1).documents();
        }
    }

    ByteWriter write() {
        keepCommonest();
        words.sort(Comparator.comparing(Word::term));
        BitWriter bits = new BitWriter();
        TermWriter terms = new TermWriter(bits);
        for (Word word : words) {
            terms.write(word.term());
            bits.gamma(32 - Integer.numberOfLeadingZeros(word.documents()));
        }
        return new ByteWriter(bits.byteLength() + 4).number(words.size()).write(bits.buffer(), 0, bits.byteLength());
    }
}
