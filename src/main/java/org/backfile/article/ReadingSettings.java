package org.backfile.article;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of an archive has said about its texts. Folders are paths relative to the sources; a setting holds for
 * a folder and all below it, the nearest one wins. Immutable.
 *
 * @param language that of articles whose own is not clear, as a BCP 47 tag; or null
 * @param latestDate no article is younger; a later date is a mistake. Null where there is no such limit
 * @param fieldNames from a column's or key's name in the input, in lower case, to the field it means
 *     ({@code headline}, {@code body}, {@code date} …)
 * @param publications the publication's name of each folder
 * @param languages the language of each folder's articles, as a BCP 47 tag; it counts more than what the text shows
 */
public record ReadingSettings(
        @Nullable String language,
        @Nullable ArticleDate latestDate,
        Map<String, String> fieldNames,
        Map<String, String> publications,
        Map<String, String> languages) {
    public ReadingSettings {
        fieldNames = Map.copyOf(fieldNames);
        publications = Map.copyOf(new TreeMap<>(publications));
        languages = Map.copyOf(new TreeMap<>(languages));
    }

    /** Nothing said. */
    public static ReadingSettings defaults() {
        return new ReadingSettings(null, null, Map.of(), Map.of(), Map.of());
    }

    /** The publication set for the file's folder or the nearest one above, or null. */
    @Nullable
    String publicationOf(String path) {
        return nearest(publications, path);
    }

    /** The language set for the file's folder or the nearest one above, or null. */
    @Nullable
    String languageOf(String path) {
        return nearest(languages, path);
    }

    private static @Nullable String nearest(Map<String, String> byFolder, String path) {
        if (byFolder.isEmpty()) {
            return null;
        }
        String folder = path;
        while (!folder.isEmpty()) {
            int slash = folder.lastIndexOf('/');
            folder = slash < 0 ? "" : folder.substring(0, slash);
            String set = byFolder.get(folder);
            if (set != null) {
                return set;
            }
        }
        return null;
    }
}
