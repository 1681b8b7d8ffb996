package org.backfile.story;

import java.util.Locale;

/** Why two articles are, or are not, one story. */
public enum DecidingRule {
    /** Somebody said that they are one story. */
    TOLD_SAME(true),
    /** Somebody said that they are not. */
    TOLD_APART(false),
    /** Their bodies have the same words. */
    SAME_WORDS(true),
    /** Most words of each stand in the other, and the names and numbers that differ are too few for another story. */
    NEARLY_THE_SAME(true),
    /** Most words of the shorter stand in the longer and make a good part of it. */
    ONE_HOLDS_THE_OTHER(true),
    /** Too few words of the shorter stand in the longer. */
    TOO_LITTLE_SHARED(false),
    /** The shorter stands in the longer, but the longer is mostly about other things: a digest, a round-up. */
    TOO_SMALL_A_PART(false),
    /** The same form with other names in it. */
    OTHER_NAMES(false),
    /** The same form with other numbers in it. */
    OTHER_NUMBERS(false),
    /** The same form; names and numbers together differ too often. */
    OTHER_NAMES_AND_NUMBERS(false),
    /** The same form; what decides is turned into its opposite or replaced: approves, rejects; north, south. */
    OTHER_WORDS(false),
    /** Alike, but dated too far apart for texts that are not nearly the same. */
    OTHER_DATE(false);

    private final boolean same;

    DecidingRule(boolean same) {
        this.same = same;
    }

    /** Whether the rule makes one story of the two. */
    public boolean sameStory() {
        return same;
    }

    /** Whether it tells apart two texts of the same form, which a reader may take for one another. */
    public boolean sameForm() {
        return switch (this) {
            case OTHER_NAMES, OTHER_NUMBERS, OTHER_NAMES_AND_NUMBERS, OTHER_WORDS, OTHER_DATE -> true;
            case TOLD_SAME,
                    TOLD_APART,
                    SAME_WORDS,
                    NEARLY_THE_SAME,
                    ONE_HOLDS_THE_OTHER,
                    TOO_LITTLE_SHARED,
                    TOO_SMALL_A_PART -> false;
        };
    }

    /** The name in lower case with hyphens. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
