package org.backfile.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one page says, as far as the check needs it.
 *
 * @param anchors the page's ids and anchor names
 * @param references what it links to or loads, in order
 * @param findings what is wrong with the page alone
 * @param forwards the URL that its refresh leads to, or null
 * @param former whether the page stands for an address whose article is elsewhere or gone
 * @param canonical the URL that it names as its own, or null
 */
record PageReading(
        Anchors anchors,
        List<Reference> references,
        List<Finding> findings,
        @Nullable String forwards,
        boolean former,
        @Nullable String canonical) {
    /**
     * A place where the page names a URL.
     *
     * @param loaded whether a browser fetches it unasked, as it does a script or a picture
     */
    record Reference(String url, boolean loaded, int line, int column) {}
}
