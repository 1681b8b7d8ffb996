package org.backfile.search;

/**
 * How large the files of an index are made, by the number of its documents: a small archive's readers fetch little, a
 * large archive's index stays within a few thousand files. The steps are far apart, since each changes every file.
 *
 * @param documentsInBlock the documents whose headlines share a file
 * @param documentsInText the documents whose texts share a file
 * @param shardBytes what a file of terms comes to, about, and a file of positions four times as much
 */
record IndexSizes(int documentsInBlock, int documentsInText, int shardBytes) {
    /** The sizes for an archive of so many documents. */
    static IndexSizes forDocuments(int documents) {
        if (documents <= 4_000) {
            return new IndexSizes(64, 8, 16 << 10);
        }
        if (documents <= 32_000) {
            return new IndexSizes(64, 16, 32 << 10);
        }
        return new IndexSizes(216, 72, 82 << 10);
    }
}
