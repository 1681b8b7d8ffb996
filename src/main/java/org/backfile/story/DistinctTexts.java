package org.backfile.story;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
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
    private final int[] firstCard;

    private DistinctTexts(int[] textOfCard, int[] firstCard) {
        this.textOfCard = textOfCard;
        this.firstCard = firstCard;
    }

    static DistinctTexts of(List<ArticleCard> cards, Verdicts verdicts) {
        Set<ArticleId> alone = new HashSet<>();
        for (Verdicts.Pair pair : verdicts.different()) {
            alone.add(pair.one());
            alone.add(pair.other());
        }
        Map<String, Integer> byWords = new HashMap<>();
        int[] provisional = new int[cards.size()];
        int[] first = new int[cards.size()];
        int count = 0;
        for (int card = 0; card < provisional.length; card++) {
            String key = key(cards.get(card), alone);
            Integer known = byWords.putIfAbsent(key, count);
            if (known == null) {
                first[count] = card;
                provisional[card] = count++;
            } else {
                provisional[card] = known;
            }
        }
        return inOrderOfLength(cards, provisional, Arrays.copyOf(first, count));
    }

    private static String key(ArticleCard card, Set<ArticleId> alone) {
        if (alone.contains(card.id())) {
            return card.bodySha1() + "/" + card.id();
        }
        return card.words() >= TELLING_WORDS || card.headline() == null
                ? card.bodySha1()
                : card.bodySha1() + ":" + card.headline();
    }

    private static DistinctTexts inOrderOfLength(List<ArticleCard> cards, int[] provisional, int[] first) {
        long[] order = new long[first.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = (long) (Integer.MAX_VALUE - cards.get(first[i]).words()) << Integer.SIZE | i;
        }
        Arrays.sort(order);
        for (int start = 0, end; start < order.length; start = end) {
            end = start + 1;
            while (end < order.length && order[end] >>> Integer.SIZE == order[start] >>> Integer.SIZE) {
                end++;
            }
            if (end - start > 1) {
                sortByHash(order, start, end, cards, first);
            }
        }
        int[] rank = new int[first.length];
        int[] firstCard = new int[first.length];
        for (int i = 0; i < order.length; i++) {
            rank[(int) order[i]] = i;
            firstCard[i] = first[(int) order[i]];
        }
        int[] textOfCard = new int[provisional.length];
        Arrays.setAll(textOfCard, card -> rank[provisional[card]]);
        return new DistinctTexts(textOfCard, firstCard);
    }

    /** Puts texts of one length in the order of their hashes, headlines, articles. */
    private static void sortByHash(long[] order, int start, int end, List<ArticleCard> cards, int[] first) {
        for (int i = start; i < end; i++) {
            String sha1 = cards.get(first[(int) order[i]]).bodySha1();
            order[i] = (long) (beginning(sha1) ^ Integer.MIN_VALUE) << Integer.SIZE | (int) order[i];
        }
        Arrays.sort(order, start, end);
        for (int from = start, to; from < end; from = to) {
            to = from + 1;
            while (to < end && order[to] >>> Integer.SIZE == order[from] >>> Integer.SIZE) {
                to++;
            }
            if (to - from > 1) {
                sortWhole(order, from, to, cards, first);
            }
        }
    }

    /** The first eight digits as a number. */
    private static int beginning(String sha1) {
        int number = 0;
        for (int i = 0; i < Integer.SIZE / 4; i++) {
            number = number << 4 | Character.digit(sha1.charAt(i), 16);
        }
        return number;
    }

    private static void sortWhole(long[] order, int start, int end, List<ArticleCard> cards, int[] first) {
        int[] sorted = IntStream.range(start, end)
                .mapToObj(i -> (int) order[i])
                .sorted((one, other) -> compare(cards, first[one], first[other]))
                .mapToInt(i -> i)
                .toArray();
        for (int i = start; i < end; i++) {
            order[i] = sorted[i - start];
        }
    }

    private static int compare(List<ArticleCard> cards, int one, int other) {
        ArticleCard a = cards.get(one);
        ArticleCard b = cards.get(other);
        int order = a.bodySha1().compareTo(b.bodySha1());
        if (order == 0) {
            order = Objects.toString(a.headline(), "").compareTo(Objects.toString(b.headline(), ""));
        }
        return order != 0 ? order : Integer.compare(one, other);
    }

    int count() {
        return firstCard.length;
    }

    int textOf(int card) {
        return textOfCard[card];
    }

    /** A number for each text's words, capitals and stops: the same words, the same number, in any archive. */
    long[] keys(List<ArticleCard> cards, Fingerprints fingerprints) {
        long[] keys = new long[firstCard.length];
        for (int text = 0; text < keys.length; text++) {
            String sha1 = cards.get(firstCard[text]).bodySha1();
            keys[text] = Fingerprint.mix(Fingerprint.mix(sha1.hashCode() ^ fingerprints.key(firstCard[text]))
                    ^ sha1.substring(20).hashCode());
        }
        return keys;
    }

    /** The first article, in the order of ids, that carries the text. */
    int firstCard(int text) {
        return firstCard[text];
    }
}
