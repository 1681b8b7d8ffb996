package org.backfile.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.backfile.page.Checksum;
import org.backfile.page.SitePath;
import org.backfile.source.Scan;
import org.backfile.source.Sha256;
import org.backfile.source.SourceEntry;
import org.jspecify.annotations.Nullable;

/**
 * The last build that was completed: what it was made from and what it said. Where all of that stands as it stood, and
 * the output too, there is nothing to do but to say it again. Source files, pictures and the files of the output are
 * taken to be the same while size, time and inode are; settings, corrections and templates are read. Costs one look at
 * each file.
 */
final class LastBuild {
    private static final SitePath FRONT = new SitePath("index.html");

    private final BuildRequest request;
    private final Path file;
    private final String inputs;

    /**
     * What a build left.
     *
     * @param manifest the checksum of that of its output: a build since may have published another site and kept nothing
     * @param looked files beside the sources that mattered to the build, or would matter if they were there
     */
    private record Outcome(BuildReport report, long manifest, List<Looked> looked) {
        static void write(Outcome outcome, RecordWriter out) {
            outcome.report.write(out);
            out.fixed(outcome.manifest);
            out.number(outcome.looked.size());
            for (Looked at : outcome.looked) {
                out.string(at.path)
                        .number(at.stamp.size())
                        .fixed(at.stamp.modified())
                        .number(at.stamp.fileKey());
            }
        }

        static Outcome read(RecordReader in, Path index) {
            BuildReport report = BuildReport.read(in, index);
            long manifest = in.fixed();
            List<Looked> looked = new ArrayList<>();
            for (int left = in.count(); left > 0; left--) {
                looked.add(new Looked(in.string(), new FileStamp(in.number(), in.fixed(), in.small())));
            }
            return new Outcome(report, manifest, looked);
        }
    }

    /** A file and what it looked like. */
    record Looked(String path, FileStamp stamp) {
        static Looked at(Path file) {
            return new Looked(file.toString(), FileStamp.of(file));
        }
    }

    private LastBuild(BuildRequest request, String inputs) {
        this.request = request;
        this.file = request.store().resolve("last-build.table");
        this.inputs = inputs;
    }

    /** The last build, as seen from one of this request and these files. */
    static LastBuild of(BuildRequest request, Scan scan) {
        try {
            return new LastBuild(request, Long.toHexString(inputs(request, scan)));
        } catch (IOException e) {
            throw Refusal.ofDisk(request.templates(), "read", e);
        }
    }

    private static long inputs(BuildRequest request, Scan scan) throws IOException {
        StringBuilder text = new StringBuilder();
        text.append(Program.stamp()).append(request.report()).append(request.compress());
        text.append(request.hasReaders());
        request.sources().forEach(source -> text.append('\n').append(source.toAbsolutePath()));
        text.append('\n').append(request.output().toAbsolutePath());
        for (Path settings : request.settingsFiles()) {
            text.append('\n').append(settings.toAbsolutePath()).append(' ').append(digestOf(settings));
        }
        text.append('\n').append(Sha256.ofTree(request.templates()));
        text.append('\n').append(scan.notRead()).append(scan.problems());
        Checksum all = new Checksum().add(text.toString());
        for (SourceEntry entry : scan.entries()) {
            all.add(entry.path()).add(entry.size()).add(entry.modifiedNanos()).add(entry.fileKey());
        }
        return all.value();
    }

    private static @Nullable Sha256 digestOf(Path settings) throws IOException {
        return Files.exists(settings) ? Sha256.of(Files.readAllBytes(settings)) : null;
    }

    /**
     * What the last build reported, if this one would have nothing to do; else null.
     *
     * @param output as it stands
     */
    @Nullable
    BuildReport repeated(Supplier<OutputMemory> output) {
        if (request.verify() || Files.exists(request.output().resolve(Staging.NAME))) {
            return null;
        }
        Path index = request.output().resolve(FRONT.value());
        List<Outcome> last =
                TableFile.read(file, inputs, in -> Outcome.read(in, index)).rows();
        if (last.isEmpty()) {
            return null;
        }
        Outcome outcome = last.get(0);
        boolean same = outcome.looked().stream().allMatch(at -> at.equals(Looked.at(Path.of(at.path()))));
        return same && standsAsLeft(output.get(), outcome) ? outcome.report() : null;
    }

    private static boolean standsAsLeft(OutputMemory output, Outcome outcome) {
        return output.stands() && Checksum.of(output.manifest()) == outcome.manifest();
    }

    /**
     * Remembers a build that is complete.
     *
     * @param manifest the checksum of that of its output
     * @param looked files beside the sources that it looked at, as they were before
     */
    void keep(BuildReport report, long manifest, Collection<Looked> looked) {
        TableFile.write(
                file,
                inputs,
                List.of(),
                List.of(new Outcome(report.ofNextBuild(), manifest, List.copyOf(looked))),
                Outcome::write,
                new Disk());
    }
}
