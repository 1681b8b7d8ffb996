package org.backfile.render;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes one JSON object: strings as they are but for halves of surrogate pairs, which UTF-8 cannot hold and which become
 * U+FFFD. A null value is written, since unknown is something to say.
 */
final class JsonRecord {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator json;
    private final boolean shown;

    private JsonRecord(JsonGenerator json, boolean shown) {
        this.json = json;
        this.shown = shown;
    }

    /** The object that {@code fill} writes, in UTF-8, without a line end. */
    static byte[] bytes(Consumer<JsonRecord> fill) {
        return bytes(fill, false);
    }

    /** The same with a line feed at its end. */
    static byte[] line(Consumer<JsonRecord> fill) {
        byte[] object = bytes(fill);
        byte[] line = Arrays.copyOf(object, object.length + 1);
        line[object.length] = '\n';
        return line;
    }

    /** At most so many bytes does a value take, with quotes and comma; costs a look at each character. */
    static long mostBytes(@Nullable String value) {
        if (value == null) {
            return 5;
        }
        long bytes = 5;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            bytes += c < ' ' ? 6 : c >= 0x80 ? 3 : c == '"' || c == '\\' ? 2 : 1;
        }
        return bytes;
    }

    /** The same as text for pages and feeds, whose strings are shown to people: {@linkplain HtmlText#clean cleaned}. */
    static String text(Consumer<JsonRecord> fill) {
        return new String(bytes(fill, true), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Consumer<JsonRecord> fill, boolean shown) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            fill.accept(new JsonRecord(json, shown));
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    JsonRecord field(String name, @Nullable String value) {
        json.writeName(name);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeString(whole(value));
        }
        return this;
    }

    /** A field that is left out where it is unknown, for formats that know no null. */
    JsonRecord fieldIfKnown(String name, @Nullable String value) {
        return value == null || value.isEmpty() ? this : field(name, value);
    }

    JsonRecord field(String name, long value) {
        json.writeName(name);
        json.writeNumber(value);
        return this;
    }

    JsonRecord field(String name, boolean value) {
        json.writeName(name);
        json.writeBoolean(value);
        return this;
    }

    /** A share from 0 to 1, in thousandths. */
    JsonRecord share(String name, double value) {
        long thousandths = Math.round(value * 1000);
        String digits = Long.toString(1000 + thousandths % 1000).substring(1);
        json.writeName(name);
        json.writeNumber(thousandths / 1000 + (thousandths % 1000 == 0 ? "" : "." + digits));
        return this;
    }

    JsonRecord numbers(String name, int... values) {
        json.writeName(name);
        json.writeStartArray();
        for (int value : values) {
            json.writeNumber(value);
        }
        json.writeEndArray();
        return this;
    }

    JsonRecord strings(String name, Iterable<String> values) {
        json.writeName(name);
        json.writeStartArray();
        for (String value : values) {
            json.writeString(whole(value));
        }
        json.writeEndArray();
        return this;
    }

    JsonRecord object(String name, Consumer<JsonRecord> fill) {
        json.writeName(name);
        return element(fill);
    }

    /** An object as an element of the array that is being written. */
    JsonRecord element(Consumer<JsonRecord> fill) {
        json.writeStartObject();
        fill.accept(this);
        json.writeEndObject();
        return this;
    }

    JsonRecord array(String name, Consumer<JsonRecord> fill) {
        json.writeName(name);
        json.writeStartArray();
        fill.accept(this);
        json.writeEndArray();
        return this;
    }

    /** A field whose value is JSON already. */
    JsonRecord raw(String name, String value) {
        json.writeName(name);
        json.writeRawValue(value);
        return this;
    }

    private String whole(String text) {
        if (shown) {
            return HtmlText.clean(text);
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return paired(text);
            }
        }
        return text;
    }

    private static String paired(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> out.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c));
        return out.toString();
    }
}
