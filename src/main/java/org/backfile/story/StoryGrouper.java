package org.backfile.story;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.backfile.article.ArticleCard;
import org.backfile.article.ArticleId;

/**
 * Groups the articles of an archive into stories: copies, reformatted, edited, shortened, extended and misread versions
 * come together, other news in the same form stays apart. Start here to read how.
 *
 * <p><b>Idea.</b> Two prints of one story may share few phrases, and two stories of one form many; so candidates are
 * found generously, and what decides is the difference between two texts laid side by side: who and how much, and
 * whether words changed one by one or passages were rewritten.
 *
 * <ol>
 *   <li>{@link DistinctTexts}: articles with the same body are one text.
 *   <li>{@link ShingleIndex}: of each two word triples one is indexed (by its hash).
 *   <li>{@link Candidates}: for each text at most 12 others that share most, rare triples counting up to 8 times: what is
 *       shared must come to 5 for a hundred words of the shorter text. A triple of more than 24 texts asks the 6 longest
 *       and the 6 neighbours by length on either side, and only where it is among the rarest sixth of what the text
 *       shares, so that a text printed 100,000 times costs no more than another.
 *   <li>{@link PairAligner}: runs of shared words are chained (at most 40 words apart and 2 words plus a quarter out of
 *       step), gaps are aligned word by word; a misread word is told by its letters.
 *   <li>{@link Judge}: at least 12 words and 70 % of the shorter text (60 % of a misread one) and 22 % of the longer must
 *       match; then names, numbers, rewritten passages and dates may still speak against it, each with a {@link
 *       DecidingRule}.
 *   <li>{@link Joiner}: surest pairs first; stories join only if the texts that speak for them agree.
 *   <li>{@link Boilerplate}: what stands in 16 stories or more no longer counts; pairs still apart are judged again.
 *   <li>{@link StoryBuilder}: the fullest clean text leads.
 * </ol>
 *
 * <p><b>Order.</b> Texts are taken from the longest to the shortest, then by body hash: neither the order of files, nor
 * the number of threads, nor what was cached has a say.
 *
 * <p><b>Cost.</b> Linear in the words of the archive: for 100,000 articles of 203 words eight CPU seconds in
 * a fresh Java, one and a half of them for the fingerprints, more beside other work; measured cases stand in RATIONALE.md. Beside the
 * cards: five to ten bytes a shingle (there is one for each two words) and 100 bytes a compared pair, 0.90 KB for each of those
 * articles. Fingerprints are read once, and for each compared pair.
 *
 * <p><b>What changed.</b> {@link GroupingMemory} spares what is known from the last grouping: all of it where no input
 * changed. Else texts that came or went ({@link Changes}) are looked for on the kept {@link ShinglePages}; only texts that
 * share an asked shingle with one of them ({@link Touched}) get new candidates, from an index of their shingles alone, and
 * only shingles of texts that came, went or were joined otherwise can have become {@link Boilerplate}. Pairs of unchanged
 * texts are not compared again ({@link Alignments}). Joining and building stories start from the beginning. One edit
 * among 100,000 articles of 600 words costs two CPU seconds in a fresh Java, and four bytes a shingle in the store.
 *
 * <p><b>Sources.</b> Candidates by shared shingles: Broder 1997; verifying by alignment as passim does: Smith, Cordell,
 * Mullen 2015; chaining of seeds: Abouelhoda and Ohlebusch 2005; gaps: Needleman and Wunsch 1970. The thresholds are
 * measured, on English.
 *
 * <p>Unchangeable and thread-safe; each grouping starts threads of its own and ends them.
 */
public final class StoryGrouper {
    private final StorySettings settings;

    public StoryGrouper(StorySettings settings) {
        this.settings = settings;
    }

    /** As {@link #group(List, Fingerprints, Verdicts, GroupingMemory)}, with nothing known. */
    public Stories group(List<ArticleCard> cards, Fingerprints fingerprints, Verdicts forced) {
        return group(cards, fingerprints, forced, GroupingMemory.NONE);
    }

