package org.backfile.source;

/**
 * How much a stretch of bytes has the shape of UTF-8.
 *
 * @param shaped lead bytes with as many continuation bytes as they announce, forbidden ones included
 * @param stray bytes from 128 on that belong to no such sequence; the beginning of one counts once
 */
record Utf8Shape(int shaped, int stray) {

    /** Looks at the bytes {@code from} to {@code to}, exclusive. */
    static Utf8Shape of(byte[] bytes, int from, int to) {
        int shaped = 0;
        int stray = 0;
        int i = from;
        while (i < to) {
            int b = bytes[i++];
            if (b >= 0) {
                continue;
            }
            int wanted = continuations(b & 0xFF);
            int found = 0;
            while (found < wanted && i < to && (bytes[i] & 0xC0) == 0x80) {
                found++;
                i++;
            }
            if (wanted > 0 && found == wanted) {
                shaped++;
            } else {
                stray++;
            }
        }
        return new Utf8Shape(shaped, stray);
    }

    /** True where UTF-8 explains more than it leaves open. */
    boolean isUtf8() {
        return shaped > 0 && shaped >= stray;
    }

    private static int continuations(int lead) {
        if (lead < 0xC0) {
            return 0;
        }
        return lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : lead < 0xF8 ? 3 : lead < 0xFC ? 4 : lead < 0xFE ? 5 : 0;
    }
}
