package org.backfile.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.backfile.source.Lines;
import org.backfile.source.Problem;
import org.backfile.source.ProblemKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Reads JSON lines: an object a line. */
final class JsonRows {
    private JsonRows() {}

    static List<Problem> read(
            Lines lines, String path, Map<String, String> ownNames, DateOrder order, Consumer<Row> sink) {
        List<Problem> problems = new ArrayList<>();
        UnusedColumns unused = new UnusedColumns();
        for (int line = 1; line <= lines.count(); line++) {
            String text = lines.get(line);
            if (text.isBlank()) {
                continue;
            }
            List<JsonValues.Value> values;
            try {
                values = JsonValues.read(text);
            } catch (JacksonException e) {
                problems.add(new Problem(path, line, 0, ProblemKind.BAD_RECORD, "the line is no JSON object"));
                continue;
            }
            values.stream()
                    .filter(value -> value.parent().isEmpty())
                    .filter(value -> value.field(ownNames).isEmpty())
                    .forEach(value -> unused.add(value.key(), value.first()));
            Optional<Row> row = row(values, line, path, ownNames, order);
            row.ifPresent(sink);
            if (row.isEmpty()) {
                problems.add(new Problem(path, line, 0, ProblemKind.BAD_RECORD, "no headline and no text in the row"));
            }
        }
        problems.addAll(unused.problems(path));
        return problems;
    }

    private static Optional<Row> row(
            List<JsonValues.Value> values, int line, String path, Map<String, String> ownNames, DateOrder order) {
        WrittenFields fields = new WrittenFields(Rule.RECORD_FIELD, path, order);
        String body = "";
        @Nullable String date = null;
        for (JsonValues.Value value : values) {
            FieldName field = value.field(ownNames).orElse(FieldName.OTHER);
            if (field == FieldName.BODY) {
                body = body.length() >= value.text().length() ? body : value.text();
            } else {
                date = field == FieldName.DATE && date == null ? value.inOneLine() : date;
                fields.put(
                        field,
                        value.key(),
                        field == FieldName.SECTION ? value.first() : value.inOneLine(),
                        new Evidence.Place(line, line, value.column(), value.lastColumn()));
            }
        }
        boolean empty = body.isBlank() && fields.value(FieldName.HEADLINE) == null;
        return empty
                ? Optional.empty()
                : Optional.of(new Row(line, line, fields.fields(), date, body, fields.problems()));
    }
}
