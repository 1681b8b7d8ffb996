package org.backfile.article;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.backfile.source.Lines;
import org.backfile.source.Problem;
import org.backfile.source.ProblemKind;
import org.backfile.source.SourceFile;
import org.backfile.source.SourceForm;
import org.jspecify.annotations.Nullable;

/**
 * A source file looked at once, for its facts and for its reading: its lines cut into words, or its page. The rows of a
 * table are not kept but read each time. Made by {@link ArticleReader#scan}; for one thread at a time.
 */
public final class ScannedFile {
    private final SourceFile file;
    private final Map<String, String> fieldNames;
    private final SourceForm form;
    private final boolean readable;
    private final @Nullable HtmlArticle page;
    private final TextLines text;

    ScannedFile(SourceFile file, Map<String, String> fieldNames) {
        this.file = file;
        this.fieldNames = fieldNames;
        this.readable = file.problems().isEmpty() || isReadable(file);
        Lines lines = file.lines();
        this.form = file.form();
        this.page =
                readable && form == SourceForm.HTML ? HtmlArticle.read(lines, file.path(), DateOrder.UNKNOWN) : null;
        this.text =
                page != null ? page.text() : new TextLines(lines, 1, isTable() ? 0 : lines.count(), line -> !readable);
    }

    private static boolean isReadable(SourceFile file) {
        return file.problems().stream().noneMatch(problem -> problem.kind() == ProblemKind.UNREADABLE_FILE);
    }

    /** How it is read. */
    SourceForm form() {
        return form;
    }

    SourceFile file() {
        return file;
    }

    /** False for bytes that are no text. */
    boolean isReadable() {
        return readable;
    }

    /** The file's lines, or the paragraphs of a page; a table has them row by row. */
    TextLines text() {
        return text;
    }

    /** The page of an HTML file. */
    HtmlArticle page(DateOrder order) {
        return page != null && order == DateOrder.UNKNOWN ? page : HtmlArticle.read(file.lines(), file.path(), order);
    }

    /** True for a file that is read row by row, by {@link #forEachRow}. */
    boolean isTable() {
        return readable && Rows.isFor(form);
    }

    /** Reads the rows of a table one after another; the problems are those that concern none of them. */
    List<Problem> forEachRow(DateOrder order, Consumer<Row> sink) {
        return Rows.read(form, file.lines(), file.path(), fieldNames, order, sink);
    }
}
