package org.backfile.page;

import java.util.List;
import org.backfile.article.ArticleCard;
import org.backfile.article.ArticleDate;
import org.backfile.article.ArticleId;
import org.backfile.source.Sha256;
import org.backfile.story.Stories.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a page shows, article bodies aside: values without wording, HTML or links relative to anything. Two contents
 * that are equal, and have equal texts, make the same page. Immutable.
 */
public sealed interface Content {

    /** Calls the case that this content is: the compiler lists every place that must answer for a new kind. */
    <R> R match(Cases<R> cases);

    /**
     * Adds to a checksum all that the content says: a page has the same bytes where this, the articles of {@link #bodies},
     * the settings and the theme are the same. A microsecond or two for a story, linear in the rows of a listing.
     */
    default void addTo(Checksum checksum) {
        ContentDigest.add(this, checksum);
    }

    /** The articles that the page shows itself, their cards among it: a story's lead, a version and its lead, the short stories of a day. */
    default List<ArticleId> bodies() {
        return List.of();
    }

    /** One answer for each kind of content. */
    interface Cases<R> {
        R front(Front front);

        R year(Year year);

        R listing(Listing listing);

        R calendar(Calendar calendar);

        R story(Story story);

        R day(DayPage day);

        R version(Version version);

        R copy(Copy copy);

        R gone(Gone gone);

        R duplicates(Duplicates duplicates);

        R doubtful(Doubtful doubtful);

        R about(About about);

        R downloads(Downloads downloads);

        R search(Search search);

        R notFound(NotFound notFound);
    }

    /**
     * A story in a listing.
     *
     * @param headline at most 200 characters; the first eight words of the text where it has none
     * @param madeUp whether the headline is such words
     * @param date the story's date, null where unknown
     * @param opening the first sentence; empty where the listing shows none
     * @param digest of all the rest: a dozen pages show the row, and none needs to look at each of its texts
     */
    record Row(
            SitePath path,
            String headline,
            boolean madeUp,
            @Nullable String kicker,
            @Nullable String place,
            @Nullable ArticleDate date,
            @Nullable String publication,
            @Nullable String language,
            String opening,
            long digest) {
        Row(
                SitePath path,
                String headline,
                boolean madeUp,
                @Nullable String kicker,
                @Nullable String place,
                @Nullable ArticleDate date,
                @Nullable String publication,
                @Nullable String language,
                String opening) {
            this(
                    path,
                    headline,
                    madeUp,
                    kicker,
                    place,
                    date,
                    publication,
                    language,
                    opening,
                    ContentDigest.of(path, headline, madeUp, kicker, place, date, publication, language, opening));
        }
    }

    /**
     * A step of the way from the front page, or a neighbour.
     *
     * @param digest of both: a heading's step stands on the pages of all its stories
     */
    record Step(Label label, SitePath path, long digest) {
        public Step(Label label, SitePath path) {
            this(label, path, ContentDigest.of(label, path));
        }
    }

    /**
     * A door to a smaller listing.
     *
     * @param count the stories there; 0 where the count is not shown
     * @param more whether there may be some more: the count is rounded down, so that an addition changes few pages
     */
    record Part(Label label, SitePath link, int count, boolean more) {
        Part(Label label, SitePath link, int count) {
            this(label, link, count, false);
        }

        /** A door that tells two digits of the number of stories. */
        static Part rounded(Label label, SitePath link, int stories) {
            int unit = 1;
            while (stories >= 100 * unit) {
                unit *= 10;
            }
            return new Part(label, link, stories / unit * unit, unit > 1);
        }
    }

