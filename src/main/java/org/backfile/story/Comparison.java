package org.backfile.story;

/**
 * What two texts have in common, counted in words; the words left out as boilerplate count nowhere. The first text is
 * the one with the smaller number (the longer one), so nothing depends on which is asked first.
 *
 * @param wordsA words of the first text
 * @param wordsB words of the second
 * @param matched pairs of words that stand for each other in order: the same word, or one misread
 * @param misread of the matched, pairs of which one word may be the other misread, names aside
 * @param lower of the matched, pairs of the same word in lower case
 * @param longest the longest run of matched pairs without a gap
 * @param namesSame pairs of the same name
 * @param namesAlike of the matched, pairs of names of which one may be the other misread
 * @param namesDiffer pairs of different names at the same place
 * @param numbersSame pairs of the same number
 * @param numbersDiffer pairs of different numbers at the same place
 * @param wordsDiffer pairs of other words that differ at the same place
 * @param ownNamesA different names in the aligned passages of the first text that stand nowhere in the second
 * @param ownNamesB likewise of the second
 * @param allNamesA different names in the aligned passages of the first text
 * @param allNamesB likewise of the second
 */
record Comparison(
        int wordsA,
        int wordsB,
        int matched,
        int misread,
        int lower,
        int longest,
        int namesSame,
        int namesAlike,
        int namesDiffer,
        int numbersSame,
        int numbersDiffer,
        int wordsDiffer,
        int ownNamesA,
        int ownNamesB,
        int allNamesA,
        int allNamesB) {
    /** How many numbers a comparison is. */
    static final int SIZE = 16;

    void write(int[] into, int at) {
        int[] all = {
            wordsA,
            wordsB,
            matched,
            misread,
            lower,
            longest,
            namesSame,
            namesAlike,
            namesDiffer,
            numbersSame,
            numbersDiffer,
            wordsDiffer,
            ownNamesA,
            ownNamesB,
            allNamesA,
            allNamesB
        };
        System.arraycopy(all, 0, into, at, SIZE);
    }

    static Comparison read(int[] from, int at) {
        return new Comparison(
                from[at],
                from[at + 1],
                from[at + 2],
                from[at + 3],
                from[at + 4],
                from[at + 5],
                from[at + 6],
                from[at + 7],
                from[at + 8],
                from[at + 9],
                from[at + 10],
                from[at + 11],
                from[at + 12],
                from[at + 13],
                from[at + 14],
                from[at + 15]);
    }

    /** The share of the first text's words that stand in the second. */
    double shareOfA() {
        return wordsA == 0 ? 0 : (double) matched / wordsA;
    }

    double shareOfB() {
        return wordsB == 0 ? 0 : (double) matched / wordsB;
    }

    /** The share of the shorter text's words that stand in the longer. */
    double shareOfShorter() {
        return Math.max(shareOfA(), shareOfB());
    }

    double shareOfLonger() {
        return Math.min(shareOfA(), shareOfB());
    }

    /** How much of the running text is misread: the share of misread words among those in lower case. */
    double noise() {
        return (double) misread / Math.max(1, misread + lower);
    }
}
