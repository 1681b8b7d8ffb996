package org.backfile.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.backfile.page.SitePath;

/**
 * Brings a target up to date with a site.
 *
 * <p>What differs is told by content, from the manifest that the target carries. The order is: a journal of what will be
 * touched; new files, to which nothing leads yet; changed files; the root of the search; the manifest; deletions; the
 * journal's own end. So at each moment every page at the target is whole and every link resolves. A publication that was
 * interrupted leaves its journal: the next one looks at each file named there, sends what is missing and deletes what
 * neither site has. Nothing is ever deleted that no manifest or journal of ours names.
 */
public final class Publication {
    /** Names the files that a publication under way may have touched, in the format of a manifest. */
    static final SitePath JOURNAL = new SitePath("manifest-sha256.pending.txt");

    static final SitePath FRONT = new SitePath("index.html");
    private static final String UNKNOWN = "0".repeat(64);

    private final Path site;
    private final Target target;
    private final Options options;
    private final Target.Progress progress;

    private Publication(Path site, Target target, Options options, Target.Progress progress) {
        this.site = site;
        this.target = target;
        this.options = options;
        this.progress = progress;
    }

    /**
     * What the owner allows.
     *
     * @param dryRun whether nothing is changed
     * @param delete whether many files may be deleted
     * @param adopt whether a target may hold what Backfile did not publish; where the site has a file of the same name, that
     *     is written over
     */
    public record Options(boolean dryRun, boolean delete, boolean adopt) {}

    /**
     * Publishes the site in the folder {@code site}.
     *
     * @throws PublishFailure where it could not be done; the target is readable as before, and a further run goes on
     */
    public static PublishReport run(Path site, Target target, Options options, Target.Progress progress)
            throws PublishFailure {
        return new Publication(site, target, options, progress).run();
    }

    private PublishReport run() throws PublishFailure {
        Manifest wanted = Manifest.of(site);
        Optional<byte[]> published = target.read(Manifest.PATH);
        Manifest there = published.isEmpty() ? Manifest.EMPTY : parsed(published.get(), Manifest.PATH);
        Optional<byte[]> journal = target.atomic() ? Optional.empty() : target.read(JOURNAL);
        Set<SitePath> touched = journal.isEmpty()
                ? Set.of()
                : parsed(journal.get(), JOURNAL).digests().keySet();
        if (published.isEmpty() && journal.isEmpty() && !options.adopt()) {
            refuseForeign();
        }
        PublishPlan plan = PublishPlan.of(wanted, there, touched);
        List<Target.Shipment> shipments = shipments(wanted, plan);
        long bytes = shipments.stream().mapToLong(Target.Shipment::size).sum();
        if (options.dryRun()) {
            return new PublishReport(target.name(), plan, bytes, 0, 0);
        }
        refuseManyDeletes(plan);
        boolean same = plan.isEmpty() && journal.isEmpty() && published.isPresent();
        int sent = same ? 0 : transfer(wanted, plan, shipments, touched);
        return new PublishReport(
                target.name(), plan, bytes, sent, plan.deletes().size());
    }

    private Manifest parsed(byte[] bytes, SitePath path) throws PublishFailure {
        return Manifest.parse(bytes, target.name() + " " + path);
    }

    private void refuseForeign() throws PublishFailure {
        Optional<String> foreign = target.foreign();
        if (foreign.isPresent()) {
            throw new PublishFailure(target.name() + " already holds " + foreign.get()
                    + ", which Backfile did not publish – choose an empty place, or give --adopt to publish there all the"
                    + " same (files that the site does not have stay)");
        }
    }

    private void refuseManyDeletes(PublishPlan plan) throws PublishFailure {
        if (!plan.deletes().isEmpty() && plan.deletesMuch() && !options.delete()) {
            throw new PublishFailure(String.format(
                    Locale.ROOT,
                    "%,d of %,d files at %s would be deleted – give --delete if that is meant, or see --dry-run",
                    plan.deletes().size(),
                    plan.published(),
                    target.name()));
        }
    }