    /** Rows under one label; null where they need none. */
    record Group(@Nullable Label label, List<Row> rows) {
        public Group {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A year of a timeline.
     *
     * @param count its stories; in the timeline of a heading only its share of the most, in steps of {@value #STEPS}, so
     *     that an addition changes few pages
     * @param link null where nothing of that year is there
     */
    record Bar(int year, int count, @Nullable SitePath link) {
        /** The highest bar of a heading's timeline. */
        public static final int STEPS = 12;
    }

    /** A day of a calendar. */
    record Day(ArticleDate date, int count, SitePath link) {}

    /**
     * The front page.
     *
     * @param files source files that were read
     * @param first the date of the earliest story, null where none has a date
     * @param shelves those that hold something
     * @param sections the largest, most stories first
     */
    record Front(
            List<Row> newest,
            List<Bar> timeline,
            int stories,
            int files,
            int undated,
            @Nullable ArticleDate first,
            @Nullable ArticleDate last,
            List<Shelf> shelves,
            List<Part> sections,
            List<Part> places)
            implements Content {
        public Front {
            newest = List.copyOf(newest);
            timeline = List.copyOf(timeline);
            shelves = List.copyOf(shelves);
            sections = List.copyOf(sections);
            places = List.copyOf(places);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.front(this);
        }
    }

    /**
     * A year: its months, its days, and the stories of which no more than the year is known.
     *
     * @param days those with stories, in order
     */
    record Year(
            ArticleDate date,
            List<Step> way,
            List<Part> months,
            List<Day> days,
            List<Part> parts,
            List<Row> rows,
            @Nullable Step earlier,
            @Nullable Step later)
            implements Content {
        public Year {
            way = List.copyOf(way);
            months = List.copyOf(months);
            days = List.copyOf(days);
            parts = List.copyOf(parts);
            rows = List.copyOf(rows);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.year(this);
        }
    }

    /**
     * A page of headlines, or of doors to such pages, or of both.
     *
     * @param title what it is a listing of; the steps of {@code way} say of what it is a part
     * @param timeline of a section, place, author or publication, in proportions; else empty
     * @param days of a month of the archive, those with stories, in order; else empty
     */
    record Listing(
            Shelf shelf,
            Label title,
            List<Step> way,
            List<Bar> timeline,
            List<Day> days,
            List<Part> parts,
            List<Group> groups,
            @Nullable Step earlier,
            @Nullable Step later)
            implements Content {
        /** A listing that is cut neither by time nor into neighbours. */
        Listing(Shelf shelf, Label title, List<Step> way, List<Part> parts, List<Group> groups) {
            this(shelf, title, way, List.of(), List.of(), parts, groups, null, null);
        }

        public Listing {
            way = List.copyOf(way);
            timeline = List.copyOf(timeline);
            days = List.copyOf(days);
            parts = List.copyOf(parts);
            groups = List.copyOf(groups);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.listing(this);
        }
    }

    /** The days of any year on which something was printed, each with its page. */
    record Calendar(List<Step> way, List<Day> days) implements Content {
        public Calendar {
            way = List.copyOf(way);
            days = List.copyOf(days);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.calendar(this);
        }
    }

    /**
     * An article of a story, as the story's page lists it.
     *
     * @param path its own address
     * @param headline null where it has none
     * @param ofLead share of its words that stand in the lead, 0 to 1
     * @param inLead share of the lead's words that stand in it, 0 to 1
     */
    record Printing(
            ArticleId article,
            SitePath path,
            Role role,
            @Nullable ArticleDate date,
            @Nullable String publication,
            @Nullable String headline,
            int words,
            double ofLead,
            double inLead) {}

    /**
     * A source file.
     *
     * @param sha256 of its bytes
     * @param repeatedLines lines taken out since they stand earlier in the file
     */
    record SourceNote(String path, long bytes, Sha256 sha256, int repeatedLines) {}

    /**
     * A story's page, or a short story on the page of its day, which has no neighbours of its own.
     *
     * @param lead the article shown
     * @param date the story's: the lead's, else the earliest of its other printings
     * @param datedBy the article that the date was taken from, null where it is the lead or there is no date
     * @param source the lead's file; null where it is not known
     * @param printings all articles of the story, by date and path; where there are too many, none of them
     * @param printingParts doors to the printings where there are too many for this page
     * @param lookAlikes stories of the same form with other news, at most 20
     */
    record Story(
            ArticleCard lead,
            SitePath path,
            @Nullable ArticleDate date,
            @Nullable ArticleId datedBy,
            @Nullable SourceNote source,
            Headings headings,
            List<Step> way,
            int printingCount,
            int publicationCount,
            @Nullable ArticleDate firstPrinted,
            @Nullable ArticleDate lastPrinted,
            List<Printing> printings,
            List<Part> printingParts,
            List<Row> lookAlikes,
            @Nullable Row earlier,
            @Nullable Row later,
            @Nullable Row earlierInSection,
            @Nullable Row laterInSection)
            implements Content {
        public Story {
            way = List.copyOf(way);
            printings = List.copyOf(printings);
            printingParts = List.copyOf(printingParts);
            lookAlikes = List.copyOf(lookAlikes);
        }

        @Override
        public List<ArticleId> bodies() {
            return List.of(lead.id());
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.story(this);
        }
    }

    /**
     * An article that its day's page would show had the owner not withdrawn it.
     *
     * @param place its id on the page
     * @param reason the owner's; empty where none was given
     */
    record Withdrawn(String place, String reason) {}

    /**
     * The page of a day, or of a part of it, where short stories stand whole.
     *
     * @param title the day; of a part what it holds
     * @param stories those that stand whole
     * @param others the day's other stories
     * @param withdrawn what was said of articles that are not shown, by their places
     */
    record DayPage(
            Label title,
            ArticleDate date,
            List<Step> way,
            List<Story> stories,
            List<Row> others,
            List<Withdrawn> withdrawn,
            @Nullable Step earlier,
            @Nullable Step later)
            implements Content {
        public DayPage {
            way = List.copyOf(way);
            stories = List.copyOf(stories);
            others = List.copyOf(others);
            withdrawn = List.copyOf(withdrawn);
        }

        @Override
        public List<ArticleId> bodies() {
            return stories.stream().map(story -> story.lead().id()).toList();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.day(this);
        }
    }

    /** The listings in which an article stands, beside its date's. */
    record Headings(List<Step> sections, List<Step> places, List<Step> authors, List<Step> publications) {
        public Headings {
            sections = List.copyOf(sections);
            places = List.copyOf(places);
            authors = List.copyOf(authors);
            publications = List.copyOf(publications);
        }
    }

    /** A page that shows in what an article differs from its story's lead. */
    record Version(
            List<Step> way,
            Printing printing,
            ArticleCard card,
            @Nullable SourceNote source,
            Row story,
            ArticleId lead) implements Content {
        public Version {
            way = List.copyOf(way);
        }

        @Override
        public List<ArticleId> bodies() {
            return List.of(lead, printing.article());
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.version(this);
        }
    }

    /** The short page of an article with the same words as its story's lead. */
    record Copy(Printing printing, @Nullable SourceNote source, Row story) implements Content {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.copy(this);
        }
    }

    /**
     * What stands at an address whose article is not shown there any more.
     *
     * @param reason what the owner says of it; null where nothing
     * @param target where the article is now; null where it is nowhere
     */
    record Gone(
            boolean withdrawn,
            @Nullable String reason,
            @Nullable SitePath target) implements Content {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.gone(this);
        }
    }

