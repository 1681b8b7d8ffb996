package org.backfile.article;

import java.util.List;
import java.util.Map;
import org.backfile.source.Lines;
import org.backfile.source.Problem;
import org.backfile.source.SourceForm;

/**
 * The articles of a {@code .jsonl} or {@code .csv} file, one a row. Columns go by the names of {@link FieldName} or by
 * the owner's own.
 *
 * @param articles in the order of the file; lines in none of them (a table's first, blank ones, broken rows) hold no
 *     article
 * @param problems those that concern no article
 */
record Rows(List<Row> articles, List<Problem> problems) {
    Rows {
        articles = List.copyOf(articles);
        problems = List.copyOf(problems);
    }

    /** True for the files that are read so. */
    static boolean isFor(SourceForm form) {
        return form == SourceForm.JSON_LINES || form == SourceForm.CSV;
    }

    /** Reads all rows. */
    static Rows read(SourceForm form, Lines lines, String path, Map<String, String> ownNames, DateOrder order) {
        return form == SourceForm.CSV
                ? CsvRows.read(lines, path, ownNames, order)
                : JsonRows.read(lines, path, ownNames, order);
    }
}
