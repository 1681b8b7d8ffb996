package org.backfile.render;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.backfile.article.Article;
import org.backfile.article.ArticleDate;
import org.backfile.article.ArticleId;
import org.backfile.page.Address;
import org.backfile.page.Content;
import org.backfile.page.Label;
import org.backfile.page.PageSettings;
import org.backfile.page.Shelf;
import org.backfile.page.SitePath;
import org.jspecify.annotations.Nullable;

/** Makes the view of one page from its content: words, links and drawings, no HTML but that of bodies. */
final class PageViews implements Content.Cases<View> {
    private final PageWords words;
    private final Messages messages;
    private final PageSettings settings;
    private final Bodies bodies;
    private final String style;
    private final Function<ArticleId, Article> articles;

    PageViews(
            SitePath page,
            Messages messages,
            PageSettings settings,
            Bodies bodies,
            String style,
            Function<ArticleId, Article> articles) {
        this.words = new PageWords(page, messages);
        this.messages = messages;
        this.settings = settings;
        this.bodies = bodies;
        this.style = style;
        this.articles = articles;
    }

    @Override
    public View front(Content.Front front) {
        List<View.Row> rows = front.newest().stream().map(words::row).toList();
        ArticleDate first = front.first();
        ArticleDate last = front.last();
        return new View.Front(
                rows.isEmpty() ? null : rows.get(0),
                rows.isEmpty() ? rows : rows.subList(1, rows.size()),
                timeline(front.timeline(), true),
                first == null || last == null ? null : span(first, last),
                words.stories(front.stories()),
                messages.count("count.files", front.files()),
                front.undated() == 0
                        ? null
                        : words.door(Shelf.UNDATED.door(), messages.text("nav.undated"), front.undated(), false),
                words.doors(front.sections()),
                words.doors(front.places()),
                shelves(front.shelves()));
    }

    private static String span(ArticleDate first, ArticleDate last) {
        return first.year() == last.year() ? Integer.toString(first.year()) : first.year() + "–" + last.year();
    }

    private List<View.Door> shelves(List<Shelf> shelves) {
        List<View.Door> doors = new ArrayList<>();
        for (Shelf shelf : shelves) {
            if (shelf != Shelf.UNDATED) {
                doors.add(new View.Door(words.href(shelf), messages.text("nav." + shelf.id()), null, false));
            }
        }
        return doors;
    }

    private View.@Nullable Timeline timeline(List<Content.Bar> bars, boolean counted) {
        return bars.isEmpty() ? null : Timelines.of(bars, counted, messages.text("list.timeline"), words);
    }

    @Override
    public View year(Content.Year year) {
        Map<Integer, Content.Part> months = new HashMap<>();
        for (Content.Part month : year.months()) {
            ArticleDate date = month.label().date();
            if (date != null) {
                months.put(date.month(), month);
            }
        }
        return new View.Year(
                messages.date(year.date()),
                words.steps(year.way()),
                Calendars.months(year.date().year(), year.days(), months, true, words),
                words.doors(year.parts()),
                year.rows().stream().map(row -> words.row(row, false, true)).toList(),
                words.door(year.earlier()),
                words.door(year.later()));
    }

    @Override
    public View calendar(Content.Calendar calendar) {
        int leapYear = 2000;
        return new View.Calendar(
                messages.text("nav.on-this-day"),
                words.steps(calendar.way()),
                Calendars.months(leapYear, calendar.days(), Map.of(), false, words));
    }

    @Override
    public View listing(Content.Listing listing) {
        Label title = listing.title();
        List<View.Group> groups = new ArrayList<>();
        for (Content.Group group : listing.groups()) {
            groups.add(group(group, listing));
        }
        return new View.Listing(
                listing.shelf().id(),
                kicker(listing),
                words.text(title),
                words.steps(listing.way()),
                timeline(listing.timeline(), false),
                listing.days().isEmpty() || title.date() == null
                        ? null
                        : Calendars.month(title.date(), listing.days(), words),
                words.doors(listing.parts()),
                groups,
                words.door(listing.earlier()),
                words.door(listing.later()));
    }

    /** What stands above the title: of what the page is a part, or what kind of name the title is. */
    private @Nullable String kicker(Content.Listing listing) {
        Label.Kind kind = listing.title().kind();
        if (kind == Label.Kind.NAME) {
            return messages.text("kind." + listing.shelf().id());
        }
        boolean ownTime = listing.shelf() == Shelf.YEARS && kind == Label.Kind.DATE;
        if (kind == Label.Kind.SHELF || ownTime || listing.way().size() < 2) {
            return null;
        }
        Content.Step above = listing.way().get(listing.way().size() - 1);
        return words.text(above.label());
    }

