package org.backfile.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.backfile.page.SitePath;

/**
 * A branch of a git repository that holds the site and nothing else, as one commit without a parent. Everything is made in
 * a temporary repository with a temporary index, so that the user's branch, index and files stay as they are; the user's
 * git settings and credentials apply. The push demands that the branch is as it was read.
 */
final class GitTarget implements Target {
    private static final byte[] NOTHING = {};

    /** What git and ssh say, in English, of connections that may work the next time. */
    private static final Pattern MAY_PASS = Pattern.compile(
            "(?i)connection (?:timed out|reset|refused|closed)|operation timed out|hung up unexpectedly|early EOF"
                    + "|RPC failed|could not resolve host|temporary failure|network is unreachable"
                    + "|returned error: (?:429|5\\d\\d)");

    /** What the temporary repository calls the one it publishes to. */
    private static final String REMOTE = "backfile-publication";

    private final String remote;
    private final String address;
    private final String branch;
    private final Backoff backoff;
    private final Path repository;
    private final Programs git;
    private final List<String> command;
    private final Map<String, String> blobs = new TreeMap<>();
    private final String earlier;

    /**
     * Opens the branch and reads what stands on it.
     *
     * @param remote a remote's name in the repository around {@code folder}, or an address
     */
    GitTarget(String remote, String branch, Path folder, Backoff backoff) throws PublishFailure {
        this.backoff = backoff;
        this.remote = remote;
        this.branch = branch;
        this.repository = temporary();
        this.git = new Programs(folder, Map.of("GIT_TERMINAL_PROMPT", "0", "LC_ALL", "C"));
        try {
            git.must("git init", NOTHING, List.of("git", "init", "-q", "--bare", repository.toString()));
            this.command = command(folder);
            this.address = address(folder);
            this.earlier = fetched();
        } catch (PublishFailure e) {
            Scratch.delete(repository);
            throw e;
        }
    }

    private static Path temporary() throws PublishFailure {
        try {
            return Files.createTempDirectory("backfile-git");
        } catch (IOException e) {
            throw new PublishFailure("a temporary folder could not be made: " + Reasons.of(e), e);
        }
    }

    /** The user's settings for the repository around the folder count too: remotes, credentials, the committer's name. */
    private List<String> command(Path folder) throws PublishFailure {
        List<String> start = new ArrayList<>(List.of("git"));
        Programs.Outcome around = git.run(NOTHING, List.of("git", "rev-parse", "--git-common-dir"));
        if (around.code() == 0) {
            Path config = folder.resolve(around.text()).resolve("config").toAbsolutePath();
            start.addAll(List.of("-c", "include.path=" + config));
        }
        start.addAll(List.of("-c", "core.bare=true", "-c", "core.hooksPath=" + repository.resolve("no-hooks")));
        start.addAll(List.of("-c", "gc.auto=0", "-c", "remote." + REMOTE + ".promisor=true"));
        start.addAll(List.of("--git-dir=" + repository));
        return start;
    }

    /** Where the remote is: the user's own remote of that name, else a folder, else the address as given. */
    private String address(Path folder) throws PublishFailure {
        Programs.Outcome named = git.run(NOTHING, List.of("git", "remote", "get-url", "--push", "--", remote));
        String found = named.code() == 0 ? named.text() : remote;
        boolean web = found.contains(":");
        return !web && Files.isDirectory(folder.resolve(found))
                ? folder.resolve(found).toAbsolutePath().normalize().toString()
                : found;
    }

    private List<String> git(String... arguments) {
        List<String> line = new ArrayList<>(command);
        line.addAll(List.of(arguments));
        return line;
    }

    /**
     * Reads the branch's commit and the names and hashes of its files; their bytes stay where they are if the server
     * allows that. Gives the commit, or "" where there is no such branch.
     */
    private String fetched() throws PublishFailure {
        Programs.Outcome listed = reaching(git("ls-remote", "--", address, "refs/heads/" + branch));
        if (listed.code() != 0) {
            throw new PublishFailure(name() + " can't be reached: " + listed.reason());
        }
        if (listed.text().isEmpty()) {
            return "";
        }
        String act = "reading " + name();
        configure("url", address);
        configure("promisor", "true");
        configure("partialclonefilter", "blob:none");
        Programs.Outcome fetched =
                reaching(git("fetch", "-q", "--depth=1", "--no-tags", "--", REMOTE, "refs/heads/" + branch));
        if (fetched.code() != 0) {
            throw new PublishFailure(act + " failed: " + fetched.reason());
        }
        String commit = git.must(act, NOTHING, git("rev-parse", "FETCH_HEAD")).text();
        String tree = git.must(act, NOTHING, git("ls-tree", "-r", "-z", commit)).output();
        for (String entry : tree.split("\0", -1)) {
            int tab = entry.indexOf('\t');
            if (tab > 0) {
                blobs.put(entry.substring(tab + 1), entry.substring(0, tab));
            }
        }
        return commit;
    }

