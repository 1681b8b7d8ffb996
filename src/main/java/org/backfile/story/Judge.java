package org.backfile.story;

/** Decides by what two texts have in common, and by their dates, whether they are one story. */
final class Judge {
    /** The days between two articles of which one has no date. */
    static final int NO_DATES = -1;

    private static final int LEAST_WORDS = 12;
    private static final double NOISY = 0.10;
    private static final double SHARE_OF_SHORTER = 0.70;
    private static final double SHARE_OF_SHORTER_NOISY = 0.60;
    private static final double SHARE_OF_LONGER = 0.22;
    private static final double NEAR = 0.60;

    private final int dateWindowDays;

    Judge(int dateWindowDays) {
        this.dateWindowDays = dateWindowDays;
    }

    DecidingRule decide(Comparison c, int daysApart) {
        double noise = c.noise();
        double shorter = Math.max(c.shareOfA(), c.shareOfB());
        double longer = Math.min(c.shareOfA(), c.shareOfB());
        if (c.matched() < LEAST_WORDS || shorter < (noise > NOISY ? SHARE_OF_SHORTER_NOISY : SHARE_OF_SHORTER)) {
            return DecidingRule.TOO_LITTLE_SHARED;
        }
        if (longer < SHARE_OF_LONGER) {
            return DecidingRule.TOO_SMALL_A_PART;
        }
        DecidingRule other = otherNews(c, noise);
        if (other != null) {
            return other;
        }
        if (daysApart > dateWindowDays && longer < 0.95) {
            return DecidingRule.OTHER_DATE;
        }
        return longer >= NEAR ? DecidingRule.NEARLY_THE_SAME : DecidingRule.ONE_HOLDS_THE_OTHER;
    }

    private static @org.jspecify.annotations.Nullable DecidingRule otherNews(Comparison c, double noise) {
        int names = c.namesSame() + c.namesAlike() + c.namesDiffer();
        int numbers = c.numbersSame() + c.numbersDiffer();
        double namesDiffer = c.namesDiffer() + (noise > NOISY ? 0 : 0.5 * c.namesAlike());
        int numbersDiffer = c.numbersDiffer();
        if (namesDiffer >= 2 && namesDiffer > (0.15 + 0.4 * noise) * names) {
            return DecidingRule.OTHER_NAMES;
        }
        double differ = namesDiffer + numbersDiffer;
        if (differ >= 3 && differ > (0.33 + 0.33 * noise) * (names + numbers)) {
            return DecidingRule.OTHER_NAMES_AND_NUMBERS;
        }
        if (numbersDiffer >= 3 && numbersDiffer > (0.5 + 0.5 * noise) * numbers && differ > 0.15 * (names + numbers)) {
            return DecidingRule.OTHER_NUMBERS;
        }
        int own = Math.min(c.ownNamesA(), c.ownNamesB());
        if (noise < NOISY && own >= 2 && own > 0.25 * Math.min(c.allNamesA(), c.allNamesB())) {
            return DecidingRule.OTHER_NAMES;
        }
        return null;
    }
}
