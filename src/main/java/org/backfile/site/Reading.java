package org.backfile.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.backfile.article.ArticleReader;
import org.backfile.article.FileFacts;
import org.backfile.article.FileReading;
import org.backfile.article.FolderDecisions;
import org.backfile.article.FolderSums;
import org.backfile.source.CharsetFacts;
import org.backfile.source.FolderCharsets;
import org.backfile.source.Problem;
import org.backfile.source.Scan;
import org.backfile.source.SourceEntry;
import org.backfile.source.SourceFile;
import org.backfile.source.SourceReader;
import org.backfile.story.Fingerprint;

/**
 * Reads all that a scan found. Each file is read alone first; then the files of each folder tell together what charset
 * they are in, which lines are boilerplate and how their dates are written, and the few files that this concerns are read
 * again. What comes out is a function of the files alone. For one build, from one thread.
 */
final class Reading {
    private final SourceReader source;
    private final ArticleReader articles;
    private final Workers workers;
    private final Progress progress;
    private FolderCharsets charsets = FolderCharsets.NONE;
    private FolderDecisions decisions = FolderDecisions.NONE;

    Reading(ArchiveSettings settings, Workers workers, Progress progress) {
        this.source = new SourceReader(settings.source());
        this.articles = new ArticleReader(settings.reading());
        this.workers = workers;
        this.progress = progress;
    }

    /** A file or container with what was read from it. */
    private record ReadEntry(List<ReadFile> files, List<Problem> problems) {
        ReadEntry {
            files = List.copyOf(files);
            problems = List.copyOf(problems);
        }
    }

    Holdings read(Scan scan) {
        List<SourceEntry> entries = scan.entries();
        progress.phase(Progress.Phase.READ, entries.size());
        List<ReadEntry> read = workers.map(entries.size(), i -> {
            ReadEntry alone = read(entries.get(i), FolderCharsets.NONE, FolderDecisions.NONE);
            progress.advance(1);
            return alone;
        });
        charsets = charsets(read);
        readAgain(entries, read, file -> changesCharset(charsets, file), charsets, FolderDecisions.NONE);
        decisions = decisions(read);
        readAgain(entries, read, this::decidesSomethingNew, charsets, decisions);
        return holdings(scan, read);
    }

    /** Reads a file or container once more, under what the last {@link #read} decided, and hands over what it shows. */
    void explain(SourceEntry entry, boolean inArchive, Consumer<Explanation> sink) {
        source.read(
                entry,
                charsets,
                file -> sink.accept(new Explanation(articles.read(file, decisions), file.lines(), inArchive)),
                problem -> {});
    }

    private boolean decidesSomethingNew(ReadFile file) {
        return !decisions.digestFor(file.path(), file.facts()).equals(file.decisions());
    }

    private void readAgain(
            List<SourceEntry> entries,
            List<ReadEntry> read,
            Predicate<ReadFile> concerned,
            FolderCharsets charsets,
            FolderDecisions decisions) {
        workers.forEach(entries.size(), i -> {
            if (read.get(i).files().stream().anyMatch(concerned)) {
                read.set(i, read(entries.get(i), charsets, decisions));
            }
        });
    }

    private ReadEntry read(SourceEntry entry, FolderCharsets charsets, FolderDecisions decisions) {
        List<ReadFile> files = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        source.read(entry, charsets, file -> files.add(read(file, decisions)), problems::add);
        return new ReadEntry(files, problems);
    }

    private ReadFile read(SourceFile file, FolderDecisions decisions) {
        FileFacts facts = articles.facts(file);
        FileReading reading = articles.read(file, decisions);
        return new ReadFile(
                file.charsetFacts(),
                facts,
                decisions.digestFor(file.path(), facts),
                reading,
                reading.articles().stream().map(Fingerprint::of).toList());
    }

    private static FolderCharsets charsets(List<ReadEntry> read) {
        Map<String, CharsetFacts> undecided = new TreeMap<>();
        for (ReadEntry entry : read) {
            for (ReadFile file : entry.files()) {
                if (file.charsetFacts() != null) {
                    undecided.put(file.path(), file.charsetFacts());
                }
            }
        }
        return FolderCharsets.sum(undecided);
    }

    private static boolean changesCharset(FolderCharsets charsets, ReadFile file) {
        return file.charsetFacts() != null && charsets.changes(file.path(), file.charsetFacts());
    }

    private static FolderDecisions decisions(List<ReadEntry> read) {
        FolderSums sums = new FolderSums();
        for (ReadEntry entry : read) {
            for (ReadFile file : entry.files()) {
                sums.add(file.path(), file.facts());
            }
        }
        return sums.decide();
    }

    private static Holdings holdings(Scan scan, List<ReadEntry> read) {
        List<Problem> problems = new ArrayList<>(scan.problems());
        List<ReadFile> files = new ArrayList<>();
        for (ReadEntry entry : read) {
            problems.addAll(entry.problems());
            files.addAll(entry.files());
        }
        return Holdings.of(files, problems);
    }
}