    /**
     * What was found to stand more than once.
     *
     * @param wordsSpared words of copies that are shown once instead of again
     * @param repeatedLines lines that stood earlier in their file
     * @param repeatingFiles files with such lines
     * @param mostPrinted the stories with most articles, at most 100
     * @param mostRepeated the articles from files with most repeated lines, at most 100
     * @param byYear articles spared by the year of their story, the undated last
     * @param byFolder articles spared by the folder of their file, most first, at most 100
     */
    record Duplicates(
            int copies,
            int versions,
            int stories,
            long wordsSpared,
            int repeatedLines,
            int repeatingFiles,
            List<Tally> mostPrinted,
            List<Tally> mostRepeated,
            List<YearTally> byYear,
            List<FolderTally> byFolder)
            implements Content {
        public Duplicates {
            mostPrinted = List.copyOf(mostPrinted);
            mostRepeated = List.copyOf(mostRepeated);
            byYear = List.copyOf(byYear);
            byFolder = List.copyOf(byFolder);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.duplicates(this);
        }
    }

    /** A story and how much of it there is. */
    record Tally(Row story, int copies, int versions, int repeatedLines, String source) {}

    /** What was spared in a year; null for the undated. */
    record YearTally(
            @Nullable ArticleDate year,
            int copies,
            int versions,
            long words,
            @Nullable SitePath link) {}

    /** What was spared of a folder; the empty name is the top. */
    record FolderTally(String folder, int copies, int versions, long words, SitePath example) {}

    /** A file whose reading is worth a look, and why, as sentences. */
    record Doubt(String source, @Nullable SitePath page, List<String> reasons) {
        public Doubt {
            reasons = List.copyOf(reasons);
        }
    }

    /** The files whose reading is worth a look, worst first, at most 500. */
    record Doubtful(int files, List<Doubt> doubts) implements Content {
        public Doubtful {
            doubts = List.copyOf(doubts);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.doubtful(this);
        }
    }

    /**
     * How the archive was made.
     *
     * @param text the owner's own
     * @param doubtful whether there is a page of doubtful readings
     */
    record About(Figures figures, @Nullable String text, boolean doubtful) implements Content {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.about(this);
        }
    }

    /**
     * The archive in numbers. Headlines, dates, places and bylines are those of leads.
     *
     * @param problems problems of the input, by kind, most first
     */
    record Figures(
            int files,
            int notRead,
            int articles,
            int stories,
            int copies,
            int versions,
            long words,
            int withHeadline,
            int withDate,
            int withPlace,
            int withByline,
            int repeatedLines,
            int boilerplateLines,
            List<Counted> problems) {
        public Figures {
            problems = List.copyOf(problems);
        }
    }

    /** A number of something; {@code name} is an id or a sentence. */
    record Counted(String name, int count) {}

    /** A file that readers may take away. */
    record Download(SitePath path, long bytes, int rows) {}

    /** The page about the data files. */
    record Downloads(List<Download> files) implements Content {
        public Downloads {
            files = List.copyOf(files);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.downloads(this);
        }
    }

    /**
     * The search page, without its index.
     *
     * @param first the date of the earliest story, null where none has a date
     */
    record Search(@Nullable ArticleDate first, @Nullable ArticleDate last) implements Content {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.search(this);
        }
    }

    /** What a server answers where there is nothing. */
    record NotFound() implements Content {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.notFound(this);
        }
    }
}
