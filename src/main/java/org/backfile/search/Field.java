package org.backfile.search;

/** The parts of a document that are searched, in the order of their positions. */
enum Field {
    HEADLINE('H', 6.0, 10, true),
    KICKER('\0', 3.0, 4, true),
    BYLINE('B', 1.5, 4, true),
    PLACE('P', 1.5, 2, true),
    SECTION('S', 0, 2, false),
    BODY('\0', 1.0, 450, true);

    /** Before a token of the dictionary that was found in this field: {@code headline:storm} looks for {@code Hstorm}. */
    final char prefix;

    /** How much a word here counts for, a word of the body being 1. */
    final double weight;

    /** The number of words it is expected to have; a constant, so that an article's ranking is its own matter. */
    final double usualLength;

    /** Whether a word without a field's name is looked for here. */
    final boolean plain;

    Field(char prefix, double weight, double usualLength, boolean plain) {
        this.prefix = prefix;
        this.weight = weight;
        this.usualLength = usualLength;
        this.plain = plain;
    }
}
