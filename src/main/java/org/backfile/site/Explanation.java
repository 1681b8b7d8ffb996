package org.backfile.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.backfile.article.FileReading;
import org.backfile.article.Overrides;
import org.backfile.source.Lines;
import org.backfile.source.Problem;
import org.backfile.source.Scan;
import org.backfile.source.SourceEntry;
import org.backfile.source.SourceScan;

/**
 * What a build makes of a file.
 *
 * @param lines the decoded text
 * @param inArchive whether the file belongs to the archive; one that does not is judged alone
 */
public record Explanation(FileReading reading, Lines lines, boolean inArchive) {

    /**
     * Explains files by what the build of this archive decides. Reads the whole archive, since a folder's files
     * decide together; containers give an explanation for each file they hold.
     *
     * @throws Refusal where a file can't be read, or is of a kind that is not
     */
    public static List<Explanation> of(BuildRequest request, List<Path> files) {
        ArchiveSettings settings = SettingsFile.read(request.config(), false);
        Overrides overrides = OverridesFile.read(request.overrides());
        try (Workers workers = new Workers(request.threads());
                ReadingStore store = ReadingStore.openToLook(request.store(), settings.readingVersion())) {
            Supplier<Reading> readings =
                    () -> new Reading(settings, overrides, store, request.verify(), workers, Progress.SILENT);
            return store.mending(() -> explain(request.sources(), files, readings));
        } catch (IOException e) {
            throw new Refusal(Refusal.reason(e));
        }
    }

    private static List<Explanation> explain(List<Path> sources, List<Path> files, Supplier<Reading> readings)
            throws IOException {
        Reading reading = readings.get();
        Scan archive = scan(sources);
        Map<Path, SourceEntry> known = new HashMap<>();
        for (SourceEntry entry : archive.entries()) {
            known.put(entry.file().toRealPath(), entry);
        }
        reading.read(archive);
        List<Explanation> explained = new ArrayList<>();
        for (Path file : files) {
            SourceEntry entry = known.get(file.toRealPath());
            if (entry != null) {
                reading.explain(entry, true, explained::add);
            } else {
                Reading alone = readings.get();
                readable(file).entries().forEach(only -> alone.explain(only, false, explained::add));
            }
        }
        return explained;
    }

    private static Scan readable(Path file) throws IOException {
        Scan scan = scan(List.of(file));
        if (scan.entries().isEmpty()) {
            Problem why = scan.problems().get(0);
            throw new Refusal(file + ": " + why.message() + " – " + why.kind().hint());
        }
        return scan;
    }

    private static Scan scan(List<Path> sources) throws IOException {
        return SourceScan.scan(sources.stream().filter(Files::exists).toList());
    }
}
