package org.backfile.search;

/**
 * How much a word weighs in a document, in {@value #LEVELS} steps: BM25F (Robertson, Zaragoza and Taylor, 2004) without
 * its part for the word's rarity, which the search page adds. The usual lengths of the fields are constants, so that
 * the weights of one article never depend on another.
 */
final class Ranking {
    static final int LEVELS = 8;

    /** How strongly a long field counts less. */
    private static final double LENGTH_SHARE = 0.6;

    /** The sum of weighted occurrences from which a step is reached. */
    private static final double[] STEPS = {0.55, 0.8, 1.1, 1.6, 2.4, 3.6, 6.0};

    private Ranking() {}

    /** What one occurrence adds to the sum, in a field of that many words. */
    static double share(Field field, int words) {
        return field.weight / (1 - LENGTH_SHARE + LENGTH_SHARE * words / field.usualLength);
    }

    /** The step of a sum, from 0. */
    static int level(double sum) {
        int level = 0;
        while (level < STEPS.length && sum >= STEPS[level]) {
            level++;
        }
        return level;
    }
}
