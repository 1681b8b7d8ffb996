package org.backfile.render;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.backfile.page.Content;
import org.backfile.page.SitePath;
import org.jspecify.annotations.Nullable;

/**
 * How records are shared out to files, so that none is above {@value #LARGEST} bytes and a new record changes one file.
 *
 * <p>Each group of records (a year, a folder) has a file of its own. A group that is too large is divided by the first
 * character of a hash of each record's key (base 32): {@code 2014.k.jsonl}; a part that is still too large by the second
 * and the third. Where a record goes thus depends on its key and on the sizes of the parts around it, never on its
 * neighbours. A single record above the limit has a file to itself.
 *
 * <p>First every record is {@linkplain #add added}, then {@link #path} tells where each goes. Not for several threads.
 * Keeps eight bytes a record.
 */
final class DataParts {
    /** 20 MB. */
    static final long LARGEST = 20_000_000;

    private static final String BASE_32 = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int DEEPEST = 3;

    private final String before;
    private final String after;
    private final long overhead;
    private final SortedMap<String, Group> groups = new TreeMap<>();

    /** Bytes and records of a part. */
    private record Sum(long bytes, int rows) {
        static final Sum NONE = new Sum(0, 0);

        Sum plus(Sum other) {
            return new Sum(bytes + other.bytes, rows + other.rows);
        }
    }

    /**
     * Parts at {@code before + GROUP + after}.
     *
     * @param overhead bytes that each file has beside its records, a header
     */
    DataParts(String before, String after, long overhead) {
        this.before = before;
        this.after = after;
        this.overhead = overhead;
    }

    /** Counts a record of {@code bytes} bytes. */
    void add(String group, String key, long bytes) {
        groups.computeIfAbsent(group, g -> new Group()).add(hash(key), bytes);
    }

    /** The file that the record with that key goes to. */
    SitePath path(String group, String key) {
        SortedMap<String, Sum> parts = parts(group);
        String hash = hash(key);
        int depth = 0;
        while (depth < DEEPEST && isTooLarge(parts.getOrDefault(hash.substring(0, depth), Sum.NONE))) {
            depth++;
        }
        return path(group, depth, hash.substring(0, depth));
    }

    private SortedMap<String, Sum> parts(String group) {
        Group records = groups.get(group);
        return records == null ? new TreeMap<>() : records.parts(LARGEST - overhead);
    }

    private boolean isTooLarge(Sum part) {
        return part.bytes + overhead > LARGEST;
    }

    private SitePath path(String group, int depth, String part) {
        return new SitePath(before + group + (depth == 0 ? "" : "." + part) + after);
    }

    /** All files, with their sizes and numbers of records, in path order. */
    SortedMap<SitePath, Content.Download> files() {
        SortedMap<SitePath, Content.Download> files = new TreeMap<>();
        groups.keySet()
                .forEach(group -> parts(group).forEach((part, sum) -> {
                    int depth = part.length();
                    boolean divided = depth < DEEPEST && isTooLarge(sum);
                    boolean reached = depth == 0 || isReached(parts(group), part);
                    if (reached && !divided) {
                        SitePath path = path(group, depth, part);
                        files.put(path, new Content.Download(path, sum.bytes + overhead, sum.rows));
                    }
                }));
        return files;
    }

    private boolean isReached(SortedMap<String, Sum> parts, String part) {
        for (int depth = 0; depth < part.length(); depth++) {
            if (!isTooLarge(parts.getOrDefault(part.substring(0, depth), Sum.NONE))) {
                return false;
            }
        }
        return true;
    }

    /** The records of a group: for each the hash of its key and its size, in one number. */
    private static final class Group {
        private static final int HASH_BITS = 15;

        private long[] records = new long[8];
        private int count;
        private @Nullable SortedMap<String, Sum> parts;

        void add(String hash, long bytes) {
            if (count == records.length) {
                records = Arrays.copyOf(records, count * 2);
            }
            long number = 0;
            for (int i = 0; i < DEEPEST; i++) {
                number = number << 5 | BASE_32.indexOf(hash.charAt(i));
            }
            records[count++] = bytes << HASH_BITS | number;
            parts = null;
        }

        /** The sums of all parts that may be asked for; of the whole alone where it is within the limit. */
        SortedMap<String, Sum> parts(long limit) {
            SortedMap<String, Sum> known = parts;
            if (known != null) {
                return known;
            }
            SortedMap<String, Sum> sums = new TreeMap<>();
            long total = 0;
            for (int i = 0; i < count; i++) {
                total += records[i] >>> HASH_BITS;
            }
            sums.put("", new Sum(total, count));
            for (int i = 0; i < count && total > limit; i++) {
                Sum sum = new Sum(records[i] >>> HASH_BITS, 1);
                String hash = hash((int) records[i] & 0x7FFF);
                for (int depth = 1; depth <= DEEPEST; depth++) {
                    sums.merge(hash.substring(0, depth), sum, Sum::plus);
                }
            }
            parts = sums;
            return sums;
        }
    }

    private static String hash(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return hash(((digest[0] & 0xFF) << 8 | (digest[1] & 0xFF)) >>> 1);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String hash(int number) {
        char[] hash = new char[DEEPEST];
        for (int i = 0; i < DEEPEST; i++) {
            hash[i] = BASE_32.charAt((number >>> (5 * (DEEPEST - 1 - i))) & 31);
        }
        return new String(hash);
    }
}
