package org.backfile.search;

/**
 * How large the files of an index are made, by the number of its documents: a small archive's readers fetch little, a
 * large archive's index stays within 1,500 files. The steps are far apart, since each changes every file.
 *
 * @param documentsInBlock the documents whose headlines share a file, about
 * @param documentsInText the documents whose texts share a file, about
 * @param closeTexts whether texts are in {@link ContextCoder}'s code, which takes 38 to 50 % of them and a CPU-second for 14 MB, or in
 *     {@link PairCode}'s, which takes 71 to 79 % and next to no time, and of which a server can send a part
 * @param shardBytes what a file of terms comes to, about
 * @param recentBytes the same for the layer of the newest documents, of which every query reads a file besides
 * @param positionBytes what a file of positions comes to, about
 * @param inlinePositions a term whose positions come to more bytes has them in files of positions, but not in the layer of the newest
 */
record IndexSizes(
        int documentsInBlock,
        int documentsInText,
        boolean closeTexts,
        int shardBytes,
        int recentBytes,
        int positionBytes,
        int inlinePositions) {
    /** The sizes for an archive of so many documents. */
    static IndexSizes forDocuments(int documents) {
        if (documents <= 12_000) {
            return new IndexSizes(48, 4, true, 16 << 10, 40 << 10, 64 << 10, 1 << 9);
        }
        if (documents <= 32_000) {
            return new IndexSizes(64, 16, true, 32 << 10, 8 << 10, 512 << 10, 1 << 10);
        }
        return new IndexSizes(220, 400, false, 66 << 10, 8 << 10, 1 << 20, 1 << 8);
    }
}
