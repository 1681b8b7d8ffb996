package org.backfile.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * One reading of a container: hands over the files in it that Backfile reads, one by one. Names that lead out of the
 * container are refused, containers inside are left alone, and what a container gives in all is bounded by its own
 * size, so that a bomb ends soon.
 */
final class Container {
    /** Text of a news archive packs ten or twenty times smaller; bombs a thousand times. */
    private static final long MOST_TIMES_ITS_SIZE = 200;

    private static final long ALWAYS_ALLOWED = 64L << 20;
    private static final long LARGEST_FILE = 256L << 20;

    private final SourceEntry entry;
    private final SourceReader reader;
    private final FolderCharsets folders;
    private final Consumer<SourceFile> files;
    private final Consumer<Problem> problems;
    private final SortedMap<String, Integer> notRead = new TreeMap<>();
    private final Set<String> names = new HashSet<>();
    private long bytesLeft;

    Container(
            SourceEntry entry,
            SourceReader reader,
            FolderCharsets folders,
            Consumer<SourceFile> files,
            Consumer<Problem> problems) {
        this.entry = entry;
        this.reader = reader;
        this.folders = folders;
        this.files = files;
        this.problems = problems;
        this.bytesLeft = Math.max(ALWAYS_ALLOWED, MOST_TIMES_ITS_SIZE * entry.size());
    }

    void readZip() {
        try (ZipFile zip = open()) {
            List<? extends ZipEntry> members = zip.stream()
                    .filter(member -> !member.isDirectory())
                    .sorted(Comparator.comparing(ZipEntry::getName))
                    .toList();
            for (ZipEntry member : members) {
                if (bytesLeft < 0) {
                    break;
                }
                readMember(zip, member);
            }
        } catch (IOException e) {
            bad("the zip is broken or of an unknown kind");
        }
        finish();
    }

    /** Names are UTF-8 in most zips and the old DOS charset in the others. */
    private ZipFile open() throws IOException {
        try {
            return new ZipFile(entry.file().toFile(), StandardCharsets.UTF_8);
        } catch (ZipException | IllegalArgumentException e) {
            Charset dos = Charset.isSupported("IBM437") ? Charset.forName("IBM437") : StandardCharsets.ISO_8859_1;
            return new ZipFile(entry.file().toFile(), dos);
        }
    }

    private void readMember(ZipFile zip, ZipEntry member) {
        Optional<String> name = wanted(member.getName());
        if (name.isEmpty()) {
            return;
        }
        try (InputStream in = zip.getInputStream(member)) {
            member(name.get(), in);
        } catch (IOException e) {
            badMember(name.get());
        }
    }

    void readTarGz() {
        try (InputStream file = Files.newInputStream(entry.file());
                InputStream unzipped = new GZIPInputStream(new BufferedInputStream(file), 1 << 16)) {
            TarStream tar = new TarStream(new Bounded(unzipped));
            for (Optional<TarStream.Member> next = tar.next(); next.isPresent(); next = tar.next()) {
                TarStream.Member member = next.get();
                if (member.isFile()) {
                    Optional<String> name = wanted(member.name());
                    if (name.isPresent()) {
                        member(name.get(), tar.content());
                    }
                } else if (member.isLink()) {
                    bad("links in a tar are not followed (" + shown(member.name()) + ")");
                }
            }
        } catch (IOException e) {
            if (bytesLeft >= 0) {
                bad("the archive is broken; what stands before the break is read");
            }
        }
        finish();
    }

    /** The name to read it under, where it is to be read at all. */
    private Optional<String> wanted(String written) {
        String name = written.replace('\\', '/');
        while (name.startsWith("./")) {
            name = name.substring(2);
        }
        if (isUnsafe(name)) {
            bad("refused a name that leads out of the container (" + shown(written) + ")");
            return Optional.empty();
        }
        if (isHidden(name)) {
            return Optional.empty();
        }
        Optional<SourceForm> form = SourceForm.of(name);
        if (form.isEmpty() || form.get().isContainer()) {
            notRead.merge(SourceForm.extension(name), 1, Integer::sum);
            return Optional.empty();
        }
        if (!names.add(name)) {
            bad("two files have one name, and only the first is read (" + shown(name) + ")");
            return Optional.empty();
        }
        return Optional.of(name);
    }

    private static boolean isUnsafe(String name) {
        boolean drive = name.length() > 1 && name.charAt(1) == ':';
        boolean climbs = ("/" + name + "/").contains("/../");
        return name.isEmpty() || name.startsWith("/") || drive || climbs || name.indexOf('\0') >= 0;
    }

    private static boolean isHidden(String name) {
        return name.startsWith(".") || name.contains("/.") || name.startsWith("__MACOSX/");
    }

    private void member(String name, InputStream in) throws IOException {
        long most = Math.min(LARGEST_FILE, Math.max(0, bytesLeft));
        byte[] bytes = in.readNBytes((int) most + 1);
        if (!(in instanceof TarStream.Content)) {
            bytesLeft -= bytes.length;
        }
        if (bytesLeft < 0 || bytes.length > most) {
            bad(
                    bytesLeft < 0
                            ? "it unpacks to far more than its own size; the rest is not read"
                            : "a file in it is larger than 256 MB (" + shown(name) + ")");
            return;
        }
        SourceFile file = reader.decode(entry.path() + SourceFile.INSIDE + name, bytes, folders);
        boolean isText = file.readable()
                && Binary.looksLikeText(Arrays.copyOf(bytes, Math.min(bytes.length, SourceScan.SNIFFED_BYTES)));
        if (!isText && SourceForm.extension(name).isEmpty()) {
            notRead.merge(Scan.WITHOUT_EXTENSION, 1, Integer::sum);
        } else {
            files.accept(file);
        }
    }

    private void badMember(String name) {
        bad("a file in it can't be unpacked (" + shown(name) + ")");
    }

    private void bad(String message) {
        problems.accept(Problem.ofFile(entry.path(), ProblemKind.BAD_CONTAINER, message));
    }

    private void finish() {
        notRead.forEach((extension, count) ->
                problems.accept(Problem.ofFile(entry.path(), ProblemKind.NOT_READ, message(extension, count))));
    }

    private static String message(String extension, int count) {
        boolean container =
                SourceForm.of("a" + extension).filter(SourceForm::isContainer).isPresent();
        String kind = extension.equals(Scan.WITHOUT_EXTENSION) ? "without an extension and not text" : extension;
        return (count == 1 ? "one file in it not read (" : count + " files in it not read (")
                + kind
                + (container ? ", a container inside a container)" : ")");
    }

    private static String shown(String name) {
        String printable = name.codePoints()
                .map(c -> Character.isISOControl(c) ? '\uFFFD' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return printable.length() <= 60 ? printable : printable.substring(0, 57) + "…";
    }

    /** Counts what was unpacked, and ends the stream where it is too much. */
    private final class Bounded extends java.io.FilterInputStream {
        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            spent(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int count = super.read(into, from, length);
            spent(Math.max(0, count));
            return count;
        }

        private void spent(int count) throws IOException {
            bytesLeft -= count;
            if (bytesLeft < 0) {
                bad("it unpacks to far more than its own size; the rest is not read");
                throw new IOException("bound reached");
            }
        }
    }
}
