package org.backfile.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/**
 * The values of a JSON object as metadata needs them: each with its key, lists of texts together, the objects inside
 * flattened. A value of {@code {"author": {"name": "Ada"}}} is that of {@code author}; one of
 * {@code {"metadata": {"title": "Storm"}}} that of {@code title}, after those further up.
 */
final class JsonValues {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int DEEPEST = 20;

    private final JsonParser json;
    private final List<List<Value>> byDepth = new ArrayList<>();

    /**
     * One value.
     *
     * @param key the nearest key above it
     * @param parent the key above that, or an empty string
     * @param items the texts of a list, one for a single value
     * @param column where it starts in the text, from 1
     * @param lastColumn where it ends
     */
    record Value(String key, String parent, List<String> items, int column, int lastColumn) {
        /** The field that the key, or the name inside an object, stands for. */
        Optional<FieldName> field(Map<String, String> ownNames) {
            boolean isName = key.equals("name") || key.equals("@value");
            return FieldName.named(isName ? parent : key, ownNames);
        }

        /** The items as paragraphs. */
        String text() {
            return String.join("\n\n", items);
        }

        String inOneLine() {
            return String.join(", ", items);
        }

        String first() {
            return items.get(0);
        }
    }

    private JsonValues(JsonParser json) {
        this.json = json;
    }

    /**
     * The values of the object that {@code text} is, outer ones first.
     *
     * @throws JacksonException where it is none
     */
    static List<Value> read(String text) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
            JsonValues values = new JsonValues(json);
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new StreamReadException(json, "no object");
            }
            values.object("", 0);
            List<Value> all = new ArrayList<>();
            values.byDepth.forEach(all::addAll);
            return all;
        }
    }

    private void object(String parent, int depth) {
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            json.nextToken();
            value(key, parent, depth);
        }
    }

    private void value(String key, String parent, int depth) {
        JsonToken token = json.currentToken();
        if (depth > DEEPEST) {
            json.skipChildren();
        } else if (token == JsonToken.START_OBJECT) {
            object(key, depth + 1);
        } else if (token == JsonToken.START_ARRAY) {
            list(key, parent, depth);
        } else if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
            int column = column();
            add(depth, new Value(key, parent, List.of(json.getString()), column, Math.max(column, end())));
        }
    }

    private void list(String key, String parent, int depth) {
        List<String> items = new ArrayList<>();
        int column = column();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            JsonToken token = json.currentToken();
            if (token == JsonToken.START_OBJECT && depth < DEEPEST) {
                items.addAll(names(key, depth + 1));
            } else if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
                items.add(json.getString());
            } else {
                json.skipChildren();
            }
        }
        if (!items.isEmpty()) {
            add(depth, new Value(key, parent, items, column, Math.max(column, end())));
        }
    }

    /** The names of an object in a list; its other values count for themselves. */
    private List<String> names(String key, int depth) {
        List<Value> before = new ArrayList<>(at(depth));
        object(key, depth);
        List<Value> now = at(depth);
        List<String> names = new ArrayList<>();
        for (Value value : List.copyOf(now.subList(before.size(), now.size()))) {
            if (value.key.equals("name")) {
                names.addAll(value.items);
                now.remove(value);
            }
        }
        return names;
    }

    private List<Value> at(int depth) {
        while (byDepth.size() <= depth) {
            byDepth.add(new ArrayList<>());
        }
        return byDepth.get(depth);
    }

    private void add(int depth, Value value) {
        at(depth).add(value);
    }

    private int column() {
        return Math.max(1, json.currentTokenLocation().getColumnNr());
    }

    private int end() {
        return json.currentLocation().getColumnNr() - 1;
    }
}
