package org.backfile.story;

/**
 * What grouping keeps of a {@link Comparison}: how much two texts share, and what follows from it.
 *
 * @param wordsA words of the first text that count
 * @param wordsB likewise of the second
 * @param matched pairs of words that stand for each other
 * @param undated the rule that decides where a date is unknown
 * @param together the rule that decides where the dates are near each other
 * @param apart the rule that decides where they are not
 */
record Likeness(int wordsA, int wordsB, int matched, DecidingRule undated, DecidingRule together, DecidingRule apart) {

    /** The share of the first text's words that stand in the second. */
    double shareOfA() {
        return wordsA == 0 ? 0 : (double) matched / wordsA;
    }

    double shareOfB() {
        return wordsB == 0 ? 0 : (double) matched / wordsB;
    }
}
