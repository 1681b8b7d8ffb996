package org.backfile.source;

import java.util.Locale;
import java.util.Optional;

/** What the name of a file says about how to read it. */
public enum SourceForm {
    TEXT,
    MARKDOWN,
    HTML,
    /** One JSON object a line. */
    JSON_LINES,
    /** Rows of comma, semicolon or tab separated values. */
    CSV,
    /** A zip of files. */
    ZIP,
    /** A tar of files, compressed with gzip. */
    TAR_GZ;

    private static final String TARRED = ".tar.gz";

    /** True where it holds other files. */
    public boolean isContainer() {
        return this == ZIP || this == TAR_GZ;
    }

    /**
     * The form that a file of that name or path has; empty where Backfile does not read such files. A name without an
     * extension is taken for text.
     */
    public static Optional<SourceForm> of(String path) {
        if (path.regionMatches(true, path.length() - TARRED.length(), TARRED, 0, TARRED.length())) {
            return Optional.of(TAR_GZ);
        }
        return switch (extension(path)) {
            case "", ".txt", ".text" -> Optional.of(TEXT);
            case ".md", ".markdown" -> Optional.of(MARKDOWN);
            case ".html", ".htm" -> Optional.of(HTML);
            case ".jsonl" -> Optional.of(JSON_LINES);
            case ".csv" -> Optional.of(CSV);
            case ".zip" -> Optional.of(ZIP);
            case ".tgz" -> Optional.of(TAR_GZ);
            default -> Optional.empty();
        };
    }

    /**
     * The lower-case extension with its dot, or an empty string. What follows the last dot is an extension only where
     * it is one to ten ASCII letters and digits, one letter at least: {@code Budget 2014.12.30} and {@code Dr. No}
     * have none.
     */
    static String extension(String path) {
        int dot = path.lastIndexOf('.');
        int length = path.length() - dot - 1;
        if (dot <= path.lastIndexOf('/') + 1 || length < 1 || length > 10) {
            return "";
        }
        boolean letter = false;
        for (int i = dot + 1; i < path.length(); i++) {
            char c = path.charAt(i);
            boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!isLetter && !(c >= '0' && c <= '9')) {
                return "";
            }
            letter |= isLetter;
        }
        return letter ? path.substring(dot).toLowerCase(Locale.ROOT) : "";
    }
}
