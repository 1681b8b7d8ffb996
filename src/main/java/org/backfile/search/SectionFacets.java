package org.backfile.search;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The section of each document, for the counts beside the results: files of {@value #DOCUMENTS} documents, each with
 * its own list of names (as UTF-16 code units), the bits of a number, and the numbers.
 */
final class SectionFacets {
    static final int DOCUMENTS = 1 << 16;

    private SectionFacets() {}

    /** The files' contents; none where no document has a section. */
    static List<ByteWriter> of(List<SegmentPart> parts) {
        boolean any = parts.stream()
                .anyMatch(part -> part.head().sectionNames().stream().anyMatch(name -> !name.isEmpty()));
        if (!any) {
            return List.of();
        }
        List<ByteWriter> files = new ArrayList<>();
        List<String> sections = new ArrayList<>();
        for (SegmentPart part : parts) {
            for (int section : part.head().sections()) {
                sections.add(part.head().sectionNames().get(section));
                if (sections.size() == DOCUMENTS) {
                    files.add(file(sections));
                    sections.clear();
                }
            }
        }
        if (!sections.isEmpty()) {
            files.add(file(sections));
        }
        return files;
    }

    private static ByteWriter file(List<String> sections) {
        TreeMap<String, Integer> numbers = new TreeMap<>();
        sections.forEach(section -> numbers.put(section, 0));
        ByteWriter file = new ByteWriter(sections.size());
        file.number(numbers.size());
        int next = 0;
        for (var entry : numbers.entrySet()) {
            file.text(entry.getKey(), 0);
            entry.setValue(next++);
        }
        int width = 32 - Integer.numberOfLeadingZeros(numbers.size() - 1);
        file.number(sections.size()).number(width);
        BitWriter bits = new BitWriter();
        sections.forEach(section -> bits.write(numbers.getOrDefault(section, 0), width));
        return file.write(bits.buffer(), 0, bits.byteLength());
    }
}