    /** The files to send, each of them compared with the manifest first: a spoilt site must not reach readers. */
    private List<Target.Shipment> shipments(Manifest wanted, PublishPlan plan) throws PublishFailure {
        List<SitePath> paths = new ArrayList<>(plan.adds());
        paths.addAll(plan.changes());
        List<Target.Shipment> shipments = new ArrayList<>(paths.size());
        for (SitePath path : paths) {
            shipments.add(shipment(path, wanted.digests().getOrDefault(path, UNKNOWN)));
        }
        return shipments;
    }

    private Target.Shipment shipment(SitePath path, String digest) throws PublishFailure {
        try {
            Path file = site.resolve(path.value());
            if (!sha256(file).equals(digest)) {
                throw new PublishFailure(file
                        + " is not as the build wrote it – build again; edits belong into templates/ or the sources");
            }
            return new Target.Shipment(path, digest, Files.size(file));
        } catch (NoSuchFileException e) {
            throw new PublishFailure(site.resolve(path.value()) + " is missing – build again", e);
        } catch (IOException e) {
            throw new PublishFailure(site.resolve(path.value()) + " could not be read: " + Reasons.of(e), e);
        }
    }

    /** The SHA-256 of a file in hexadecimal digits. */
    static String sha256(Path file) throws IOException {
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), Digests.sha256())) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        }
    }

    private int transfer(Manifest wanted, PublishPlan plan, List<Target.Shipment> shipments, Set<SitePath> touched)
            throws PublishFailure {
        if (!target.atomic()) {
            sendOwn(JOURNAL, journal(plan, touched).bytes());
        }
        List<Target.Shipment> missing = missing(shipments, touched);
        Set<SitePath> adds = Set.copyOf(plan.adds());
        Predicate<Target.Shipment> isNew = file -> adds.contains(file.path());
        Predicate<Target.Shipment> isSearch = file -> file.path().value().startsWith("search/");
        Predicate<Target.Shipment> isPage = file -> file.path().value().endsWith(".html");
        send(missing, isNew.and(isPage.negate()));
        send(missing, isNew.and(isPage));
        send(missing, isNew.negate().and(isSearch.negate()).and(isPage.negate()));
        send(missing, isNew.negate().and(isSearch.negate()).and(isPage));
        send(missing, isNew.negate().and(isSearch));
        sendOwn(Manifest.PATH, wanted.bytes());
        if (!plan.deletes().isEmpty()) {
            target.delete(plan.deletes(), progress);
        }
        if (!target.atomic()) {
            target.delete(List.of(JOURNAL), Target.Progress.SILENT);
        }
        target.finish();
        return missing.size() + 1;
    }

    private static Manifest journal(PublishPlan plan, Set<SitePath> touched) {
        TreeMap<SitePath, String> journal = new TreeMap<>();
        Set<SitePath> all = new TreeSet<>(touched);
        all.addAll(plan.adds());
        all.addAll(plan.changes());
        all.addAll(plan.deletes());
        all.forEach(path -> journal.put(path, UNKNOWN));
        return new Manifest(journal);
    }

    /** What an interrupted publication did not get to. */
    private List<Target.Shipment> missing(List<Target.Shipment> shipments, Set<SitePath> touched)
            throws PublishFailure {
        List<Target.Shipment> missing = new ArrayList<>();
        for (Target.Shipment shipment : shipments) {
            if (!touched.contains(shipment.path()) || !target.holds(shipment.path(), shipment.digest())) {
                missing.add(shipment);
            }
        }
        return missing;
    }

    private void send(List<Target.Shipment> files, Predicate<Target.Shipment> which) throws PublishFailure {
        List<Target.Shipment> chosen = files.stream().filter(which).toList();
        if (!chosen.isEmpty()) {
            target.send(site, chosen, progress);
        }
    }

    /** Sends a file that stands in no manifest. */
    private void sendOwn(SitePath path, byte[] bytes) throws PublishFailure {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("backfile-publish");
            Path file = Files.write(folder.resolve(path.value()), bytes);
            target.send(folder, List.of(new Target.Shipment(path, sha256(file), bytes.length)), Target.Progress.SILENT);
        } catch (IOException e) {
            throw new PublishFailure("a temporary file could not be written: " + Reasons.of(e), e);
        } finally {
            if (folder != null) {
                Scratch.delete(folder);
            }
        }
    }
}