    /**
     * Groups articles into stories.
     *
     * @param cards in the order of their ids, no id twice
     * @param memory what the last grouping found out, and where this one keeps that for the next
     * @throws IllegalArgumentException where the cards are in another order, or the memory is none of a grouping
     */
    public Stories group(List<ArticleCard> cards, Fingerprints fingerprints, Verdicts forced, GroupingMemory memory) {
        try (Workers workers = new Workers(settings.threads())) {
            Future<byte[]> digest = workers.begin(() -> inputs(cards, fingerprints, forced));
            Future<Findings> findings = workers.begin(() -> Findings.of(memory));
            DistinctTexts texts = DistinctTexts.of(cards, forced);
            byte[] inputs = Workers.join(digest);
            KnownStories last = KnownStories.of(memory);
            if (last.follow(inputs)) {
                List.of(KnownStories.NAME, Alignments.NAME, Findings.NAME).forEach(memory::retain);
                ShinglePages.retain(memory);
                Workers.join(findings); // a thread that reads the memory must not be stopped half-way
                return last.stories(cards);
            }
            Findings known = Workers.join(findings);
            KnownStories stories = group(cards, texts, fingerprints, forced, inputs, known, memory, workers);
            memory.put(KnownStories.NAME, stories.toBytes());
            return stories.stories(cards);
        }
    }

    private byte[] inputs(List<ArticleCard> cards, Fingerprints fingerprints, Verdicts forced) {
        for (int i = 1; i < cards.size(); i++) {
            if (cards.get(i - 1).id().compareTo(cards.get(i).id()) >= 0) {
                throw new IllegalArgumentException(
                        cards.get(i).id() + " stands after " + cards.get(i - 1).id());
            }
        }
        return KnownStories.digest(cards, fingerprints, forced, settings);
    }

    private KnownStories group(
            List<ArticleCard> cards,
            DistinctTexts texts,
            Fingerprints fingerprints,
            Verdicts forced,
            byte[] inputs,
            Findings known,
            GroupingMemory memory,
            Workers workers) {
        Clusters clusters = new Clusters(texts.count());
        joinByVerdict(cards, texts, forced, clusters);
        if (!forced.different().isEmpty()) {
            joinExactCopies(cards, texts, clusters);
        }
        IntFunction<Fingerprint> fingerprint = text -> fingerprints.get(texts.firstCard(text));
        long[] keys = texts.keys(cards, fingerprints, workers);

        Changes changes = Changes.between(known.keys(), keys);
        ShinglePages pages = ShinglePages.of(memory, workers, changes, texts.words(cards), known, fingerprint);
        BitSet touched = pages.touched(known.magnitudes());
        ShinglePages.Part part = pages.index(touched);
        int[][] candidatesOf = known.candidates(changes, texts.count());
        byte[] magnitudes = known.magnitudes(changes, texts.count());
        Candidates.of(part.index(), pages.words(), touched.stream().toArray(), candidatesOf, magnitudes, workers);
        long[] pairs = CandidatePairs.of(candidatesOf);

        Judge judge = new Judge(settings.dateWindowDays());
        Comparisons comparisons = new Comparisons(fingerprint, keys, judge, Alignments.of(memory), workers);
        Joiner joiner = new Joiner(clusters, comparisons, judge, new TextDates(cards, texts));
        Likeness[] whole = comparisons.whole(pairs);
        joiner.joinNear(pairs, whole);

        int[] near = clusters.all();
        BitSet moved = changes.inOtherCompany(known.near(), near);
        moved.andNot(touched);
        if (part.sieve() != null && !moved.isEmpty()) {
            moved.or(touched);
            part = pages.index(moved);
        }
        Boilerplate boilerplate = Boilerplate.of(part, clusters::find, known.stops());
        long[] alike = alike(pairs, whole);
        BitSet[] off = boilerplate.in(
                textsOf(alike, texts.count()),
                pages.unchanged(known.boilerplate(changes, texts.count()), boilerplate.difference(known.stops())),
                fingerprint,
                workers);
        comparisons.leaveOut(off);
        memory.put(
                Findings.NAME,
                new Findings(
                                keys,
                                pages.words(),
                                pages.oddWords(),
                                magnitudes,
                                candidatesOf,
                                near,
                                boilerplate.stops(),
                                off)
                        .toBytes());

        long[] open = apart(alike, clusters);
        joiner.joinAll(open, comparisons.news(open));
        KnownStories stories =
                new StoryBuilder(cards, texts, pages, comparisons).stories(clusters, joiner.lookAlikes(), inputs);
        memory.put(Alignments.NAME, comparisons.alignments().toBytes());
        return stories;
    }

