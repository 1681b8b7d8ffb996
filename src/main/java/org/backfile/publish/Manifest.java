package org.backfile.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.backfile.page.SitePath;
import org.jspecify.annotations.Nullable;

/**
 * The files that a build wrote to a site with the SHA-256 of each, as {@code manifest-sha256.txt} lists them: 64
 * lower-case digits, two spaces, the path, LF. It does not name itself. About 300 bytes a file in memory.
 *
 * @param digests sorted by path
 */
public record Manifest(SortedMap<SitePath, String> digests) {
    /** The manifest's own place in a site. */
    public static final SitePath PATH = new SitePath("manifest-sha256.txt");

    /** The manifest of a target that nothing was ever published to. */
    public static final Manifest EMPTY = new Manifest(new TreeMap<>());

    private static final int DIGITS = 64;
    private static final int PATH_OFFSET = DIGITS + 2;

    public Manifest {
        digests = Collections.unmodifiableSortedMap(new TreeMap<>(digests));
    }

    /** The manifest that stands in the folder of a site. */
    public static Manifest of(Path site) throws PublishFailure {
        return read(site.resolve(PATH.value()));
    }

    /** Reads a manifest's file. */
    public static Manifest read(Path file) throws PublishFailure {
        try {
            return parse(Files.readAllBytes(file), file.toString());
        } catch (NoSuchFileException e) {
            throw new PublishFailure(file + " is not there – build the site first, or name its folder", e);
        } catch (IOException e) {
            throw new PublishFailure(file + " could not be read: " + Reasons.of(e), e);
        }
    }

    /**
     * The manifest that {@code bytes} spell.
     *
     * @param name what the failure's sentence calls it
     */
    public static Manifest parse(byte[] bytes, String name) throws PublishFailure {
        TreeMap<SitePath, String> digests = new TreeMap<>();
        int number = 1;
        for (String line : lines(bytes)) {
            SitePath path = path(line);
            if (path == null || digests.put(path, line.substring(0, DIGITS)) != null) {
                throw new PublishFailure(name + ":" + number
                        + ":1: not a line of a manifest (64 hexadecimal digits, two spaces, a path inside the site,"
                        + " each once) – build the site again");
            }
            number++;
        }
        return new Manifest(digests);
    }

    private static List<String> lines(byte[] bytes) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                lines.add(new String(bytes, start, i - start, StandardCharsets.UTF_8));
                start = i + 1;
            }
        }
        if (start < bytes.length) {
            lines.add(new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8));
        }
        return lines;
    }

    private static @Nullable SitePath path(String line) {
        if (line.length() <= PATH_OFFSET || !line.startsWith("  ", DIGITS)) {
            return null;
        }
        for (int i = 0; i < DIGITS; i++) {
            char c = line.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return null;
            }
        }
        String path = line.substring(PATH_OFFSET);
        boolean plain = path.chars().noneMatch(c -> c < ' ' || c == 127)
                && !("/" + path + "/").contains("//")
                && !("/" + path + "/").contains("/./")
                && !path.equals(PATH.value());
        try {
            return plain ? new SitePath(path) : null;
        } catch (IllegalArgumentException e) {
            return null; // outside the site, or too long
        }
    }

    /** The bytes of the file. */
    public byte[] bytes() {
        StringBuilder text = new StringBuilder(128 * digests.size());
        for (Map.Entry<SitePath, String> file : digests.entrySet()) {
            text.append(file.getValue()).append("  ").append(file.getKey()).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Whether the manifest names {@code path}. */
    public boolean names(SitePath path) {
        return digests.containsKey(path);
    }
}
