package org.backfile.page;

import java.util.List;
import org.backfile.article.ArticleCard;
import org.backfile.article.ArticleDate;
import org.backfile.source.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Adds a content to a checksum: every component of every record in it, none of which can be taken for another; of a row or
 * a step its own checksum, which is that of its components, of an article's card the hash of its id, and of a SHA-256 its
 * first half. Stateless.
 */
final class ContentDigest {
    /** Begins what is neither a text nor a number. */
    private static final long ABSENT = -1;

    private static final long RECORD = -2;
    private static final long LIST = -3;

    private ContentDigest() {}

    static void add(Content content, Checksum checksum) {
        checksum.add(content.getClass().getName());
        addRecord((Record) content, checksum);
    }

    /** The checksum of some values. */
    static long of(@Nullable Object... values) {
        Checksum checksum = new Checksum();
        for (Object value : values) {
            add(value, checksum);
        }
        return checksum.value();
    }

    private static void add(@Nullable Object value, Checksum checksum) {
        if (value == null) {
            checksum.add(ABSENT);
        } else if (value instanceof String text) {
            checksum.add(text);
        } else if (value instanceof SitePath path) {
            checksum.add(path.value());
        } else if (value instanceof ArticleDate date) {
            checksum.add((date.year() * 100L + date.month()) * 100 + date.day());
        } else if (value instanceof Content.Row row) {
            checksum.add(row.digest());
        } else if (value instanceof Content.Step step) {
            checksum.add(step.digest());
        } else if (value instanceof ArticleCard card) {
            checksum.add(card.idHash());
        } else if (value instanceof Sha256 digest) {
            checksum.add(digest.a()).add(digest.b());
        } else if (value instanceof Record part) {
            addRecord(part, checksum);
        } else if (value instanceof Enum<?> choice) {
            checksum.add(choice.name());
        } else if (value instanceof Boolean truth) {
            checksum.add(truth ? 1 : 0);
        } else if (value instanceof Double number) {
            checksum.add(Double.doubleToLongBits(number));
        } else if (value instanceof Number number) {
            checksum.add(number.longValue());
        } else if (value instanceof List<?> list) { // last, as Java is slow to tell that something is no List
            checksum.add(LIST).add(list.size());
            for (int i = 0; i < list.size(); i++) {
                add(list.get(i), checksum);
            }
        } else {
            throw new IllegalArgumentException("not part of a content: " + value.getClass());
        }
    }

    private static void addRecord(Record part, Checksum checksum) {
        checksum.add(RECORD);
        RecordComponents components = RecordComponents.of(part);
        for (int i = 0; i < components.size(); i++) {
            add(components.read(part, i), checksum);
        }
    }
}
