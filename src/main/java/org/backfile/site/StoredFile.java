package org.backfile.site;

import java.util.ArrayList;
import java.util.List;
import org.backfile.article.ArticleCard;

/**
 * What stays in memory of a source file that was read: the cards of its articles, what its reading rests on, and where
 * in the store the rest of it is. Immutable.
 */
final class StoredFile {
    private final String path;
    private final String factsInputs;
    private final String readingInputs;
    private final FileNote note;
    private final List<ArticleCard> cards;
    private final long position;
    private final long[] ends;
    private final int[] checksums;

    /**
     * The file whose records lie one behind the other from {@code position}: facts, account, then article and
     * fingerprint of each article.
     *
     * @param ends where each record ends, from {@code position}
     */
    StoredFile(
            String path,
            String factsInputs,
            String readingInputs,
            FileNote note,
            List<ArticleCard> cards,
            long position,
            long[] ends,
            int[] checksums) {
        this.path = path;
        this.factsInputs = factsInputs;
        this.readingInputs = readingInputs;
        this.note = note;
        this.cards = List.copyOf(cards);
        this.position = position;
        this.ends = ends;
        this.checksums = checksums;
    }

    /** The path of the source file. */
    String path() {
        return path;
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

    /** Stands for the file's bytes and all that its reading rests on beside them. */
    String contentKey() {
        return note.source().sha256() + ' ' + factsInputs + ' ' + readingInputs;
    }

    /** The cards of its articles, in order. */
    List<ArticleCard> cards() {
        return cards;
    }

    long position() {
        return position;
    }

    long length() {
        return ends[ends.length - 1];
    }

    /** The same records, copied to another position. */
    StoredFile at(long other) {
        return new StoredFile(path, factsInputs, readingInputs, note, cards, other, ends, checksums);
    }

    byte[] record(int number, SliceFile slices) {
        long start = number == 0 ? 0 : ends[number - 1];
        return slices.read(position + start, (int) (ends[number] - start), checksums[number]);
    }

    /** Length and checksum of a record. */
    long key(int number) {
        long start = number == 0 ? 0 : ends[number - 1];
        return (ends[number] - start) << Integer.SIZE | (checksums[number] & 0xffffffffL);
    }

    void write(String entry, RecordWriter out) {
        out.string(path.equals(entry) ? null : path).string(factsInputs).string(readingInputs);
        note.write(out);
        out.number(cards.size());
        cards.forEach(card -> ReadingRecord.writeCard(card, out));
        out.number(position);
        long start = 0;
        for (int i = 0; i < ends.length; i++) {
            out.number(ends[i] - start).number(checksums[i] & 0xffffffffL);
            start = ends[i];
        }
    }

    static StoredFile read(String entry, RecordReader in) {
        String written = in.stringOrNull();
        String path = written == null ? entry : written;
        String factsInputs = in.shared();
        String readingInputs = in.shared();
        FileNote note = FileNote.read(path, in);
        int count = in.count();
        List<ArticleCard> cards = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            cards.add(ReadingRecord.readCard(path, in));
        }
        long position = in.number();
        long[] ends = new long[2 + 2 * count];
        int[] checksums = new int[ends.length];
        long end = 0;
        for (int i = 0; i < ends.length; i++) {
            end += in.small();
            ends[i] = end;
            checksums[i] = (int) in.number();
        }
        return new StoredFile(path, factsInputs, readingInputs, note, cards, position, ends, checksums);
    }
}
