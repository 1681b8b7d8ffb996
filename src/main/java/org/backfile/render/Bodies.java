package org.backfile.render;

import java.util.List;
import org.backfile.article.Article;
import org.backfile.article.Language;
import org.backfile.article.Paragraph;
import org.backfile.page.SitePath;
import org.jspecify.annotations.Nullable;

/** The bodies of articles as HTML, with the pictures that belong to them. Safe to use from several threads. */
final class Bodies {
    private final BodyHtml html;
    private final DiffHtml differences;
    private final SitePictures pictures;

    Bodies(Messages messages, SitePictures pictures) {
        this.html = new BodyHtml(messages);
        this.differences = new DiffHtml(messages);
        this.pictures = pictures;
    }

    /** An article's body on a page where a heading of the level {@code below} is its headline. */
    Html of(SitePath page, Article article, int below) {
        return html.render(page, article.body(), pictures.of(article.id()), below);
    }

    /** In what a version differs from its story's lead. */
    Difference difference(Article lead, Article version) {
        return differences.compare(lead.body(), version.body());
    }

    /** The language of the owner's own text; null where it is not clear. */
    @Nullable
    String languageOf(String text) {
        return Language.of(String.join("\n", BodyText.of(List.of(new Paragraph(Paragraph.Kind.MARKDOWN, text, 1, 1)))));
    }

    /** The owner's own text. */
    Html ownersText(SitePath page, String text) {
        return html.ownersText(page, text, pictures.ofOwner());
    }
}
