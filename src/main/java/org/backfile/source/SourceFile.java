package org.backfile.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One file of the input, or one entry of a container, decoded.
 *
 * @param path relative to its source folder, with {@code /}; inside a container {@code dump.zip!/a/b.txt}
 * @param bytes the length before decoding
 * @param sha256 of the bytes before decoding
 * @param charset the name of the charset that the bytes were decoded with, as Java spells it; {@code UTF-8} also where
 *     single lines were in another one
 * @param lines of a file that is not readable too: they count, but mean nothing
 * @param problems what went wrong in decoding, in the order of place
 * @param readable false where the bytes are no text, so that no line says anything
 * @param charsetFacts what the bytes say about a charset that they leave open, for {@link FolderCharsets}; null where
 *     the charset is sure
 */
public record SourceFile(
        String path,
        long bytes,
        Sha256 sha256,
        String charset,
        Lines lines,
        List<Problem> problems,
        boolean readable,
        @Nullable CharsetFacts charsetFacts) {
    /** Stands in the path of a file in a container between the container's path and that of the file in it. */
    public static final String INSIDE = "!/";

    public SourceFile {
        problems = List.copyOf(problems);
    }

    /** A readable file whose charset is sure. */
    public SourceFile(String path, long bytes, Sha256 sha256, String charset, Lines lines, List<Problem> problems) {
        this(path, bytes, sha256, charset, lines, problems, true, null);
    }

    /** The path's folder: what stands before the last {@code /}, or an empty string. */
    public String folder() {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** How to read it, by its name. */
    public SourceForm form() {
        return SourceForm.of(path).orElse(SourceForm.TEXT);
    }
}
