package org.backfile.render;

import java.util.List;
import org.backfile.page.Content;
import org.backfile.page.Headline;
import org.backfile.page.Label;
import org.backfile.page.PageSettings;
import org.backfile.page.SitePath;
import org.jspecify.annotations.Nullable;

/** Makes the head of a page: titles, descriptions, and what search engines should do with it. */
final class PageHead implements Content.Cases<View.Head> {
    private final PageWords words;
    private final Messages messages;
    private final PageSettings settings;
    private final SitePictures pictures;

    PageHead(SitePath page, Messages messages, PageSettings settings, SitePictures pictures) {
        this.words = new PageWords(page, messages);
        this.messages = messages;
        this.settings = settings;
        this.pictures = pictures;
    }

    private View.Head head(@Nullable String title, String description, boolean indexed) {
        return head(title, description, indexed, Html.NONE);
    }

    private View.Head head(@Nullable String title, String description, boolean indexed, Html metadata) {
        String site = settings.siteUrl();
        return new View.Head(
                title == null ? settings.title() : title + " – " + settings.title(),
                description,
                indexed,
                site == null || !indexed ? null : SiteUrl.absolute(site, words.page()),
                metadata);
    }

    /** What machines want to know of a page that stands at the end of {@code way}. */
    private Html metadata(List<Content.Step> way, String title) {
        return HeadMetadata.page(words.page(), way, title, settings, words::text);
    }

    private View.Head titled(String key) {
        String title = messages.text(key);
        return head(title, title + " – " + settings.title(), true, metadata(List.of(), title));
    }

    @Override
    public View.Head front(Content.Front front) {
        return head(
                null,
                settings.tagline().isEmpty() ? settings.title() : settings.tagline(),
                true,
                metadata(List.of(), settings.title()));
    }

    @Override
    public View.Head year(Content.Year year) {
        String title = messages.date(year.date());
        return head(title, messages.text("list.calendar", title), true, metadata(year.way(), title));
    }

    @Override
    public View.Head listing(Content.Listing listing) {
        StringBuilder title = new StringBuilder(words.text(listing.title()));
        for (int i = listing.way().size() - 1; i > 0; i--) {
            Label step = listing.way().get(i).label();
            if (listing.title().kind() != Label.Kind.DATE || step.kind() != Label.Kind.DATE) {
                title.append(" – ").append(words.text(step));
            }
        }
        return head(
                title.toString(),
                title + " – " + settings.title(),
                true,
                metadata(listing.way(), words.text(listing.title())));
    }

    @Override
    public View.Head calendar(Content.Calendar calendar) {
        return titled("nav.on-this-day");
    }

    @Override
    public View.Head story(Content.Story story) {
        SitePictures.Picture first =
                pictures.of(story.lead().id()).values().stream().findFirst().orElse(null);
        return head(
                Headline.of(story.lead()),
                story.lead().opening(),
                true,
                HeadMetadata.story(story, first, settings, words::text));
    }

    @Override
    public View.Head day(Content.DayPage day) {
        String date = messages.date(day.date());
        String title = day.title().kind() == Label.Kind.DATE ? date : words.text(day.title()) + " – " + date;
        return head(
                title,
                title + " – " + settings.title(),
                true,
                HeadMetadata.day(words.page(), day, title, pictures, settings, words::text));
    }

    @Override
    public View.Head version(Content.Version version) {
        String title = Headline.of(version.card()) + " – " + messages.text("diff.title");
        return head(title, version.card().opening(), true, metadata(version.way(), title));
    }

    @Override
    public View.Head copy(Content.Copy copy) {
        String title = copy.story().headline();
        return head(title, messages.text("story.copy-of", title), false);
    }

    @Override
    public View.Head gone(Content.Gone gone) {
        View.Head head = head(messages.text("gone.title"), messages.text("gone.title"), false);
        String site = settings.siteUrl();
        SitePath target = gone.target();
        if (target == null) {
            return head;
        }
        // to be followed by search engines, which take an immediate refresh for a redirect
        String canonical = site == null ? null : SiteUrl.absolute(site, target.page());
        return new View.Head(head.title(), head.description(), true, canonical, Html.NONE);
    }

    @Override
    public View.Head duplicates(Content.Duplicates duplicates) {
        return titled("nav.duplicates");
    }

    @Override
    public View.Head doubtful(Content.Doubtful doubtful) {
        return titled("nav.doubtful");
    }

    @Override
    public View.Head about(Content.About about) {
        return titled("nav.about");
    }

    @Override
    public View.Head downloads(Content.Downloads downloads) {
        return titled("nav.data");
    }

    @Override
    public View.Head search(Content.Search search) {
        return titled("nav.search");
    }

    @Override
    public View.Head notFound(Content.NotFound notFound) {
        View.Head head = titled("missing.title");
        return new View.Head(head.title(), head.description(), false, null, Html.NONE);
    }
}
