package org.backfile.source;

import java.nio.charset.StandardCharsets;

/** Tells bytes that are no text in any charset. */
final class Binary {
    /** A text may hold stray control characters; this share of them is no text any more. */
    private static final int CONTROLS_IN_A_HUNDRED = 15;

    /** The same where nothing else says that it is text. */
    private static final int CONTROLS_OF_TEXT_IN_A_HUNDRED = 2;

    private static final String[] SIGNATURES = {
        "%PDF-",
        "\u0089PNG",
        "GIF8",
        "PK\u0003\u0004",
        "\u00ff\u00d8\u00ff",
        "\u001f\u008b",
        "Rar!\u001a",
        "7z\u00bc\u00af",
        "\u00d0\u00cf\u0011\u00e0",
        "ID3\u0003",
        "ID3\u0004",
        "RIFF",
        "\u007fELF"
    };

    private Binary() {}

    /**
     * True for the bytes of a picture, a PDF and their like, or bytes of which many are control characters; never for
     * UTF-8 without zero bytes, whatever else it holds.
     */
    static boolean looksBinary(byte[] bytes) {
        if (ByteOrderMark.of(bytes).isPresent() || Utf16.orderOf(bytes).isPresent() || isPlainUtf8(bytes)) {
            return false;
        }
        return hasSignature(bytes) || 100L * controls(bytes) > (long) CONTROLS_IN_A_HUNDRED * bytes.length;
    }

    /**
     * True for bytes that are text in some charset, asked of a file whose name does not say that it is text: next to no
     * control characters, among which no zero byte counts that UTF-16 or UTF-32 needs.
     */
    static boolean looksLikeText(byte[] bytes) {
        if (looksBinary(bytes)) {
            return false;
        }
        boolean sure =
                ByteOrderMark.of(bytes).isPresent() || Utf16.orderOf(bytes).isPresent() || isPlainUtf8(bytes);
        return sure || 100L * controls(bytes) <= (long) CONTROLS_OF_TEXT_IN_A_HUNDRED * bytes.length;
    }

    private static boolean isPlainUtf8(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0 && text.indexOf('\0') < 0;
    }

    private static boolean hasSignature(byte[] bytes) {
        for (String signature : SIGNATURES) {
            if (startsWith(bytes, signature) && controls(bytes) > 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] bytes, String signature) {
        if (bytes.length < signature.length()) {
            return false;
        }
        for (int i = 0; i < signature.length(); i++) {
            if (bytes[i] != (byte) signature.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** How many bytes are control characters that no text needs. */
    private static int controls(byte[] bytes) {
        int controls = 0;
        for (byte b : bytes) {
            boolean needed = b == '\n' || b == '\r' || b == '\t' || b == '\f' || b == 0x1b;
            if ((b >= 0 && b < ' ' && !needed) || b == 0x7f) {
                controls++;
            }
        }
        return controls;
    }
}
