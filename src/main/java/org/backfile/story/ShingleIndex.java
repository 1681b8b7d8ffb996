package org.backfile.story;

import java.util.Arrays;

/**
 * Which texts hold which shingle. What is kept of a shingle is four bytes in the page of its text (nobody else has it; one
 * other text; or a place in the lists), and a list of the texts where three or more have it. Pages are turned from hashes
 * into that in {@value #ROUNDS} rounds, each for a part of the hashes, so that only a part of them stands in memory twice.
 * An index of some of the shingles says of these the same as one of all.
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

    /** The most texts that there may be. */
    static final int MOST_TEXTS = 1 << TEXT_BITS;

    private static final int PLACE_BITS = TEXT_BITS + ORDINAL_BITS;

    /** The most shingles of a text and round: some four million words. What a longer text says after them is not indexed. */
    static final int MOST = 1 << ORDINAL_BITS;

    /** A list of so many texts ends with the hash. */
    static final int LONG = 16;

    /** In a column: no other text has this shingle. */
    static final int ALONE = Integer.MIN_VALUE;

    private final int[] places;
    private final ShinglePage[] pages;
    /** By page, the numbers of its texts; -1 where the index has none. */
    private final int[][] texts;
    /** By round: the number of texts of each list and then the texts, in order, and behind long ones the hash. */
    private final int[][] lists = new int[ROUNDS][];

    private ShingleIndex(ShinglePage[] pages, int[] places) {
        if (places.length > MOST_TEXTS) {
            throw new IllegalArgumentException(places.length + " texts");
        }
        this.places = places;
        this.pages = pages;
        this.texts = new int[pages.length][];
        for (int page = 0; page < pages.length; page++) {
            texts[page] = new int[pages[page].count()];
            Arrays.fill(texts[page], -1);
        }
        for (int text = 0; text < places.length; text++) {
            texts[places[text] >>> ShinglePage.PLACE_BITS][places[text] & ShinglePage.TEXTS - 1] = text;
        }
    }

    /**
     * Makes the index. The pages are its own from now on.
     *
     * @param places of each text, its page and its number there
     */
    static ShingleIndex of(ShinglePage[] pages, int[] places, Workers workers) {
        ShingleIndex index = new ShingleIndex(pages, places);
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
            list(round, entries[part], part, listStarts[part]);
            entries[part] = NONE;
        });
    }

    private static final long[] NONE = {};

    /** By part, the shingles of a round in the order of pages: the rest of the hash, the text, and which of its shingles. */
    private long[][] entries(int round, Workers workers) {
        int[][] at = new int[pages.length][PARTS];
        workers.forEach(pages.length, number -> count(number, round, at[number]));
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
        workers.forEach(pages.length, number -> scatter(number, round, at[number], entries));
        return entries;
    }

    private void count(int number, int round, int[] at) {
        ShinglePage page = pages[number];
        int[] shingles = page.shingles();
        for (int i = 0; i < page.count(); i++) {
            if (texts[number][i] >= 0) {
                int end = page.end(round, i);
                for (int place = page.start(round, i); place < end; place++) {
                    at[part(shingles[place])]++;
                }
            }
        }
    }

    /** Takes a page's hashes of the round out of it; what is not noted there later is the page's own. */
    private void scatter(int number, int round, int[] at, long[][] entries) {
        ShinglePage page = pages[number];
        int[] shingles = page.shingles();
        for (int i = 0; i < page.count(); i++) {
            if (texts[number][i] >= 0) {
                long text = (long) texts[number][i] << ORDINAL_BITS;
                int start = page.start(round, i);
                int end = page.end(round, i);
                for (int place = start; place < end; place++) {
                    int part = part(shingles[place]);
                    entries[part][at[part]++] = (long) shingles[place] << PLACE_BITS | text | (place - start);
                    shingles[place] = ALONE;
                }
            }
        }
    }

    private static long rest(long entry) {
        return entry >>> PLACE_BITS;
    }

    private static int text(long entry) {
        return (int) (entry >>> ORDINAL_BITS) & ((1 << TEXT_BITS) - 1);
    }

    /** Sorts by the rest of the hash; equal ones stay in their order. */
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
            inOrder(entries, start, end);
            int count = texts(entries, start, end);
            size += count > 2 ? size(count) : 0;
        }
        return size;
    }

    /** How much place a list of so many texts takes. */
    static int size(int count) {
        return count < LONG ? 1 + count : 2 + count;
    }

    /** Sorts the entries of one shingle by their texts: most are, since pages are mostly filled in order. */
    private static void inOrder(long[] entries, int start, int end) {
        for (int i = start + 1; i < end; i++) {
            if (entries[i] < entries[i - 1]) {
                Arrays.sort(entries, start, end);
                return;
            }
        }
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

    private void list(int round, long[] entries, int part, int firstList) {
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
                if (count >= LONG) {
                    list[place++] = (round << PART_BITS | part) << REST_BITS
                            | ((int) rest(entries[start]) & ((1 << REST_BITS) - 1));
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
        int place = places[text(entry)];
        ShinglePage page = pages[place >>> ShinglePage.PLACE_BITS];
        int start = page.start(round, place & ShinglePage.TEXTS - 1);
        page.shingles()[start + (int) (entry & ORDINAL_MASK)] = known;
    }

    /**
     * The lists of a round, one behind the other, each of {@link #size} numbers: how many texts, the texts in order, and
     * behind {@value #LONG} texts or more the shingle's hash. The first may be turned negative, as a mark.
     */
    int[] lists(int round) {
        return lists[round];
    }

    /**
     * What is known of each shingle of a text: {@link #ALONE}; another negative number, which is {@code ~other} for the
     * only other text that has it; or a place in the lists.
     */
    interface Known {
        /** Takes the stretch of {@code column} from {@code start} to below {@code end}, and the lists that it points to. */
        void accept(int[] column, int start, int end, int[] lists);
    }

    /** Hands what is known of the text's shingles to {@code out}, round by round. */
    void forEach(int text, Known out) {
        ShinglePage page = pages[places[text] >>> ShinglePage.PLACE_BITS];
        int number = places[text] & ShinglePage.TEXTS - 1;
        for (int round = 0; round < ROUNDS; round++) {
            out.accept(page.shingles(), page.start(round, number), page.end(round, number), lists[round]);
        }
    }
}
