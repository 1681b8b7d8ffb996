package org.backfile.article;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the dates printed around a text and chooses the one it was published on. Used once for a text. */
final class DateChoice {
    /** Where a date line stands, the likeliest place of an article's own date first. */
    enum Place {
        BELOW,
        ABOVE,
        END
    }

    /** A date found, and where: the line in the text from 0, the column in the file's line from 1. */
    record Printed(PrintedDate date, boolean updated, Place place, int line, int column) {}

    private final FolderJudgement folder;
    private final List<Printed> found = new ArrayList<>();

    DateChoice(FolderJudgement folder) {
        this.folder = folder;
    }

    void add(PrintedDate date, boolean updated, Place place, int line, int column) {
        found.add(new Printed(date, updated, place, line, column));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** The dates that no calendar has. */
    List<Printed> impossible() {
        List<Printed> impossible = new ArrayList<>(0);
        for (Printed printed : found) {
            if (printed.date().isImpossible()) {
                impossible.add(printed);
            }
        }
        return impossible;
    }

    /** The dates with a day and a year that have no meaning, since nothing tells the order or the century of their figures. */
    List<Printed> open() {
        List<Printed> open = new ArrayList<>(0);
        for (Printed printed : found) {
            PrintedDate date = printed.date();
            if (date.year() != 0 && date.day() != 0 && !date.isImpossible() && date.meant(folder) == null) {
                open.add(printed);
            }
        }
        return open;
    }

    /** The best date whose meaning is known, or null. */
    @Nullable
    Stated<ArticleDate> best(TextLines text) {
        Printed best = null;
        ArticleDate bestDate = null;
        for (Printed printed : found) {
            ArticleDate date = printed.date().meant(folder);
            if (date != null && (best == null || isBetter(printed, best))) {
                best = printed;
                bestDate = date;
            }
        }
        if (best == null || bestDate == null) {
            return null;
        }
        int length = best.date().length();
        Confidence confidence = best.date().isWhole() ? Confidence.INFERRED : Confidence.GUESSED;
        return new Stated<>(
                bestDate,
                new Evidence(
                        PlainText.place(text, best.line(), best.column(), best.column() + length - 1),
                        Rule.DATE_LINE,
                        confidence));
    }

    private static boolean isBetter(Printed one, Printed other) {
        if (one.updated() != other.updated()) {
            return other.updated();
        }
        return one.place().compareTo(other.place()) < 0;
    }
}
