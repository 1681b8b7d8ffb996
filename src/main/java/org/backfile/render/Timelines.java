package org.backfile.render;

import java.util.ArrayList;
import java.util.List;
import org.backfile.page.Content;

/** Draws timelines: a bar a year, in rows of no more years than a page is wide. Stateless. */
final class Timelines {
    /** So many years stand in one row. */
    static final int LONGEST_ROW = 40;

    private static final int FULL_WIDTH = 1100;
    private static final int NARROWEST_BAR = 26;
    private static final int WIDEST_BAR = 44;
    private static final int HEIGHT = 120;
    private static final int LABELS = 22;
    private static final int TOP = 8;

    private Timelines() {}

    /** The timeline of {@code bars}, which are in order and without gaps; {@code counted} as in the view. */
    static View.Timeline of(List<Content.Bar> bars, boolean counted, String label, PageWords words) {
        int most = bars.stream().mapToInt(Content.Bar::count).max().orElse(1);
        List<View.TimelineRow> rows = new ArrayList<>();
        int perRow = perRow(bars.size());
        for (int from = 0; from < bars.size(); from += perRow) {
            List<Content.Bar> part = bars.subList(from, Math.min(bars.size(), from + perRow));
            rows.add(row(part, perRow, most, counted, words));
        }
        List<View.Door> years = new ArrayList<>();
        for (Content.Bar bar : bars) {
            if (bar.link() != null) {
                years.add(words.door(bar.link(), Integer.toString(bar.year()), counted ? bar.count() : 0, false));
            }
        }
        return new View.Timeline(label, counted, rows, years);
    }

    /** Rows of about one length each. */
    private static int perRow(int years) {
        int rows = (years + LONGEST_ROW - 1) / LONGEST_ROW;
        return rows == 0 ? 1 : (years + rows - 1) / rows;
    }

    private static View.TimelineRow row(
            List<Content.Bar> part, int perRow, int most, boolean counted, PageWords words) {
        int step = Math.max(NARROWEST_BAR, Math.min(WIDEST_BAR, FULL_WIDTH / perRow));
        int every = perRow <= 12 ? 1 : 5;
        List<View.Bar> bars = new ArrayList<>();
        for (int i = 0; i < part.size(); i++) {
            Content.Bar bar = part.get(i);
            int height = bar.count() == 0 ? 0 : Math.max(3, (int) ((long) HEIGHT * bar.count() / most));
            boolean ticked = bar.year() % every == 0;
            bars.add(new View.Bar(
                    bar.link() == null ? null : words.href(bar.link()),
                    counted ? bar.year() + ": " + words.stories(bar.count()) : Integer.toString(bar.year()),
                    i * step,
                    step,
                    TOP + HEIGHT - height,
                    height,
                    i * step + step / 2,
                    ticked ? Integer.toString(bar.year()) : ""));
        }
        return new View.TimelineRow(Math.max(perRow, 8) * step, TOP + HEIGHT + LABELS, TOP + HEIGHT, bars);
    }
}
