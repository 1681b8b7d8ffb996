package org.backfile.site;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.backfile.article.Doubt;
import org.backfile.article.Overrides;
import org.backfile.page.Addresses;
import org.backfile.page.SitePath;
import org.backfile.source.ProblemKind;
import org.backfile.source.Scan;
import org.backfile.source.SourceScan;
import org.backfile.story.Stories;
import org.backfile.story.StoryGrouper;
import org.backfile.story.StorySettings;
import org.backfile.story.Verdicts;

/**
 * A build: the folder of texts in, the site out. {@link #run} is the whole flow; each line of it is a stage.
 */
public final class SiteBuild {
    private SiteBuild() {}

    /**
     * Brings the site up to date.
     *
     * @param listener hears of the progress, from several threads
     * @throws Refusal where it can't be done; the site stands as it was unless the message says otherwise
     */
    public static BuildReport run(BuildRequest request, Progress listener) {
        return run(request, listener, Map.of());
    }

    /**
     * Like {@link #run(BuildRequest, Progress)}, with somebody who waits for some of the files.
     *
     * @param awaited by path in the output: who is given the bytes of a page or an asset as soon as they are known, if
     *     the file has changed; from several threads, and also in a build that fails afterwards
     */
    public static BuildReport run(BuildRequest request, Progress listener, Map<String, Consumer<byte[]>> awaited) {
        StageClock clock = new StageClock(listener);
        try (Workers workers = new Workers(request.threads())) {
            ForkJoinTask<OutputMemory> output =
                    workers.begin(() -> OutputMemory.look(request.output(), request.outputMemory()));
            Scan scan = scan(request, clock);
            LastBuild last = LastBuild.of(request, scan);
            BuildReport same = last.repeated(output::join);
            return same == null
                    ? build(request, scan, last, output.join(), workers, clock, awaited)
                    : same.timed(clock.stages());
        }
    }

    private static BuildReport build(
            BuildRequest request,
            Scan scan,
            LastBuild last,
            OutputMemory seen,
            Workers workers,
            StageClock clock,
            Map<String, Consumer<byte[]>> awaited) {
        ArchiveSettings settings = SettingsFile.read(request.config(), request.report());
        try (ReadingStore store = ReadingStore.open(request.store(), settings.readingVersion())) {
            BuildReport report =
                    store.mending(() -> build(request, settings, scan, last, seen, store, workers, clock, awaited));
            if (seen.isDamaged()) {
                store.foundDamage();
            }
            String notice = store.notice();
            return notice == null ? report : report.noting(notice);
        }
    }

    private static BuildReport build(
            BuildRequest request,
            ArchiveSettings settings,
            Scan scan,
            LastBuild last,
            OutputMemory seen,
            ReadingStore store,
            Workers workers,
            StageClock clock,
            Map<String, Consumer<byte[]>> awaited) {
        try (Output output = Output.open(request.output(), request.sources(), seen)) {
            if (request.compress() || settings.publish().compress()) {
                output.compress();
            }
            Overrides overrides = OverridesFile.read(request.overrides());
            Holdings holdings = new Reading(settings, overrides, store, request.verify(), workers, clock).read(scan);
            refuseToEmpty(request, scan, holdings, seen);
            ForkJoinTask<?> keeping = workers.begin(() -> {
                store.commitReadings(); // a build that is stopped has read for good
                return null;
            });
            try {
                // grouping leaves a core idle at times: what follows from the articles alone is found out beside it
                ForkJoinTask<List<Doubt>> doubts = workers.begin(holdings::doubts);
                ForkJoinTask<Addresses> addresses = workers.begin(() -> Addresses.of(holdings.cards()));
                Verdicts verdicts = OverridesFile.verdicts(overrides, holdings);
                Stories stories = group(holdings, verdicts, request.threads(), store, clock);
                Assembly site = new Assembly(
                        settings, request, scan, holdings, overrides, stories, store, workers, clock, output);
                int pages = site.write(addresses.join(), awaited);
                keeping.join(); // a store that can't be written is told while the site still stands as it was
                clock.phase(Progress.Phase.PUBLISH, 0);
                Output.Published published = output.finish();
                clock.advance(published.written());
                BuildReport report = report(request, holdings, stories, pages, published, site, doubts.join(), clock);
                try {
                    store.commit();
                    if (published.notOurs().isEmpty() && holdings.settled()) {
                        last.keep(report, published.manifest(), site.lookedAt());
                    }
                } catch (Refusal e) {
                    report = report.noting(e.getMessage() + " The site is complete; the next build will take longer.");
                }
                return report.timed(clock.stages());
            } finally {
                keeping.quietlyJoin(); // a damaged store may be emptied after this
            }
        }
    }

