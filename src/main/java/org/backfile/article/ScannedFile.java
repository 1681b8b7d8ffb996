package org.backfile.article;

import org.backfile.source.Lines;
import org.backfile.source.SourceFile;

/**
 * A source file whose lines are cut into words once, for its facts and for its reading. Made by
 * {@link ArticleReader#scan}; for one thread at a time.
 */
public final class ScannedFile {
    private final SourceFile file;
    private final TextLines text;

    ScannedFile(SourceFile file) {
        this.file = file;
        Lines lines = file.lines();
        boolean inLines = switch (file.form()) {
            case TEXT, MARKDOWN -> true;
            case HTML, JSON_LINES, CSV, ZIP, TAR_GZ -> false;
        };
        this.text = new TextLines(lines, 1, lines.count(), line -> !inLines);
    }

    SourceFile file() {
        return file;
    }

    /** The lines; blank ones only where the file is no plain text. */
    TextLines text() {
        return text;
    }
}