    /** Tells why two articles are, or are not, one story, by the two alone. Which is given first does not matter. */
    public PairExplanation explain(ArticleCard cardA, Fingerprint printA, ArticleCard cardB, Fingerprint printB) {
        PairExplainer explainer = new PairExplainer(new Judge(settings.dateWindowDays()));
        if (!shorter(cardA, cardB)) {
            return explainer.explain(cardA, printA, cardB, printB);
        }
        PairExplanation turned = explainer.explain(cardB, printB, cardA, printA);
        return turned.turned();
    }

    private static boolean shorter(ArticleCard a, ArticleCard b) {
        return a.words() != b.words() ? a.words() < b.words() : a.bodySha1().compareTo(b.bodySha1()) > 0;
    }

    /** The pairs that share words enough for one story; leaving words out adds nothing to what the others share. */
    private static long[] alike(long[] pairs, Likeness[] whole) {
        long[] alike = new long[pairs.length];
        int count = 0;
        for (int i = 0; i < pairs.length; i++) {
            if (whole[i].matched() >= Judge.LEAST_WORDS) {
                alike[count++] = pairs[i];
            }
        }
        return Arrays.copyOf(alike, count);
    }

    private static int[] textsOf(long[] pairs, int texts) {
        BitSet of = new BitSet(texts);
        for (long pair : pairs) {
            of.set(Comparisons.first(pair));
            of.set(Comparisons.second(pair));
        }
        return of.stream().toArray();
    }

    private static long[] apart(long[] pairs, Clusters clusters) {
        long[] apart = new long[pairs.length];
        int count = 0;
        for (long pair : pairs) {
            if (!clusters.together(Comparisons.first(pair), Comparisons.second(pair))) {
                apart[count++] = pair;
            }
        }
        return Arrays.copyOf(apart, count);
    }

    private static void joinByVerdict(
            List<ArticleCard> cards, DistinctTexts texts, Verdicts forced, Clusters clusters) {
        for (Verdicts.Pair pair : forced.different()) {
            int one = indexOf(cards, pair.one());
            int other = indexOf(cards, pair.other());
            if (one >= 0 && other >= 0 && one != other) {
                clusters.tellApart(texts.textOf(one), texts.textOf(other));
            }
        }
        for (Verdicts.Pair pair : forced.same()) {
            int one = indexOf(cards, pair.one());
            int other = indexOf(cards, pair.other());
            if (one >= 0 && other >= 0) {
                clusters.join(texts.textOf(one), texts.textOf(other));
            }
        }
    }

    /** Copies are texts of their own only where somebody told them apart: each still belongs to the other copies. */
    private static void joinExactCopies(List<ArticleCard> cards, DistinctTexts texts, Clusters clusters) {
        for (int text = 1; text < texts.count(); text++) {
            ArticleCard one = cards.get(texts.firstCard(text - 1));
            ArticleCard other = cards.get(texts.firstCard(text));
            if (other.words() >= DistinctTexts.TELLING_WORDS && one.bodySha1().equals(other.bodySha1())) {
                clusters.join(text - 1, text);
            }
        }
    }

    private static int indexOf(List<ArticleCard> cards, ArticleId id) {
        int low = 0;
        int high = cards.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = cards.get(middle).id().compareTo(id);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }
}
