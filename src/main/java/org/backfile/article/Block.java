package org.backfile.article;

/**
 * Lines of a text that make one paragraph, or one table or stanza.
 *
 * @param text as it will be shown: joined where the lines were broken by width only
 * @param from its first line in the {@link TextLines}, from 0
 * @param to its last
 * @param weight in words; two characters of an unspaced script weigh as much as one word
 */
record Block(Paragraph.Kind kind, String text, int from, int to, int weight) {
    private static final int PROSE_WEIGHT = 20;
    private static final int SENTENCE_WEIGHT = 6;
    /** A menu on one line has fewer words. */
    private static final int MENU_WEIGHT = 40;
    /** Menus show their dividers within so many characters. */
    private static final int DIVIDED = 250;

    /** True for what reads like running text: a sentence, or more words than a label has. */
    boolean isProse() {
        if (kind != Paragraph.Kind.TEXT && kind != Paragraph.Kind.QUOTE) {
            return kind != Paragraph.Kind.LIST_ITEM && kind != Paragraph.Kind.CAPTION;
        }
        return isProse(text, weight);
    }

    static boolean isProse(String text, int weight) {
        if (weight < MENU_WEIGHT && dividers(text) * 6 > weight) {
            return false;
        }
        if (weight >= PROSE_WEIGHT) {
            return endsSentence(text) || !isCapitals(text);
        }
        return weight >= SENTENCE_WEIGHT && endsSentence(text) && !isCapitals(text);
    }

    /** A paragraph that no label, teaser or menu is as long as. */
    boolean isLongProse() {
        return weight >= PROSE_WEIGHT && isProse();
    }

    /** Signs that part the items of a menu or a trail of sections. */
    static int dividers(String text) {
        int dividers = 0;
        for (int i = 1; i < Math.min(text.length() - 1, DIVIDED); i++) {
            switch (text.charAt(i)) {
                case '|', '»', '›', '•', '·', '>', '‹', '→' -> dividers++;
                default -> {
                    // part of a word, or of a sentence
                }
            }
        }
        return dividers;
    }

    /** True where the text ends as sentences do, quotation marks and brackets after the stop left out. */
    static boolean endsSentence(String text) {
        int end = text.length();
        while (end > 0 && isClosing(text.charAt(end - 1))) {
            end--;
        }
        return end > 0 && isStop(text.charAt(end - 1));
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
        boolean capital = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLowerCase(c)) {
                return false;
            }
            capital |= Character.isUpperCase(c);
        }
        return capital;
    }
}
