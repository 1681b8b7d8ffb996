package org.backfile.render;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes one JSON object: strings as they are but for halves of surrogate pairs, which UTF-8 cannot hold and which become
 * U+FFFD. A null value is written, since unknown is something to say. For one thread. An own one, since each page holds two
 * small objects, for which a generator takes longer to be made than they to be written.
 */
final class JsonRecord {
    private static final HexFormat CONTROLS = HexFormat.of().withUpperCase();
    private static final HexFormat MARKUP = HexFormat.of();

    private final StringBuilder json;
    private final boolean shown;
    private final boolean inScript;

    /** Whether nothing stands yet in the object or array that is being written. */
    private boolean empty = true;

    private JsonRecord(StringBuilder json, boolean shown, boolean inScript) {
        this.json = json;
        this.shown = shown;
        this.inScript = inScript;
    }

    /** The object that {@code fill} writes, in UTF-8, without a line end. */
    static byte[] bytes(Consumer<JsonRecord> fill) {
        return written(fill, false).getBytes(StandardCharsets.UTF_8);
    }

    /** The same with a line feed at its end. */
    static byte[] line(Consumer<JsonRecord> fill) {
        return (written(fill, false) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** At most so many bytes does a value take, with quotes and comma; costs a look at each byte. */
    static long mostBytes(@Nullable String value) {
        if (value == null) {
            return 5;
        }
        byte[] plain = value.getBytes(StandardCharsets.UTF_8);
        long bytes = 5L + plain.length;
        for (byte b : plain) {
            if (b == '"' || b == '\\') {
                bytes++;
            } else if (b == '?') {
                bytes += 2; // which may stand for half of a surrogate pair
            } else if (b >= 0 && b < ' ') {
                bytes += 5;
            }
        }
        return bytes;
    }

    /** The same as text for pages and feeds, whose strings are shown to people: {@linkplain HtmlText#clean cleaned}. */
    static String text(Consumer<JsonRecord> fill) {
        return written(fill, true);
    }

    private static String written(Consumer<JsonRecord> fill, boolean shown) {
        return new JsonRecord(new StringBuilder(1024), shown, false)
                .object(fill)
                .json
                .toString();
    }

    /** Writes such text for a script element: no tag and no comment begins in it, and no old reader's line ends. */
    static void inScript(StringBuilder html, Consumer<JsonRecord> fill) {
        new JsonRecord(html, true, true).object(fill);
    }

    JsonRecord field(String name, @Nullable String value) {
        name(name);
        if (value == null) {
            json.append("null");
        } else {
            string(value);
        }
        return this;
    }

    /** A field that is left out where it is unknown, for formats that know no null. */
    JsonRecord fieldIfKnown(String name, @Nullable String value) {
        return value == null || value.isEmpty() ? this : field(name, value);
    }

    JsonRecord field(String name, long value) {
        name(name);
        json.append(value);
        return this;
    }

    JsonRecord field(String name, boolean value) {
        name(name);
        json.append(value);
        return this;
    }

    /** A share from 0 to 1, in thousandths. */
    JsonRecord share(String name, double value) {
        long thousandths = Math.round(value * 1000);
        String digits = Long.toString(1000 + thousandths % 1000).substring(1);
        return raw(name, thousandths / 1000 + (thousandths % 1000 == 0 ? "" : "." + digits));
    }

    JsonRecord numbers(String name, int... values) {
        return array(name, array -> {
            for (int value : values) {
                array.next();
                json.append(value);
            }
        });
    }

    JsonRecord strings(String name, Iterable<String> values) {
        return array(name, array -> {
            for (String value : values) {
                array.next();
                string(value);
            }
        });
    }

    JsonRecord object(String name, Consumer<JsonRecord> fill) {
        name(name);
        return object(fill);
    }

    /** An object as an element of the array that is being written. */
    JsonRecord element(Consumer<JsonRecord> fill) {
        next();
        return object(fill);
    }

    JsonRecord array(String name, Consumer<JsonRecord> fill) {
        name(name);
        return within('[', fill, ']');
    }

    /** A field whose value is JSON already. */
    JsonRecord raw(String name, String value) {
        name(name);
        json.append(value);
        return this;
    }

    private JsonRecord object(Consumer<JsonRecord> fill) {
        return within('{', fill, '}');
    }

    private JsonRecord within(char open, Consumer<JsonRecord> fill, char close) {
        json.append(open);
        empty = true;
        fill.accept(this);
        json.append(close);
        empty = false;
        return this;
    }

    /** Begins a field; its name is one of ours, with nothing to escape in it. */
    private void name(String name) {
        next();
        json.append('"').append(name).append("\":");
    }

    private void next() {
        if (!empty) {
            json.append(',');
        }
        empty = false;
    }

    private void string(String value) {
        String text = shown ? HtmlText.clean(value) : value;
        json.append('"');
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLetter(c) && (c < ' ' || c == '"' || c == '\\' || isHalf(text, i) || isMarkup(c))) {
                escape(c, json.append(text, done, i));
                done = i + 1;
            }
        }
        json.append(text, done, text.length()).append('"');
    }

    /** Whether it is one of the letters and signs that most texts are made of, and needs no further look. */
    private static boolean isLetter(char c) {
        return c == ' ' || (c > '\\' && c < 0x2028);
    }

    private boolean isMarkup(char c) {
        return inScript && (c == '<' || c == '>' || c == '&' || c == 0x2028 || c == 0x2029);
    }

    /** Whether half of a surrogate pair stands at a place without its other half. */
    private static boolean isHalf(String text, int at) {
        char c = text.charAt(at);
        if (!Character.isSurrogate(c)) {
            return false;
        }
        return Character.isHighSurrogate(c)
                ? at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1))
                : at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
    }

    private static void escape(char c, StringBuilder out) {
        switch (c) {
            case '"', '\\' -> out.append('\\').append(c);
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> {
                if (Character.isSurrogate(c)) {
                    out.append('\uFFFD');
                } else {
                    out.append("\\u").append((c < ' ' ? CONTROLS : MARKUP).toHexDigits(c));
                }
            }
        }
    }
}
