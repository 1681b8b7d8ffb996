package org.backfile.article;

import java.util.Arrays;

/** What the sums of one folder decide about its files. Immutable. */
final class FolderJudgement {
    /** The folder decides nothing. */
    static final FolderJudgement NONE = new FolderJudgement(new long[0], new byte[0], DateOrder.UNKNOWN, 0);

    /** What a line is in its folder. */
    enum LineUse {
        /** The article's own, as far as the folder tells. */
        OWN(0),
        /** The name of the site or paper: the first line of many files. */
        MASTHEAD(1),
        /** Part of the page wherever it stands. */
        BOILERPLATE(2),
        /** Stands in several files, too few to be sure: boilerplate at the edge of a text, beside other boilerplate. */
        OFTEN(3);

        private final int code;

        LineUse(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }
    }

    private static final LineUse[] USES = {LineUse.OWN, LineUse.MASTHEAD, LineUse.BOILERPLATE, LineUse.OFTEN};

    /** The keys of the lines decided about, ascending. */
    private final long[] lines;
    /** What each of them is, as codes of {@link LineUse}. */
    private final byte[] uses;

    private final DateOrder dateOrder;
    private final int year;

    private FolderJudgement(long[] lines, byte[] uses, DateOrder dateOrder, int year) {
        this.lines = lines;
        this.uses = uses;
        this.dateOrder = dateOrder;
        this.year = year;
    }

    /** A line in fewer files is never decided about. */
    private static final int LEAST_FILES = 3;

    static FolderJudgement of(FolderSum sum) {
        LineUses found = new LineUses();
        int files = sum.files();
        sum.forEachFrequent(LEAST_FILES, (key, count, first, prose) -> {
            LineUse use = use(files, count, first, prose);
            if (use != LineUse.OWN) {
                found.add(key, use);
            }
        });
        return found.judgement(dateOrder(sum.dates()), year(sum.dates()));
    }

    private static LineUse use(int files, int count, int first, int prose) {
        if (prose * 2 > count) {
            return count * 4 > files * 3 && count >= 5 ? LineUse.BOILERPLATE : LineUse.OWN;
        }
        if (first * 2 > count && first >= LEAST_FILES) {
            return LineUse.MASTHEAD;
        }
        if (count * 2 > files && count >= 4) {
            return LineUse.BOILERPLATE;
        }
        return LineUse.OWN;
    }

    private static DateOrder dateOrder(DateHabits dates) {
        if (dates.dayFirst() > 9 * dates.monthFirst()) {
            return DateOrder.DAY_FIRST;
        }
        return dates.monthFirst() > 9 * dates.dayFirst() ? DateOrder.MONTH_FIRST : DateOrder.UNKNOWN;
    }

    private static int year(DateHabits dates) {
        return dates.firstYear() == dates.lastYear() ? dates.firstYear() : 0;
    }

    DateOrder dateOrder() {
        return dateOrder;
    }

    /** The year of a date without one, or 0 where the folder does not tell. */
    int year() {
        return year;
    }

    LineUse useOf(long key) {
        int at = Arrays.binarySearch(lines, key);
        return at < 0 ? LineUse.OWN : USES[uses[at]];
    }

    /** Collects lines and sorts them. */
    private static final class LineUses {
        private long[] tagged = new long[16];
        private int size;

        void add(long key, LineUse use) {
            if (size == tagged.length) {
                tagged = Arrays.copyOf(tagged, size * 2);
            }
            tagged[size++] = key | use.code();
        }

        FolderJudgement judgement(DateOrder order, int year) {
            long[] lines = Arrays.copyOf(tagged, size);
            Arrays.sort(lines);
            byte[] uses = new byte[size];
            for (int i = 0; i < size; i++) {
                uses[i] = (byte) (lines[i] & 7);
                lines[i] &= ~7L;
            }
            return new FolderJudgement(lines, uses, order, year);
        }
    }
}
