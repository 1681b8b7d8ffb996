package org.backfile.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Shortens texts by writing the commonest pairs of ASCII characters as one control character each (Gage, "A New Algorithm for Data
 * Compression", 1994, in one pass): made English-like text comes to 70 %, and a part of a file can still be read alone.
 * No control character but {@link PreparedDocument#PARAGRAPH} stands in a text.
 */
final class PairCode {
    /** What pairs are written as, in order; a script's string can hold them as they are. */
    private static final byte[] CODES = new byte[29];

    static {
        int count = 0;
        for (int c = PreparedDocument.PARAGRAPH + 1; c < 32; c++) {
            if (c != '\n' && c != '\r') {
                CODES[count++] = (byte) c;
            }
        }
        CODES[count] = 0x7F;
    }

    /** The code without a pair. */
    static final PairCode NONE = of(List.of());

    /** What is written for a character and the one after it, 0 where they are no pair: half of a processor's nearest memory. */
    private final byte[] table = new byte[1 << 14];

    private final String pairs;

    private PairCode(List<Integer> commonest) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < commonest.size(); i++) {
            int pair = commonest.get(i);
            table[pair] = CODES[i];
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

    /** Appends a text in UTF-8 as it stands between the quotes of a script's string. */
    void write(byte[] text, ByteWriter out) {
        byte[] to = out.room(2 * text.length);
        int end = out.length();
        int last = text.length - 1;
        int at = 0;
        while (at <= last) {
            int c = text[at];
            int next = at < last ? text[at + 1] : 0;
            int code = (c | next) < 0 ? 0 : table[c << 7 | next];
            if (c == '"' || c == '\\') {
                to[end++] = '\\';
            }
            to[end++] = (byte) (code == 0 ? c : code);
            at += code == 0 ? 1 : 2;
        }
        out.filled(end);
    }
}