    /** An archive that holds nothing any more is rather one whose disk is not there, or whose only file was cut off. */
    private static void refuseToEmpty(BuildRequest request, Scan scan, Holdings holdings, OutputMemory seen) {
        boolean known = seen.holdsArticles() && request.hasReaders();
        if (!known || !holdings.cards().isEmpty() || !holdings.withdrawn().isEmpty()) {
            return;
        }
        String sources = request.sources().stream().map(Path::toString).collect(Collectors.joining(", "));
        String why = Stream.concat(scan.problems().stream(), holdings.problems().stream())
                // the sentence says that there is no text, and that no article fits a correction follows from it
                .filter(problem ->
                        problem.kind() != ProblemKind.NO_TEXT && !problem.path().equals(OverridesFile.NAME))
                .sorted()
                .findFirst()
                .map(problem -> " (" + problem + ")")
                .orElse("");
        throw new Refusal("No article was found in " + sources + why + ", and "
                + request.output().toAbsolutePath()
                + " holds some. It stands as it was. If all are to go, build with --forget, which leaves nothing at their"
                + " addresses; or withdraw them, and build before their files go.");
    }

    private static Scan scan(BuildRequest request, Progress progress) {
        progress.phase(Progress.Phase.SCAN, 0);
        try {
            Scan scan = SourceScan.scan(request.sources());
            progress.advance(scan.entries().size());
            return scan;
        } catch (IOException e) {
            throw new Refusal("The sources could not be read: " + Refusal.reason(e));
        }
    }

    /** The stories of the archive; what the last grouping found out is not worked out again. */
    static Stories group(Holdings holdings, Verdicts verdicts, int threads, ReadingStore store, Progress progress) {
        progress.phase(Progress.Phase.GROUP, holdings.cards().size());
        StorySettings settings = new StorySettings(threads, StorySettings.DEFAULTS.dateWindowDays());
        Stories stories = new StoryGrouper(settings)
                .group(holdings.cards(), holdings, verdicts, new StoredGrouping(store.blobs("grouping")));
        progress.advance(holdings.cards().size());
        return stories;
    }

    private static BuildReport report(
            BuildRequest request,
            Holdings holdings,
            Stories stories,
            int pages,
            Output.Published published,
            Assembly site,
            List<Doubt> doubts,
            StageClock clock) {
        int[] roles = new int[Stories.Role.values().length];
        for (Stories.Story story : stories.stories()) {
            story.members().forEach(member -> roles[member.role().ordinal()]++);
        }
        List<String> told = new ArrayList<>(site.notes());
        told.addAll(holdings.standing());
        for (SitePath path : published.notOurs()) {
            told.add(path + " in the output is not ours and was left as it is");
        }
        return new BuildReport(
                holdings.files().size(),
                holdings.freshFiles(),
                holdings.cards().size(),
                stories.stories().size(),
                roles[Stories.Role.COPY.ordinal()],
                roles[Stories.Role.VERSION.ordinal()],
                holdings.repeatedLines(),
                holdings.boilerplateLines(),
                pages,
                published.written(),
                published.files() - published.written(),
                published.deleted(),
                site.problems(),
                doubts,
                told,
                clock.stages(),
                request.output().resolve("index.html"));
    }
}
