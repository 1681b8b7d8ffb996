package org.backfile.render;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes one JSON object (RFC 8259): strings as they are but for quotes, backslashes, control characters and halves of
 * surrogate pairs, which UTF-8 cannot hold and which become U+FFFD. A null value is written, since unknown is something
 * to say.
 */
final class JsonRecord {
    private static final ThreadLocal<Utf8> OUT = ThreadLocal.withInitial(Utf8::new);
    private static final String HEX = "0123456789ABCDEF";

    private final Utf8 out;
    private final boolean shown;
    /** Whether nothing stands yet in the object or array that is being written. */
    private boolean first = true;

    private JsonRecord(Utf8 out, boolean shown) {
        this.out = out;
        this.shown = shown;
    }

    /** The object that {@code fill} writes, in UTF-8, without a line end. */
    static byte[] bytes(Consumer<JsonRecord> fill) {
        return bytes(fill, false);
    }

    /** The same as text for pages and feeds, whose strings are shown to people: {@linkplain HtmlText#clean cleaned}. */
    static String text(Consumer<JsonRecord> fill) {
        return new String(bytes(fill, true), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Consumer<JsonRecord> fill, boolean shown) {
        Utf8 out = OUT.get();
        out.reset();
        new JsonRecord(out, shown).nested('{', fill, '}');
        return out.take();
    }

    JsonRecord field(String name, @Nullable String value) {
        name(name);
        if (value == null) {
            out.write("null", 0, 4);
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
        return raw(name, Long.toString(value));
    }

    JsonRecord field(String name, boolean value) {
        return raw(name, Boolean.toString(value));
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
                array.separate();
                array.write(Integer.toString(value));
            }
        });
    }

    JsonRecord strings(String name, Iterable<String> values) {
        return array(name, array -> {
            for (String value : values) {
                array.separate();
                array.string(value);
            }
        });
    }

    JsonRecord object(String name, Consumer<JsonRecord> fill) {
        name(name);
        return nested('{', fill, '}');
    }

    /** An object as an element of the array that is being written. */
    JsonRecord element(Consumer<JsonRecord> fill) {
        separate();
        return nested('{', fill, '}');
    }

    JsonRecord array(String name, Consumer<JsonRecord> fill) {
        name(name);
        return nested('[', fill, ']');
    }

    /** A field whose value is JSON already. */
    JsonRecord raw(String name, String value) {
        name(name);
        write(value);
        return this;
    }

    private JsonRecord nested(char open, Consumer<JsonRecord> fill, char close) {
        out.ascii(open);
        first = true;
        fill.accept(this);
        first = false;
        out.ascii(close);
        return this;
    }

    private void separate() {
        if (!first) {
            out.ascii(',');
        }
        first = false;
    }

    private void name(String name) {
        separate();
        out.ascii('"');
        write(name);
        out.ascii('"');
        out.ascii(':');
    }

    private void write(String text) {
        out.write(text, 0, text.length());
    }

    private void string(String value) {
        String text = shown ? HtmlText.clean(value) : value;
        out.ascii('"');
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                out.write(text, written, i - written);
                escape(c);
                written = i + 1;
            }
        }
        out.write(text, written, text.length() - written);
        out.ascii('"');
    }

    private void escape(char c) {
        int letter = "\b\t\n\f\r\"\\".indexOf(c);
        out.ascii('\\');
        if (letter >= 0) {
            out.ascii("btnfr\"\\".charAt(letter));
        } else {
            write("u00");
            out.ascii(HEX.charAt(c >> 4));
            out.ascii(HEX.charAt(c & 15));
        }
    }
}
