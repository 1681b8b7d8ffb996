package org.backfile.article;

import java.util.List;
import java.util.Optional;
import org.backfile.source.Problem;
import org.backfile.source.ProblemKind;
import org.jspecify.annotations.Nullable;

/** Puts one row of overrides.csv into an article's fields. */
final class OverriddenField {
    private OverriddenField() {}

    static Fields apply(Fields f, Overrides.Correction row, String name, List<Problem> complaints) {
        @Nullable Stated<String> value = row.value().isEmpty() ? null : stated(row.value());
        return switch (row.field()) {
            case "headline", "title" -> with(f, value, 0);
            case "kicker" -> with(f, value, 1);
            case "masthead" -> with(f, value, 2);
            case "section" -> with(f, value, 3);
            case "byline", "author" -> with(f, value, 4);
            case "agency" -> with(f, value, 5);
            case "place" -> with(f, value, 6);
            case "publication" -> with(f, value, 7);
            case "language" -> language(f, row, name, complaints);
            case "date" -> date(f, row, name, complaints);
            default -> f;
        };
    }

    private static Fields with(Fields f, @Nullable Stated<String> value, int field) {
        return new Fields(
                field == 0 ? value : f.headline(),
                field == 1 ? value : f.kicker(),
                field == 2 ? value : f.masthead(),
                field == 3 ? value : f.section(),
                field == 4 ? value : f.byline(),
                field == 5 ? value : f.agency(),
                field == 6 ? value : f.place(),
                f.date(),
                field == 7 ? value : f.publication(),
                field == 8 ? value : f.language());
    }

    private static Fields language(Fields f, Overrides.Correction row, String name, List<Problem> complaints) {
        Optional<String> tag = WrittenFields.languageTag(row.value());
        if (tag.isEmpty() && !row.value().isEmpty()) {
            complaints.add(
                    new Problem(name, row.line(), 0, ProblemKind.BAD_RECORD, "the language is no tag such as \"en\""));
            return f;
        }
        return with(f, tag.map(OverriddenField::stated).orElse(null), 8);
    }

    private static Fields date(Fields f, Overrides.Correction row, String name, List<Problem> complaints) {
        @Nullable ArticleDate date = null;
        if (!row.value().isEmpty()) {
            WrittenDate written = WrittenDate.of(row.value(), DateOrder.UNKNOWN);
            date = written.date();
            if (date == null) {
                complaints.add(
                        new Problem(name, row.line(), 0, ProblemKind.BAD_RECORD, String.valueOf(written.complaint())));
                return f;
            }
        }
        return new Fields(
                f.headline(),
                f.kicker(),
                f.masthead(),
                f.section(),
                f.byline(),
                f.agency(),
                f.place(),
                date == null ? null : stated(date),
                f.publication(),
                f.language());
    }

    private static <T> Stated<T> stated(T value) {
        return new Stated<>(value, new Evidence(null, Rule.OVERRIDE, Confidence.WRITTEN));
    }
}
