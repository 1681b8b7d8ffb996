package org.backfile.article;

import java.util.HashMap;
import java.util.Map;

/**
 * By folder, a number that stands for its files: for what they tell and for the decisions under which they were read.
 * Where it is the same as before, neither their facts nor their readings have to be looked at. Not safe for use by
 * several threads at a time.
 */
public final class FolderKeys {
    private final Map<String, Long> keys = new HashMap<>();

    private static final long NEW = 1;
    private static final long UNSETTLED = 2;

    /**
     * A number for one file that was read.
     *
     * @param content stands for its bytes and all that its reading rests on beside them
     * @param corrections what its owner wants changed
     */
    public static long of(String path, long content, String corrections) {
        return mix(text(text(mix(content), path), corrections));
    }

    /** A number for a file that nothing is known of: with it among them the files of a folder are others than before. */
    public static long ofNew(String path) {
        return of(path, NEW, "");
    }

    /** A number for a file that may have been another when its folder decided: it is never what the next build finds. */
    public static long ofUnsettled(String path) {
        return of(path, UNSETTLED, "");
    }

    private static long text(long key, String text) {
        long mixed = key ^ text.length();
        for (int i = 0; i < text.length(); i++) {
            mixed = (mixed ^ text.charAt(i)) * 0x9E3779B97F4A7C15L;
            mixed ^= mixed >>> 32;
        }
        return mixed;
    }

    /** Stafford's mix 13 of the 64 bits, so that sums of keys tell as much as each of them. */
    static long mix(long bits) {
        long mixed = (bits + 0x9E3779B97F4A7C15L ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    /** Adds one file; each path once. */
    public void add(String path, long key) {
        keys.merge(FolderSums.folderOf(path), key, Long::sum);
    }

    long of(String folder) {
        return keys.getOrDefault(folder, 0L);
    }
}
