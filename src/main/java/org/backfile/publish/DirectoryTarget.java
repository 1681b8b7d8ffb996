package org.backfile.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.backfile.page.SitePath;
import org.jspecify.annotations.Nullable;

/** Another folder, on this disk or mounted. A file is copied beside its place and then renamed, so that it is never half there. */
final class DirectoryTarget implements Target {
    /** What a copy is called while it is under way; a killed run leaves one at most. */
    private static final String COPYING = ".backfile-copying";

    private final Path root;

    DirectoryTarget(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public String name() {
        return "dir:" + root;
    }

    @Override
    public Optional<byte[]> read(SitePath path) throws PublishFailure {
        try {
            return Optional.of(Files.readAllBytes(root.resolve(path.value())));
        } catch (NoSuchFileException | NotDirectoryException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw failure(path, "read", e);
        }
    }

    /** What the system or a version control puts into a folder, under names that begin with a point, is nobody's site. */
    @Override
    public Optional<String> foreign() throws PublishFailure {
        try (Stream<Path> files = Files.list(root)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .min(Comparator.naturalOrder());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (UncheckedIOException e) {
            throw unlisted(Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw unlisted(e);
        }
    }

    private PublishFailure unlisted(IOException e) {
        return new PublishFailure(root + " could not be listed: " + Reasons.of(e), e);
    }

    @Override
    public boolean holds(SitePath path, String digest) throws PublishFailure {
        Path file = root.resolve(path.value());
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && Publication.sha256(file).equals(digest);
        } catch (IOException e) {
            throw failure(path, "read", e);
        }
    }

    @Override
    public void send(Path site, List<Shipment> files, Progress progress) throws PublishFailure {
        for (Shipment file : files) {
            try {
                Path place = root.resolve(file.path().value());
                Path parent = place.getParent() == null ? root : place.getParent();
                Files.createDirectories(parent);
                refuseLinks(file.path(), parent);
                Path copy = root.resolve(COPYING);
                Files.copy(site.resolve(file.path().value()), copy, StandardCopyOption.REPLACE_EXISTING);
                Files.move(copy, place, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw failure(file.path(), "written", e);
            }
            progress.done(file.path(), file.size());
        }
    }

    /** A symbolic link inside the target must not lead our files elsewhere. */
    private void refuseLinks(SitePath path, Path parent) throws IOException, PublishFailure {
        if (!parent.toRealPath().startsWith(root.toRealPath())) {
            throw new PublishFailure(
                    name() + ": a symbolic link would lead " + path + " out of the folder – remove the link");
        }
    }

    @Override
    public void delete(List<SitePath> files, Progress progress) throws PublishFailure {
        for (SitePath path : files) {
            try {
                Path file = root.resolve(path.value());
                Files.deleteIfExists(file);
                deleteEmpty(file.getParent());
            } catch (IOException e) {
                throw failure(path, "deleted", e);
            }
            progress.done(path, 0);
        }
    }

    private void deleteEmpty(@Nullable Path folder) throws IOException {
        Path empty = folder;
        try {
            while (empty != null && !empty.equals(root) && empty.startsWith(root)) {
                Files.deleteIfExists(empty);
                empty = empty.getParent();
            }
        } catch (DirectoryNotEmptyException e) {
            return; // it holds other files
        }
    }

    private PublishFailure failure(SitePath path, String act, IOException e) {
        return new PublishFailure(root.resolve(path.value()) + " could not be " + act + ": " + Reasons.of(e), e);
    }
}
