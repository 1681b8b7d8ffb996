package org.backfile.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a tar one member at a time: v7, ustar, GNU long names and pax paths and sizes. The format is POSIX.1-2001's
 * (pax, "Extended Header" and "ustar Interchange Format") and GNU tar's manual's. Not for two threads.
 */
final class TarStream {
    private static final int BLOCK = 512;
    private static final int LONGEST_NAME = 1 << 16;

    private final InputStream in;
    private Content content = new Content(0);

    /**
     * A member's header.
     *
     * @param type the type flag of the header
     */
    record Member(String name, long size, char type) {
        boolean isFile() {
            return (type == '0' || type == '\0' || type == '7') && !name.endsWith("/");
        }

        boolean isLink() {
            return type == '1' || type == '2';
        }
    }

    TarStream(InputStream in) {
        this.in = in;
    }

    /**
     * The next member; empty at the end.
     *
     * @throws IOException where the tar is cut off or its headers are broken
     */
    Optional<Member> next() throws IOException {
        @Nullable String longName = null;
        long paxSize = -1;
        while (true) {
            content.skipRest();
            byte[] header = in.readNBytes(BLOCK);
            if (header.length == 0 || isZero(header)) {
                return Optional.empty();
            }
            if (header.length < BLOCK || !hasRightSum(header)) {
                throw new IOException("broken header");
            }
            char type = (char) (header[156] & 0xFF);
            long size = paxSize >= 0 && type != 'x' && type != 'L' ? paxSize : number(header, 124, 12);
            content = new Content(size);
            if (type == 'L') {
                longName = text(shortContent(size));
            } else if (type == 'x') {
                byte[] pax = shortContent(size);
                longName = paxValue(pax, "path").orElse(longName);
                paxSize = paxValue(pax, "size").map(TarStream::decimal).orElse(-1L);
            } else if (type != 'g' && type != 'K') {
                return Optional.of(new Member(longName != null ? longName : name(header), size, type));
            }
        }
    }

    /** The bytes of the member that {@link #next} gave last. */
    InputStream content() {
        return content;
    }

    private byte[] shortContent(long size) throws IOException {
        if (size > LONGEST_NAME) {
            throw new IOException("a name of " + size + " bytes");
        }
        return content.readAllBytes();
    }

    private static String name(byte[] header) {
        String name = text(Arrays.copyOfRange(header, 0, 100));
        boolean ustar = new String(header, 257, 5, StandardCharsets.ISO_8859_1).equals("ustar") && header[262] == 0;
        String prefix = ustar ? text(Arrays.copyOfRange(header, 345, 500)) : "";
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    /** Up to the first zero byte, as UTF-8. */
    private static String text(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }

    /** The value of a pax record; records are {@code length key=value\n}. */
    private static Optional<String> paxValue(byte[] records, String key) {
        String value = null;
        int at = 0;
        while (at < records.length) {
            int space = at;
            while (space < records.length && records[space] != ' ') {
                space++;
            }
            long length = decimal(new String(records, at, space - at, StandardCharsets.ISO_8859_1));
            if (length < space - at + 2 || at + length > records.length) {
                break;
            }
            String record = new String(records, space + 1, (int) (at + length) - space - 2, StandardCharsets.UTF_8);
            if (record.startsWith(key + "=")) {
                value = record.substring(key.length() + 1);
            }
            at += (int) length;
        }
        return Optional.ofNullable(value);
    }

    /** A number of up to 18 digits, or -1. */
    private static long decimal(String digits) {
        boolean valid =
                !digits.isEmpty() && digits.length() <= 18 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return valid ? Long.parseLong(digits) : -1;
    }

    /** Octal digits, or GNU's binary form for large sizes. */
    private static long number(byte[] header, int from, int length) throws IOException {
        long value = 0;
        if ((header[from] & 0x80) != 0) {
            for (int i = from + length - 7; i < from + length; i++) {
                value = (value << 8) | (header[i] & 0xFF);
            }
            return value;
        }
        for (int i = from; i < from + length; i++) {
            byte b = header[i];
            if (b >= '0' && b <= '7') {
                value = value * 8 + b - '0';
            } else if (b != ' ' && b != 0) {
                throw new IOException("broken number");
            }
        }
        return value;
    }

    private static boolean isZero(byte[] block) {
        for (byte b : block) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasRightSum(byte[] header) throws IOException {
        long sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= 148 && i < 156 ? ' ' : header[i] & 0xFF;
        }
        return sum == number(header, 148, 8);
    }

    /** One member's bytes; the padding after them is skipped with them. */
    final class Content extends InputStream {
        private long left;
        private long padding;

        Content(long size) {
            this.left = size;
            this.padding = (BLOCK - size % BLOCK) % BLOCK;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (left == 0 || length == 0) {
                return length == 0 ? 0 : -1;
            }
            int count = in.read(into, from, (int) Math.min(length, left));
            if (count < 0) {
                throw new EOFException("cut off inside a file");
            }
            left -= count;
            return count;
        }

        private void skipRest() throws IOException {
            in.skipNBytes(left + padding);
            left = 0;
            padding = 0;
        }
    }
}
