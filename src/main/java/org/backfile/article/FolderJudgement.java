package org.backfile.article;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** What the sums of one folder decide about its files. Immutable. */
final class FolderJudgement {
    /** The folder decides nothing. */
    static final FolderJudgement NONE =
            new FolderJudgement(new long[0], new short[0], DateHabits.NONE, new long[0], new WordSet());

    /** What a line is in its folder. */
    enum LineUse {
        /** The article's own, as far as the folder tells. */
        OWN(0),
        /** The name of the site or paper: the first line of many files. */
        MASTHEAD(1),
        /** Part of the page wherever it stands. */
        BOILERPLATE(2),
        /** Stands in several files, too few to be sure: boilerplate at the edge of a text, beside other boilerplate. */
        OFTEN(3),
        /** What titles of the folder have after their divider: the name of the site. */
        TITLE_TAIL(4),
        /** Stands above the text here and below it in another file: a headline in a list of other articles. */
        LISTED(5);

        private final int code;

        LineUse(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }
    }

    private static final LineUse[] USES = {
        LineUse.OWN, LineUse.MASTHEAD, LineUse.BOILERPLATE, LineUse.OFTEN, LineUse.TITLE_TAIL, LineUse.LISTED
    };

    /** The keys of the lines decided about, ascending. */
    private final long[] lines;
    /**
     * What each of them is above the text (low three bits) and elsewhere (next three), as codes of {@link LineUse};
     * then its levels (four bits each): by the files where it stands above the text, and by all.
     */
    private final short[] uses;

    /** The keys of the labels that name sections, ascending. */
    private final long[] sections;

    /** The words cut at the end of a line somewhere that stand whole elsewhere. */
    private final WordSet words;

    private final DateOrder dateOrder;
    private final int firstYear;
    private final int lastYear;

    private FolderJudgement(long[] lines, short[] uses, DateHabits dates, long[] sections, WordSet words) {
        this(lines, uses, dateOrder(dates), dates.firstYear(), dates.lastYear(), sections, words);
    }

    private FolderJudgement(
            long[] lines,
            short[] uses,
            DateOrder dateOrder,
            int firstYear,
            int lastYear,
            long[] sections,
            WordSet words) {
        this.words = words;
        this.lines = lines;
        this.uses = uses;
        this.sections = sections;
        this.dateOrder = dateOrder;
        this.firstYear = firstYear;
        this.lastYear = lastYear;
    }

    /** A line in fewer files is never decided about. */
    private static final int LEAST_FILES = 3;

    static FolderJudgement of(FolderSum sum, long[] sections) {
        LineUses found = new LineUses();
        Reprints reprints = Reprints.of(sum);
        int files = sum.files();
        sum.forEachFrequent(2, (key, count, first, prose, aboveText) -> {
            if (FileFacts.isPairKey(key)) {
                return;
            }
            boolean reprinted = reprints.isOfStory(count, prose, files);
            LineUse above = reprinted || reprints.isHeadline(key, first)
                    ? LineUse.OWN
                    : use(key, files, aboveText, first, aboveText == 0 ? 0 : Math.min(prose, aboveText));
            LineUse below =
                    reprinted ? LineUse.OWN : use(key, files, count - aboveText, 0, Math.max(0, prose - aboveText));
            if (above == LineUse.OWN && aboveText == 1 && prose == 0) {
                above = LineUse.LISTED;
            }
            int levels = level(aboveText) | level(count) << 4;
            if (above != LineUse.OWN || below != LineUse.OWN || levels > 0) {
                found.add(key, above, below, levels);
            }
        });
        return found.judgement(sum.dates(), sections, sum.wholeWords());
    }

    private static LineUse use(long key, int files, int count, int first, int prose) {
        if (count < LEAST_FILES) {
            return LineUse.OWN;
        }
        if (FileFacts.isTailKey(key)) {
            return LineUse.TITLE_TAIL;
        }
        if (prose * 2 > count) {
            return count * 4 > files * 3 && count >= 5 ? LineUse.BOILERPLATE : often(files, count);
        }
        if (first * 2 > count && first >= LEAST_FILES) {
            return LineUse.MASTHEAD;
        }
        return count * 2 > files ? LineUse.BOILERPLATE : often(files, count);
    }

    /**
     * How many files have a line, in powers of two: 1 for three, 2 for four to seven and so on; 0 for fewer. A coarse
     * measure, so that a file more seldom changes it.
     */
    private static int level(int count) {
        return count < LEAST_FILES ? 0 : Math.min(15, 31 - Integer.numberOfLeadingZeros(count));
    }

    private static LineUse often(int files, int count) {
        boolean often = count >= 4 && (count >= 12 || count * 20 >= files);
        return often ? LineUse.OFTEN : LineUse.OWN;
    }

    private static DateOrder dateOrder(DateHabits dates) {
        if (dates.dayFirst() > 0 && dates.dayFirst() > 9 * dates.monthFirst()) {
            return DateOrder.DAY_FIRST;
        }
        return dates.monthFirst() > 0 && dates.monthFirst() > 9 * dates.dayFirst()
                ? DateOrder.MONTH_FIRST
                : DateOrder.UNKNOWN;
    }

