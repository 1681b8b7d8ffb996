package org.backfile.site;

import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * Sixty-four bits that tell bytes from others which came about by chance, made of two cyclic codes of different
 * polynomials. A build that has nothing to do computes these over megabytes and is over before Java has made SHA-256
 * fast, which takes it most of a second; cyclic codes are fast from the first byte on. Not thread-safe.
 */
final class Checksum {
    private final CRC32C high = new CRC32C();
    private final CRC32 low = new CRC32();

    /** The checksum of {@code bytes}. */
    static long of(byte[] bytes) {
        return new Checksum().add(bytes).value();
    }

    /** Adds bytes to those before; how they are parted does not matter. */
    Checksum add(byte[] bytes) {
        high.update(bytes, 0, bytes.length);
        low.update(bytes, 0, bytes.length);
        return this;
    }

    /** The checksum of all bytes so far. */
    long value() {
        return high.getValue() << Integer.SIZE | low.getValue();
    }
}
