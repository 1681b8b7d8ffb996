package org.backfile.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks a value against those parts of JSON Schema that our schemas use. */
final class Schema {
    private Schema() {}

    static void check(Object value, String kind, Map<String, @Nullable Object> definitions) {
        check(value, Json.object(definitions.get(kind)), definitions, kind);
    }

    private static void check(
            @Nullable Object value,
            Map<String, @Nullable Object> schema,
            Map<String, @Nullable Object> definitions,
            String at) {
        Object reference = schema.get("$ref");
        if (reference instanceof String name) {
            check(value, Json.object(definitions.get(name.replace("#/$defs/", ""))), definitions, at);
            return;
        }
        if (schema.containsKey("enum")) {
            assertThat(Json.list(schema, "enum")).as(at).contains(value);
        }
        if (schema.get("type") instanceof List<?> types) {
            assertThat(types).as(at).anyMatch(type -> isOf(value, String.valueOf(type)));
        } else if (schema.get("type") instanceof String type) {
            assertThat(isOf(value, type)).as("%s is a %s", at, type).isTrue();
        }
        if (schema.get("minimum") instanceof Long minimum && value instanceof Number number) {
            assertThat(number.doubleValue()).as(at).isGreaterThanOrEqualTo(minimum);
        }
        if (schema.get("pattern") instanceof String pattern && value instanceof String text) {
            assertThat(text).as(at).containsPattern(pattern);
        }
        if (value instanceof List<?> list) {
            list.forEach(item -> check(item, Json.object(schema, "items"), definitions, at + "[]"));
        }
        if (value instanceof Map<?, ?>) {
            checkObject(Json.object(value), schema, definitions, at);
        }
    }

    private static void checkObject(
            Map<String, @Nullable Object> object,
            Map<String, @Nullable Object> schema,
            Map<String, @Nullable Object> definitions,
            String at) {
        Map<String, @Nullable Object> properties =
                schema.containsKey("properties") ? Json.object(schema, "properties") : Map.of();
        if (schema.containsKey("required")) {
            assertThat(object.keySet().stream().<Object>map(k -> k)).as(at).containsAll(Json.list(schema, "required"));
        }
        object.forEach((name, value) -> {
            if (properties.containsKey(name)) {
                check(value, Json.object(properties, name), definitions, at + "." + name);
            } else {
                assertThat(schema.get("additionalProperties"))
                        .as("%s may have %s", at, name)
                        .isInstanceOf(Map.class);
                check(value, Json.object(schema, "additionalProperties"), definitions, at + "." + name);
            }
        });
    }

    private static boolean isOf(@Nullable Object value, String type) {
        return switch (type) {
            case "string" -> value instanceof String;
            case "null" -> value == null;
            case "integer" -> value instanceof Long;
            case "number" -> value instanceof Number;
            case "object" -> value instanceof Map;
            case "array" -> value instanceof List;
            default -> false;
        };
    }
}
