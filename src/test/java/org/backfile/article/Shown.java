package org.backfile.article;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Shows fields and heads in a few lines, for tests to compare. */
final class Shown {
    private Shown() {}

    /** {@code headline=Storm @2:8-12}, a field a line. */
    static String fields(Fields fields) {
        StringBuilder out = new StringBuilder();
        field(out, "headline", fields.headline());
        field(out, "kicker", fields.kicker());
        field(out, "masthead", fields.masthead());
        field(out, "section", fields.section());
        field(out, "byline", fields.byline());
        field(out, "agency", fields.agency());
        field(out, "place", fields.place());
        field(out, "date", fields.date());
        field(out, "publication", fields.publication());
        field(out, "language", fields.language());
        return out.toString();
    }

    private static void field(StringBuilder out, String name, @Nullable Stated<?> field) {
        if (field != null) {
            out.append(name).append('=').append(field.value());
            Evidence.Place place = field.evidence().place();
            if (place != null) {
                out.append(" @").append(place.fromLine()).append(':').append(place.fromColumn());
                out.append('-').append(place.toLine() == place.fromLine() ? "" : place.toLine() + ":");
                out.append(place.toColumn());
            }
            out.append('\n');
        }
    }

    /** The fields, then the role of each line ({@code ?} where inference has to tell), then the problems. */
    static String head(WrittenHead head) {
        StringBuilder out = new StringBuilder(fields(head.fields()));
        for (int line = head.firstLine(); line <= head.lastLine(); line++) {
            LineRole role = head.roleOf(line);
            out.append(role == null ? "?" : role.id()).append(' ');
        }
        out.append('\n');
        head.problems()
                .forEach(problem -> out.append(
                        String.format(Locale.ROOT, "%d:%d %s\n", problem.line(), problem.column(), problem.message())));
        return out.toString();
    }
}
