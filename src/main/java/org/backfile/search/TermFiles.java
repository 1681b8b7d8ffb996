package org.backfile.search;

import java.util.List;

/**
 * Writes entries, in order of their terms, to files of about one size. A file: the number of its entries, the bytes of its
 * dictionary, the dictionary, the entries, each in whole bytes. In the dictionary, for each entry: {@link TermWriter}'s
 * code, its mark (gamma, from 1) and its bytes (gamma, from 1).
 */
final class TermFiles {
    private final IndexSink sink;
    private final ShardCutter<Entry> cutter;
    private final ByteWriter contents = new ByteWriter(1 << 16);
    private final ByteWriter list = new ByteWriter(1 << 12);
    private int count;
    private String lastFirst = "";

    TermFiles(int bytes, IndexSink sink) {
        this.sink = sink;
        // 27 bytes come to 32 characters
        this.cutter = new ShardCutter<>(bytes * 27 / 32, this::write);
    }

    private record Entry(String term, int mark, int length) implements ShardCutter.Item {
        /** An entry's line in the dictionary comes to some six bytes. */
        @Override
        public long bytes() {
            return length + 6L;
        }

        @Override
        public int hash() {
            return (TermTable.hash(term.toCharArray(), 0, term.length()) ^ mark * 0x1E35A7BD) & Integer.MAX_VALUE;
        }
    }

    /** Adds an entry; {@code mark} is what its reader is told besides. */
    void add(String term, int mark, BitWriter entry) {
        cutter.add(new Entry(term, mark, entry.byteLength()));
        contents.write(entry.buffer(), 0, entry.byteLength());
    }

    /** Writes what is left. */
    void finish() {
        cutter.finish();
    }

    /** Appends to the root the number of files and, for each, its first entry's term and mark, and its name. */
    void list(ByteWriter root) {
        root.number(count).write(list.buffer(), 0, list.length());
    }

    private void write(List<Entry> entries) {
        BitWriter dictionary = new BitWriter();
        TermWriter terms = new TermWriter(dictionary);
        int length = 0;
        for (Entry entry : entries) {
            terms.write(entry.term());
            dictionary.gamma(entry.mark() + 1);
            dictionary.gamma(entry.length() + 1);
            length += entry.length();
        }
        ByteWriter file = new ByteWriter(dictionary.byteLength() + length + 16);
        file.number(entries.size()).number(dictionary.byteLength());
        file.write(dictionary.buffer(), 0, dictionary.byteLength());
        file.write(contents.buffer(), 0, length);
        contents.drop(length);
        note(entries.get(0), ScriptFile.put(sink, file));
    }

    private void note(Entry first, String name) {
        int shared = TermWriter.shared(lastFirst, first.term());
        list.number(shared).text(first.term(), shared).number(first.mark()).write(ScriptFile.nameBytes(name));
        lastFirst = first.term();
        count++;
    }
}
