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
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.backfile.article.Article;
import org.backfile.article.ArticleReader;
import org.backfile.article.FileAccount;
import org.backfile.article.FileFacts;
import org.backfile.article.FileReading;
import org.backfile.article.FolderDecisions;
import org.backfile.article.FolderKeys;
import org.backfile.article.FolderMemory;
import org.backfile.article.FolderSums;
import org.backfile.article.Overrides;
import org.backfile.article.ScannedFile;
import org.backfile.render.BodyText;
import org.backfile.source.CharsetFacts;
import org.backfile.source.FolderCharsets;
import org.backfile.source.Problem;
import org.backfile.source.Scan;
import org.backfile.source.Sha256;
import org.backfile.source.SourceEntry;
import org.backfile.source.SourceFile;
import org.backfile.source.SourceForm;
import org.backfile.source.SourceReader;
import org.backfile.story.Fingerprint;
import org.jspecify.annotations.Nullable;

/**
 * Reads all that a scan found, as far as the store does not have it. First each file is looked over for what it tells
 * its folder; then the files of each folder decide together what charset they are in, which lines are boilerplate and
 * how their dates are written; then each file is read, once, under what its folder decided. In most archives some line
 * of nearly every file stands in others too, so to read first and decide after would be to read nearly all twice. What
 * comes out is a function of the files alone, whatever the store held. For one build, from one thread.
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
        progress.phase(Progress.Phase.SURVEY, entries.size());
        List<Surveyed> surveyed = workers.map(entries.size(), i -> {
            Surveyed entry = survey(entries.get(i));
            progress.advance(1);
            return entry;
        });
        charsets = charsets(surveyed);
        workers.forEach(entries.size(), i -> {
            if (!surveyed.get(i).isDecodedUnder(charsets)) {
                surveyed.set(i, lookInto(entries.get(i)));
            }
        });
        FolderMemory known = store.folders();
        decisions = decisions(surveyed, known);
        progress.phase(Progress.Phase.READ, entries.size());
        List<StoredEntry> read = workers.map(entries.size(), i -> {
            StoredEntry entry = knownOrRead(entries.get(i), surveyed.get(i));
            progress.advance(1);
            return entry;
        });
        read.forEach(store::put);
        ForkJoinTask<?> remembering = workers.begin(() -> {
            remember(read, known); // beside the next, which is work for one thread too
            return null;
        });
        try {
            boolean settled = read.stream().allMatch(StoredEntry::settled);
            Holdings holdings = Holdings.of(read, overrides, fresh.get(), settled, store);
            remembering.join();
            return holdings;
        } finally {
            remembering.quietlyJoin(); // a damaged store may be emptied after this
        }
    }

    /**
     * An entry before it is read.
     *
     * @param known what an earlier build read from the same bytes, or null
     * @param files in their order
     */
    private record Surveyed(@Nullable StoredEntry known, List<SurveyedFile> files) {
        boolean isDecodedUnder(FolderCharsets charsets) {
            return files.stream()
                    .allMatch(file ->
                            file.view().factsInputs(file.path(), charsets).equals(file.factsInputs()));
        }

        /** What a file of the entry told, or null where the entry has changed since. */
        @Nullable
        FolderView viewOf(int number, SourceFile file) {
            SurveyedFile seen = number < files.size() ? files.get(number) : null;
            return seen != null
                            && seen.path().equals(file.path())
                            && seen.sha256().equals(file.sha256())
                    ? seen.view()
                    : null;
        }
    }

    /**
     * A file before it is read.
     *
     * @param key a number for it among those of its folder
     * @param factsInputs stands for all that the view depends on beside the bytes
     * @param view what it tells its folder
     */
    private record SurveyedFile(String path, Sha256 sha256, long key, String factsInputs, FolderView view) {}

    /** Reads a file or container once more, under what the last {@link #read} decided, and hands over what it shows. */
    void explain(SourceEntry entry, boolean inArchive, Consumer<Explanation> sink) {
        source.read(
                entry,
                charsets,
                file -> {
                    List<Article> read = new ArrayList<>();
                    FileAccount account = read(file, articles.scan(file), read::add);
                    sink.accept(new Explanation(new FileReading(account, read), file.lines(), inArchive));
                },
                problem -> {});
    }

    private Surveyed survey(SourceEntry entry) {
        FileStamp stamp = FileStamp.of(entry);
        StoredEntry known = store.find(entry.path());
        if (known != null && known.stamp().equals(stamp) && known.settled() && !verify) {
            return told(known);
        }
        if (known != null
                && !known.unreadable()
                && known.stamp().size() == stamp.size()
                && known.sha256().equals(sha256(entry.file()))) {
            return told(known.stamped(stamp.trustedIfBefore(store.openedAt())));
        }
        fresh.incrementAndGet();
        return lookInto(entry);
    }

    private Surveyed told(StoredEntry known) {
        SurveyedFile[] files = new SurveyedFile[known.files().size()];
        Arrays.setAll(files, i -> {
            StoredFile file = known.files().get(i);
            return new SurveyedFile(
                    file.path(),
                    file.note().source().sha256(),
                    key(file),
                    file.factsInputs(),
                    new FolderView(file.charset(), () -> FileFacts.fromBytes(store.facts(file))));
        });
        return new Surveyed(known, List.of(files));
    }

    private Surveyed lookInto(SourceEntry entry) {
        List<SurveyedFile> files = new ArrayList<>();
        source.read(
                entry,
                charsets,
                file -> {
                    FolderView view = view(file, articles.scan(file));
                    files.add(new SurveyedFile(
                            file.path(),
                            file.sha256(),
                            FolderKeys.ofNew(file.path()),
                            view.factsInputs(file.path(), charsets),
                            view));
                },
                problem -> {}); // the reading tells it
        return new Surveyed(null, List.copyOf(files));
    }

    private FolderView view(SourceFile file, ScannedFile scanned) {
        FileFacts facts = articles.facts(scanned);
        return new FolderView(file.charsetFacts(), () -> facts);
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

    private StoredEntry knownOrRead(SourceEntry entry, Surveyed surveyed) {
        StoredEntry known = surveyed.known();
        if (known != null) {
            boolean readAlike = true;
            for (int i = 0; i < known.files().size() && readAlike; i++) {
                StoredFile file = known.files().get(i);
                readAlike = decisions.isRemembered(file.path())
                        || readingInputs(file.path(), surveyed.files().get(i).view())
                                .equals(file.readingInputs());
            }
            if (readAlike) {
                return known;
            }
        }
        return read(entry, surveyed);
    }

    private StoredEntry read(SourceEntry entry, Surveyed surveyed) {
        List<StoredFile> files = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        List<Sha256> digests = new ArrayList<>();
        AtomicInteger asSurveyed = new AtomicInteger();
        source.read(
                entry,
                charsets,
                file -> {
                    FolderView seen = surveyed.viewOf(files.size(), file);
                    asSurveyed.addAndGet(seen == null ? 0 : 1);
                    files.add(read(file, seen));
                    digests.add(file.sha256());
                },
                problems::add);
        // folders decided without what was not seen then, so the next build has to look again
        boolean decidedUpon = asSurveyed.get() == files.size()
                && files.size() == surveyed.files().size();
        boolean plain = files.size() == 1 && files.get(0).path().equals(entry.path());
        return new StoredEntry(
                entry.path(),
                FileStamp.of(entry).trustedIfBefore(decidedUpon ? store.openedAt() : Long.MIN_VALUE),
                plain ? digests.get(0) : sha256(entry.file()),
                files,
                problems);
    }

    private StoredFile read(SourceFile file, @Nullable FolderView seen) {
        ScannedFile scanned = articles.scan(file);
        FolderView view = seen == null ? view(file, scanned) : seen;
        FileRecords records = store.records(view.facts().get().toBytes());
        FileAccount account = read(
                file,
                scanned,
                article -> records.add(article, Fingerprint.of(article).toBytes()));
        return records.end(
                view.charset(), view.factsInputs(file.path(), charsets), readingInputs(file.path(), view), account);
    }

    /** Reads the file as its owner wants it. */
    private FileAccount read(SourceFile file, ScannedFile scanned, Consumer<Article> sink) {
        List<Problem> complaints = new ArrayList<>();
        FileAccount account = articles.read(scanned, decisions, article -> {
            Article counted = file.form() == SourceForm.MARKDOWN ? countedAsShown(article) : article;
            sink.accept(overrides.apply(counted, OverridesFile.NAME, complaints));
        });
        return overrides.apply(account, complaints);
    }

    /** Markdown's words are those of its page, and its page is for the renderer to make. */
    private static Article countedAsShown(Article article) {
        return article.withWordsOf(BodyText.of(article.body()));
    }

    /** Stands for all that a reading depends on beside the file's facts. */
    private String readingInputs(String path, FolderView view) {
        return view.readingInputs(path, decisions) + overrides.digestFor(path);
    }

    private static FolderCharsets charsets(List<Surveyed> surveyed) {
        Map<String, CharsetFacts> undecided = new TreeMap<>();
        forEachFile(surveyed, file -> {
            CharsetFacts facts = file.view().charset();
            if (facts != null) {
                undecided.put(file.path(), facts);
            }
        });
        return FolderCharsets.sum(undecided);
    }

    private FolderDecisions decisions(List<Surveyed> surveyed, FolderMemory known) {
        FolderSums sums = new FolderSums(known);
        forEachFile(
                surveyed, file -> sums.add(file.path(), file.key(), file.view().facts()));
        return sums.decide();
    }

    private long key(StoredFile file) {
        return FolderKeys.of(file.path(), file.contentChecksum(), overrides.digestFor(file.path()));
    }

    private void remember(List<StoredEntry> read, FolderMemory known) {
        if (!decisions.isRemembered(known)) {
            FolderKeys keys = new FolderKeys();
            for (StoredEntry entry : read) {
                for (StoredFile file : entry.files()) {
                    keys.add(file.path(), entry.settled() ? key(file) : FolderKeys.ofUnsettled(file.path()));
                }
            }
            store.rememberFolders(decisions.memory(keys));
        }
    }

    private static void forEachFile(List<Surveyed> surveyed, Consumer<SurveyedFile> each) {
        surveyed.forEach(entry -> entry.files().forEach(each));
    }
}
