package org.backfile.article;

import org.backfile.source.Lines;
import org.jspecify.annotations.Nullable;

/** The first-level heading at the top of a Markdown text, {@code # Headline} or underlined with equals signs. Stateless. */
final class MarkdownHeading {
    /** How many lines with text may stand above it. */
    private static final int LINES_ABOVE = 3;

    private static final int LONGEST = 1000;

    private MarkdownHeading() {}

    /** The heading's line, from 1, or 0 where there is none near the top. */
    static int line(Lines lines, int from) {
        int seen = 0;
        for (int line = from; line <= lines.count() && seen <= LINES_ABOVE; line++) {
            if (lines.end(line) - lines.start(line) > LONGEST) {
                return 0;
            }
            String text = lines.get(line).strip();
            if (isHash(text) || (!text.isEmpty() && isUnderlined(lines, line))) {
                return line;
            }
            seen += text.isEmpty() ? 0 : 1;
        }
        return 0;
    }

    private static boolean isHash(String text) {
        return text.length() > 2 && text.charAt(0) == '#' && (text.charAt(1) == ' ' || text.charAt(1) == '\t');
    }

    private static boolean isUnderlined(Lines lines, int line) {
        if (line >= lines.count() || lines.end(line + 1) - lines.start(line + 1) > LONGEST) {
            return false;
        }
        String below = lines.get(line + 1).stripTrailing();
        return below.length() >= 2 && below.chars().allMatch(c -> c == '=');
    }

    /** The last line that the heading takes. */
    static int lastLine(Lines lines, int heading) {
        return isHash(lines.get(heading).strip()) ? heading : heading + 1;
    }

    /** The heading's words, without its marks. */
    static Stated<String> headline(Lines lines, int heading) {
        String raw = lines.get(heading);
        int from = 0;
        while (from < raw.length() && (raw.charAt(from) == '#' || TextLines.isSpace(raw.charAt(from)))) {
            from++;
        }
        int to = raw.length();
        while (to > from && (raw.charAt(to - 1) == '#' || TextLines.isSpace(raw.charAt(to - 1)))) {
            to--;
        }
        Evidence.Place place = new Evidence.Place(heading, heading, from + 1, Math.max(to, from + 1));
        return new Stated<>(raw.substring(from, to), new Evidence(place, Rule.MARKDOWN_HEADING, Confidence.INFERRED));
    }

    /** True where the heading is the article's headline: none is written, or the same. */
    static boolean agrees(Stated<String> heading, @Nullable Stated<String> written) {
        return !heading.value().isEmpty() && (written == null || written.value().equalsIgnoreCase(heading.value()));
    }
}
