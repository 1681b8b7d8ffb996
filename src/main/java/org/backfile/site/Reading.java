package org.backfile.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.backfile.article.ArticleReader;
import org.backfile.article.FileReading;
import org.backfile.article.FolderDecisions;
import org.backfile.article.FolderSums;
import org.backfile.article.Overrides;
import org.backfile.article.ScannedFile;
import org.backfile.render.BodyText;
import org.backfile.source.CharsetFacts;
import org.backfile.source.FolderCharsets;
import org.backfile.source.Problem;
import org.backfile.source.Scan;
import org.backfile.source.SourceEntry;
import org.backfile.source.SourceFile;
import org.backfile.source.SourceForm;
import org.backfile.source.SourceReader;
import org.backfile.story.Fingerprint;

/**
 * Reads all that a scan found, as far as the store does not have it. Each file is read alone first; then the files of
 * each folder tell together what charset they are in, which lines are boilerplate and how their dates are written, and
 * the few files that this concerns are read again. What comes out is a function of the files alone, whatever the store
 * held. For one build, from one thread.
 */
final class Reading {
    private final SourceReader source;
    private final ArticleReader articles;
    private final Overrides overrides;
    private final ReadingStore store;
    private final boolean verify;
    private final Workers workers;
    private final Progress progress;
    private final AtomicInteger fresh = new AtomicInteger();
    private FolderCharsets charsets = FolderCharsets.NONE;
    private FolderDecisions decisions = FolderDecisions.NONE;

    /**
     * @param verify whether files are looked into although size, time and inode stand as before
     */
    Reading(
            ArchiveSettings settings,
            Overrides overrides,
            ReadingStore store,
            boolean verify,
            Workers workers,
            Progress progress) {
        this.overrides = overrides;
        this.source = new SourceReader(settings.source());
        this.articles = new ArticleReader(settings.reading());
        this.store = store;
        this.verify = verify;
        this.workers = workers;
        this.progress = progress;
    }

    Holdings read(Scan scan) {
        List<SourceEntry> entries = scan.entries();
        progress.phase(Progress.Phase.READ, entries.size());
        List<StoredEntry> read = workers.map(entries.size(), i -> {
            StoredEntry entry = knownOrRead(entries.get(i));
            progress.advance(1);
            return entry;
        });
        List<List<FolderView>> views = workers.map(read.size(), i -> views(read.get(i)));
        charsets = charsets(read, views);
        readAgain(
                entries,
                read,
                views,
                (file, view) -> !view.factsInputs(file.path(), charsets).equals(file.factsInputs()));
        decisions = decisions(read, views);
        readAgain(
                entries,
                read,
                views,
                (file, view) -> !readingInputs(file.path(), view).equals(file.readingInputs()));
        read.forEach(store::put);
        boolean settled = read.stream().allMatch(StoredEntry::settled);
        return Holdings.of(read, overrides, fresh.get(), settled, store);
    }

    /** Reads a file or container once more, under what the last {@link #read} decided, and hands over what it shows. */
    void explain(SourceEntry entry, boolean inArchive, Consumer<Explanation> sink) {
        source.read(
                entry,
                charsets,
                file -> sink.accept(new Explanation(reading(articles.scan(file)), file.lines(), inArchive)),
                problem -> {});
    }

    private StoredEntry knownOrRead(SourceEntry entry) {
        FileStamp stamp = FileStamp.of(entry);
        StoredEntry known = store.find(entry.path());
        if (known != null && known.stamp().equals(stamp) && known.settled() && !verify) {
            return known;
        }
        if (known != null
                && !known.unreadable()
                && known.stamp().size() == stamp.size()
                && known.sha256().equals(sha256(entry.file()))) {
            return known.stamped(stamp.trustedIfBefore(store.openedAt()));
        }
        fresh.incrementAndGet();
        return read(entry);
    }

    /** The digest of a file's bytes; of no bytes where it can't be read. */
    private static Sha256 sha256(Path file) {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            digest.reset(); // the reading of it says why
        }
        return Sha256.of(digest.digest(), 0);
    }

    private void readAgain(
            List<SourceEntry> entries,
            List<StoredEntry> read,
            List<List<FolderView>> views,
            BiPredicate<StoredFile, FolderView> concerned) {
        workers.forEach(entries.size(), i -> {
            List<StoredFile> files = read.get(i).files();
            for (int f = 0; f < files.size(); f++) {
                if (concerned.test(files.get(f), views.get(i).get(f))) {
                    StoredEntry again = read(entries.get(i));
                    read.set(i, again);
                    views.set(i, views(again));
                    return;
                }
            }
        });
    }

    private StoredEntry read(SourceEntry entry) {
        List<StoredFile> files = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        List<String> digests = new ArrayList<>();
        source.read(
                entry,
                charsets,
                file -> {
                    files.add(read(file));
                    digests.add(file.sha256());
                },
                problems::add);
        boolean plain = files.size() == 1 && files.get(0).path().equals(entry.path());
        return new StoredEntry(
                entry.path(),
                FileStamp.of(entry).trustedIfBefore(store.openedAt()),
                plain ? Sha256.ofHex(digests.get(0)) : sha256(entry.file()),
                files,
                problems);
    }

    private StoredFile read(SourceFile file) {
        ScannedFile scanned = articles.scan(file);
        FolderView view = new FolderView(file.charsetFacts(), articles.facts(scanned));
        FileReading reading = reading(scanned);
        return store.write(
                view.factsInputs(file.path(), charsets),
                view.toBytes(),
                readingInputs(file.path(), view),
                reading,
                reading.articles().stream()
                        .map(article -> Fingerprint.of(article).toBytes())
                        .toList());
    }

    private FileReading reading(ScannedFile file) {
        FileReading read = articles.read(file, decisions);
        boolean isMarkdown = SourceForm.of(read.path()).orElse(SourceForm.TEXT) == SourceForm.MARKDOWN;
        return overrides.apply(isMarkdown ? countedAsShown(read) : read, OverridesFile.NAME);
    }

    /** Markdown's words are those of its page, and its page is for the renderer to make. */
    private static FileReading countedAsShown(FileReading read) {
        return read.with(read.articles().stream()
                .map(article -> article.withWordsOf(BodyText.of(article.body())))
                .toList());
    }

    /** Stands for all that a reading depends on beside the file's facts. */
    private String readingInputs(String path, FolderView view) {
        return view.readingInputs(path, decisions) + overrides.digestFor(path);
    }

    private List<FolderView> views(StoredEntry entry) {
        FolderView[] views = new FolderView[entry.files().size()];
        Arrays.setAll(views, i -> FolderView.fromBytes(store.facts(entry.files().get(i))));
        return List.of(views);
    }

    private static FolderCharsets charsets(List<StoredEntry> read, List<List<FolderView>> views) {
        Map<String, CharsetFacts> undecided = new TreeMap<>();
        for (int i = 0; i < read.size(); i++) {
            for (int f = 0; f < views.get(i).size(); f++) {
                CharsetFacts facts = views.get(i).get(f).charset();
                if (facts != null) {
                    undecided.put(read.get(i).files().get(f).path(), facts);
                }
            }
        }
        return FolderCharsets.sum(undecided);
    }

    private static FolderDecisions decisions(List<StoredEntry> read, List<List<FolderView>> views) {
        FolderSums sums = new FolderSums();
        for (int i = 0; i < read.size(); i++) {
            for (int f = 0; f < views.get(i).size(); f++) {
                sums.add(read.get(i).files().get(f).path(), views.get(i).get(f).facts());
            }
        }
        return sums.decide();
    }
}
