package org.backfile.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.backfile.article.Article;
import org.backfile.article.ArticleCard;
import org.backfile.article.ArticleId;
import org.backfile.article.Overrides;
import org.backfile.source.Scan;
import org.backfile.source.SourceEntry;
import org.backfile.source.SourceFile;
import org.backfile.source.SourceScan;
import org.backfile.story.DecidingRule;
import org.backfile.story.Fingerprint;
import org.backfile.story.PairExplanation;
import org.backfile.story.Stories;
import org.backfile.story.StoryGrouper;
import org.backfile.story.StorySettings;
import org.backfile.story.Verdicts;
import org.jspecify.annotations.Nullable;

/**
 * Why two articles are, or are not, one story.
 *
 * @param pair what the two texts say by themselves
 * @param rule the rule that decides about the two: an owner's word goes before what the texts say
 * @param together whether this archive has them in one story, which other articles have a say in; null where one of them
 *     is not in the archive
 */
public record StoryExplanation(
        Side one,
        Side other,
        PairExplanation pair,
        DecidingRule rule,
        @Nullable Boolean together) {

    /** The most articles of a file that are tried for the pair most alike. */
    private static final int TRIED = 100;

    /**
     * One of the two articles.
     *
     * @param words of the headline and the body: what places in a {@link PairExplanation} stand for
     * @param ofFile how many articles its file has
     * @param inArchive whether the file belongs to the archive
     */
    public record Side(ArticleCard card, List<String> words, int ofFile, boolean inArchive) {
        public Side {
            words = List.copyOf(words);
        }
    }

    /** An article of one of the files, with what grouping knows of it. */
    private record Candidate(Article article, ArticleCard card, Fingerprint fingerprint) {
        static Candidate of(Article article) {
            return new Candidate(article, ArticleCard.of(article), Fingerprint.of(article));
        }
    }

    /** The articles of a file. */
    private record Found(List<Candidate> candidates, int ofFile, boolean inArchive) {
        Side side(Candidate candidate) {
            return new Side(candidate.card, Fingerprint.words(candidate.article), ofFile, inArchive);
        }
    }

    /**
     * A file and, where it holds several articles, the number of the one that is meant.
     *
     * @param member the path of the file that is meant in a container; empty where {@code file} is none, or all are meant
     * @param number from 1, or 0 where any may be meant
     */
    public record Asked(Path file, String member, int number) {
        /** Whether a source file of that path is meant, where its entry is {@link #file}. */
        public boolean means(String path) {
            return member.isEmpty() || path.endsWith(SourceFile.INSIDE + member);
        }

        /** The name of the file, or of the one in the container. */
        public String name() {
            return member.isEmpty() ? file.toString() : file + SourceFile.INSIDE + member;
        }
    }

    /**
     * Explains two files by what the build of this archive decides. Of files with several articles it takes two that are
     * one story, else the two most alike.
     *
     * @throws Refusal where a file can't be read or holds no such article
     */
    public static StoryExplanation of(BuildRequest request, Asked one, Asked other) {
        ArchiveSettings settings = SettingsFile.read(request.config(), false);
        Overrides overrides = OverridesFile.read(request.overrides());
        try (Workers workers = new Workers(request.threads());
                ReadingStore store = ReadingStore.openToLook(request.store(), settings.readingVersion())) {
            Scan archive = SourceScan.scan(
                    request.sources().stream().filter(Files::exists).toList());
            return store.mending(() -> {
                Holdings holdings = new Reading(settings, overrides, store, request.verify(), workers, Progress.SILENT)
                        .read(archive);
                Reading alone = new Reading(settings, overrides, store, request.verify(), workers, Progress.SILENT);
                Found ofOne = find(one, archive, holdings, alone);
                Found ofOther = find(other, archive, holdings, alone);
                Verdicts verdicts = OverridesFile.verdicts(overrides, holdings);
                Stories stories = ofOne.inArchive && ofOther.inArchive
                        ? SiteBuild.group(holdings, verdicts, request.threads(), store, Progress.SILENT)
                        : new Stories(List.of());
                return explain(ofOne, ofOther, stories, verdicts);
            });
        } catch (IOException e) {
            throw new Refusal(Refusal.reason(e));
        }
    }

    private static Found find(Asked asked, Scan archive, Holdings holdings, Reading alone) throws IOException {
        List<Candidate> all = new ArrayList<>();
        boolean inArchive = false;
        for (SourceEntry entry : archive.entries()) {
            if (entry.file().toRealPath().equals(asked.file.toRealPath())) {
                inArchive = true;
                for (StoredFile file : holdings.files()) {
                    if (isOf(entry, file.path()) && asked.means(file.path())) {
                        holdings.articlesOf(file.path()).forEach(id -> all.add(Candidate.of(holdings.article(id))));
                    }
                }
            }
        }
        if (!inArchive) {
            for (SourceEntry entry : SourceScan.scan(List.of(asked.file)).entries()) {
                alone.explain(
                        entry,
                        false,
                        explanation -> explanation.reading().articles().stream()
                                .filter(article -> asked.means(article.id().path()))
                                .forEach(article -> all.add(Candidate.of(article))));
            }
        }
        List<Candidate> meant = all.stream()
                .filter(candidate -> asked.number == 0 || candidate.article.id().number() == asked.number)
                .toList();
        if (meant.isEmpty()) {
            throw new Refusal(
                    all.isEmpty()
                            ? asked.name() + " holds no article, so there is nothing to compare."
                            : asked.name() + " has no article " + asked.number + "; it holds " + all.size() + ".");
        }
        return new Found(meant, all.size(), inArchive);
    }

    private static boolean isOf(SourceEntry entry, String path) {
        return path.equals(entry.path()) || path.startsWith(entry.path() + SourceFile.INSIDE);
    }

    private static StoryExplanation explain(Found ofOne, Found ofOther, Stories stories, Verdicts verdicts) {
        StoryGrouper grouper = new StoryGrouper(StorySettings.DEFAULTS);
        StoryExplanation best = null;
        for (Candidate a : ofOne.candidates.stream().limit(TRIED).toList()) {
            for (Candidate b : ofOther.candidates.stream().limit(TRIED).toList()) {
                if (a.article.id().equals(b.article.id()) && ofOne.candidates.size() > 1) {
                    continue;
                }
                PairExplanation pair = grouper.explain(a.card, a.fingerprint, b.card, b.fingerprint);
                boolean known = ofOne.inArchive && ofOther.inArchive;
                StoryExplanation explanation = new StoryExplanation(
                        ofOne.side(a),
                        ofOther.side(b),
                        pair,
                        rule(pair, a.article.id(), b.article.id(), verdicts),
                        known ? together(stories, a.article.id(), b.article.id()) : null);
                if (best == null || explanation.alike() > best.alike()) {
                    best = explanation;
                }
            }
        }
        if (best == null) {
            throw new Refusal("Both are the same article.");
        }
        return best;
    }

    private double alike() {
        boolean same = together == null ? rule.sameStory() : together;
        return (same ? 2 : 0) + pair.shareOfA() + pair.shareOfB();
    }

    private static DecidingRule rule(PairExplanation pair, ArticleId a, ArticleId b, Verdicts verdicts) {
        if (names(verdicts.different(), a, b)) {
            return DecidingRule.TOLD_APART;
        }
        return names(verdicts.same(), a, b) ? DecidingRule.TOLD_SAME : pair.rule();
    }

    private static boolean names(List<Verdicts.Pair> pairs, ArticleId a, ArticleId b) {
        return pairs.contains(new Verdicts.Pair(a, b)) || pairs.contains(new Verdicts.Pair(b, a));
    }

    private static boolean together(Stories stories, ArticleId a, ArticleId b) {
        return stories.stories().stream()
                .anyMatch(story -> story.members().stream()
                                .anyMatch(member -> member.article().equals(a))
                        && story.members().stream()
                                .anyMatch(member -> member.article().equals(b)));
    }
}
