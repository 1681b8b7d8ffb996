package org.backfile.site;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.backfile.source.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link RecordWriter} wrote, in the same order. Not thread-safe. Throws {@link DamagedStore} where the bytes
 * can't have been written by one; never reads or allocates more than the bytes given could hold.
 */
final class RecordReader {
    private static final HexFormat HEX = HexFormat.of();
    private static final int SHARED_LIMIT = 10_000;

    private final byte[] bytes;
    private int position;
    private final Map<String, String> shared = new HashMap<>();

    RecordReader(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean atEnd() {
        return position == bytes.length;
    }

    private int advance(int count) {
        if (count < 0 || count > bytes.length - position) {
            throw new DamagedStore("a record ends too early");
        }
        int from = position;
        position += count;
        return from;
    }

    long number() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = bytes[advance(1)];
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new DamagedStore("a number has no end");
    }

    /** A number that was written from an int. */
    int small() {
        long value = number();
        if (value != (int) value) {
            throw new DamagedStore("a number is too large: " + value);
        }
        return (int) value;
    }

    /** How many things follow, each of at least one byte. */
    int count() {
        int count = small();
        if (count < 0 || count > bytes.length - position) {
            throw new DamagedStore("more things than there are bytes: " + count);
        }
        return count;
    }

    long fixed() {
        int from = advance(8);
        long value = 0;
        for (int i = from; i < from + 8; i++) {
            value = (value << 8) | (bytes[i] & 0xff);
        }
        return value;
    }

    Sha256 digest() {
        return new Sha256(fixed(), fixed(), fixed(), fixed());
    }

    /** One of {@code all}, which are an enum's constants in their order. */
    <E extends Enum<E>> E constant(E[] all) {
        int ordinal = small();
        if (ordinal < 0 || ordinal >= all.length) {
            throw new DamagedStore("no such constant: " + ordinal);
        }
        return all[ordinal];
    }

    byte[] raw() {
        int length = small();
        int from = advance(length);
        return Arrays.copyOfRange(bytes, from, from + length);
    }

    @Nullable
    String stringOrNull() {
        long tag = number();
        if (tag == 0) {
            return null;
        }
        long length = (tag - 1) >>> 1;
        if (length > bytes.length) {
            throw new DamagedStore("a string is too long: " + length);
        }
        boolean utf16 = (tag & 1) == 0;
        return utf16 ? utf16((int) length) : utf8((int) length);
    }

    private String utf8(int length) {
        return new String(bytes, advance(length), length, StandardCharsets.UTF_8);
    }

    private String utf16(int length) {
        int from = advance(length);
        char[] units = new char[length / 2];
        for (int i = 0; i < units.length; i++) {
            units[i] = (char) ((bytes[from + 2 * i] << 8) | (bytes[from + 2 * i + 1] & 0xff));
        }
        return new String(units);
    }

    String string() {
        String text = stringOrNull();
        if (text == null) {
            throw new DamagedStore("a text is missing");
        }
        return text;
    }

    /** Like {@link #shared}, or null. */
    @Nullable
    String sharedOrNull() {
        String text = stringOrNull();
        if (text == null || shared.size() > SHARED_LIMIT) {
            return text;
        }
        String earlier = shared.putIfAbsent(text, text);
        return earlier == null ? text : earlier;
    }

    /** A string of which there are probably many alike: they come back as one object. */
    String shared() {
        String text = sharedOrNull();
        if (text == null) {
            throw new DamagedStore("a text is missing");
        }
        return text;
    }

    String hex() {
        int tag = small();
        if (tag == 0) {
            return string();
        }
        int from = advance(tag - 1);
        return HEX.formatHex(bytes, from, from + tag - 1);
    }
}
