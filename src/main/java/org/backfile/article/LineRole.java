package org.backfile.article;

import java.util.Locale;

/** What a line of a source file is; each line has one role. */
public enum LineRole {
    HEADLINE,
    KICKER,
    MASTHEAD,
    SECTION,
    BYLINE,
    DATELINE,
    DATE,
    SUBHEADING,
    CAPTION,
    BODY,
    /** A line of a block that stands earlier in the file. */
    REPEAT,
    /** A line of the page and not of the article. */
    BOILERPLATE,
    FRONT_MATTER,
    MARKUP,
    RECORD,
    SEPARATOR,
    BLANK,
    WITHDRAWN,
    UNREADABLE;

    /** The name in the ledger: lower case with hyphens. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
