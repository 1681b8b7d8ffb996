package org.backfile.article;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.backfile.source.Lines;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of one article of a Nexis or Factiva text export: labelled lines above and below the body
 * ({@code BYLINE:}, {@code SECTION:}, {@code LOAD-DATE:}; {@code HD}, {@code BY}, {@code PD}), and in Nexis the
 * centred lines above them with the paper's name and the date.
 */
final class ExportHead {
    private static final int LONGEST_LINE = 400;
    /** The number of words stands among so many lines of an article without labels. */
    private static final int UNLABELLED_LINES = 12;
    /** What is further to the right is centred. */
    private static final int WIDEST_MARGIN = 8;

    private static final Map<String, FieldName> NEXIS = Map.ofEntries(
            Map.entry("BYLINE", FieldName.BYLINE),
            Map.entry("SECTION", FieldName.SECTION),
            Map.entry("DATELINE", FieldName.PLACE),
            Map.entry("HEADLINE", FieldName.HEADLINE),
            Map.entry("TITLE", FieldName.HEADLINE),
            Map.entry("LANGUAGE", FieldName.LANGUAGE),
            Map.entry("LOAD-DATE", FieldName.LOADED),
            Map.entry("UPDATE", FieldName.OTHER),
            Map.entry("LENGTH", FieldName.OTHER),
            Map.entry("HIGHLIGHT", FieldName.OTHER),
            Map.entry("GRAPHIC", FieldName.OTHER),
            Map.entry("SUBJECT", FieldName.OTHER),
            Map.entry("COUNTRY", FieldName.OTHER),
            Map.entry("STATE", FieldName.OTHER),
            Map.entry("CITY", FieldName.OTHER),
            Map.entry("ORGANIZATION", FieldName.OTHER),
            Map.entry("COMPANY", FieldName.OTHER),
            Map.entry("PERSON", FieldName.OTHER),
            Map.entry("GEOGRAPHIC", FieldName.OTHER),
            Map.entry("INDUSTRY", FieldName.OTHER),
            Map.entry("TYPE", FieldName.OTHER),
            Map.entry("CORRECTION-DATE", FieldName.OTHER),
            Map.entry("DOCUMENT-TYPE", FieldName.OTHER),
            Map.entry("PUBLICATION-TYPE", FieldName.OTHER),
            Map.entry("JOURNAL-CODE", FieldName.OTHER),
            Map.entry("BODY", FieldName.BODY));

    private static final Map<String, FieldName> FACTIVA = Map.ofEntries(
            Map.entry("HD", FieldName.HEADLINE),
            Map.entry("BY", FieldName.BYLINE),
            Map.entry("PD", FieldName.DATE),
            Map.entry("SN", FieldName.PUBLICATION),
            Map.entry("SE", FieldName.SECTION),
            Map.entry("LA", FieldName.LANGUAGE),
            Map.entry("LP", FieldName.BODY),
            Map.entry("TD", FieldName.BODY),
            Map.entry("WC", FieldName.OTHER),
            Map.entry("ET", FieldName.OTHER),
            Map.entry("SC", FieldName.OTHER),
            Map.entry("ED", FieldName.OTHER),
            Map.entry("PG", FieldName.OTHER),
            Map.entry("VOL", FieldName.OTHER),
            Map.entry("CR", FieldName.OTHER),
            Map.entry("CLM", FieldName.OTHER),
            Map.entry("CY", FieldName.OTHER),
            Map.entry("ART", FieldName.OTHER),
            Map.entry("CO", FieldName.OTHER),
            Map.entry("IN", FieldName.OTHER),
            Map.entry("NS", FieldName.OTHER),
            Map.entry("RE", FieldName.OTHER),
            Map.entry("IPC", FieldName.OTHER),
            Map.entry("IPD", FieldName.OTHER),
            Map.entry("PUB", FieldName.OTHER),
            Map.entry("AN", FieldName.OTHER));

    private static final Pattern PAGE =
            Pattern.compile("(?i)(pp?|pgs?|pages?|s|seiten?|pág|págs|pagina)\\.? ?[a-z]{0,2}-?\\d[\\w-]{0,6}");
    private static final Pattern PLACE_IN_PAPER = Pattern.compile("\\p{L}{1,8}\\.? ?(\\d{1,4}|[A-Z])");

    private final Lines lines;
    private final int from;
    private final int to;
    private final int margin;
    private final WrittenFields fields;
    private final @Nullable LineRole[] roles;
    private int[] cuts = new int[0];

    /**
     * @param parted whether more than a space stands between the label and what follows, so that it is no sentence's
     */
    private record Label(FieldName field, String value, int column, boolean parted) {}

