package org.backfile.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.backfile.page.Content.Group;
import org.backfile.page.Content.Listing;
import org.backfile.page.Content.Part;
import org.backfile.page.Content.Step;

/** The listings that are sorted by headline: A to Z, and those whose stories no date tells apart. */
final class HeadlineShelf {
    private static final String NUMBERS = "0-9";
    private static final String HAN = "han";

    private HeadlineShelf() {}

    /** A story and what it is sorted by. */
    record Keyed(String key, int story) implements Comparable<Keyed> {
        @Override
        public int compareTo(Keyed other) {
            int byKey = byCodePoint(key, other.key);
            return byKey != 0 ? byKey : Integer.compare(story, other.story);
        }
    }

    /** The stories by headline, each with a key of its own; O(n log n). */
    static List<Keyed> byKey(Catalog catalog, int[] stories) {
        Keyed[] keyed = Arrays.stream(stories)
                .parallel()
                .mapToObj(story -> new Keyed(catalog.headlineKey(story), story))
                .toArray(Keyed[]::new);
        Arrays.parallelSort(keyed);
        return List.of(keyed);
    }

    /** Compares by code point, as {@link Division} needs it; a string's own order is by UTF-16 unit. */
    static int byCodePoint(String a, String b) {
        int limit = Math.min(a.length(), b.length());
        for (int i = 0; i < limit; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean surrogates = Character.isSurrogate(x) != Character.isSurrogate(y);
                return surrogates ? (Character.isSurrogate(x) ? 1 : -1) : Character.compare(x, y);
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    /** Adds a page for each leaf of the list, and a door to it. */
    static void divide(
            Catalog catalog,
            Shelf shelf,
            String folder,
            List<Step> way,
            List<Keyed> keyed,
            List<Part> parts,
            List<Page> pages) {
        List<String> keys = keyed.stream().map(Keyed::key).toList();
        for (Division.Leaf leaf :
                Division.divide(keys, i -> catalog.weight(keyed.get(i).story()))) {
            SitePath path = leafPath(folder, leaf);
            Label label = label(leaf);
            int[] stories = stories(keyed.subList(leaf.from(), leaf.to()));
            // no count: it would change with each addition
            parts.add(new Part(label, path, 0));
            pages.add(new Page(
                    path,
                    () -> new Listing(
                            shelf, label, way, List.of(), List.of(new Group(null, TimeShelf.rows(catalog, stories))))));
        }
    }

    /** The page of a leaf; no name in it is one that Windows reserves. */
    static SitePath leafPath(String folder, Division.Leaf leaf) {
        return new SitePath(folder + "/az/from-" + written(leaf.name()) + ".html");
    }

    /** The signs by which {@link HeadlineOrder} sets a letter after another are no characters for a path. */
    private static String written(String beginning) {
        StringBuilder written = new StringBuilder(beginning.length());
        for (int i = 0; i < beginning.length(); i++) {
            char c = beginning.charAt(i);
            written.append(c >= 0xFFF0 ? "_" + (c - 0xFFF0) : String.valueOf(c));
        }
        return written.toString();
    }

    /** A beginning as readers see it. */
    static Label label(Division.Leaf leaf) {
        return Label.from(leaf.name().replaceAll("[\\x{FFF0}-\\x{FFFF}]", ""));
    }

    static int[] stories(List<Keyed> keyed) {
        return keyed.stream().mapToInt(Keyed::story).toArray();
    }

    /** The pages from A to Z: one that lists the letters, one for each letter, and leaves where a letter is long. */
    static List<Page> pages(Catalog catalog) {
        List<Page> pages = new ArrayList<>();
        if (catalog.stories() == 0) {
            return pages;
        }
        Map<String, List<Keyed>> letters = new LinkedHashMap<>();
        for (Keyed keyed : byKey(catalog, catalog.inTime())) {
            letters.computeIfAbsent(letter(catalog.letter(keyed.key())), l -> new ArrayList<>())
                    .add(keyed);
        }
        List<Step> way = List.of(new Step(Label.HOME, Shelf.YEARS.door()));
        List<Part> doors = new ArrayList<>();
        letters.forEach((letter, keyed) -> {
            SitePath path = new SitePath(Shelf.HEADLINES.id() + "/" + letter + ".html");
            doors.add(new Part(Label.letter(shown(letter)), path, 0));
            addLetter(catalog, letter, path, keyed, pages);
        });
        pages.add(new Page(
                Shelf.HEADLINES.door(),
                () -> new Listing(Shelf.HEADLINES, Label.of(Shelf.HEADLINES), way, doors, List.of())));
        return pages;
    }

    private static void addLetter(Catalog catalog, String letter, SitePath path, List<Keyed> keyed, List<Page> pages) {
        List<Step> way = List.of(
                new Step(Label.HOME, Shelf.YEARS.door()), new Step(Label.of(Shelf.HEADLINES), Shelf.HEADLINES.door()));
        Label label = Label.letter(shown(letter));
        int[] stories = stories(keyed);
        List<Part> parts = new ArrayList<>();
        boolean fits = Division.fits(stories.length, catalog.weight(stories));
        if (!fits) {
            List<Step> further = new ArrayList<>(way);
            further.add(new Step(label, path));
            divide(catalog, Shelf.HEADLINES, Shelf.HEADLINES.id() + "/" + letter, further, keyed, parts, pages);
        }
        pages.add(new Page(path, () -> {
            List<Group> groups = fits ? List.of(new Group(null, TimeShelf.rows(catalog, stories))) : List.of();
            return new Listing(Shelf.HEADLINES, label, way, parts, groups);
        }));
    }

    /** A letter's file; the characters of a script with very many of them share one. */
    static String letter(String heading) {
        int c = heading.codePointAt(0);
        if (heading.equals(HeadlineOrder.NUMBERS) || !Character.isLetter(c)) {
            return NUMBERS;
        }
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN ? HAN : heading.toLowerCase(Locale.ROOT);
    }

    private static String shown(String letter) {
        return switch (letter) {
            case HAN -> "漢字";
            case NUMBERS -> "0–9";
            default -> letter.toUpperCase(Locale.ROOT);
        };
    }
}
