package org.backfile.article;

/**
 * A word cut in two by a hyphen at a line's end: {@code har-} over {@code bour}. Whether it is one word or two
 * ({@code well-} over {@code known}) shows by its standing whole elsewhere in the file or its folder. Stateless.
 */
final class CutWord {
    private CutWord() {}

    /** Adds the words that would arise from the text's cut ones. */
    static void addAll(TextLines text, WordSet words) {
        for (int i = 0; i + 1 < text.count(); i++) {
            if (!text.isBlank(i) && text.lastChar(i) == '-' && !text.isBlank(i + 1)) {
                String start = text.text(i);
                String rest = text.text(i + 1);
                if (isCut(start, rest)) {
                    words.add(whole(start, start.length() - 1, rest));
                }
            }
        }
    }

    private static boolean isCut(String start, String rest) {
        return start.length() > 1
                && Character.isLetter(start.charAt(start.length() - 2))
                && Character.isLowerCase(rest.charAt(0));
    }

    /** The hash of the word that ends {@code start} before {@code end} and goes on with {@code rest}. */
    static int whole(CharSequence start, int end, String rest) {
        int from = end;
        while (from > 0 && Character.isLetter(start.charAt(from - 1))) {
            from--;
        }
        int word = 0;
        for (int i = from; i < end; i++) {
            word = TextLines.wordHash(word, start.charAt(i));
        }
        for (int i = 0; i < rest.length() && Character.isLetter(rest.charAt(i)); i++) {
            word = TextLines.wordHash(word, rest.charAt(i));
        }
        return word;
    }
}
