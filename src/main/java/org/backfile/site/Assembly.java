package org.backfile.site;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.backfile.article.Article;
import org.backfile.article.ArticleCard;
import org.backfile.article.ArticleId;
import org.backfile.article.Fields;
import org.backfile.article.Overrides;
import org.backfile.article.Paragraph;
import org.backfile.page.Address;
import org.backfile.page.Addresses;
import org.backfile.page.Catalog;
import org.backfile.page.Checksum;
import org.backfile.page.Content;
import org.backfile.page.Extras;
import org.backfile.page.FormerAddresses;
import org.backfile.page.Page;
import org.backfile.page.SitePath;
import org.backfile.page.SitePlan;
import org.backfile.render.BodyText;
import org.backfile.render.DataFiles;
import org.backfile.render.FeedItem;
import org.backfile.render.Feeds;
import org.backfile.render.Renderer;
import org.backfile.render.Sitemap;
import org.backfile.render.TemplateProblem;
import org.backfile.search.SearchDocument;
import org.backfile.search.SearchIndex;
import org.backfile.source.Problem;
import org.backfile.source.Scan;
import org.backfile.story.Stories;
import org.jspecify.annotations.Nullable;

/** Makes the files of the site and hands them to the output. For one build, from one thread. */
final class Assembly {
    private static final SitePath NOT_FOUND = new SitePath("404.html");

    private final ArchiveSettings settings;
    private final BuildRequest request;
    private final Scan scan;
    private final Holdings holdings;
    private final Overrides overrides;
    private final Stories stories;
    private final ReadingStore store;
    private final Workers workers;
    private final Progress progress;
    private final Output output;
    private final List<String> notes = new ArrayList<>();
    private final Pictures pictures;
    private @Nullable DataFiles data;

    Assembly(
            ArchiveSettings settings,
            BuildRequest request,
            Scan scan,
            Holdings holdings,
            Overrides overrides,
            Stories stories,
            ReadingStore store,
            Workers workers,
            Progress progress,
            Output output) {
        this.settings = settings;
        this.request = request;
        this.holdings = holdings;
        this.overrides = overrides;
        this.stories = stories;
        this.store = store;
        this.workers = workers;
        this.progress = progress;
        this.output = output;
        this.pictures = Pictures.collect(request, settings.page().about(), scan, holdings, output);
        this.scan = scan.withUsed(pictures.used());
    }

