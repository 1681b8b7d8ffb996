package org.backfile.source;

/**
 * Something wrong with the input that a person may want to mend; it never stops the build. Ordered by place, so that
 * reports come out the same whatever the order of work.
 *
 * @param path the file, relative to its source folder
 * @param line from 1; 0 where the whole file is meant
 * @param column from 1, in characters; 0 where the whole line is meant
 * @param message what was found: a clause without a full stop, free of input text longer than a few words
 */
public record Problem(String path, int line, int column, ProblemKind kind, String message)
        implements Comparable<Problem> {

    /** A problem of the file as a whole. */
    public static Problem ofFile(String path, ProblemKind kind, String message) {
        return new Problem(path, 0, 0, kind, message);
    }

    /** {@code path:line:col: message – hint}, the unknown parts of the place left out. */
    @Override
    public String toString() {
        String place = line == 0 ? path : column == 0 ? path + ":" + line : path + ":" + line + ":" + column;
        return place + ": " + message + " – " + kind.hint();
    }

    @Override
    public int compareTo(Problem other) {
        int byPath = path.compareTo(other.path);
        if (byPath != 0) {
            return byPath;
        }
        int byLine = Integer.compare(line, other.line);
        if (byLine != 0) {
            return byLine;
        }
        int byColumn = Integer.compare(column, other.column);
        if (byColumn != 0) {
            return byColumn;
        }
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : message.compareTo(other.message);
    }
}
