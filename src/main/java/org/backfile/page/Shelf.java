package org.backfile.page;

import java.util.Locale;

/** The ways into the archive; each has a folder of its own, save the years, which stand at the root. */
public enum Shelf {
    YEARS,
    SECTIONS,
    PLACES,
    AUTHORS,
    PUBLICATIONS,
    HEADLINES,
    ON_THIS_DAY,
    UNDATED;

    /** The folder's name: lower case with hyphens. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The page that the shelf begins with; the years begin at the front page. */
    public SitePath door() {
        return new SitePath(this == YEARS ? "index.html" : id() + "/index.html");
    }
}
