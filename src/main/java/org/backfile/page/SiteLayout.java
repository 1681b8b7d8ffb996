package org.backfile.page;

/** Which articles have a page of their own. */
public enum SiteLayout {
    /** All of them. */
    STORY,
    /** Short ones of a known day stand whole on the page of their day, each at a place of its own; the others as ever. */
    DAY
}
