package org.backfile.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.backfile.page.SitePath;

/** A folder on another machine, reached by the user's own {@code rsync} or {@code sftp}, with the user's own keys. */
final class CopyingProgramTarget implements Target {
    private static final byte[] NOTHING = {};

    /** rsync: some files were not there. */
    private static final int RSYNC_PARTIAL = 23;

    private static final int RSYNC_MISSING = 24;

    /** ssh and sftp: no connection; rsync: the protocol's stream broke off, or no answer came. */
    private static final Set<Integer> BROKEN_CONNECTION = Set.of(255, 12, 30);

    private final Kind kind;
    private final Backoff backoff;
    private final List<String> program;
    private final String host;
    private final String folder;
    private final Programs programs;
    private final Path scratch;

    /** The programs that can be used. */
    enum Kind {
        RSYNC,
        SFTP
    }

    /**
     * A folder that a program reaches.
     *
     * @param program its name, with options where it needs them
     * @param host {@code user@host}; empty for a folder of this machine
     * @param folder the folder there
     */
    CopyingProgramTarget(
            Kind kind, List<String> program, String host, String folder, Path workingFolder, Backoff backoff)
            throws PublishFailure {
        this.kind = kind;
        this.backoff = backoff;
        this.program = List.copyOf(program);
        this.host = host;
        this.folder = folder.endsWith("/") ? folder : folder + "/";
        this.programs = new Programs(workingFolder, Map.of("LC_ALL", "C.UTF-8"));
        try {
            this.scratch = Files.createTempDirectory("backfile-copy");
        } catch (IOException e) {
            throw new PublishFailure("a temporary folder could not be made: " + Reasons.of(e), e);
        }
    }

    /**
     * The target at a place.
     *
     * @param place {@code user@host:/path}; for rsync also a plain folder
     */
    static CopyingProgramTarget of(Kind kind, String place, Path workingFolder, Backoff backoff) throws PublishFailure {
        int colon = place.indexOf(':');
        if (place.startsWith("-") || (kind == Kind.SFTP && colon < 1) || place.isEmpty()) {
            throw new PublishFailure("“" + place + "” names no place – write user@host:/path");
        }
        String program = kind == Kind.RSYNC ? "rsync" : "sftp";
        String host = colon < 0 ? "" : place.substring(0, colon);
        return new CopyingProgramTarget(
                kind, List.of(program), host, place.substring(colon + 1), workingFolder, backoff);
    }

    @Override
    public String name() {
        return (kind == Kind.RSYNC ? "rsync:" : "sftp:")
                + Programs.hidden(host.isEmpty() ? folder : host + ":" + folder);
    }

    private String destination() {
        return host.isEmpty() ? folder : host + ":" + folder;
    }

    @Override
    public Optional<byte[]> read(SitePath path) throws PublishFailure {
        Path copy = scratch.resolve("read-" + path.value().replace('/', '_'));
        Programs.Outcome outcome = kind == Kind.RSYNC
                ? programs.run(NOTHING, line("-q", "--", destination() + path, copy.toString()))
                : sftp("-get " + quoted(folder + path) + " " + quoted(copy.toString()) + "\n");
        boolean absent = kind == Kind.RSYNC
                && (outcome.code() == RSYNC_PARTIAL || outcome.code() == RSYNC_MISSING)
                && outcome.error().contains("No such file");
        if (outcome.code() != 0 && !absent) {
            throw new PublishFailure(name() + " can't be read: " + outcome.reason());
        }
        try {
            return Files.exists(copy) ? Optional.of(Files.readAllBytes(copy)) : Optional.empty();
        } catch (IOException e) {
            throw new PublishFailure(copy + " could not be read: " + Reasons.of(e), e);
        }
    }

    @Override
    public boolean holds(SitePath path, String digest) {
        return false;
    }

