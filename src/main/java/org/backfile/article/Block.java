package org.backfile.article;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a text that make one paragraph, or one table or stanza. What it reads like is found out when first asked, and
 * kept: the finder of heads asks many times. For one thread at a time.
 */
final class Block {
    private static final int PROSE_WEIGHT = 20;
    private static final int SENTENCE_WEIGHT = 6;
    /** A menu on one line has fewer words. */
    private static final int MENU_WEIGHT = 40;
    /** Menus show their dividers within so many characters. */
    private static final int DIVIDED = 250;

    private final Paragraph.Kind kind;
    private final String text;
    private final int from;
    private final int to;
    private final int weight;
    private final Reading<DateLine> dateLine = new Reading<>();
    private final Reading<Byline> byline = new Reading<>();
    private final Reading<Dateline> dateline = new Reading<>();

    /** What a text was found to be, once it was looked at. */
    private static final class Reading<T> {
        private boolean known;
        private @Nullable T found;

        @Nullable
        T of(String text, Function<String, @Nullable T> reader) {
            if (!known) {
                found = reader.apply(text);
                known = true;
            }
            return found;
        }
    }

    /**
     * @param text as it will be shown: joined where the lines were broken by width only
     * @param from its first line in the {@link TextLines}, from 0
     * @param to its last
     * @param weight in words; two characters of an unspaced script weigh as much as one word
     */
    Block(Paragraph.Kind kind, String text, int from, int to, int weight) {
        this.kind = kind;
        this.text = text;
        this.from = from;
        this.to = to;
        this.weight = weight;
    }

    Paragraph.Kind kind() {
        return kind;
    }

    String text() {
        return text;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    int weight() {
        return weight;
    }

    /** The text as a line that is nothing but a date, or null. */
    @Nullable
    DateLine dateLine() {
        return dateLine.of(text, DateLine::of);
    }

    /** The text as a byline, or null. */
    @Nullable
    Byline byline() {
        return byline.of(text, Byline::of);
    }

    /** The dateline that the text begins with, or null. */
    @Nullable
    Dateline dateline() {
        return dateline.of(text, Dateline::of);
    }

    /** True for what reads like running text: a sentence, or more words than a label has. */
    boolean isProse() {
        if (kind != Paragraph.Kind.TEXT && kind != Paragraph.Kind.QUOTE) {
            return kind != Paragraph.Kind.LIST_ITEM && kind != Paragraph.Kind.CAPTION;
        }
        return isProse(text, weight);
    }

    static boolean isProse(String text, int weight) {
        return isProse(text, 0, text.length(), weight, true);
    }

    /**
     * The same of the characters {@code from} to {@code to}, exclusive.
     *
     * @param divided false where none of them is a divider
     */
    static boolean isProse(String text, int from, int to, int weight, boolean divided) {
        if (weight < SENTENCE_WEIGHT || (divided && weight < MENU_WEIGHT && dividers(text, from, to) * 6 > weight)) {
            return false;
        }
        boolean ends = endsSentence(text, from, to);
        return weight >= PROSE_WEIGHT ? ends || !isCapitals(text, from, to) : ends && !isCapitals(text, from, to);
    }

    /** A paragraph that no label, teaser or menu is as long as. */
    boolean isLongProse() {
        return weight >= PROSE_WEIGHT && isProse();
    }

    /** Signs that part the items of a menu or a trail of sections. */
    static int dividers(String text) {
        return dividers(text, 0, text.length());
    }

    /** The same of the characters {@code from} to {@code to}, exclusive. */
    static int dividers(String text, int from, int to) {
        int dividers = 0;
        for (int i = from + 1; i < Math.min(to - 1, from + DIVIDED); i++) {
            char c = text.charAt(i);
            dividers += (c > 'z' || c == '>') && isDivider(c) ? 1 : 0;
        }
        return dividers;
    }

    static boolean isDivider(char c) {
        return switch (c) {
            case '|', '»', '›', '•', '·', '>', '‹', '→' -> true;
            default -> false;
        };
    }

    /** True where the text ends as sentences do, quotation marks and brackets after the stop left out. */
    static boolean endsSentence(String text) {
        return endsSentence(text, 0, text.length());
    }

    /** The same of the characters {@code from} to {@code to}, exclusive. */
    static boolean endsSentence(String text, int from, int to) {
        int end = to;
        while (end > from && isClosing(text.charAt(end - 1))) {
            end--;
        }
        return end > from && isStop(text.charAt(end - 1));
    }

    static boolean isStop(char c) {
        return switch (c) {
            case '.', '!', '?', '…', '。', '！', '？', '｡', '؟', '۔', '।', '።', ':' -> true;
            default -> false;
        };
    }

    private static boolean isClosing(char c) {
        return switch (c) {
            case '"', '\'', '”', '’', '»', '“', ')', ']', '」', '』', '）', '‘' -> true;
            default -> false;
        };
    }

    /** True where no letter is a small one and there are capitals. */
    static boolean isCapitals(String text) {
        return isCapitals(text, 0, text.length());
    }

    private static boolean isCapitals(String text, int from, int to) {
        boolean capital = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (Character.isLowerCase(c)) {
                return false;
            }
            capital |= Character.isUpperCase(c);
        }
        return capital;
    }
}
