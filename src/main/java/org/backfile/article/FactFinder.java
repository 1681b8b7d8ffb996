package org.backfile.article;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Finds a file's facts. Used once for a file. */
final class FactFinder {
    /** Dates of an article stand among so many lines at the top and at the end. */
    private static final int DATED_LINES = 30;

    private static final int DATED_END = 6;
    private static final int TITLE_LINES = 3;

    private final WordSet cutWords = new WordSet();
    private @Nullable WordSet words;
    private long[] keys = new long[0];
    private int size;
    private int texts;
    private DateHabits dates;

    private FactFinder(DateHabits ofPath) {
        this.dates = ofPath;
    }

    static FileFacts facts(ScannedFile file) {
        FactFinder finder = new FactFinder(PathDate.habits(file.file().path()));
        if (file.isTable()) {
            file.forEachRow(DateOrder.UNKNOWN, finder::add);
        } else {
            boolean inLines = switch (file.form()) {
                case TEXT, MARKDOWN, ZIP, TAR_GZ -> true;
                case HTML, JSON_LINES, CSV -> false;
            };
            finder.add(file.text(), inLines);
            finder.dates = inLines ? finder.dates.plus(dates(file.text())) : finder.dates;
        }
        return new FileFacts(
                finder.texts,
                Arrays.copyOf(finder.keys, finder.size),
                finder.words == null ? new int[0] : finder.words.toArray(),
                finder.cutWords.toArray(),
                finder.dates);
    }

    private void add(Row row) {
        add(row.lines(), false);
        String written = row.date();
        PrintedDate date = written == null ? null : PrintedDate.find(written);
        if (written != null && date != null && date.day() > 0) {
            dates = dates.plus(habits(written, date, true));
        }
    }

    /** Adds a text's lines, each once, and its words; titles and labels only where it is a file of its own. */
    private void add(TextLines text, boolean isFile) {
        texts++;
        long[] lines = new long[4 * text.filled() + TITLE_LINES + SectionLabel.MOST_ITEMS + Reprints.MOST];
        int count = 0;
        int seen = 0;
        boolean above = true;
        for (int i = 0; i < text.count(); i++) {
            if (!text.isBlank(i)) {
                boolean prose = isProse(text, i);
                above &= !prose || text.weight(i) < Boilerplate.TEXT;
                int flags = (seen == 0 ? FileFacts.FIRST : 0)
                        | (prose ? FileFacts.PROSE : 0)
                        | (above ? FileFacts.ABOVE : 0);
                lines[count++] = FileFacts.key(text.hash(i)) | flags;
                long counter = CounterLine.key(text, i);
                if (counter != 0) {
                    lines[count++] = counter | flags;
                }
                long lead = above ? 0 : LeadLine.key(text, i);
                if (lead != 0) {
                    lines[count++] = lead;
                }
                if (isFile && seen < TITLE_LINES) {
                    count = addTail(text, i, lines, count);
                }
                seen++;
            }
        }
        count = Reprints.addKeys(text, lines, count);
        count = isFile ? SectionLabel.addKeys(text, lines, count) : count;
        addDistinct(lines, count);
        words = words == null ? text.longWords() : words.with(text.longWords());
        CutWord.addAll(text, cutWords);
    }

    private static boolean isProse(TextLines text, int i) {
        int weight = text.weight(i);
        return weight >= 6 && (weight >= 20 || Block.isStop(text.lastChar(i))) && text.isProse(i);
    }

    private static int addTail(TextLines text, int i, long[] lines, int size) {
        if (text.length(i) > 240) {
            return size;
        }
        String line = text.text(i);
        int divider = TitleTail.divider(line);
        if (divider < 0) {
            return size;
        }
        lines[size] = TitleTail.key(TitleTail.tail(line, divider));
        return size + 1;
    }

    private void addDistinct(long[] lines, int count) {
        Arrays.sort(lines, 0, count);
        if (size + count > keys.length) {
            keys = Arrays.copyOf(keys, Math.max(size + count, 2 * size));
        }
        int first = size;
        for (int i = 0; i < count; i++) {
            if (size > first && FileFacts.isSameKey(keys[size - 1], lines[i])) {
                keys[size - 1] |= lines[i];
            } else {
                keys[size++] = lines[i];
            }
        }
    }

    private static DateHabits dates(TextLines text) {
        DateHabits habits = DateHabits.NONE;
        int seen = 0;
        for (int i = 0; i < text.count() && seen < DATED_LINES; i++) {
            if (!text.isBlank(i)) {
                seen++;
                habits = habits.plus(ofLine(text, i));
            }
        }
        for (int i = Math.max(DATED_LINES, text.count() - DATED_END); i < text.count(); i++) {
            habits = habits.plus(ofLine(text, i));
        }
        return habits;
    }

    private static DateHabits ofLine(TextLines text, int i) {
        int length = text.length(i);
        if (length < 5) {
            return DateHabits.NONE;
        }
        if (length > 200 || (length > DateLine.LONGEST && !text.hasFigures(i))) {
            return ofDateline(text, i);
        }
        if (!text.hasDigit(i, length)) {
            return DateHabits.NONE;
        }
        String line = text.text(i);
        PrintedDate date = PrintedDate.find(line);
        if (date == null || date.day() == 0) {
            return DateHabits.NONE;
        }
        boolean own = DateLine.of(line) != null;
        Dateline dateline = own ? null : Dateline.of(line);
        return habits(line, date, own || (dateline != null && dateline.date() != null));
    }

    private static DateHabits ofDateline(TextLines text, int i) {
        if (!text.hasDigit(i, 60)) {
            return DateHabits.NONE;
        }
        String line = text.text(i);
        Dateline dateline = Dateline.of(line);
        PrintedDate date = dateline == null ? null : dateline.date();
        return date == null ? DateHabits.NONE : habits(line, date, true);
    }

    private static DateHabits habits(String line, PrintedDate date, boolean own) {
        int year = own && PrintedDate.isYear(date.year()) ? date.year() : 0;
        int undecided = date.isUndecided() || (date.year() > 0 && date.year() < 100) ? 1 : 0;
        return new DateHabits(
                date.showsOrder(line, DateOrder.DAY_FIRST) ? 1 : 0,
                date.showsOrder(line, DateOrder.MONTH_FIRST) ? 1 : 0,
                undecided,
                year,
                year,
                own && date.year() == 0 ? 1 : 0);
    }
}