    @Override
    public void send(Path site, List<Shipment> files, Progress progress) throws PublishFailure {
        if (kind == Kind.RSYNC) {
            List<SitePath> paths = files.stream().map(Shipment::path).toList();
            byte[] names = names(paths);
            // modes and times are the target's own; -I because equal size and time prove nothing
            retried(() -> programs.run(names, rsync("-I", "--chmod=D755,F644", "-p", "--mkpath", site + "/")));
        } else {
            String batch = sftpPuts(site, files);
            retried(() -> sftp(batch));
        }
        files.forEach(file -> progress.done(file.path(), file.size()));
    }

    private List<String> rsync(String... arguments) {
        List<String> line = line("-q", "--files-from=-", "--from0");
        line.addAll(List.of(arguments));
        line.add(line.size() - 1, "--");
        line.add(destination());
        return line;
    }

    private List<String> line(String... arguments) {
        List<String> line = new ArrayList<>(program);
        line.addAll(List.of(arguments));
        return line;
    }

    private static byte[] names(List<SitePath> paths) {
        StringBuilder names = new StringBuilder();
        paths.forEach(path -> names.append(path).append('\0'));
        return names.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Each file goes beside its place and is then renamed, which sftp does in one step where the server can. */
    private String sftpPuts(Path site, List<Shipment> files) {
        StringBuilder batch = new StringBuilder();
        Set<String> folders = new TreeSet<>();
        for (Shipment file : files) {
            String path = folder + file.path();
            for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
                folders.add(path.substring(0, slash));
            }
        }
        folders.forEach(name -> batch.append("-mkdir ").append(quoted(name)).append('\n'));
        String copying = quoted(folder + ".backfile-copying");
        for (Shipment file : files) {
            Path from = site.resolve(file.path().value()).toAbsolutePath();
            batch.append("put ")
                    .append(quoted(from.toString()))
                    .append(' ')
                    .append(copying)
                    .append('\n');
            batch.append("rename ")
                    .append(copying)
                    .append(' ')
                    .append(quoted(folder + file.path()))
                    .append('\n');
        }
        return batch.toString();
    }

    @Override
    public void delete(List<SitePath> files, Progress progress) throws PublishFailure {
        if (kind == Kind.RSYNC) {
            Path nothing = scratch.resolve("nothing");
            try {
                Files.createDirectories(nothing);
            } catch (IOException e) {
                throw new PublishFailure("a temporary folder could not be made: " + Reasons.of(e), e);
            }
            byte[] names = names(files);
            retried(() -> programs.run(names, rsync("--delete-missing-args", nothing + "/")));
        } else {
            StringBuilder batch = new StringBuilder();
            files.forEach(
                    path -> batch.append("-rm ").append(quoted(folder + path)).append('\n'));
            retried(() -> sftp(batch.toString()));
        }
        files.forEach(path -> progress.done(path, 0));
    }

    private Programs.Outcome sftp(String batch) throws PublishFailure {
        List<String> line = line("-q", "-b", "-");
        if (!host.isEmpty()) {
            line.addAll(List.of("--", host));
        }
        return programs.run(batch.getBytes(StandardCharsets.UTF_8), line);
    }

    private interface Run {
        Programs.Outcome once() throws PublishFailure;
    }

    /** A connection that breaks is tried again after a wait; everything else is for the user to mend. */
    private void retried(Run run) throws PublishFailure {
        Programs.Outcome outcome = backoff.run(name(), () -> {
            Programs.Outcome once = run.once();
            if (BROKEN_CONNECTION.contains(once.code())) {
                throw new IOException(once.reason());
            }
            return once;
        });
        if (outcome.code() != 0) {
            throw new PublishFailure(name() + ": " + outcome.reason()
                    + ". The target is readable as it is; run the same command again to go on");
        }
    }

    /** The text in quotes as sftp's batch language reads them, in which wildcards stand for themselves. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\');
            }
            quoted.append(c);
        }
        return quoted.append('"').toString();
    }

    @Override
    public void close() {
        Scratch.delete(scratch);
    }
}
