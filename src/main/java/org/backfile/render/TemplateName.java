package org.backfile.render;

import org.backfile.page.Content;

/** Which template shows a kind of content. */
final class TemplateName implements Content.Cases<String> {
    static final TemplateName CASES = new TemplateName();

    private TemplateName() {}

    @Override
    public String front(Content.Front front) {
        return "front.ftlh";
    }

    @Override
    public String year(Content.Year year) {
        return "year.ftlh";
    }

    @Override
    public String listing(Content.Listing listing) {
        return "listing.ftlh";
    }

    @Override
    public String calendar(Content.Calendar calendar) {
        return "calendar.ftlh";
    }

    @Override
    public String story(Content.Story story) {
        return "story.ftlh";
    }

    @Override
    public String day(Content.DayPage day) {
        return "day.ftlh";
    }

    @Override
    public String version(Content.Version version) {
        return "version.ftlh";
    }

    @Override
    public String copy(Content.Copy copy) {
        return "copy.ftlh";
    }

    @Override
    public String gone(Content.Gone gone) {
        return "gone.ftlh";
    }

    @Override
    public String duplicates(Content.Duplicates duplicates) {
        return "duplicates.ftlh";
    }

    @Override
    public String doubtful(Content.Doubtful doubtful) {
        return "doubtful.ftlh";
    }

    @Override
    public String about(Content.About about) {
        return "about.ftlh";
    }

    @Override
    public String downloads(Content.Downloads downloads) {
        return "data.ftlh";
    }

    @Override
    public String search(Content.Search search) {
        return "search.ftlh";
    }

    @Override
    public String notFound(Content.NotFound notFound) {
        return "404.ftlh";
    }
}
