package org.backfile.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.backfile.source.Lines;
import org.jspecify.annotations.Nullable;

/**
 * Lines {@code Title: …}, {@code By: …}, {@code Date: …} above a text, alone or in a block. A block is believed where
 * two of its lines have the names of fields, or one has and cannot be a sentence of the article: a date that is one, a
 * title with nothing but a blank line after it. A headline may stand above the block; it is left to inference.
 */
final class HeaderBlock {
    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_KEY = 30;
    private static final int MOST_LINES = 40;
    /** So many lines have the headers of a mail that went through many hands. */
    private static final int MOST_LINES_OF_MAIL = 400;
    /** How many lines of text may stand above the block. */
    private static final int LINES_ABOVE = 2;

    private static final int NAME_WORDS = 8;

    private static final Pattern MAIL = Pattern.compile(
            "(?:Message-ID|In-Reply-To|References|Reply-To|Return-Path|Received|Delivered-To|MIME-Version|Content-|List-|X-)",
            Pattern.CASE_INSENSITIVE);

    private final Lines lines;
    private final int to;
    private final String path;
    private final DateOrder order;
    private final boolean envelope;
    /** Whether the block at hand is a mail's: one stands below an envelope, or has a line that only mails have. */
    private boolean mail;

    private record Header(
            int line, int lastLine, String key, @Nullable FieldName field, String value, int column) {
        /** Whether only mails have such a line, which says nothing of the article (RFC 5322, section 3.6; RFC 2045). */
        boolean ofMail() {
            return MAIL.matcher(key).lookingAt();
        }
    }

    private HeaderBlock(Lines lines, boolean envelope, int to, String path, DateOrder order) {
        this.lines = lines;
        this.envelope = envelope;
        this.to = to;
        this.path = path;
        this.order = order;
    }

    /** The block near the top of the lines {@code from} to {@code to}; empty where there is none. */
    static Optional<WrittenHead> read(Lines lines, int from, int to, String path, DateOrder order) {
        boolean envelope = isEnvelope(lines, from, to);
        HeaderBlock block = new HeaderBlock(lines, envelope, to, path, order);
        int above = 0;
        for (int line = envelope ? from + 1 : from;
                line <= to && above <= LINES_ABOVE && line < from + MOST_LINES;
                line++) {
            if (lines.get(line).isBlank()) {
                continue;
            }
            List<Header> headers = block.headersFrom(line);
            if (!headers.isEmpty() && block.isBelieved(headers, above)) {
                return Optional.of(block.head(from, headers));
            }
            above++;
        }
        return Optional.empty();
    }

    /** The header lines that follow each other from {@code first} on; a line without a known name ends them. */
    private List<Header> headersFrom(int first) {
        mail = envelope;
        List<Header> headers = new ArrayList<>();
        int line = first;
        while (line <= to && line < first + (mail ? MOST_LINES_OF_MAIL : MOST_LINES)) {
            Header header = header(line);
            if (header == null) {
                break;
            }
            headers.add(header);
            line = header.lastLine + 1;
        }
        boolean ended = line > to || lines.get(line).isBlank();
        while (!headers.isEmpty()
                && headers.get(headers.size() - 1).field == null
                && !(ended && headers.get(headers.size() - 1).ofMail())) {
            headers.remove(headers.size() - 1);
        }
        return headers;
    }

    private @Nullable Header header(int line) {
        if (lines.end(line) - lines.start(line) > LONGEST_LINE || !hasColon(line)) {
            return null;
        }
        String text = lines.get(line);
        int colon = text.indexOf(':') >= 0 ? text.indexOf(':') : text.indexOf('：');
        String key = colon <= 0 ? "" : text.substring(0, colon).strip();
        if (key.startsWith("**") || key.startsWith("#")) {
            key = key.replace("*", "").replace("#", "").strip();
        }
        boolean shaped = !key.isEmpty()
                && key.length() <= LONGEST_KEY
                && Character.isLetter(key.charAt(0))
                && key.chars().filter(c -> c == ' ').count() <= 2;
        if (!shaped || text.startsWith("//", colon + 1)) {
            return null;
        }
        int last = line;
        StringBuilder value =
                new StringBuilder(text.substring(colon + 1).replace("**", "").strip());
        mail |= MAIL.matcher(key).lookingAt();
        while (last + 1 <= to && isContinuation(last + 1) && last < line + (mail ? MOST_LINES : 5)) {
            value.append(' ').append(lines.get(++last).strip());
        }
        FieldName field =
                FieldName.named(key).filter(named -> named != FieldName.BODY).orElse(null);
        if (field == FieldName.SECTION && key.equalsIgnoreCase("rubrik") && words(value.toString()) > 2) {
            field = FieldName.HEADLINE; // a section in German, a headline in Swedish
        }
        int column = Math.min(colon + 2, Math.max(1, text.length()));
        return new Header(line, last, key, field, EncodedWords.decode(value.toString()), column);
    }

