package org.backfile.article;

import java.util.Arrays;

/**
 * The prints of one story in a folder. Their lines stand in many files, as the lines of a page do; but the files share their
 * heaviest lines, while pages of one site differ in most of these. So each file counts its {@value #HEAVIEST} heaviest lines,
 * each alone and together with its first line: a story has as many prints as the rarest of these has files.
 */
final class Reprints {
    private static final int HEAVIEST = 4;

    /** The most keys that a text has. */
    static final int MOST = 2 * HEAVIEST;

    /** Fewer prints tell nothing. */
    private static final int LEAST = 3;

    /** A line of fewer words tells no text from another. */
    private static final int LEAST_WEIGHT = 8;

    /** A headline stands over one text in so many-th of its files. */
    private static final int LEAST_SHARE = 3;

    /** Stands for any first line. */
    private static final long ANY = 0;

    /** The first lines of files with prints, and {@link #ANY}, as {@link FileFacts#pairOf} has them, ascending. */
    private long[] lines = new long[16];

    /** For each of them the files of its commonest pairs, the most first. */
    private int[] files = new int[16 * HEAVIEST];

    private int size;

    private Reprints() {}

    /** Appends a text's keys; gives the new number of them. A text with fewer heavy lines counts all of them, and the first, as one besides. */
    static int addKeys(TextLines text, long[] keys, int count) {
        int[] heaviest = new int[HEAVIEST];
        int found = 0;
        int first = -1;
        long all = 0;
        for (int i = 0; i < text.count(); i++) {
            if (text.isBlank(i)) {
                continue;
            }
            first = first < 0 ? i : first;
            if (i == first || text.weight(i) >= LEAST_WEIGHT) {
                all = (all + text.hash(i)) * 0x9E3779B97F4A7C15L;
            }
            if (text.weight(i) >= LEAST_WEIGHT) {
                found = insert(text, heaviest, found, i);
            }
        }
        int size = count;
        for (int k = 0; found > 0 && k < HEAVIEST; k++) {
            long line = k < found ? text.hash(heaviest[k]) : (all ^ k) * 0xBF58476D1CE4E5B9L;
            keys[size++] = FileFacts.pairKey(ANY, line);
            keys[size++] = FileFacts.pairKey(text.hash(first), line);
        }
        return size;
    }

    /** Keeps the heaviest lines in order, the earlier first; a line that stands again counts once. */
    private static int insert(TextLines text, int[] heaviest, int found, int line) {
        int weight = text.weight(line);
        for (int k = 0; k < found; k++) {
            if (text.hash(heaviest[k]) == text.hash(line)) {
                return found;
            }
        }
        int at = found;
        while (at > 0 && text.weight(heaviest[at - 1]) < weight) {
            at--;
        }
        if (at == HEAVIEST) {
            return found;
        }
        int size = Math.min(HEAVIEST, found + 1);
        System.arraycopy(heaviest, at, heaviest, at + 1, size - 1 - at);
        heaviest[at] = line;
        return size;
    }

    static Reprints of(FolderSum sum) {
        Reprints reprints = new Reprints();
        sum.forEachFrequent(LEAST, (key, count, first, prose, aboveText) -> {
            if (FileFacts.isPairKey(key)) {
                reprints.add(FileFacts.pairOf(key), count);
            }
        });
        return reprints;
    }

    private void add(long line, int count) {
        if (size == 0 || lines[size - 1] != line) {
            if (size == lines.length) {
                lines = Arrays.copyOf(lines, size * 2);
                files = Arrays.copyOf(files, size * 2 * HEAVIEST);
            }
            lines[size++] = line;
        }
        int start = (size - 1) * HEAVIEST;
        int at = start + HEAVIEST - 1;
        if (count <= files[at]) {
            return;
        }
        for (; at > start && files[at - 1] < count; at--) {
            files[at] = files[at - 1];
        }
        files[at] = count;
    }

    /** The most prints of a story that has this first line; 0 where there are fewer than three. */
    private int prints(long line) {
        int at = Arrays.binarySearch(lines, 0, size, FileFacts.pairOf(line));
        return at < 0 ? 0 : files[at * HEAVIEST + HEAVIEST - 1];
    }

    /** True for a line that begins so many files, a third or more of them prints of one story. */
    boolean isHeadline(long key, int first) {
        return prints(key) * LEAST_SHARE >= first && prints(key) >= LEAST;
    }

    /**
     * True for a line that may stand in so many files because prints of one story do: sentences, or all that they have where
     * they are most of the folder. Some prints have a part of the story only.
     */
    boolean isOfStory(int count, int prose, int folder) {
        int prints = prints(ANY);
        return count * 2 <= prints * 3 && (prose * 2 > count || prints * 2 > folder);
    }
}
