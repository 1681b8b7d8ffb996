package org.backfile.source;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the archive's owner has said about the files.
 *
 * @param charsets the charset of all files below a folder, by the folder's path ({@code ""} for all); the longest
 *     folder that holds a file counts. A byte order mark in a file overrides it
 */
public record SourceSettings(SortedMap<String, Charset> charsets) {
    /** Nothing said. */
    public static final SourceSettings NONE = new SourceSettings(new TreeMap<>());

    private static final Map<String, String> ALIASES = Map.of(
            "macroman", "x-MacRoman",
            "mac-roman", "x-MacRoman",
            "macintosh", "x-MacRoman",
            "shift_jis", "windows-31j",
            "shift-jis", "windows-31j",
            "sjis", "windows-31j",
            "gb2312", "GB18030",
            "gbk", "GB18030",
            "euc-kr", "x-windows-949",
            "iso-8859-1", "windows-1252");

    public SourceSettings {
        SortedMap<String, Charset> stripped = new TreeMap<>();
        charsets.forEach((folder, charset) -> stripped.put(withoutEndSlash(folder), charset));
        charsets = Collections.unmodifiableSortedMap(stripped);
    }

    /**
     * The charset that people mean by a name: the JDK's names and aliases, with the larger sets that are in use under
     * the smaller one's name (windows-31j for Shift_JIS, windows-1252 for ISO-8859-1), and MacRoman. Empty where there
     * is none.
     */
    public static Optional<Charset> charsetNamed(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        try {
            return lower.equals("us-ascii")
                    ? Optional.of(StandardCharsets.UTF_8)
                    : Optional.of(Charset.forName(ALIASES.getOrDefault(lower, lower)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /** The charset declared for the file of that path. */
    Optional<Charset> declaredFor(String path) {
        if (charsets.isEmpty()) {
            return Optional.empty();
        }
        for (String at = path; !at.isEmpty(); at = parent(at)) {
            Charset declared = charsets.get(at);
            if (declared != null) {
                return Optional.of(declared);
            }
        }
        return Optional.ofNullable(charsets.get(""));
    }

    /** The folder or container that holds {@code path}; a container's own path is one step of its own. */
    private static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : withoutEndSlash(path.substring(0, slash));
    }

    private static String withoutEndSlash(String folder) {
        int end = folder.length();
        while (end > 0 && (folder.charAt(end - 1) == '/' || folder.charAt(end - 1) == '!')) {
            end--;
        }
        return folder.substring(0, end);
    }
}
