package org.backfile.search;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.backfile.article.ArticleDate;
import org.backfile.page.Checksum;
import org.backfile.page.SitePath;
import org.backfile.search.SegmentPlan.Range;
import org.jspecify.annotations.Nullable;

/**
 * Builds the full-text index: scripts under {@code search/} that the search page loads as needed, from a server or
 * from a disk. Documents are numbered in date order, undated last, so that a range of dates is a range of numbers, and are indexed
 * in segments of time; a segment whose documents did not change is taken from the {@link IndexShelf}.
 *
 * <p>Plan, {@link #add} every document that is {@link #needs needed}, then {@link #publish}. The same documents give the
 * same files, whatever the threads, the order of adding and what the shelf held.
 */
public final class SearchIndex {
    /** Where the root stands. */
    private static final SitePath ROOT = new SitePath("search/root.js");

    private final IndexShelf shelf;
    private final IndexSink sink;
    private final IndexSizes sizes;
    private final List<Segment> segments = new ArrayList<>();
    private final int[] segmentOf;
    private final ThreadLocal<Preparer> preparers = ThreadLocal.withInitial(Preparer::new);

    /**
     * A document to come.
     *
     * @param date null where it has none
     * @param key stands for everything in its {@link SearchDocument}
     */
    public record Entry(@Nullable ArticleDate date, long key) {}

    private final class Segment {
        private final Range range;
        private final String key;
        private final boolean kept;
        private final AtomicReferenceArray<@Nullable PreparedDocument> documents;
        private final AtomicInteger missing;

        Segment(Range range, List<Entry> entries) {
            this.range = range;
            this.key = key(entries.subList(range.from(), range.to()));
            this.kept = isKept();
            this.documents = new AtomicReferenceArray<>(kept ? 0 : range.size());
            this.missing = new AtomicInteger(range.size());
        }

        private boolean isKept() {
            IndexShelf.Part part = shelf.find(key);
            if (part == null) {
                return false;
            }
            SegmentPart.Head head = new SegmentPart(part, 0).head();
            return head.blocks().stream().allMatch(block -> sink.holds(ScriptFile.pathOf(block.name())))
                    && head.texts().stream().allMatch(name -> sink.holds(ScriptFile.pathOf(name)));
        }

        void add(int number, PreparedDocument prepared) {
            if (!documents.compareAndSet(number - range.from(), null, prepared)) {
                throw new IllegalArgumentException("document " + number + " was added before");
            }
            if (missing.decrementAndGet() == 0) {
                shelf.put(key, SegmentWriter.write(taken(), sizes, sink));
            }
        }

        private List<PreparedDocument> taken() {
            List<PreparedDocument> taken = new ArrayList<>(range.size());
            for (int i = 0; i < range.size(); i++) {
                PreparedDocument document = documents.getAndSet(i, null);
                if (document != null) {
                    taken.add(document);
                }
            }
            return taken;
        }
    }

    private SearchIndex(List<Entry> entries, IndexShelf shelf, IndexSink sink) {
        this.shelf = shelf;
        this.sink = sink;
        this.sizes = IndexSizes.forDocuments(entries.size());
        this.segmentOf = new int[entries.size()];
        List<@Nullable ArticleDate> dates = new ArrayList<>(entries.size());
        entries.forEach(entry -> dates.add(entry.date()));
        for (Range range : SegmentPlan.of(dates)) {
            java.util.Arrays.fill(segmentOf, range.from(), range.to(), segments.size());
            segments.add(new Segment(range, entries));
        }
    }

    /**
     * Begins an index of these documents. Costs a look at the shelf for each segment.
     *
     * @param inDateOrder the documents by date, undated last, in an order that does not change from build to build
     */
    public static SearchIndex plan(List<Entry> inDateOrder, IndexShelf shelf, IndexSink sink) {
        return new SearchIndex(inDateOrder, shelf, sink);
    }

    /** Whether the document of that number (from 0, in the plan's order) has to be added: its segment changed. */
    public boolean needs(int number) {
        return !segments.get(segmentOf[number]).kept;
    }

    /**
     * Adds a document that is needed; once each. Any thread, any order: but the documents of an unfinished segment stay in memory
     * (10 KB each), so an order near the plan's is cheaper. The thread that adds a segment's last document
     * indexes the segment: some 0.4 CPU-s for 2,048 documents of 450 words.
     */
    public void add(int number, SearchDocument document) {
        segments.get(segmentOf[number]).add(number, preparers.get().prepare(document));
    }

    /**
     * Joins the segments to shards and writes them to the sink, {@code search/root.js} last. All needed documents must be in. Files are put
     * by the caller's thread and by others of its {@link java.util.concurrent.ForkJoinPool}, or of the common one; when this returns or
     * throws, none is being put any more.
     */
    public void publish() {
        List<SegmentPart.Head> heads = new ArrayList<>();
        List<Boolean> recent = new ArrayList<>();
        for (Segment segment : segments) {
            heads.add(part(segment, 0).head());
            recent.add(segment.range.recent());
        }
        sink.put(ROOT, RootScript.of(heads, recent, List.of(layer(false), layer(true))));
    }

    /** The shards of the newest documents, or of all others. */
    private Composition layer(boolean recent) {
        List<Segment> own = segments.stream()
                .filter(segment -> segment.range.recent() == recent)
                .toList();
        Checksum segmentKeys = newKey().add(recent ? 1 : 0);
        own.forEach(segment -> segmentKeys.add(segment.key));
        String key = HexFormat.of().toHexDigits(segmentKeys.value());
        Composition kept = Composition.find(shelf, key, sink);
        if (kept != null) {
            return kept;
        }
        List<SegmentPart> parts = new ArrayList<>();
        own.forEach(segment -> parts.add(part(segment, parts.size())));
        Composition composition = Composition.of(sizes, recent, sink, parts);
        shelf.put(key, composition.toBytes());
        return composition;
    }

    private SegmentPart part(Segment segment, int number) {
        IndexShelf.Part part = shelf.find(segment.key);
        if (part == null) {
            throw new IllegalStateException("documents " + segment.range + " were not all added");
        }
        return new SegmentPart(part, number);
    }

    private Checksum newKey() {
        return new Checksum().add(ScriptFile.FORMAT).add(sizes.toString());
    }

    private String key(List<Entry> entries) {
        Checksum key = newKey();
        for (Entry entry : entries) {
            ArticleDate date = entry.date();
            key.add(date == null ? 0 : (date.year() * 100L + date.month()) * 100 + date.day());
            key.add(entry.key());
        }
        return HexFormat.of().toHexDigits(key.value());
    }
}
