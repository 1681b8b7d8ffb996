package org.backfile.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What the records in {@code data/} consist of: the JSON Schema that {@code data/index.json} holds, and the same as
 * tables for people. Stateless.
 */
final class DataSchema {
    private static final String FILE = "data-schema.json";
    private static final List<String> KINDS = List.of("articles", "evidence", "stories", "ledger", "table");

    private DataSchema() {}

    /** The schema as JSON. */
    static String json() {
        try (InputStream schema = DataSchema.class.getResourceAsStream(FILE)) {
            if (schema == null) {
                throw new IllegalStateException(FILE + " is not in the program");
            }
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + FILE, e);
        }
    }

    /** A table for each kind of record, its fields in the order in which they stand; those of parts are indented. */
    static List<View.RecordKind> tables() {
        Map<?, ?> definitions = map(map(read(json())).get("$defs"));
        List<View.RecordKind> tables = new ArrayList<>();
        for (String kind : KINDS) {
            Map<?, ?> schema = map(definitions.get(kind));
            List<View.Field> fields = new ArrayList<>();
            addFields("", schema, definitions, fields);
            tables.add(new View.RecordKind(kind, text(schema, "description"), fields));
        }
        return tables;
    }

    private static void addFields(String before, Map<?, ?> schema, Map<?, ?> definitions, List<View.Field> fields) {
        map(schema.get("properties")).forEach((name, value) -> {
            Map<?, ?> field = map(value);
            Map<?, ?> type = field;
            if (field.get("$ref") instanceof String reference) {
                type = map(definitions.get(reference.substring(reference.lastIndexOf('/') + 1)));
            }
            String meaning = text(field, "description");
            fields.add(
                    new View.Field(before + name, type(type), meaning.isEmpty() ? text(type, "description") : meaning));
            addFields(before + name + ".", map(field.get("items")), definitions, fields);
        });
    }

    private static String type(Map<?, ?> schema) {
        if (schema.get("enum") instanceof List<?> values) {
            return joined(values);
        }
        return schema.get("type") instanceof List<?> types ? joined(types) : text(schema, "type");
    }

    private static String joined(List<?> values) {
        return String.join(" | ", values.stream().map(String::valueOf).toList());
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static String text(Map<?, ?> object, String field) {
        return object.get(field) instanceof String text ? text : "";
    }

    private static @Nullable Object read(String json) {
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            return value(parser);
        }
    }

    /** The value that the parser stands at: a map in its order, a list, a text, or null for anything else. */
    private static @Nullable Object value(JsonParser parser) {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                map.put(name, value(parser));
            }
            return map;
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<@Nullable Object> list = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                list.add(value(parser));
            }
            return list;
        }
        return parser.currentToken() == JsonToken.VALUE_STRING ? parser.getString() : null;
    }
}
