package org.backfile.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The names that files and sources have in paths. */
final class SourceNames {
    private SourceNames() {}

    /** The sources' real paths, in their order, without those that lie inside another one or are given twice. */
    static List<Path> distinctRoots(List<Path> sources) throws IOException {
        List<Path> real = new ArrayList<>();
        for (Path source : sources) {
            Path root = source.toRealPath();
            if (!real.contains(root)) {
                real.add(root);
            }
        }
        return real.stream()
                .filter(root -> real.stream().noneMatch(other -> !other.equals(root) && root.startsWith(other)))
                .toList();
    }

    /**
     * What the paths of each source begin with: nothing for a single folder, the name for a single file, else the
     * shortest tails of their paths of which none is, or begins, another.
     */
    static List<String> prefixes(List<Path> roots) {
        int count = roots.size();
        int[] depths = new int[count];
        for (int i = 0; i < count; i++) {
            depths[i] = count > 1 || java.nio.file.Files.isRegularFile(roots.get(i)) ? 1 : 0;
        }
        if (count < 2) {
            return count == 0 ? List.of() : List.of(tail(roots.get(0), depths[0]));
        }
        boolean grown = true;
        while (grown) {
            grown = false;
            boolean[] unclear = unclear(roots, depths);
            for (int i = 0; i < count; i++) {
                if (unclear[i] && depths[i] < roots.get(i).getNameCount()) {
                    depths[i]++;
                    grown = true;
                }
            }
        }
        List<String> prefixes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            prefixes.add(tail(roots.get(i), depths[i]));
        }
        return prefixes;
    }

    private static boolean[] unclear(List<Path> roots, int[] depths) {
        boolean[] unclear = new boolean[depths.length];
        for (int i = 0; i < depths.length; i++) {
            for (int j = 0; j < depths.length; j++) {
                String one = tail(roots.get(i), depths[i]) + "/";
                String other = tail(roots.get(j), depths[j]) + "/";
                unclear[i] |= i != j && (one.startsWith(other) || other.startsWith(one));
            }
        }
        return unclear;
    }

    private static String tail(Path root, int names) {
        StringBuilder tail = new StringBuilder();
        Path at = root;
        for (int i = 0; i < names && at != null && at.getFileName() != null; i++) {
            tail.insert(0, i == 0 ? name(at) : name(at) + "/");
            at = at.getParent();
        }
        return tail.toString();
    }

    /**
     * The last name of a path, the same in every locale. The JDK decodes names by the locale's charset; the URI form
     * has the bytes as they are. A byte that is no UTF-8 is shown as {@code %E9}.
     */
    static String name(Path path) {
        Path last = path.getFileName();
        String name = last == null ? "" : last.toString();
        if (isAscii(name) || !path.getFileSystem().getSeparator().equals("/")) {
            return name;
        }
        String raw = path.toUri().getRawPath();
        int end = raw.endsWith("/") ? raw.length() - 1 : raw.length();
        return unescape(raw.substring(raw.lastIndexOf('/', end - 1) + 1, end));
    }

    /** Turns {@code %C3%A9} to the letter it means, and leaves what means none. */
    static String unescape(String raw) {
        byte[] bytes = new byte[raw.length()];
        int count = 0;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%') {
                bytes[count++] = (byte) Integer.parseInt(raw, i + 1, i + 3, 16);
                i += 2;
            } else {
                bytes[count++] = (byte) c;
            }
        }
        return utf8OrEscaped(bytes, count);
    }

    private static String utf8OrEscaped(byte[] bytes, int count) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, count))
                    .toString();
        } catch (CharacterCodingException e) {
            StringBuilder shown = new StringBuilder();
            for (int i = 0; i < count; i++) {
                if (bytes[i] >= 0) {
                    shown.append((char) bytes[i]);
                } else {
                    shown.append(String.format(Locale.ROOT, "%%%02X", bytes[i]));
                }
            }
            return shown.toString();
        }
    }

    private static boolean isAscii(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }
}