    private ExportHead(Lines lines, int from, int to, String path, DateOrder order) {
        this.lines = lines;
        this.from = from;
        this.to = to;
        this.margin = margin(lines, from, to);
        this.fields = new WrittenFields(Rule.HEADER_LINE, path, order);
        this.roles = new @Nullable LineRole[to - from + 1];
    }

    /** The head of the article in lines {@code from} to {@code to}; its body is left to inference. */
    static WrittenHead read(Lines lines, int from, int to, String path, DateOrder order) {
        ExportHead head = new ExportHead(lines, from, to, path, order);
        int firstLabelled = head.readUnlabelledFactiva();
        head.readLines(firstLabelled);
        return new WrittenHead(head.fields.fields(), from, head.roles, head.cuts, head.fields.problems());
    }

    /** True where the lines have the labels of an export, or Factiva's lines without labels. */
    static boolean isExport(Lines lines, int from, int to) {
        return hasLabels(lines, from, to) || wordCount(lines, from, to) > 0;
    }

    /** True where the lines have three labels of an export, among them a headline or a body, or the end of a document. */
    private static boolean hasLabels(Lines lines, int from, int to) {
        int margin = margin(lines, from, to);
        int labels = 0;
        boolean telling = false;
        for (int line = from; line <= to && labels < 40; line++) {
            Optional<Label> label = label(lines, line, margin);
            labels += label.isPresent() ? 1 : 0;
            telling |= label.isPresent()
                    && (label.get().field == FieldName.BODY || label.get().field == FieldName.HEADLINE);
            telling |= lines.start(line) < lines.end(line) && isFactivaEnd(short120(lines, line));
        }
        return telling && labels >= 3;
    }

    /** The line that tells the length of an article without labels, {@code 345 words} over a date; 0 where none does. */
    private static int wordCount(Lines lines, int from, int to) {
        int seen = 0;
        for (int line = from; line < to && seen < UNLABELLED_LINES; line++) {
            String mark = short120(lines, line);
            seen += mark.isEmpty() ? 0 : 1;
            if (isWordCount(mark) && isDate(short120(lines, line + 1))) {
                return line;
            }
        }
        return 0;
    }

    /** A number and a word. */
    private static boolean isWordCount(String mark) {
        int end = 0;
        while (end < mark.length() && (Character.isDigit(mark.charAt(end)) || ",.".indexOf(mark.charAt(end)) >= 0)) {
            end++;
        }
        boolean figure = end > 0 && end < 8 && Character.isDigit(mark.charAt(0));
        return figure
                && end + 3 < mark.length()
                && mark.charAt(end) == ' '
                && mark.chars().skip(end + 1L).allMatch(Character::isLetter);
    }

    private static boolean isDate(String mark) {
        return mark.length() <= 60 && WrittenDate.of(mark, DateOrder.DAY_FIRST).date() != null;
    }

