package org.backfile.serve;

import org.jspecify.annotations.Nullable;

/**
 * The bytes of a file that a request asks for.
 *
 * @param first from 0
 * @param last the last byte, included; {@code first - 1} where there are none
 */
record ByteRange(long first, long last) {
    private static final ByteRange OUTSIDE = new ByteRange(0, -2);
    private static final String UNIT = "bytes=";

    /**
     * The range that the header {@code Range} names in a file of {@code size} bytes. The whole file where there is no
     * header, one of several ranges, or one that makes no sense: all of them may be ignored (RFC 9110, 14.2).
     */
    static ByteRange of(@Nullable String header, long size) {
        ByteRange whole = new ByteRange(0, size - 1);
        if (header == null || !header.startsWith(UNIT) || header.indexOf(',') >= 0) {
            return whole;
        }
        int dash = header.indexOf('-');
        long from = dash < 0 ? -1 : number(header.substring(UNIT.length(), dash).strip());
        long to = dash < 0 ? -1 : number(header.substring(dash + 1).strip());
        if (from < 0 && to < 0) {
            return whole;
        }
        if (from < 0) {
            return to == 0 ? OUTSIDE : new ByteRange(Math.max(0, size - to), size - 1);
        }
        if (from >= size) {
            return OUTSIDE;
        }
        return to >= 0 && to < from ? whole : new ByteRange(from, to < 0 ? size - 1 : Math.min(to, size - 1));
    }

    /** The number; -1 where there is none. */
    private static long number(String digits) {
        boolean plain =
                !digits.isEmpty() && digits.length() < 19 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return plain ? Long.parseLong(digits) : -1;
    }

    /** Whether the file has none of the bytes asked for. */
    boolean isOutside() {
        return equals(OUTSIDE);
    }

    /** How many bytes. */
    long length() {
        return last - first + 1;
    }
}
