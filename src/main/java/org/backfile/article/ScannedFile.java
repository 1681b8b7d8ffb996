package org.backfile.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.backfile.source.Lines;
import org.backfile.source.ProblemKind;
import org.backfile.source.SourceFile;
import org.backfile.source.SourceForm;
import org.jspecify.annotations.Nullable;

/**
 * A source file looked at once, for its facts and for its reading: its lines cut into words, or its page or rows. Made
 * by {@link ArticleReader#scan}; for one thread at a time.
 */
public final class ScannedFile {
    private final SourceFile file;
    private final Map<String, String> fieldNames;
    private final SourceForm form;
    private final boolean readable;
    private final @Nullable TextLines text;
    private final @Nullable HtmlArticle page;
    private final @Nullable Rows rows;

    ScannedFile(SourceFile file, Map<String, String> fieldNames) {
        this.file = file;
        this.fieldNames = fieldNames;
        this.readable = file.problems().isEmpty() || isReadable(file);
        Lines lines = file.lines();
        boolean isPage = false;
        boolean isRows = false;
        this.form = file.form();
        switch (form) {
            case HTML -> isPage = readable;
            case JSON_LINES, CSV -> isRows = readable;
            case TEXT, MARKDOWN, ZIP, TAR_GZ -> {}
        }
        this.page = isPage ? HtmlArticle.read(lines, file.path(), DateOrder.UNKNOWN) : null;
        this.rows = isRows ? Rows.read(form, lines, file.path(), fieldNames, DateOrder.UNKNOWN) : null;
        this.text = page == null && rows == null ? new TextLines(lines, 1, lines.count(), line -> !readable) : null;
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

    /** The lines of a file that is no page and has no rows. */
    TextLines text() {
        return text == null ? new TextLines(file.lines(), 1, file.lines().count(), line -> true) : text;
    }

    /** The page of an HTML file. */
    HtmlArticle page(DateOrder order) {
        return page != null && order == DateOrder.UNKNOWN ? page : HtmlArticle.read(file.lines(), file.path(), order);
    }

    /** The rows of a table. */
    Rows rows(DateOrder order) {
        return rows != null && order == DateOrder.UNKNOWN
                ? rows
                : Rows.read(form, file.lines(), file.path(), fieldNames, order);
    }

    /** Hands over the lines of each text that the file holds as such: its own, the paragraphs of a page, each row's. */
    void forEachText(Consumer<TextLines> sink) {
        if (page != null) {
            sink.accept(page.text());
        } else if (rows != null) {
            rows.articles().forEach(row -> sink.accept(row.lines()));
        } else {
            sink.accept(text());
        }
    }

    /** The dates that a table's rows have, as written. */
    List<String> writtenDates() {
        List<String> dates = new ArrayList<>();
        if (rows != null) {
            rows.articles().stream().map(Row::date).filter(Objects::nonNull).forEach(dates::add);
        }
        return dates;
    }
}
