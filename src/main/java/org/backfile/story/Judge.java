package org.backfile.story;

/** Decides by what two texts have in common, and by their dates, whether they are one story. */
final class Judge {
    /** The days between two articles of which one has no date. */
    static final int NO_DATES = -1;

    /** Sharing fewer words makes no story. */
    static final int LEAST_WORDS = 12;

    private static final double NOISY = 0.10;
    private static final double SHARE_OF_SHORTER = 0.70;
    private static final double SHARE_OF_SHORTER_NOISY = 0.60;
    /** Below so many words the share rises, by so much at {@link #LEAST_WORDS}. */
    private static final int FEW_WORDS = 40;

    private static final double FEW_WORDS_MORE = 0.2;
    /** Whatever else two texts have, sharing less of the shorter one makes no story. */
    static final double LEAST_SHARE = SHARE_OF_SHORTER_NOISY;

    private static final double SHARE_OF_LONGER = 0.22;
    private static final double NEAR = 0.60;

    /** A passage of so many words that makes so much of both texts is not taken over by chance. */
    private static final int REPRINTED_WORDS = 100;

    private static final double REPRINTED = 0.80;

    private final int dateWindowDays;

    Judge(int dateWindowDays) {
        this.dateWindowDays = dateWindowDays;
    }

    /** What grouping needs of a comparison. */
    Likeness likeness(Comparison c) {
        double noise = c.noise();
        DecidingRule rule = decide(c, noise);
        boolean same = rule.sameStory();
        DecidingRule undated = same && revised(c, noise) ? DecidingRule.OTHER_WORDS : rule;
        DecidingRule apart = undated.sameStory() && !nearlyEqual(c) ? DecidingRule.OTHER_DATE : undated;
        return new Likeness(c.wordsA(), c.wordsB(), c.matched(), undated, rule, apart);
    }

    /** What decides of two texts by these dates. */
    DecidingRule decide(Likeness likeness, int daysApart) {
        if (daysApart == NO_DATES) {
            return likeness.undated();
        }
        return daysApart <= dateWindowDays ? likeness.together() : likeness.apart();
    }

    /** What decides as far as dates have no say. */
    private static DecidingRule decide(Comparison c, double noise) {
        double longer = c.shareOfLonger();
        if (c.matched() < LEAST_WORDS || c.shareOfShorter() < leastShare(c, noise)) {
            return DecidingRule.TOO_LITTLE_SHARED;
        }
        if (longer < SHARE_OF_LONGER) {
            return DecidingRule.TOO_SMALL_A_PART;
        }
        if (otherNames(c, noise)) {
            return DecidingRule.OTHER_NAMES;
        }
        if (otherNumbers(c, noise)) {
            return DecidingRule.OTHER_NUMBERS;
        }
        if (otherNamesAndNumbers(c, noise)) {
            return DecidingRule.OTHER_NAMES_AND_NUMBERS;
        }
        if (rewritten(c, noise)) {
            return DecidingRule.OTHER_WORDS;
        }
        return longer >= NEAR ? DecidingRule.NEARLY_THE_SAME : DecidingRule.ONE_HOLDS_THE_OTHER;
    }

    /** Of a few words, a form and a dateline are soon the most: the fewer there are, the more of them have to be shared. */
    private static double leastShare(Comparison c, double noise) {
        if (noise > NOISY) {
            return SHARE_OF_SHORTER_NOISY;
        }
        int missing = Math.max(0, FEW_WORDS - Math.min(c.wordsA(), c.wordsB()));
        return SHARE_OF_SHORTER + FEW_WORDS_MORE * missing / (FEW_WORDS - LEAST_WORDS);
    }

    private static boolean otherNames(Comparison c, double noise) {
        if (noise < NOISY && (Math.min(c.themeNamesA(), c.themeNamesB()) >= 1 || anotherNamed(c))) {
            return true;
        }
        double differ = namesDiffer(c, noise);
        int own = Math.min(c.ownNamesA(), c.ownNamesB());
        return (differ >= 2 && differ > (0.15 + 0.4 * noise) * names(c))
                || (noise < NOISY && own >= 2 && own > 0.25 * Math.min(c.allNamesA(), c.allNamesB()));
    }

