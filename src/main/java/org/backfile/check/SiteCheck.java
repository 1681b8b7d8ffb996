package org.backfile.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.backfile.page.SitePath;
import org.backfile.publish.Manifest;
import org.backfile.publish.PublishFailure;
import org.jspecify.annotations.Nullable;

/**
 * The check of a built site. Reads every file once, several at a time, and follows every reference; nothing is fetched
 * and nothing written.
 *
 * <p>Time is linear in the bytes of the site. In memory stay eight bytes a link and an anchor, and the pages' paths.
 */
public final class SiteCheck {
    /** Files read before their references are followed: enough to keep the threads busy. */
    private static final int BATCH = 512;

    private static final String START = "index.html";
    private static final String REDIRECTS = "_redirects";

    private final CheckRequest request;
    private final Findings findings = new Findings();
    private final SortedMap<String, Long> outside = new TreeMap<>();
    private final SortedMap<String, Long> onDisk = new TreeMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Integer, String> forwards = new HashMap<>();
    private final Set<Integer> former = new HashSet<>();
    private final List<Anchored> anchored = new ArrayList<>();
    private String[] paths = {};
    private @Nullable Anchors[] anchors = {};
    private LinkGraph graph = new LinkGraph(0);
    private String base = "";
    private long links;
    private long pages;

    private SiteCheck(CheckRequest request) {
        this.request = request;
    }

    /** A link to a place inside a page, followed when all pages have been read. */
    private record Anchored(String from, int line, int column, int target, String fragment) {}

    /**
     * Checks the site.
     *
     * @throws PublishFailure where there is no site to check, or the earlier manifest can't be read
     */
    public static CheckReport run(CheckRequest request) throws PublishFailure {
        return new SiteCheck(request).run();
    }

    private CheckReport run() throws PublishFailure {
        Manifest manifest = Manifest.of(request.site());
        Manifest earlier = request.against() == null ? Manifest.EMPTY : Manifest.read(request.against());
        scan();
        long bytes = compare(manifest);
        number(manifest);
        readAll(manifest);
        followAnchors();
        findOrphans();
        checkRows();
        List<OldAddress> addresses = earlier.digests().keySet().stream()
                .map(SitePath::value)
                .filter(path -> path.endsWith(".html"))
                .map(this::fate)
                .toList();
        return new CheckReport(
                paths.length, bytes, pages, links, findings.sorted(), findings.counts(), outside, addresses);
    }

