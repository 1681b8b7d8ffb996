package org.backfile.page;

import java.util.List;
import java.util.function.Supplier;
import org.backfile.article.ArticleId;

/**
 * A page of the site: where it stands, and what it shows, made anew at each asking, so that a page weighs little while
 * nobody looks at it. Safe to use from several threads.
 */
public final class Page {
    private final SitePath path;
    private final Supplier<Content> content;

    Page(SitePath path, Supplier<Content> content) {
        this.path = path;
        this.content = content;
    }

    public SitePath path() {
        return path;
    }

    /** What the page shows; at most some thousands of rows are put together at a call. */
    public Content content() {
        return content.get();
    }

    /**
     * A text that says everything the page shows beside the bodies of {@link #bodies()}, the settings and the theme: a
     * page whose inputs did not change has the same bytes. Costs what {@link #content()} costs.
     */
    public String inputs() {
        return content().toString();
    }

    /** The articles whose text the page shows: one for a story, the lead and the version for a version, else none. */
    public List<ArticleId> bodies() {
        return bodies(content());
    }

    /** {@link #bodies()} of a content at hand. */
    public static List<ArticleId> bodies(Content content) {
        if (content instanceof Content.Story story) {
            return List.of(story.lead().id());
        }
        if (content instanceof Content.Version version) {
            return List.of(version.lead(), version.printing().article());
        }
        return List.of();
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
