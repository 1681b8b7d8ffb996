package org.backfile.render;

import java.util.List;
import java.util.Locale;
import org.backfile.article.ArticleDate;
import org.backfile.page.Content;
import org.backfile.page.Label;
import org.backfile.page.Shelf;
import org.backfile.page.SitePath;
import org.jspecify.annotations.Nullable;

/** The wording and the links of one page: labels, dates, counts and rows as templates print them. */
record PageWords(SitePath page, Messages messages) {
    /** Where a shelf begins: the years with the timeline of the front page. */
    String href(Shelf shelf) {
        return href(shelf == Shelf.YEARS ? shelf.door().at(shelf.id()) : shelf.door());
    }

    String href(SitePath target) {
        return page.to(target);
    }

    String stories(int count) {
        return messages.count("count.stories", count);
    }

    View.Door door(SitePath link, String text, int count, boolean current) {
        return new View.Door(href(link), text, count == 0 ? null : messages.number(count), current);
    }

    View.Door door(Content.Part part) {
        View.Door door = door(part.link(), text(part.label()), part.count(), false);
        return part.more() && door.count() != null
                ? new View.Door(door.href(), door.text(), messages.text("count.more", door.count()), false)
                : door;
    }

    List<View.Door> doors(List<Content.Part> parts) {
        return parts.stream().map(this::door).toList();
    }

    View.@Nullable Door door(Content.@Nullable Step step) {
        return step == null ? null : link(step);
    }

    private View.Door link(Content.Step step) {
        return new View.Door(href(step.path()), text(step.label()), null, false);
    }

    List<View.Door> steps(List<Content.Step> steps) {
        return steps.stream().map(this::link).toList();
    }

    String text(Label label) {
        ArticleDate date = label.date();
        return switch (label.kind()) {
            case HOME -> messages.text("nav.front");
            case SHELF -> messages.text("nav." + label.text());
            case UNDATED -> messages.text("nav." + Shelf.UNDATED.id());
            case NAME, LETTER -> label.text();
            case FROM -> capitalised(label.text()) + "…";
            case DATE -> date == null ? "" : messages.date(date);
            case DAY_OF_ANY_YEAR -> date == null ? "" : messages.monthDay(date.month(), date.day());
        };
    }

    private static String capitalised(String beginning) {
        if (beginning.isEmpty()) {
            return "";
        }
        int end = beginning.offsetByCodePoints(0, 1);
        return beginning.substring(0, end).toUpperCase(Locale.ROOT)
                + beginning.substring(end).replace('-', ' ');
    }

    View.@Nullable Day day(@Nullable ArticleDate date) {
        return date == null ? null : new View.Day(messages.date(date), date.iso());
    }

    View.@Nullable Day shortDay(@Nullable ArticleDate date) {
        return date == null ? null : new View.Day(messages.shortDate(date), date.iso());
    }

    /** The language where it is not the interface's, which a reader's software takes for granted. */
    @Nullable
    String foreign(@Nullable String language) {
        return language == null || language.equalsIgnoreCase(messages.language()) ? null : language;
    }

    @Nullable
    String direction(@Nullable String language) {
        String foreign = foreign(language);
        if (foreign != null) {
            return Messages.direction(foreign);
        }
        // the language may be no more than the archive's setting, and a Latin text must not run from right to left
        return messages.direction().equals("rtl") ? "auto" : null;
    }

    /** A row with its date, publication and opening as far as they are known. */
    View.Row row(Content.Row row) {
        return row(row, shortDay(row.date()), row.place(), row.publication());
    }

    /** A row of a listing whose heading may say the date or the place already; the publication is left out. */
    View.Row row(Content.Row row, boolean dated, boolean placed) {
        return row(row, dated ? shortDay(row.date()) : null, placed ? row.place() : null, null);
    }

    private View.Row row(
            Content.Row row, View.@Nullable Day date, @Nullable String place, @Nullable String publication) {
        return new View.Row(
                href(row.path()),
                row.headline(),
                row.madeUp(),
                row.kicker(),
                place,
                date,
                publication,
                foreign(row.language()),
                direction(row.language()),
                row.opening().isEmpty() ? null : row.opening());
    }

    View.@Nullable Row rowOrNull(Content.@Nullable Row row) {
        return row == null ? null : row(row);
    }
}
