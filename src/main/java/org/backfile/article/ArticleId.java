package org.backfile.article;

/**
 * Which article this is: the file it stands in and its number there. Ordered by path (by UTF-16 unit), then number.
 *
 * @param path the source file's path
 * @param number from 1 within the file
 */
public record ArticleId(String path, int number) implements Comparable<ArticleId> {
    public ArticleId {
        if (number < 1) {
            throw new IllegalArgumentException("article number " + number + " of " + path);
        }
    }

    @Override
    public int compareTo(ArticleId other) {
        int byPath = path.compareTo(other.path);
        return byPath != 0 ? byPath : Integer.compare(number, other.number);
    }

    /** The path, with {@code #2} after it for the second article of a file and so on. */
    @Override
    public String toString() {
        return number == 1 ? path : path + "#" + number;
    }
}
