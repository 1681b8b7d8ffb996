package org.backfile.search;

/**
 * Cuts text into the tokens that are looked up. {@code search.js} has the same rules, held together by
 * {@code src/test/resources/search/tokens.txt}:
 *
 * <ul>
 *   <li>a word is a run of {@link WordCharacters}, folded by {@link Folding}; its spelling with diacritics is a second
 *       token at the same place;
 *   <li>words joined by an apostrophe, hyphen or ampersand are tokens one by one, and, up to four, their joined spelling a
 *       further one at the last's place: {@code e-mail} is found by "mail" and by "email"; a final {@code 's} goes;
 *   <li>single letters between full stops are one word ({@code U.S.} is "us"); a number keeps its decimal sign as a
 *       point and loses the sign between thousands;
 *   <li>scripts written without spaces give a token for each pair of characters, and one for a run's last character.
 * </ul>
 *
 * <p>Linear in the text, whatever it holds; of a word only the first {@value #WORD_LIMIT} characters count. Not
 * thread-safe: one for each thread.
 */
final class Tokenizer {
    static final int WORD_LIMIT = 64;
    private static final int LARGE_TEXT = 1 << 16;

    /** Letters and digits of ASCII in lower case, else 0. */
    private static final byte[] PLAIN = new byte[128];

    static {
        for (char c = '0'; c <= '9'; c++) {
            PLAIN[c] = (byte) c;
        }
        for (char c = 'a'; c <= 'z'; c++) {
            PLAIN[c] = (byte) c;
            PLAIN[c - 32] = (byte) c;
        }
    }

    private static final int JOINED_PARTS = 4;
    private static final int JOINED_LIMIT = 40;

    private final char[] word = new char[WORD_LIMIT];
    private final char[] joined = new char[JOINED_LIMIT];
    private final char[] pair = new char[64];
    /** The text and a space after it. */
    private char[] text = new char[1 << 10];

    private int end;
    private TokenSink sink = (chars, length, advances) -> {};
    private int at;

    private int wordLength;
    private boolean plain;
    private int digitsInRow;
    private int lettersSinceStop;

    private int parts;
    private int joinedLength;

    /** Hands the tokens of {@code words} to {@code to}. */
    void tokenize(String words, TokenSink to) {
        end = words.length();
        if (end >= text.length) {
            text = new char[end * 2];
        }
        words.getChars(0, end, text, 0);
        text[end] = ' ';
        sink = to;
        at = 0;
        while (at < end) {
            if (simpleWord()) {
                continue;
            }
            byte kind = classAt(at);
            if (kind == WordCharacters.ALPHABETIC) {
                joinedWords();
            } else if (kind == WordCharacters.PAIRED) {
                pairs();
            } else {
                at += widthAt(at);
            }
        }
        if (text.length > LARGE_TEXT) {
            text = new char[1 << 10];
        }
    }

    /** What {@link #joinedWords} does, for a word of ASCII letters and digits that ends in front of a space: most of them. */
    private boolean simpleWord() {
        char[] from = text;
        int next = at;
        int length = 0;
        char c = from[next];
        while (c < 128 && PLAIN[c] != 0 && length < WORD_LIMIT) {
            word[length++] = (char) PLAIN[c];
            c = from[++next];
        }
        if (length == 0 || !(c <= ' ' || ((c == '.' || c == ',') && from[next + 1] <= ' ' && next < end))) {
            return false;
        }
        sink.token(word, length, true);
        at = next;
        return true;
    }

    private byte classAt(int index) {
        if (index >= end) {
            return WordCharacters.SEPARATOR;
        }
        char c = text[index];
        return Character.isHighSurrogate(c)
                ? WordCharacters.classOf(Character.codePointAt(text, index, end))
                : WordCharacters.classOf(c);
    }

    private int widthAt(int index) {
        return Character.isHighSurrogate(text[index])
                ? Character.charCount(Character.codePointAt(text, index, end))
                : 1;
    }

    private void joinedWords() {
        parts = 0;
        joinedLength = 0;
        boolean afterApostrophe = false;
        while (true) {
            readWord();
            boolean possessive = afterApostrophe && wordLength == 1 && (word[0] | 0x20) == 's';
            if (!possessive) {
                emitWord();
            }
            char joint = at < end ? text[at] : ' ';
            if (!isJoint(joint) || classAt(at + 1) != WordCharacters.ALPHABETIC) {
                break;
            }
            afterApostrophe = isApostrophe(joint);
            at++;
        }
        if (parts > 1 && parts <= JOINED_PARTS && joinedLength <= JOINED_LIMIT) {
            sink.token(joined, joinedLength, false);
        }
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019' || c == '\u2018' || c == '\u02BC' || c == '\uFF07';
    }

