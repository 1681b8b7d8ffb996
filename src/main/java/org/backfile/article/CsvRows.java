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

/**
 * Reads tables with a line of column names: RFC 4180, parted by commas, semicolons, tabs or bars, whichever the first
 * line has most of. Values in quotes may hold line breaks.
 */
final class CsvRows {
    private final Lines lines;
    private final String path;
    private final Map<String, String> ownNames;
    private final DateOrder order;
    private final Consumer<Row> sink;
    private final List<Problem> problems = new ArrayList<>();
    private final UnusedColumns unused = new UnusedColumns();

    private CsvRows(Lines lines, String path, Map<String, String> ownNames, DateOrder order, Consumer<Row> sink) {
        this.lines = lines;
        this.path = path;
        this.ownNames = ownNames;
        this.order = order;
        this.sink = sink;
    }

    static List<Problem> read(
            Lines lines, String path, Map<String, String> ownNames, DateOrder order, Consumer<Row> sink) {
        CsvRows table = new CsvRows(lines, path, ownNames, order, sink);
        table.readAll(new CsvTable(lines));
        return table.problems;
    }

    private void readAll(CsvTable table) {
        if (!table.next()) {
            return;
        }
        List<String> names =
                table.row().stream().map(cell -> cell.text().strip()).toList();
        List<Optional<FieldName>> columns = new ArrayList<>();
        names.forEach(name -> columns.add(FieldName.named(name, ownNames)));
        if (!columns.contains(Optional.of(FieldName.BODY)) && !columns.contains(Optional.of(FieldName.HEADLINE))) {
            bad(
                    table.fromLine(),
                    "no column is named as a headline or text; name them under \"fields\" in backfile.yaml");
            return;
        }
        while (table.next()) {
            row(table, names, columns);
            List<CsvTable.Cell> cells = table.row();
            for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
                if (columns.get(i).isEmpty()) {
                    unused.add(names.get(i), cells.get(i).text());
                }
            }
        }
        problems.addAll(unused.problems(path));
    }

    private void row(CsvTable table, List<String> names, List<Optional<FieldName>> columns) {
        WrittenFields fields = new WrittenFields(Rule.RECORD_FIELD, path, order);
        @Nullable String body = null;
        @Nullable String date = null;
        List<CsvTable.Cell> cells = table.row();
        for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
            CsvTable.Cell cell = cells.get(i);
            FieldName field = columns.get(i).orElse(FieldName.OTHER);
            if (field == FieldName.BODY) {
                body = body == null || body.isBlank() ? cell.text() : body;
            } else {
                date = field == FieldName.DATE && date == null ? cell.text() : date;
                fields.put(field, names.get(i), cell.text(), cell.place());
            }
        }
        if (table.isUnclosed()) {
            bad(table.fromLine(), "a quote is opened in this row and never closed");
        }
        if ((body == null || body.isBlank()) && fields.value(FieldName.HEADLINE) == null) {
            bad(table.fromLine(), "no headline and no text in the row");
        } else {
            String text = body == null ? "" : body;
            sink.accept(new Row(table.fromLine(), table.toLine(), fields.fields(), date, text, fields.problems()));
        }
    }

    private void bad(int line, String message) {
        problems.add(new Problem(path, Math.min(line, lines.count()), 0, ProblemKind.BAD_RECORD, message));
    }
}
