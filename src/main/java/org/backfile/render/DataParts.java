package org.backfile.render;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.backfile.page.Checksum;

/**
 * How records are shared out to files, so that none is above {@value #LARGEST} bytes and a new record changes one file.
 *
 * <p>Each group of records (a year, a folder) has a file of its own. A group that may be too large is divided by the first
 * character of a hash of each record's key (base 32): {@code 2014.k.jsonl}; a part that may still be too large by the
 * second and the third. Where a record goes thus depends on its key and on the sizes of the parts around it, never on
 * its neighbours. A single record above the limit has a file to itself.
 *
 * <p>Records are known by the order in which they are {@linkplain #add added}, from 0. Not for several threads. Keeps
 * twelve bytes a record.
 */
final class DataParts {
    /** 20 MB, less the room for a header. */
    static final long LARGEST = 20_000_000 - 1_000;

    private static final String BASE_32 = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int DEEPEST = 3;

    /** The bits of a character in base 32. */
    private static final int BITS = 5;

    private final IntFunction<String> keys;
    private final SortedMap<String, Group> groups = new TreeMap<>();
    private int count;

    /** Takes a file's name, without folder and ending, and its records in order. */
    interface Sink {
        void file(String name, int[] records);
    }

    /** @param keys the key of each record; asked for where its group is divided */
    DataParts(IntFunction<String> keys) {
        this.keys = keys;
    }

    /** Adds the next record, of at most {@code bytes} bytes. */
    void add(String group, long bytes) {
        groups.computeIfAbsent(group, g -> new Group()).add(count++, bytes);
    }

    /** Gives all files, in the order of the groups. */
    void divide(Sink sink) {
        groups.forEach((name, group) -> {
            if (group.bytes <= LARGEST) {
                sink.file(name, group.records());
            } else {
                group.divide(name, keys, sink);
            }
        });
    }

    private static final class Group {
        private int[] records = new int[8];
        private long[] sizes = new long[8];
        private int count;
        private long bytes;

        void add(int record, long size) {
            if (count == records.length) {
                records = Arrays.copyOf(records, count * 2);
                sizes = Arrays.copyOf(sizes, count * 2);
            }
            records[count] = record;
            sizes[count++] = size;
            bytes += size;
        }

        int[] records() {
            return Arrays.copyOf(records, count);
        }

        void divide(String name, IntFunction<String> keys, Sink sink) {
            int[] hashes = new int[count];
            long[][] sums = new long[DEEPEST + 1][1 << (BITS * DEEPEST)];
            for (int i = 0; i < count; i++) {
                hashes[i] = hash(keys.apply(records[i]));
                for (int depth = 1; depth <= DEEPEST; depth++) {
                    sums[depth][prefix(hashes[i], depth)] += sizes[i];
                }
            }
            SortedMap<String, Group> parts = new TreeMap<>();
            for (int i = 0; i < count; i++) {
                int depth = 1;
                while (depth < DEEPEST && sums[depth][prefix(hashes[i], depth)] > LARGEST) {
                    depth++;
                }
                parts.computeIfAbsent(name(prefix(hashes[i], depth), depth), part -> new Group())
                        .add(records[i], sizes[i]);
            }
            parts.forEach((part, group) -> sink.file(name + "." + part, group.records()));
        }
    }

    /** Some bits of a key's checksum, for {@value #DEEPEST} characters. */
    private static int hash(String key) {
        return (int) (new Checksum().add(key).value() >>> (Long.SIZE - BITS * DEEPEST));
    }

    private static int prefix(int hash, int depth) {
        return hash >>> (BITS * (DEEPEST - depth));
    }

    private static String name(int prefix, int depth) {
        char[] name = new char[depth];
        for (int i = 0; i < depth; i++) {
            name[i] = BASE_32.charAt((prefix >>> (BITS * (depth - 1 - i))) & 31);
        }
        return new String(name);
    }
}
