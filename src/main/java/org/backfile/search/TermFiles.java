package org.backfile.search;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ForkJoinTask;

/**
 * Writes entries, in order of their terms, to files of about one size. A file: the number of its entries, the bytes of its
 * dictionary, the dictionary, the entries, each in whole bytes. In the dictionary, for each entry: {@link TermWriter}'s
 * code, its mark (a bit) and its bytes (gamma, from 1).
 *
 * <p>For one thread, which goes on while others of its pool pack, hash and write the files. Where it fails, it owes a {@link #settle}.
 */
final class TermFiles {
    /** So many files may wait for a thread that puts them into the sink, a few megabytes. */
    private static final int MOST_WAITING = 8;

    private final IndexSink sink;
    private final ShardCutter<Entry> cutter;
    private final ByteWriter contents = new ByteWriter(1 << 16);

    /** Of each file its first term. */
    private final List<String> firsts = new ArrayList<>();

    /** Of each file its name, empty until it was put into the sink. */
    private final List<String> names = new ArrayList<>();

    private final List<Putting> putting = new ArrayList<>();

    /** A file that is being put into the sink, or will be. */
    private record Putting(int number, ForkJoinTask<String> name) {}

    TermFiles(int bytes, IndexSink sink) {
        this.sink = sink;
        // 27 bytes come to 32 characters
        this.cutter = new ShardCutter<>(bytes * 27 / 32, this::write);
    }

    private record Entry(String term, boolean marked, int length) implements ShardCutter.Item {
        /** An entry's line in the dictionary comes to some six bytes. */
        @Override
        public long bytes() {
            return length + 6L;
        }

        @Override
        public int hash() {
            return TermTable.hash(term.toCharArray(), 0, term.length()) & Integer.MAX_VALUE;
        }
    }

    /** Adds an entry; whether it is {@code marked} its reader is told besides. */
    void add(String term, boolean marked, BitWriter entry) {
        cutter.add(new Entry(term, marked, entry.byteLength()));
        contents.write(entry.buffer(), 0, entry.byteLength());
    }

    /** Hands in what is left, and waits until all files are in the sink. */
    void finish() {
        cutter.finish();
        takeNames(false);
    }

    /** Appends to the root the number of files and, for each, its first entry's term and its name; after the end. */
    void list(ByteWriter root) {
        root.number(names.size());
        String last = "";
        for (int i = 0; i < names.size(); i++) {
            String first = firsts.get(i);
            int shared = TermWriter.shared(last, first);
            root.number(shared).text(first, shared).write(ScriptFile.nameBytes(names.get(i)));
            last = first;
        }
    }

    /** Waits until nothing is put into the sink any more, whatever became of it. */
    void settle() {
        putting.forEach(file -> file.name().quietlyJoin());
    }

    private void write(List<Entry> entries) {
        BitWriter dictionary = new BitWriter();
        TermWriter terms = new TermWriter(dictionary);
        int length = 0;
        for (Entry entry : entries) {
            terms.write(entry.term());
            dictionary.write(entry.marked() ? 1 : 0, 1);
            dictionary.gamma(entry.length() + 1);
            length += entry.length();
        }
        ByteWriter file = new ByteWriter(dictionary.byteLength() + length + 16);
        file.number(entries.size()).number(dictionary.byteLength());
        file.write(dictionary.buffer(), 0, dictionary.byteLength());
        file.write(contents.buffer(), 0, length);
        contents.drop(length);
        firsts.add(entries.get(0).term());
        put(file);
    }

    private void put(ByteWriter file) {
        takeNames(true);
        if (ForkJoinTask.getQueuedTaskCount() < MOST_WAITING) {
            ForkJoinTask<String> name = ForkJoinTask.adapt(() -> ScriptFile.put(sink, file));
            putting.add(new Putting(names.size(), name.fork()));
            names.add("");
        } else {
            names.add(ScriptFile.put(sink, file));
        }
    }

    /** Takes over the names of the files that are in the sink, or waits for all; throws what kept one from getting there. */
    private void takeNames(boolean onlyDone) {
        for (Iterator<Putting> files = putting.iterator(); files.hasNext(); ) {
            Putting file = files.next();
            if (!onlyDone || file.name().isDone()) {
                names.set(file.number(), file.name().join());
                files.remove();
            }
        }
    }
}
