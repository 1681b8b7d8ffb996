package org.backfile.render;

import java.util.Map;
import org.backfile.article.ArticleId;
import org.backfile.page.SitePath;

/** The pictures of the input that stand in the site, by what texts call them. Safe to use from several threads. */
public interface SitePictures {
    /**
     * A picture that stands in the site.
     *
     * @param width in pixels; 0 where it is unknown
     * @param height in pixels; 0 where it is unknown
     */
    record Picture(SitePath path, int width, int height) {}

    /** The pictures that an article shows, by their paths as written, in the order of the text. */
    Map<String, Picture> of(ArticleId article);

    /** Those of the owner's own text about the archive. */
    Map<String, Picture> ofOwner();

    /** No pictures at all. */
    SitePictures NONE = new SitePictures() {
        @Override
        public Map<String, Picture> of(ArticleId article) {
            return Map.of();
        }

        @Override
        public Map<String, Picture> ofOwner() {
            return Map.of();
        }
    };
}
