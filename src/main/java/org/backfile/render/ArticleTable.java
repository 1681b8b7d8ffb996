package org.backfile.render;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.backfile.article.ArticleCard;
import org.jspecify.annotations.Nullable;

/**
 * The rows of {@code articles.csv} (RFC 4180, UTF-8, with a header). A value that a spreadsheet would take for a formula
 * ({@code = + - @}, tab and their full-width forms at its start) begins with an apostrophe.
 */
final class ArticleTable {
    static final byte[] HEADER = row(List.of(
            "path",
            "article",
            "story",
            "role",
            "url",
            "headline",
            "kicker",
            "masthead",
            "byline",
            "agency",
            "place",
            "date",
            "date_precision",
            "section",
            "publication",
            "language",
            "words"));

    private ArticleTable() {}

    static byte[] row(ArticleCard card, String story, String role, String url) {
        return row(List.of(
                value(card.id().path()),
                Integer.toString(card.id().number()),
                value(story),
                role,
                value(url),
                value(card.headline()),
                value(card.kicker()),
                value(card.masthead()),
                value(card.byline()),
                value(card.agency()),
                value(card.place()),
                card.date() == null ? "" : card.date().iso(),
                DataRecords.precision(card.date()),
                value(card.section()),
                value(card.publication()),
                value(card.language()),
                Integer.toString(card.words())));
    }

    private static String value(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return "";
        }
        String clean = HtmlText.clean(value);
        return "=+-@\t\r\n＝＋－＠".indexOf(clean.charAt(0)) >= 0 ? "'" + clean : clean;
    }

    private static byte[] row(List<String> values) {
        StringBuilder row = new StringBuilder(256);
        for (String value : values) {
            row.append(row.length() == 0 ? "" : ",").append(quoted(value));
        }
        return row.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (",\"\r\n;\t ".indexOf(value.charAt(i)) >= 0) {
                return "\"" + value.replace("\"", "\"\"") + "\"";
            }
        }
        return value;
    }
}
