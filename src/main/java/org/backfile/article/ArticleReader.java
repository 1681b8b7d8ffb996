package org.backfile.article;

import org.backfile.source.Lines;
import org.backfile.source.SourceFile;

/**
 * Reads a source file: which articles stand in it, what is known of each and on what that rests, and what every line
 * is. Both methods depend on nothing but their arguments and the settings; safe for use by several threads. Time and
 * memory are proportional to the size of the file, whatever it holds; nothing in a file makes them throw.
 */
public final class ArticleReader {
    private final ReadingSettings settings;

    public ArticleReader(ReadingSettings settings) {
        this.settings = settings;
    }

    /** What the file adds to the knowledge about its folder. */
    public FileFacts facts(SourceFile file) {
        Lines lines = file.lines();
        boolean inLines = switch (FileText.form(file)) {
            case TEXT, MARKDOWN -> true;
            case HTML, JSON_LINES, CSV, ZIP, TAR_GZ -> false;
        };
        return FactFinder.facts(new TextLines(lines, 1, lines.count(), line -> !inLines), file.path());
    }

    /** The file's articles and the account of its lines, as the decisions about its folder have it. */
    public FileReading read(SourceFile file, FolderDecisions decisions) {
        return new FileText(file, decisions.judgementOf(file.path()), settings).read();
    }
}