    /** Notes what stands in the folder. What version control keeps there is not the site. */
    private void scan() throws PublishFailure {
        Path site = request.site();
        try {
            Files.walkFileTree(site, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return folder.endsWith(".git") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    String path = site.relativize(file).toString().replace('\\', '/');
                    onDisk.put(path, attributes.isRegularFile() ? attributes.size() : -1);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new PublishFailure(site + " can't be read as a folder – is it the output of a build?", e);
        }
    }

    /** Compares names with the manifest, and counts for the host; gives the bytes in all. */
    private long compare(Manifest manifest) {
        HostFit fit = new HostFit(request.host());
        Map<String, String> folded = new HashMap<>();
        long bytes = 0;
        for (SitePath path : manifest.digests().keySet()) {
            String name = path.value();
            Long size = onDisk.get(name);
            if (size == null || size < 0) {
                findings.add(Finding.of(
                        FindingKind.MISSING_FILE, name, "manifest-sha256.txt names this file, and it is not there"));
            } else {
                bytes += size;
                fit.add(name, size);
            }
            checkName(name, folded);
        }
        fit.add(Manifest.PATH.value(), manifest.bytes().length);
        if (manifest.names(new SitePath(REDIRECTS))) {
            fit.redirects(text(REDIRECTS));
        }
        findings.addAll(fit.findings());
        for (String path : onDisk.keySet()) {
            if (!path.equals(Manifest.PATH.value()) && !manifest.names(new SitePath(shortened(path)))) {
                findings.add(Finding.of(FindingKind.STRANGER, path, "the build did not write this file"));
            }
        }
        return bytes;
    }

    /** A path longer than a site's can be is a stranger under any name. */
    private static String shortened(String path) {
        return path.length() > 200 ? path.substring(0, 200) : path;
    }

    private String text(String path) {
        try {
            return new String(Files.readAllBytes(request.site().resolve(path)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return ""; // told as missing or unreadable elsewhere
        }
    }

    private void checkName(String path, Map<String, String> folded) {
        String twin = folded.put(path.toLowerCase(Locale.ROOT), path);
        if (twin != null) {
            findings.add(Finding.of(
                    FindingKind.PATH,
                    path,
                    "differs from " + twin + " in case only; Windows and macOS hold one of them"));
        }
        if (path.chars().anyMatch(c -> "<>:\"|?*".indexOf(c) >= 0)) {
            findings.add(Finding.of(FindingKind.PATH, path, "Windows can't hold a name with one of < > : \" | ? *"));
        }
    }

    private void number(Manifest manifest) {
        paths = manifest.digests().keySet().stream().map(SitePath::value).toArray(String[]::new);
        for (int i = 0; i < paths.length; i++) {
            numbers.put(paths[i], i);
        }
        anchors = new Anchors[paths.length];
        graph = new LinkGraph(paths.length);
    }

    private void readAll(Manifest manifest) {
        FileReader reader = new FileReader(request.site());
        String[] digests = manifest.digests().values().toArray(String[]::new);
        findBase(reader, manifest);
        for (int start = 0; start < paths.length; start += BATCH) {
            int end = Math.min(paths.length, start + BATCH);
            FileReading[] batch = IntStream.range(start, end)
                    .parallel()
                    .mapToObj(i -> onDisk.containsKey(paths[i])
                            ? reader.read(paths[i], digests[i])
                            : new FileReading(null, List.of(), List.of()))
                    .toArray(FileReading[]::new);
            for (int i = start; i < end; i++) {
                take(i, batch[i - start]);
            }
        }
    }

    /** A site that knows its own address writes it into its front page; links that begin with it are links inside. */
    private void findBase(FileReader reader, Manifest manifest) {
        String digest = manifest.digests().get(new SitePath(START));
        if (digest == null || !onDisk.containsKey(START)) {
            findings.add(Finding.of(FindingKind.MISSING_FILE, START, "a site begins with this page"));
            return;
        }
        PageReading page = reader.read(START, digest).page();
        String canonical = page == null ? null : page.canonical();
        if (canonical != null && SiteUrl.of(START, canonical).kind() == SiteUrl.Kind.OUTSIDE) {
            base = canonical.endsWith(START) ? canonical.substring(0, canonical.length() - START.length()) : canonical;
        }
    }

    private void take(int file, FileReading reading) {
        findings.addAll(reading.findings());
        for (String url : reading.loads()) {
            follow(file, new PageReading.Reference(url, true, 0, 0));
        }
        PageReading page = reading.page();
        if (page == null) {
            return;
        }
        pages++;
        findings.addAll(page.findings());
        anchors[file] = page.anchors();
        if (page.forwards() != null) {
            forwards.put(file, page.forwards());
        }
        if (page.former()) {
            former.add(file);
        }
        page.references().forEach(reference -> follow(file, reference));
    }

    private void follow(int file, PageReading.Reference reference) {
        links++;
        SiteUrl url = resolved(paths[file], reference.url());
        switch (url.kind()) {
            case INSIDE -> inside(file, reference, url);
            case OUTSIDE -> outside(file, reference, url);
            case ELSEWHERE -> {}
            case ROOTED ->
                broken(file, reference, "begins at the server's root, and fails on disk or under a sub-path");
            case ABOVE -> broken(file, reference, "leads above the site");
            case SCRIPT ->
                findings.add(at(
                        FindingKind.INLINE_CODE, file, reference, "the link “" + reference.url() + "” runs a script"));
            case SPOILT -> broken(file, reference, "is not a URL: its percent signs don't begin UTF-8");
        }
    }

    private SiteUrl resolved(String from, String url) {
        boolean own = !base.isEmpty() && url.startsWith(base);
        String inner = own ? url.substring(base.length()) : url;
        return own ? SiteUrl.of(START, inner.isEmpty() ? START : inner) : SiteUrl.of(from, url);
    }

    private void inside(int file, PageReading.Reference reference, SiteUrl url) {
        Integer target = numbers.get(url.path());
        if (target == null) {
            if (!url.path().equals(Manifest.PATH.value())) {
                broken(file, reference, why(url.path()));
            }
            return;
        }
        graph.link(file, target);
        if (!url.fragment().isEmpty() && paths[target].endsWith(".html")) {
            anchored.add(new Anchored(paths[file], reference.line(), reference.column(), target, url.fragment()));
        }
    }

    private String why(String path) {
        if (onDisk.containsKey(path)) {
            return "leads to a file that the build did not write";
        }
        String index = path.isEmpty() || path.endsWith("/") ? path + START : path + "/" + START;
        return numbers.containsKey(index) ? "leads to a folder; on disk only " + index + " opens" : "leads to no file";
    }

    private void outside(int file, PageReading.Reference reference, SiteUrl url) {
        if (reference.loaded()) {
            findings.add(at(
                    FindingKind.OUTSIDE_REFERENCE,
                    file,
                    reference,
                    "the page loads “" + url.path() + "” from another site"));
        } else if (request.external()) {
            outside.merge(url.path(), 1L, Long::sum);
        }
    }

    private void broken(int file, PageReading.Reference reference, String why) {
        findings.add(at(FindingKind.BROKEN_LINK, file, reference, "the link “" + reference.url() + "” " + why));
    }

    private Finding at(FindingKind kind, int file, PageReading.Reference reference, String message) {
        return new Finding(kind, paths[file], reference.line(), reference.column(), message);
    }

    private void followAnchors() {
        for (Anchored link : anchored) {
            Anchors there = anchors[link.target()];
            boolean found = there != null && there.has(link.fragment());
            if (!found && !link.fragment().equals("top")) {
                findings.add(new Finding(
                        FindingKind.BROKEN_FRAGMENT,
                        link.from(),
                        link.line(),
                        link.column(),
                        "there is no “#" + link.fragment() + "” in " + paths[link.target()]));
            }
        }
    }

    private void findOrphans() {
        Integer start = numbers.get(START);
        if (start == null) {
            return;
        }
        BitSet reachable = graph.reachable(start);
        for (int i = 0; i < paths.length; i++) {
            boolean page = anchors[i] != null && !paths[i].equals("404.html");
            if (page && !reachable.get(i) && !former.contains(i) && !forwards.containsKey(i)) {
                findings.add(Finding.of(FindingKind.ORPHAN, paths[i], "no chain of links leads here from index.html"));
            }
        }
    }

    private void checkRows() {
        DataCheck data = new DataCheck(request.site(), this::isThere, findings);
        for (String path : paths) {
            if (path.startsWith("data/ledger/") && path.endsWith(".jsonl") && onDisk.containsKey(path)) {
                data.ledger(path);
            }
        }
        for (String path : paths) {
            if (path.startsWith("data/articles/") && path.endsWith(".jsonl") && onDisk.containsKey(path)) {
                data.articles(path);
            }
        }
    }

    /** Whether there is such a page and, where one is named, such a place on it. */
    private boolean isThere(String url) {
        int hash = url.indexOf('#');
        Integer file = numbers.get(hash < 0 ? url : url.substring(0, hash));
        Anchors there = file == null ? null : anchors[file];
        return there != null && (hash < 0 || there.has(url.substring(hash + 1)));
    }

    /** Where a reader ends who follows the address {@code path}; chains of forwards are followed to their end. */
    private OldAddress fate(String path) {
        String now = path;
        String place = "";
        Set<String> met = new HashSet<>();
        for (@Nullable Integer file = numbers.get(now); met.add(now); file = numbers.get(now)) {
            if (file == null || anchors[file] == null) {
                break;
            }
            String next = forwards.get(file);
            if (next == null) {
                OldAddress.Fate fate = !now.equals(path)
                        ? OldAddress.Fate.FORWARDS
                        : former.contains(file) ? OldAddress.Fate.EXPLAINS : OldAddress.Fate.STAYS;
                return new OldAddress(path, fate, now + place);
            }
            SiteUrl url = resolved(now, next);
            if (url.kind() == SiteUrl.Kind.OUTSIDE) {
                return new OldAddress(path, OldAddress.Fate.FORWARDS, url.path());
            }
            now = url.path();
            place = url.fragment().isEmpty() ? "" : "#" + url.fragment();
        }
        findings.add(Finding.of(FindingKind.DEAD_ADDRESS, path, "was published once, and leads nowhere now"));
        return new OldAddress(path, OldAddress.Fate.DEAD, "");
    }
}
