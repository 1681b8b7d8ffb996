package org.backfile.article;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.backfile.source.Lines;
import org.backfile.source.Problem;
import org.backfile.source.SourceForm;

/**
 * Reads {@code .jsonl} and {@code .csv} files, an article a row. Columns go by the names of {@link FieldName} or by the
 * owner's own. One row at a time is in memory.
 */
final class Rows {
    private Rows() {}

    /** True for the files that are read so. */
    static boolean isFor(SourceForm form) {
        return form == SourceForm.JSON_LINES || form == SourceForm.CSV;
    }

    /**
     * Hands over each row that holds an article, in the order of the file; lines in none of them (a table's first, blank
     * ones, broken rows) hold no article.
     *
     * @return the problems that concern no article
     */
    static List<Problem> read(
            SourceForm form,
            Lines lines,
            String path,
            Map<String, String> ownNames,
            DateOrder order,
            Consumer<Row> sink) {
        return form == SourceForm.CSV
                ? CsvRows.read(lines, path, ownNames, order, sink)
                : JsonRows.read(lines, path, ownNames, order, sink);
    }
}