    private static boolean isJoint(char c) {
        return isApostrophe(c) || c == '-' || c == '\u2010' || c == '\u2011' || c == '\uFF0D' || c == '&';
    }

    /** Reads a word, its initials and its number signs joined, into {@link #word}. */
    private void readWord() {
        wordLength = 0;
        plain = true;
        digitsInRow = 0;
        lettersSinceStop = 0;
        boolean initials = true;
        while (at < end) {
            byte kind = classAt(at);
            char c = text[at];
            if (kind == WordCharacters.ALPHABETIC) {
                takeLetter(c);
            } else if (kind == WordCharacters.SEPARATOR) {
                boolean sign = (c == '.' || c == ',') && isNumberSign();
                if (sign) {
                    takeNumberSign();
                } else if (!(c == '.' && initials && isBetweenInitials())) {
                    return;
                }
                initials &= !sign;
                lettersSinceStop = 0;
                at++;
                continue;
            } else if (kind == WordCharacters.PAIRED) {
                return;
            }
            at += widthAt(at);
            initials &= lettersSinceStop <= 1;
        }
    }

    private void takeLetter(char c) {
        append(c);
        if (Character.isHighSurrogate(c)) {
            append(text[at + 1]);
        }
        boolean digit = c >= '0' && c <= '9';
        digitsInRow = digit ? digitsInRow + 1 : 0;
        lettersSinceStop += digit ? 2 : 1;
    }

    private void append(char c) {
        if (wordLength < WORD_LIMIT) {
            word[wordLength++] = c;
            plain &= c < 128;
        }
    }

    private boolean isDigit(int index) {
        return index < end && text[index] >= '0' && text[index] <= '9';
    }

    private boolean isNumberSign() {
        return digitsInRow > 0 && isDigit(at + 1);
    }

    private void takeNumberSign() {
        boolean thousands =
                digitsInRow <= 3 && isDigit(at + 1) && isDigit(at + 2) && isDigit(at + 3) && !isDigit(at + 4);
        if (!thousands) {
            append('.');
        }
        digitsInRow = 0;
    }

    private boolean isBetweenInitials() {
        return lettersSinceStop == 1
                && classAt(at + 1) == WordCharacters.ALPHABETIC
                && !isDigit(at + 1)
                && classAt(at + 1 + widthAt(at + 1)) != WordCharacters.ALPHABETIC;
    }

    private void emitWord() {
        if (plain) {
            for (int i = 0; i < wordLength; i++) {
                char c = word[i];
                word[i] = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
            }
            emitPart(word, wordLength);
            return;
        }
        String written = new String(word, 0, wordLength);
        String folded = limited(Folding.folded(written));
        if (folded.isEmpty()) {
            return;
        }
        emitPart(folded.toCharArray(), folded.length());
        String exact = limited(Folding.exact(written));
        if (!exact.equals(folded) && !exact.isEmpty()) {
            sink.token(exact.toCharArray(), exact.length(), false);
        }
    }

    private static String limited(String token) {
        return token.length() <= WORD_LIMIT ? token : token.substring(0, WORD_LIMIT);
    }

    private void emitPart(char[] chars, int length) {
        sink.token(chars, length, true);
        parts++;
        if (joinedLength + length <= JOINED_LIMIT) {
            System.arraycopy(chars, 0, joined, joinedLength, length);
        }
        joinedLength += length;
    }

    /** A run of characters that are indexed by pairs. */
    private void pairs() {
        int held = 0;
        while (classAt(at) == WordCharacters.PAIRED) {
            String unit = readUnit();
            int c;
            for (int i = 0; i < unit.length(); i += Character.charCount(c)) {
                c = unit.codePointAt(i);
                int length = held + Character.toChars(c, pair, held);
                if (held > 0) {
                    sink.token(pair, length, true);
                }
                System.arraycopy(pair, held, pair, 0, length - held);
                held = length - held;
            }
        }
        if (held > 0) {
            sink.token(pair, held, true);
        }
    }

    /** A character with the voicing signs or jamo after it, folded. */
    private String readUnit() {
        int from = at;
        at += widthAt(at);
        while (at < end && at - from < 8 && isCombining(text[at])) {
            at++;
        }
        return Folding.folded(new String(text, from, at - from));
    }

    private static boolean isCombining(char c) {
        return c == '\u3099'
                || c == '\u309A'
                || c == '\uFF9E'
                || c == '\uFF9F'
                || (c >= '\u1160' && c <= '\u11FF')
                || (c >= '\uFE00' && c <= '\uFE0F');
    }
}
