package org.backfile.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.backfile.source.Lines;

/**
 * Finds where one text file holds many articles. Tried in this order, the first that finds two articles wins: the
 * numbered documents of Nexis ({@code 3 of 250 DOCUMENTS}), the documents of Factiva (ending {@code Document LBA000…}),
 * mail blocks ({@code From}, {@code Subject}, {@code Date}), form feeds, and lines of dashes, equals signs, stars or
 * hashes. Form feeds and lines part articles only where what they part looks alike: each piece begins as an article does
 * and none is a mere note. A single article with a divider in it stays one. One pass for each kind; stateless.
 */
final class ArticleSplitter {
    /** What a stretch of lines is. */
    enum Kind {
        /** An article of plain text, perhaps with a header block. */
        TEXT,
        /** An article as Nexis or Factiva export it; {@link ExportHead} reads its head. */
        EXPORT,
        /** Lines between articles. */
        SEPARATOR
    }

    /**
     * A stretch of the file. The parts of a file follow each other without a gap.
     *
     * @param from its first line, from 1
     * @param to its last
     */
    record Part(int from, int to, Kind kind) {}

    private static final int LONGEST_MARK = 120;
    private static final int LEAST_RULE = 5;
    private static final int MOST_HEADLINE = 160;
    private static final int LEAST_TEXT = 50;
    private static final int HEAD_LINES = 4;
    private static final int LONGEST_LOOKED_AT = 2000;

    /** What lines between articles are drawn with, the surest sign first. */
    private static final String SIGNS = "=#*-_~";

    private static final Pattern SPACES = Pattern.compile(" +");

    private final Lines lines;

    private ArticleSplitter(Lines lines) {
        this.lines = lines;
    }

    /** The parts of the file; a single one where it is a single article, none where it has no lines. */
    static List<Part> split(Lines lines) {
        int count = lines.count();
        if (count == 0) {
            return List.of();
        }
        ArticleSplitter splitter = new ArticleSplitter(lines);
        return splitter.nexis()
                .or(splitter::factiva)
                .or(splitter::mail)
                .or(splitter::formFeeds)
                .or(splitter::rules)
                .orElseGet(() -> List.of(new Part(1, count, Kind.TEXT)));
    }

    /** The line, or an empty string where it is too long to mark anything. */
    private String mark(int line) {
        int length = lines.end(line) - lines.start(line);
        return length == 0 || length > LONGEST_MARK ? "" : lines.get(line).strip();
    }

    /** The first sign of the line that is no space, cheaply; U+0000 where it has none near its start. */
    private char first(int line) {
        int end = Math.min(lines.end(line), lines.start(line) + LONGEST_MARK);
        for (int at = lines.start(line); at < end; at++) {
            char c = lines.text().charAt(at);
            if (c > ' ') {
                return c;
            }
        }
        return '\0';
    }

    private Optional<List<Part>> nexis() {
        List<Integer> starts = new ArrayList<>();
        for (int line = 1; line <= lines.count(); line++) {
            char first = first(line);
            if (((first >= '0' && first <= '9') || first == 'D') && isNexisStart(mark(line))) {
                starts.add(line);
            }
        }
        boolean many = starts.size() > 1 || (starts.size() == 1 && ExportHead.isExport(lines, 1, lines.count()));
        return many ? Optional.of(partsBeginningAt(starts, Kind.EXPORT)) : Optional.empty();
    }

    /** {@code 3 of 250 DOCUMENTS}, {@code Document 3 of 250}. */
    static boolean isNexisStart(String mark) {
        String[] words = mark.length() > 40 ? new String[0] : SPACES.split(mark, -1);
        if (words.length != 4) {
            return false;
        }
        boolean first = isNumber(words[0]) && isOf(words[1]) && isNumber(words[2]) && isDocument(words[3]);
        return first || (isDocument(words[0]) && isNumber(words[1]) && isOf(words[2]) && isNumber(words[3]));
    }

    private static boolean isOf(String word) {
        return List.of("of", "von", "de", "di", "van").contains(word.toLowerCase(Locale.ROOT));
    }

    private static boolean isDocument(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.startsWith("document") || lower.startsWith("dokument") || lower.startsWith("documento");
    }

