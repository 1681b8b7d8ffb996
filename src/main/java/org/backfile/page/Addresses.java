package org.backfile.page;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.backfile.article.ArticleCard;

/**
 * The addresses of all articles of an archive, no two of them the same. They follow from the articles alone, so they can
 * be made while stories are still being found. Immutable; O(n), on all cores.
 */
public final class Addresses {
    private final SitePath[] paths;

    private Addresses(SitePath[] paths) {
        this.paths = paths;
    }

    /**
     * The addresses of these articles.
     *
     * @param cards sorted by id: where two would have one address, the first has it
     */
    public static Addresses of(List<ArticleCard> cards) {
        SitePath[] paths = new SitePath[cards.size()];
        Arrays.parallelSetAll(paths, i -> Address.of(cards.get(i)));
        Set<SitePath> taken = new HashSet<>(paths.length * 2);
        for (int i = 0; i < paths.length; i++) {
            if (!taken.add(paths[i])) {
                paths[i] = Address.longer(cards.get(i));
                taken.add(paths[i]);
            }
        }
        return new Addresses(paths);
    }

    /** The addresses, in the order of the cards. */
    SitePath[] toArray() {
        return paths.clone();
    }
}
