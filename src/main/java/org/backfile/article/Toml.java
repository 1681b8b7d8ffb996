package org.backfile.article;

import java.util.Optional;
import org.backfile.source.Lines;
import org.backfile.source.Problem;

/**
 * Reads the TOML of a front matter as far as metadata needs it: {@code key = value} with strings of the four kinds,
 * dates, numbers and lists of strings over one or more lines; in tables only keys that no field above has. TOML 1.0.0.
 */
final class Toml {
    private final Lines lines;
    private final int to;
    private final WrittenFields fields;
    private int line;
    private int brokenLine;

    private Toml(Lines lines, int from, int to, WrittenFields fields) {
        this.lines = lines;
        this.line = from;
        this.to = to;
        this.fields = fields;
    }

    /** Puts the values of lines {@code from} to {@code to} into {@code fields}; tells the first that is no TOML. */
    static Optional<Problem> read(Lines lines, int from, int to, String path, WrittenFields fields) {
        Toml toml = new Toml(lines, from, to, fields);
        while (toml.line <= to) {
            toml.entry();
            toml.line++;
        }
        return toml.brokenLine == 0
                ? Optional.empty()
                : Optional.of(FrontMatter.broken(path, toml.brokenLine, "the front matter is no TOML here"));
    }

    private void entry() {
        String text = lines.get(line).strip();
        if (text.isEmpty() || text.startsWith("#") || text.startsWith("[")) {
            return;
        }
        int equals = text.indexOf('=');
        if (equals <= 0) {
            broken();
            return;
        }
        int first = line;
        String key = unquoted(text.substring(0, equals).strip());
        String value = value(text.substring(equals + 1).strip());
        Optional<FieldName> field = FieldName.named(key.substring(key.lastIndexOf('.') + 1));
        if (field.isPresent()) {
            String chosen = field.get() == FieldName.SECTION ? firstOf(value) : value.replace("\u0000", ", ");
            int column = Math.max(1, lines.get(first).indexOf('=') + 2);
            fields.put(
                    field.get(),
                    chosen,
                    new Evidence.Place(
                            first,
                            line,
                            column,
                            Math.max(column, lines.get(line).length())));
        }
    }

    private void broken() {
        brokenLine = brokenLine == 0 ? line : brokenLine;
    }

    /** The value as text; items of a list are parted by U+0000. */
    private String value(String text) {
        if (text.startsWith("\"\"\"") || text.startsWith("'''")) {
            return longString(text.substring(0, 3), text.substring(3));
        }
        if (text.startsWith("[")) {
            return list(text);
        }
        if (text.startsWith("\"") || text.startsWith("'")) {
            return string(text, 0);
        }
        int comment = text.indexOf('#');
        return comment < 0 ? text : text.substring(0, comment).strip();
    }

    private String longString(String quotes, String rest) {
        StringBuilder value = new StringBuilder();
        String text = rest;
        while (true) {
            int end = text.indexOf(quotes);
            if (end >= 0) {
                return value.append(text, 0, end).toString();
            }
            value.append(text).append('\n');
            if (line == to) {
                broken();
                return value.toString();
            }
            text = lines.get(++line);
        }
    }

    private String list(String start) {
        StringBuilder items = new StringBuilder();
        String text = start.substring(1);
        while (true) {
            int at = 0;
            while (at < text.length() && text.charAt(at) != ']' && text.charAt(at) != '#') {
                char c = text.charAt(at);
                if (c == '"' || c == '\'') {
                    items.append(items.length() == 0 ? "" : "\u0000").append(string(text, at));
                    at = endOfString(text, at);
                } else {
                    at++;
                }
            }
            if (at < text.length() && text.charAt(at) == ']') {
                return items.toString();
            }
            if (line == to) {
                broken();
                return items.toString();
            }
            text = lines.get(++line);
        }
    }

    /** The string whose opening quote stands at {@code from}. */
    private String string(String text, int from) {
        char quote = text.charAt(from);
        int end = endOfString(text, from);
        if (end > text.length() || text.charAt(end - 1) != quote || end - 1 == from) {
            broken();
            return text.substring(from + 1);
        }
        String inside = text.substring(from + 1, end - 1);
        return quote == '"' && inside.indexOf('\\') >= 0 ? unescaped(inside) : inside;
    }

    private static int endOfString(String text, int from) {
        char quote = text.charAt(from);
        int at = from + 1;
        while (at < text.length() && text.charAt(at) != quote) {
            at += quote == '"' && text.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at + 1, text.length());
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                plain.append(c);
                continue;
            }
            char escape = text.charAt(++i);
            int digits = escape == 'u' ? 4 : escape == 'U' ? 8 : 0;
            if (digits > 0) {
                plain.append(codePoint(text, i + 1, digits));
                i += digits;
            } else {
                plain.append(escape == 'n' || escape == 't' || escape == 'r' ? ' ' : escape);
            }
        }
        return plain.toString();
    }

    private static String codePoint(String text, int from, int digits) {
        int to = Math.min(text.length(), from + digits);
        int c = 0;
        for (int i = from; i < to; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            c = digit < 0 || c > Character.MAX_CODE_POINT ? Character.MAX_CODE_POINT + 1 : c * 16 + digit;
        }
        return Character.isValidCodePoint(c) && to - from == digits ? Character.toString(c) : "\uFFFD";
    }

    private static String firstOf(String items) {
        int end = items.indexOf('\0');
        return end < 0 ? items : items.substring(0, end);
    }

    private static String unquoted(String key) {
        return key.replace("\"", "").replace("'", "");
    }
}
