package org.backfile.article;

import java.util.ArrayList;
import java.util.List;

/** Collects the roles of a file's lines, in order, and joins neighbours that belong together. */
final class Spans {
    private final List<Span> spans = new ArrayList<>();
    private int from = 1;
    private int next = 1;
    private LineRole role = LineRole.BLANK;
    private int article;
    private int of;

    /** Adds the next line; {@code repeated} is the line it repeats, from 1, or 0. */
    void add(LineRole lineRole, int ofArticle, int repeated) {
        boolean joins = next > from
                && lineRole == role
                && ofArticle == article
                && (repeated == 0 || repeated == of + (next - from));
        if (!joins) {
            close();
            from = next;
            role = lineRole;
            article = ofArticle;
            of = repeated;
        }
        next++;
    }

    /** All spans so far. */
    List<Span> toList() {
        close();
        from = next;
        return List.copyOf(spans);
    }

    private void close() {
        if (next > from) {
            spans.add(new Span(from, next - 1, role, article, of));
        }
    }
}
