package org.backfile.site;

import java.util.TreeMap;
import org.backfile.article.ReadingSettings;
import org.backfile.page.PageSettings;
import org.backfile.publish.PublishSettings;
import org.backfile.source.SourceSettings;

/**
 * What {@code backfile.yaml} says, a record for each stage that has something to be told.
 *
 * @param source for decoding
 * @param reading for reading articles
 * @param page for the pages
 * @param publish for the hosts
 */
record ArchiveSettings(SourceSettings source, ReadingSettings reading, PageSettings page, PublishSettings publish) {

    /** Stands for the program and for all settings that the reading of files depends on. */
    String readingVersion() {
        return Program.identity()
                + " " + source.charsets()
                + " " + reading.language()
                + " " + reading.latestDate()
                + " " + new TreeMap<>(reading.fieldNames())
                + " " + new TreeMap<>(reading.publications())
                + " " + new TreeMap<>(reading.languages());
    }
}
