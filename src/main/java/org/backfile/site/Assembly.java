package org.backfile.site;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.backfile.article.Article;
import org.backfile.article.ArticleCard;
import org.backfile.article.ArticleId;
import org.backfile.article.Fields;
import org.backfile.article.FileReading;
import org.backfile.article.LineRole;
import org.backfile.article.Paragraph;
import org.backfile.page.Address;
import org.backfile.page.Content;
import org.backfile.page.Extras;
import org.backfile.page.Page;
import org.backfile.page.SitePath;
import org.backfile.page.SitePlan;
import org.backfile.render.DataFiles;
import org.backfile.render.Renderer;
import org.backfile.render.TemplateProblem;
import org.backfile.search.SearchDocument;
import org.backfile.search.SearchIndex;
import org.backfile.source.Problem;
import org.backfile.source.Scan;
import org.backfile.story.Stories;

/** Makes the files of the site and hands them to the output. For one build, from one thread. */
final class Assembly {
    private final ArchiveSettings settings;
    private final BuildRequest request;
    private final Holdings holdings;
    private final Stories stories;
    private final Workers workers;
    private final Progress progress;
    private final Output output;
    private final List<String> notes = new ArrayList<>();

    Assembly(
            ArchiveSettings settings,
            BuildRequest request,
            Holdings holdings,
            Stories stories,
            Workers workers,
            Progress progress,
            Output output) {
        this.settings = settings;
        this.request = request;
        this.holdings = holdings;
        this.stories = stories;
        this.workers = workers;
        this.progress = progress;
        this.output = output;
    }

    /** Sentences about what was left out and why. */
    List<String> notes() {
        return notes;
    }

    /** Hands in every file of the site; gives the number of pages. */
    int write(Scan scan) {
        progress.phase(Progress.Phase.DATA, holdings.fileCount());
        DataFiles data = DataFiles.measure(holdings.cards(), stories, this::address, holdings.readings());
        data.write(holdings.readings(), DataFile.into(output));
        progress.advance(holdings.fileCount());
        SitePlan plan = SitePlan.of(holdings.cards(), stories, settings.page(), extras(scan, data.files()));
        int pages = writePages(plan);
        writeSearch(plan);
        output.put(new SitePath(".nojekyll"), new byte[0]);
        return pages;
    }

    private SitePath address(ArticleId id) {
        return Address.of(holdings.card(id));
    }

    private Extras extras(Scan scan, List<Content.Download> downloads) {
        SortedMap<SitePath, Content.Gone> gone = new TreeMap<>();
        List<Content.SourceNote> repeating = new ArrayList<>();
        for (int i = 0; i < holdings.fileCount(); i++) {
            Content.SourceNote note = note(holdings.reading(i));
            if (note.repeatedLines() > 0) {
                repeating.add(note);
            }
        }
        return new Extras(
                path -> note(holdings.reading(path)),
                holdings.fileCount(),
                scan.notRead().values().stream().mapToInt(Integer::intValue).sum(),
                (int) holdings.lines(LineRole.BOILERPLATE),
                problems(),
                repeating,
                List.of(),
                downloads,
                gone);
    }

    private static Content.SourceNote note(FileReading reading) {
        return new Content.SourceNote(
                reading.path(), reading.bytes(), reading.sha256(), Holdings.lines(reading, LineRole.REPEAT));
    }

    private List<Content.Counted> problems() {
        return holdings.problems().stream()
                .collect(Collectors.groupingBy(Problem::kind, TreeMap::new, Collectors.summingInt(p -> 1)))
                .entrySet()
                .stream()
                .map(e -> new Content.Counted(
                        e.getKey().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), e.getValue()))
                .toList();
    }

    private int writePages(SitePlan plan) {
        List<Page> pages = plan.pages();
        progress.phase(Progress.Phase.PAGES, pages.size());
        Renderer renderer = new Renderer(
                settings.page(), plan.shelves(), new OwnTheme(request.templates()), (article, path) -> null);
        notes.addAll(renderer.warnings());
        renderer.assets().forEach(output::put);
        try {
            workers.forEach(pages.size(), i -> {
                Page page = pages.get(i);
                output.put(page.path(), renderer.render(page, holdings::article));
                progress.advance(1);
            });
        } catch (TemplateProblem problem) {
            throw new Refusal(problem.getMessage());
        }
        return pages.size();
    }

    private void writeSearch(SitePlan plan) {
        List<ArticleId> leads = plan.leadsInTime();
        progress.phase(Progress.Phase.SEARCH, leads.size());
        Function<ArticleId, Article> articles = holdings::article;
        List<SearchIndex.Entry> entries = new ArrayList<>();
        for (ArticleId id : leads) {
            ArticleCard card = ArticleCard.of(articles.apply(id));
            entries.add(new SearchIndex.Entry(card.date(), card + " " + plan.address(id)));
        }
        SearchIndex index = SearchIndex.plan(entries, new IndexParts(), new IndexFiles(output));
        workers.forEach(leads.size(), i -> {
            if (index.needs(i)) {
                index.add(i, document(plan, articles.apply(leads.get(i))));
            }
            progress.advance(1);
        });
        index.publish();
    }

    private static SearchDocument document(SitePlan plan, Article article) {
        Fields fields = article.fields();
        return new SearchDocument(
                plan.address(article.id()),
                Fields.value(fields.headline()),
                Fields.value(fields.kicker()),
                Fields.value(fields.byline()),
                Fields.value(fields.place()),
                Fields.value(fields.section()),
                Fields.value(fields.date()),
                article.body().stream().map(Paragraph::text).toList());
    }
}
