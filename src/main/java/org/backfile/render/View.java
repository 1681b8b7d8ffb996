package org.backfile.render;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What templates see: values ready to be printed, in the site's language, with links relative to the page. Texts are
 * plain and escaped by FreeMarker; only {@link Html} is printed as it is. {@code templates/README.md} explains them to
 * people who write templates.
 */
public sealed interface View {

    /**
     * All that a template sees.
     *
     * @param page the record made for this template, named in its comment
     */
    record Model(Site site, Head head, View page) {}

    /**
     * The archive, the same on each page but for the links.
     *
     * @param root what leads from the page to the site's top: empty, or some {@code ../}
     * @param direction {@code ltr} or {@code rtl}
     * @param doors the shelves that hold something
     * @param notice a sentence for above each story, or null
     */
    record Site(
            String title,
            String tagline,
            String language,
            String direction,
            String root,
            List<Door> doors,
            @Nullable String notice) {}

    /**
     * What goes into the head of the page.
     *
     * @param title of the window: what the page shows, then the archive's title
     * @param indexed false where search engines are asked to leave the page out
     * @param canonical the page's absolute URL; null where the site's is not known
     * @param metadata elements for machines: JSON-LD, Dublin Core, OpenGraph, feeds
     */
    record Head(
            String title,
            String description,
            boolean indexed,
            @Nullable String canonical,
            Html metadata) {}

    /**
     * A link to a listing or page.
     *
     * @param count how many stories are behind it, written out; null where that is not told
     * @param current whether it leads to the shelf that this page stands on
     */
    record Door(String href, String text, @Nullable String count, boolean current) {}

    /** A date as people read it, and in ISO 8601. */
    record Day(String text, String iso) {}

    /**
     * A story in a listing; unknown values are null.
     *
     * @param madeUp whether the headline is only the first words of the text
     * @param language for the {@code lang} attribute, null where it is the site's or unknown
     * @param direction for the {@code dir} attribute, null where it is the site's; {@code auto} where the site's is written from
     *     right to left and the language is unknown or the site's
     * @param opening the first sentence; null where the listing shows none
     */
    record Row(
            String href,
            String headline,
            boolean madeUp,
            @Nullable String kicker,
            @Nullable String place,
            @Nullable Day date,
            @Nullable String publication,
            @Nullable String language,
            @Nullable String direction,
            @Nullable String opening) {}

    /**
     * Rows under a heading.
     *
     * @param id for links to it; null where there is no heading
     */
    record Group(@Nullable String id, @Nullable String title, List<Row> rows) {}

    /**
     * Bars per year. Drawn in rows of at most {@value Timelines#LONGEST_ROW} years, each a drawing of its own.
     *
     * @param label says what it shows, for people who cannot see it
     * @param counted whether the numbers of stories are told, or only their proportions are shown
     */
    record Timeline(String label, boolean counted, List<TimelineRow> rows, List<Door> years) {}

    /** One row of a timeline, in units of the drawing. */
    record TimelineRow(int width, int height, int baseline, List<Bar> bars) {}

    /**
     * A year of a timeline; its bar is {@code height} high and stands on the baseline.
     *
     * @param href null where nothing of that year is there
     * @param label the year and the number of stories
     * @param tick what is written under it, empty under most
     */
    record Bar(@Nullable String href, String label, int x, int width, int top, int height, int middle, String tick) {}

    /** {@code front.ftlh}: the front page. */
    record Front(
            @Nullable Row first,
            List<Row> newest,
            @Nullable Timeline timeline,
            @Nullable String span,
            String stories,
            String files,
            @Nullable Door undated,
            List<Door> sections,
            List<Door> places,
            List<Door> shelves)
            implements View {}

    /** {@code year.ftlh}: a year as a calendar. */
    record Year(
            String title,
            List<Door> way,
            List<Month> months,
            List<Door> parts,
            List<Row> rows,
            @Nullable Door earlier,
            @Nullable Door later)
            implements View {}

    /**
     * A month of a calendar.
     *
     * @param href null where the month has no stories, or is the page's own
     * @param weekdays the short names, in the order of the weeks
     */
    record Month(
            String name,
            @Nullable String href,
            @Nullable String count,
            List<Weekday> weekdays,
            List<List<Cell>> weeks) {}

    /** A day of the week. */
    record Weekday(String name, String shortName) {}

    /**
     * A day of a calendar; before the first and after the last day of a month {@code day} is null.
     *
     * @param heat 0 for nothing to 4 for the most of the year
     */
    record Cell(
            @Nullable String day,
            @Nullable String href,
            int heat,
            @Nullable String label) {}

    /**
     * {@code listing.ftlh}: headlines, or doors to them, or both.
     *
     * @param calendar of a month's days; null for what is no month
     */
    record Listing(
            String kind,
            @Nullable String kicker,
            String title,
            List<Door> way,
            @Nullable Timeline timeline,
            @Nullable Month calendar,
            List<Door> parts,
            List<Group> groups,
            @Nullable Door earlier,
            @Nullable Door later)
            implements View {}

    /** {@code calendar.ftlh}: the days of any year. */
    record Calendar(String title, List<Door> way, List<Month> months) implements View {}

    /**
     * {@code story.ftlh}: a story, shown by its lead.
     *
     * @param publication of the article shown; null where unknown
     * @param publications of all its printings
     * @param date null where unknown
     * @param dateFound how the date was found, a sentence
     */
    record Story(
            List<Door> way,
            String headline,
            boolean madeUp,
            @Nullable String kicker,
            @Nullable String language,
            @Nullable String direction,
            List<Door> sections,
            @Nullable String byline,
            List<Door> authors,
            @Nullable String agency,
            List<Door> places,
            @Nullable String publication,
            List<Door> publications,
            @Nullable Day date,
            String dateFound,
            String words,
            Html body,
            Source source,
            @Nullable Printings printings,
            List<Row> lookAlikes,
            @Nullable Row earlier,
            @Nullable Row later,
            @Nullable String section,
            @Nullable Row earlierInSection,
            @Nullable Row laterInSection,
            List<Evidence> evidence,
            Citation citation)
            implements View {}

