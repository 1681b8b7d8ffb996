package org.backfile.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Tells UTF-16 without a mark, by the zero bytes that Latin letters, spaces and line ends have there: they stand at
 * odd places in the little-endian order and at even ones in the other, and never at both.
 */
final class Utf16 {
    private static final int LOOKED_AT = 64 * 1024;

    private Utf16() {}

    /** UTF-16LE or UTF-16BE where the bytes look like it. */
    static Optional<Charset> orderOf(byte[] bytes) {
        if (bytes.length < 4 || bytes.length % 2 != 0) {
            return Optional.empty();
        }
        int limit = Math.min(bytes.length, LOOKED_AT);
        int even = 0;
        int odd = 0;
        for (int i = 0; i + 1 < limit; i += 2) {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }
        if (odd > 0 && isText(bytes, limit, 0, odd, even)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return even > 0 && isText(bytes, limit, 1, even, odd)
                ? Optional.of(StandardCharsets.UTF_16BE)
                : Optional.empty();
    }

    /**
     * True where next to no unit is U+0000, the zeros are enough, what stands beside them is mostly printable ASCII, and
     * the rest is not: two letters side by side are text of one byte a letter, with stray zeros.
     */
    private static boolean isText(byte[] bytes, int limit, int low, int zeros, int foreignZeros) {
        int units = limit / 2;
        if (foreignZeros * 20 > zeros || zeros * 50 < units) {
            return false;
        }
        int latin = 0;
        int pairs = 0;
        for (int i = 0; i + 1 < limit; i += 2) {
            if (bytes[i + 1 - low] == 0) {
                latin += isPlain(bytes[i + low]) ? 1 : 0;
            } else if (isPlain(bytes[i]) && isPlain(bytes[i + 1])) {
                pairs++;
            }
        }
        return latin * 5 >= zeros * 3 && pairs * 2 <= units - zeros;
    }

    private static boolean isPlain(byte b) {
        return (b >= ' ' && b < 0x7F) || b == '\n' || b == '\r' || b == '\t' || b == '\f';
    }
}