    private static boolean isNumber(String word) {
        return !word.isEmpty() && word.length() <= 7 && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private Optional<List<Part>> factiva() {
        List<Integer> starts = new ArrayList<>();
        int next = 1;
        for (int line = 1; line <= lines.count(); line++) {
            char first = first(line);
            if ((first == 'D' || first == 'A') && ExportHead.isFactivaEnd(mark(line))) {
                starts.add(next);
                next = line + 1;
            }
        }
        if (starts.isEmpty() || !ExportHead.isExport(lines, 1, lines.count())) {
            return Optional.empty();
        }
        List<Part> parts = partsBeginningAt(starts, Kind.EXPORT);
        if (next <= lines.count()) {
            Part last = parts.remove(parts.size() - 1);
            parts.add(new Part(last.from, next - 1, Kind.EXPORT));
            parts.add(new Part(next, lines.count(), afterFactiva(next)));
        }
        return Optional.of(parts);
    }

    /** What stands below the last complete document: one more that was cut off before its end, or the search's summary. */
    private Kind afterFactiva(int from) {
        if (ExportHead.isExport(lines, from, lines.count())) {
            return Kind.EXPORT;
        }
        return hasText(from, lines.count()) ? Kind.TEXT : Kind.SEPARATOR;
    }

    /** False for a summary of the search, which has short lines only. */
    private boolean hasText(int from, int to) {
        for (int line = from; line <= to; line++) {
            if (lines.end(line) - lines.start(line) > LONGEST_MARK
                    && !lines.get(line).isBlank()) {
                return true;
            }
        }
        return false;
    }

    /** Blocks that begin {@code From …}, with a subject and a date in the lines after it. */
    private Optional<List<Part>> mail() {
        List<Integer> starts = new ArrayList<>();
        for (int line = 1; line <= lines.count(); line++) {
            boolean from = first(line) == 'F' && mark(line).startsWith("From");
            if (from && (line == 1 || mark(line - 1).isEmpty() || isRule(mark(line - 1))) && isMailHead(line)) {
                starts.add(line);
            }
        }
        return starts.size() > 1 ? Optional.of(partsBeginningAt(starts, Kind.TEXT)) : Optional.empty();
    }

    private boolean isMailHead(int first) {
        boolean from = mark(first).startsWith("From ") || mark(first).startsWith("From:");
        boolean subject = false;
        boolean date = false;
        for (int line = first + 1;
                line <= Math.min(lines.count(), first + 30) && !mark(line).isEmpty();
                line++) {
            subject |= mark(line).startsWith("Subject:");
            date |= mark(line).startsWith("Date:");
        }
        return from && subject && date;
    }

    /** Parts that begin at these lines; what stands above the first is a separator. */
    private List<Part> partsBeginningAt(List<Integer> starts, Kind kind) {
        List<Part> parts = new ArrayList<>();
        if (starts.get(0) > 1) {
            parts.add(new Part(1, starts.get(0) - 1, Kind.SEPARATOR));
        }
        for (int i = 0; i < starts.size(); i++) {
            int to = i + 1 < starts.size() ? starts.get(i + 1) - 1 : lines.count();
            parts.add(new Part(starts.get(i), to, kind));
        }
        return parts;
    }

    private Optional<List<Part>> formFeeds() {
        List<Integer> feeds = new ArrayList<>();
        for (int line = 1; line <= lines.count(); line++) {
            if (lines.end(line) > lines.start(line) && lines.text().charAt(lines.start(line)) == '\f') {
                feeds.add(line);
            }
        }
        return feeds.isEmpty() ? Optional.empty() : partsBetween(feeds, true);
    }

    private Optional<List<Part>> rules() {
        List<Integer> all = new ArrayList<>();
        for (int line = 1; line <= lines.count(); line++) {
            if (SIGNS.indexOf(first(line)) >= 0 && isRule(mark(line))) {
                all.add(line);
            }
        }
        for (int i = 0; i < SIGNS.length() && !all.isEmpty(); i++) {
            char sign = SIGNS.charAt(i);
            List<Integer> rules =
                    all.stream().filter(line -> first(line) == sign).toList();
            Optional<List<Part>> parts =
                    rules.isEmpty() ? Optional.empty() : partsBetween(rules, sign == '=' || sign == '#');
            if (parts.isPresent()) {
                return parts;
            }
        }
        return Optional.empty();
    }

    /** True for five or more of one sign, spaces left out. */
    static boolean isRule(String mark) {
        if (mark.length() < LEAST_RULE || SIGNS.indexOf(mark.charAt(0)) < 0) {
            return false;
        }
        char sign = mark.charAt(0);
        int signs = 0;
        for (int i = 0; i < mark.length(); i++) {
            if (mark.charAt(i) != sign && mark.charAt(i) != ' ') {
                return false;
            }
            signs += mark.charAt(i) == sign ? 1 : 0;
        }
        return signs >= LEAST_RULE;
    }

    /** The pieces between these lines, where all look like articles; a line with text after its form feed is a first line. */
    private Optional<List<Part>> partsBetween(List<Integer> dividers, boolean strong) {
        List<Part> parts = new ArrayList<>();
        int from = 1;
        int articles = 0;
        for (int i = 0; i <= dividers.size(); i++) {
            int divider = i < dividers.size() ? dividers.get(i) : lines.count() + 1;
            if (from < divider && !isBlank(from, divider - 1)) {
                if (!isArticleLike(from, divider - 1)) {
                    return Optional.empty();
                }
                parts.add(new Part(from, divider - 1, Kind.TEXT));
                articles++;
            } else if (from < divider) {
                parts.add(new Part(from, divider - 1, Kind.SEPARATOR));
            }
            boolean isLineAlone = divider <= lines.count()
                    && (mark(divider).isEmpty() || isRule(mark(divider)))
                    && lines.get(divider).isBlank() == mark(divider).isEmpty();
            if (isLineAlone) {
                parts.add(new Part(divider, divider, Kind.SEPARATOR));
                from = divider + 1;
            } else {
                from = divider;
            }
        }
        return articles > 1 && lookAlike(parts, strong) ? Optional.of(joined(parts)) : Optional.empty();
    }

    private boolean isBlank(int from, int to) {
        for (int line = from; line <= to; line++) {
            if (lines.end(line) > lines.start(line) && !lines.get(line).isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** A short first line without a full stop, or a header block, and then text that is longer. */
    private boolean isArticleLike(int from, int to) {
        int first = from;
        while (lines.get(first).isBlank()) {
            first++;
        }
        if (HeaderBlock.read(lines, first, to, "", DateOrder.UNKNOWN).isPresent()) {
            return true;
        }
        int length = lines.end(first) - lines.start(first);
        String headline = length > MOST_HEADLINE ? "" : lines.get(first).strip();
        if (headline.isEmpty() || Character.isLowerCase(headline.charAt(0))) {
            return false;
        }
        boolean ends = ".,;:。！".indexOf(headline.charAt(headline.length() - 1)) >= 0;
        return !ends && isFollowedByText(first + 1, to, length);
    }

    /** True where longer lines follow the headline, or after a blank line several of its length. */
    private boolean isFollowedByText(int from, int to, int headline) {
        boolean blank = from <= to && lines.get(from).isBlank();
        int characters = 0;
        int longest = 0;
        for (int line = from; line <= to && characters < 2000; line++) {
            int length = lines.end(line) - lines.start(line);
            characters += length;
            longest = Math.max(longest, length);
        }
        return characters >= LEAST_TEXT && (2 * longest > 3 * headline || (blank && characters > 2 * headline));
    }

    /**
     * Most pieces must have the head of an article: a header block, a byline, a line with a date or a dateline. Where
     * the dividers are strong, three pieces with a headline each are enough: chapters are parted by milder signs.
     */
    private boolean lookAlike(List<Part> parts, boolean strong) {
        int articles = 0;
        int heads = 0;
        for (Part part : parts) {
            if (part.kind == Kind.TEXT) {
                articles++;
                heads += hasHead(part) ? 1 : 0;
            }
        }
        return heads * 3 >= articles * 2 || (strong && articles > 2 && heads == 0);
    }

    private boolean hasHead(Part part) {
        if (HeaderBlock.read(lines, part.from, part.to, "", DateOrder.UNKNOWN).isPresent()) {
            return true;
        }
        int seen = 0;
        for (int line = part.from; line <= part.to && seen < HEAD_LINES; line++) {
            if (lines.end(line) - lines.start(line) > LONGEST_LOOKED_AT
                    || lines.get(line).isBlank()) {
                continue;
            }
            String text = lines.get(line).strip();
            boolean isByline = seen > 0
                    && text.length() < 60
                    && text.toLowerCase(Locale.ROOT).startsWith("by ");
            boolean isDate = text.length() < 60
                    && WrittenDate.of(text, DateOrder.DAY_FIRST).date() != null;
            if (isByline || isDate || (seen > 0 && Dateline.of(text) != null)) {
                return true;
            }
            seen++;
        }
        return false;
    }

    private static List<Part> joined(List<Part> parts) {
        List<Part> joined = new ArrayList<>();
        for (Part part : parts) {
            Part last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && last.kind == Kind.SEPARATOR && part.kind == Kind.SEPARATOR) {
                joined.set(joined.size() - 1, new Part(last.from, part.to, Kind.SEPARATOR));
            } else {
                joined.add(part);
            }
        }
        return joined;
    }
}
