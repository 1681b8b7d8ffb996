package org.backfile.article;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.backfile.source.Lines;
import org.backfile.source.Sha256;
import org.backfile.source.SourceFile;

/** Source files made from a text. */
final class TextFiles {
    private TextFiles() {}

    static SourceFile file(String path, String text) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        return new SourceFile(path, bytes, Sha256.of(text), "UTF-8", new Lines(text), List.of());
    }
}