    /** What is wrong with the input, in order of place. */
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>(holdings.problems());
        problems.addAll(pictures.problems());
        problems.addAll(scan.problems());
        problems.sort(Comparator.naturalOrder());
        return problems;
    }

    /** The files beside the sources that the site depends on. */
    Collection<LastBuild.Looked> lookedAt() {
        return pictures.lookedAt();
    }

    /** Sentences about what was left out and why. */
    List<String> notes() {
        return notes;
    }

    /**
     * Hands in every file of the site.
     *
     * @param addresses those of all cards
     * @param awaited whom to give the bytes of changed pages and assets at once, by path
     * @return the number of pages
     */
    int write(Addresses addresses, Map<String, Consumer<byte[]>> awaited) {
        Catalog catalog = new Catalog(holdings.cards(), addresses, stories, settings.page());
        ForkJoinTask<SearchIndex> index = workers.begin(() -> index(catalog));
        ForkJoinTask<SitePlan> plan = workers.begin(() -> SitePlan.of(catalog, settings.page(), extras()));
        ForkJoinTask<DataFiles> files = workers.begin(() -> dataFiles(catalog));
        try {
            return write(index.join(), plan, files, awaited);
        } finally {
            List.of(index, plan, files).forEach(ForkJoinTask::quietlyJoin); // nobody may use the store any more
        }
    }

    private int write(
            SearchIndex index,
            ForkJoinTask<SitePlan> planning,
            ForkJoinTask<DataFiles> files,
            Map<String, Consumer<byte[]>> awaited) {
        // one thread goes through the terms of all segments, an edit's longest piece of work: the rest need not wait
        // for it
        ForkJoinTask<?> joining = workers.begin(() -> {
            index.publish();
            return null;
        });
        try {
            SitePlan plan = planning.join();
            writeData(files.join());
            writeFormer(plan.former());
            writeHostFiles(plan.former());
            int pages = writePages(plan, awaited);
            writeFeeds(plan);
            output.put(new SitePath(".nojekyll"), new byte[0]);
            joining.join();
            return pages;
        } finally {
            joining.quietlyJoin(); // nothing may be written any more when a failed build clears up
        }
    }

    private DataFiles dataFiles(Catalog catalog) {
        List<DataFiles.Outline> outlines = holdings.files().stream()
                .map(file -> new DataFiles.Outline(
                        file.path(), file.contentChecksum(), file.note().spans()))
                .toList();
        return DataFiles.plan(catalog, outlines);
    }

    private void writeData(DataFiles planned) {
        data = planned;
        List<DataFiles.Part> parts = planned.files();
        progress.phase(Progress.Phase.DATA, parts.size());
        String version = settings.readingVersion();
        workers.forEach(parts.size(), i -> {
            DataFiles.Part part = parts.get(i);
            Checksum inputs = new Checksum().add(version);
            part.addTo(inputs);
            keep(part.path(), inputs.value(), () -> part.bytes(holdings));
            progress.advance(1);
        });
        output.put(planned.indexPath(), planned.index(output::size));
    }

    /** Hands in a file, and makes it only where the output does not have what was made from these inputs. */
    private void keep(SitePath path, long inputs, Supplier<byte[]> making) {
        if (!output.keep(path, inputs)) {
            output.put(path, making.get(), inputs);
        }
    }

    private PublishedAddresses published() {
        PublishedAddresses published =
                new PublishedAddresses().with(output.folder(), output.earlier(), request.published());
        Path former = request.former();
        if (former != null) {
            published.with(former);
        }
        holdings.withdrawn().forEach((id, withdrawal) -> published.withdrawn(Address.of(withdrawal.card()), id));
        return published;
    }

    private void writeFormer(FormerAddresses former) {
        if (!former.rows().isEmpty()) {
            output.putFirst(PublishedAddresses.RECORD, PublishedAddresses.record(former.rows()));
            long leading = former.gone().values().stream()
                    .filter(gone -> gone.target() != null)
                    .count();
            notes.add("former addresses: " + leading + " lead on, "
                    + (former.rows().size() - leading) + " say what became of their articles");
        }
    }

    private void writeHostFiles(FormerAddresses former) {
        if (!settings.publish().headers()) {
            return;
        }
        output.put(HostFiles.HEADERS, HostFiles.headers().getBytes(StandardCharsets.UTF_8));
        String siteUrl = settings.page().siteUrl();
        String redirects =
                former.redirects(siteUrl == null ? "/" : URI.create(siteUrl).getRawPath());
        if (!redirects.isEmpty()) {
            output.put(HostFiles.REDIRECTS, redirects.getBytes(StandardCharsets.UTF_8));
        }
    }

    private Extras extras() {
        return new Extras(
                path -> holdings.file(path).note().source(),
                holdings.files().size(),
                scan.notRead().values().stream().mapToInt(Integer::intValue).sum(),
                (int) holdings.boilerplateLines(),
                countedProblems(),
                holdings.files().stream()
                        .map(file -> file.note().source())
                        .filter(note -> note.repeatedLines() > 0)
                        .toList(),
                settings.page().report() ? holdings.doubts() : List.of(),
                () -> data == null ? List.of() : data.downloads(output::size),
                published(),
                overrides::withdrawn);
    }

    private List<Content.Counted> countedProblems() {
        return problems().stream()
                .collect(Collectors.groupingBy(Problem::kind, TreeMap::new, Collectors.summingInt(p -> 1)))
                .entrySet()
                .stream()
                .map(e -> new Content.Counted(
                        e.getKey().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), e.getValue()))
                .toList();
    }

    private int writePages(SitePlan plan, Map<String, Consumer<byte[]>> awaited) {
        List<Page> pages = plan.pages();
        progress.phase(Progress.Phase.PAGES, pages.size());
        OwnTheme own = new OwnTheme(request.templates());
        Renderer renderer = new Renderer(settings.page(), plan.shelves(), own, pictures);
        notes.addAll(renderer.warnings());
        String all = settings.page() + " " + pictures.ofOwner() + " " + plan.shelves() + " " + own.digest() + " "
                + settings.readingVersion();
        long theme = new Checksum().add(all).value();
        renderer.assets().forEach((path, bytes) -> {
            output.put(path, bytes);
            tell(awaited, path, bytes);
        });
        try {
            for (List<Page> turn : awaitedFirst(pages, awaited.keySet())) {
                workers.forEach(turn.size(), i -> {
                    write(turn.get(i), renderer, theme, awaited);
                    progress.advance(1);
                });
            }
        } catch (TemplateProblem problem) {
            throw new Refusal(problem.getMessage());
        }
        return pages.size();
    }

    private static Collection<List<Page>> awaitedFirst(List<Page> pages, Set<String> awaited) {
        Map<Boolean, List<Page>> turns = pages.stream()
                .collect(Collectors.partitioningBy(
                        page -> !awaited.contains(page.path().value())));
        return turns.values(); // false comes first
    }

    private static void tell(Map<String, Consumer<byte[]>> awaited, SitePath path, byte[] bytes) {
        Consumer<byte[]> waiting = awaited.get(path.value());
        if (waiting != null) {
            waiting.accept(bytes);
        }
    }

    /** Renders a page only where the output does not have what these inputs made before. */
    private void write(Page page, Renderer renderer, long theme, Map<String, Consumer<byte[]>> awaited) {
        Content content = page.content();
        Checksum inputs = new Checksum().add(theme);
        content.addTo(inputs);
        for (ArticleId body : content.bodies()) {
            inputs.add(holdings.file(body.path()).contentChecksum()).add(pictures.digestFor(body));
        }
        keep(page.path(), inputs.value(), () -> {
            byte[] bytes = renderer.render(page.path(), content, holdings::article);
            tell(awaited, page.path(), bytes);
            return bytes;
        });
    }

    /** Feeds and sitemap hold absolute addresses, so they need to know where the site will stand. */
    private void writeFeeds(SitePlan plan) {
        String siteUrl = settings.page().siteUrl();
        if (siteUrl == null) {
            notes.add("no feeds, sitemap and canonical links, since they need absolute addresses: set site-url in"
                    + " backfile.yaml to where the site will stand");
            output.put(new SitePath("robots.txt"), "User-agent: *\nAllow: /\n".getBytes(StandardCharsets.UTF_8));
            return;
        }
        Catalog catalog = plan.catalog();
        List<FeedItem> items = Arrays.stream(catalog.storiesInTime())
                .mapToObj(story -> FeedItem.of(catalog.leadCard(story), catalog.page(story), catalog.date(story)))
                .toList();
        new Feeds(settings.page(), items).write(DataFile.into(output));
        Sitemap.write(siteUrl, indexed(plan), DataFile.into(output));
    }

    /** The pages that search engines may show: not those of copies, nor those for what is gone or missing. */
    private List<SitePath> indexed(SitePlan plan) {
        Set<SitePath> left = new HashSet<>(plan.former().gone().keySet());
        left.add(NOT_FOUND);
        Catalog catalog = plan.catalog();
        for (int article = 0; article < catalog.articles(); article++) {
            if (catalog.role(article) == Stories.Role.COPY) {
                left.add(catalog.address(article));
            }
        }
        return plan.pages().stream()
                .map(Page::path)
                .filter(path -> !left.contains(path))
                .toList();
    }

    /** The search index, all documents in it, to be published. */
    private SearchIndex index(Catalog catalog) {
        int[] inTime = catalog.storiesInTime();
        progress.phase(Progress.Phase.SEARCH, inTime.length);
        List<SearchIndex.Entry> entries = new ArrayList<>(inTime.length);
        for (int story : inTime) {
            ArticleCard lead = catalog.leadCard(story);
            long key = new Checksum()
                    .add(lead.idHash())
                    .add(catalog.page(story).value())
                    .add(holdings.file(lead.id().path()).contentChecksum())
                    .value();
            entries.add(new SearchIndex.Entry(lead.date(), key));
        }
        SearchIndex index = SearchIndex.plan(entries, new IndexParts(store.blobs("search")), new IndexFiles(output));
        int[] needed = IntStream.range(0, inTime.length).filter(index::needs).toArray();
        progress.advance(inTime.length - needed.length);
        workers.forEach(needed.length, i -> {
            int number = needed[i];
            int story = inTime[number];
            Article lead = holdings.article(catalog.leadCard(story).id());
            index.add(number, document(catalog.page(story), lead.fields(), lead.body()));
            progress.advance(1);
        });
        return index;
    }

    private static SearchDocument document(SitePath page, Fields fields, List<Paragraph> body) {
        return new SearchDocument(
                page,
                Fields.value(fields.headline()),
                Fields.value(fields.kicker()),
                Fields.value(fields.byline()),
                Fields.value(fields.place()),
                Fields.value(fields.section()),
                Fields.value(fields.date()),
                BodyText.of(body));
    }
}