    /** Whether one says names again and again that the other never says, where that has other names and sums. */
    private static boolean anotherNamed(Comparison c) {
        return Math.max(c.themeNamesA(), c.themeNamesB()) >= 2 && c.namesDiffer() >= 2 && c.numbersDiffer() >= 2;
    }

    private static boolean otherNumbers(Comparison c, double noise) {
        if (noise < NOISY && Math.min(c.themeNumbersA(), c.themeNumbersB()) >= 2) {
            return true;
        }
        double differ = namesDiffer(c, noise) + c.numbersDiffer();
        return c.numbersDiffer() >= 3
                && c.numbersDiffer() > (0.5 + 0.5 * noise) * numbers(c)
                && differ > 0.15 * (names(c) + numbers(c));
    }

    private static boolean otherNamesAndNumbers(Comparison c, double noise) {
        double differ = namesDiffer(c, noise) + c.numbersDiffer();
        return differ >= 3 && differ > (0.33 + 0.33 * noise) * (names(c) + numbers(c));
    }

    private static int names(Comparison c) {
        return c.namesSame() + c.namesAlike() + c.namesDiffer();
    }

    private static int numbers(Comparison c) {
        return c.numbersSame() + c.numbersDiffer();
    }

    private static double namesDiffer(Comparison c, double noise) {
        return c.namesDiffer() + (noise > NOISY ? 0 : 0.5 * c.namesAlike());
    }

    /** Whether both have passages of their own amid what they share: more than words changed here and there make. */
    private static boolean rewritten(Comparison c, double noise) {
        double leastA = (0.03 + 0.3 * noise + 2 * byChance(c.looseA(), c.innerA())) * c.innerA();
        double leastB = (0.03 + 0.3 * noise + 2 * byChance(c.looseB(), c.innerB())) * c.innerB();
        boolean replaced = c.rewrittenA() > leastA && c.rewrittenB() > leastB;
        boolean revised =
                c.passagesA() + c.passagesB() >= 3 && c.passageWordsA() > leastA && c.passageWordsB() > leastB;
        return replaced || revised;
    }

    /** The share of words in runs of four or more, were words changed one by one at random. */
    private static double byChance(int loose, int inner) {
        double density = (double) loose / Math.max(1, inner);
        return density * density * density * density * (4 - 3 * density);
    }

    /**
     * Whether one is the other brought up to date: in a clean text, words changed at several places, and by phrases
     * rather than one by one, or along with a name or a number. Of two texts of one day this is an edited version; of
     * texts whose dates don't say so, it is next month's statement.
     */
    private static boolean revised(Comparison c, double noise) {
        int gaps = c.gapsA() + c.gapsB();
        double loose = (double) (c.looseA() + c.looseB()) / Math.max(1, c.innerA() + c.innerB());
        boolean bothSides = c.looseA() >= 0.012 * c.innerA() && c.looseB() >= 0.012 * c.innerB();
        if (noise >= 0.05 || gaps < 4 || !bothSides) {
            return false;
        }
        boolean byPhrases = c.looseA() >= 1.6 * c.gapsA() && c.looseB() >= 1.6 * c.gapsB();
        return (loose >= 0.029 && byPhrases)
                || (loose >= 0.03 && c.namesDiffer() + c.numbersDiffer() >= 1)
                || (loose >= 0.019 && c.namesDiffer() + c.numbersDiffer() >= 2);
    }

    /**
     * Whether hardly a word in a hundred differs, and no name or number: a reprint whatever the date. A long one may have
     * a beginning and an end of its own, as weeklies give to what they take over.
     */
    private static boolean nearlyEqual(Comparison c) {
        return c.shareOfLonger() >= (c.matched() >= REPRINTED_WORDS ? REPRINTED : 0.97)
                && c.namesDiffer() == 0
                && c.numbersDiffer() == 0
                && c.looseA() + c.looseB() <= Math.max(2, 0.01 * (c.innerA() + c.innerB()));
    }
}
