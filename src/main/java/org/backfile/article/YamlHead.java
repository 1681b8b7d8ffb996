package org.backfile.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.backfile.source.Lines;
import org.backfile.source.Problem;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads the YAML of a front matter as nodes, so that values stay as they were written ({@code 1.10}, {@code 2014-12-30})
 * and aliases are never unfolded.
 */
final class YamlHead {
    /** Nobody nests front matter deeper; the parser would need stack for it. */
    private static final int DEEPEST = 50;

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setAllowDuplicateKeys(true)
            .setMaxAliasesForCollections(20)
            .setUseMarks(true)
            .build();

    private YamlHead() {}

    /** Puts the values of lines {@code from} to {@code to} into {@code fields}; tells where they are no YAML. */
    static Optional<Problem> read(Lines lines, int from, int to, String path, WrittenFields fields) {
        if (from > to) {
            return Optional.empty();
        }
        StringBuilder yaml = new StringBuilder();
        for (int line = from; line <= to; line++) {
            yaml.append(lines.get(line)).append('\n');
        }
        if (isDeep(yaml)) {
            return Optional.of(FrontMatter.broken(path, from, "the front matter is nested too deep"));
        }
        try {
            Optional<Node> root = new Compose(SETTINGS).composeString(yaml.toString());
            if (root.orElse(null) instanceof MappingNode mapping) {
                put(mapping, from, fields, true);
                return Optional.empty();
            }
            return Optional.of(FrontMatter.broken(path, from, "the front matter has no keys"));
        } catch (MarkedYamlEngineException e) {
            int line = from + e.getProblemMark().map(Mark::getLine).orElse(0);
            lineByLine(lines, from, to, fields);
            return Optional.of(FrontMatter.broken(path, Math.min(line, to), "the front matter is no YAML"));
        } catch (YamlEngineException e) {
            lineByLine(lines, from, to, fields);
            return Optional.of(FrontMatter.broken(path, from, "the front matter is no YAML"));
        }
    }

    private static void put(MappingNode mapping, int firstLine, WrittenFields fields, boolean top) {
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                continue;
            }
            Node value = tuple.getValueNode();
            Optional<FieldName> field = FieldName.named(key.getValue());
            if (field.isPresent()) {
                text(field.get(), value).ifPresent(text -> fields.put(field.get(), text, place(value, firstLine)));
            } else if (top && value instanceof MappingNode nested) {
                put(nested, firstLine, fields, false);
            }
        }
    }

    /** A scalar, the names of a list joined (the first alone for a section), the name of a mapping. */
    private static Optional<String> text(FieldName field, Node value) {
        if (value instanceof ScalarNode scalar) {
            boolean isNull = scalar.getScalarStyle() == ScalarStyle.PLAIN
                    && (scalar.getValue().equals("null") || scalar.getValue().equals("~"));
            return isNull ? Optional.empty() : Optional.of(scalar.getValue());
        }
        if (value instanceof SequenceNode list) {
            List<String> texts = new ArrayList<>();
            for (Node item : list.getValue()) {
                if (!(item instanceof SequenceNode)) {
                    text(field, item).ifPresent(texts::add);
                }
            }
            return texts.isEmpty()
                    ? Optional.empty()
                    : Optional.of(field == FieldName.SECTION ? texts.get(0) : String.join(", ", texts));
        }
        return value instanceof MappingNode mapping ? nameIn(mapping) : Optional.empty();
    }

    private static Optional<String> nameIn(MappingNode mapping) {
        for (NodeTuple tuple : mapping.getValue()) {
            boolean isName = tuple.getKeyNode() instanceof ScalarNode key
                    && key.getValue().equals("name");
            if (isName && tuple.getValueNode() instanceof ScalarNode name) {
                return Optional.of(name.getValue());
            }
        }
        return Optional.empty();
    }

    private static Evidence.Place place(Node value, int firstLine) {
        Mark start = value.getStartMark().orElseThrow();
        Mark end = value.getEndMark().orElseThrow();
        int from = firstLine + start.getLine();
        boolean oneLine = end.getLine() == start.getLine();
        int to = oneLine ? from : firstLine + Math.max(start.getLine(), end.getLine() - 1);
        return new Evidence.Place(from, to, start.getColumn() + 1, oneLine ? Math.max(1, end.getColumn()) : 1);
    }

    /** What can be saved of broken YAML: lines {@code key: value} that do not depend on others. */
    private static void lineByLine(Lines lines, int from, int to, WrittenFields fields) {
        for (int line = from; line <= to; line++) {
            String text = lines.get(line);
            int colon = text.indexOf(": ");
            if (colon > 0 && !Character.isWhitespace(text.charAt(0))) {
                Optional<FieldName> field = FieldName.named(text.substring(0, colon));
                String value = unquoted(text.substring(colon + 2).strip());
                if (field.isPresent() && !value.isEmpty() && "[{|>&*".indexOf(value.charAt(0)) < 0) {
                    fields.put(field.get(), value, new Evidence.Place(line, line, colon + 3, text.length()));
                }
            }
        }
    }

    /** The value without its quotes, or without the one that is never closed, which may be what broke the YAML. */
    private static String unquoted(String value) {
        char quote = value.isEmpty() ? ' ' : value.charAt(0);
        if (value.length() < 2 || (quote != '"' && quote != '\'')) {
            return value;
        }
        int closing = value.indexOf(quote, 1);
        if (closing < 0) {
            return value.substring(1);
        }
        return closing == value.length() - 1 ? value.substring(1, closing) : value;
    }

    /** True for more brackets, indents or list marks inside each other than any front matter has. */
    private static boolean isDeep(CharSequence yaml) {
        int open = 0;
        int marks = 0;
        int deepest = 0;
        boolean atStart = true;
        for (int i = 0; i < yaml.length(); i++) {
            char c = yaml.charAt(i);
            if (c == '\n') {
                marks = 0;
                atStart = true;
            } else if (atStart && (c == '-' || c == '?' || c == ' ')) {
                marks++;
            } else {
                atStart = false;
            }
            open += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
            deepest = Math.max(deepest, Math.max(open, marks / 2));
        }
        return deepest > DEEPEST;
    }
}
