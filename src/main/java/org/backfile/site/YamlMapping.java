package org.backfile.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A mapping of a YAML settings file that knows where each key stands. What is wrong is collected, each with
 * {@code file:line:col}, so that one run tells all of it; call {@link #finish} when all keys have been asked for.
 */
final class YamlMapping {
    private final String file;
    private final List<String> errors;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final List<String> known = new ArrayList<>();

    private YamlMapping(String file, List<String> errors, @Nullable Node node) {
        this.file = file;
        this.errors = errors;
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key) {
                    values.put(key.getValue(), tuple.getValueNode());
                    keys.put(key.getValue(), key);
                } else {
                    complain(tuple.getKeyNode(), "a setting's name must be a word");
                }
            }
        } else if (node != null) {
            complain(node, "expected settings as lines \"name: value\"");
        }
    }

    /** Reads a whole file; a file that is no YAML gives an empty mapping and an error. */
    static YamlMapping parse(String file, String text, List<String> errors) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setAllowDuplicateKeys(false)
                .setMaxAliasesForCollections(10)
                .build();
        try {
            Optional<Node> root = new Compose(settings).composeString(text);
            return new YamlMapping(file, errors, root.orElse(null));
        } catch (MarkedYamlEngineException e) {
            String what = e.getProblem() == null ? "not YAML" : e.getProblem();
            errors.add(e.getProblemMark().map(mark -> place(file, mark)).orElse(file) + ": " + what);
        } catch (YamlEngineException e) {
            errors.add(file + ": " + e.getMessage());
        }
        return new YamlMapping(file, errors, null);
    }

    /** The value of a key as text, or null where it is not set. */
    @Nullable
    String text(String key) {
        Node node = value(key);
        if (node == null || isNull(node)) {
            return null;
        }
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        complain(node, "\"" + key + "\" must be a single value");
        return null;
    }

    /** A mapping inside this one; empty where it is not set. */
    YamlMapping mapping(String key) {
        Node node = value(key);
        return new YamlMapping(file, errors, node == null || isNull(node) ? null : node);
    }

    /** Each key with the mapping behind it, in the file's order. */
    void forEachMapping(BiConsumer<String, YamlMapping> each) {
        for (String key : keys.keySet()) {
            each.accept(key, mapping(key));
        }
    }

    /** Each key with its text, in the file's order. */
    void forEachText(BiConsumer<String, String> each) {
        for (String key : keys.keySet()) {
            String text = text(key);
            if (text != null) {
                each.accept(key, text);
            }
        }
    }

    /** Adds an error about the value of a key. */
    void reject(String key, String what) {
        Node node = values.get(key);
        if (node != null) {
            complain(node, what);
        }
    }

    /** Adds an error for each key that nobody asked for. */
    void finish() {
        keys.forEach((key, node) -> {
            if (!known.contains(key)) {
                String near = nearest(key);
                complain(
                        node,
                        "unknown setting \"" + key + "\""
                                + (near == null
                                        ? " – the known ones are " + String.join(", ", known)
                                        : " – did you mean \"" + near + "\"?"));
            }
        });
    }

    private @Nullable Node value(String key) {
        if (!known.contains(key)) {
            known.add(key);
        }
        return values.get(key);
    }

    private static boolean isNull(Node node) {
        return node instanceof ScalarNode scalar
                && (scalar.getValue().isEmpty()
                        || scalar.getValue().equals("~")
                        || scalar.getValue().equals("null"))
                && scalar.isPlain();
    }

    private void complain(Node node, String what) {
        errors.add(node.getStartMark().map(mark -> place(file, mark)).orElse(file) + ": " + what);
    }

    private static String place(String file, Mark mark) {
        return file + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
    }

    private @Nullable String nearest(String key) {
        String best = null;
        int bestDistance = 3;
        for (String candidate : known) {
            int distance = distance(key, candidate);
            if (distance < bestDistance) {
                bestDistance = distance;
                best = candidate;
            }
        }
        return best;
    }

    /** Levenshtein's edit distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
