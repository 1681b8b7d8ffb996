package org.backfile.site;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32C;

/**
 * A file that only grows, of byte strings that are found again by position and length and proven by a checksum, all of
 * which the caller keeps. Thread-safe: writers get places of their own, readers don't wait for them.
 */
final class SliceFile implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;
    private final AtomicLong length;

    private SliceFile(Path file, FileChannel channel, long length) {
        this.file = file;
        this.channel = channel;
        this.length = new AtomicLong(length);
    }

    /** Opens a file, or makes it, and cuts off what stands behind {@code length}: it was written by a build that died. */
    static SliceFile open(Path file, long length) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (channel.size() < length) {
            long size = channel.size();
            channel.close();
            throw new DamagedStore(file + " has " + size + " bytes of " + length);
        }
        channel.truncate(length);
        return new SliceFile(file, channel, length);
    }

    /** How many bytes were written, read again or not. */
    long length() {
        return length.get();
    }

    /** Adds {@code count} of {@code bytes} and gives their position. */
    long append(byte[] bytes, int count) {
        long start = length.getAndAdd(count);
        try {
            ByteBuffer rest = ByteBuffer.wrap(bytes, 0, count);
            while (rest.hasRemaining()) {
                channel.write(rest, start + rest.position());
            }
            return start;
        } catch (IOException e) {
            throw Refusal.ofDisk(file, "written", e);
        }
    }

    /** The bytes at a position, which must have this checksum. */
    byte[] read(long position, int count, int checksum) {
        byte[] bytes = new byte[count];
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        try {
            while (rest.hasRemaining()) {
                if (channel.read(rest, position + rest.position()) < 0) {
                    throw new DamagedStore(file + " ends before byte " + (position + count));
                }
            }
        } catch (IOException e) {
            throw Refusal.ofDisk(file, "read", e);
        }
        if (checksum(bytes, 0, count) != checksum) {
            throw new DamagedStore(file + " has other bytes at " + position + " than were written there");
        }
        return bytes;
    }

    /** Adds a stretch of this file to another one and gives its position there. */
    long copy(long position, long count, SliceFile to) {
        long start = to.length.getAndAdd(count);
        try {
            to.channel.position(start);
            long done = 0;
            while (done < count) {
                long moved = channel.transferTo(position + done, count - done, to.channel);
                if (moved <= 0) {
                    throw new DamagedStore(file + " ends before byte " + (position + count));
                }
                done += moved;
            }
            return start;
        } catch (IOException e) {
            throw Refusal.ofDisk(to.file, "written", e);
        }
    }

    /** The checksum by which a slice is known: CRC-32C, which finds every damage of one stretch of up to 32 bits. */
    static int checksum(byte[] bytes, int from, int to) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, to - from);
        return (int) crc.getValue();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
