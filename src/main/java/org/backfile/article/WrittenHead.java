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
    private final List<Problem> problems;

    /** The head of a stretch from {@code firstLine} on; {@code roles} are those of its lines, null for other text. */
    WrittenHead(Fields fields, int firstLine, @Nullable LineRole[] roles, List<Problem> problems) {
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

    int firstLine() {
        return firstLine;
    }

    List<Problem> problems() {
        return problems;
    }
}
