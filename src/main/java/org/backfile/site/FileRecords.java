package org.backfile.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.backfile.article.Article;
import org.backfile.article.ArticleCard;
import org.backfile.article.FileAccount;
import org.backfile.source.CharsetFacts;
import org.jspecify.annotations.Nullable;

/**
 * The records of one file on their way to the store: the facts, an article and its fingerprint for each of its articles,
 * and the account. A small file's are appended at once; of a large one no more than {@link #PIECE} and a record wait in
 * memory, and what other threads append may come to lie between the pieces. For one thread.
 */
final class FileRecords {
    private static final int PIECE = 1 << 20;

    private final SliceFile slices;
    private final RecordWriter out = new RecordWriter();
    private final List<ArticleCard> cards = new ArrayList<>();
    private long[] positions = new long[4];
    private int[] lengths = new int[4];
    private int[] checksums = new int[4];
    private int count;
    /** The first record that is not appended. */
    private int waiting;

    FileRecords(SliceFile slices, byte[] facts) {
        this.slices = slices;
        out.append(facts);
        endRecord(0);
    }

    /** Adds the file's next article. */
    void add(Article article, byte[] fingerprint) {
        int start = out.size();
        ReadingRecord.writeArticle(article, out);
        endRecord(start);
        start = out.size();
        out.append(fingerprint);
        endRecord(start);
        cards.add(ArticleCard.of(article));
        if (out.size() >= PIECE) {
            append();
        }
    }

    /**
     * Adds the account, and gives what stays of the file in memory.
     *
     * @param charset what the bytes say of their charset, null where that is sure
     * @param factsInputs stands for all that the facts depend on beside the bytes
     * @param readingInputs stands for all that the reading depends on beside the facts
     */
    StoredFile end(@Nullable CharsetFacts charset, String factsInputs, String readingInputs, FileAccount account) {
        int start = out.size();
        ReadingRecord.writeAccount(account, out);
        endRecord(start);
        append();
        return new StoredFile(
                account.path(),
                charset,
                factsInputs,
                readingInputs,
                FileNote.of(account),
                cards,
                Arrays.copyOf(positions, count),
                Arrays.copyOf(lengths, count),
                Arrays.copyOf(checksums, count));
    }

    private void endRecord(int start) {
        if (count == positions.length) {
            positions = Arrays.copyOf(positions, 2 * count);
            lengths = Arrays.copyOf(lengths, 2 * count);
            checksums = Arrays.copyOf(checksums, 2 * count);
        }
        positions[count] = start;
        lengths[count] = out.size() - start;
        checksums[count++] = SliceFile.checksum(out.array(), start, out.size());
    }

    private void append() {
        long position = slices.append(out.array(), out.size());
        for (; waiting < count; waiting++) {
            positions[waiting] += position;
        }
        out.reset();
    }
}
