package org.backfile.render;

import java.util.function.BiFunction;
import org.backfile.article.Article;
import org.backfile.article.ArticleId;
import org.backfile.page.SitePath;
import org.jspecify.annotations.Nullable;

/** The bodies of articles as HTML, with the pictures that belong to them. Safe to use from several threads. */
final class Bodies {
    private final BodyHtml html;
    private final DiffHtml differences;
    private final BiFunction<ArticleId, String, BodyHtml.@Nullable Picture> pictures;

    Bodies(Messages messages, BiFunction<ArticleId, String, BodyHtml.@Nullable Picture> pictures) {
        this.html = new BodyHtml(messages.text("note.back"));
        this.differences = new DiffHtml(messages);
        this.pictures = pictures;
    }

    Html of(SitePath page, Article article) {
        return html.render(page, article.body(), path -> pictures.apply(article.id(), path));
    }

    /** In what a version differs from its story's lead. */
    Difference difference(Article lead, Article version) {
        return differences.compare(lead.body(), version.body());
    }

    /** The owner's own text. */
    Html ownersText(SitePath page, String text) {
        return html.ownersText(page, text);
    }
}
