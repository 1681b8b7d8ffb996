package org.backfile.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.backfile.page.SitePath;
import org.backfile.source.Sha256;

/**
 * The list of files with their SHA-256 in the format of {@code sha256sum -c}: 64 digits, two spaces, path, LF; UTF-8,
 * sorted by path (by UTF-16 unit).
 */
final class Manifest {
    /** Its place in the output. It does not name itself. */
    static final SitePath PATH = new SitePath("manifest-sha256.txt");

    private static final int PATH_OFFSET = 66;

    private Manifest() {}

    /** The bytes of the manifest in an output; none where there is none. */
    static byte[] read(Path folder) throws IOException {
        try {
            return Files.readAllBytes(folder.resolve(PATH.value()));
        } catch (NoSuchFileException e) {
            return new byte[0];
        }
    }

    /** The manifest of {@code holdings}, given in any order. */
    static byte[] bytes(Collection<Holding> holdings) {
        return bytesOfSorted(
                holdings.stream().sorted(Comparator.comparing(Holding::path)).toList());
    }

    /** The manifest of holdings that are sorted already. */
    static byte[] bytesOfSorted(List<Holding> sorted) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(128 * sorted.size());
        byte[] digest = new byte[PATH_OFFSET];
        digest[64] = ' ';
        digest[65] = ' ';
        for (Holding holding : sorted) {
            holding.sha256().writeHex(digest, 0);
            out.writeBytes(digest);
            out.writeBytes(holding.path().value().getBytes(StandardCharsets.UTF_8));
            out.write('\n');
        }
        return out.toByteArray();
    }

    /**
     * Reads a manifest, its files in its own order.
     *
     * @throws IllegalArgumentException at a line that is not of a manifest or names a path outside the site
     */
    static List<Holding> parse(byte[] bytes) {
        List<Holding> holdings = new ArrayList<>();
        int start = 0;
        while (start < bytes.length) {
            int end = start;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            holdings.add(line(bytes, start, end));
            start = end + 1;
        }
        return holdings;
    }

    /** Whether it is that of a site: others write manifests of this name too, BagIt for one. */
    static boolean isOfSite(List<Holding> holdings) {
        return holdings.stream().anyMatch(holding -> holding.path().value().equals("index.html"));
    }

    private static Holding line(byte[] bytes, int start, int end) {
        int pathStart = start + PATH_OFFSET;
        if (end <= pathStart || bytes[pathStart - 2] != ' ') {
            throw new IllegalArgumentException("a line without digest and path");
        }
        String path = new String(bytes, pathStart, end - pathStart, StandardCharsets.UTF_8);
        return Holding.unseen(new SitePath(path), Sha256.ofHex(bytes, start));
    }
}
