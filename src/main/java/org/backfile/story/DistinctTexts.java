package org.backfile.story;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.backfile.article.ArticleCard;
import org.backfile.article.ArticleId;

/**
 * The texts of an archive, each once however often it was printed: articles with the same body are one text. A body of
 * fewer than {@value #TELLING_WORDS} words ("See page 4.") says too little by itself: there the headline counts too. An
 * article that somebody told apart from another is a text of its own.
 *
 * <p>Texts are numbered from the longest to the shortest (equal lengths by body hash, headline, path): an order that the
 * texts give, whatever the order of the files.
 */
final class DistinctTexts {
    static final int TELLING_WORDS = 8;

    private final int[] textOfCard;
    /** The cards, those of one text behind each other in the order of ids. */
    private final int[] order;
    /** By text, where its cards begin in that order, and at the end where the last ones end. */
    private final int[] starts;

    private DistinctTexts(int[] textOfCard, int[] order, int[] starts) {
        this.textOfCard = textOfCard;
        this.order = order;
        this.starts = starts;
    }

    static DistinctTexts of(List<ArticleCard> cards, Verdicts verdicts) {
        Set<ArticleId> alone = new HashSet<>();
        for (Verdicts.Pair pair : verdicts.different()) {
            alone.add(pair.one());
            alone.add(pair.other());
        }
        BitSet repeated = new BitSet(cards.size());
        int[] order = inOrder(cards, alone, repeated);
        int[] textOfCard = new int[order.length];
        int[] starts = new int[order.length + 1];
        int count = 0;
        for (int i = 0; i < order.length; i++) {
            if (!repeated.get(i)) {
                starts[count++] = i;
            }
            textOfCard[order[i]] = count - 1;
        }
        starts[count] = order.length;
        return new DistinctTexts(textOfCard, order, Arrays.copyOf(starts, count + 1));
    }

    /**
     * The cards, those of one text behind each other.
     *
     * @param repeated takes the places of those that have the text of the one before
     */
    private static int[] inOrder(List<ArticleCard> cards, Set<ArticleId> alone, BitSet repeated) {
        long[] order = new long[cards.size()];
        for (int card = 0; card < order.length; card++) {
            order[card] = (long) (Integer.MAX_VALUE - cards.get(card).words()) << Integer.SIZE | card;
        }
        Arrays.sort(order);
        forRunsOfEqual(order, 0, order.length, (start, end) -> {
            for (int i = start; i < end; i++) {
                int hash = cards.get((int) order[i]).bodySha1().hashCode();
                order[i] = (long) hash << Integer.SIZE | (int) order[i];
            }
            Arrays.sort(order, start, end);
            forRunsOfEqual(order, start, end, (from, to) -> {
                sortWhole(order, from, to, cards, alone);
                for (int i = from + 1; i < to; i++) {
                    repeated.set(i, compare(cards.get((int) order[i - 1]), cards.get((int) order[i]), alone) == 0);
                }
            });
        });
        int[] places = new int[order.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = (int) order[i];
        }
        return places;
    }

    /** Hands on each run of two or more that agree in the upper half. */
    private static void forRunsOfEqual(long[] order, int from, int to, Workers.Range work) {
        for (int start = from, end; start < to; start = end) {
            end = start + 1;
            while (end < to && order[end] >>> Integer.SIZE == order[start] >>> Integer.SIZE) {
                end++;
            }
            if (end - start > 1) {
                work.work(start, end);
            }
        }
    }

    private static void sortWhole(long[] order, int start, int end, List<ArticleCard> cards, Set<ArticleId> alone) {
        int[] sorted = Arrays.stream(order, start, end)
                .mapToObj(card -> (int) card)
                .sorted((one, other) -> compare(cards.get(one), cards.get(other), alone))
                .mapToInt(card -> card)
                .toArray();
        for (int i = start; i < end; i++) {
            order[i] = sorted[i - start];
        }
    }

    /** The order of two articles; 0 for those of one text. */
    private static int compare(ArticleCard one, ArticleCard other, Set<ArticleId> alone) {
        if (one.words() != other.words()) {
            return Integer.compare(other.words(), one.words());
        }
        int order = one.bodySha1().compareTo(other.bodySha1());
        return order != 0 ? order : besideBody(one, alone).compareTo(besideBody(other, alone));
    }

    /** What, beside the body, makes an article a text of its own. */
    private static String besideBody(ArticleCard card, Set<ArticleId> alone) {
        if (alone.contains(card.id())) {
            return "/" + card.id();
        }
        return card.words() >= TELLING_WORDS || card.headline() == null ? "" : ":" + card.headline();
    }

    int count() {
        return starts.length - 1;
    }

    int textOf(int card) {
        return textOfCard[card];
    }

    /** A number for each text's words, capitals and stops: the same words, the same number, in any archive. */
    long[] keys(List<ArticleCard> cards, Fingerprints fingerprints, Workers workers) {
        long[] keys = new long[count()];
        workers.forRanges(keys.length, (from, to) -> {
            for (int text = from; text < to; text++) {
                String sha1 = cards.get(firstCard(text)).bodySha1();
                keys[text] = Fingerprint.mix(Fingerprint.mix(sha1.hashCode() ^ fingerprints.key(firstCard(text)))
                        ^ sha1.substring(20).hashCode());
            }
        });
        return keys;
    }

    /** The length of each text's body in words. */
    int[] words(List<ArticleCard> cards) {
        int[] words = new int[count()];
        Arrays.setAll(words, text -> cards.get(firstCard(text)).words());
        return words;
    }

    /** The first article, in the order of ids, that carries the text. */
    int firstCard(int text) {
        return order[starts[text]];
    }

    /** Hands on all articles that carry the text, in the order of ids. */
    void forEachCard(int text, IntConsumer out) {
        for (int i = starts[text]; i < starts[text + 1]; i++) {
            out.accept(order[i]);
        }
    }
}
