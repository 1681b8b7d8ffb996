package org.backfile.page;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.List;
import org.backfile.article.ArticleDate;
import org.jspecify.annotations.Nullable;

/**
 * Hands the bytes of a content to a digest: every component of every record in it, none of which can be taken for
 * another; of a row its own digest, which is that of its components. One pass; for one content or row.
 */
final class ContentDigest {
    /** Begins what is neither a text nor a number. */
    private static final byte ABSENT = 0;

    private static final byte RECORD = 1;
    private static final byte LIST = 2;
    private static final byte NUMBER = 3;
    private static final byte TEXT = 4;

    private static final int PIECE = 512;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final MessageDigest digest;
    private final byte[] buffer = new byte[2048];
    private final char[] piece = new char[PIECE];
    private int length;

    private ContentDigest(MessageDigest digest) {
        this.digest = digest;
    }

    static void add(Content content, MessageDigest digest) {
        ContentDigest adding = new ContentDigest(digest);
        adding.addText(content.getClass().getName());
        adding.addRecord((Record) content);
        adding.flush();
    }

    /** The first 64 bits of a digest of some values. */
    static long of(@Nullable Object... values) {
        ContentDigest adding = new ContentDigest(Address.sha256());
        for (Object value : values) {
            adding.add(value);
        }
        adding.flush();
        return (long) LONG.get(adding.digest.digest(), 0);
    }

    private void add(@Nullable Object value) {
        if (value == null) {
            put(ABSENT);
        } else if (value instanceof String text) {
            addText(text);
        } else if (value instanceof SitePath path) {
            addText(path.value());
        } else if (value instanceof ArticleDate date) {
            addNumber((date.year() * 100L + date.month()) * 100 + date.day());
        } else if (value instanceof Content.Row row) {
            addNumber(row.digest());
        } else if (value instanceof Record part) {
            addRecord(part);
        } else if (value instanceof List<?> list) {
            put(LIST);
            addNumber(list.size());
            for (int i = 0; i < list.size(); i++) {
                add(list.get(i));
            }
        } else if (value instanceof Enum<?> choice) {
            addText(choice.name());
        } else if (value instanceof Boolean truth) {
            addNumber(truth ? 1 : 0);
        } else if (value instanceof Double number) {
            addNumber(Double.doubleToLongBits(number));
        } else if (value instanceof Number number) {
            addNumber(number.longValue());
        } else {
            throw new IllegalArgumentException("not part of a content: " + value.getClass());
        }
    }

    private void addRecord(Record part) {
        put(RECORD);
        RecordComponents components = RecordComponents.of(part);
        for (int i = 0; i < components.size(); i++) {
            add(components.read(part, i));
        }
    }

    private void addNumber(long number) {
        reserve(9);
        buffer[length] = NUMBER;
        LONG.set(buffer, length + 1, number);
        length += 9;
    }

    /** The length, then a byte for each ASCII character and three for each other UTF-16 unit. */
    private void addText(String text) {
        put(TEXT);
        addNumber(text.length());
        for (int from = 0; from < text.length(); from += PIECE) {
            int count = Math.min(PIECE, text.length() - from);
            text.getChars(from, from + count, piece, 0);
            reserve(3 * count);
            int to = length;
            for (int i = 0; i < count; i++) {
                char c = piece[i];
                if (c < 0x80) {
                    buffer[to++] = (byte) c;
                } else {
                    buffer[to++] = (byte) (0x80 | c >>> 14);
                    buffer[to++] = (byte) (c >>> 7 & 0x7F);
                    buffer[to++] = (byte) (c & 0x7F);
                }
            }
            length = to;
        }
    }

    private void put(byte value) {
        reserve(1);
        buffer[length++] = value;
    }

    private void reserve(int bytes) {
        if (buffer.length - length < bytes) {
            flush();
        }
    }

    private void flush() {
        digest.update(buffer, 0, length);
        length = 0;
    }
}
