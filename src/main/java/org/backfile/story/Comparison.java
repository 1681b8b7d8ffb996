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
 * @param odd words of both texts that look misread and stand for no equal word
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
 * @param themeNamesA different names that the first text says twice or more and the second never
 * @param themeNamesB likewise of the second
 * @param themeNumbersA different numbers that the first text says twice or more and the second never
 * @param themeNumbersB likewise of the second
 * @param innerA words of the body of the first text from its first matched word to its last
 * @param innerB likewise of the second
 * @param looseA of these, words without a match
 * @param looseB likewise of the second
 * @param gapsA runs of such words
 * @param gapsB likewise of the second
 * @param rewrittenA of these words, those in runs of four or more where the second text has such a run too
 * @param rewrittenB likewise of the second
 * @param passagesA runs of four or more such words
 * @param passagesB likewise of the second
 * @param passageWordsA words in these runs
 * @param passageWordsB likewise of the second
 */
record Comparison(
        int wordsA,
        int wordsB,
        int matched,
        int misread,
        int lower,
        int odd,
        int namesSame,
        int namesAlike,
        int namesDiffer,
        int numbersSame,
        int numbersDiffer,
        int wordsDiffer,
        int ownNamesA,
        int ownNamesB,
        int allNamesA,
        int allNamesB,
        int themeNamesA,
        int themeNamesB,
        int themeNumbersA,
        int themeNumbersB,
        int innerA,
        int innerB,
        int looseA,
        int looseB,
        int gapsA,
        int gapsB,
        int rewrittenA,
        int rewrittenB,
        int passagesA,
        int passagesB,
        int passageWordsA,
        int passageWordsB) {
    /** Of two texts that share too little for the rest to matter: only words and matches are counted. */
    static Comparison little(int wordsA, int wordsB, int matched) {
        return new Comparison(
                wordsA, wordsB, matched, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                0, 0, 0);
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

    /**
     * How much of the running text is misread, 0 to 1: the share of misread words among those in lower case, as far as
     * there are words that only a misreading makes. ("Moderate" beside "moderately" is no misreading.)
     */
    double noise() {
        int sure = Math.min(misread, ODD_WEIGHT * Math.max(0, odd - 1));
        return (double) sure / Math.max(1, sure + lower);
    }

    private static final int ODD_WEIGHT = 25;
}
