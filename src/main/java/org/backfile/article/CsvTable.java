package org.backfile.article;

import java.util.ArrayList;
import java.util.List;
import org.backfile.source.Lines;

/**
 * Goes through a table row by row, knowing the lines of each; also used for overrides. A quote that is never closed
 * takes the rest of the file, so it is closed at the end of its line instead where the rest has none. Not for two threads.
 */
final class CsvTable {
    private final Lines lines;
    private final char parting;
    private final List<Cell> row = new ArrayList<>();
    private int line = 1;
    /** Line {@code line}, cut out once: it may be long and hold many cells. */
    private String text = "";

    private int at;
    private int fromLine;
    private int lastQuoteLine;
    private boolean unclosed;

    /** A value with its place. */
    record Cell(String text, Evidence.Place place) {}

    CsvTable(Lines lines) {
        this.lines = lines;
        this.parting = lines.count() == 0 ? ',' : parting(lines.get(firstLine()));
        this.lastQuoteLine = lastQuoteLine(lines);
    }

    private int firstLine() {
        int first = 1;
        while (first < lines.count() && lines.get(first).isBlank()) {
            first++;
        }
        return first;
    }

    private static char parting(String header) {
        char best = ',';
        long most = 0;
        for (char candidate : new char[] {',', ';', '\t', '|'}) {
            long count = header.chars().filter(c -> c == candidate).count();
            if (count > most) {
                best = candidate;
                most = count;
            }
        }
        return best;
    }

    private static int lastQuoteLine(Lines lines) {
        int last = lines.text().lastIndexOf('"');
        int line = lines.count();
        while (line > 0 && lines.start(line) > last) {
            line--;
        }
        return line;
    }

    /** Goes to the next row that is not blank; false at the end. */
    boolean next() {
        while (line <= lines.count() && lines.get(line).isBlank()) {
            line++;
        }
        if (line > lines.count()) {
            return false;
        }
        row.clear();
        unclosed = false;
        fromLine = line;
        text = lines.get(line);
        at = 0;
        while (cell()) {
            at++;
        }
        line++;
        return true;
    }

    /** The cells of this row. */
    List<Cell> row() {
        return List.copyOf(row);
    }

    int fromLine() {
        return fromLine;
    }

    int toLine() {
        return line - 1;
    }

    /** True where the row has a quote that nothing closes. */
    boolean isUnclosed() {
        return unclosed;
    }

    /** Reads the cell at this place; true where another follows it. */
    private boolean cell() {
        int startLine = line;
        int start = at;
        while (start < text.length() && text.charAt(start) == ' ') {
            start++;
        }
        String value;
        if (start < text.length() && text.charAt(start) == '"') {
            at = start + 1;
            value = quoted();
        } else {
            int end = text.indexOf(parting, at);
            end = end < 0 ? text.length() : end;
            value = text.substring(Math.min(at, end), end);
            start = at;
            at = end;
        }
        row.add(new Cell(value, new Evidence.Place(startLine, line, start + 1, Math.max(start + 1, at))));
        return at < text.length();
    }

    private String quoted() {
        StringBuilder value = new StringBuilder();
        while (true) {
            int quote = text.indexOf('"', at);
            if (quote >= 0) {
                value.append(text, at, quote);
                at = quote + 1;
                if (at < text.length() && text.charAt(at) == '"') {
                    value.append('"');
                    at++;
                    continue;
                }
                int end = text.indexOf(parting, at);
                value.append(text, at, end < 0 ? text.length() : end);
                at = end < 0 ? text.length() : end;
                return value.toString();
            }
            value.append(text, Math.min(at, text.length()), text.length());
            at = text.length();
            if (line >= lastQuoteLine) {
                unclosed = true;
                return value.toString();
            }
            value.append('\n');
            text = lines.get(++line);
            at = 0;
        }
    }
}