    /** A quick look: a colon near enough for a key before it. */
    private boolean hasColon(int line) {
        int end = Math.min(lines.end(line), lines.start(line) + 2 * LONGEST_KEY);
        for (int at = lines.start(line); at < end; at++) {
            char c = lines.text().charAt(at);
            if (c == ':' || c == '：') {
                return true;
            }
        }
        return false;
    }

    /** A line set in; in a mail whatever it holds (RFC 5322, section 2.2.3). */
    private boolean isContinuation(int line) {
        String text = lines.end(line) - lines.start(line) > LONGEST_LINE ? "" : lines.get(line);
        return text.length() > 2
                && (text.charAt(0) == ' ' || text.charAt(0) == '\t')
                && !text.isBlank()
                && (mail || text.indexOf(':') < 0);
    }

    private boolean isBelieved(List<Header> headers, int above) {
        long known = headers.stream().filter(this::says).count();
        if (known >= 2) {
            return known * 2
                    >= headers.stream().filter(header -> !header.ofMail()).count();
        }
        if (known == 0 || headers.size() > 2) {
            return false;
        }
        Header one = headers.stream().filter(this::says).findFirst().orElseThrow();
        return switch (one.field == null ? FieldName.OTHER : one.field) {
            case DATE, LOADED -> true;
            case HEADLINE -> above == 0 && endsBlock(one.lastLine);
            case BYLINE ->
                words(one.value) <= NAME_WORDS && endsBlock(one.lastLine) && PrintedDate.find(one.value) == null;
            default -> false;
        };
    }

    /** True for a line that has a field's name and a value that such a field can have. */
    private boolean says(Header header) {
        if (header.field == null || header.field == FieldName.OTHER || header.value.isEmpty()) {
            return false;
        }
        return switch (header.field) {
            case DATE, CREATED, LOADED ->
                WrittenDate.of(header.value, order).date() != null || isShortFigure(header.value);
            case BYLINE, PLACE, SECTION, AGENCY, PUBLICATION, LANGUAGE, KICKER -> words(header.value) <= 2 * NAME_WORDS;
            default -> true;
        };
    }

    /** A date that is meant as one though it is not understood: {@code 3/4/14}. */
    private static boolean isShortFigure(String value) {
        return value.length() <= 12
                && Character.isDigit(value.charAt(0))
                && value.chars().allMatch(c -> Character.isDigit(c) || "/.- ".indexOf(c) >= 0);
    }

    private boolean endsBlock(int line) {
        return line + 1 > to || lines.get(line + 1).isBlank();
    }

    private static long words(String text) {
        long[] words = {0};
        Words.forEach(text, word -> words[0]++);
        return words[0];
    }

    /** The line that begins a mail in an mbox: {@code From ann@lantern.example Tue Dec 30 08:15:00 2014}. */
    private static boolean isEnvelope(Lines lines, int from, int to) {
        boolean begins = from < to && lines.text().startsWith("From ", lines.start(from));
        return begins
                && lines.end(from) - lines.start(from) <= LONGEST_LINE
                && lines.get(from + 1).indexOf(':') > 0;
    }

    private WrittenHead head(int from, List<Header> headers) {
        WrittenFields fields = new WrittenFields(Rule.HEADER_LINE, path, order);
        int last = headers.get(headers.size() - 1).lastLine;
        @Nullable LineRole[] roles = new @Nullable LineRole[last - from + 1];
        if (envelope) {
            roles[0] = LineRole.FRONT_MATTER;
        }
        for (Header header : headers) {
            for (int line = header.line; line <= header.lastLine; line++) {
                roles[line - from] = LineRole.FRONT_MATTER;
            }
            if (header.field != null) {
                int end = Math.max(header.column, lines.get(header.lastLine).length());
                fields.put(
                        header.field,
                        header.value,
                        new Evidence.Place(header.line, header.lastLine, header.column, end));
            }
        }
        return new WrittenHead(fields.fields(), from, roles, fields.problems());
    }
}
