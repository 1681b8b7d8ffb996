package org.backfile.search;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.backfile.page.SitePath;

/**
 * A file of the index: a script of one call with one string, or with a list of strings, named by a hash of what it
 * holds.
 *
 * @param name twelve hexadecimal digits
 */
record ScriptFile(String name, byte[] bytes) {
    /** Half the digits of a name. */
    static final int NAME_BYTES = 6;

    /** What stands in a list's file before its first text. */
    static final int LIST_HEAD = "backfileSearch(\"\",[\"".length() + 2 * NAME_BYTES;

    /** Packs bytes into a file. */
    static ScriptFile packed(byte[] content) {
        byte[] packed = new byte[AsciiPacking.packedLength(content.length)];
        AsciiPacking.pack(content, content.length, packed, 0);
        return of("\"", packed, "\");\n");
    }

    /** A file of texts that are written as JSON strings already, between their quotes and with {@code ","} between. */
    static ScriptFile list(byte[] texts) {
        return of("[\"", texts, "\"]);\n");
    }

    private static ScriptFile of(String before, byte[] content, String after) {
        String name = nameOf(content);
        ByteWriter script = new ByteWriter(content.length + 64);
        script.ascii("backfileSearch(\"").ascii(name).ascii("\",").ascii(before);
        script.write(content).ascii(after);
        return new ScriptFile(name, script.toBytes());
    }

    /** The root script: the one file whose name says nothing of what it holds. */
    static byte[] root(byte[] content) {
        byte[] packed = new byte[AsciiPacking.packedLength(content.length)];
        AsciiPacking.pack(content, content.length, packed, 0);
        ByteWriter script = new ByteWriter(packed.length + 64);
        return script.ascii("backfileSearch(\"root\",\"")
                .write(packed)
                .ascii("\");\n")
                .toBytes();
    }

    private static String nameOf(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content), 0, NAME_BYTES);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Where a file of that name stands in the site. */
    static SitePath pathOf(String name) {
        return new SitePath("search/" + name + ".js");
    }

    /** The bytes that stand for a name in the root. */
    static byte[] nameBytes(String name) {
        return HexFormat.of().parseHex(name);
    }

    /** Appends a text as it stands inside a JSON string, which JavaScript reads the same. */
    static void quote(byte[] utf8, ByteWriter out) {
        int from = 0;
        for (int i = 0; i < utf8.length; i++) {
            int c = utf8[i];
            if (c == '"' || c == '\\' || (c >= 0 && c < 32)) {
                out.write(utf8, from, i - from);
                from = i + 1;
                out.ascii(escaped(c));
            }
        }
        out.write(utf8, from, utf8.length - from);
    }

    private static String escaped(int c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            default ->
                new String(
                        new byte[] {
                            '\\', 'u', '0', '0', (byte) ('0' + (c >> 4)), (byte) "0123456789abcdef".charAt(c & 15)
                        },
                        StandardCharsets.US_ASCII);
        };
    }
}
