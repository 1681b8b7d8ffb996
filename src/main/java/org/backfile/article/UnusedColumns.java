package org.backfile.article;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.backfile.source.Problem;
import org.backfile.source.ProblemKind;

/** The columns of a table that hold something and are called by no name of {@link FieldName}. For one file. */
final class UnusedColumns {
    private static final int MOST_SHOWN = 6;
    private static final int LONGEST = 30;

    private final Set<String> names = new LinkedHashSet<>();

    void add(String name, String value) {
        if (!value.isBlank() && names.size() <= 10 * MOST_SHOWN) {
            names.add(name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…");
        }
    }

    /** One problem for all of them; none where there are none. */
    List<Problem> problems(String path) {
        if (names.isEmpty()) {
            return List.of();
        }
        List<String> shown = new ArrayList<>(names).subList(0, Math.min(names.size(), MOST_SHOWN));
        String list = "\"" + String.join("\", \"", shown) + "\"" + (names.size() > MOST_SHOWN ? " and more" : "");
        String message = (names.size() == 1 ? "column " + list + " is" : "columns " + list + " are") + " not shown";
        return List.of(new Problem(path, 1, 0, ProblemKind.UNUSED_COLUMN, message));
    }
}
