package org.backfile.search;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.backfile.page.Checksum;
import org.backfile.page.SitePath;

/**
 * Files of the index: scripts of one call with one string, or with a list of strings, named by twelve hexadecimal digits of
 * a checksum of what they hold; where that is coded, of what it was before.
 */
final class ScriptFile {
    /** Half the digits of a name. */
    static final int NAME_BYTES = 6;

    /** Changes with anything that makes a file, or a segment's part, other than before of the same documents. */
    static final byte[] FORMAT = "backfile-search-8".getBytes(StandardCharsets.US_ASCII);

    /** Up to so many bytes stand in the root rather than in a file of their own: a newest article changes two files fewer. */
    private static final int MOST_IN_ROOT = 2_000;

    private ScriptFile() {}

    /** Puts a file of bytes into the sink, unless it is held there; gives its name. */
    static String put(IndexSink sink, ByteWriter content) {
        return put(sink, content, () -> content);
    }

    /** The same for bytes in a code that is made only where the file is not held; it is named by what they were {@code before}. */
    static String put(IndexSink sink, ByteWriter before, Supplier<ByteWriter> coded) {
        String name = nameOf(before);
        if (!sink.holds(pathOf(name))) {
            sink.put(pathOf(name), packed(name, coded.get()));
        }
        return name;
    }

    /**
     * Appends to a part of the root what its reader needs of a file that only one place names: the number of its bytes
     * and they themselves where they are few, else 0 and the name of the file that they are put into.
     */
    static void refer(ByteWriter root, IndexSink sink, ByteWriter content) {
        if (content.length() <= MOST_IN_ROOT) {
            root.number(content.length()).write(content.buffer(), 0, content.length());
        } else {
            root.number(0).write(nameBytes(put(sink, content)));
        }
    }

    /**
     * Puts a file of texts into the sink, unless it is held there; gives its name. The texts stand in {@code quoted} as in a
     * script, between their quotes and with {@code ","} between.
     */
    static String putList(IndexSink sink, ByteWriter quoted) {
        String name = nameOf(quoted);
        if (!sink.holds(pathOf(name))) {
            ByteWriter script = new ByteWriter(quoted.length() + 64);
            script.ascii("backfileSearch(\"").ascii(name).ascii("\",[\"");
            script.write(quoted.buffer(), 0, quoted.length()).ascii("\"]);\n");
            sink.put(pathOf(name), script.toBytes());
        }
        return name;
    }

    /** The root script: the one file whose name says nothing of what it holds. */
    static byte[] root(ByteWriter content) {
        return packed("root", content);
    }

    private static byte[] packed(String name, ByteWriter content) {
        byte[] before = ("backfileSearch(\"" + name + "\",\"").getBytes(StandardCharsets.US_ASCII);
        byte[] after = "\");\n".getBytes(StandardCharsets.US_ASCII);
        int length = AsciiPacking.packedLength(content.length());
        byte[] script = Arrays.copyOf(before, before.length + length + after.length);
        AsciiPacking.pack(content.buffer(), content.length(), script, before.length);
        System.arraycopy(after, 0, script, before.length + length, after.length);
        return script;
    }

    private static String nameOf(ByteWriter content) {
        long name = new Checksum()
                .add(FORMAT)
                .add(content.buffer(), content.length())
                .value();
        return HexFormat.of().toHexDigits(name).substring(0, 2 * NAME_BYTES);
    }

    /** Where a file of that name stands in the site. */
    static SitePath pathOf(String name) {
        return new SitePath("search/" + name + ".js");
    }

    /** The name of the file that stands there. */
    static String nameOf(SitePath path) {
        return path.value().substring("search/".length(), path.value().length() - ".js".length());
    }

    /** The bytes that stand for a name in the root. */
    static byte[] nameBytes(String name) {
        return HexFormat.of().parseHex(name);
    }
}
