package org.backfile.article;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.backfile.source.Lines;
import org.backfile.source.Problem;
import org.backfile.source.ProblemKind;
import org.jspecify.annotations.Nullable;

/**
 * YAML or TOML front matter: lines between two {@code ---} or {@code +++} at the top of a file, as Jekyll, Hugo and
 * Eleventy write it. What is broken is read line by line as far as it goes, and told.
 */
final class FrontMatter {
    /** Longer ones are no front matter; an article with a divider early on is read as an article. */
    private static final int MOST_LINES = 500;

    private static final int MOST_CHARACTERS = 1 << 16;

    /** Front matter that nothing closes is believed up to so many lines. */
    private static final int MOST_UNCLOSED = 64;

    private FrontMatter() {}

    /** The front matter at the top of the lines {@code from} to {@code to}; empty where there is none. */
    static Optional<WrittenHead> read(Lines lines, int from, int to, String path, DateOrder order) {
        int first = from;
        while (first <= to && lines.get(first).isBlank() && first < from + 3) {
            first++;
        }
        String fence = first <= to ? lines.get(first).stripTrailing() : "";
        if (!fence.equals("---") && !fence.equals("+++")) {
            return Optional.empty();
        }
        int end = end(lines, first + 1, to, fence);
        boolean closed = end > 0;
        end = closed ? end : endOfKeys(lines, first + 1, to, fence);
        if (closed ? !hasKey(lines, first + 1, end, fence) : end == first + 1) {
            return Optional.empty();
        }
        WrittenFields fields = new WrittenFields(Rule.FRONT_MATTER, path, order);
        Optional<Problem> broken = fence.equals("+++")
                ? Toml.read(lines, first + 1, end - 1, path, fields)
                : YamlHead.read(lines, first + 1, end - 1, path, fields);
        List<Problem> problems = new java.util.ArrayList<>(fields.problems());
        broken.ifPresent(problems::add);
        if (!closed) {
            problems.add(
                    broken(path, first, "no second \"" + fence + "\" closes it; it is read up to line " + (end - 1)));
        }
        problems.sort(null);
        return Optional.of(
                new WrittenHead(fields.fields(), from, roles(lines, from, closed ? end : end - 1), problems));
    }

    private static @Nullable LineRole[] roles(Lines lines, int from, int end) {
        @Nullable LineRole[] roles = new @Nullable LineRole[end - from + 1];
        Arrays.fill(roles, LineRole.FRONT_MATTER);
        for (int i = 0; i < roles.length && lines.get(from + i).isBlank(); i++) {
            roles[i] = LineRole.BLANK;
        }
        return roles;
    }

    private static int end(Lines lines, int from, int to, String fence) {
        int most = Math.min(to, from + MOST_LINES);
        int characters = 0;
        for (int line = from; line <= most && characters < MOST_CHARACTERS; line++) {
            characters += lines.end(line) - lines.start(line);
            String text = lines.end(line) - lines.start(line) > 8
                    ? ""
                    : lines.get(line).stripTrailing();
            if (text.equals(fence) || (fence.equals("---") && text.equals("..."))) {
                return characters < MOST_CHARACTERS ? line : -1;
            }
        }
        return -1;
    }

    /** The blank line that ends the keys below a fence which nothing closes; {@code from} where no two keys are known. */
    private static int endOfKeys(Lines lines, int from, int to, String fence) {
        char mark = fence.equals("---") ? ':' : '=';
        int known = 0;
        for (int line = from; line <= Math.min(to, from + MOST_UNCLOSED); line++) {
            boolean isLong = lines.end(line) - lines.start(line) > MOST_CHARACTERS / MOST_UNCLOSED;
            String text = isLong ? "" : lines.get(line);
            if (text.isBlank()) {
                return known > 1 && !isLong ? line : from;
            }
            int at = text.indexOf(mark);
            boolean isKey =
                    at > 0 && FieldName.named(text.substring(0, at).strip()).isPresent();
            if (!isKey && (line == from || (text.charAt(0) != ' ' && text.charAt(0) != '-'))) {
                return from;
            }
            known += isKey ? 1 : 0;
        }
        return from;
    }

    /** True where one of the first lines has a key, or there is nothing between the fences. */
    private static boolean hasKey(Lines lines, int from, int end, String fence) {
        char mark = fence.equals("---") ? ':' : '=';
        for (int line = from; line < Math.min(end, from + 5); line++) {
            String text = lines.get(line);
            int at = text.indexOf(mark);
            String key = at < 0 ? "" : text.substring(0, at).strip();
            boolean parted = at + 1 == text.length() || text.charAt(at + 1) == ' ' || mark == '=';
            if (!key.isEmpty() && key.length() <= 40 && key.indexOf(' ') < 0 && parted) {
                return true;
            }
        }
        return from == end;
    }

    /** A problem of front matter at a line. */
    static Problem broken(String path, int line, String why) {
        return new Problem(path, line, 0, ProblemKind.BAD_FRONT_MATTER, why);
    }
}
