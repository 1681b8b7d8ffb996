package org.backfile.article;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * In how many files of the archive each label stands as sections' names do. The order of adding does not matter. Not
 * safe for use by several threads at a time.
 */
final class SectionSum {
    private static final int LEAST_FILES = 2;
    /** A section has at least one of so many files that have any label. */
    private static final int SHARE = 200;

    private final Map<Long, Integer> filesByLabel = new HashMap<>();
    private int labelled;

    void add(FileFacts facts) {
        boolean any = false;
        for (int i = 0; i < facts.lineCount(); i++) {
            if (FileFacts.isLabelKey(facts.key(i)) && (facts.flags(i) & FileFacts.ABOVE) != 0) {
                filesByLabel.merge(facts.key(i), 1, Integer::sum);
                any = true;
            }
        }
        labelled += any ? 1 : 0;
    }

    void add(SectionSum other) {
        other.filesByLabel.forEach((label, files) -> filesByLabel.merge(label, files, Integer::sum));
        labelled += other.labelled;
    }

    int storedBytes() {
        return 2 * Integer.BYTES + filesByLabel.size() * (Long.BYTES + Integer.BYTES);
    }

    void write(ByteBuffer out) {
        out.putInt(labelled).putInt(filesByLabel.size());
        filesByLabel.forEach((label, files) -> out.putLong(label).putInt(files));
    }

    static SectionSum read(ByteBuffer in) {
        SectionSum sum = new SectionSum();
        sum.labelled = in.getInt();
        for (int left = in.getInt(); left > 0; left--) {
            sum.filesByLabel.put(in.getLong(), in.getInt());
        }
        return sum;
    }

    /** The keys of the labels that are sections' names, ascending. */
    long[] decide() {
        long[] keys = new long[filesByLabel.size()];
        int count = 0;
        for (Map.Entry<Long, Integer> label : filesByLabel.entrySet()) {
            int files = label.getValue();
            if (files >= LEAST_FILES && (long) files * SHARE >= labelled) {
                keys[count++] = label.getKey();
            }
        }
        long[] sections = Arrays.copyOf(keys, count);
        Arrays.sort(sections);
        return sections;
    }
}
