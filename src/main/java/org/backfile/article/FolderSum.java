package org.backfile.article;

/** The facts of the files of one folder, summed. Grows; not safe for use by several threads at a time. */
final class FolderSum {
    private static final long LOW = 0xFFFFFFFFL;

    private long[] keys = new long[64];
    /** Files with the line in the low half; above it, in 16-bit counts that stop at their maximum, first and prose. */
    private long[] counts = new long[64];

    private int size;
    private int files;
    private DateHabits dates = DateHabits.NONE;

    void add(FileFacts facts) {
        files++;
        dates = dates.plus(facts.dates());
        for (int i = 0; i < facts.lineCount(); i++) {
            int flags = facts.flags(i);
            add(facts.key(i), 1, (flags & FileFacts.FIRST) != 0 ? 1 : 0, (flags & FileFacts.PROSE) != 0 ? 1 : 0);
        }
    }

    void add(FolderSum other) {
        files += other.files;
        dates = dates.plus(other.dates);
        for (int slot = 0; slot < other.keys.length; slot++) {
            if (other.counts[slot] != 0) {
                long count = other.counts[slot];
                add(other.keys[slot], count & LOW, (count >>> 32) & 0xFFFF, count >>> 48);
            }
        }
    }

    private void add(long key, long times, long first, long prose) {
        int slot = slot(key);
        if (counts[slot] == 0) {
            keys[slot] = key;
            if (++size * 2 > keys.length) {
                counts[slot] = times;
                grow();
                slot = slot(key);
                counts[slot] = 0;
            }
        }
        long count = counts[slot];
        counts[slot] = ((count & LOW) + times)
                | Math.min(0xFFFF, ((count >>> 32) & 0xFFFF) + first) << 32
                | Math.min(0xFFFF, (count >>> 48) + prose) << 48;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldCounts = counts;
        keys = new long[oldKeys.length * 2];
        counts = new long[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldCounts[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                counts[slot] = oldCounts[i];
            }
        }
    }

    private int slot(long key) {
        int slot = (int) (key >>> 20) & (keys.length - 1);
        while (counts[slot] != 0 && keys[slot] != key) {
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

    /** Hands every line that stands in at least {@code least} files to {@code each}. */
    void forEachFrequent(int least, FrequentLine each) {
        for (int slot = 0; slot < keys.length; slot++) {
            long count = counts[slot];
            if ((count & LOW) >= least) {
                each.accept(keys[slot], (int) (count & LOW), (int) (count >>> 32) & 0xFFFF, (int) (count >>> 48));
            }
        }
    }

    /** Takes a line's key, the number of files it stands in, is the first line of, and reads like prose in. */
    interface FrequentLine {
        void accept(long key, int files, int first, int prose);
    }
}
