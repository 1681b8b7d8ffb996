package org.backfile.article;

import org.jspecify.annotations.Nullable;

/**
 * What stands before the dash at the start of a body: {@code WASHINGTON, Dec. 30 (Reuters) —}.
 *
 * @param place as printed, with what follows it after a comma where that is no date
 * @param agency what stands in brackets, or null
 * @param placeFrom where the place starts in the text, from 0
 * @param placeTo where it ends, exclusive
 * @param agencyFrom where the agency starts; meaningless without one
 * @param end where the text goes on after the dash
 */
record Dateline(String place, @Nullable String agency, int placeFrom, int placeTo, int agencyFrom, int end) {
    private static final int LONGEST = 90;

    /** The dateline at the start of {@code text}, or null. */
    static @Nullable Dateline of(String text) {
        int limit = Math.min(text.length(), LONGEST);
        for (int at = 2; at < limit; at++) {
            int dash = dashAt(text, at);
            if (dash > 0) {
                Dateline found = before(text, at, at + dash);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** The length of a dash with the white space around it, or 0. */
    private static int dashAt(String text, int at) {
        int from = at;
        while (from < text.length() && text.charAt(from) == ' ') {
            from++;
        }
        int to = from;
        while (to < text.length() && isDash(text.charAt(to))) {
            to++;
        }
        if (to == from) {
            return 0;
        }
        boolean strong = text.charAt(from) != '-' || to - from > 1;
        int end = to;
        while (end < text.length() && text.charAt(end) == ' ') {
            end++;
        }
        return strong || (from > at && end > to) ? end - at : 0;
    }

    private static boolean isDash(char c) {
        return c == '-' || c == '\u2013' || c == '\u2014' || c == '\u2015';
    }

    private static @Nullable Dateline before(String text, int dash, int end) {
        int placeEnd = dash;
        String agency = null;
        int agencyFrom = 0;
        if (text.charAt(dash - 1) == ')') {
            int open = text.lastIndexOf('(', dash);
            if (open < 2) {
                return null;
            }
            agencyFrom = open + 1;
            agency = text.substring(agencyFrom, dash - 1).strip();
            placeEnd = open;
        }
        String place = text.substring(0, placeEnd).strip();
        return isPlace(place, agency != null) ? new Dateline(place, agency, 0, place.length(), agencyFrom, end) : null;
    }

    private static boolean isPlace(String place, boolean certain) {
        int comma = place.indexOf(',');
        String name = comma < 0 ? place : place.substring(0, comma);
        int letters = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isLowerCase(c) && !certain) {
                return false;
            }
            letters += Character.isLetter(c) ? 1 : 0;
        }
        return letters >= 2 && !name.contains(".  ");
    }
}
