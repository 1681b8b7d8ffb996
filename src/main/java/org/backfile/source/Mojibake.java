package org.backfile.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Mends UTF-8 that was read as windows-1252 or ISO-8859-1 and saved again, once or twice: {@code â€™} for ’. Only runs
 * that turn back to letters of Latin, Greek or Cyrillic or to the marks of print are touched, and only where the file
 * leaves no doubt: a run that cannot be meant as it stands, or two that hardly can.
 */
final class Mojibake {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

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
            int at = nextLead(0);
            this.out = new StringBuilder(at < 0 ? 0 : text.length());
            int copied = 0;
            while (at >= 0) {
                int length = lengthOfSequence(at);
                Optional<String> letter = length == 0 ? Optional.empty() : letter(at, length);
                if (letter.isPresent()) {
                    count(at, length);
                    out.append(text, copied, at).append(letter.get());
                    copied = at + length;
                }
                at = nextLead(letter.isPresent() ? copied : at + 1);
            }
            out.append(text, copied, text.length());
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

        private Optional<String> letter(int at, int length) {
            byte[] bytes = new byte[length];
            for (int i = 0; i < length; i++) {
                int b = asByte(text.charAt(at + i));
                // the byte 9D, the closing quote's last, is lost most often, since windows-1252 lacks it
                boolean lostQuote = i == 2 && bytes[0] == (byte) 0xE2 && bytes[1] == (byte) 0x80;
                if (b < 0 && !(lostQuote && text.charAt(at + i) == '\uFFFD')) {
                    return Optional.empty();
                }
                bytes[i] = (byte) (b < 0 ? 0x9D : b);
            }
            return strictly(bytes).filter(Pass::isLikely);
        }

        private static Optional<String> strictly(byte[] utf8) {
            try {
                return Optional.of(StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(utf8))
                        .toString());
            } catch (CharacterCodingException e) {
                return Optional.empty();
            }
        }

        private static int asByte(char c) {
            if (c < 0x100) {
                return c;
            }
            byte[] encoded = c == '\uFFFD' ? new byte[0] : String.valueOf(c).getBytes(WINDOWS_1252);
            return encoded.length == 1 && encoded[0] != '?' ? encoded[0] & 0xFF : -1;
        }

        /** True for what a newspaper may print; other characters are more likely the writer's own odd pair. */
        private static boolean isLikely(String letter) {
            int c = letter.codePointAt(0);
            boolean latin = (c >= 0x80 && c < 0x180) || (c >= 0x218 && c < 0x21C);
            boolean otherAlphabet = (c >= 0x391 && c < 0x3CF) || (c >= 0x401 && c < 0x460);
            boolean print = (c >= 0x2010 && c < 0x2040) || c == 0x20AC || c == 0x2122 || c == 0x2212 || c == 0xFB01;
            return latin || otherAlphabet || print || c == 0xFEFF;
        }
    }
}
