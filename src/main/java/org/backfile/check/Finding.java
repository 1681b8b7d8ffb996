package org.backfile.check;

/**
 * One thing that is wrong with a site, and where.
 *
 * @param path of the file inside the site
 * @param line from 1; 0 where the file as a whole is meant
 * @param column from 1; 0 where the line or file as a whole is meant
 * @param message what is wrong, without the hint
 */
public record Finding(FindingKind kind, String path, int line, int column, String message) {
    /** A finding about a whole file. */
    static Finding of(FindingKind kind, String path, String message) {
        return new Finding(kind, path, 0, 0, message);
    }

    /** {@code path:line:col: message}. */
    @Override
    public String toString() {
        String place = line == 0 ? path : path + ":" + line + ":" + Math.max(1, column);
        return place + ": " + message;
    }
}
