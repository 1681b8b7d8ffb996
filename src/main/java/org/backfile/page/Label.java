package org.backfile.page;

import org.backfile.article.ArticleDate;
import org.jspecify.annotations.Nullable;

/**
 * What a page, a group of rows or a step of the way to a page is called, in no language yet.
 *
 * @param text the name, letter or beginning; empty where {@code kind} says all
 * @param date the date for those kinds that have one, else null
 */
public record Label(Kind kind, String text, @Nullable ArticleDate date) {
    /** The kinds of name. */
    public enum Kind {
        /** The front page. */
        HOME,
        /** A shelf; {@code text} is its {@link Shelf#id()}. */
        SHELF,
        /** A year, month or day. */
        DATE,
        /** A day of any year; the date's year is a leap year. */
        DAY_OF_ANY_YEAR,
        UNDATED,
        /** A section, place, author or publication, as printed. */
        NAME,
        /** A letter of the alphabet. */
        LETTER,
        /** Headings that begin so, and those up to the next such beginning. */
        FROM
    }

    static final Label HOME = new Label(Kind.HOME, "", null);
    static final Label UNDATED = new Label(Kind.UNDATED, "", null);

    static Label of(Shelf shelf) {
        return new Label(Kind.SHELF, shelf.id(), null);
    }

    static Label of(ArticleDate date) {
        return new Label(Kind.DATE, "", date);
    }

    static Label named(String name) {
        return new Label(Kind.NAME, name, null);
    }

    static Label letter(String letter) {
        return new Label(Kind.LETTER, letter, null);
    }

    static Label from(String beginning) {
        return new Label(Kind.FROM, beginning, null);
    }
}
