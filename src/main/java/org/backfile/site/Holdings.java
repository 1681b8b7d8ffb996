package org.backfile.site;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.backfile.article.Article;
import org.backfile.article.ArticleCard;
import org.backfile.article.ArticleId;
import org.backfile.article.FileReading;
import org.backfile.article.LineRole;
import org.backfile.article.Span;
import org.backfile.source.Problem;
import org.backfile.story.Fingerprint;
import org.backfile.story.Fingerprints;

/**
 * What the archive holds, read: its files in path order, and the card of every article in the order of ids. Immutable;
 * safe for use by several threads.
 */
final class Holdings implements Fingerprints {
    private final List<ReadFile> files;
    private final Map<String, ReadFile> byPath = new TreeMap<>();
    private final List<ArticleCard> cards = new ArrayList<>();
    private final List<ArticleId> ids = new ArrayList<>();
    private final List<Fingerprint> fingerprints = new ArrayList<>();
    private final List<Problem> problems;

    private Holdings(List<ReadFile> files, List<Problem> problems) {
        this.files = files;
        this.problems = problems;
    }

    static Holdings of(List<ReadFile> read, List<Problem> scanning) {
        List<ReadFile> files = new ArrayList<>(read);
        files.sort(Comparator.comparing(ReadFile::path));
        List<Problem> problems = new ArrayList<>(scanning);
        Holdings holdings = new Holdings(List.copyOf(files), problems);
        for (ReadFile file : files) {
            holdings.byPath.put(file.path(), file);
            problems.addAll(file.reading().problems());
            for (Article article : file.reading().articles()) {
                holdings.cards.add(ArticleCard.of(article));
                holdings.ids.add(article.id());
            }
            holdings.fingerprints.addAll(file.fingerprints());
        }
        problems.sort(Comparator.naturalOrder());
        return holdings;
    }

    /** How many source files were read. */
    int fileCount() {
        return files.size();
    }

    /** The reading of the file of that number in path order, from 0. */
    FileReading reading(int file) {
        return files.get(file).reading();
    }

    /** The reading of the file of that path. */
    FileReading reading(String path) {
        ReadFile file = byPath.get(path);
        if (file == null) {
            throw new IllegalArgumentException("no such file: " + path);
        }
        return file.reading();
    }

    /** The readings of all files, in path order; each is fetched when it is asked for. */
    Iterable<FileReading> readings() {
        return () -> IntStream.range(0, files.size()).mapToObj(this::reading).iterator();
    }

    /** The card of an article of this archive. */
    ArticleCard card(ArticleId id) {
        return cards.get(Collections.binarySearch(ids, id));
    }

    /** The cards of all articles, in the order of ids. */
    List<ArticleCard> cards() {
        return cards;
    }

    /** An article with its body. */
    Article article(ArticleId id) {
        return reading(id.path()).articles().get(id.number() - 1);
    }

    @Override
    public Fingerprint get(int index) {
        return fingerprints.get(index);
    }

    /** What is wrong with the input, in order of place. */
    List<Problem> problems() {
        return problems;
    }

    /** How many lines of all files have that role. */
    long lines(LineRole role) {
        long lines = 0;
        for (ReadFile file : files) {
            lines += lines(file.reading(), role);
        }
        return lines;
    }

    static int lines(FileReading reading, LineRole role) {
        int lines = 0;
        for (Span span : reading.spans()) {
            if (span.role() == role) {
                lines += span.to() - span.from() + 1;
            }
        }
        return lines;
    }
}
