package org.backfile.article;

import java.util.IdentityHashMap;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the element of a page that holds the article: one marked as such, or else the one with most text in paragraphs
 * of its own, its grandchildren's counted by half.
 */
final class HtmlRoot {
    private static final int LEAST_PARAGRAPH = 25;

    /** Marked elements, the surest first; the longest of a kind counts, if it has this share of the page's paragraphs. */
    private static final String[] MARKED = {"[itemprop~=articleBody]", "article", "[role=main]", "main"};

    private static final int SHARE = 4;

    private HtmlRoot() {}

    static Element of(Document page) {
        IdentityHashMap<Element, Integer> scores = new IdentityHashMap<>();
        IdentityHashMap<Element, Integer> within = new IdentityHashMap<>();
        int all = 0;
        for (Element paragraph : page.select("p")) {
            int length = paragraph.ownText().length();
            all += length;
            Element parent = paragraph.parent();
            if (length >= LEAST_PARAGRAPH && parent != null) {
                scores.merge(parent, length, Integer::sum);
                if (parent.parent() != null) {
                    scores.merge(parent.parent(), length / 2, Integer::sum);
                }
            }
            for (Element above = parent; above != null; above = above.parent()) {
                within.merge(above, length, Integer::sum);
            }
        }
        for (String kind : MARKED) {
            Element longest = longest(page, kind, within);
            if (longest != null && within.getOrDefault(longest, 0) * SHARE >= all && hasText(longest)) {
                return longest;
            }
        }
        return best(page, scores);
    }

    private static boolean hasText(Element element) {
        return element.text().length() >= LEAST_PARAGRAPH;
    }

    private static @Nullable Element longest(Document page, String kind, IdentityHashMap<Element, Integer> within) {
        Element longest = null;
        for (Element element : page.select(kind)) {
            if (longest == null || within.getOrDefault(element, 0) > within.getOrDefault(longest, 0)) {
                longest = element;
            }
        }
        return longest;
    }

    /** The element with the best score, the first in the page of equal ones. */
    private static Element best(Document page, IdentityHashMap<Element, Integer> scores) {
        Element best = page.body();
        int most = 0;
        for (Element element : page.getAllElements()) {
            int score = scores.getOrDefault(element, 0);
            if (score > most) {
                best = element;
                most = score;
            }
        }
        return best;
    }
}