    private View.Group group(Content.Group group, Content.Listing listing) {
        Label title = listing.title();
        boolean amongOthers = listing.groups().size() > 1;
        Label label = group.label();
        ArticleDate date = label != null ? label.date() : title.date();
        boolean dayKnown = date != null && date.day() != 0;
        List<View.Row> rows = new ArrayList<>(group.rows().size());
        for (Content.Row row : group.rows()) {
            boolean dated = !dayKnown && row.date() != null && row.date().day() != 0;
            rows.add(words.row(row, dated, listing.shelf() != Shelf.PLACES));
        }
        if (label != null) {
            return new View.Group(id(label, title), words.text(label), rows);
        }
        return amongOthers && date != null && date.day() == 0
                ? new View.Group(
                        "unknown", messages.text(date.month() == 0 ? "list.month-unknown" : "list.day-unknown"), rows)
                : new View.Group(null, null, rows);
    }

    private static String id(Label label, Label title) {
        ArticleDate date = label.date();
        if (date == null) {
            return "undated";
        }
        if (title.kind() == Label.Kind.DAY_OF_ANY_YEAR) {
            // all groups are of one day, each of another year
            return "y" + date.year();
        }
        return switch (date.precision()) {
            case DAY -> "d" + date.day();
            case MONTH -> "m" + date.month();
            case YEAR -> "y" + date.year();
        };
    }

    @Override
    public View story(Content.Story story) {
        return new StoryViews(words, bodies, settings)
                .story(story, articles.apply(story.lead().id()), 1);
    }

    @Override
    public View day(Content.DayPage day) {
        StoryViews views = new StoryViews(words, bodies, settings);
        List<View.Placed> stories = new ArrayList<>();
        for (Content.Story story : day.stories()) {
            Article article = articles.apply(story.lead().id());
            stories.add(new View.Placed(story.path().anchor(), views.story(story, article, 2)));
        }
        Set<String> taken = new HashSet<>();
        stories.forEach(placed -> taken.add(placed.id()));
        List<View.PlacedRow> others = new ArrayList<>();
        for (Content.Row row : day.others()) {
            String place = Address.place(row.path());
            others.add(new View.PlacedRow(taken.add(place) ? place : "", words.row(row, false, true)));
        }
        List<View.Withdrawn> withdrawn = new ArrayList<>();
        for (Content.Withdrawn gone : day.withdrawn()) {
            if (taken.add(gone.place())) {
                withdrawn.add(new View.Withdrawn(gone.place(), messages.text("gone.withdrawn.text"), gone.reason()));
            }
        }
        boolean whole = day.title().kind() == Label.Kind.DATE;
        return new View.DayPage(
                words.text(day.title()),
                whole ? null : messages.date(day.date()),
                words.steps(day.way()),
                stories,
                others,
                withdrawn,
                words.door(day.earlier()),
                words.door(day.later()));
    }

    @Override
    public View version(Content.Version version) {
        return new StoryViews(words, bodies, settings)
                .version(
                        version,
                        articles.apply(version.lead()),
                        articles.apply(version.printing().article()));
    }

    @Override
    public View copy(Content.Copy copy) {
        return new StoryViews(words, bodies, settings).copy(copy);
    }

    @Override
    public View gone(Content.Gone gone) {
        String kind = gone.withdrawn() ? "gone.withdrawn" : gone.target() != null ? "gone.moved" : "gone.removed";
        return new View.Gone(
                messages.text(kind + ".title"),
                messages.text(kind + ".text"),
                gone.reason(),
                gone.target() == null ? null : words.href(gone.target()));
    }

    private List<View.Door> home() {
        return words.steps(List.of(new Content.Step(new Label(Label.Kind.HOME, "", null), Shelf.YEARS.door())));
    }

