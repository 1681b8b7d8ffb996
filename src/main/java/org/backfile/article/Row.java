package org.backfile.article;

import java.util.List;
import org.backfile.source.Lines;
import org.backfile.source.Problem;
import org.jspecify.annotations.Nullable;

/**
 * An article given as a row of a table or a JSON line.
 *
 * @param fromLine the first of the file's lines that it takes, from 1; all of them have the role of a record
 * @param toLine the last
 * @param fields those written in the row
 * @param date the date as written, or null
 * @param text the body, with its line breaks; empty where the row has none
 */
record Row(
        int fromLine, int toLine, Fields fields, @Nullable String date, String text, List<Problem> problems) {
    Row {
        problems = List.copyOf(problems);
    }

    /** The body as a page where it is HTML, as exports of editing systems have it; else null. Parsed anew at each call. */
    @Nullable
    HtmlArticle page() {
        return HtmlArticle.isFragment(text) ? HtmlArticle.readFragment(text, fields) : null;
    }

    /** The body's lines, or its paragraphs where it is HTML. Scanned anew at each call. */
    TextLines lines() {
        HtmlArticle page = page();
        Lines lines = new Lines(text);
        return page == null ? new TextLines(lines, 1, lines.count()) : page.text();
    }
}
