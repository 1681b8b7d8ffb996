package org.backfile.story;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Which texts hold which shingle. Fingerprints are read once; what is kept of a shingle is four bytes in the column of
 * its text (nobody else has it; one other text; or a place in the lists), and a list of the texts where three or more
 * have it. Columns are filled in {@value #ROUNDS} rounds, each for a part of the hashes, so that only a part of them
 * stands in memory twice.
 *
 * <p>Cost: linear; five bytes of memory a shingle where most are of one text, ten at most.
 */
final class ShingleIndex {
    static final int ROUNDS = 8;

    private static final int ROUND_BITS = 3;
    private static final int PART_BITS = 9;
    private static final int PARTS = 1 << PART_BITS;
    private static final int REST_BITS = Integer.SIZE - ROUND_BITS - PART_BITS;
    private static final int RADIX_BITS = REST_BITS / 2;
    /** Of an entry, which of its text's shingles of this round it is. */
    private static final int ORDINAL_BITS = 18;

    private static final int ORDINAL_MASK = (1 << ORDINAL_BITS) - 1;
    private static final int TEXT_BITS = 24;
    private static final int PLACE_BITS = TEXT_BITS + ORDINAL_BITS;

    /** The most shingles of a text and round: some four million words. What a longer text says after them is not indexed. */
    static final int MOST = 1 << ORDINAL_BITS;

    /** In a column: no other text has this shingle. */
    static final int ALONE = Integer.MIN_VALUE;

    private final int[] words;
    private final ShinglePage[] pages;
    /** By round: the number of texts of each list and then the texts, in order. */
    private final int[][] lists = new int[ROUNDS][];

    private ShingleIndex(int texts) {
        if (texts > 1 << TEXT_BITS) {
            throw new IllegalArgumentException(texts + " texts");
        }
        words = new int[texts];
        pages = new ShinglePage[(texts + ShinglePage.TEXTS - 1) / ShinglePage.TEXTS];
    }

    static ShingleIndex of(int texts, IntFunction<Fingerprint> fingerprint, Workers workers) {
        ShingleIndex index = new ShingleIndex(texts);
        workers.forEach(
                index.pages.length, number -> index.pages[number] = ShinglePage.read(number, index.words, fingerprint));
        for (int round = 0; round < ROUNDS; round++) {
            index.fill(round, workers);
        }
        return index;
    }

    static int round(int hash) {
        return hash >>> (Integer.SIZE - ROUND_BITS);
    }

    private static int part(int hash) {
        return hash >>> REST_BITS & (PARTS - 1);
    }

    private void fill(int round, Workers workers) {
        long[][] entries = entries(round, workers);
        int[] listStarts = new int[PARTS + 1];
        workers.forEach(PARTS, part -> {
            sort(entries[part]);
            listStarts[part + 1] = listSize(entries[part]);
        });
        for (int part = 0; part < PARTS; part++) {
            listStarts[part + 1] = Math.addExact(listStarts[part], listStarts[part + 1]);
        }
        lists[round] = new int[listStarts[PARTS]];
        workers.forEach(PARTS, part -> {
            list(round, entries[part], listStarts[part]);
            entries[part] = NONE;
        });
    }

    private static final long[] NONE = {};

    /** By part, the shingles of a round in the order of texts: the rest of the hash, the text, and which of its shingles. */
    private long[][] entries(int round, Workers workers) {
        int[][] at = new int[pages.length][PARTS];
        workers.forEach(pages.length, number -> {
            for (int hash : pages[number].column(round)) {
                at[number][part(hash)]++;
            }
        });
        long[][] entries = new long[PARTS][];
        for (int part = 0; part < PARTS; part++) {
            int size = 0;
            for (int[] ofPage : at) {
                int count = ofPage[part];
                ofPage[part] = size;
                size += count;
            }
            entries[part] = new long[size];
        }
        workers.forEach(pages.length, number -> scatter(pages[number], round, at[number], entries));
        return entries;
    }

    /** Takes a page's hashes out of its column; what is not noted there later is the page's own. */
    private void scatter(ShinglePage page, int round, int[] at, long[][] entries) {
        int[] column = page.column(round);
        for (int text = page.first(); text < page.first() + page.count(); text++) {
            int start = page.start(round, text);
            int end = page.start(round, text + 1);
            for (int i = start; i < end; i++) {
                int part = part(column[i]);
                entries[part][at[part]++] = (long) column[i] << PLACE_BITS | (long) text << ORDINAL_BITS | i - start;
            }
        }
        Arrays.fill(column, ALONE);
    }

    private static long rest(long entry) {
        return entry >>> PLACE_BITS;
    }

    private static int text(long entry) {
        return (int) (entry >>> ORDINAL_BITS) & ((1 << TEXT_BITS) - 1);
    }

    /** Sorts by the rest of the hash; equal ones stay in the order of texts. */
    private static void sort(long[] entries) {
        if (entries.length < 1 << RADIX_BITS) {
            Arrays.sort(entries);
            return;
        }
        long[] other = new long[entries.length];
        pass(entries, other, PLACE_BITS);
        pass(other, entries, PLACE_BITS + RADIX_BITS);
    }

    private static void pass(long[] from, long[] to, int shift) {
        int[] at = new int[1 << RADIX_BITS];
        for (long entry : from) {
            at[(int) (entry >>> shift) & (at.length - 1)]++;
        }
        int start = 0;
        for (int i = 0; i < at.length; i++) {
            int count = at[i];
            at[i] = start;
            start += count;
        }
        for (long entry : from) {
            to[at[(int) (entry >>> shift) & (at.length - 1)]++] = entry;
        }
    }

    private static int listSize(long[] entries) {
        int size = 0;
        for (int start = 0, end; start < entries.length; start = end) {
            end = end(entries, start);
            int count = texts(entries, start, end);
            size += count > 2 ? 1 + count : 0;
        }
        return size;
    }

    private static int end(long[] entries, int start) {
        long rest = rest(entries[start]);
        int end = start + 1;
        while (end < entries.length && rest(entries[end]) == rest) {
            end++;
        }
        return end;
    }

    private static int texts(long[] entries, int start, int end) {
        int texts = 1;
        for (int i = start + 1; i < end; i++) {
            texts += text(entries[i]) == text(entries[i - 1]) ? 0 : 1;
        }
        return texts;
    }

    private void list(int round, long[] entries, int firstList) {
        int[] list = lists[round];
        int place = firstList;
        for (int start = 0, end; start < entries.length; start = end) {
            end = end(entries, start);
            int count = texts(entries, start, end);
            if (count == 2) {
                notePair(round, entries, start, end);
            } else if (count > 2) {
                note(round, entries, start, end, place);
                list[place++] = count;
                list[place++] = text(entries[start]);
                for (int i = start + 1; i < end; i++) {
                    if (text(entries[i]) != text(entries[i - 1])) {
                        list[place++] = text(entries[i]);
                    }
                }
            }
        }
    }

    private void notePair(int round, long[] entries, int start, int end) {
        int one = text(entries[start]);
        int other = text(entries[end - 1]);
        for (int i = start; i < end; i++) {
            note(round, entries[i], text(entries[i]) == one ? ~other : ~one);
        }
    }

    private void note(int round, long[] entries, int start, int end, int known) {
        for (int i = start; i < end; i++) {
            note(round, entries[i], known);
        }
    }

    private void note(int round, long entry, int known) {
        int text = text(entry);
        ShinglePage page = pages[text / ShinglePage.TEXTS];
        page.column(round)[page.start(round, text) + (int) (entry & ORDINAL_MASK)] = known;
    }

    /**
     * The lists of a round, one behind the other: the number of texts, then the texts in order. The numbers may be
     * turned negative, as a mark.
     */
    int[] lists(int round) {
        return lists[round];
    }

    /** The length of each text in words. */
    int[] words() {
        return words;
    }

    /**
     * What is known of each shingle of a text, in the order in which the text has them within the round: {@link #ALONE};
     * another negative number, which is {@code ~other} for the only other text that has it; or a place in the lists.
     */
    interface Known {
        /** Takes the stretch of {@code column} from {@code start} to below {@code end}, and the lists that it points to. */
        void accept(int[] column, int start, int end, int[] lists);
    }

    /** Hands what is known of the text's shingles to {@code out}, round by round. */
    void forEach(int text, Known out) {
        ShinglePage page = pages[text / ShinglePage.TEXTS];
        for (int round = 0; round < ROUNDS; round++) {
            out.accept(page.column(round), page.start(round, text), page.start(round, text + 1), lists[round]);
        }
    }

    /** What is known of one shingle. */
    interface Placed {
        /** Takes what {@link Known} has of a shingle whose first word stands at {@code at}. */
        void accept(int known, int[] lists, int at);
    }

    /** Hands what is known of the text's shingles, which were read, to {@code out}, in the order of the text. */
    void forEach(int text, Shingles shingles, Placed out) {
        ShinglePage page = pages[text / ShinglePage.TEXTS];
        int[] next = new int[ROUNDS];
        Arrays.setAll(next, round -> page.start(round, text));
        for (int i = 0; i < shingles.count(); i++) {
            int round = round(shingles.hash(i));
            if (next[round] < page.start(round, text + 1)) {
                out.accept(page.column(round)[next[round]++], lists[round], shingles.place(i));
            }
        }
    }
}
