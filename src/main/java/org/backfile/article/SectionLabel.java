package org.backfile.article;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A section's name as it stands above a headline: one or two words on a line of their own, or before a colon
 * ({@code SPORT: ROWING}). That a label is a section's name shows by its use in several files of the archive: above
 * headlines, in metadata, in a menu. Stateless.
 */
final class SectionLabel {
    private static final long LABEL = 0x2545F4914F6CDD1DL;
    private static final int LONGEST = 30;
    private static final int LONGEST_LINE = 60;
    private static final int MOST_WORDS = 2;
    /** Among so many lines, those not blank, stands what is above a headline. */
    private static final int TOP = 5;
    /** Header blocks and front matter have their section among so many. */
    private static final int METADATA = 30;

    private static final int LONGEST_MENU = 250;
    private static final int LEAST_ITEMS = 5;
    private static final int LONGEST_HEADLINE = 25;
    /** A file has no more keys than this from menus and metadata. */
    static final int MOST_ITEMS = 40;

    private SectionLabel() {}

    /** The label that a line is, or that stands before its colon; null where there is none. */
    static @Nullable String of(String line) {
        if (line.length() > LONGEST_LINE || line.isEmpty()) {
            return null;
        }
        int colon = line.indexOf(':');
        String label = colon < 0 ? line : line.substring(0, colon);
        boolean parted = colon < 0 || (colon + 2 < line.length() && line.charAt(colon + 1) == ' ');
        return parted && isLabel(label) && !Character.isLowerCase(label.codePointAt(0)) ? label : null;
    }

    /** One or two words of letters. */
    private static boolean isLabel(String label) {
        if (label.length() < 2 || label.length() > LONGEST) {
            return false;
        }
        int words = 1;
        for (int at = 0; at < label.length(); at++) {
            char c = label.charAt(at);
            words += c == ' ' ? 1 : 0;
            boolean inside = Character.isLetter(c) || Character.isSurrogate(c) || " -&'’".indexOf(c) >= 0;
            if (!inside || words > MOST_WORDS) {
                return false;
            }
        }
        return Character.isLetter(label.codePointAt(0)) && label.charAt(label.length() - 1) != ' ';
    }

    /** The key under which the archive counts a label, however its letters are cased. */
    static long key(String label) {
        long hash = LABEL;
        String folded = label.toLowerCase(Locale.ROOT);
        for (int at = 0; at < folded.length(); at++) {
            hash = (hash ^ folded.charAt(at)) * 0x9E3779B97F4A7C15L;
        }
        return FileFacts.labelKey(hash ^ (hash >>> 31));
    }

    /**
     * Writes the keys of a file's labels to {@code keys} from {@code size} on and returns where they end: at most one a
     * line and {@link #MOST_ITEMS}. Those that count for their being a section's name are flagged as standing above.
     */
    static int addKeys(TextLines text, long[] keys, int size) {
        int end = size;
        int seen = 0;
        int left = MOST_ITEMS;
        for (int i = 0; i < text.count(); i++) {
            if (text.isBlank(i)) {
                continue;
            }
            if (text.length(i) <= LONGEST_LINE) {
                String label = of(text.text(i));
                if (label != null) {
                    keys[end++] = key(label) | (seen < TOP && isAboveHeadline(text, i, label) ? FileFacts.ABOVE : 0);
                }
            }
            if (seen < METADATA && left > 0 && mayHaveItems(text, i)) {
                int after = addItems(text.text(i), keys, end, left);
                left -= after - end;
                end = after;
            }
            seen++;
        }
        return end;
    }

    /** A headline may follow, and the line is neither a name of the paper, a field, nor a byline. */
    private static boolean isAboveHeadline(TextLines text, int i, String label) {
        boolean whole = label.length() == text.length(i);
        int before = neighbour(text, i, -1);
        int after = neighbour(text, i, 1);
        if (after < 0 || (whole && before < 0) || text.weight(after) < 3 || text.weight(after) > LONGEST_HEADLINE) {
            return false;
        }
        String next = text.text(after);
        return FieldName.named(label).isEmpty()
                && Byline.of(text.text(i)) == null
                && Byline.of(next) == null
                && DateLine.of(next) == null
                && !text.isProse(after);
    }

    private static int neighbour(TextLines text, int i, int step) {
        int at = i + step;
        while (at >= 0 && at < text.count() && text.isBlank(at)) {
            at += step;
        }
        return at < text.count() ? at : -1;
    }

    private static boolean mayHaveItems(TextLines text, int i) {
        return text.length(i) <= LONGEST_MENU && (text.hasColon(i, LONGEST) || text.dividers(i) >= LEAST_ITEMS - 1);
    }

    /** The items of a menu on one line, or the sections that a line of metadata names. */
    private static int addItems(String line, long[] keys, int size, int most) {
        String items = line;
        int colon = line.indexOf(':');
        boolean field = colon > 0 && FieldName.named(line.substring(0, colon)).orElse(null) == FieldName.SECTION;
        if (field) {
            items = line.substring(colon + 1);
        } else if (Block.dividers(line) < LEAST_ITEMS - 1) {
            return size;
        }
        int end = size;
        int from = 0;
        for (int at = 0; at <= items.length() && end - size < most; at++) {
            if (at == items.length() || "|•·,[]".indexOf(items.charAt(at)) >= 0) {
                String item = bare(items.substring(from, at));
                if (isLabel(item)) {
                    keys[end++] = key(item) | FileFacts.ABOVE;
                }
                from = at + 1;
            }
        }
        return end;
    }

    private static String bare(String item) {
        String bare = item.strip();
        boolean quoted = bare.length() > 2 && "\"'".indexOf(bare.charAt(0)) >= 0;
        return quoted ? bare.substring(1, bare.length() - 1) : bare;
    }
}