    /** {@code Document LBA0000020140303ea33000xx}, perhaps labelled {@code AN}. */
    static boolean isFactivaEnd(String line) {
        String mark = line.startsWith("AN") ? line.substring(2).strip() : line;
        if (!mark.startsWith("Document ") || mark.length() < 25 || mark.length() > 60) {
            return false;
        }
        String code = mark.substring("Document ".length());
        long digits = code.chars().filter(c -> c >= '0' && c <= '9').count();
        return digits >= 10 && code.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c));
    }

    private static String short120(Lines lines, int line) {
        return lines.end(line) - lines.start(line) > 120 ? "" : lines.get(line).strip();
    }

    /** How far Factiva's codes are indented: as far as the first that stands before a headline. */
    private static int margin(Lines lines, int from, int to) {
        for (int line = from; line <= to; line++) {
            int start = lines.start(line);
            int code = start;
            while (code < lines.end(line)
                    && code - start <= WIDEST_MARGIN
                    && TextLines.isSpace(lines.text().charAt(code))) {
                code++;
            }
            if (code - start <= WIDEST_MARGIN && isHeadlineCode(lines.text(), code, lines.end(line))) {
                return code - start;
            }
        }
        return 0;
    }

    /** {@code HD} and more than a space, or nothing. */
    private static boolean isHeadlineCode(String text, int from, int end) {
        int after = from + 2;
        return after <= end
                && text.startsWith("HD", from)
                && (after == end || text.startsWith("  ", after) || text.charAt(after) == '\t');
    }

    private Optional<Label> label(int line) {
        return label(lines, line, margin);
    }

    /** The label at the start of the line, or behind a margin of white space where Factiva's codes have one. */
    private static Optional<Label> label(Lines lines, int line, int margin) {
        int length = lines.end(line) - lines.start(line);
        if (length < 2 || length > LONGEST_LINE) {
            return Optional.empty();
        }
        String text = lines.get(line);
        if (margin > 0 && length > margin && text.substring(0, margin).isBlank()) {
            return factivaLabel(text, margin);
        }
        int end = 0;
        while (end < text.length() && (isCapital(text.charAt(end)) || (text.charAt(end) == '-' && end > 0))) {
            end++;
        }
        String name = text.substring(0, end);
        if (end < text.length() && text.charAt(end) == ':') {
            return label(NEXIS.get(name), text, end + 1);
        }
        if (text.stripTrailing().equals("Body")) {
            return label(FieldName.BODY, text, text.length());
        }
        int colon = text.indexOf(':');
        if (colon > 0 && colon < 20 && text.indexOf(' ') > colon) {
            return label(NEXIS.get(text.substring(0, colon).toUpperCase(Locale.ROOT)), text, colon + 1);
        }
        return factivaLabel(text, 0);
    }

    private static Optional<Label> factivaLabel(String text, int from) {
        int end = from;
        while (end < text.length() && isCapital(text.charAt(end))) {
            end++;
        }
        int length = end - from;
        boolean factiva = length >= 2 && length <= 3 && (end == text.length() || TextLines.isSpace(text.charAt(end)));
        return factiva ? label(FACTIVA.get(text.substring(from, end)), text, end) : Optional.empty();
    }

    private static Optional<Label> label(@Nullable FieldName field, String text, int valueAt) {
        if (field == null) {
            return Optional.empty();
        }
        int start = valueAt;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        boolean parted = start == text.length()
                || start > valueAt + 1
                || text.charAt(valueAt - 1) == ':'
                || text.charAt(valueAt) == '\t';
        return Optional.of(new Label(field, text.substring(start).stripTrailing(), start + 1, parted));
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    /**
     * An article of Factiva without labels: below its headline and byline the number of words, the date, the paper, its
     * code, a page or an edition, the language and a copyright line, in this order, up to a blank line.
     *
     * @return the line to go on with
     */
    private int readUnlabelledFactiva() {
        int words = hasLabels(lines, from, to) ? 0 : wordCount(lines, from, to);
        if (words == 0) {
            return from;
        }
        readNameAbove(words);
        int line = words;
        for (; line <= to && !short120(lines, line).isEmpty(); line++) {
            String mark = short120(lines, line);
            int start = lines.get(line).indexOf(mark) + 1;
            Evidence.Place place = new Evidence.Place(line, line, start, start + mark.length() - 1);
            if (line == words + 1) {
                fields.put(FieldName.DATE, mark, place);
            } else if (line > words + 1
                    && fields.value(FieldName.PUBLICATION) == null
                    && !Character.isDigit(mark.charAt(0))) {
                fields.put(FieldName.PUBLICATION, mark, place);
            } else if (WrittenFields.isLanguage(mark)) {
                fields.put(FieldName.LANGUAGE, mark, place);
            }
            set(line, LineRole.FRONT_MATTER);
        }
        return line;
    }

    /** A bare name right above the number of words, the headline above it and a blank line between. */
    private void readNameAbove(int words) {
        int line = words - 1;
        int above = line - 1;
        if (above <= from || !lines.get(above).isBlank()) {
            return;
        }
        while (above > from && lines.get(above).isBlank()) {
            above--;
        }
        String name = short120(lines, line);
        if (!lines.get(above).isBlank() && HeadFinder.isName(name) && Byline.of(name) == null) {
            int start = lines.get(line).indexOf(name) + 1;
            fields.put(FieldName.BYLINE, name, new Evidence.Place(line, line, start, start + name.length() - 1));
            set(line, LineRole.FRONT_MATTER);
        }
    }

    private void readLines(int first) {
        boolean inBody = first > from;
        boolean labelled = inBody;
        int line = first;
        while (line <= to) {
            Optional<Label> label = label(line);
            if (label.isPresent() && !(inBody && isBodysOwn(label.get(), line))) {
                inBody = label.get().field == FieldName.BODY;
                line = labelled(label.get(), line);
                labelled = true;
            } else if (isFurniture(line, labelled)) {
                set(line, LineRole.FRONT_MATTER);
                line++;
            } else if (inBody) {
                line++;
            } else {
                if (!labelled) {
                    unlabelled(line);
                }
                line++;
            }
        }
    }

    /** Inside a body a label counts only after a blank line: a sentence may begin with a word in capitals. */
    private boolean isBodysOwn(Label label, int line) {
        boolean afterBlank = line == from || lines.get(line - 1).isBlank();
        boolean isBodyAgain = label.field == FieldName.BODY;
        return (!afterBlank || !label.parted) && !isBodyAgain && !isShortCode(line - 1);
    }

    private boolean isShortCode(int line) {
        return label(line).isPresent();
    }

    /** Takes a label, the value on its own line or the lines after it; gives the line to go on with. */
    private int labelled(Label label, int line) {
        set(line, LineRole.FRONT_MATTER);
        if (label.field == FieldName.BODY) {
            if (!label.value.isEmpty()) {
                roles[line - from] = null;
                cuts = cuts.length == 0 ? new int[roles.length] : cuts;
                cuts[line - from] = label.column - 1;
            }
            return line + 1;
        }
        StringBuilder value = new StringBuilder(label.value);
        int next = line + 1;
        if (value.length() == 0 && next <= to && lines.get(next).isBlank()) {
            set(next++, LineRole.BLANK);
        }
        while (next <= to && !lines.get(next).isBlank() && label(next).isEmpty() && next < line + 12) {
            value.append(' ')
                    .append(
                            lines.get(next).strip(),
                            0,
                            Math.min(LONGEST_LINE, lines.get(next).strip().length()));
            set(next++, LineRole.FRONT_MATTER);
        }
        int lastLength = lines.end(next - 1) - lines.start(next - 1);
        int lastColumn = next - 1 == line ? Math.max(label.column, lastLength) : Math.max(1, lastLength);
        if (label.field == FieldName.SECTION && next - 1 == line) {
            section(value.toString(), line, label.column);
        } else if (label.field == FieldName.PLACE && next - 1 == line) {
            String place = withoutDay(value.toString());
            fields.put(
                    FieldName.PLACE,
                    place,
                    new Evidence.Place(line, line, label.column, label.column + Math.max(0, place.length() - 1)));
        } else {
            fields.put(label.field, value.toString(), new Evidence.Place(line, next - 1, label.column, lastColumn));
        }
        return next;
    }

    /** {@code OLDHAVEN, March 4}: the place before a day that ends the line. */
    private static String withoutDay(String dateline) {
        PrintedDate date = PrintedDate.find(dateline);
        if (date == null || date.day() == 0 || dateline.chars().skip(date.to()).anyMatch(Character::isLetterOrDigit)) {
            return dateline;
        }
        int end = date.from();
        while (end > 0 && !Character.isLetterOrDigit(dateline.charAt(end - 1)) && dateline.charAt(end - 1) != ')') {
            end--;
        }
        return dateline.substring(0, end);
    }

    /** {@code Section A; Column 3; Foreign Desk; Pg. 1}: the first part that is no place in the paper, else the first. */
    private void section(String value, int line, int column) {
        int at = 0;
        int chosen = 0;
        for (String part : value.split(";", -1)) {
            if (!part.isBlank() && !isPlaceInPaper(part.strip())) {
                chosen = at;
                break;
            }
            at += part.length() + 1;
        }
        int end = value.indexOf(';', chosen);
        String part = value.substring(chosen, end < 0 ? value.length() : end);
        String name = part.strip();
        int from = column + chosen + part.indexOf(name);
        if (!PAGE.matcher(name).matches()) {
            fields.put(
                    FieldName.SECTION,
                    name,
                    new Evidence.Place(line, line, from, from + Math.max(0, name.length() - 1)));
        }
    }

    /** A label and a number or a letter. */
    private static boolean isPlaceInPaper(String part) {
        return PAGE.matcher(part).matches() || PLACE_IN_PAPER.matcher(part).matches();
    }

    /** Numbers of documents, copyright lines, ends. */
    private boolean isFurniture(int line, boolean labelled) {
        String mark = short120(lines, line);
        if (ArticleSplitter.isNexisStart(mark) || isFactivaEnd(mark) || mark.equals("End of Document")) {
            return true;
        }
        boolean centred = !mark.isEmpty() && lines.text().charAt(lines.start(line)) == ' ';
        String lower = mark.toLowerCase(Locale.ROOT);
        boolean copyright = lower.startsWith("copyright ") && (centred || !labelled || line + 3 >= to);
        return copyright || lower.equals("all rights reserved");
    }

    /** Above the labels: the paper's name and the date of Nexis, centred, then the headline for inference. */
    private void unlabelled(int line) {
        String mark = short120(lines, line);
        boolean centred = !mark.isEmpty() && lines.get(line).startsWith("          ");
        if (!centred) {
            return;
        }
        int start = lines.get(line).indexOf(mark) + 1;
        Evidence.Place place = new Evidence.Place(line, line, start, start + mark.length() - 1);
        if (mark.length() <= 60 && WrittenDate.of(mark, DateOrder.UNKNOWN).date() != null) {
            fields.put(FieldName.DATE, mark, place);
        } else if (fields.value(FieldName.PUBLICATION) == null) {
            fields.put(FieldName.PUBLICATION, mark, place);
        }
        set(line, LineRole.FRONT_MATTER);
    }

    private void set(int line, LineRole role) {
        roles[line - from] = role;
    }

    @Override
    public String toString() {
        return Arrays.toString(roles);
    }
}
