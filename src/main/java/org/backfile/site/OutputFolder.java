package org.backfile.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Decides whether a folder may be written to: never where files could be lost that are not ours. */
final class OutputFolder {
    /** Kept in a fresh folder by version control, file managers and file systems; they hold nobody's work. */
    private static final Set<String> HARMLESS = Set.of(
            ".git", ".gitignore", ".gitattributes", ".gitkeep", ".DS_Store", "Thumbs.db", "desktop.ini", "lost+found");

    private OutputFolder() {}

    /**
     * The real place of {@code folder}, symbolic links resolved; it need not exist.
     *
     * @throws Refusal where the site must not be written there
     */
    static Path checked(Path folder, List<Path> sources, Path home) {
        try {
            Path real = real(folder);
            refuseSystemPlaces(real, home);
            for (Path source : sources) {
                refuseOverlap(real, real(source));
            }
            return real;
        } catch (IOException e) {
            throw Refusal.ofDisk(folder, "used as output", e);
        }
    }

    private static void refuseSystemPlaces(Path real, Path home) throws IOException {
        if (real.getParent() == null) {
            throw new Refusal("The output " + real + " is the root of the disk: choose a folder of its own with -o.");
        }
        if (real(home).startsWith(real)) {
            throw new Refusal(
                    "The output " + real + " is your home folder, or holds it: choose a folder of its own with -o.");
        }
        if (Files.exists(real, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(real, LinkOption.NOFOLLOW_LINKS)) {
            throw new Refusal("The output " + real + " is a file: choose a folder with -o.");
        }
    }

    private static void refuseOverlap(Path output, Path source) {
        if (output.equals(source)) {
            throw new Refusal("The output " + output + " is the source itself: choose another folder with -o.");
        }
        if (output.startsWith(source)) {
            throw new Refusal("The output " + output + " lies inside the source " + source
                    + ", and the next build would read its pages: choose a folder outside with -o.");
        }
        if (source.startsWith(output)) {
            throw new Refusal(
                    "The source " + source + " lies inside the output " + output + ": choose another output with -o.");
        }
    }

    /** Refuses a folder that has files in it and neither our manifest nor a journal of ours. */
    static void refuseForeign(Path output) throws IOException {
        try (Stream<Path> entries = Files.list(output)) {
            List<String> foreign = entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> !HARMLESS.contains(name) && !name.equals(Staging.NAME))
                    .sorted()
                    .limit(3)
                    .toList();
            if (!foreign.isEmpty()) {
                throw new Refusal("The output " + output + " holds files that Backfile did not write ("
                        + String.join(", ", foreign) + "): choose an empty or new folder with -o.");
            }
        } catch (NoSuchFileException e) {
            return; // to be made
        }
    }

    /** The real path of a place of which the last parts need not exist. */
    private static Path real(Path place) throws IOException {
        Path absolute = place.toAbsolutePath().normalize();
        Path existing = absolute;
        while (!Files.exists(existing, LinkOption.NOFOLLOW_LINKS)) {
            Path parent = existing.getParent();
            if (parent == null) {
                return absolute;
            }
            existing = parent;
        }
        if (!Files.exists(existing)) {
            throw new Refusal(existing + " is a symbolic link that leads nowhere: mend it, or name another place.");
        }
        return existing.toRealPath().resolve(existing.relativize(absolute)).normalize();
    }
}
