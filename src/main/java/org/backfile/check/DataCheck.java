package org.backfile.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.backfile.article.LineRole;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Checks the data files row by row: that the ledger accounts for every line of every file once, and that every page a row
 * names is there. Keeps eight bytes a file; rows are streamed.
 */
final class DataCheck {
    private static final Set<String> ROLES =
            Arrays.stream(LineRole.values()).map(LineRole::id).collect(Collectors.toUnmodifiableSet());

    private final Path site;
    private final Predicate<String> isThere;
    private final Findings findings;
    private final Set<Long> accounted = new HashSet<>();
    private final JsonFactory json = new JsonFactory();

    /**
     * A check of the data of {@code site}.
     *
     * @param isThere whether an address, a page's or a place's on one, is in the site
     */
    DataCheck(Path site, Predicate<String> isThere, Findings findings) {
        this.site = site;
        this.isThere = isThere;
        this.findings = findings;
    }

    /** Checks a file of the ledger. All of them come before the articles. */
    void ledger(String file) {
        rows(file, FindingKind.LEDGER, this::ledgerRow);
    }

    /** Checks a file of articles. */
    void articles(String file) {
        rows(file, FindingKind.DATA, this::articleRow);
    }

    private interface Row {
        void read(JsonParser parser, Place place);
    }

    /** Where a row stands, and what to do with its faults. */
    private final class Place {
        private final String file;
        private final FindingKind kind;
        private final int line;

        Place(String file, FindingKind kind, int line) {
            this.file = file;
            this.kind = kind;
            this.line = line;
        }

        void fault(String message) {
            findings.add(new Finding(kind, file, line, 1, message));
        }
    }

    private void rows(String file, FindingKind kind, Row row) {
        try (InputStream in = Files.newInputStream(site.resolve(file));
                JsonParser parser = json.createParser(ObjectReadContext.empty(), in)) {
            while (parser.nextToken() != null) {
                Place place =
                        new Place(file, kind, parser.currentTokenLocation().getLineNr());
                if (parser.currentToken() == JsonToken.START_OBJECT) {
                    row.read(parser, place);
                } else {
                    place.fault("a row that is no JSON object");
                    parser.skipChildren();
                }
            }
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
            findings.add(new Finding(kind, file, line, column, "not JSON from here on"));
        } catch (IOException e) {
            findings.add(Finding.of(kind, file, "the file can't be read"));
        }
    }

    private void ledgerRow(JsonParser parser, Place place) {
        String path = null;
        long lines = -1;
        List<String> pages = List.of();
        Spans spans = new Spans();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("path") && value == JsonToken.VALUE_STRING) {
                path = parser.getString();
            } else if (name.equals("lines") && value == JsonToken.VALUE_NUMBER_INT) {
                lines = parser.getLongValue();
            } else if (name.equals("pages") && value == JsonToken.START_ARRAY) {
                pages = strings(parser);
            } else if (name.equals("spans") && value == JsonToken.START_ARRAY) {
                spans.read(parser);
            } else {
                parser.skipChildren();
            }
        }
        if (path == null || lines < 0) {
            place.fault("a row without path or number of lines");
            return;
        }
        if (!accounted.add(Anchors.hash(path))) {
            place.fault(path + " is accounted for twice");
        }
        String fault = spans.fault(lines);
        if (fault != null) {
            place.fault(path + ": " + fault);
        }
        for (String page : pages) {
            if (!isThere.test(page)) {
                place.fault(path + ": the page " + page + " is not there");
            }
        }
    }

    private static List<String> strings(JsonParser parser) {
        List<String> strings = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                strings.add(parser.getString());
            } else {
                parser.skipChildren();
            }
        }
        return strings;
    }

    private void articleRow(JsonParser parser, Place place) {
        String path = null;
        String url = null;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("path") && value == JsonToken.VALUE_STRING) {
                path = parser.getString();
            } else if (name.equals("url") && value == JsonToken.VALUE_STRING) {
                url = parser.getString();
            } else {
                parser.skipChildren();
            }
        }
        if (path == null || url == null) {
            place.fault("a row without path or url");
            return;
        }
        if (!isThere.test(url)) {
            place.fault(path + ": its page " + url + " is not there");
        }
        if (!accounted.contains(Anchors.hash(path))) {
            place.fault(path + " has an article and stands nowhere in data/ledger/");
        }
    }

    /** The spans of one row: where they stop covering the lines one after another, the first such fault is kept. */
    private static final class Spans {
        private long next = 1;
        private @Nullable String fault;

        void read(JsonParser parser) {
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                span(parser);
            }
        }

        private void span(JsonParser parser) {
            long from = 0;
            long to = 0;
            String role = "";
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("from") && value == JsonToken.VALUE_NUMBER_INT) {
                    from = parser.getLongValue();
                } else if (name.equals("to") && value == JsonToken.VALUE_NUMBER_INT) {
                    to = parser.getLongValue();
                } else if (name.equals("role") && value == JsonToken.VALUE_STRING) {
                    role = parser.getString();
                } else {
                    parser.skipChildren();
                }
            }
            accept(from, to, role);
        }

        private void accept(long from, long to, String role) {
            if (fault != null) {
                return;
            }
            if (from > next) {
                fault = "line " + next + " stands in no span";
            } else if (from < next) {
                fault = "line " + from + " stands in two spans";
            } else if (to < from) {
                fault = "a span ends before it begins, at line " + from;
            } else if (!ROLES.contains(role)) {
                fault = "line " + from + " has the unknown role “" + role + "”";
            }
            next = to + 1;
        }

        @Nullable
        String fault(long lines) {
            if (fault == null && next <= lines) {
                fault = "line " + next + " stands in no span";
            } else if (fault == null && next > lines + 1) {
                fault = "its spans reach to line " + (next - 1) + " of " + lines;
            }
            return fault;
        }
    }
}
