package org.backfile.story;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.backfile.article.ArticleCard;

/** Tells what decides about a pair. For one pair, by one thread. */
final class PairExplainer {
    private static final BitSet NOTHING = new BitSet();

    private final Judge judge;
    private final PairAligner aligner = new PairAligner();

    PairExplainer(Judge judge) {
        this.judge = judge;
    }

    /** Explains; the first of the two must be the longer one, as in grouping. */
    PairExplanation explain(ArticleCard cardA, Fingerprint printA, ArticleCard cardB, Fingerprint printB) {
        Comparison comparison = new Comparer().compare(printA, NOTHING, printB, NOTHING);
        int daysApart = TextDates.daysApart(cardA.date(), cardB.date());
        int[] a = printA.tokens();
        int[] b = printB.tokens();
        aligner.align(printA, printB);
        DecidingRule rule =
                sameWords(cardA, cardB) ? DecidingRule.SAME_WORDS : judge.decide(judge.likeness(comparison), daysApart);
        return new PairExplanation(
                rule,
                comparison.shareOfA(),
                comparison.shareOfB(),
                shared(a, b),
                differences(a, b),
                own(a, b),
                own(b, a),
                daysApart);
    }

    private static boolean sameWords(ArticleCard a, ArticleCard b) {
        return a.bodySha1().equals(b.bodySha1())
                && (a.words() >= DistinctTexts.TELLING_WORDS || java.util.Objects.equals(a.headline(), b.headline()));
    }

    private List<PairExplanation.Run> shared(int[] a, int[] b) {
        List<PairExplanation.Run> runs = new ArrayList<>();
        int length = 0;
        for (int i = 0; i <= a.length; i++) {
            int j = i < a.length ? aligner.partnerOfA(i) : -1;
            boolean same = j >= 0 && Token.sameWord(a[i], b[j]);
            boolean continues = same && length > 0 && aligner.partnerOfA(i - 1) == j - 1;
            if (length > 0 && !continues) {
                runs.add(new PairExplanation.Run(i - length, aligner.partnerOfA(i - length), length));
                length = 0;
            }
            length += same ? 1 : 0;
        }
        return runs;
    }

    private List<PairExplanation.Difference> differences(int[] a, int[] b) {
        List<PairExplanation.Difference> differences = new ArrayList<>();
        for (int i = 0; i < a.length; i++) {
            int j = aligner.partnerOfA(i);
            if (j >= 0 && !Token.sameWord(a[i], b[j]) && says(a[i]) && Token.kind(a[i]) == Token.kind(b[j])) {
                differences.add(new PairExplanation.Difference(i, j));
            }
        }
        return differences;
    }

    private static List<Integer> own(int[] text, int[] other) {
        Set<Integer> known = new HashSet<>();
        for (int token : other) {
            known.add(Token.word(token));
        }
        List<Integer> own = new ArrayList<>();
        for (int i = 0; i < text.length; i++) {
            if (says(text[i]) && known.add(Token.word(text[i]))) {
                own.add(i);
            }
        }
        return own;
    }

    /** Whether the word says who or how much. */
    private static boolean says(int token) {
        return Token.kind(token) == Token.NAME || Token.kind(token) == Token.NUMBER;
    }
}
