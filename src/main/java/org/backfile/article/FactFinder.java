package org.backfile.article;

/** Finds a file's facts. Stateless. */
final class FactFinder {
    private FactFinder() {}

    static FileFacts facts(TextLines text, String path) {
        long[] lines = new long[text.count()];
        int size = 0;
        boolean first = true;
        for (int i = 0; i < text.count(); i++) {
            if (!text.isBlank(i)) {
                lines[size++] = FileFacts.key(text.hash(i)) | (first ? FileFacts.FIRST : 0);
                first = false;
            }
        }
        return new FileFacts(distinct(lines, size), DateHabits.NONE);
    }

    private static long[] distinct(long[] lines, int size) {
        long[] sorted = java.util.Arrays.copyOf(lines, size);
        java.util.Arrays.sort(sorted);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (kept > 0 && FileFacts.key(sorted[kept - 1]) == FileFacts.key(sorted[i])) {
                sorted[kept - 1] |= sorted[i];
            } else {
                sorted[kept++] = sorted[i];
            }
        }
        return java.util.Arrays.copyOf(sorted, kept);
    }
}
