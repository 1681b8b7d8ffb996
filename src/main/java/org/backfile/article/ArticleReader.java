package org.backfile.article;

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

    /** Scans the file's lines; what follows is done with the scan. */
    public ScannedFile scan(SourceFile file) {
        return new ScannedFile(file, settings.fieldNames());
    }

    /** What the file adds to the knowledge about its folder. */
    public FileFacts facts(ScannedFile file) {
        return FactFinder.facts(file);
    }

    /** The file's articles and the account of its lines, as the decisions about its folder have it. */
    public FileReading read(ScannedFile file, FolderDecisions decisions) {
        return new FileText(file, decisions.judgementOf(file.file().path()), settings).read();
    }

    /** The facts of a file that is not scanned for more. */
    public FileFacts facts(SourceFile file) {
        return facts(scan(file));
    }

    /** The reading of a file that is not scanned for more. */
    public FileReading read(SourceFile file, FolderDecisions decisions) {
        return read(scan(file), decisions);
    }
}
