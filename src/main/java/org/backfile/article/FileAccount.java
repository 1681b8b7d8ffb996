package org.backfile.article;

import java.util.List;
import org.backfile.source.Problem;
import org.backfile.source.Sha256;

/**
 * The account of one source file: what every line of it is, and what was wrong with it.
 *
 * @param spans in order, without a gap, each line from 1 to {@code lines} in exactly one
 * @param problems of decoding and of reading, in order, and then those of the owner's corrections
 */
public record FileAccount(
        String path, long bytes, Sha256 sha256, String charset, int lines, List<Span> spans, List<Problem> problems) {
    /** Checks that the spans account for every line. */
    public FileAccount {
        spans = List.copyOf(spans);
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

    /** The number of the article that has a line, from 1; 0 where none has it. */
    int articleAt(int line) {
        int from = 0;
        int to = spans.size();
        while (to - from > 1) {
            int middle = (from + to) >>> 1;
            if (spans.get(middle).from() <= line) {
                from = middle;
            } else {
                to = middle;
            }
        }
        return spans.get(from).article();
    }
}