    /**
     * {@code day.ftlh}: a day whose short stories stand whole, where the site is laid out by days.
     *
     * @param kicker of a part of a day the day; null for a whole one
     * @param others the day's other stories
     * @param withdrawn what is said of articles that the owner withdrew
     */
    record DayPage(
            String title,
            @Nullable String kicker,
            List<Door> way,
            List<Placed> stories,
            List<PlacedRow> others,
            List<Withdrawn> withdrawn,
            @Nullable Door earlier,
            @Nullable Door later)
            implements View {}

    /** A row and the id that an address of its story may end in from when the story was short; empty for none. */
    record PlacedRow(String id, Row row) {}

    /** What is said of an article that the owner withdrew, and the id that addresses of it end in; an empty reason is none. */
    record Withdrawn(String id, String text, String reason) {}

    /** A story and the id that addresses of it end in; it has no neighbours of its own. */
    record Placed(String id, Story story) {}

    /**
     * The file that an article stands in.
     *
     * @param sha256 null where it is not known
     */
    record Source(
            String path, @Nullable String sha256, @Nullable String repeats) {}

    /** Where a field was found. */
    record Evidence(String field, String value, String found) {}

    /**
     * How to cite the story; BibTeX and RIS as whole texts.
     *
     * @param path of its page in the site
     * @param permalink the page's absolute URL; null where the site's is not known
     */
    record Citation(
            String text,
            String bibtex,
            String ris,
            String path,
            @Nullable String permalink) {}

    /**
     * All printings of a story.
     *
     * @param summary in how many files and publications, when first and last
     */
    record Printings(String summary, List<Printing> rows, List<Door> parts) {}

    /**
     * One printing.
     *
     * @param role what it is: shown here, the same words, other words
     * @param headline where it differs from the story's
     * @param likeness for a version, how much of each stands in the other
     */
    record Printing(
            @Nullable String href,
            String role,
            boolean version,
            @Nullable Day date,
            @Nullable String publication,
            String source,
            @Nullable String headline,
            @Nullable String likeness) {}

    /** {@code version.ftlh}: in what an article differs from its story's lead; its fields are its own. */
    record Version(
            List<Door> way,
            Row story,
            String headline,
            @Nullable String kicker,
            @Nullable String byline,
            @Nullable String agency,
            @Nullable String place,
            @Nullable String language,
            @Nullable String direction,
            @Nullable String publication,
            @Nullable Day date,
            Source source,
            String likeness,
            Html differences)
            implements View {}

    /** {@code copy.ftlh}: an article with the same words as its story's lead. */
    record Copy(
            Row story,
            String headline,
            @Nullable String publication,
            @Nullable Day date,
            Source source) implements View {}

    /** {@code gone.ftlh}: what stands at an address that shows no article any more. */
    record Gone(
            String title,
            String text,
            @Nullable String reason,
            @Nullable String target) implements View {}

    /** {@code duplicates.ftlh}: what was found to stand more than once. */
    record Duplicates(
            List<Door> way,
            List<Fact> totals,
            List<Tally> mostPrinted,
            List<Tally> mostRepeated,
            List<Share> byYear,
            List<Share> byFolder)
            implements View {}

    /** A number with what it counts. */
    record Fact(String name, String value) {}

    /** A story and how much of it there is. */
    record Tally(Row story, String copies, String versions, String repeats, String source) {}

    /** A year or folder and what was spared of it. */
    record Share(String name, @Nullable String href, String copies, String versions, String words) {}

    /** {@code doubtful.ftlh}: files whose reading is worth a look. */
    record Doubtful(List<Door> way, String summary, List<Doubt> doubts) implements View {}

    /** A file and why its reading is doubtful. */
    record Doubt(String source, @Nullable String href, List<String> reasons) {}

    /**
     * {@code about.ftlh}: how the archive was made.
     *
     * @param text the owner's own
     * @param language of that text, for the {@code lang} attribute, null where it is the site's or not clear
     * @param direction for its {@code dir} attribute, null where it is the site's; {@code auto} where it is not known
     * @param doubtful whether there is a page of doubtful readings
     */
    record About(
            List<Door> way,
            @Nullable Html text,
            @Nullable String language,
            @Nullable String direction,
            List<Fact> figures,
            List<Fact> problems,
            boolean doubtful)
            implements View {}

    /** {@code data.ftlh}: the files that readers may take away, and what stands in them. */
    record Downloads(List<Door> way, List<Download> files, List<RecordKind> schema) implements View {}

    /** A data file; its size is rounded, and exact in {@code data/index.json}. */
    record Download(String href, String name, String size) {}

    /** A kind of record; name and meaning are English. */
    record RecordKind(String name, String meaning, List<Field> fields) {}

    /** A field of a record, as {@code articles.of_lead} for one of a part; {@code type} is that of JSON Schema. */
    record Field(String name, String type, String meaning) {}

    /**
     * {@code search.ftlh}: the search page.
     *
     * @param from an example of a date to search from: the month of the earliest story; null where none has a date
     * @param to the date of the last
     */
    record Search(
            List<Door> way, @Nullable String from, @Nullable String to) implements View {}

    /** {@code 404.ftlh}: what a server answers where there is nothing. */
    record NotFound(@Nullable String home, @Nullable String search, Html style, String policy) implements View {}
}
