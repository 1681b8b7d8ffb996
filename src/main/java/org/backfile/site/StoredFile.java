package org.backfile.site;

import java.util.ArrayList;
import java.util.List;
import org.backfile.article.ArticleCard;
import org.backfile.page.Checksum;
import org.backfile.source.CharsetFacts;
import org.jspecify.annotations.Nullable;

/**
 * What stays in memory of a source file that was read: the cards of its articles, what its reading rests on, and where
 * in the store the rest of it is. Immutable.
 */
final class StoredFile {
    private static final byte[] NO_BYTES = {};

    private final String path;
    private final @Nullable CharsetFacts charset;
    private final String factsInputs;
    private final String readingInputs;
    private final FileNote note;
    private final List<ArticleCard> cards;
    private final long[] positions;
    private final int[] lengths;
    private final int[] checksums;
    private final long contentChecksum;

    /**
     * The file with these records: facts, article and fingerprint of each article, account.
     *
     * @param charset what the bytes say of their charset, null where that is sure
     * @param positions where in the store each record is; most lie one behind the other
     */
    StoredFile(
            String path,
            @Nullable CharsetFacts charset,
            String factsInputs,
            String readingInputs,
            FileNote note,
            List<ArticleCard> cards,
            long[] positions,
            int[] lengths,
            int[] checksums) {
        this.path = path;
        this.charset = charset;
        this.factsInputs = factsInputs;
        this.readingInputs = readingInputs;
        this.note = note;
        this.cards = List.copyOf(cards);
        this.positions = positions;
        this.lengths = lengths;
        this.checksums = checksums;
        this.contentChecksum = new Checksum()
                .add(note.source().sha256().a())
                .add(note.source().sha256().b())
                .add(factsInputs)
                .add(readingInputs)
                .value();
    }

    /** The path of the source file. */
    String path() {
        return path;
    }

    /** What the bytes say of their charset, null where that is sure. */
    @Nullable
    CharsetFacts charset() {
        return charset;
    }

    /** Stands for all that the facts depend on beside the bytes. */
    String factsInputs() {
        return factsInputs;
    }

    /** Stands for all that the reading depends on beside the facts. */
    String readingInputs() {
        return readingInputs;
    }

    /** What there is to know of it without a look into the store. */
    FileNote note() {
        return note;
    }

    /** Stands for the file's bytes and all that its reading rests on beside them, and so for all that cards and records say. */
    long contentChecksum() {
        return contentChecksum;
    }

    /** The cards of its articles, in order. */
    List<ArticleCard> cards() {
        return cards;
    }

    /** How many bytes of the store its records take. */
    long storedBytes() {
        long sum = 0;
        for (int length : lengths) {
            sum += length;
        }
        return sum;
    }

    /** The same records, copied to where the mover puts them: those that lie one behind the other in one go. */
    StoredFile moved(Layer.Mover mover) {
        long[] moved = new long[positions.length];
        int first = 0;
        for (int i = 1; i <= positions.length; i++) {
            long end = positions[i - 1] + lengths[i - 1];
            if (i == positions.length || positions[i] != end) {
                long step = mover.move(positions[first], end - positions[first]) - positions[first];
                for (; first < i; first++) {
                    moved[first] = positions[first] + step;
                }
            }
        }
        return new StoredFile(path, charset, factsInputs, readingInputs, note, cards, moved, lengths, checksums);
    }

    /** The record of the facts. */
    byte[] facts(SliceFile slices) {
        return record(0, slices);
    }

    /** The record of the article with that index in {@link #cards}. */
    byte[] article(int index, SliceFile slices) {
        return record(1 + 2 * index, slices);
    }

    /** The record of the fingerprint of that article. */
    byte[] fingerprint(int index, SliceFile slices) {
        return record(2 + 2 * index, slices);
    }

    /** Length and checksum of that fingerprint. */
    long fingerprintKey(int index) {
        int number = 2 + 2 * index;
        return (long) lengths[number] << Integer.SIZE | (checksums[number] & 0xffffffffL);
    }

    /** The record of the account. */
    byte[] account(SliceFile slices) {
        return record(positions.length - 1, slices);
    }

    private byte[] record(int number, SliceFile slices) {
        return slices.read(positions[number], lengths[number], checksums[number]);
    }

    void write(String entry, RecordWriter out) {
        out.string(path.equals(entry) ? null : path);
        out.raw(charset == null ? NO_BYTES : charset.toBytes())
                .string(factsInputs)
                .string(readingInputs);
        note.write(out);
        out.number(cards.size());
        cards.forEach(card -> ReadingRecord.writeCard(card, out));
        long end = 0;
        for (int i = 0; i < positions.length; i++) {
            out.number(positions[i] - end).number(lengths[i]).number(checksums[i] & 0xffffffffL);
            end = positions[i] + lengths[i];
        }
    }

    static StoredFile read(String entry, RecordReader in) {
        String written = in.stringOrNull();
        String path = written == null ? entry : written;
        byte[] gains = in.raw();
        CharsetFacts charset = gains.length == 0 ? null : CharsetFacts.fromBytes(gains);
        String factsInputs = in.shared();
        String readingInputs = in.shared();
        FileNote note = FileNote.read(path, in);
        int count = in.count();
        List<ArticleCard> cards = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            cards.add(ReadingRecord.readCard(path, in));
        }
        long[] positions = new long[2 + 2 * count];
        int[] lengths = new int[positions.length];
        int[] checksums = new int[positions.length];
        long end = 0;
        for (int i = 0; i < positions.length; i++) {
            positions[i] = end + in.number();
            lengths[i] = in.small();
            checksums[i] = (int) in.number();
            end = positions[i] + lengths[i];
        }
        return new StoredFile(path, charset, factsInputs, readingInputs, note, cards, positions, lengths, checksums);
    }
}
