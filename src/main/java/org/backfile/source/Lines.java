package org.backfile.source;

import java.util.Arrays;

/**
 * A text cut into lines, counted from 1. A line ends at LF, CRLF or CR; form feeds and the Unicode separators NEL, LS
 * and PS do not end one. An empty text has no lines, and a line end at the end of the text starts no further line.
 *
 * <p>Immutable. Holds the text once and two ints a line; {@link #get} makes a new string at each call.
 */
public final class Lines {
    private final String text;
    private final int[] starts;
    private final int[] ends;

    /** Cuts {@code text}; cost is one pass over it. */
    public Lines(String text) {
        this.text = text;
        int length = text.length();
        int[] from = new int[16];
        int[] to = new int[16];
        int count = 0;
        int start = 0;
        int carriageReturn = indexOf('\r', 0);
        int lineFeed = indexOf('\n', 0);
        while (lineFeed < length || carriageReturn < length) {
            if (count == from.length) {
                from = Arrays.copyOf(from, count * 2);
                to = Arrays.copyOf(to, count * 2);
            }
            from[count] = start;
            int end = Math.min(carriageReturn, lineFeed);
            to[count++] = end;
            start = carriageReturn + 1 == lineFeed ? lineFeed + 1 : end + 1;
            carriageReturn = carriageReturn < start ? indexOf('\r', start) : carriageReturn;
            lineFeed = lineFeed < start ? indexOf('\n', start) : lineFeed;
        }
        if (start < length) {
            from = Arrays.copyOf(from, count + 1);
            to = Arrays.copyOf(to, count + 1);
            from[count] = start;
            to[count++] = length;
        }
        this.starts = Arrays.copyOf(from, count);
        this.ends = Arrays.copyOf(to, count);
    }

    private int indexOf(char end, int from) {
        int at = text.indexOf(end, from);
        return at < 0 ? text.length() : at;
    }

    /** The number of lines. */
    public int count() {
        return starts.length;
    }

    /** Line {@code line}, from 1 to {@link #count()}, without its line end. */
    public String get(int line) {
        return text.substring(starts[line - 1], ends[line - 1]);
    }

    /** Where line {@code line} starts in {@link #text()}, in UTF-16 units from 0. */
    public int start(int line) {
        return starts[line - 1];
    }

    /** Where line {@code line} ends in {@link #text()} (exclusive, its line end left out). */
    public int end(int line) {
        return ends[line - 1];
    }

    /** The whole text, line ends included. */
    public String text() {
        return text;
    }
}
