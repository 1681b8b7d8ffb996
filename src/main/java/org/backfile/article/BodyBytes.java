package org.backfile.article;

import java.util.List;

/** How large a body becomes as HTML, as far as that can be told without making it. Stateless; one pass over the text. */
final class BodyBytes {
    /** The tags of a block. */
    private static final int BLOCK = 60;

    /** The most that a sign of ASCII becomes: an escape. */
    private static final int SIGN = 6;

    /** The same in Markdown: a tag, or the frame of an address. */
    private static final int MARK = 24;

    private static final int OTHER_LETTER = 3;

    /** Of ASCII, what stands for itself. */
    private static final boolean[] PLAIN = new boolean[0x80];

    static {
        for (char c = 0; c < PLAIN.length; c++) {
            PLAIN[c] = c == ' ' || Character.isLetterOrDigit(c);
        }
    }

    private BodyBytes() {}

    /** A bound; {@link Integer#MAX_VALUE} where pictures, tables, notes or links make it uncertain. */
    static int atMost(List<Paragraph> body) {
        long bytes = 0;
        for (Paragraph paragraph : body) {
            String text = paragraph.text();
            boolean markdown = paragraph.kind() == Paragraph.Kind.MARKDOWN;
            if (paragraph.kind() == Paragraph.Kind.IMAGE || (markdown && (text.contains("[") || text.contains("|")))) {
                return Integer.MAX_VALUE;
            }
            bytes += BLOCK + atMost(text, markdown ? MARK : SIGN);
        }
        return (int) Math.min(bytes, Integer.MAX_VALUE);
    }

    private static long atMost(String text, int sign) {
        long bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bytes += c >= PLAIN.length ? OTHER_LETTER : PLAIN[c] ? 1 : sign;
        }
        return bytes;
    }
}
