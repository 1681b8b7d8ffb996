package org.backfile.article;

import java.util.List;
import org.backfile.source.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What is written as metadata in a stretch of lines, and which lines that takes; the other lines are for inference,
 * whose findings fill the fields that are not written. Immutable.
 */
final class WrittenHead {
    private final Fields fields;
    private final int firstLine;
    private final @Nullable LineRole[] roles;
    private final int[] cuts;
    private final List<Problem> problems;

    /** The head of a stretch from {@code firstLine} on; {@code roles} are those of its lines, null for other text. */
    WrittenHead(Fields fields, int firstLine, @Nullable LineRole[] roles, List<Problem> problems) {
        this(fields, firstLine, roles, new int[0], problems);
    }

    /** The same, where {@code cuts} of the lines' first characters are metadata before other text; empty where none are. */
    WrittenHead(Fields fields, int firstLine, @Nullable LineRole[] roles, int[] cuts, List<Problem> problems) {
        this.cuts = cuts.clone();
        this.fields = fields;
        this.firstLine = firstLine;
        this.roles = roles.clone();
        this.problems = List.copyOf(problems);
    }

    /** The fields written; none else. */
    Fields fields() {
        return fields;
    }

    /** The last line, from 1, that the head looked at; all later ones are for inference. */
    int lastLine() {
        return firstLine + roles.length - 1;
    }

    /** The role of line {@code line}, from 1; null where it is not metadata. */
    @Nullable
    LineRole roleOf(int line) {
        int i = line - firstLine;
        return i < 0 || i >= roles.length ? null : roles[i];
    }

    /** True where text stands behind metadata on a line. */
    boolean cutsLines() {
        return cuts.length > 0;
    }

    /** How many characters of line {@code line} are metadata before its text. */
    int cutOf(int line) {
        int i = line - firstLine;
        return i < 0 || i >= cuts.length ? 0 : cuts[i];
    }

    int firstLine() {
        return firstLine;
    }

    List<Problem> problems() {
        return problems;
    }
}
