package org.backfile.search;

import java.util.List;
import java.util.TreeMap;

/**
 * The root of the index, all that a page reads before it knows the query: the version; the segments in order, each with its layer, its documents and its files of headlines; the years with their documents; and of
 * each layer what {@link IndexComposer} tells of it.
 */
final class RootScript {
    static final int VERSION = 5;

    private RootScript() {}

    static byte[] of(List<SegmentPart.Head> segments, List<Boolean> recent, List<Composition> layers) {
        ByteWriter root = new ByteWriter(1 << 15);
        root.number(VERSION).number(segments.size());
        for (int i = 0; i < segments.size(); i++) {
            root.number(recent.get(i) ? 1 : 0);
            writeSegment(root, segments.get(i));
        }
        writeYears(root, segments);
        layers.forEach(layer -> root.write(layer.listing()));
        return ScriptFile.root(root);
    }

    /** The segment's files of headlines, each with its documents and the day of the first. */
    private static void writeSegment(ByteWriter root, SegmentPart.Head head) {
        root.number(head.blocks().size());
        int first = 0;
        for (SegmentPart.Block block : head.blocks()) {
            root.write(ScriptFile.nameBytes(block.name()))
                    .number(block.documents())
                    .number(head.days()[first]);
            first += block.documents();
        }
    }

    private static void writeYears(ByteWriter root, List<SegmentPart.Head> segments) {
        TreeMap<Integer, Integer> years = new TreeMap<>();
        for (SegmentPart.Head head : segments) {
            for (int day : head.days()) {
                if (day != 0) {
                    years.merge(day / 372, 1, Integer::sum);
                }
            }
        }
        root.number(years.size());
        years.forEach((year, count) -> root.number(year).number(count));
    }
}
