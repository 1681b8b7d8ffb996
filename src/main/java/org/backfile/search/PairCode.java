package org.backfile.search;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Shortens texts by writing the commonest pairs of ASCII characters as one control character each (Gage, "A New Algorithm for Data
 * Compression", 1994, in one pass): made English-like text comes to 70 %, and a part of a file can still be read alone.
 * {@link #PARAGRAPH} stands between paragraphs; other control characters stand in no text.
 */
final class PairCode {
    /** The control character between two paragraphs. */
    static final byte PARAGRAPH = 1;

    /** What pairs are written as, in order; a script's string can hold them as they are. */
    private static final byte[] CODES = new byte[29];

    static {
        int count = 0;
        for (int c = PARAGRAPH + 1; c < 32; c++) {
            if (c != '\n' && c != '\r') {
                CODES[count++] = (byte) c;
            }
        }
        CODES[count] = 0x7F;
    }

    private final byte[] codes = new byte[1 << 14];
    private final String pairs;

    private PairCode(List<Integer> commonest) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < commonest.size(); i++) {
            int pair = commonest.get(i);
            codes[pair] = CODES[i];
            list.append((char) (pair >> 7)).append((char) (pair & 0x7F));
        }
        pairs = list.toString();
    }

    /** The code that suits these texts. */
    static PairCode of(List<byte[]> sample) {
        int[] counts = new int[1 << 14];
        for (byte[] text : sample) {
            for (int i = 0; i + 1 < text.length; i++) {
                if (isPlain(text[i]) && isPlain(text[i + 1])) {
                    counts[text[i] << 7 | text[i + 1]]++;
                }
            }
        }
        List<Integer> found = new ArrayList<>();
        for (int pair = 0; pair < counts.length; pair++) {
            if (counts[pair] > 1) {
                found.add(pair);
            }
        }
        found.sort(Comparator.<Integer>comparingInt(pair -> -counts[pair]).thenComparingInt(pair -> pair));
        return new PairCode(found.subList(0, Math.min(CODES.length, found.size())));
    }

    private static boolean isPlain(byte c) {
        return c >= ' ' && c < 0x7F && c != '"' && c != '\\';
    }

    /** The pairs, one after the other, in the order of their codes. */
    String pairs() {
        return pairs;
    }

    /** Appends a text as it stands between the quotes of a script's string. */
    void write(byte[] text, ByteWriter out) {
        int last = text.length - 1;
        int at = 0;
        out.room(2 * text.length);
        while (at <= last) {
            byte c = text[at++];
            byte code = c >= ' ' && at <= last && text[at] >= ' ' ? codes[c << 7 | text[at]] : 0;
            if (code != 0) {
                out.write(code);
                at++;
            } else {
                if (c == '"' || c == '\\') {
                    out.write('\\');
                }
                out.write(c);
            }
        }
    }

    /** The texts of paragraphs as {@link #write} takes them: in UTF-8, up to about {@code limit} characters. */
    static byte[] joined(List<String> paragraphs, int limit) {
        StringBuilder text = new StringBuilder();
        for (String paragraph : paragraphs) {
            if (text.length() > 0) {
                text.append('\n');
            }
            text.append(paragraph);
            if (text.length() > limit) {
                text.setLength(Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit);
                break;
            }
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            if ((bytes[i] >= 0 && bytes[i] < ' ') || bytes[i] == 0x7F) {
                bytes[i] = bytes[i] == '\n' ? PARAGRAPH : (byte) ' ';
            }
        }
        return bytes;
    }
}