    @Override
    public View duplicates(Content.Duplicates duplicates) {
        List<View.Fact> totals = List.of(
                fact("duplicates.stories", duplicates.stories()),
                fact("duplicates.copies", duplicates.copies()),
                fact("duplicates.versions", duplicates.versions()),
                fact("duplicates.words", duplicates.wordsSpared()),
                fact("duplicates.lines", duplicates.repeatedLines()),
                fact("duplicates.files", duplicates.repeatingFiles()));
        return new View.Duplicates(
                home(),
                totals,
                duplicates.mostPrinted().stream().map(this::tally).toList(),
                duplicates.mostRepeated().stream().map(this::tally).toList(),
                duplicates.byYear().stream().map(this::share).toList(),
                duplicates.byFolder().stream().map(this::share).toList());
    }

    private View.Fact fact(String key, long value) {
        return new View.Fact(messages.text(key), messages.number(value));
    }

    private View.Tally tally(Content.Tally tally) {
        return new View.Tally(
                words.row(tally.story()),
                messages.number(tally.copies()),
                messages.number(tally.versions()),
                messages.number(tally.repeatedLines()),
                tally.source());
    }

    private View.Share share(Content.YearTally tally) {
        ArticleDate year = tally.year();
        return new View.Share(
                year == null ? messages.text("nav.undated") : messages.date(year),
                tally.link() == null ? null : words.href(tally.link()),
                messages.number(tally.copies()),
                messages.number(tally.versions()),
                messages.number(tally.words()));
    }

    private View.Share share(Content.FolderTally tally) {
        return new View.Share(
                tally.folder().isEmpty() ? "/" : tally.folder(),
                words.href(tally.example()),
                messages.number(tally.copies()),
                messages.number(tally.versions()),
                messages.number(tally.words()));
    }

    @Override
    public View doubtful(Content.Doubtful doubtful) {
        return new View.Doubtful(
                home(),
                messages.count("count.files", doubtful.files()),
                doubtful.doubts().stream()
                        .map(doubt -> new View.Doubt(
                                doubt.source(),
                                doubt.page() == null ? null : words.href(doubt.page()),
                                doubt.reasons()))
                        .toList());
    }

    @Override
    public View about(Content.About about) {
        Content.Figures figures = about.figures();
        List<View.Fact> facts = new ArrayList<>(List.of(
                fact("about.files", figures.files()),
                fact("about.not-read", figures.notRead()),
                fact("about.articles", figures.articles()),
                fact("about.stories", figures.stories()),
                fact("about.copies", figures.copies()),
                fact("about.versions", figures.versions()),
                fact("about.words", figures.words()),
                fact("about.with-headline", figures.withHeadline()),
                fact("about.with-date", figures.withDate()),
                fact("about.with-place", figures.withPlace()),
                fact("about.with-byline", figures.withByline()),
                fact("about.repeated-lines", figures.repeatedLines()),
                fact("about.boilerplate-lines", figures.boilerplateLines())));
        String text = about.text();
        String language = text == null ? null : bodies.languageOf(text);
        return new View.About(
                home(),
                text == null ? null : bodies.ownersText(words.page(), text),
                words.foreign(language),
                language == null ? "auto" : words.direction(language),
                facts,
                figures.problems().stream()
                        .map(problem -> fact("problem." + problem.name(), problem.count()))
                        .toList(),
                about.doubtful());
    }

    @Override
    public View downloads(Content.Downloads downloads) {
        return new View.Downloads(
                home(),
                downloads.files().stream()
                        .map(file -> new View.Download(
                                words.href(file.path()), file.path().value(), size(file.bytes())))
                        .toList(),
                DataSchema.tables());
    }

    /** A number of bytes in kilobytes or megabytes, to two digits, so that few additions change the page. */
    private String size(long bytes) {
        long unit = 1000;
        while (bytes >= 100 * unit) {
            unit *= 10;
        }
        long rounded = Math.max(1, (bytes + unit / 2) / unit) * unit;
        return rounded < 10_000_000
                ? messages.text("size.kilobytes", rounded / 1000)
                : messages.text("size.megabytes", rounded / 1_000_000);
    }

    @Override
    public View search(Content.Search search) {
        ArticleDate first = search.first();
        ArticleDate last = search.last();
        return new View.Search(
                home(),
                first == null
                        ? null
                        : first.iso().substring(0, Math.min(7, first.iso().length())),
                last == null ? null : last.iso());
    }

    @Override
    public View notFound(Content.NotFound notFound) {
        String site = settings.siteUrl();
        return new View.NotFound(
                site == null ? null : site + "index.html",
                site == null ? null : site + "search.html",
                new Html(style),
                "default-src 'self'; style-src 'sha256-" + sha256(style) + "'");
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
