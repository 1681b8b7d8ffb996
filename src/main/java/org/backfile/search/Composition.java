package org.backfile.search;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.backfile.page.SitePath;
import org.jspecify.annotations.Nullable;

/**
 * What the segments of a layer were joined to, as it is kept on the shelf: the same segments need not be joined again.
 *
 * @param names of the files that no segment names
 * @param listing the layer's part of the root
 */
record Composition(List<String> names, byte[] listing) {
    Composition {
        names = List.copyOf(names);
    }

    /** The one kept under a key if the sink has all its files, else null. */
    static @Nullable Composition find(IndexShelf shelf, String key, IndexSink sink) {
        IndexShelf.Part part = shelf.find(key);
        if (part == null) {
            return null;
        }
        byte[] bytes = new byte[Math.toIntExact(part.size())];
        part.read(0, bytes, bytes.length);
        List<String> names = new ArrayList<>();
        int count = (bytes[0] & 0xFF) << 16 | (bytes[1] & 0xFF) << 8 | (bytes[2] & 0xFF);
        int at = 3;
        for (int i = 0; i < count; i++, at += ScriptFile.NAME_BYTES) {
            names.add(HexFormat.of().formatHex(bytes, at, at + ScriptFile.NAME_BYTES));
        }
        boolean held = names.stream().allMatch(name -> sink.holds(ScriptFile.pathOf(name)));
        return held ? new Composition(names, java.util.Arrays.copyOfRange(bytes, at, bytes.length)) : null;
    }

    byte[] toBytes() {
        ByteWriter bytes = new ByteWriter(listing.length + ScriptFile.NAME_BYTES * names.size() + 3);
        bytes.write(names.size() >> 16).write(names.size() >> 8).write(names.size());
        names.forEach(name -> bytes.write(ScriptFile.nameBytes(name)));
        return bytes.write(listing).toBytes();
    }

    /** Joins parts, and notes what files that gives. */
    static Composition of(IndexSizes sizes, boolean recent, IndexSink sink, List<SegmentPart> parts) {
        Set<String> names = new ConcurrentSkipListSet<>();
        IndexSink noting = new IndexSink() {
            @Override
            public boolean holds(SitePath file) {
                names.add(ScriptFile.nameOf(file));
                return sink.holds(file);
            }

            @Override
            public void put(SitePath file, byte[] bytes) {
                sink.put(file, bytes);
            }
        };
        byte[] listing = IndexComposer.compose(sizes, recent, noting, parts);
        return new Composition(List.copyOf(names), listing);
    }
}
