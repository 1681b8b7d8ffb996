package org.backfile.article;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The encoded words of a mail's header lines, {@code =?UTF-8?B?…?=} (RFC 2047). Words that follow each other are joined
 * without the space between them, and their bytes before decoding, since a letter may be cut between two. What is not
 * well-formed, or in an unknown charset, stays as it is. Stateless; one pass.
 */
final class EncodedWords {
    private static final Pattern WORD =
            Pattern.compile("=\\?([\\w:.-]{1,40})(?:\\*[\\w-]{1,20})?\\?([BbQq])\\?([^? ]*)\\?=");

    private EncodedWords() {}

    /** The value with its encoded words decoded; the same one where it has none. */
    static String decode(String value) {
        if (!value.contains("=?")) {
            return value;
        }
        StringBuilder out = new StringBuilder(value.length());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        @Nullable Charset charset = null;
        int copied = 0;
        Matcher word = WORD.matcher(value);
        while (word.find()) {
            Charset next = charset(word.group(1));
            byte[] decoded = next == null ? null : bytes(word.group(2), word.group(3));
            if (decoded == null) {
                continue;
            }
            boolean follows =
                    charset != null && value.substring(copied, word.start()).isBlank();
            if (charset != null && !(follows && charset.equals(next))) {
                out.append(bytes.toString(charset));
                bytes.reset();
            }
            if (!follows) {
                out.append(value, copied, word.start());
            }
            bytes.writeBytes(decoded);
            charset = next;
            copied = word.end();
        }
        if (charset != null) {
            out.append(bytes.toString(charset));
        }
        return out.append(value, copied, value.length()).toString();
    }

    private static @Nullable Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    private static byte @Nullable [] bytes(String encoding, String text) {
        if (encoding.toUpperCase(Locale.ROOT).equals("Q")) {
            return quoted(text);
        }
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static byte[] quoted(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
            if (c == '=' && high >= 0 && low >= 0) {
                bytes.write(high << 4 | low);
                i += 2;
            } else {
                bytes.writeBytes((c == '_' ? " " : String.valueOf(c)).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
