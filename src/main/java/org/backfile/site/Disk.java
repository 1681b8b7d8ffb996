package org.backfile.site;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * Every change that the build makes on disk goes through one of these few acts, so that a test can stop or fail each of
 * them. Thread-safe; without state.
 */
class Disk {
    /** Writes a file that does not exist yet. */
    void write(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** Writes a file, new or not, and waits until it is on the disk itself. */
    void writeDurably(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /** Writes a file, new or not, so that at each moment its place holds the old bytes or the new ones. */
    final void replace(Path file, byte[] bytes) throws IOException {
        Path fresh = fresh(file);
        writeDurably(fresh, bytes);
        move(fresh, file);
    }

    /** The same without waiting for the disk: for what a checksum proves, and nobody misses after a power failure. */
    final void replaceLoosely(Path file, byte[] bytes) throws IOException {
        Path fresh = fresh(file);
        Files.deleteIfExists(fresh);
        write(fresh, bytes);
        move(fresh, file);
    }

    private Path fresh(Path file) throws IOException {
        Path parent = file.getParent();
        if (parent != null) {
            createFolders(parent);
        }
        return file.resolveSibling(file.getFileName() + ".new");
    }

    /** Renames a file or folder within one file system in one step; a file that stands at {@code to} is replaced. */
    void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Deletes a file, a symbolic link or an empty folder. */
    void delete(Path file) throws IOException {
        Files.delete(file);
    }

    /** Makes a folder and those above it that are missing. */
    void createFolders(Path folder) throws IOException {
        Files.createDirectories(folder);
    }

    /** Deletes a folder with all that is in it, symbolic links not followed; nothing happens where there is none. */
    final void deleteTree(Path folder) throws IOException {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path done, @Nullable IOException failure) throws IOException {
                    delete(done);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (NoSuchFileException e) {
            if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                throw e;
            }
        }
    }

    /** What stands at {@code file}, a symbolic link not followed; null where nothing does. */
    static @Nullable BasicFileAttributes look(Path file) throws IOException {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return null;
        }
    }
}