    /** The same without sections' names: for texts whose lines are no lines of the file, so that no facts tell of them. */
    FolderJudgement withoutSections() {
        return sections.length == 0 ? this : withSections(new long[0]);
    }

    /** The same decisions about lines and dates, with these labels as sections' names. */
    FolderJudgement withSections(long[] other) {
        return new FolderJudgement(lines, uses, dateOrder, firstYear, lastYear, other, words);
    }

    int storedBytes() {
        return 6 * Integer.BYTES + lines.length * (Long.BYTES + Short.BYTES) + words.toArray().length * Integer.BYTES;
    }

    /** Writes all but the sections' names, which are the archive's. */
    void write(ByteBuffer out) {
        out.putInt(DATE_ORDERS.indexOf(dateOrder)).putInt(firstYear).putInt(lastYear);
        out.putInt(lines.length);
        for (int i = 0; i < lines.length; i++) {
            out.putLong(lines[i]).putShort(uses[i]);
        }
        int[] whole = words.toArray();
        out.putInt(whole.length);
        for (int word : whole) {
            out.putInt(word);
        }
    }

    private static final List<DateOrder> DATE_ORDERS = List.of(DateOrder.values());

    static FolderJudgement read(ByteBuffer in, long[] sections) {
        DateOrder dateOrder = DATE_ORDERS.get(in.getInt());
        int firstYear = in.getInt();
        int lastYear = in.getInt();
        long[] lines = new long[in.getInt()];
        short[] uses = new short[lines.length];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = in.getLong();
            uses[i] = in.getShort();
        }
        int[] words = new int[in.getInt()];
        Arrays.setAll(words, i -> in.getInt());
        return new FolderJudgement(lines, uses, dateOrder, firstYear, lastYear, sections, WordSet.of(words));
    }

    /** True where no line of the folder is decided about. */
    boolean isEmpty() {
        return lines.length == 0;
    }

    DateOrder dateOrder() {
        return dateOrder;
    }

    /**
     * The year that is meant: of two digits the one of the folder's years that ends so, of none (0) the folder's only
     * year; 0 where the folder does not tell.
     */
    int yearMeant(int printed) {
        if (PrintedDate.isYear(printed)) {
            return printed;
        }
        if (printed == 0) {
            return firstYear == lastYear ? firstYear : 0;
        }
        int found = 0;
        for (int year = 1600 + printed; firstYear > 0 && year <= lastYear; year += 100) {
            if (year >= firstYear) {
                found = found == 0 ? year : -1;
            }
        }
        return Math.max(found, 0);
    }

    /** What is said about dates, in a few characters; empty where nothing is. */
    String dateDigest() {
        return firstYear == 0 && dateOrder == DateOrder.UNKNOWN ? "" : dateOrder + "." + firstYear + "." + lastYear;
    }

    /** What a line is, standing above the text's first paragraph or not. */
    LineUse useOf(long key, boolean above) {
        int at = Arrays.binarySearch(lines, key);
        return at < 0 ? LineUse.OWN : USES[above ? uses[at] & 7 : uses[at] >> 3 & 7];
    }

    /** In how many files the line stands, above the text or at all, as a power of two; 0 for one or two. */
    int levelOf(long key, boolean above) {
        int at = Arrays.binarySearch(lines, key);
        return at < 0 ? 0 : uses[at] >> (above ? 6 : 10) & 15;
    }

    /** True for a word cut at a line's end that stands whole in a file of the folder; by its hash. */
    boolean hasWord(int word) {
        return words.contains(word);
    }

    /** True where the archive's files use this label as a section's name. */
    boolean isSection(String label) {
        return sections.length > 0 && Arrays.binarySearch(sections, SectionLabel.key(label)) >= 0;
    }

    /** What is decided about a line, above the text and elsewhere, or a label, as a number; 0 where nothing is. */
    int decisionOn(long key) {
        if (FileFacts.isLabelKey(key)) {
            return Arrays.binarySearch(sections, key) >= 0 ? 1 : 0;
        }
        int at = Arrays.binarySearch(lines, key);
        return at < 0 ? 0 : uses[at];
    }

    /** Collects lines in ascending order. */
    private static final class LineUses {
        private long[] lines = new long[16];
        private short[] uses = new short[16];
        private int size;

        void add(long key, LineUse above, LineUse below, int levels) {
            if (size == lines.length) {
                lines = Arrays.copyOf(lines, size * 2);
                uses = Arrays.copyOf(uses, size * 2);
            }
            lines[size] = key;
            uses[size++] = (short) (above.code() | below.code() << 3 | levels << 6);
        }

        FolderJudgement judgement(DateHabits dates, long[] sections, WordSet words) {
            return new FolderJudgement(Arrays.copyOf(lines, size), Arrays.copyOf(uses, size), dates, sections, words);
        }
    }
}
