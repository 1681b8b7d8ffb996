package org.backfile.search;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.backfile.search.PreparedDocument.Display;
import org.jspecify.annotations.Nullable;

/**
 * Prepares documents for their segments: the part of indexing that needs no other document. Positions count on from
 * field to field, with one left empty after each text, so that no phrase runs on. Further spellings of words (joined, with
 * diacritics) have positions behind all others, every second one: no phrase takes them for words of the text. Not thread-safe; one
 * serves many documents, one after the other.
 */
final class Preparer implements TokenSink {
    /** What the index keeps of a body to cut snippets from, in characters. */
    static final int TEXT_LIMIT = 100_000;

    private static final Field[] FIELDS = Field.values();
    private static final int OPENING_WORDS = 8;
    private static final int OPENING_LIMIT = 120;

    private final Tokenizer tokenizer = new Tokenizer();
    private final TermTable terms = new TermTable();
    private final char[] named = new char[Tokenizer.WORD_LIMIT + 1];
    private Field field = Field.HEADLINE;
    private int position;
    private final int[] fieldEnds = new int[FIELDS.length];

    /** The fields, by number, of further spellings in the order of their coming. */
    private byte[] spellingFields = new byte[1 << 7];

    private int spellings;

    /**
     * For each term its last occurrence and their number; for each occurrence its position, of a further spelling the complement
     * of its number, and the occurrence before of its term.
     */
    private int[] last = new int[1 << 10];

    private int[] counts = new int[1 << 10];
    private int[] positions = new int[1 << 11];
    private int[] before = new int[1 << 11];
    private int occurrences;

    PreparedDocument prepare(SearchDocument document) {
        terms.clear();
        position = 0;
        occurrences = 0;
        spellings = 0;
        for (Field next : FIELDS) {
            field = next;
            switch (next) {
                case HEADLINE -> take(document.headline());
                case KICKER -> take(document.kicker());
                case BYLINE -> take(document.byline());
                case PLACE -> take(document.place());
                case SECTION -> take(document.section());
                case BODY -> document.paragraphs().forEach(this::take);
            }
            fieldEnds[next.ordinal()] = position;
        }
        return new PreparedDocument(
                displayOf(document),
                text(document.paragraphs()),
                Arrays.copyOf(terms.characters(), terms.start(terms.size())),
                packedTerms());
    }

    /** The paragraphs up to the limit, as {@link PreparedDocument#text} has them. */
    private static byte[] text(List<String> paragraphs) {
        int taken = 0;
        for (int length = 0; taken < paragraphs.size() && length <= TEXT_LIMIT; taken++) {
            length += paragraphs.get(taken).length() + 1;
        }
        String text = String.join("\n", paragraphs.subList(0, taken));
        if (text.length() > TEXT_LIMIT) {
            boolean halved = Character.isHighSurrogate(text.charAt(TEXT_LIMIT - 1));
            text = text.substring(0, halved ? TEXT_LIMIT - 1 : TEXT_LIMIT);
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            if ((bytes[i] >= 0 && bytes[i] < ' ') || bytes[i] == 0x7F) {
                bytes[i] = bytes[i] == '\n' ? PreparedDocument.PARAGRAPH : (byte) ' ';
            }
        }
        return bytes;
    }

    private void take(@Nullable String words) {
        if (words != null && !words.isEmpty()) {
            tokenizer.tokenize(words, this);
            position++;
        }
    }

    @Override
    public void token(char[] chars, int length, boolean advances) {
        int at = advances ? position++ : ~noteSpelling();
        if (field.plain) {
            occurs(chars, length, at);
        }
        if (field.prefix != 0) {
            named[0] = field.prefix;
            System.arraycopy(chars, 0, named, 1, length);
            occurs(named, length + 1, at);
        }
    }

    private int noteSpelling() {
        if (spellings == spellingFields.length) {
            spellingFields = Arrays.copyOf(spellingFields, spellings * 2);
        }
        spellingFields[spellings] = (byte) field.ordinal();
        return spellings++;
    }

    private void occurs(char[] chars, int length, int at) {
        int known = terms.size();
        int term = terms.number(chars, 0, length, TermTable.hash(chars, 0, length));
        if (term == known) {
            addTerm(term);
        }
        if (occurrences == positions.length) {
            positions = Arrays.copyOf(positions, occurrences * 2);
            before = Arrays.copyOf(before, occurrences * 2);
        }
        positions[occurrences] = at;
        before[occurrences] = last[term];
        last[term] = occurrences++;
        counts[term]++;
    }

    private void addTerm(int term) {
        if (term == last.length) {
            last = Arrays.copyOf(last, term * 2);
            counts = Arrays.copyOf(counts, term * 2);
        }
        last[term] = -1;
        counts[term] = 0;
    }

    private int[] packedTerms() {
        double[] shares = shares();
        int[] packed = new int[terms.size() * 4 + occurrences];
        int at = 0;
        for (int term = 0; term < terms.size(); term++) {
            int first = at + 4;
            int end = first + counts[term];
            takePositions(last[term], packed, first, end);
            packed[at] = terms.hash(term);
            packed[at + 1] = terms.start(term + 1) - terms.start(term);
            packed[at + 2] = level(packed, first, end, shares);
            packed[at + 3] = end - first;
            at = end;
        }
        return packed;
    }

    private void takePositions(int occurrence, int[] packed, int first, int end) {
        int from = occurrence;
        boolean spelled = false;
        for (int i = end - 1; i >= first; i--) {
            int at = positions[from];
            spelled |= at < 0;
            packed[i] = at < 0 ? position + 2 * ~at : at;
            from = before[from];
        }
        if (spelled) {
            Arrays.sort(packed, first, end);
        }
    }

    private double[] shares() {
        double[] shares = new double[FIELDS.length];
        int start = 0;
        for (Field each : FIELDS) {
            int end = fieldEnds[each.ordinal()];
            shares[each.ordinal()] = Ranking.share(each, end - start);
            start = end;
        }
        return shares;
    }

    private int level(int[] packed, int from, int to, double[] shares) {
        double sum = 0;
        int in = 0;
        for (int i = from; i < to; i++) {
            if (packed[i] >= position) {
                sum += shares[spellingFields[(packed[i] - position) / 2]];
                continue;
            }
            while (packed[i] >= fieldEnds[in]) {
                in++;
            }
            sum += shares[in];
        }
        return Ranking.level(sum);
    }

    private static Display displayOf(SearchDocument document) {
        return new Display(
                document.url(),
                document.headline(),
                document.kicker(),
                document.place(),
                document.section(),
                document.date(),
                document.headline() == null ? opening(String.join("\n", document.paragraphs())) : "");
    }

    /** The first words of a text. */
    private static String opening(String text) {
        int at = 0;
        for (int words = 0; words < OPENING_WORDS && at < text.length() && at < OPENING_LIMIT; words++) {
            at = endOfWord(text, at);
        }
        int end = Math.min(at, OPENING_LIMIT);
        return text.substring(0, end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
                .strip();
    }

    private static int endOfWord(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
        while (at < text.length() && text.charAt(at) > ' ') {
            at++;
        }
        return at;
    }
}
