package org.backfile.search;

/**
 * How large the files of an index are made, by the number of its documents: a small archive's readers fetch little, a
 * large archive's index has few files. The steps are far apart, since each changes every file.
 *
 * @param documentsInBlock the documents whose headlines share a file
 * @param documentsInText the documents whose texts share a file; a divisor of the former
 * @param shardBytes what a file of terms comes to, about
 * @param positionBytes what a file of positions comes to, about
 * @param inlinePositions a term whose positions come to more bytes has them in files of positions
 */
record IndexSizes(int documentsInBlock, int documentsInText, int shardBytes, int positionBytes, int inlinePositions) {
    /** The sizes for the layer of an archive's newest documents, which every query reads besides. */
    IndexSizes ofRecent() {
        return new IndexSizes(documentsInBlock, documentsInText, shardBytes / 2, positionBytes, inlinePositions);
    }

    /** The sizes for an archive of so many documents. */
    static IndexSizes forDocuments(int documents) {
        if (documents <= 4_000) {
            return new IndexSizes(64, 8, 16 << 10, 64 << 10, 4 << 10);
        }
        if (documents <= 32_000) {
            return new IndexSizes(64, 16, 32 << 10, 128 << 10, 8 << 10);
        }
        return new IndexSizes(256, 256, 64 << 10, 1 << 20, 1 << 10);
    }
}
