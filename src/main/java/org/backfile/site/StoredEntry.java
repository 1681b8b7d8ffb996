package org.backfile.site;

import java.util.List;
import org.backfile.source.Problem;
import org.backfile.source.ProblemKind;
import org.backfile.source.Sha256;

/**
 * A file on disk as it was last read: one source file, or a container of many.
 *
 * @param path of the entry
 * @param sha256 of its bytes
 * @param files the source files found in it, in their order
 * @param problems of the entry that belong to none of its files
 */
record StoredEntry(String path, FileStamp stamp, Sha256 sha256, List<StoredFile> files, List<Problem> problems) {
    StoredEntry {
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }

    /** True where the entry need not be looked into again as long as its stamp is the same. */
    boolean settled() {
        return stamp.trusted() && !unreadable();
    }

    /** True where it could not be read, which may change while its stamp stays. */
    boolean unreadable() {
        for (Problem problem : problems) {
            if (problem.kind() == ProblemKind.UNREADABLE_FILE) {
                return true;
            }
        }
        return false;
    }

    /** This entry found unchanged though its stamp was another: touched, copied, restored from a backup. */
    StoredEntry stamped(FileStamp now) {
        return new StoredEntry(path, now, sha256, files, problems);
    }

    static void write(StoredEntry entry, RecordWriter out) {
        out.string(entry.path)
                .number(entry.stamp.size())
                .fixed(entry.stamp.modified())
                .number(entry.stamp.fileKey())
                .digest(entry.sha256)
                .number(entry.files.size());
        entry.files.forEach(file -> file.write(entry.path, out));
        ReadingRecord.writeProblems(entry.problems, entry.path, out);
    }

    static StoredEntry read(RecordReader in) {
        String path = in.string();
        FileStamp stamp = new FileStamp(in.number(), in.fixed(), in.small());
        Sha256 sha256 = in.digest();
        StoredFile[] files = new StoredFile[in.count()];
        for (int i = 0; i < files.length; i++) {
            files[i] = StoredFile.read(path, in);
        }
        return new StoredEntry(path, stamp, sha256, List.of(files), ReadingRecord.readProblems(path, in));
    }

    long storedBytes() {
        long sum = 0;
        for (StoredFile file : files) {
            sum += file.storedBytes();
        }
        return sum;
    }

    StoredEntry moved(Layer.Mover mover) {
        return new StoredEntry(
                path,
                stamp,
                sha256,
                files.stream().map(file -> file.moved(mover)).toList(),
                problems);
    }
}
