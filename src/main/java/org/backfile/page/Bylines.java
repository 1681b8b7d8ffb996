package org.backfile.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The people named in a byline as printed: {@code Ada Pell and Jo Marsh, Staff Writers} are two. Stateless, linear. */
final class Bylines {
    private static final Set<String> JOINTS = Set.of("and", "&", "und", "et", "y", "e", "with", "mit", "avec", "con");

    /** Words that make a part of a byline an office and not a person. */
    private static final Set<String> OFFICES = Set.of(
            "writer",
            "writers",
            "editor",
            "editors",
            "reporter",
            "reporters",
            "correspondent",
            "correspondents",
            "staff",
            "columnist",
            "critic",
            "contributor",
            "photographer",
            "bureau",
            "desk",
            "special",
            "redakteur",
            "redaktion",
            "korrespondent",
            "correspondant",
            "rédaction",
            "redacción",
            "corresponsal",
            "jr",
            "sr",
            "phd",
            "md");

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern SPACES_AND_DOTS = Pattern.compile("[\\s.]+");
    private static final int MOST_AUTHORS = 12;

    private Bylines() {}

    /** The names, in the order printed, at most twelve; the byline as a whole where nothing in it reads like a name. */
    static List<String> authors(String byline) {
        List<String> names = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        for (String word : SPACES.split(byline.strip(), 100)) {
            if (JOINTS.contains(word.toLowerCase(Locale.ROOT))) {
                take(names, name);
                continue;
            }
            boolean last = word.endsWith(",") || word.endsWith(";") || word.endsWith("/");
            name.append(name.length() == 0 ? "" : " ").append(last ? word.substring(0, word.length() - 1) : word);
            if (last) {
                take(names, name);
            }
        }
        take(names, name);
        return names.isEmpty() ? List.of(byline.strip()) : List.copyOf(names);
    }

    private static void take(List<String> names, StringBuilder name) {
        String found = name.toString().strip();
        name.setLength(0);
        if (!found.isEmpty() && names.size() < MOST_AUTHORS && !isOffice(found) && !names.contains(found)) {
            names.add(found);
        }
    }

    private static boolean isOffice(String part) {
        for (String word : SPACES_AND_DOTS.split(part.toLowerCase(Locale.ROOT), -1)) {
            if (OFFICES.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
