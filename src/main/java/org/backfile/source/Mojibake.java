package org.backfile.source;

import java.util.List;

/**
 * Mends UTF-8 that was read as windows-1252 or ISO-8859-1 and saved again, once or twice: {@code â€™} for ’. Only runs
 * that turn back to letters of Latin, Greek or Cyrillic or to the marks of print are touched, and only where the file
 * leaves no doubt: a run that cannot be meant as it stands, or two that hardly can.
 */
final class Mojibake {
    /** What windows-1252 makes of the bytes 80 to 9F; U+FFFD for the five that it lacks. */
    private static final String FROM_80_TO_9F =
            "\u20ac\ufffd\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\ufffd\u017d\ufffd"
                    + "\ufffd\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\ufffd\u017e\u0178";

    /** Characters that rightly stand right after a capital with an accent; a pair with one of them is no proof. */
    private static final String MAY_FOLLOW =
            "\u00a0\u2019\u201d\u201c\u00bb\u00ab\u2026\u2013\u2014\u2122\u203a\u2039\u201e\u201a";

    private static final int TIMES = 3;

    private Mojibake() {}

    /**
     * A text with what was certain mended.
     *
     * @param problems one, at the first place, where something was; else none
     */
    record Mended(String text, List<Problem> problems) {}

    /** False for UTF-8 in which no letter stands that a lead byte becomes, before another one outside ASCII. */
    static boolean isPossible(byte[] utf8) {
        for (int i = 0; i + 2 < utf8.length; i++) {
            // U+00C2 to U+00F4 are C3 82 to C3 B4
            if (utf8[i] == (byte) 0xC3 && utf8[i + 2] < 0 && utf8[i + 1] >= (byte) 0x82 && utf8[i + 1] <= (byte) 0xB4) {
                return true;
            }
        }
        return false;
    }

    static Mended mend(String path, String text) {
        String now = text;
        int letters = 0;
        int first = -1;
        for (int time = 0; time < TIMES; time++) {
            Pass pass = new Pass(now);
            if (!pass.isCertain() && letters == 0) {
                break;
            }
            if (pass.mended == 0) {
                break;
            }
            now = pass.out.toString();
            letters += pass.mended;
            first = first < 0 ? pass.first : first;
        }
        return letters == 0 ? new Mended(text, List.of()) : new Mended(now, List.of(told(path, text, first, letters)));
    }

    private static Problem told(String path, String text, int first, int letters) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < first; i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && text.charAt(i + 1) != '\n')) {
                line++;
                start = i + 1;
            }
        }
        String message = letters == 1
                ? "one letter was UTF-8 read as windows-1252, and is mended"
                : letters + " letters were UTF-8 read as windows-1252, and are mended";
        return new Problem(path, line, first - start + 1, ProblemKind.MENDED_MOJIBAKE, message);
    }

    /** One pass over a text: the same text where nothing can be mended. */
    private static final class Pass {
        private final String text;
        private final StringBuilder out;
        private int mended;
        private int first = -1;
        private int proofs;

        Pass(String text) {
            this.text = text;
            this.out = new StringBuilder();
            int at = nextLead(0);
            int copied = 0;
            while (at >= 0) {
                int length = lengthOfSequence(at);
                int letter = length == 0 ? -1 : letter(at, length);
                if (letter >= 0) {
                    count(at, length);
                    out.append(text, copied, at).appendCodePoint(letter);
                    copied = at + length;
                }
                at = nextLead(letter >= 0 ? copied : at + 1);
            }
            if (mended > 0) {
                out.append(text, copied, text.length());
            }
        }

        boolean isCertain() {
            return proofs > 0 || mended > 1;
        }

        private void count(int at, int length) {
            first = first < 0 ? at : first;
            mended++;
            if (length > 2 || MAY_FOLLOW.indexOf(text.charAt(at + 1)) < 0) {
                proofs++;
            }
        }

        /** The next character that UTF-8's lead bytes become. */
        private int nextLead(int from) {
            for (int i = from; i + 1 < text.length(); i++) {
                char c = text.charAt(i);
                if (c >= 0xC2 && c <= 0xF4 && text.charAt(i + 1) >= 0x80) {
                    return i;
                }
            }
            return -1;
        }

        /** How many characters from {@code at} a sequence would have, or 0 where they can't be one. */
        private int lengthOfSequence(int at) {
            char lead = text.charAt(at);
            int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
            return at + length <= text.length() ? length : 0;
        }

        /** The character that the sequence means as UTF-8, or -1. */
        private int letter(int at, int length) {
            int lead = text.charAt(at);
            int c = lead & (0xFF >> (length + 1));
            for (int i = 1; i < length; i++) {
                int b = continuation(text.charAt(at + i));
                // the byte 9D, the closing quote's last, is lost most often, since windows-1252 lacks it
                if (b < 0 && i == 2 && c == 0x80 && lead == 0xE2 && text.charAt(at + i) == '\uFFFD') {
                    b = 0x9D;
                }
                if (b < 0) {
                    return -1;
                }
                c = (c << 6) | (b & 0x3F);
            }
            boolean overlong = length == 3 && c < 0x800;
            return !overlong && isLikely(c) ? c : -1;
        }

        /** The byte from 80 to BF that became this character, or -1. */
        private static int continuation(char c) {
            if (c < 0x100) {
                return c >= 0x80 && c < 0xC0 ? c : -1;
            }
            int at = FROM_80_TO_9F.indexOf(c);
            return at < 0 || c == '\uFFFD' ? -1 : 0x80 + at;
        }

        /** True for what a newspaper may print; other characters are more likely the writer's own odd pair. */
        private static boolean isLikely(int c) {
            boolean latin = (c >= 0x80 && c < 0x180) || (c >= 0x218 && c < 0x21C);
            boolean otherAlphabet = (c >= 0x391 && c < 0x3CF) || (c >= 0x401 && c < 0x460);
            boolean print = (c >= 0x2010 && c < 0x2040) || c == 0x20AC || c == 0x2122 || c == 0x2212 || c == 0xFB01;
            return latin || otherAlphabet || print || c == 0xFEFF;
        }
    }
}