    /** Runs a command that needs the other side, again after a wait where the connection failed. */
    private Programs.Outcome reaching(List<String> command) throws PublishFailure {
        return backoff.run("reaching " + name(), () -> {
            Programs.Outcome outcome = git.run(NOTHING, command);
            if (outcome.code() != 0 && MAY_PASS.matcher(outcome.error()).find()) {
                throw new IOException(outcome.reason());
            }
            return outcome;
        });
    }

    private void configure(String key, String value) throws PublishFailure {
        Path config = repository.resolve("config");
        git.must(
                "git config",
                NOTHING,
                List.of("git", "config", "--file", config.toString(), "remote." + REMOTE + "." + key, value));
    }

    @Override
    public String name() {
        return "git:" + Programs.hidden(remote) + "#" + branch;
    }

    @Override
    public Optional<byte[]> read(SitePath path) throws PublishFailure {
        String entry = blobs.get(path.value());
        if (entry == null) {
            return Optional.empty();
        }
        String hash = entry.substring(entry.lastIndexOf(' ') + 1);
        String text = git.must("reading " + path, NOTHING, git("cat-file", "blob", hash))
                .output();
        return Optional.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean holds(SitePath path, String digest) {
        return false;
    }

    @Override
    public boolean atomic() {
        return true;
    }

    @Override
    public void send(Path site, List<Shipment> files, Progress progress) throws PublishFailure {
        StringBuilder paths = new StringBuilder();
        for (Shipment file : files) {
            paths.append(site.resolve(file.path().value()).toAbsolutePath()).append('\n');
        }
        byte[] input = paths.toString().getBytes(StandardCharsets.UTF_8);
        List<String> hashes = git.must(
                        "git hash-object", input, git("hash-object", "-w", "--no-filters", "--stdin-paths"))
                .text()
                .lines()
                .toList();
        for (int i = 0; i < files.size(); i++) {
            blobs.put(files.get(i).path().value(), "100644 blob " + hashes.get(i));
            progress.done(files.get(i).path(), files.get(i).size());
        }
    }

    @Override
    public void delete(List<SitePath> files, Progress progress) {
        for (SitePath path : new TreeSet<>(files)) {
            blobs.remove(path.value());
            progress.done(path, 0);
        }
    }

    /** Makes the commit and pushes it. Files on the branch that are nobody's of ours stay. */
    @Override
    public void finish() throws PublishFailure {
        StringBuilder index = new StringBuilder();
        blobs.forEach(
                (path, entry) -> index.append(entry).append('\t').append(path).append('\0'));
        git.must(
                "git update-index",
                index.toString().getBytes(StandardCharsets.UTF_8),
                git("update-index", "-z", "--index-info"));
        String tree = git.must("git write-tree", NOTHING, git("write-tree", "--missing-ok"))
                .text();
        String commit = commit(tree);
        Programs.Outcome pushed = reaching(git(
                "push",
                "-q",
                "--force-with-lease=refs/heads/" + branch + ":" + earlier,
                "--",
                address,
                commit + ":refs/heads/" + branch));
        if (pushed.code() != 0) {
            throw new PublishFailure(meaning(pushed));
        }
    }

    private String commit(String tree) throws PublishFailure {
        Map<String, String> nobody = new HashMap<>();
        if (git.run(NOTHING, git("var", "GIT_COMMITTER_IDENT")).code() != 0) {
            nobody.put("user.name", "Backfile");
            nobody.put("user.email", "backfile@localhost");
        }
        List<String> line = new ArrayList<>(command);
        nobody.forEach((key, value) -> line.addAll(1, List.of("-c", key + "=" + value)));
        line.addAll(List.of("commit-tree", "--no-gpg-sign", "-m", "Publish the archive", tree));
        return git.must("git commit-tree", NOTHING, line).text();
    }

    private String meaning(Programs.Outcome pushed) {
        String error = pushed.error();
        if (error.contains("stale info") || error.contains("non-fast-forward")) {
            return name() + " was changed by somebody else meanwhile – run the same command again";
        }
        if (error.contains("Authentication failed") || error.contains("Permission denied") || error.contains("403")) {
            return name() + ": git has no right to push there – set up its credentials";
        }
        return name() + ": the push failed: " + pushed.reason();
    }

    @Override
    public void close() {
        Scratch.delete(repository);
    }
}
