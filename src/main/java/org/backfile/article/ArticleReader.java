package org.backfile.article;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.backfile.source.SourceFile;

/**
 * Reads a source file: which articles stand in it, what is known of each and on what that rests, and what every line
 * is. All methods depend on nothing but their arguments and the settings; safe for use by several threads. Time is
 * proportional to the size of the file, whatever it holds; so is memory, but of a table it is that of its text, of
 * some words a line, and of one row. Nothing in a file makes them throw.
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

    /**
     * Reads the file as the decisions about its folder have it.
     *
     * @param articles takes each article as soon as it is read: numbered from 1, in the order of the file
     */
    public FileAccount read(ScannedFile file, FolderDecisions decisions, Consumer<Article> articles) {
        return new FileText(file, decisions.judgementOf(file.file().path()), settings, articles).read();
    }

    /** The facts of a file that is not scanned for more. */
    public FileFacts facts(SourceFile file) {
        return facts(scan(file));
    }

    /** The reading of a file that is not scanned for more. */
    public FileReading read(SourceFile file, FolderDecisions decisions) {
        List<Article> articles = new ArrayList<>();
        return new FileReading(read(scan(file), decisions, articles::add), articles);
    }
}
