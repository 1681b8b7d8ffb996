package org.backfile.search;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.backfile.article.ArticleDate;
import org.backfile.page.SitePath;
import org.jspecify.annotations.Nullable;

/**
 * A document cut into tokens and otherwise reduced to what its results show; some 10 KB for 450 words. Preparing it is
 * the part of indexing that needs no other document.
 */
final class PreparedDocument {
    /** What the index keeps of a body to cut snippets from, in characters. */
    static final int TEXT_LIMIT = 100_000;

    /** In a token's head: it stands one position after the last token, not at the same. */
    static final int ADVANCES = 0x8000;

    /** In a token's head: one of a field's own terms. */
    static final int FIELD_TERM = 0x4000;

    static final int LENGTH_MASK = 0x0FFF;

    private final Display display;
    private final byte[] text;
    private final char[] tokens;
    private final int[] fieldStarts;

    private PreparedDocument(Display display, byte[] text, char[] tokens, int[] fieldStarts) {
        this.display = display;
        this.text = text;
        this.tokens = tokens;
        this.fieldStarts = fieldStarts;
    }

    /** What a result shows before its text is read. */
    record Display(
            SitePath url,
            @Nullable String headline,
            @Nullable String kicker,
            @Nullable String place,
            @Nullable String section,
            @Nullable ArticleDate date) {}

    static PreparedDocument of(SearchDocument document) {
        Preparation preparation = new Preparation();
        for (Field field : Field.values()) {
            preparation.take(field, document);
        }
        Display display = new Display(
                document.url(),
                document.headline(),
                document.kicker(),
                document.place(),
                document.section(),
                document.date());
        return new PreparedDocument(
                display,
                textOf(document),
                Arrays.copyOf(preparation.tokens, preparation.used),
                preparation.fieldStarts);
    }

    private static byte[] textOf(SearchDocument document) {
        StringBuilder text = new StringBuilder();
        for (String paragraph : document.paragraphs()) {
            if (text.length() > 0) {
                text.append('\n');
            }
            int room = TEXT_LIMIT - text.length();
            if (paragraph.length() > room) {
                int end = Character.isHighSurrogate(paragraph.charAt(Math.max(0, room - 1))) ? room - 1 : room;
                text.append(paragraph, 0, Math.max(0, end));
                break;
            }
            text.append(paragraph);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    Display display() {
        return display;
    }

    /** The paragraphs, a line each. */
    byte[] text() {
        return text;
    }

    /**
     * The tokens, each a head and its characters. A head is the number of characters with {@link #ADVANCES} and
     * {@link #FIELD_TERM}; a head without characters leaves a position empty, so that no phrase runs on.
     */
    char[] tokens() {
        return tokens;
    }

    /** The first position of each {@link Field}, and the position after the last one. */
    int[] fieldStarts() {
        return fieldStarts;
    }

    private static final class Preparation implements TokenSink {
        private char[] tokens = new char[4096];
        private int used;
        private int position;
        private final int[] fieldStarts = new int[Field.values().length + 1];
        private Field field = Field.HEADLINE;
        private final Tokenizer tokenizer = new Tokenizer();

        void take(Field next, SearchDocument document) {
            field = next;
            fieldStarts[field.ordinal()] = position;
            switch (field) {
                case HEADLINE -> take(document.headline());
                case KICKER -> take(document.kicker());
                case BYLINE -> take(document.byline());
                case PLACE -> take(document.place());
                case SECTION -> take(document.section());
                case BODY -> document.paragraphs().forEach(this::take);
            }
            fieldStarts[field.ordinal() + 1] = position;
        }

        private void take(@Nullable String text) {
            if (text != null && !text.isEmpty()) {
                tokenizer.tokenize(text, this);
                room(1);
                tokens[used++] = (char) ADVANCES;
                position++;
            }
        }

        @Override
        public void token(char[] chars, int length, boolean advances) {
            room(2 * length + 3);
            int head = advances ? ADVANCES : 0;
            position += advances ? 1 : 0;
            if (field.plain) {
                tokens[used++] = (char) (head | length);
                System.arraycopy(chars, 0, tokens, used, length);
                used += length;
                head = 0;
            }
            if (field.prefix != 0) {
                tokens[used++] = (char) (head | FIELD_TERM | length + 1);
                tokens[used++] = field.prefix;
                System.arraycopy(chars, 0, tokens, used, length);
                used += length;
            }
        }

        private void room(int more) {
            if (used + more > tokens.length) {
                tokens = Arrays.copyOf(tokens, Math.max(tokens.length * 2, used + more));
            }
        }
    }
}
