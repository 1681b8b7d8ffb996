package org.backfile.article;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;

/** The first sentence of a body, for listings. */
final class Opening {
    private static final int LIMIT = 200;

    private Opening() {}

    static String of(List<Paragraph> body) {
        for (Paragraph paragraph : body) {
            if (paragraph.kind() == Paragraph.Kind.TEXT || paragraph.kind() == Paragraph.Kind.QUOTE) {
                return sentence(paragraph.text());
            }
        }
        return body.isEmpty() ? "" : sentence(body.get(0).text());
    }

    private static String sentence(String text) {
        String flat = text.substring(0, Math.min(text.length(), 4 * LIMIT))
                .replaceAll("\\s+", " ")
                .strip();
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(flat);
        int end = sentences.next();
        String first = end == BreakIterator.DONE ? flat : flat.substring(0, end).strip();
        if (first.length() <= LIMIT) {
            return first;
        }
        int cut = first.lastIndexOf(' ', LIMIT - 1);
        return first.substring(0, cut < LIMIT / 2 ? first.offsetByCodePoints(0, LIMIT / 2) : cut) + "…";
    }
}
