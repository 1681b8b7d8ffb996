package org.backfile.article;

import java.util.List;
import org.backfile.source.Problem;

/**
 * What was read from one source file: its articles, and an account of every line.
 *
 * @param spans in order, without a gap, each line from 1 to {@code lines} in exactly one
 * @param articles numbered from 1, in the order of the file
 * @param problems of decoding and of reading, in order
 */
public record FileReading(
        String path,
        long bytes,
        String sha256,
        String charset,
        int lines,
        List<Span> spans,
        List<Article> articles,
        List<Problem> problems) {
    /** Checks that the spans account for every line. */
    public FileReading {
        spans = List.copyOf(spans);
        articles = List.copyOf(articles);
        problems = List.copyOf(problems);
        int next = 1;
        for (Span span : spans) {
            if (span.from() != next) {
                throw new IllegalArgumentException(path + ": line " + next + " is in no span or in two");
            }
            next = span.to() + 1;
        }
        if (next != lines + 1) {
            throw new IllegalArgumentException(path + ": spans end at line " + (next - 1) + " of " + lines);
        }
    }

    /** The same reading with other articles. */
    public FileReading with(List<Article> others) {
        return new FileReading(path, bytes, sha256, charset, lines, spans, others, problems);
    }
}
