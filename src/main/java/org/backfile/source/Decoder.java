package org.backfile.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Turns a file's bytes to text. In this order: a byte order mark, the charset declared for the folder, strict UTF-8,
 * UTF-16 without a mark, ISO-2022-JP, the charset that an HTML file names, and the likeliest of the others, in which the
 * folder has a say. Nothing is lost without a word: a byte that means nothing becomes U+FFFD, with its place in a
 * problem. Stateless; plain UTF-8 costs one pass of the JDK's own decoder.
 */
final class Decoder {
    private static final char NO_BREAK = '\uFEFF';
    private static final int HTML_HEAD = 2048;

    private final SourceSettings settings;

    Decoder(SourceSettings settings) {
        this.settings = settings;
    }

    Decoded decode(String path, byte[] bytes, FolderCharsets folders) {
        Optional<ByteOrderMark> mark = ByteOrderMark.of(bytes);
        if (mark.isPresent()) {
            return marked(path, bytes, mark.get());
        }
        Optional<Charset> declared = settings.declaredFor(path);
        if (declared.isPresent()) {
            return whole(path, bytes, 0, declared.get());
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') < 0 && text.indexOf('\0') < 0) {
            return text.indexOf('\u001b') < 0 ? plain(path, bytes, text) : escaped(path, bytes, text);
        }
        return unusual(path, bytes, text, folders);
    }

    private static Decoded plain(String path, byte[] bytes, String text) {
        return text.length() == bytes.length || !Mojibake.isPossible(bytes)
                ? new Decoded(text, "UTF-8", List.of(), true, null)
                : sure(path, text, StandardCharsets.UTF_8);
    }

    private static Decoded marked(String path, byte[] bytes, ByteOrderMark mark) {
        Decoded decoded = whole(path, bytes, mark.length(), mark.charset());
        int start = 0;
        while (start < decoded.text().length() && decoded.text().charAt(start) == NO_BREAK) {
            start++;
        }
        return start == 0
                ? decoded
                : new Decoded(decoded.text().substring(start), decoded.charset(), decoded.problems(), true, null);
    }

    /** All bytes in one charset that is sure; those that it doesn't have are told. */
    private static Decoded whole(String path, byte[] bytes, int from, Charset charset) {
        String text = new String(bytes, from, bytes.length - from, charset);
        BadPlaces bad = new BadPlaces(path, charset.name());
        if (text.indexOf('\uFFFD') >= 0 && !isStrict(bytes, from, charset)) {
            bad.addAll(text);
        }
        return finished(path, text, charset, bad);
    }

    private static Decoded sure(String path, String text, Charset charset) {
        return finished(path, text, charset, new BadPlaces(path, charset.name()));
    }

    private static Decoded finished(String path, String text, Charset charset, BadPlaces bad) {
        if (text.indexOf('\0') >= 0) {
            bad.addZeros(text);
        }
        Mojibake.Mended mended = Mojibake.mend(path, text.replace('\0', '\uFFFD'));
        bad.add(mended.problems());
        return new Decoded(mended.text(), charset.name(), bad.problems(), true, null);
    }

    /** Text with escape characters may be Japanese mail. */
    private static Decoded escaped(String path, byte[] bytes, String text) {
        if ((text.contains("\u001b$B") || text.contains("\u001b$@")) && Charset.isSupported("ISO-2022-JP")) {
            Charset japanese = Charset.forName("ISO-2022-JP");
            if (isStrict(bytes, 0, japanese)) {
                return sure(path, new String(bytes, japanese), japanese);
            }
        }
        return sure(path, text, StandardCharsets.UTF_8);
    }

    private static Decoded unusual(String path, byte[] bytes, String text, FolderCharsets folders) {
        Optional<Charset> utf16 = Utf16.orderOf(bytes);
        if (utf16.isPresent()) {
            return whole(path, bytes, 0, utf16.get());
        }
        if (Binary.looksBinary(bytes)) {
            return unreadable(path, bytes);
        }
        if (isStrict(bytes, 0, StandardCharsets.UTF_8)) {
            return sure(path, text, StandardCharsets.UTF_8);
        }
        Optional<Charset> named = htmlCharset(path, bytes);
        return named.isPresent() ? whole(path, bytes, 0, named.get()) : new Patchwork(path, bytes).decode(folders);
    }

    private static Decoded unreadable(String path, byte[] bytes) {
        Problem problem =
                Problem.ofFile(path, ProblemKind.UNREADABLE_FILE, "the bytes are no text (" + bytes.length + " bytes)");
        return new Decoded(new String(bytes, StandardCharsets.ISO_8859_1), "ISO-8859-1", List.of(problem), false, null);
    }

    /** The charset in an HTML file's head, where the whole file fits it. */
    private static Optional<Charset> htmlCharset(String path, byte[] bytes) {
        if (SourceForm.of(path).orElse(SourceForm.TEXT) != SourceForm.HTML) {
            return Optional.empty();
        }
        String head = new String(bytes, 0, Math.min(bytes.length, HTML_HEAD), StandardCharsets.ISO_8859_1);
        int at = head.indexOf("charset=");
        if (at < 0) {
            return Optional.empty();
        }
        int from = at + "charset=".length();
        while (from < head.length() && "\"' ".indexOf(head.charAt(from)) >= 0) {
            from++;
        }
        int to = from;
        while (to < head.length() && "\"' />;".indexOf(head.charAt(to)) < 0) {
            to++;
        }
        return SourceSettings.charsetNamed(head.substring(from, to)).filter(charset -> isStrict(bytes, 0, charset));
    }

    /** True where each byte means something in that charset. */
    static boolean isStrict(byte[] bytes, int from, Charset charset) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(bytes, from, bytes.length - from));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
