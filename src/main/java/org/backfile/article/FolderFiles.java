package org.backfile.article;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The files of one folder, those of folders below left out. Not safe for use by several threads while files are added. */
final class FolderFiles {
    private final List<Supplier<FileFacts>> facts = new ArrayList<>();
    private long key;

    /** What the files of a folder tell about themselves: how many texts they hold, and which labels stand in them. */
    record Told(long key, int texts, SectionSum labels) {}

    void add(long ofFile, Supplier<FileFacts> told) {
        key += ofFile;
        facts.add(told);
    }

    /** Stands for all of the files, in any order. */
    long key() {
        return key;
    }

    Told told() {
        int texts = 0;
        SectionSum labels = new SectionSum();
        for (Supplier<FileFacts> each : facts) {
            FileFacts ofFile = each.get();
            texts += ofFile.texts();
            labels.add(ofFile);
        }
        return new Told(key, texts, labels);
    }

    void addTo(FolderSum sum) {
        facts.forEach(each -> sum.add(each.get()));
    }
}
