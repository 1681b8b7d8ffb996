package org.backfile.article;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Finds the article among the objects of a JSON-LD script (schema.org's NewsArticle and its kin). */
final class JsonLd {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int DEEPEST = 30;

    private final JsonParser json;
    private final List<Map<String, String>> objects = new ArrayList<>();

    private JsonLd(JsonParser json) {
        this.json = json;
    }

    /**
     * The texts of the first object that is an article, by key; of an object inside it stands its name, of several
     * their names with commas. Empty where there is none or the script is no JSON.
     */
    static Optional<Map<String, String>> article(String script) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), script)) {
            JsonLd values = new JsonLd(json);
            if (json.nextToken() == null) {
                return Optional.empty();
            }
            values.value(0);
            return values.objects.stream()
                    .filter(object -> isArticle(object.getOrDefault("@type", "")))
                    .findFirst();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static boolean isArticle(String type) {
        return type.contains("Article") || type.endsWith("Posting") || type.contains("Reportage");
    }

    /** The text of the value that the parser stands at; its objects are collected by the way. */
    private String value(int depth) {
        JsonToken token = json.currentToken();
        if (depth > DEEPEST) {
            json.skipChildren();
            return "";
        }
        if (token == JsonToken.START_OBJECT) {
            return object(depth);
        }
        if (token == JsonToken.START_ARRAY) {
            List<String> items = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                String item = value(depth + 1);
                if (!item.isEmpty()) {
                    items.add(item);
                }
            }
            return String.join(", ", items);
        }
        return token == JsonToken.VALUE_NULL ? "" : json.getString();
    }

    private String object(int depth) {
        Map<String, String> object = new LinkedHashMap<>();
        objects.add(object);
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            json.nextToken();
            object.putIfAbsent(key, value(depth + 1));
        }
        return object.getOrDefault("name", object.getOrDefault("@value", ""));
    }
}
