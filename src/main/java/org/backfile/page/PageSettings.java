package org.backfile.page;

import org.jspecify.annotations.Nullable;

/**
 * What the owner says of the archive as a whole.
 *
 * @param title the archive's name, not empty
 * @param tagline a line below it; empty for none
 * @param language the interface's language, a BCP 47 tag: en, de, fr, es, ar or ja
 * @param siteUrl where the site will stand, ending in {@code /}; null where that is not known, and then no absolute
 *     URL is made
 * @param notice a sentence shown above each story, as that this is archived content; null for none
 * @param about the owner's own text about the archive, Markdown; null for none
 * @param layout which articles have a page of their own
 * @param report whether the page of doubtful readings is made
 */
public record PageSettings(
        String title,
        String tagline,
        String language,
        @Nullable String siteUrl,
        @Nullable String notice,
        @Nullable String about,
        SiteLayout layout,
        boolean report) {
    public PageSettings {
        if (title.isBlank()) {
            throw new IllegalArgumentException("an archive needs a title");
        }
        if (siteUrl != null && !siteUrl.endsWith("/")) {
            throw new IllegalArgumentException("site URL without / at its end: " + siteUrl);
        }
    }

    /** The settings of an archive of which only the title is said. */
    public static PageSettings titled(String title) {
        return new PageSettings(title, "", "en", null, null, null, SiteLayout.STORY, false);
    }
}
