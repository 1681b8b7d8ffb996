package org.backfile.source;

import java.util.List;

/**
 * One file of the input, or one entry of a container, decoded.
 *
 * @param path relative to its source folder, with {@code /}; inside a container {@code dump.zip!/a/b.txt}
 * @param bytes the length before decoding
 * @param sha256 of the bytes before decoding, 64 lower-case hexadecimal digits
 * @param charset the name of the charset that the bytes were decoded with, as Java spells it
 * @param problems what went wrong in decoding, in the order of place
 */
public record SourceFile(String path, long bytes, String sha256, String charset, Lines lines, List<Problem> problems) {
    public SourceFile {
        problems = List.copyOf(problems);
    }

    /** The path's folder: what stands before the last {@code /}, or an empty string. */
    public String folder() {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }
}
