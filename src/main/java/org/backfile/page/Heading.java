package org.backfile.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.backfile.article.ArticleCard;
import org.jspecify.annotations.Nullable;

/**
 * A section, place, author or publication, and the stories under it. Names that fold to one slug are one heading, which
 * bears the commonest spelling.
 */
final class Heading {
    private final Shelf shelf;
    private final String name;
    private final String slug;
    private final String key;
    private final int[] stories;
    private final Content.Step step;

    private Heading(Shelf shelf, String name, String slug, String key, int[] stories) {
        this.shelf = shelf;
        this.name = name;
        this.slug = slug;
        this.key = key;
        this.stories = stories;
        this.step = new Content.Step(Label.named(name), new SitePath(shelf.id() + "/" + slug + "/index.html"));
    }

    Shelf shelf() {
        return shelf;
    }

    /** The name as printed. */
    String name() {
        return name;
    }

    /** The folder of its pages. */
    String slug() {
        return slug;
    }

    /** What it is sorted by. */
    String key() {
        return key;
    }

    /** The numbers of its stories, by date; not to be changed. */
    int[] stories() {
        return stories;
    }

    /** The page that the heading begins with. */
    SitePath page() {
        return step.path();
    }

    Content.Step step() {
        return step;
    }

    /** The folder's name of a heading. */
    static String slug(String name) {
        String slug = Slug.of(name);
        return slug.isEmpty() ? Address.nameless(name) : slug;
    }

    /** What an article says of the shelf's kind of heading, as printed; null where nothing. */
    static @Nullable String value(Shelf shelf, ArticleCard card) {
        String value = switch (shelf) {
            case SECTIONS -> card.section();
            case PLACES -> card.place();
            case PUBLICATIONS -> card.publication() != null ? card.publication() : card.masthead();
            case AUTHORS -> card.byline();
            case YEARS, UNDATED, HEADLINES, ON_THIS_DAY -> null;
        };
        return value == null || value.isBlank() ? null : value;
    }

    /** The names that such a {@link #value} holds: several only in a byline. */
    static List<String> names(Shelf shelf, String value) {
        return shelf == Shelf.AUTHORS ? Bylines.authors(value) : List.of(value.strip());
    }

    /** All headings of a shelf by slug; one pass over the articles. */
    static Map<String, Heading> collect(Shelf shelf, Catalog catalog) {
        Map<String, Gathering> gatherings = new HashMap<>();
        Map<String, Spelling> spellings = new HashMap<>();
        Map<String, List<Spelling>> byValue = new HashMap<>();
        for (int story : catalog.inTime()) {
            for (int place = 0; place < catalog.story(story).members().size(); place++) {
                ArticleCard card = catalog.card(catalog.member(story, place));
                String value = value(shelf, card);
                if (value != null) {
                    byValue.computeIfAbsent(
                                    value,
                                    v -> names(shelf, v).stream()
                                            .map(name -> spellings.computeIfAbsent(name, n -> spelling(n, gatherings)))
                                            .toList())
                            .forEach(spelling -> {
                                spelling.count++;
                                spelling.gathering.add(story);
                            });
                }
            }
        }
        Map<String, Heading> headings = new TreeMap<>();
        gatherings.forEach((slug, gathering) -> headings.put(slug, gathering.heading(shelf, slug)));
        return headings;
    }

    private static Spelling spelling(String name, Map<String, Gathering> gatherings) {
        Gathering gathering = gatherings.computeIfAbsent(slug(name), s -> new Gathering());
        Spelling spelling = new Spelling(name, gathering);
        gathering.spellings.add(spelling);
        return spelling;
    }

    /** The headings in the order of a reader's alphabet. */
    static List<Heading> sorted(Map<String, Heading> headings) {
        List<Heading> sorted = new ArrayList<>(headings.values());
        sorted.sort(Comparator.comparing(Heading::key, Comparator.comparing(Function.identity())));
        return sorted;
    }

    /** A way in which a heading's name is printed, and how often it is. */
    private static final class Spelling {
        private final String name;
        private final Gathering gathering;
        private int count;

        Spelling(String name, Gathering gathering) {
            this.name = name;
            this.gathering = gathering;
        }
    }

    /** A heading while its stories are being gathered. */
    private static final class Gathering {
        private final IntList stories = new IntList();
        private final List<Spelling> spellings = new ArrayList<>();

        void add(int story) {
            if (stories.size() == 0 || stories.last() != story) {
                stories.add(story);
            }
        }

        Heading heading(Shelf shelf, String slug) {
            String name = spellings.stream()
                    .max(Comparator.<Spelling, Boolean>comparing(spelling -> isMixed(spelling.name))
                            .thenComparing(spelling -> spelling.count)
                            .thenComparing(spelling -> spelling.name, Comparator.reverseOrder()))
                    .map(spelling -> spelling.name)
                    .orElseThrow();
            return new Heading(shelf, name, slug, key(shelf, slug), stories.toArray());
        }

        /** Whether it has letters of both cases: capitals throughout are the manner of a page, not a name's spelling. */
        private static boolean isMixed(String name) {
            return name.chars().anyMatch(Character::isUpperCase) && name.chars().anyMatch(Character::isLowerCase);
        }

        /** People are sorted by their last name. */
        private static String key(Shelf shelf, String slug) {
            int lastName = slug.lastIndexOf('-') + 1;
            return shelf == Shelf.AUTHORS && lastName > 0
                    ? slug.substring(lastName) + "-" + slug.substring(0, lastName - 1) + "-"
                    : slug;
        }
    }
}
