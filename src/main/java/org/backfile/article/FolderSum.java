package org.backfile.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The facts of the files of one folder, summed. Most lines stand in one file only, so a line seen once takes one long
 * and is counted in full from the second time on. The order of adding does not matter. Not safe for use by several
 * threads at a time.
 */
final class FolderSum {
    private static final int COLUMNS = 4;
    private static final long FLAGS = 7;

    /** Keys of all lines, with the flags of the first time each was seen in the low bits. */
    private long[] once = new long[128];

    private int onceSize;
    /** Keys of the lines seen more than once, and for each the counts: files, first, prose, above. */
    private long[] keys = new long[32];

    private int[] counts = new int[32 * COLUMNS];
    private int size;
    private int files;
    private DateHabits dates = DateHabits.NONE;
    private final List<FileFacts> parts = new ArrayList<>();
    private final WordSet cutWords = new WordSet();

    void add(FileFacts facts) {
        files += facts.texts();
        dates = dates.plus(facts.dates());
        parts.add(facts);
        for (int word : facts.cutWords()) {
            cutWords.add(word);
        }
        for (int i = 0; i < facts.lineCount(); i++) {
            if (!FileFacts.isLabelKey(facts.key(i))) {
                add(facts.key(i), facts.flags(i));
            }
        }
    }

    void add(FolderSum other) {
        files += other.files;
        dates = dates.plus(other.dates);
        parts.addAll(other.parts);
        cutWords.with(other.cutWords);
        for (long seen : other.once) {
            if (seen != 0 && other.keys[slot(other.keys, seen & ~FLAGS)] == 0) {
                add(seen & ~FLAGS, (int) (seen & FLAGS));
            }
        }
        for (int slot = 0; slot < other.keys.length; slot++) {
            if (other.keys[slot] != 0) {
                int at = counted(other.keys[slot]);
                for (int column = 0; column < COLUMNS; column++) {
                    counts[at * COLUMNS + column] += other.counts[slot * COLUMNS + column];
                }
            }
        }
    }

    private void add(long key, int flags) {
        if (key == 0) {
            return;
        }
        if (keys[slot(keys, key)] == 0 && addOnce(key, flags)) {
            return;
        }
        count(counted(key), flags);
    }

    /** True where the line was not seen before. */
    private boolean addOnce(long key, int flags) {
        int slot = onceSlot(key);
        if (once[slot] != 0) {
            return false;
        }
        once[slot] = key | flags;
        if (++onceSize * 2 > once.length) {
            long[] old = once;
            once = new long[old.length * 2];
            for (long seen : old) {
                if (seen != 0) {
                    once[onceSlot(seen & ~FLAGS)] = seen;
                }
            }
        }
        return true;
    }

    /** The slot of a line counted in full, begun with its first time if need be. */
    private int counted(long key) {
        int slot = slot(keys, key);
        if (keys[slot] == 0) {
            if (++size * 2 > keys.length) {
                grow();
                slot = slot(keys, key);
            }
            keys[slot] = key;
            long seen = once[onceSlot(key)];
            if (seen != 0) {
                count(slot, (int) (seen & FLAGS));
            }
        }
        return slot;
    }

    private void count(int slot, int flags) {
        counts[slot * COLUMNS]++;
        counts[slot * COLUMNS + 1] += (flags & FileFacts.FIRST) != 0 ? 1 : 0;
        counts[slot * COLUMNS + 2] += (flags & FileFacts.PROSE) != 0 ? 1 : 0;
        counts[slot * COLUMNS + 3] += (flags & FileFacts.ABOVE) != 0 ? 1 : 0;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldCounts = counts;
        keys = new long[oldKeys.length * 2];
        counts = new int[oldCounts.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = slot(keys, oldKeys[i]);
                keys[slot] = oldKeys[i];
                System.arraycopy(oldCounts, i * COLUMNS, counts, slot * COLUMNS, COLUMNS);
            }
        }
    }

    /** Keys of pairs differ in few bits. */
    private static int mixed(long key) {
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> 32);
    }

    private int onceSlot(long key) {
        int slot = mixed(key) & (once.length - 1);
        while (once[slot] != 0 && (once[slot] & ~FLAGS) != key) {
            slot = (slot + 1) & (once.length - 1);
        }
        return slot;
    }

    private static int slot(long[] keys, long key) {
        int slot = mixed(key) & (keys.length - 1);
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    int files() {
        return files;
    }

    DateHabits dates() {
        return dates;
    }

    /** Those of the words that are cut at the end of a line somewhere which stand whole in a file. */
    WordSet wholeWords() {
        WordSet whole = new WordSet();
        if (!cutWords.isEmpty()) {
            parts.forEach(facts -> facts.addWords(cutWords, whole));
        }
        return whole;
    }

    /** Hands every line that stands in at least {@code least} files (two or more) to {@code each}, by key. */
    void forEachFrequent(int least, FrequentLine each) {
        long[] frequent = new long[size];
        int found = 0;
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != 0 && counts[slot * COLUMNS] >= least) {
                frequent[found++] = keys[slot];
            }
        }
        Arrays.sort(frequent, 0, found);
        for (int i = 0; i < found; i++) {
            int at = slot(keys, frequent[i]) * COLUMNS;
            each.accept(frequent[i], counts[at], counts[at + 1], counts[at + 2], counts[at + 3]);
        }
    }

    /** Takes a line's key and the number of files it stands in: at all, as the first line, as prose, above the text. */
    interface FrequentLine {
        void accept(long key, int files, int first, int prose, int above);
    }
}
